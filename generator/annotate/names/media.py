"""Rules `outlet-title`, `outlet-quoted` and `outlet-addressed`: media that no list knows.

A title is told by its head noun with the region it is for ("Weinviertler Rundschau", "March-Bote") or by how people
deal with a medium: one speaks to it ("sagte sie dem «Sonnenblatt»"), and it reports ("wie die «Neue Zeit» schreibt").
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from generator.annotate.names.view import belongs_to_name
from generator.german.names.clusters import COMMON, REGIONAL, own_cluster
from generator.german.names.forms import bases, fold
from generator.german.names.gazetteer import is_inhabitant, names
from generator.german.names.vocabulary import compound_head, head
from generator.german.saying import verbs
from generator.model.annotation import Mention
from generator.model.ids import Kind
from generator.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.annotate.names.view import View
    from generator.model.annotation import Token

_MEDIUM = "medium"
_DATIVE = ("dem", "der")
_REPORTS = frozenset({"berichten", "schreiben", "melden", "zitieren", "titeln", "vorliegen", "enthüllen"})
_ACCORDING = frozenset({"laut", "gegenüber", "gemäß", "gemäss"})
_TALKS = frozenset({"interview", "gespräch"})
_REACH = 7  # tokens between a verb of saying and whom it is said to
_FAR = 14  # tokens from a title to the verb at the end of its clause
_CLAUSE_ENDS = frozenset({",", ".", ";", ":"})
_LONGEST = 5
_SMALL = 3  # letters of a word that a title may write small


def media(view: View) -> list[Mention]:
    """The media of a sentence that their titles or frames show."""
    quoted = [m for start, end in view.quoted for m in [_quoted(view, start, end)] if m]
    bare = [m for index in range(len(view.tokens)) for m in [_titled(view, index) or _addressed(view, index)] if m]
    return quoted + bare


def _quoted(view: View, start: int, end: int) -> Mention | None:
    words = view.tokens[start:end]
    if len(words) > _LONGEST or not _is_title(words):
        return None
    if any(_closes(word.text) for word in (words[0], words[-1])) and not _is_common(words):
        return _mention(view, start, end, "outlet-quoted")
    if _is_spoken_to(view.tokens, start - 1) or _reports(view.tokens, start - 1, end + 1):
        return _mention(view, start, end, "outlet-quoted")
    return None


def _is_title(words: Sequence[Token]) -> bool:
    """Whether the words are written like a title: a capital on all but small words, and no finite verb."""
    capitals = all(w.text[0].isupper() or len(w.text) <= _SMALL for w in words) and words[0].text[0].isupper()
    return capitals and not any("FIN" in w.tag for w in words) and words[-1].text[-1].isalnum()


def _is_common(words: Sequence[Token]) -> bool:
    """Whether the words are one everyday noun: die «Post»."""
    return len(words) == 1 and head(words[0].text) is not None


def _outlet_head(word: str, use: str) -> bool:
    """Whether `word` is or ends in a head noun for media with `use`, and is no kind of them ("Tageszeitung").

    Those that close other names too (`medium`) count only by themselves.
    """
    found = head(word) or (None if use == _MEDIUM else compound_head(word, use))
    singular = found is not None and any(fold(base).endswith(fold(found.noun)) for base in bases(word))
    return singular and found is not None and found.kind is Kind.OUTLET and use in found.uses


def _closes(word: str) -> bool:
    return _outlet_head(word, "close") or _outlet_head(word, _MEDIUM)


def _is_spoken_to(tokens: Sequence[Token], mark: int) -> bool:
    """Whether the words behind token `mark` are what somebody speaks to: "sagte er dem", "gegenüber der", "laut"."""
    if mark < 1:
        return False
    before = fold(tokens[mark - 1].text)
    if before in _ACCORDING:
        return True
    if before not in _DATIVE:
        return False
    earlier = tokens[max(0, mark - 1 - _REACH) : mark - 1]
    if earlier and fold(earlier[-1].text) == "mit":
        return any(fold(token.text) in _TALKS for token in earlier)
    said = any(fold(t.lemma) in verbs() and t.tag.startswith("V") for t in earlier)
    attribute = bool(earlier) and before == "der" and earlier[-1].tag.startswith("NN")
    to_it = bool(earlier) and not earlier[-1].tag.startswith(("APPR", "VM")) and not attribute
    return (said and to_it) or (bool(earlier) and fold(earlier[-1].text) in _ACCORDING)


def _reports(tokens: Sequence[Token], mark: int, end: int) -> bool:
    """Whether what stands between tokens `mark` and `end` reports: "wie die «…» schreibt", "das der «…» vorliegt"."""
    if mark < 1 or not tokens[mark - 1].tag.startswith(("ART", "PDS", "PREL")):
        return False
    behind = next((t for t in tokens[end : end + 2] if t.tag.startswith("V")), None)
    first = behind is not None and fold(behind.lemma) in _REPORTS
    verb = tokens[mark - 2] if mark > 1 else None
    turned = verb is not None and verb.tag.startswith("V") and fold(verb.lemma) in _REPORTS
    return first or turned or _reports_later(tokens, end)


def _reports_later(tokens: Sequence[Token], end: int) -> bool:
    """Whether the verb ends the clause: "hatte am Wochenende berichtet", "unter Berufung auf … meldet"."""
    clause = takewhile(lambda token: token.text not in _CLAUSE_ENDS, tokens[end : end + _FAR])
    words = list(clause)
    if not words or not (words[0].lemma == "haben" or fold(words[0].text) == "unter"):
        return False
    return any(token.tag.startswith("V") and fold(token.lemma) in _REPORTS for token in words)


def _titled(view: View, index: int) -> Mention | None:
    """A region's adjective and a head noun: "Aargauer Nachrichten", "Neue Urner Zeitung"; "March-Bote"."""
    word = view.tokens[index].text
    if not word[:1].isupper() or not _outlet_head(word, "close"):
        return None
    start = index
    while start and (_is_regional(view.tokens[start - 1]) or view.tokens[start - 1].text.startswith("Neue")):
        start -= 1
    if start == index and index and belongs_to_name(view.tokens, index - 1):
        start -= 1
    regional = any(not token.text.startswith("Neue") for token in view.tokens[start:index])
    return _mention(view, start, index + 1, "outlet-title") if regional or _has_own_name(word) else None


