"""What has a place: a span of a text, or a source that it is from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from generator.model.ids import SourceId
    from generator.model.span import Span


class Spanned(Protocol):
    """A noun that stands somewhere in a text."""

    @property
    def span(self) -> Span:
        """Where."""


class Sourced(Protocol):
    """A noun that is from one source."""

    @property
    def source(self) -> SourceId:
        """Which one."""
