"""Rule `metonym`: a capital or a seat of government that stands for its government.

"Moskau dementiert", "zwischen Moskau und Pjöngjang", "Geschäfte mit Pjöngjang" speak of governments; "in Moskau",
"nach Moskau", "die Strassen Moskaus" of the city. A capital is the city unless something speaks for the government,
a seat ("der Kreml") the government unless something speaks for the building.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from generator.german.data import read_lines
from generator.german.names.forms import fold, singulars
from generator.german.names.gazetteer import names
from generator.german.saying import verbs
from generator.model.ids import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.annotation import Token

_BETWEEN = frozenset({"und", "oder", "sowie", "auch", ",", "selbst", "sogar", "der", "die", "das", "dem", "den", "des"})
_ATTRIBUTES = ("ADJ", "ADV")
_CLAUSE_END = frozenset({",", ";", ":", "»", "«", "“", "”", "„", '"', "–", "(", ")"})
_SAYS = frozenset({"say", "clause", "inf", "object"})
_OPENING = frozenset('«„“"»')
_CLOSING = frozenset('»“”"«')
_INSERTED = ("wie", "so")
_REACH = 14  # tokens from the name back to its verb
_FAR = 26  # tokens from the name to the verb at the end of its clause
_NEAR = 3


def acts(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the capital or seat at tokens `start` to `end` stands for the government."""
    before = _preposition(tokens, start)
    if _is_seat(" ".join(t.text for t in tokens[start:end])):
        return before is None or fold(tokens[before].lemma) not in _words("inside")
    if before is not None:
        return _addressed(tokens, before, start, end)
    if _is_genitive(tokens, start, end):
        return _has_noun_of_power(tokens, start, end)
    return not _names_a_place(tokens, start, end) and _governs_act(tokens, start, end)


def _preposition(tokens: Sequence[Token], start: int) -> int | None:
    """The preposition that governs the name, across an article, attributes and coordinated capitals; None without."""
    for index in range(start - 1, max(-1, start - 1 - _REACH), -1):
        token = tokens[index]
        if token.tag.startswith("APPR"):
            return index
        capital = _is_political(token.text)
        if not (fold(token.text) in _BETWEEN or capital or token.tag.startswith(_ATTRIBUTES)):
            return None
        if token.text == "," and not _is_political(tokens[index - 1].text):
            return None
    return None


def _addressed(tokens: Sequence[Token], preposition: int, start: int, end: int) -> bool:
    """Whether the preposition speaks to or about a government: "mit Pjöngjang", "Druck auf Moskau"; not "in Moskau"."""
    word = fold(tokens[preposition].text)
    if word == "zwischen":
        return _between_states(tokens, preposition, start, end)
    if word not in _words("preposition") or _next_noun_is(tokens, end, "city"):
        return False
    if word in _words("toward"):
        return True
    if end < len(tokens) and fold(tokens[end].text) == "aus":  # von Moskau aus
        return False
    done_by = any(_acts(t) and "PP" in t.tag for t in tokens[end : end + _NEAR])
    nouns = tokens[max(0, preposition - 1) : preposition] if word != "von" else ()
    sent = word == "an" and any(_acts(t) for t in _clause(tokens, start, end))
    return done_by or sent or any(_is(t, "power") for t in nouns)


def _between_states(tokens: Sequence[Token], preposition: int, start: int, end: int) -> bool:
    """Whether two capitals or states stand between: "zwischen Wien und Rom"; a train runs between cities."""
    around = tokens[max(0, preposition - _REACH) : end + _REACH]
    if any(_is(token, "way") for token in around):
        return False
    pair = [*tokens[preposition + 1 : start], *tokens[end : end + _NEAR]]
    return any(_is_political(token.text) for token in pair)


def _is_genitive(tokens: Sequence[Token], start: int, end: int) -> bool:
    text = " ".join(t.text for t in tokens[start:end])
    return text.endswith("s") and not any(fold(entry.name) == fold(text) for entry in names().exact(text))


