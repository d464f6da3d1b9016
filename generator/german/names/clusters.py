"""Word clusters: which words stand in the same surroundings, learnt by others from a large corpus (ATTRIBUTION.md).

Family names, first names, towns, firms and kinds of common nouns each fall into clusters of their own, so that a name
nobody has listed is known by its company.
"""

from __future__ import annotations

from functools import cache, lru_cache

from generator.german.names.cluster_table import TABLE, make_table
from generator.german.names.forms import bases

_PERSONS = "0001"
_GIVEN = "00011"
_GENITIVES = "0011101111"
REGIONAL = "11101001"
"""The cluster of adjectives that are made from places and regions: "Wiener", "Weinviertler"."""
COMMON = "1"
"""How the paths of common nouns and other words that are no names begin."""


@cache
def _table() -> bytes:
    """Lines "word number", sorted by their bytes; 6 MB kept as they are: a dictionary takes ten times that."""
    if not TABLE.is_file():
        make_table()
    return TABLE.read_bytes()


@lru_cache(maxsize=32768)
def cluster(word: str) -> str:
    """The path of the cluster of `word` (or of what it is the genitive of) from the root, in 0 and 1; "" if unknown.

    Clusters that share the beginning of their path are alike.
    """
    return next((path for base in bases(word) if (path := own_cluster(base))), "")


def is_person(word: str) -> bool:
    """Whether `word` as it stands is in a cluster of first or family names."""
    return own_cluster(word).startswith(_PERSONS)


def is_given(word: str) -> bool:
    """Whether `word` as it stands is in a cluster most of which are first names."""
    return own_cluster(word).startswith(_GIVEN)


def is_genitive(word: str) -> bool:
    """Whether `word` as it stands is in the cluster of names in the genitive ("Gottes", "Merkels")."""
    return own_cluster(word) == _GENITIVES


@lru_cache(maxsize=32768)
def own_cluster(word: str) -> str:
    """`cluster`, but of `word` as it stands only."""
    key = word.encode() + b" "
    table = _table()
    low, high = 0, len(table)
    while low < high:
        start = table.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = table.find(b"\n", start)
        line = table[start:end]
        if line.startswith(key):
            return format(int(line[len(key) :], 16), "b")[::-1]
        if line < key:
            low = end + 1
        else:
            high = start
    return ""
