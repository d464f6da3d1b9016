"""The anchors of the parts of a page: permanent, and the same in every language of the interface."""

from __future__ import annotations

ANCHORS: dict[str, str] = {
    "overview": "auf-einen-blick",
    "statements": "aussagen",
    "said_by": "sagt",
    "said_through": "durch",
    "said_about": "ueber",
    "compare": "andere",
    "disputes": "streitpunkte",
    "relations": "beziehungen",
    "chronicle": "chronik",
    "mentions": "erwaehnungen",
    "names": "namen",
    "notes": "notizen",
    "external": "extern",
    "person": "personen",
    "state": "staaten",
    "organisation": "organisationen",
    "system": "systeme",
    "category": "gattungen",
}
"""By the key of the part's title; on an index page by the key of the group."""
