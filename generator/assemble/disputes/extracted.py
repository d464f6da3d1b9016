"""The disputes that one source shows by itself: somebody says something, and others deny it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.dossier import Dispute, Side
from generator.model.ids import Certainty, EntityId, Origin

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.assemble.corpus import Corpus
    from generator.assemble.disputes.pairs import Pair
    from generator.model.dossier import Speaker


def extracted_disputes(corpus: Corpus, pairs: Iterable[Pair]) -> tuple[Dispute, ...]:
    """One for each statement that is denied, titled with its words, and a side for each group of those who deny it."""
    groups: dict[str, list[Pair]] = {}
    for pair in pairs:
        if pair.denies is not None:
            groups.setdefault(pair.denies.id, []).append(pair)
    return tuple(_dispute(corpus, group) for group in groups.values())


def _dispute(corpus: Corpus, pairs: Sequence[Pair]) -> Dispute:
    claimed = pairs[0].denies
    assert claimed is not None  # noqa: S101  `_extracted` groups by it
    words = " ".join(claimed.span.of(corpus.by_id[claimed.source].document.text).split()).rstrip(".")
    stance = "considers_possible" if claimed.certainty is Certainty.POSSIBLE else "alleges"
    denying: dict[tuple[Speaker, ...], list[str]] = {}
    for pair in pairs:
        denying.setdefault(pair.denial.holders, []).append(pair.denial.id)
    first, *others = (EntityId(key.replace("a-", "streit-", 1)) for key in (claimed.id, *claimed.formerly))
    return Dispute(
        id=first,
        title=words,
        sides=(
            _side_of(stance, claimed.holders, [claimed.id]),
            *(_side_of("denies", who, said) for who, said in denying.items()),
        ),
        origin=Origin.EXTRACTED,
        rule=pairs[0].rule,
        formerly=tuple(others),
    )


def _side_of(stance: str, holders: Iterable[Speaker], statements: Sequence[str]) -> Side:
    return Side(
        stance=stance,
        holders=tuple(holder.entity for holder in holders if holder.entity),
        statements=tuple(statements),
        unlinked=tuple(holder.name for holder in holders if not holder.entity),
    )
