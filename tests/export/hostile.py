"""The sample dossier with every name, title, value and wording replaced by something that a format may trip over."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model.registry import Alias
from tests.render.pages_sample import DOSSIER

if TYPE_CHECKING:
    from generator.model.annotation import AnnotatedDocument
    from generator.model.dossier import Dossier, Entity, Fact

HOSTILE = (
    "<script>alert(\"&'1'\")</script>",
    "</script><!-- <script>",
    "]]><![CDATA[ &amp; &#0; &nbsp;",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2",
    "@SUM(A1)",
    "\t=1+1",
    "'=1",
    'a,b";c\r\nd;e',
    "{Brace} \\} and % $x_1^2$ # & ~",
    "ER  - \nTY  - BOOK",
    "Nul\x00l \x0b\x1b\x7f \ufffe \ud800 Ende",
    "\u202eschief\u2028neue Zeile\u0085noch eine",
    "Berg, Anna and others",
    "ﷺ𝕏 e\u0301 朝鮮",
)


def spoiled(words: str) -> Dossier:
    """The sample with `words` wherever people or sources write something."""
    return replace(
        DOSSIER,
        settings=replace(DOSSIER.settings, title=words, description=words),
        sources=tuple(_source(source, words) for source in DOSSIER.sources),
        entities=tuple(_entity(entity, words) for entity in DOSSIER.entities),
        events=tuple(replace(event, title=words) for event in DOSSIER.events),
        disputes=tuple(replace(dispute, title=words) for dispute in DOSSIER.disputes),
        statements=tuple(
            replace(s, holders=tuple(replace(holder, name=words) for holder in s.holders)) for s in DOSSIER.statements
        ),
    )


def _source(source: AnnotatedDocument, words: str) -> AnnotatedDocument:
    document = source.document
    meta = replace(document.meta, title=words, authors=(words, "Max Muster"), url=f"https://zeitung.example/{words}")
    length = len(document.text)
    readable = words.replace("\ud800", "")  # reading refuses a text with half a surrogate pair
    text = (readable * length)[:length]
    return replace(source, parse=replace(source.parse, document=replace(document, meta=meta, text=text)))


def _entity(entity: Entity, words: str) -> Entity:
    return replace(
        entity,
        name=f"{words}{entity.name}",
        aliases=tuple(Alias(words, alias.kind) for alias in entity.aliases),
        summary=_fact(entity.summary, words) if entity.summary else None,
        facts=tuple(_fact(fact, words) for fact in entity.facts),
    )


def _fact(fact: Fact, words: str) -> Fact:
    return replace(fact, value=words)
