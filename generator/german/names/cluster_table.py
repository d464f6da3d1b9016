"""The table of word clusters, made once at set-up: `python -m generator.german.names.cluster_table`.

Source: the Brown clusters and word probabilities of German in the Python package spacy-lookups-data (MIT), which brings
them in its wheel. Kept are capitalised words among the more frequent ones: names and nouns, 6 MB of 100.
"""

from __future__ import annotations

import gzip
import json
import os
import re
from importlib.util import find_spec
from pathlib import Path
from typing import Any

TABLE = Path(__file__).with_name("word_clusters.txt")
_PACKAGE = "spacy_lookups_data"
_KEPT = 700_000
_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
_LONGEST_ACRONYM = 4
_UNLIKELY = -99.0


def make_table() -> None:
    """Write lines "word number", sorted by their bytes, to `TABLE`: seven seconds, the same bytes every time."""
    numbers: dict[str, int] = _read("de_lexeme_cluster.json.gz")
    likely: dict[str, float] = _read("de_lexeme_prob.json.gz")
    frequent = sorted(numbers, key=lambda word: (-likely.get(word, _UNLIKELY), word))[:_KEPT]
    lines = sorted(f"{word} {numbers[word]:x}".encode() for word in frequent if numbers[word] and _is_kept(word))
    unfinished = TABLE.with_suffix(f".{os.getpid()}")
    unfinished.write_bytes(b"\n".join(lines) + b"\n")
    unfinished.replace(TABLE)


def _read(name: str) -> dict[str, Any]:
    package = find_spec(_PACKAGE)
    folder = Path(package.origin).parent if package and package.origin else Path()
    words: dict[str, Any] = json.loads(gzip.decompress((folder / "data" / name).read_bytes()))
    return words


def _is_kept(word: str) -> bool:
    shouted = word.isupper() and len(word) > _LONGEST_ACRONYM
    return word[0].isupper() and not shouted and _WORD.fullmatch(word) is not None


if __name__ == "__main__":
    make_table()
