"""Compares quotations: the words, the speaker, the outlet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.evaluation.count import Count

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from generator.model.annotation import AnnotatedDocument, Quotation
    from generator.model.span import Span
    from tests.evaluation.gold import LabelledText, QuotationLabel

    Pair = tuple[LabelledText, AnnotatedDocument]

LEAST_OVERLAP = 0.5


def quotations(pairs: Iterable[Pair], types: frozenset[str] | None) -> tuple[Count, Count]:
    """Found spans, and those with the right speaker, of the quotations of some types (None: of all).

    A found quotation that is a labelled one of another type is left out. So is a false alarm of another type where
    one type is asked for that the program tells apart.
    """
    span, attributed = Count(), Count()
    for gold, output in pairs:
        labels, found = gold.quotations or (), output.quotations
        matched = {j: labels[i] for i, j in _match(gold, output)}
        for number, one in enumerate(found):
            label = matched.get(number)
            if types is not None and not _counts(one, label, types):
                continue
            for count in (span, attributed):
                count.found += 1
            span.right += label is not None
            attributed.right += label is not None and _right_speaker(gold.text, label, one)
        for count in (span, attributed):
            count.labelled += sum(types is None or label.type in types for label in labels)
    return span, attributed


def _counts(found: Quotation, label: QuotationLabel | None, types: frozenset[str]) -> bool:
    if label is not None:
        return label.type in types
    return len(types) > 1 or types == {"running"} or found.type in types


def _match(gold: LabelledText, output: AnnotatedDocument) -> list[tuple[int, int]]:
    labels = [_letters(gold.text, label.parts) for label in gold.quotations or ()]
    return match(labels, [_letters(gold.text, (one.span,)) for one in output.quotations])


def match(labels: Sequence[frozenset[int]], found: Sequence[frozenset[int]]) -> list[tuple[int, int]]:
    """Pairs of positions in both lists, one to one, the largest overlap first."""
    overlaps = [
        (len(one & other) / len(one | other), i, j)
        for i, one in enumerate(labels)
        for j, other in enumerate(found)
        if not one.isdisjoint(other)
    ]
    taken: tuple[set[int], set[int]] = (set(), set())
    matched = []
    for overlap, i, j in sorted(overlaps, reverse=True):
        if overlap >= LEAST_OVERLAP and i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            matched.append((i, j))
    return matched


def _letters(text: str, spans: Iterable[Span]) -> frozenset[int]:
    return frozenset(i for span in spans for i in range(span.start, span.end) if not text[i].isspace())


def _right_speaker(text: str, label: QuotationLabel, found: Quotation) -> bool:
    """Whether the (first) speaker overlaps a labelled one, or there is none where none is labelled."""
    said = _letters(text, (party.span for party in found.speakers[:1]))
    labelled = _letters(text, label.speaker)
    return not labelled.isdisjoint(said) or (not labelled and not said)


def speakers_named(pairs: Iterable[Pair]) -> Count:
    """Labelled quotations whose label tells the speaker's full name, and those found under it."""
    return _attributed(
        pairs,
        lambda label: bool(label.speaker_names),
        lambda label, found: any(party.name in label.speaker_names for party in found.speakers),
    )


def outlets(pairs: Iterable[Pair]) -> Count:
    """Labelled quotations that came through an outlet, and those found with it."""
    return _attributed(
        pairs,
        lambda label: bool(label.outlet),
        lambda label, found: found.outlet is not None and any(map(found.outlet.span.overlaps, label.outlet)),
    )


def _attributed(
    pairs: Iterable[Pair],
    asked: Callable[[QuotationLabel], bool],
    right: Callable[[QuotationLabel, Quotation], bool],
) -> Count:
    count = Count()
    for gold, output in pairs:
        matched = {i: output.quotations[j] for i, j in _match(gold, output)}
        for number, label in enumerate(gold.quotations or ()):
            if asked(label):
                count.labelled += 1
                count.found += number in matched
                count.right += number in matched and right(label, matched[number])
    return count