def _is_regional(token: Token) -> bool:
    word = token.text
    of_state = token.tag.startswith("ADJ") and is_inhabitant(word)
    return word[0].isupper() and (own_cluster(word) == REGIONAL or of_state)


def _has_own_name(word: str) -> bool:
    """Whether a name stands before the hyphen: "March-Bote", not "Online-Zeitung"."""
    first, hyphen, last = word.rpartition("-")
    kind = own_cluster(first)
    return bool(hyphen) and last[:1].isupper() and first[:1].isupper() and not kind.startswith(COMMON)


def _addressed(view: View, index: int) -> Mention | None:
    """What is spoken to or in: "sagte sie dem Sportkurier", "im Schweizer Fernsehen"."""
    word = view.tokens[index].text
    if not word[:1].isupper() or index == 0:
        return None
    start = index - 1 if _is_regional(view.tokens[index - 1]) else index
    regional = start < index and _closes(word)
    single = start == index and head(word) is None and _outlet_head(word, "alone")
    if not (regional or single):
        return None
    inside = start > 0 and fold(view.tokens[start - 1].text) in ("im", "ins", "beim")
    spoken = _is_spoken_to(view.tokens, start)
    return _mention(view, start, index + 1, "outlet-addressed") if inside or spoken else None


def _mention(view: View, start: int, end: int, rule: str) -> Mention:
    span = Span(view.tokens[start].span.start, view.tokens[end - 1].span.end)
    surface = span.of(view.text)
    listed = next((entry.name for entry in names().exact(surface) if entry.kind is Kind.OUTLET), surface)
    return Mention(span, Kind.OUTLET, listed, rule)