def _has_noun_of_power(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the genitive belongs to what governments have: "Moskaus Haltung", "der Einfluss Ankaras"."""
    if start and tokens[start - 1].tag.startswith("NN"):
        return _is(tokens[start - 1], "power")
    return _next_noun_is(tokens, end, "power")


def _next_noun_is(tokens: Sequence[Token], end: int, use: str) -> bool:
    noun = next((t for t in tokens[end : end + _NEAR + 1] if t.tag.startswith(("NN", "NE"))), None)
    return noun is not None and _is(noun, use)


def _names_a_place(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the words beside the name make it a place: "die Hauptstadt Wien", "Bern (SDA)", "Bonn / Berlin"."""
    if start and (tokens[start - 1].tag.startswith(("NN", "CARD")) or tokens[start - 1].text == "/"):
        return True
    following = tokens[end].text if end < len(tokens) else ""
    return following == "(" or (following in ("/", "-", "–") and start == 0)


def _governs_act(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a verb of its clause tells what governments do or say, or a noun or adjective what they are."""
    clause = _clause(tokens, start, end)
    prefix = next((fold(token.text) for token in clause if token.tag.startswith("PTKVZ")), "")
    return any(_acts(token, prefix) or _is(token, "stance") for token in clause)


def _clause(tokens: Sequence[Token], start: int, end: int) -> list[Token]:
    """The words of the name's clause, as far as marks and conjunctions show it."""
    behind: list[Token] = []
    for token in reversed(tokens[max(0, start - _REACH) : start]):
        if token.text in _CLAUSE_END or token.tag.startswith("KOU"):
            break
        behind.append(token)
    return [*behind, *_ahead(tokens, end)]


def _ahead(tokens: Sequence[Token], end: int) -> list[Token]:
    """The rest of the clause, without "hiess es" or "wie …" between commas and what stands in quotation marks."""
    found: list[Token] = []
    position = _behind_parenthesis(tokens, end)
    stop = min(len(tokens), position + _FAR)
    while position < stop:
        token = tokens[position]
        if found and token.text in _OPENING:
            position = next((i for i in range(position + 1, stop) if tokens[i].text in _CLOSING), stop)
        elif token.text == "," and position + 1 < stop and fold(tokens[position + 1].text) in _INSERTED:
            position = next((i for i in range(position + 1, stop) if tokens[i].text == ","), stop)
        elif token.text in _CLAUSE_END or token.tag.startswith("KOU"):
            break
        else:
            found.append(token)
        position += 1
    return found


def _behind_parenthesis(tokens: Sequence[Token], end: int) -> int:
    """Behind the second comma of "Washington, hiess es, sei …"; `end` where no such words stand."""
    verb = tokens[end + 1] if end + 1 < len(tokens) and tokens[end].text == "," else None
    if verb is None or not (fold(verb.text) == "so" or (verb.tag.startswith("V") and fold(verb.lemma) in verbs())):
        return end
    return next((i + 1 for i in range(end + 1, min(len(tokens), end + _REACH)) if tokens[i].text == ","), end)


def _acts(verb: Token, prefix: str = "") -> bool:
    """Whether governments do it; `prefix` is the separated prefix of the clause: "setzte … um"."""
    lemma = fold(verb.lemma)
    return verb.tag.startswith("V") and any(
        _is_said(word) or word in _words("verb") for word in (lemma, prefix + lemma)
    )


def _is_said(verb: str) -> bool:
    """Whether the verb says something by itself: "dementieren", not "feiern" (als Erfolg)."""
    return any(not _SAYS.isdisjoint(saying.features) for saying in verbs().get(verb, ()))


def _is(token: Token, use: str) -> bool:
    words = _words(use)
    return any(form in words for form in (*singulars(fold(token.text)), fold(token.lemma)))


@cache
def _words(use: str) -> frozenset[str]:
    rows = (line.split("\t") for line in read_lines("names/government.tsv"))
    return frozenset(fold(word) for word, uses in rows if use in uses.split())


@cache
def _is_political(word: str) -> bool:
    """Whether `word` is a state or a capital."""
    return any(entry.state or entry.kind is Kind.STATE for entry in names().exact(word))


@cache
def _is_seat(text: str) -> bool:
    return any(entry.seat for entry in names().exact(text))
