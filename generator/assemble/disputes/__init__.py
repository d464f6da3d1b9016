"""Disputes: those of the registry, and those that the sources show by a denial of what somebody says.

A dispute of the registry absorbs an extracted one that it shares a statement with: what the registry lacks is added
to its sides, and the address of the extracted one leads to it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.assemble.disputes.pairs import Pair, find_pairs
from generator.model.dossier import Dispute, Side
from generator.model.ids import Certainty, EntityId, Origin

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.assemble.corpus import Corpus
    from generator.model.dossier import Speaker, Statement
    from generator.model.registry import RegistrySide
    from generator.model.settings import Language

_TITLES: dict[Language, str] = {"de": "Bestritten: „{words}“", "en": "Denied: “{words}”"}
_LONGEST_TITLE = 90  # characters of the wording


def find_disputes(
    corpus: Corpus, statements: tuple[Statement, ...], language: Language
) -> tuple[tuple[Dispute, ...], tuple[Statement, ...]]:
    """Every dispute, sorted by id; and the denials of which it is not clear what they deny."""
    written = [
        Dispute(d.id, d.title, tuple(_side(corpus, side, statements) for side in d.sides))
        for d in corpus.registry.disputes
    ]
    pairs = list(find_pairs(corpus, statements))
    found = _extracted(corpus, pairs, language)
    disputes = _absorbed(written, found)
    settled = {key for dispute in disputes for side in dispute.sides for key in side.statements}
    unclear = (pair.denial for pair in pairs if pair.denies is None and pair.denial.id not in settled)
    return tuple(sorted(disputes, key=lambda d: d.id)), tuple(unclear)


def _side(corpus: Corpus, side: RegistrySide, statements: tuple[Statement, ...]) -> Side:
    evidence = corpus.evidence(side.evidence)
    said = (s.id for s in statements if any(e.source == s.source and e.span.overlaps(s.span) for e in evidence))
    return Side(side.stance, side.holders, tuple(said))


def _extracted(corpus: Corpus, pairs: Iterable[Pair], language: Language) -> list[Dispute]:
    """One dispute for each statement that is denied, with a side for each group of those who deny it."""
    groups: dict[str, list[Pair]] = {}
    for pair in pairs:
        if pair.denies is not None:
            groups.setdefault(pair.denies.id, []).append(pair)
    return [_dispute(corpus, group, language) for group in groups.values()]


def _dispute(corpus: Corpus, pairs: Sequence[Pair], language: Language) -> Dispute:
    claimed = pairs[0].denies
    assert claimed is not None  # noqa: S101  `_extracted` groups by it
    words = " ".join(claimed.span.of(corpus.by_id[claimed.source].document.text).split()).rstrip(".")
    stance = "considers_possible" if claimed.certainty is Certainty.POSSIBLE else "alleges"
    denying: dict[tuple[Speaker, ...], list[str]] = {}
    for pair in pairs:
        denying.setdefault(pair.denial.holders, []).append(pair.denial.id)
    return Dispute(
        id=EntityId(claimed.id.replace("a-", "streit-", 1)),
        title=_TITLES[language].format(words=_shortened(words)),
        sides=(
            _side_of(stance, claimed.holders, [claimed.id]),
            *(_side_of("denies", who, said) for who, said in denying.items()),
        ),
        origin=Origin.EXTRACTED,
        rule=pairs[0].rule,
    )


def _side_of(stance: str, holders: Iterable[Speaker], statements: Sequence[str]) -> Side:
    return Side(
        stance=stance,
        holders=tuple(holder.entity for holder in holders if holder.entity),
        statements=tuple(statements),
        unlinked=tuple(holder.name for holder in holders if not holder.entity),
    )


def _shortened(words: str) -> str:
    if len(words) <= _LONGEST_TITLE:
        return words
    return words[:_LONGEST_TITLE].rpartition(" ")[0].rstrip(",;:") + " …"


def _absorbed(written: Sequence[Dispute], found: Iterable[Dispute]) -> list[Dispute]:
    """The disputes of the registry with what the rules add, and those that it does not have."""
    disputes = list(written)
    at = {key: place for place, dispute in enumerate(written) for side in dispute.sides for key in side.statements}
    for dispute in found:
        place = next((at[key] for side in dispute.sides for key in side.statements if key in at), None)
        if place is None:
            disputes.append(dispute)
        else:
            disputes[place] = _joined(disputes[place], dispute)
    return disputes


def _joined(written: Dispute, found: Dispute) -> Dispute:
    known = {key for side in written.sides for key in side.statements}
    new = (replace(side, statements=tuple(k for k in side.statements if k not in known)) for side in found.sides)
    sides = (*written.sides, *(side for side in new if side.statements))
    return replace(written, sides=sides, formerly=(*written.formerly, found.id))
