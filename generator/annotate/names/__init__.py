"""Names in a text: persons, states, organisations, media, places, weapons and others.

Each sentence is read by several rules, the surer ones first (registry, names in quotation marks, weapons, word lists,
compounds) and by a small trained model; then the document as a whole decides who the persons are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.names import people as persons
from generator.annotate.names.agree import agree
from generator.annotate.names.ampersand import firms
from generator.annotate.names.apposition import without_kinds
from generator.annotate.names.brackets import bracketed, spread
from generator.annotate.names.called import called
from generator.annotate.names.companies import by_short_name, rekinded, short_names, spoken_for, with_legal_form
from generator.annotate.names.compounds import compounds
from generator.annotate.names.credits import credited
from generator.annotate.names.families import again, without_pieces
from generator.annotate.names.framed import framed
from generator.annotate.names.institutions import institutions
from generator.annotate.names.landscape import landscape
from generator.annotate.names.listed import listed
from generator.annotate.names.media import media
from generator.annotate.names.nicknames import nicknames
from generator.annotate.names.pairs import split_pairs
from generator.annotate.names.particles import joined
from generator.annotate.names.registered import registered
from generator.annotate.names.repeated import repeated
from generator.annotate.names.seen import seen
from generator.annotate.names.select import select
from generator.annotate.names.shortened import lengthened
from generator.annotate.names.titles import titled
from generator.annotate.names.view import View, view
from generator.annotate.names.weapons import is_martial, weapons
from generator.model.annotation import BlockKind

if TYPE_CHECKING:
    from generator.german.names.known import KnownNames
    from generator.model.annotation import Mention, Parse

__all__ = ["find_names"]


def find_names(parse: Parse, known: KnownNames) -> tuple[Mention, ...]:
    """Every name of the document in text order, without overlaps, not yet linked; `known` may be of an empty registry.

    A mention's `name` is the full name that the document, the word lists or the registry give for it.
    """
    text = parse.document.text
    martial = is_martial(parse.sentences)
    views = [view(text, sentence) for sentence in parse.sentences]
    read = [_read(v, known, credited(v.sentence) if _is_credit(parse, v) else [], martial=martial) for v in views]
    split = split_pairs(agree([m for mentions in read for m in mentions], text), text)
    firms_named = short_names(split, text)
    split = rekinded(split, firms_named, text)
    people = persons.people_of(split, text)
    later = [m for v in views for m in again(v, people)]
    short = [m for v in views for m in by_short_name(v, firms_named)]
    found = select(without_pieces(split, later), short, later, repeated(views, split, text))
    return tuple(lengthened(spread(persons.resolve(found, people, text), text)))


def _is_credit(parse: Parse, view: View) -> bool:
    return parse.blocks[view.sentence.block].kind is BlockKind.CREDIT


def _read(view: View, known: KnownNames, credit: list[Mention], *, martial: bool) -> list[Mention]:
    """The mentions of one sentence."""
    listed_names, frames = registered(view, known), framed(view)
    mentions = select(
        _around(listed_names, frames),
        listed_names,
        credit,
        frames,
        media(view),
        nicknames(view),
        firms(view),
        with_legal_form(view),
        called(view),
        bracketed(view),
        institutions(view),
        landscape(view),
        joined(view),
        weapons(view, martial=martial),
        listed(view),
        seen(view),
        compounds(view),
        spoken_for(view),
    )
    bodies = titled(view, without_kinds(mentions, view.text))
    return [persons.without_genitive(view, mention) for mention in bodies]


def _around(inner: list[Mention], outer: list[Mention]) -> list[Mention]:
    """Names that hold a name of the registry as a part: the boat «Ritter Hans Keller» is not Hans Keller."""
    return [o for o in outer if any(o.span.contains(i.span) and o.span != i.span for i in inner)]
