"""Reads our own labelled articles; README.md describes the format for people."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.model.edtf import is_edtf
from generator.model.ids import Certainty, Kind
from generator.model.span import Span
from tests.evaluation.gold import ClaimLabel, DateLabel, LabelledText, NameLabel, QuotationLabel

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

QUOTATIONS = ("direct", "indirect", "running", "reported")
HEAD = ("published", "spelling")
ELLIPSIS = "…"


class LabelError(ValueError):
    """A line that cannot be read, as `file:line: reason`."""


@dataclass(frozen=True, slots=True)
class Label:
    """A line below a sentence: `key: value`."""

    place: str
    key: str
    value: str
    sentence: Span


@dataclass(slots=True)
class Article:
    """An article while it is read."""

    id: str
    head: dict[str, str] = field(default_factory=dict)
    text: str = ""
    labels: list[Label] = field(default_factory=list)
    sentence: Span | None = None


def read_labelled(path: Path) -> list[LabelledText]:
    """Every article of a file; LabelError on the first line that is wrong."""
    articles: list[Article] = []
    gap = ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        place = f"{path.name}:{number}"
        if line.startswith("== "):
            articles.append(Article(f"{path.stem}-{line[3:].strip()}"))
        elif line.startswith("  "):
            articles[-1].labels.append(_label(line.strip(), articles[-1], place))
        elif not line:
            gap = "\n\n"
        elif not line.startswith("#"):
            _add_line(articles[-1], line, gap)
            gap = " "
    return [_labelled(article) for article in articles]


def _label(line: str, article: Article, place: str) -> Label:
    key, colon, value = line.partition(":")
    if not colon or article.sentence is None:
        raise LabelError(f"{place}: not a label below a sentence: {line}")
    return Label(place, key, value.strip(), article.sentence)


def _add_line(article: Article, line: str, gap: str) -> None:
    """Take a line of the head or a sentence."""
    key, _, value = line.partition(": ")
    if not article.text and key in HEAD:
        article.head[key] = value
        return
    start = len(article.text) + len(gap) if article.text else 0
    article.text += line if not article.text else gap + line
    article.sentence = Span(start, start + len(line))


def _labelled(article: Article) -> LabelledText:
    quotations: list[QuotationLabel] = []
    names: list[NameLabel] = []
    dates: list[DateLabel] = []
    claims: list[ClaimLabel] = []
    for label in article.labels:
        if label.key in QUOTATIONS:
            quotations.append(_quotation(article.text, label))
        elif label.key == "date":
            dates += _dates(article.text, label)
        elif label.key == "certainty":
            claims.append(_claim(article.text, label))
        else:
            names += _names(article.text, label, names)
    return LabelledText(
        article.id,
        article.text,
        article.head["published"],
        tuple(quotations),
        tuple(one for one in names if one.kind != "skip"),
        tuple(one.span for one in names if one.kind == "skip"),
        tuple(dates),
        tuple(claims),
    )


def _items(value: str) -> Iterator[tuple[str, frozenset[str]]]:
    """The words and their values: "am Montag => 2024-03-11 or 2024-03; 1938" gives two items."""
    for item in value.split(";"):
        words, _, values = item.strip().partition(" => ")
        yield words.strip(), frozenset(one.strip() for one in values.split(" or ") if one)


def _names(text: str, label: Label, before: list[NameLabel]) -> Iterator[NameLabel]:
    """A name takes the first place in its sentence that no label before it has taken."""
    if label.key != "skip" and label.key not in set(Kind):
        raise LabelError(f"{label.place}: no such label: {label.key}")
    taken = [name.span for name in before]
    for words, values in _items(label.value):
        places = (span for span in _occurrences(text, words, label.sentence) if not any(map(span.overlaps, taken)))
        span = next(places, None)
        if span is None:
            raise LabelError(f"{label.place}: the sentence does not contain: {words}")
        taken.append(span)
        yield NameLabel(span, label.key, values)


def _dates(text: str, label: Label) -> Iterator[DateLabel]:
    """A date stands for itself if no reading is given ("1938"); "none" means that EDTF has no word for it."""
    for words, values in _items(label.value):
        readings = frozenset() if values == {"none"} else values or {words}
        if wrong := sorted(one for one in readings if not is_edtf(one)):
            raise LabelError(f"{label.place}: not EDTF: {', '.join(wrong)}")
        yield DateLabel(_find(text, words, label), frozenset(readings))


def _claim(text: str, label: Label) -> ClaimLabel:
    certainty, _, words = label.value.partition(" | ")
    if certainty not in set(Certainty):
        raise LabelError(f"{label.place}: no such certainty: {certainty}")
    return ClaimLabel(_find(text, words, label) if words else label.sentence, certainty)


def _quotation(text: str, label: Label) -> QuotationLabel:
    words, speaker, outlet, *_ = (*(part.strip() for part in label.value.split(" | ")), "", "")
    ((who, names),) = _items(speaker)
    return QuotationLabel(
        label.key,
        tuple(_find(text, part, label) for part in words.split(" + ")),
        tuple(_find_near(text, part, label) for part in who.split(" + ") if part),
        names,
        (_find_near(text, outlet, label),) if outlet else (),
    )


def _find(text: str, words: str, label: Label) -> Span:
    """Where `words` stand in the label's sentence: "A … B" runs from A to the next B, "…" is the whole sentence."""
    if words == ELLIPSIS:
        return label.sentence
    first, dots, last = words.partition(f" {ELLIPSIS} ")
    start = next(_occurrences(text, first, label.sentence), None)
    end = next(_occurrences(text, last, Span(start.end, len(text))), None) if dots and start else start
    if start is None or end is None:
        raise LabelError(f"{label.place}: the sentence does not contain: {words}")
    return Span(start.start, end.end)


def _find_near(text: str, words: str, label: Label) -> Span:
    """Where a speaker or outlet is named: in the sentence of the label, else in one before it, else behind it."""
    try:
        return _find(text, words, label)
    except LabelError:
        before = list(_occurrences(text, words, Span(0, label.sentence.start)))
        behind = _occurrences(text, words, Span(label.sentence.end, len(text)))
        near = before[-1] if before else next(behind, None)
        if near is None:
            raise
        return near


def _occurrences(text: str, words: str, within: Span) -> Iterator[Span]:
    """The places of `words` as whole words; "er#2" begins with the second."""
    words, _, nth = words.partition("#")
    pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    for number, match in enumerate(pattern.finditer(text, within.start, within.end), start=1):
        if number >= int(nth or 1):
            yield Span(match.start(), match.end())
