"""Finite forms of the strong, mixed and auxiliary verbs in `verbs.tsv`, and what each can be."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from generator.german.data import read_lines

if TYPE_CHECKING:
    from collections.abc import Iterator


class Reading(StrEnum):
    """What a form can be in the paradigm of its verb."""

    PRESENT = "present"
    PRETERITE = "preterite"
    SUBJUNCTIVE_1 = "subjunctive-1"
    SUBJUNCTIVE_2 = "subjunctive-2"


class Form(NamedTuple):
    """A finite form: the verbs it can belong to and its readings."""

    infinitives: frozenset[str]
    readings: frozenset[Reading]


AUXILIARIES = frozenset({"sein", "haben", "werden"})
MODALS = frozenset({"dürfen", "können", "mögen", "müssen", "sollen", "wollen"})

_SEIN = {
    Reading.PRESENT: "bin bist ist sind seid",
    Reading.SUBJUNCTIVE_1: "sei seist seiest seien seiet",
    Reading.PRETERITE: "war warst waren wart",
    Reading.SUBJUNCTIVE_2: "wäre wärst wärest wären wärt wäret",
}
_SECOND_PERSON = {
    "hast": "haben",
    "wirst": "werden",
    "kannst": "können",
    "darfst": "dürfen",
    "magst": "mögen",
    "musst": "müssen",
    "sollst": "sollen",
    "willst": "wollen",
    "weißt": "wissen",
}
_COLUMNS = (Reading.PRESENT, Reading.PRETERITE, Reading.SUBJUNCTIVE_2)
_LONGEST = 40  # letters; no German verb form is longer


def fold(word: str) -> str:
    """`word` in lower case and Swiss spelling, the key of every table here: "Ließe" → "liesse"."""
    return word.lower().replace("ß", "ss").replace("’", "'")


def find_form(word: str) -> Form | None:
    """Look `word` up, also behind a prefix ("ankäme", "verließ"); None for weak verbs and other words."""
    key = fold(word)
    forms = _forms()
    if key in forms or len(key) > _LONGEST:
        return forms.get(key)
    for length in range(2, len(key) - 1):
        if key[:length] in _prefixes() and key[length:] in forms:
            base = forms[key[length:]]
            return Form(frozenset(key[:length] + infinitive for infinitive in base.infinitives), base.readings)
    return None


@cache
def _prefixes() -> frozenset[str]:
    return frozenset(fold(prefix) for prefix in read_lines("prefixes.txt"))


@cache
def _forms() -> dict[str, Form]:
    found: dict[str, Form] = {}
    for infinitive, form, reading in _all_forms():
        known = found.get(fold(form), Form(frozenset(), frozenset()))
        found[fold(form)] = Form(known.infinitives | {infinitive}, known.readings | {reading})
    return found


def _all_forms() -> Iterator[tuple[str, str, Reading]]:
    for reading, words in _SEIN.items():
        yield from (("sein", word, reading) for word in words.split())
    yield from ((infinitive, word, Reading.PRESENT) for word, infinitive in _SECOND_PERSON.items())
    for line in read_lines("verbs.tsv"):
        infinitive, *columns = line.split("\t")
        for reading, column in zip(_COLUMNS, columns, strict=True):
            for form in column.split("/"):
                yield from ((infinitive, inflected, reading) for inflected in _persons(form, reading))
        yield from ((infinitive, *plural) for plural in _from_stem(infinitive))


def _persons(form: str, reading: Reading) -> Iterator[str]:
    """Inflect a tense from its third person singular: "kam" → kam, kamen, kamst, kamt."""
    if form == "-":
        return
    yield form
    if reading is Reading.PRESENT:
        return
    yield form + ("n" if form.endswith(("e", "ie")) else "en")
    yield form + "st"
    yield form + "t"


def _from_stem(infinitive: str) -> Iterator[tuple[str, Reading]]:
    """Build on the present stem: "geben" → gebe and, as plural of both moods, geben."""
    yield infinitive.removesuffix("n").removesuffix("e") + "e", Reading.SUBJUNCTIVE_1
    yield infinitive, Reading.PRESENT
    yield infinitive, Reading.SUBJUNCTIVE_1
