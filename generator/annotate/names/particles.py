"""Rule `particle`: small words join the halves of a person's name: "Ursula von der Leyen", "Mohammed bin Salman"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.german.names.clusters import is_person
from generator.german.names.forms import fold
from generator.german.names.gazetteer import names
from generator.german.names.person_names import looks_given, particle_names, particles
from generator.model.annotation import Mention
from generator.model.ids import Kind
from generator.model.span import Span

if TYPE_CHECKING:
    from generator.annotate.names.view import View

_MOST = 3  # "de la y"


def joined(view: View) -> list[Mention]:
    """First names, particles and a family name, where the model sees only pieces."""
    found = []
    for index in range(1, len(view.tokens) - 1):
        if fold(view.tokens[index].text) in particles() and fold(view.tokens[index - 1].text) not in particles():
            end = _family_name(view, index)
            start = _first_name(view, index) if end else index
            if start < index:
                span = Span(view.tokens[start].span.start, view.tokens[end].span.end)
                found.append(Mention(span, Kind.PERSON, span.of(view.text), "particle"))
    return found


def _family_name(view: View, index: int) -> int:
    """The token behind the particles from `index` on if it can be a family name, else 0."""
    end = index
    while end < len(view.tokens) and fold(view.tokens[end].text) in particles():
        end += 1
    if end == len(view.tokens) or end - index > _MOST or view.tokens[index].text in ("und", "zu"):
        return 0
    token = view.tokens[end]
    proper = token.tag.startswith(("NE", "FM", "XY")) or token.text in particle_names() or is_person(token.text)
    a_name = token.text[:1].isupper() and proper
    return end if a_name and not names().exact(token.text) else 0


def _first_name(view: View, index: int) -> int:
    """Where the first names before the particle at `index` start; `index` if there is none."""
    start = index
    while start and _is_given(view.tokens[start - 1].text):
        start -= 1
    return start


def _is_given(word: str) -> bool:
    return looks_given(word) or (len(word) == 1 and word.isupper())
