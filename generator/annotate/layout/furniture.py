"""What stands around an article on its page: by-lines, teasers, agency lines, picture credits.

Each test looks at one line alone. A line that is wrongly called boilerplate loses its facts, so the patterns match
whole lines and the rest of a doubtful line stays text.
"""

from __future__ import annotations

import re
from functools import cache

from generator.german.data import read_lines
from generator.model.annotation import BlockKind

_LONGEST_LINE = 400  # furniture is short
_AGENCY_LINE = re.compile(r"(?i:quelle: ?)?\(?([\w .-]{1,20}(?: ?[,/;|+] ?[\w .-]{1,20}){0,5})\)?\.?")
_CRAWLER_PREFIX = re.compile(r"date \d{4}(?:-\d\d){0,2}(?=\s|$)")
_CREDIT = re.compile(
    r"[(\[]?(?:(?:Bild|Bilder|Foto|Fotos|Photo|Bildquelle|Aufnahme|Grafik|Illustration|Karte|Screenshot|Video"
    r"|Symbolbild|Symbolfoto|Archivbild|Archivfoto|Quelle)(?: ?: ?|/)|© ?)[^\s:.!?][^:!?]{0,80}\Z"
    r"|\((?:Symbolbild|Symbolfoto|Archivbild|Archivfoto|Archiv|Themenbild)\)\Z"
)
_CREDIT_LENGTH = 100
_DETERMINERS = frozenset(("das", "dem", "dieses", "jedes", "ein", "eine", "kein", "im", "am", "zum", "vom", "als"))
_LONGEST_CAPTION = 350


def crawler_prefix(line: str) -> int:
    """Measure what a crawler put before the first line: "date 2023-09 Kim …" → the length of "date 2023-09"."""
    match = _CRAWLER_PREFIX.match(line)
    return match.end() if match else 0


def credit_start(line: str) -> int | None:
    """Find where a caption's picture credit starts: "Kim im Zug. Bild: keystone" → the place of "Bild".

    None if there is none behind other words: "Das Foto: ein Skandal" is a sentence.
    """
    if len(line) > _LONGEST_CAPTION:
        return None
    first = max(1, len(line) - _CREDIT_LENGTH)
    for word in re.finditer(r"(?<=\s)\S", line[first - 1 :]):
        start = first - 1 + word.start()
        if _CREDIT.match(line, start) and line[:start].rsplit(maxsplit=1)[-1].lower() not in _DETERMINERS:
            return start if not line.startswith("Quelle", start) or line[:start].rstrip()[-1] in ".!?)»“" else None
    return None


def furniture(line: str) -> tuple[BlockKind, str] | None:
    """Tell what a whole line is if it is no text: "(t-online, afp, dm)" → boilerplate by the rule "agency-line"."""
    if len(line) > _LONGEST_LINE:
        return None
    if not any(map(str.isalnum, line)):
        return BlockKind.BOILERPLATE, "separator"
    if _is_agency_line(line):
        return BlockKind.BOILERPLATE, "agency-line"
    for rule, pattern in _patterns():
        if pattern.fullmatch(line):
            return _KINDS.get(rule, BlockKind.BOILERPLATE), rule
    return None


_KINDS = {"picture-credit": BlockKind.CREDIT, "picture-caption": BlockKind.CAPTION}


def _is_agency_line(line: str) -> bool:
    """Whether the line only signs for agencies and editors: "dpa/AFP", "(APA, red)", "Quelle: sda"."""
    match = _AGENCY_LINE.fullmatch(line)
    if match is None:
        return False
    signatures = [signature.strip().lower() for signature in re.split(r"[,/;|+]", match[1])]
    known = sum(signature in _agencies() for signature in signatures)
    return known > 0 and (known == len(signatures) or line[0] == "(" or known * 2 >= len(signatures))


@cache
def _agencies() -> frozenset[str]:
    return frozenset(read_lines("agencies.txt"))


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = (line.split("\t") for line in read_lines("page_furniture.tsv"))
    return tuple((rule, re.compile(pattern)) for rule, pattern in rows)
