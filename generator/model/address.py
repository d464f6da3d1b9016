"""Where things stand on the site: the one place that knows folder names and anchors.

Addresses are permanent (a changed id leaves a redirect) and the same in every interface language.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import TYPE_CHECKING

from generator.model.ids import Kind, Status

if TYPE_CHECKING:
    from generator.model.dossier import Dispute, Entity, EntityQuotation, Event, Statement
    from generator.model.ids import Certainty, SourceId
    from generator.model.registry import RegistryEntity

FOLDERS: dict[Kind, str] = {
    Kind.PERSON: "akteure",
    Kind.STATE: "akteure",
    Kind.ORGANISATION: "akteure",
    Kind.OUTLET: "medien",
    Kind.PLACE: "orte",
    Kind.WEAPON: "waffensysteme",
    Kind.TOPIC: "themen",
}
EXPERTS = "experten"
SOURCES = "quellen"
STATEMENTS = "aussagen"
DISPUTES = "streitpunkte"

START = "index.md"
CLAIMS = f"{STATEMENTS}/index.md"
CHRONICLE = "chronik/index.md"
REGISTER = "register/index.md"
METHOD = "methode/index.md"
TOPIC_INDEX = "themen/index.md"
DATA = "daten/index.md"

_TRANSLITERATION = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "ł": "l"})


def slug(text: str) -> str:
    """`text` in ASCII lower case with hyphens: "Pjöngjang" → "pjoengjang"; a hash where nothing is left."""
    folded = unicodedata.normalize("NFC", text).lower().translate(_TRANSLITERATION)
    ascii_text = unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_text).strip("-")[:80].strip("-") or "x-" + digest(text)


def digest(*parts: str) -> str:
    """Ten hex digits that depend on `parts` alone: the ids of statements, quotations and sentences."""
    return hashlib.sha256("\x00".join(parts).encode()).hexdigest()[:10]


def entity_page(entity: Entity | RegistryEntity) -> str | None:
    """The page of an entity, relative to `docs/`; None for kinds that have none (events, documents)."""
    folder = EXPERTS if entity.expert else FOLDERS.get(entity.kind)
    return f"{folder}/{entity.id}.md" if folder else None


def earlier_pages(entity: Entity) -> tuple[str, ...]:
    """The pages that an entity may have had, relative to `docs/`, in the order of `Entity.formerly`.

    An earlier id stands for a page in each folder that its kind can have: a person may have become an expert since.
    A draft that the rules call an expert may have been none before another source was added.
    """
    kind = {FOLDERS.get(entity.kind), EXPERTS if entity.kind is Kind.PERSON else None}
    folders = sorted(filter(None, kind))
    pages = [f"{page}.md" for old in entity.formerly for page in ([old] if "/" in old else _in_each(folders, old))]
    drafted = [f"{FOLDERS[entity.kind]}/{entity.id}.md"] if entity.expert and entity.status is Status.DRAFT else []
    return tuple(dict.fromkeys([*pages, *drafted]))


def _in_each(folders: list[str], name: str) -> list[str]:
    return [f"{folder}/{name}" for folder in folders]


def source_page(source: SourceId) -> str:
    """The page of an annotated source, relative to `docs/`."""
    return f"{SOURCES}/{source}.md"


def statements_page(source: SourceId) -> str:
    """The page with all statements of a source, relative to `docs/`."""
    return f"{STATEMENTS}/{source}.md"


def entity_place(entity: Entity) -> str:
    """The page of an entity, or its line in the index of names where its kind has no pages."""
    return entity_page(entity) or f"{REGISTER}#{entity.id}"


def statement_place(statement: Statement) -> str:
    """The permanent place of a statement: where it stands in full, among those of its source."""
    return f"{statements_page(statement.source)}#{statement.id}"


def quotation_place(quotation: EntityQuotation) -> str:
    """The permanent place of somebody's words: on the page of the source, where they stand."""
    return f"{source_page(quotation.source)}#{quotation.id}"


def event_place(event: Event) -> str:
    """The line of an event in the timeline."""
    return f"{CHRONICLE}#{event.id}"


def dispute_page(dispute: Dispute) -> str:
    """The page of a dispute."""
    return f"{DISPUTES}/{dispute.id}.md"


def earlier_dispute_pages(dispute: Dispute) -> tuple[str, ...]:
    """The pages that a dispute may have had, relative to `docs/`."""
    return tuple(f"{DISPUTES}/{old}.md" for old in dispute.formerly)


def certainty_place(certainty: Certainty) -> str:
    """Where a status word is explained."""
    return f"{METHOD}#status-{certainty}"


def built(place: str) -> str:
    """The path on the built site of a `place` relative to `docs/`: `akteure/a.md#x` → `akteure/a.html#x`."""
    page, hash_sign, anchor = place.partition("#")
    return (f"{page.removesuffix('.md')}.html" if page.endswith(".md") else page) + hash_sign + anchor


def absolute(site_url: str, place: str) -> str:
    """The public address of a `place` relative to `docs/`: the page's canonical one, with the anchor."""
    return f"{site_url.rstrip('/')}/{built(place)}"
