"""Rules `legal-form`, `title-of-firm`, `short-firm`: firms by legal form, by who speaks for them, by a short name.

"die Firma Hefti Tiefbau AG" is no person called Hefti; a "Helvapharm-Sprecher" speaks for a firm; where "Nordstahl SE"
stands once, "Nordstahl" and the "Nordstahl-Chefin" mean it too.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.german.names.clusters import COMMON, cluster, own_cluster
from generator.german.names.forms import bases, fold
from generator.german.names.gazetteer import names
from generator.german.names.vocabulary import compound_head, role
from generator.model.annotation import Mention
from generator.model.ids import Kind
from generator.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.annotate.names.view import View
    from generator.german.names.matcher import Part
    from generator.model.annotation import Token

LEGAL_FORMS = frozenset({"AG", "GmbH", "SE", "KG", "KGaA", "OHG", "eG", "SA", "SpA", "NV", "AB", "Inc", "Ltd", "plc"})
_GUESSES = ("model", "same-word", "title-of-firm")
_LONGEST = 4  # words before the legal form
_SHORTEST = 4  # letters of a short name
_SPEAKERS = (
    "sprecher",
    "chef",
    "manager",
    "geschäftsführer",
    "aktionär",
    "grossaktionär",
    "aufsichtsrat",
    "verwaltungsrat",
)
_PARTS = frozenset(
    {"aktie", "aktien", "konzern", "tochter", "mitarbeiter", "belegschaft", "management", "werk", "vorstand"}
)


def with_legal_form(view: View) -> list[Mention]:
    """The firms whose name ends in a legal form and that the model has overlooked: "Hefti Tiefbau AG"."""
    found = []
    for index, token in enumerate(view.tokens):
        start = _start(view.tokens, index) if token.text in LEGAL_FORMS else index
        if start == index or _begins_outside(view, start):
            continue
        span = Span(view.tokens[start].span.start, token.span.end)
        if not any(class_ == "organisation" for _, class_ in view.seen_over(token.span)):
            found.append(Mention(span, Kind.ORGANISATION, span.of(view.text), "legal-form"))
    return found


def _start(tokens: Sequence[Token], end: int) -> int:
    """Where the name before the legal form at `end` starts: behind trades, roles, articles and adjectives.

    The first word has to be a name: "den Wettbewerber Weserblech AG" names Weserblech.
    """
    start = end
    while start > max(0, end - _LONGEST) and _may_belong(tokens[start - 1]):
        start -= 1
    while start < end and own_cluster(tokens[start].text).startswith(COMMON):
        start += 1
    return start


def _may_belong(token: Token) -> bool:
    word = token.text
    noun = token.tag.startswith(("N", "FM", "XY")) and word[:1].isupper()
    return noun and role(word) is None and compound_head(word, "trade") is None


def _begins_outside(view: View, start: int) -> bool:
    """Whether what the model sees at `start` begins before it."""
    at = view.tokens[start].span.start
    return any(span.start < at < span.end for span, _ in view.seen)


def spoken_for(view: View) -> list[Mention]:
    """Unknown names before a word for who speaks for a firm or owns it: "Helvapharm-Sprecher Daniel Koch"."""
    found = []
    for index, part in enumerate(view.parts[:-1]):
        last = view.parts[index + 1]
        compound = part.opens and not part.closes and last.token == part.token and last.closes
        if compound and _is_of_firm(last.text) and _is_unknown(part.text):
            found.append(Mention(part.span, Kind.ORGANISATION, part.text, "title-of-firm"))
    return found


def _is_of_firm(word: str) -> bool:
    folded = fold(word).removesuffix("innen").removesuffix("in")
    return any(base in _PARTS for base in bases(fold(word))) or any(base.endswith(_SPEAKERS) for base in bases(folded))


def _is_unknown(word: str) -> bool:
    """Whether nobody has ever seen the word, so that it is no part of speech: not "Regierungs-", not "Vize-"."""
    return len(word) >= _SHORTEST and word[:1].isupper() and not cluster(word) and not names().exact(word)


def short_names(mentions: Iterable[Mention], text: str) -> dict[str, str]:
    """The full names of the firms of a document by what stands before the legal form; none that two firms share."""
    full: dict[str, set[str]] = {}
    for mention in mentions:
        name = mention.name
        core, _, form = name.rpartition(" ")
        firm = mention.kind is Kind.ORGANISATION and form in LEGAL_FORMS and mention.span.of(text).endswith(form)
        if firm and " " not in core and len(core) >= _SHORTEST:
            full.setdefault(fold(core), set()).add(name)
    return {core: next(iter(found)) for core, found in full.items() if len(found) == 1}


def rekinded(mentions: Iterable[Mention], full: Mapping[str, str], text: str) -> list[Mention]:
    """The mentions; guesses that are the short name of a firm are the firm."""
    return [_rekinded(mention, full, mention.span.of(text)) for mention in mentions]


def _rekinded(mention: Mention, full: Mapping[str, str], surface: str) -> Mention:
    if not mention.rule.startswith(_GUESSES):
        return mention
    name = _firm(surface, full)
    return replace(mention, kind=Kind.ORGANISATION, name=name, rule="short-firm") if name else mention


def by_short_name(view: View, full: Mapping[str, str]) -> list[Mention]:
    """Further mentions of the firms by their short name, also as the first part of a compound."""
    return [
        Mention(part.span, Kind.ORGANISATION, name, "short-firm")
        for part in view.parts
        if part.opens and _can_be_name(view, part) and (name := _firm(part.text, full))
    ]


def _can_be_name(view: View, part: Part) -> bool:
    """Not where the word is everyday German and stands like it: the "Post", the "Kanne"."""
    return part.text[:1].isupper() and (view.tokens[part.token].tag.startswith("NE") or not cluster(part.text))


def _firm(surface: str, full: Mapping[str, str]) -> str | None:
    return next((full[base] for base in bases(fold(surface)) if base in full), None)
