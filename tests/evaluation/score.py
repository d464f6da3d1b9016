"""Compares what the annotators found with what people labelled, in percent.

Quotations: pairs one to one, best first, of those whose characters overlap by at least half (Jaccard); names: the same
span, an overlapping one, the same span and class; dates: an overlapping span, and the same reading. F1 unless the
figure's name says otherwise; with the same gold files and output these are the figures of other scorers.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.evaluation.count import Count
from tests.evaluation.quotation_score import outlets, quotations, speakers_named

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from generator.model.annotation import AnnotatedDocument, Claim, Mention
    from generator.model.span import Span
    from tests.evaluation.gold import ClaimLabel, LabelledText

    Pair = tuple[LabelledText, AnnotatedDocument]
    Figures = dict[str, float]

QUOTATION_ROWS: dict[str, frozenset[str] | None] = {
    "direct + indirect": frozenset(("direct", "indirect")),
    "direct": frozenset(("direct",)),
    "indirect": frozenset(("indirect",)),
    "running on": frozenset(("running",)),
    "reported": frozenset(("reported",)),
    "all": None,
}
_CLASSES = {
    "person": "person",
    "place": "place",
    "state": "place",
    "organisation": "organisation",
    "outlet": "organisation",
}


def score(pairs: Sequence[Pair]) -> Figures:
    """Every figure that the labels of these texts allow, rounded to 0.1."""
    figures: Figures = {}
    if any(gold.quotations is not None for gold, _ in pairs):
        figures |= _quotation_figures(pairs)
    if any(gold.names is not None for gold, _ in pairs):
        figures |= _name_figures(pairs)
    if any(gold.dates is not None for gold, _ in pairs):
        figures |= _date_figures(pairs)
    if any(gold.claims is not None for gold, _ in pairs):
        figures |= {"certainty: right": certainties(pairs).recall}
    return {name: round(figure, 1) for name, figure in figures.items()}


def _quotation_figures(pairs: Sequence[Pair]) -> Figures:
    figures: Figures = {}
    for row, types in QUOTATION_ROWS.items():
        span, attributed = quotations(pairs, types)
        figures[f"{row}: span"] = span.f1
        figures[f"{row}: span and speaker"] = attributed.f1
        figures[f"{row}: precision of the span"] = span.precision
    if any(label.speaker_names or label.outlet for gold, _ in pairs for label in gold.quotations or ()):
        figures["speaker under the full name"] = speakers_named(pairs).recall
        figures["outlet"] = outlets(pairs).recall
    return figures


def _name_figures(pairs: Sequence[Pair]) -> Figures:
    figures = {
        "names: exact span": exact_names(pairs, with_class=False).f1,
        "names: overlapping": overlapping_names(pairs).f1,
        "names: span and class": exact_names(pairs, with_class=True).f1,
        "names: persons found": persons(pairs).recall,
    }
    full = full_names(pairs)
    return figures | {"names: full name right": full.recall} if full.labelled else figures


def _date_figures(pairs: Sequence[Pair]) -> Figures:
    found, right = dates(pairs)
    return {"dates: found": found.f1, "dates: right value": right.f1}


def exact_names(pairs: Iterable[Pair], *, with_class: bool) -> Count:
    """Names with exactly the labelled span, and with the right class: person, place, organisation or other."""
    count = Count()
    for gold, output in pairs:
        labelled = {label.span: _CLASSES.get(label.kind, "other") for label in gold.names or ()}
        found = {mention.span: _CLASSES.get(mention.kind, "other") for mention in _counted(gold, output)}
        count.labelled += len(labelled)
        count.found += len(found)
        count.right += sum(not with_class or labelled[span] == found[span] for span in labelled.keys() & found.keys())
    return count


def overlapping_names(pairs: Iterable[Pair]) -> Count:
    """Names that overlap a labelled one, one to one, in text order."""
    count = Count()
    for gold, output in pairs:
        free = list({mention.span: None for mention in _counted(gold, output)})
        labels = gold.names or ()
        count.found += len(free)
        count.labelled += len(labels)
        for label in labels:
            span = next(filter(label.span.overlaps, free), None)
            if span is not None:
                free.remove(span)
                count.right += 1
    return count


def persons(pairs: Iterable[Pair]) -> Count:
    """Labelled persons that anything found overlaps."""
    return _named(pairs, lambda label_kind, _names: label_kind == "person", lambda _names, _mention: True)


def full_names(pairs: Iterable[Pair]) -> Count:
    """Labelled names with a full name, and those found under it."""
    return _named(pairs, lambda _kind, names: bool(names), lambda names, mention: mention.name in names)


def _named(
    pairs: Iterable[Pair],
    asked: Callable[[str, frozenset[str]], bool],
    right: Callable[[frozenset[str], Mention], bool],
) -> Count:
    count = Count()
    for gold, output in pairs:
        mentions = _counted(gold, output)
        for label in gold.names or ():
            if asked(label.kind, label.names):
                over = [mention for mention in mentions if mention.span.overlaps(label.span)]
                count.labelled += 1
                count.found += bool(over)
                count.right += any(right(label.names, mention) for mention in over)
    return count


def _counted(gold: LabelledText, output: AnnotatedDocument) -> list[Mention]:
    return [one for one in output.mentions if not any(map(one.span.overlaps, gold.ignored))]


def dates(pairs: Iterable[Pair]) -> tuple[Count, Count]:
    """Times found, and those with the right reading; qualifiers (about, uncertain) do not count."""
    found, right = Count(), Count()
    for gold, output in pairs:
        labels = [label for label in gold.dates or () if label.readings]
        free = list(output.dates)
        for label in labels:
            one = next((date for date in free if date.span.overlaps(label.span)), None)
            if one is not None:
                free.remove(one)
                found.right += 1
                right.right += _plain(one.edtf) in map(_plain, label.readings)
        left_out = [label.span for label in gold.dates or () if not label.readings]
        alarms = sum(not any(map(date.span.overlaps, left_out)) for date in free)
        for count in (found, right):
            count.labelled += len(labels)
            count.found += len(output.dates) - len(free) + alarms
    return found, right


def _plain(edtf: str) -> str:
    return re.sub(r"[~?%]", "", edtf)


def certainties(pairs: Iterable[Pair]) -> Count:
    """Labelled claims whose words the program gives the same certainty."""
    count = Count()
    for gold, output in pairs:
        for label in gold.claims or ():
            claim = covering(label, output.claims)
            count.labelled += 1
            count.found += claim is not None
            count.right += claim is not None and claim.certainty == label.certainty
    return count


def covering(label: ClaimLabel, claims: Sequence[Claim]) -> Claim | None:
    """The claim that shares the most characters with the label."""
    over = [claim for claim in claims if claim.span.overlaps(label.span)]
    return max(over, key=lambda claim: _shared(claim.span, label.span), default=None)


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)
