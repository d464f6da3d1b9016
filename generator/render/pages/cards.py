"""The cards of the first page: what the dossier holds, how much of it, and the way there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.ids import Kind
from generator.render import markdown as md
from generator.render.frame import HOME
from generator.render.links import relative
from generator.render.phrases import CHRONICLE, METHOD, REGISTER, section_of
from generator.render.places import DATA, DISPUTE_INDEX, NETWORK, SOURCE_INDEX, STATEMENTS, TOPIC_INDEX

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.render.context import Context

ENTITY_SECTIONS = ("akteure", "experten", "waffensysteme", "medien", "orte")


def cards(context: Context) -> md.Markdown:
    """One card for each section that holds something; method and data always."""
    return md.container("div", {"class": "grid cards"}, md.bullets(_cards(context)))


def _cards(context: Context) -> Iterator[md.Markdown]:
    words, dossier = context.labels, context.dossier
    for folder in ENTITY_SECTIONS:
        number = sum(section_of(entity) == folder for entity in dossier.entities)
        yield from _card(
            context, f"{folder}/index.md", f"nav.{folder}", words.count("page.count.entity", number), number
        )
    topics = sum(entity.kind is Kind.TOPIC for entity in dossier.entities)
    counted = (
        (STATEMENTS, "page.statements", "page.count.statement", len(dossier.statements)),
        (DISPUTE_INDEX, "nav.streitpunkte", "page.count.dispute", len(dossier.disputes)),
        (CHRONICLE, "nav.chronik", "page.count.event", len(dossier.events)),
        (TOPIC_INDEX, "nav.themen", "page.count.topic", topics),
        (NETWORK, "page.network", "page.count.relation", len(dossier.relations)),
        (SOURCE_INDEX, "nav.quellen", "page.count.source", len(dossier.sources)),
        (REGISTER, "page.register", "page.count.name", len(dossier.entities)),
    )
    for target, name, unit, number in counted:
        yield from _card(context, target, name, words.count(unit, number), number)
    yield from _card(context, METHOD, "nav.methode", "", 1)
    yield from _card(context, DATA, "page.data", "", 1)


def _card(context: Context, target: str, name: str, count: str, number: int) -> Iterator[md.Markdown]:
    if not number:
        return
    words = context.labels
    title = md.strong(md.link(words.text(name), relative(HOME, target)))
    head = md.join(title, md.text(count), separator=md.text(" · "))
    yield md.blocks(head, words.text(f"page.card.{target.partition('/')[0]}"))
