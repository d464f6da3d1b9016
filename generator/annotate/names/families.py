"""Rules `family-name` and `in-compound`: people of the document whom the model overlooks behind their family names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.german.names.clusters import cluster, is_person
from generator.german.names.forms import bases, fold
from generator.german.names.person_names import particles
from generator.german.saying import verbs
from generator.model.annotation import Mention
from generator.model.ids import Kind
from generator.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.annotate.names.people import People
    from generator.annotate.names.view import View
    from generator.model.annotation import Token

_SHORTEST = 3  # a shorter family name is only one where the model sees it
_LIKE_NOUNS = ("ART", "ADJA", "ADJ(A)", "PPOSAT", "PIAT", "PDAT", "APPRART", "CARD")
_INITIAL = re.compile(r"[A-ZÄÖÜ]\.")
_BEHIND_SUBJECT = (",", ":", "–", "(")


def again(view: View, people: People) -> list[Mention]:
    """The people of the document in one sentence, by their family names."""
    found = [m for token in view.tokens for m in [_whole(view, token, people)] if m]
    for index, part in enumerate(view.parts):
        if len(part.text) < _SHORTEST or not part.text[0].isupper() or not people.called(part.text):
            continue
        if part.opens and part.closes:
            span = _with_particles(view, index, people)
            if span != part.span or _reads_as_name(view, part.token):
                found.append(Mention(span, Kind.PERSON, part.text, "family-name"))
        elif not part.closes and not view.tokens[part.token].tag.startswith("NE") and _in_front(view, index, people):
            found.append(Mention(part.span, Kind.PERSON, part.text, "in-compound"))
    return found


def _whole(view: View, token: Token, people: People) -> Mention | None:
    """A double name and an initial, which are several parts or none: "Meier-Schmidt", "S."."""
    double = "-" in token.text and token.text[0].isupper() and people.called(token.text)
    initial = _INITIAL.fullmatch(token.text) and people.called(token.text)
    if double or (initial and not view.seen_over(token.span)):
        return Mention(token.span, Kind.PERSON, token.text, "family-name")
    return None


def _reads_as_name(view: View, index: int) -> bool:
    """Not where the family name is an everyday word and stands like one: "der Koch"; but "sagt Koch", "Koch lacht"."""
    token = view.tokens[index]
    before = view.tokens[index - 1] if index else None
    if token.tag.startswith("NE") or (before and (fold(before.lemma) in verbs() or fold(before.text) == "so")):
        return True
    if before and before.tag.startswith(_LIKE_NOUNS):
        return False
    if token.tag.startswith("NN"):
        return any(map(is_person, bases(token.text))) or not cluster(token.text) or _is_subject(view, index)
    return _is_subject(view, index) if _opens_clause(view, index) else token.tag.startswith("ADJ")


def _opens_clause(view: View, index: int) -> bool:
    return index == 0 or not view.tokens[index - 1].text[0].isalnum()


def _is_subject(view: View, index: int) -> bool:
    """Whether a verb, an apposition or a turn of an interview follows the word, which no article precedes."""
    if not _opens_clause(view, index) or index + 1 >= len(view.tokens):
        return False
    following = view.tokens[index + 1]
    return "FIN" in following.tag or following.text in _BEHIND_SUBJECT


def _with_particles(view: View, index: int, people: People) -> Span:
    """The span of the family name with the particles that belong to it: "von der Leyen"."""
    start = index
    while start and fold(view.parts[start - 1].text) in particles():
        start -= 1
    whole = Span(view.parts[start].span.start, view.parts[index].span.end)
    return whole if people.called(whole.of(view.text)) else view.parts[index].span


def _in_front(view: View, index: int, people: People) -> bool:
    """Whether the piece opens its compound or follows another person there: "Kim-Putin-Gipfel"."""
    return view.parts[index].opens or bool(people.called(view.parts[index - 1].text))


def without_pieces(mentions: Iterable[Mention], whole: Iterable[Mention]) -> list[Mention]:
    """The mentions but for guesses that are the end of a longer family name: "Leyen" of "von der Leyen"."""
    starts = {m.span.end: m.span.start for m in whole}
    return [
        m for m in mentions if not (m.rule.startswith("model") and starts.get(m.span.end, m.span.start) < m.span.start)
    ]
