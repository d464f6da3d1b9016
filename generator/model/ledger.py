"""The ledgers: how the program read what can be read in several ways, and what it read nothing in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.ids import EntityId, SourceId
    from generator.model.span import Span


@dataclass(frozen=True, slots=True)
class Reading:
    """A name with several possible meanings and the one it was given; None where a person has to decide.

    `candidates` are those it could have been, `rule` tells who decided: a rule, or `decision` for the registry.
    """

    source: SourceId
    span: Span
    entity: EntityId | None
    candidates: tuple[EntityId, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as printed. `values` are one decimal number or the two ends of a range, in the order of the text.

    `unit` is the sign of a unit, or the noun that is counted. `flags`: `descending` (a range from more to less),
    `calibre` (millimetres that no weapon has).
    """

    source: SourceId
    span: Span
    values: tuple[str, ...]
    unit: str
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Silence:
    """A sentence, or a block that was set aside, that yielded no statement, and why.

    `reason`: `caption`, `credit`, `no-verb`, `no-claim`; for a block the rule that set it aside.
    """

    source: SourceId
    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Ledgers:
    """Every ledger in the order of sources and text."""

    metonyms: Sequence[Reading] = ()
    surnames: Sequence[Reading] = ()
    figures: Sequence[Figure] = ()
    silences: Sequence[Silence] = ()
