"""The words that show how certain a clause is, with the conditions under which they do (data in `generator/german`)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from generator.german.data import read_lines
from generator.german.verb_forms import fold

ATTRIBUTED = "attributed"


@dataclass(frozen=True, slots=True)
class Entry:
    """A word, phrase or verb: what it stands for and the words that must or must not be near it."""

    words: tuple[str, ...]
    certainty: str
    needs: frozenset[str] = frozenset()
    refuses: frozenset[str] = frozenset()
    needs_noun: bool = False
    negated: bool = False


@cache
def verbs() -> dict[str, Entry]:
    """Give the verbs by their folded lemma, prefix and base in one word."""
    entries = (_entry(line) for line in read_lines("certainty_verbs.tsv"))
    return {fold("".join(entry.words)): entry for entry in entries}


@cache
def phrases() -> dict[str, tuple[Entry, ...]]:
    """Give the words and phrases by their first word, the longest first."""
    table: dict[str, tuple[Entry, ...]] = {}
    for entry in sorted(map(_entry, read_lines("certainty_words.tsv")), key=lambda e: -len(e.words)):
        table[entry.words[0]] = (*table.get(entry.words[0], ()), entry)
    return table


@cache
def is_accusation(lemma: str) -> bool:
    """Whether a noun names what can be denied, also as the last part of a compound: "Spionagevorwurf"."""
    word = lemma.lower()
    return any(word.endswith(noun) for noun in read_lines("certainty_nouns.txt"))


@cache
def is_stative(lemma: str) -> bool:
    """Whether a verb names a state and no action: "sein", "besitzen"."""
    return fold(lemma) in {fold(word) for word in read_lines("stative_verbs.txt")}


def _entry(line: str) -> Entry:
    words, certainty, condition = line.split("\t")
    return Entry(
        words=tuple(words.replace("|", " ").split()),
        certainty=certainty,
        needs=frozenset(condition[1:].split("|")) if condition.startswith("+") else frozenset(),
        refuses=frozenset(condition[1:].split("|")) if condition.startswith("-") else frozenset(),
        needs_noun=condition == "nouns",
        negated=condition == "not",
    )
