"""What a labelled text says: the nouns that the readers of labels make and the scorer compares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.model.span import Span


@dataclass(frozen=True, slots=True)
class QuotationLabel:
    """Somebody's words: `type` is direct, indirect, running (Konjunktiv without a cue), reported or something else.

    `parts` leave out what stands between the pieces of one statement ("…", sagte er, "…"). `speaker` and `outlet` are
    the words that name them, `speaker_names` the full names that are right for the speaker; all empty if not said.
    """

    type: str
    parts: tuple[Span, ...]
    speaker: tuple[Span, ...] = ()
    speaker_names: frozenset[str] = frozenset()
    outlet: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class NameLabel:
    """A name; `names` are the full names that are right for it (empty: the label does not say)."""

    span: Span
    kind: str
    names: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class DateLabel:
    """A time with the EDTF readings that are right (empty: found or not, it is neither right nor wrong)."""

    span: Span
    readings: frozenset[str]


@dataclass(frozen=True, slots=True)
class ClaimLabel:
    """The certainty of the claim that the words of `span` make."""

    span: Span
    certainty: str


@dataclass(frozen=True, slots=True)
class LabelledText:
    """A text with its labels; None: the set has no labels of that sort. Names within `ignored` do not count."""

    id: str
    text: str
    published: str | None
    quotations: tuple[QuotationLabel, ...] | None = None
    names: tuple[NameLabel, ...] | None = None
    ignored: tuple[Span, ...] = ()
    dates: tuple[DateLabel, ...] | None = None
    claims: tuple[ClaimLabel, ...] | None = None
