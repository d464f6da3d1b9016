"""Rules `called` and `of-type`: what the text says that something is called.

"Der Hund hiess «Mörder»", "hat einen Namen: «Chrämerei»", "ein Schiff namens Aurora", "Haubitzen des Typs M109".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.names.seen import kind_of
from generator.german.names.forms import fold
from generator.german.names.vocabulary import weapon_category
from generator.model.annotation import Mention
from generator.model.ids import Kind
from generator.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.annotate.names.view import View
    from generator.model.annotation import Token

_CALLS = frozenset({"heißen", "heissen", "taufen", "umtaufen", "umbenennen", "namens"})
_NAMES = frozenset({"name", "namen", "bezeichnung", "titel"})
_WITH = frozenset({"unter", "mit", ":"})
_TYPE = frozenset({"typ", "typs", "typen", "modell", "modells", "bauart", "baureihe", "bezeichnung"})
_SKIPPED = frozenset({":", "auf", "den", "die", "auch", "nun", "jetzt", "künftig", "heute"})
_REACH = 3
_FAR = 12  # tokens from "Namen" to the colon
_LONGEST = 4
_KIND_REACH = 4  # words between the kind of weapon and its type


def called(view: View) -> list[Mention]:
    """The names of a sentence that verbs and nouns of naming introduce."""
    quoted = [m for start, end in view.quoted for m in [_quoted(view, start, end)] if m]
    return quoted + [m for index in range(len(view.tokens) - 1) for m in [_typed(view, index)] if m]


def _quoted(view: View, start: int, end: int) -> Mention | None:
    words = view.tokens[start:end]
    if len(words) > _LONGEST or not words[0].text[0].isupper() or words[-1].text in ".!?," or _is_clause(words):
        return None
    earlier = view.tokens[max(0, start - 1 - _FAR) : start - 1]
    if not (_is_introduced(earlier[-_REACH:]) or _is_announced(earlier)):
        return None
    span = Span(words[0].span.start, words[-1].span.end)
    class_ = next((class_ for seen, class_ in view.seen_over(span) if seen == span and class_ != "derived"), "other")
    return Mention(span, kind_of(span.of(view.text), class_), span.of(view.text), "called")


def _is_clause(words: Sequence[Token]) -> bool:
    return any("FIN" in word.tag for word in words)


def _is_announced(earlier: Sequence[Token]) -> bool:
    """Whether a colon and a name somewhere before it introduce: "Einen Namen haben sie auch: «Kobold»"."""
    return bool(earlier) and earlier[-1].text == ":" and any(fold(t.text) in _NAMES for t in earlier)


def _is_introduced(earlier: Sequence[Token]) -> bool:
    """Whether a word of naming ends `earlier`; not "es hiess: «Niemand»", where somebody's words follow."""
    words = [fold(token.text) for token in earlier]
    if "es" in words:
        return False
    last = next((t for t in reversed(earlier) if fold(t.text) not in _SKIPPED), None)
    if last is None:
        return False
    named = {fold(last.lemma), fold(last.text)}
    return bool(named & _CALLS) or (bool(named & _NAMES) and not _WITH.isdisjoint(words))


def _typed(view: View, index: int) -> Mention | None:
    """The type behind "des Typs", "vom Typ", "mit der Bezeichnung": a weapon's if a kind of weapon stands before."""
    if fold(view.tokens[index].text) not in _TYPE:
        return None
    end = _designation(view.tokens, index + 1)
    if end == index + 1:
        return None
    before = view.tokens[max(0, index - _KIND_REACH) : index]
    kind = Kind.WEAPON if any(weapon_category(t.text) for t in before if t.text[0].isupper()) else Kind.OTHER
    span = Span(view.tokens[index + 1].span.start, view.tokens[end - 1].span.end)
    if any(seen != span and class_ != "derived" for seen, class_ in view.seen_over(span)):
        return None
    return Mention(span, kind, span.of(view.text), "of-type")


def _designation(tokens: Sequence[Token], start: int) -> int:
    """Where the designation from `start` on ends: a proper noun or letters with figures, then figures and letters."""
    first = tokens[start]
    figures = any(char.isdigit() for char in first.text) and first.text[0].isupper()
    if not (figures or (first.text[0].isupper() and first.tag.startswith(("NE", "FM", "XY")))):
        return start
    end = start + 1
    while end < len(tokens) and (
        tokens[end].text.isdigit() or (len(tokens[end].text) == 1 and tokens[end].text.isalpha())
    ):
        end += 1
    return end
