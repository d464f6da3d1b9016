"""Disputes of the registry, each side with the statements that its words are part of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.dossier import Dispute, Side

if TYPE_CHECKING:
    from generator.assemble.corpus import Corpus
    from generator.model.dossier import Statement
    from generator.model.registry import RegistrySide


def find_disputes(corpus: Corpus, statements: tuple[Statement, ...]) -> tuple[Dispute, ...]:
    """Every dispute, sorted by id."""
    disputes = (
        Dispute(d.id, d.title, tuple(_side(corpus, side, statements) for side in d.sides))
        for d in corpus.registry.disputes
    )
    return tuple(sorted(disputes, key=lambda d: d.id))


def _side(corpus: Corpus, side: RegistrySide, statements: tuple[Statement, ...]) -> Side:
    evidence = corpus.evidence(side.evidence)
    said = (s.id for s in statements if any(e.source == s.source and e.span.overlaps(s.span) for e in evidence))
    return Side(side.stance, side.holders, tuple(said))
