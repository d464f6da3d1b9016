"""The cards of the first page: what the dossier holds, how much of it, and the way there."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.model.ids import Kind
from generator.render import markdown as md
from generator.render.frame import HOME
from generator.render.labels import numbered
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
    dossier = context.dossier
    members = Counter(map(section_of, dossier.entities))
    for folder in ENTITY_SECTIONS:
        yield from _card(context, f"{folder}/index.md", f"nav.{folder}", members[folder])
    topics = sum(entity.kind is Kind.TOPIC for entity in dossier.entities)
    counted = (
        (STATEMENTS, "page.statements", len(dossier.statements)),
        (DISPUTE_INDEX, "nav.streitpunkte", len(dossier.disputes)),
        (CHRONICLE, "nav.chronik", len(dossier.events)),
        (TOPIC_INDEX, "nav.themen", topics),
        (NETWORK, "page.network", len(dossier.relations)),
        (SOURCE_INDEX, "nav.quellen", len(dossier.sources)),
        (REGISTER, "page.register", len(dossier.entities)),
    )
    for target, name, number in counted:
        yield from _card(context, target, name, number)
    yield _titled(context, METHOD, "nav.methode", context.labels.text("page.card.methode"))
    yield _titled(context, DATA, "page.data", context.labels.text("page.card.daten"))


def _card(context: Context, target: str, name: str, number: int) -> Iterator[md.Markdown]:
    if number:
        unit = context.labels.text(numbered(f"page.card.{target.partition('/')[0]}", number))
        yield _titled(context, target, name, md.join(md.strong(md.text(str(number))), unit, separator=md.SPACE))


def _titled(context: Context, target: str, name: str, content: md.Markdown) -> md.Markdown:
    return md.blocks(md.strong(md.link(context.labels.text(name), relative(HOME, target))), content)
