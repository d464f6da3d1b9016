"""Dossier: news articles in, a website that people can check out."""
