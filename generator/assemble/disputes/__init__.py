"""Disputes: those of the registry, and those that the sources show by a denial of what somebody says.

A dispute of the registry absorbs an extracted one that it shares a statement with, or that it names as `formerly`: what
the registry lacks is added to its sides. Only what `formerly` names has a page that leads on: see
design/2026-11-23-addresses.md.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model.dossier import Dispute, Side

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.assemble.corpus import Corpus
    from generator.model.dossier import Statement
    from generator.model.ids import SourceId
    from generator.model.postings import Part
    from generator.model.registry import Registry, RegistrySide
    from generator.model.settings import Language

    StatementsOf = Mapping[SourceId, Part[Statement]]

_TITLES: dict[Language, str] = {"de": "Bestritten: „{words}“", "en": "Denied: “{words}”"}
_INNER: dict[Language, dict[int, int]] = {
    "de": str.maketrans('„“”«»"', "‚‘‘‚‘‘"),
    "en": str.maketrans('„“”«»"', "‘’’‘’’"),
}
"""Quotation marks inside of a title, which has marks of its own."""
_LONGEST_TITLE = 90  # characters of the wording


def find_disputes(
    corpus: Corpus, registry: Registry, statements: StatementsOf, extracted: Iterable[Dispute], language: Language
) -> tuple[Dispute, ...]:
    """Every dispute, sorted by id; `extracted` are those of all sources, titled with the words that are denied."""
    written = [
        Dispute(d.id, d.title, tuple(_side(corpus, side, statements) for side in d.sides), formerly=d.formerly)
        for d in registry.disputes
    ]
    found = (
        replace(d, title=_TITLES[language].format(words=_shortened(d.title).translate(_INNER[language])))
        for d in extracted
    )
    return tuple(sorted(_absorbed(written, found), key=lambda d: d.id))


def _side(corpus: Corpus, side: RegistrySide, statements: StatementsOf) -> Side:
    evidence = corpus.evidence(side.evidence)
    cited = {piece.source for piece in evidence}
    near = (s for source in corpus.sources if (key := source.document.id) in cited for s in statements.get(key, ()))
    said = (s.id for s in near if any(e.source == s.source and e.span.overlaps(s.span) for e in evidence))
    return Side(side.stance, side.holders, tuple(said))


def _shortened(words: str) -> str:
    if len(words) <= _LONGEST_TITLE:
        return words
    return words[:_LONGEST_TITLE].rpartition(" ")[0].rstrip(",;:") + " …"


def _absorbed(written: Sequence[Dispute], found: Iterable[Dispute]) -> list[Dispute]:
    """The disputes of the registry with what the rules add, and those that it does not have."""
    disputes = list(written)
    at = {key: place for place, dispute in enumerate(written) for side in dispute.sides for key in side.statements}
    named = {old: place for place, dispute in enumerate(written) for old in dispute.formerly}
    for dispute in found:
        shared = (at[key] for side in dispute.sides for key in side.statements if key in at)
        known = (named[old] for old in (dispute.id, *dispute.formerly) if old in named)
        place = next(shared, next(known, None))
        if place is None:
            disputes.append(dispute)
        else:
            disputes[place] = _joined(disputes[place], dispute)
    return disputes


def _joined(written: Dispute, found: Dispute) -> Dispute:
    known = {key for side in written.sides for key in side.statements}
    new = (replace(side, statements=tuple(k for k in side.statements if k not in known)) for side in found.sides)
    sides = (*written.sides, *(side for side in new if side.statements))
    return replace(written, sides=sides)
