"""Verbs and nouns of saying, thinking and wanting, and what can stand with them (`saying.tsv`, `saying_nouns.tsv`)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from generator.german.data import read_lines


@dataclass(frozen=True, slots=True)
class Saying:
    """A verb: `base` without its separable `prefix`; `features` as the head of `saying.tsv` explains them."""

    base: str
    prefix: str
    features: frozenset[str]

    @property
    def prepositions(self) -> frozenset[str]:
        """The prepositions (or "als") that turn a noun phrase into what was said."""
        return frozenset(f[1:] for f in self.features if f.startswith("+"))


JUDGING = frozenset({"halten", "sehen", "betrachten", "erachten", "ansehen"})  # hält es für möglich, dass …


def fold(word: str) -> str:
    """`word` in lower case with ss for ß, so that Swiss and German spelling meet."""
    return word.lower().replace("ß", "ss")


@cache
def verbs() -> dict[str, tuple[Saying, ...]]:
    """The verbs by the lemma that a tagger gives: "mitteilen" for the whole, "teilen" for the part without prefix."""
    table: dict[str, tuple[Saying, ...]] = {}
    for line in read_lines("saying.tsv"):
        lemma, _, features = line.partition("\t")
        prefix, bar, base = fold(lemma).rpartition("|")
        saying = Saying(base, prefix, frozenset(features.split()))
        for key in dict.fromkeys([prefix + base, base] if bar else [base]):
            table[key] = (*table.get(key, ()), saying)
    return table


@cache
def nouns() -> dict[str, frozenset[str]]:
    """The nouns by folded lemma, each with its features (head of `saying_nouns.tsv`)."""
    rows = (line.partition("\t") for line in read_lines("saying_nouns.tsv"))
    return {fold(noun): frozenset(features.split()) for noun, _, features in rows}


@cache
def noun_features(lemma: str) -> frozenset[str]:
    """What a noun of saying can do; compounds follow their last part ("Polizeiangaben" → "Angaben")."""
    word = fold(lemma)
    table = nouns()
    if word in table:
        return table[word]
    for start in range(3, len(word) - 4):
        if word[start:] in table:
            return table[word[start:]] - {"alone"}
    return frozenset()
