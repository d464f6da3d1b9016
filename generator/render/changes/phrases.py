"""What the page of news and the summary have in common: an item, an aspect, a value.

`say` turns plain text into Markdown; the summary needs more care than a page of the site.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from generator.model.change import Matter
from generator.model.edtf import is_edtf
from generator.model.ids import Edtf
from generator.model.vocabulary import STANCES
from generator.render import markdown as md
from generator.render.dates import phrase

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model.change import Aspect, Item
    from generator.render.labels import Labels

Say = Callable[[str], md.Markdown]

_TOLD = ("type", "item", "published", "date", "certainty", "holders", "outlet", "participants", "place")
"""Traits that a reader of a new or vanished thing wants to see, in this order; stances follow."""


def called(words: Labels, matter: Matter, title: str, say: Say) -> md.Markdown:
    """The words of a statement in quotation marks; the name of anything else."""
    if matter is not Matter.STATEMENTS:
        return say(title)
    return say(words.plain("text.quoted", words=title)) if title else words.text("diff.no_words")


def described(words: Labels, matter: Matter, item: Item, say: Say) -> md.Markdown:
    """An item with what a reader wants to know of it: „„Es gab kein Geschäft.“ · bestritten · Russland“."""
    traits = dict(item.traits)
    values = [value(words, name, traits[name]) for name in _TOLD if name in traits]
    values += [f"{words(f'stance.{name}')}: {traits[name]}" for name in STANCES if name in traits]
    return dotted([called(words, matter, item.title, say), *map(say, dict.fromkeys(values))])


def turned(words: Labels, matter: Matter, aspects: Iterable[Aspect], say: Say) -> md.Markdown:
    """What is different: „Status: möglich → dargestellt · jetzt umstritten“."""
    return dotted([_aspect(words, matter, aspect, say) for aspect in aspects])


def dotted(parts: Iterable[md.Markdown]) -> md.Markdown:
    """Put the parts behind each other: „a · b · c“."""
    return md.join(*parts, separator=md.text(" · "))


def value(words: Labels, name: str, plain: str) -> str:
    """The value of a trait as a reader knows it: `possible` → „möglich“."""
    if name in {"date", "published"} and is_edtf(plain):
        return phrase(Edtf(plain), words.language)
    keys = {
        "certainty": f"certainty.{plain}",
        "type": f"relation.{plain}.forward",
        "rights": f"source.{plain}",
    }
    return words.words.get(keys.get(name, ""), plain)


def _aspect(words: Labels, matter: Matter, aspect: Aspect, say: Say) -> md.Markdown:
    if aspect.name == "disputed":
        return words.text("diff.disputed" if aspect.after else "diff.undisputed")
    if aspect.name == "text":
        return words.text("diff.other_text")
    if aspect.name == "title":
        before = words.plain("text.quoted", words=aspect.before) if matter is Matter.STATEMENTS else aspect.before
        return say(words.plain("diff.formerly", before=before))
    before, after = (value(words, aspect.name, plain) for plain in (aspect.before, aspect.after))
    key = "turned" if before and after else "added" if after else "removed"
    what = words(f"stance.{aspect.name}" if aspect.name in STANCES else f"aspect.{aspect.name}")
    return say(words.plain(f"diff.{key}", what=what, before=before, after=after))
