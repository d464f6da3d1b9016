"""Under which words a page should be found though they do not stand on it: nobody sees them.

The registry's aliases are one part. The other follows from the spelling: umlauts and ß as people type them without,
old and Swiss spellings, a designation without its hyphen (KN-23, KN23), and the head of a compound where the
sources use it as a word of its own (Kurzstreckenrakete, Rakete).
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from generator.model.ids import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.dossier import Entity
    from generator.render.context import Context

SHORTEST_HEAD = 4
_SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})
_JOINT = re.compile(r"(?<=\w)[-‐‑–](?=\w)")
_WORD = re.compile(r"[^\W\d_]+")


def search_words(context: Context, entity: Entity) -> tuple[str, ...]:
    """Gather the words in a fixed order, each once and none that is the name itself."""
    forms = [entity.name, *(alias.text for alias in entity.aliases), *entity.forms]
    described = [fact.value for fact in entity.facts if fact.property == "type"]
    described += forms if entity.kind is Kind.WEAPON else []
    words = dict.fromkeys(forms)
    words |= dict.fromkeys(variant for form in forms for variant in _variants(form))
    words |= dict.fromkeys(head for text in described for head in _heads(context, text))
    return tuple(word for word in words if word != entity.name)


def _variants(form: str) -> Iterator[str]:
    """Spell `form` otherwise: „Pjöngjang“ → Pjoengjang, Pjongjang; „Grossbritannien“ → Großbritannien."""
    yield form.translate(_SPELLED_OUT)
    yield "".join(c for c in unicodedata.normalize("NFKD", form) if not unicodedata.combining(c))
    yield form.replace("ss", "ß")
    yield _JOINT.sub("", form)
    yield _JOINT.sub(" ", form)


def _heads(context: Context, text: str) -> Iterator[str]:
    for word in _WORD.findall(text):
        for cut in range(2, len(word) - SHORTEST_HEAD + 1):
            head = word[cut:].capitalize()
            if head in context.nouns:
                yield head
