"""Rule `model`: what the name model sees, in the kinds of the contract."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.annotate.names.surroundings import reread
from generator.german.names.forms import bases, fold
from generator.german.names.gazetteer import names
from generator.german.names.person_names import is_eastern
from generator.german.names.tagger import DERIVED
from generator.german.names.vocabulary import event_endings, head
from generator.model.annotation import Mention
from generator.model.ids import Kind

if TYPE_CHECKING:
    from generator.annotate.names.view import View

_SYLLABLES = re.compile(r" \w+-[a-z]+$")  # Moon Jae-in
CLASSES = {
    Kind.PERSON: "person",
    Kind.STATE: "place",
    Kind.PLACE: "place",
    Kind.ORGANISATION: "organisation",
    Kind.OUTLET: "organisation",
    Kind.WEAPON: "other",
}
"""The model's class for names of each kind."""
_KINDS = {"person": Kind.PERSON, "place": Kind.PLACE, "organisation": Kind.ORGANISATION, "other": Kind.OTHER}


def seen(view: View) -> list[Mention]:
    """One mention for each name that the model sees and that is not made from a name ("russisch")."""
    found = []
    for whole, guess in view.seen:
        if guess == DERIVED:
            continue
        span, class_ = reread(view, whole, guess)
        surface = span.of(view.text)
        kind = kind_of(surface, class_)
        found.append(Mention(span, kind, _name(surface, kind), f"model-{class_}"))
    return found


def kind_of(surface: str, class_: str) -> Kind:
    """The kind of a name that the model puts into `class_`; its form tells media, events and East Asian persons."""
    if class_ == "person" or (is_eastern(surface) and _SYLLABLES.search(surface)):
        return Kind.PERSON
    if class_ == "organisation":
        return Kind.OUTLET if _is_outlet(surface) else Kind.ORGANISATION
    if class_ == "other" and fold(surface).endswith(event_endings()):
        return Kind.EVENT
    if class_ == "place" and " " in surface:
        return _body_of_place(surface)
    return _KINDS[class_]


def _body_of_place(surface: str) -> Kind:
    """A place whose words say that it is a body: "Radio Linth", "Raabtaler Sparkasse"."""
    words = surface.split()
    opening, closing = head(words[0]), head(words[-1])
    if opening is not None and opening.uses >= {"frame", "medium"}:
        return Kind.OUTLET
    body = closing is not None and closing.kind is Kind.ORGANISATION and "close" in closing.uses
    return Kind.ORGANISATION if body else Kind.PLACE


def _is_outlet(surface: str) -> bool:
    """Whether a head noun makes the organisation a medium: "Neue Rundschau", "Radio Energy"."""
    words = surface.split()
    closing, opening = head(words[-1]), head(words[0])
    closes = closing is not None and closing.kind is Kind.OUTLET and "close" in closing.uses
    return closes or (len(words) > 1 and opening is not None and opening.uses >= {"frame", "medium"})


def _name(surface: str, kind: Kind) -> str:
    """The name without its genitive, where a list knows it without."""
    if kind is Kind.PERSON:
        return surface
    listed = next((entry.name for entry in names().exact(surface) if entry.kind is kind), None)
    if listed:
        return listed
    return next((base for base in bases(surface)[1:] if names().exact(base)), surface)
