"""Reads labelled sets of others: a folder with texts/*.txt and gold/*.json.

A gold file holds `published` and one or several of `quotations`, `names` and `dates`, with offsets in code points.
"""

from __future__ import annotations

import json
import re
from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING, Any

from generator.model.span import Span
from tests.evaluation.gold import DateLabel, LabelledText, NameLabel, QuotationLabel

if TYPE_CHECKING:
    from pathlib import Path

    Json = dict[str, Any]

TYPES = {"Direct": "direct", "Indirect": "indirect", "IndirectFreeIndirect": "running", "Reported": "reported"}
_SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}


def find_sets(folder: Path) -> dict[str, Path]:
    """The labelled sets in a folder by their relative paths ("quotations/dev"), in order."""
    found = sorted(gold.parent for gold in folder.rglob("gold") if (gold.parent / "texts").is_dir())
    return {path.relative_to(folder).as_posix() if path != folder else path.name: path for path in found}


def read_set(folder: Path) -> list[LabelledText]:
    """Every text of a set."""
    return [_read(folder / "texts" / f"{gold.stem}.txt", gold) for gold in sorted((folder / "gold").glob("*.json"))]


def _read(text_file: Path, gold_file: Path) -> LabelledText:
    gold = json.loads(gold_file.read_text(encoding="utf-8"))
    return LabelledText(
        gold_file.stem,
        text_file.read_bytes().decode("utf-8"),
        gold["published"],
        tuple(map(_quotation, gold["quotations"])) if "quotations" in gold else None,
        tuple(_name(one) for one in gold["names"] if not one["derived"]) if "names" in gold else None,
        tuple(_span(one) for one in gold.get("names", ()) if one["derived"]),
        tuple(map(_date, gold["dates"])) if "dates" in gold else None,
    )


def _span(entry: Json) -> Span:
    return Span(entry["start"], entry["end"])


def _quotation(entry: Json) -> QuotationLabel:
    parts, speaker = (tuple(Span(*pair) for pair in entry[key]) for key in ("quote", "speaker"))
    kind: str = entry["type"]
    return QuotationLabel(TYPES.get(kind, kind), parts, speaker)


def _name(entry: Json) -> NameLabel:
    return NameLabel(_span(entry), entry["kind"])


def _date(entry: Json) -> DateLabel:
    comparable = entry["type"] in ("DATE", "TIME")
    return DateLabel(_span(entry), timex_readings(entry["value"] or "") if comparable else frozenset())


def timex_readings(value: str) -> frozenset[str]:
    """The EDTF readings of a TimeML value: "2004-W12" is the days from Monday to Sunday; empty if there is none."""
    point = re.fullmatch(r"(\d{4}-\d\d-\d\d)T.*|(\d{4}(?:-\d\d){0,2})", value)
    if point:
        return frozenset((point[1] or point[2],))
    if re.fullmatch(r"\d{2,3}", value):
        years = 4 - len(value)
        return frozenset((value + "X" * years, f"{value}{'0' * years}/{value}{'9' * years}"))
    part = re.fullmatch(r"(\d{4})-([A-Z]+)(\d*)(-WE)?", value)
    return _part_of_year(int(part[1]), part[2], int(part[3] or 0), weekend=bool(part[4])) if part else frozenset()


def _part_of_year(year: int, letters: str, number: int, *, weekend: bool) -> frozenset[str]:
    if letters in _SEASONS:
        return frozenset((f"{year}-{_SEASONS[letters]}",))
    if letters == "W":
        try:
            first, last = (date.fromisocalendar(year, number, day) for day in (6 if weekend else 1, 7))
        except ValueError:
            return frozenset()
        return frozenset((f"{first}/{last}",))
    months, edtf = {"Q": (3, 32), "H": (6, 39)}.get(letters, (0, 0))
    if not months or not 1 <= number <= 12 // months:
        return frozenset()
    start, end = (number - 1) * months + 1, number * months
    days = f"{year}-{start:02}-01/{year}-{end:02}-{monthrange(year, end)[1]}"
    return frozenset((f"{year}-{edtf + number}", f"{year}-{start:02}/{year}-{end:02}", days))
