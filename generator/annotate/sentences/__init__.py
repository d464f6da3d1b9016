"""Sentences and tagged tokens of a document, for German newspaper prose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.sentences.boundaries import split
from generator.annotate.sentences.tokens import raw_tokens
from generator.german.tagger import tag
from generator.model.annotation import Block, BlockKind, Sentence, Token
from generator.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence


def find_sentences(text: str, blocks: tuple[Block, ...]) -> tuple[Sentence, ...]:
    """Cut every block that is not boilerplate into sentences, in text order, with tagged tokens.

    A block without an end mark is one sentence. Takes linear time.
    """
    return tuple(
        Sentence(Span(tokens[0].start, tokens[-1].end), number, _tagged(text, tokens))
        for number, block in enumerate(blocks)
        if block.kind is not BlockKind.BOILERPLATE
        for tokens in split(text, raw_tokens(text, block.span))
    )


def _tagged(text: str, tokens: Sequence[Span]) -> tuple[Token, ...]:
    words = [token.of(text) for token in tokens]
    return tuple(
        Token(token, word, tag_, lemma) for token, word, (tag_, lemma) in zip(tokens, words, tag(words), strict=True)
    )
