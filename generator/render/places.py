"""Where things stand that have no page of their own, and the indexes that pages outside the entities keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.address import CLAIMS, DISPUTES
from generator.render.phrases import REGISTER

if TYPE_CHECKING:
    from generator.model.ids import EntityId
    from generator.render.context import Context

STATEMENTS = CLAIMS
DISPUTE_INDEX = f"{DISPUTES}/index.md"
SOURCE_INDEX = "quellen/index.md"
TOPIC_INDEX = "themen/index.md"
NETWORK = "netz/index.md"
SOURCE_FACTS = "angaben"
"""The anchor, on the page of a source, of what is known of it as such."""
DATA = "daten/index.md"
READINGS = "methode/lesarten.md"


def address(context: Context, entity: EntityId) -> str:
    """The page of an entity; for a kind without pages its line in the index of names."""
    return context.pages.get(entity, f"{REGISTER}#{entity}")
