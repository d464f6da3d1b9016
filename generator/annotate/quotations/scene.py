"""A scene: one unit with its clauses and the frames that hold in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.annotate.quotations.clauses import Clause, ClauseKind, clause_mood, find_clauses
from generator.annotate.quotations.frames import REPORTED_CUE, Frame, verbal_frames
from generator.annotate.quotations.nominal import prepositional_frames
from generator.annotate.quotations.nouns import noun_frames
from generator.annotate.quotations.units import SPEECH, Unit
from generator.german.verbs import Mood, is_finite
from generator.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.annotation import BlockKind, Mention, Token

Range = tuple[int, int]
_MIXED_WORDS = 3  # words beside a quotation that make its sentence indirect speech of its own
_SAME = 0.8  # two contents that share this much are one
_BECAME_KNOWN = frozenset({"clause", "weak"})  # features of "wurde bekannt", whose content needs no Konjunktiv


@dataclass(frozen=True, slots=True)
class Scene:
    """Unit `number` of a text, of a block of kind `block`, with its clauses, frames and the names in it.

    `media` are the outlets that its paragraph and the one before named last.
    """

    text: str
    unit: Unit
    clauses: tuple[Clause, ...]
    frames: tuple[Frame, ...]
    mentions: tuple[Mention, ...]
    number: int
    block: BlockKind
    media: tuple[Mention, ...] = ()

    @property
    def speaking(self) -> tuple[Frame, ...]:
        """The frames that render speech as indirect."""
        rendered = (f for f in self.frames if f.content is not None and not f.reported and f.rule != REPORTED_CUE)
        return tuple(f for f in rendered if _is_indirect(self, f))

    def span(self, start: int, end: int) -> Span:
        """Tokens `start` to `end` as a span, without the punctuation around them."""
        tokens = self.unit.tokens
        while end - start > 1 and tokens[start].tag.startswith("$") and tokens[start].text not in "([":
            start += 1
        while end - start > 1 and tokens[end - 1].text in ".,;:–—-!?":
            end -= 1
        return Span(tokens[start].span.start, tokens[end - 1].span.end)


def make_scene(text: str, unit: Unit, mentions: tuple[Mention, ...], number: int, block: BlockKind) -> Scene:
    """Analyse `unit`; a frame that repeats what another one holds is left out."""
    clauses = find_clauses(unit.tokens)
    sources = list(prepositional_frames(unit.tokens, clauses))
    verbal = _outer(list(verbal_frames(unit.tokens, clauses)), clauses)
    verbal = [f for f in verbal if not _rendered_by(f, sources, unit.tokens, clauses)]
    source = _not_doubled(sources, verbal, clauses)
    taken = [f.content for f in (*verbal, *source) if f.content is not None and not f.reported]
    nouns = [f for f in noun_frames(unit.tokens, clauses) if not any(overlap(f.content, t) for t in taken)]
    return Scene(text, unit, clauses, _distinct([*verbal, *source, *nouns]), mentions, number, block)


def overlap(one: Range | None, other: Range | None) -> bool:
    """Whether two ranges share a token."""
    return one is not None and other is not None and one[0] < other[1] and other[0] < one[1]


def _not_doubled(source: Sequence[Frame], verbal: Sequence[Frame], clauses: Sequence[Clause]) -> list[Frame]:
    """Without "seiner Meinung nach" and "laut AFP" in a sentence that says anyway whose words it renders."""
    attributed = any(f.content is not None and not f.reported for f in verbal)
    kept = [f for f in source if f.rule != "own-view" or not attributed]
    return [f for f in kept if not any(_through(f, v, clauses) for v in verbal)]


def _rendered_by(frame: Frame, sources: Sequence[Frame], tokens: Sequence[Token], clauses: Sequence[Clause]) -> bool:
    """Whether a source reports the cue itself: "Er rief demnach auf: Sie seien angewiesen worden, …"."""
    at = clauses[frame.clause].start
    inside = any(f.content is not None and f.content[0] <= at < f.content[1] for f in sources)
    return inside and clause_mood(tokens, clauses[frame.clause]) is Mood.SUBJUNCTIVE_1


def _through(source: Frame, verbal: Frame, clauses: Sequence[Clause]) -> bool:
    """Whether a source only tells through whom a cue reached the article: "sagte Abt laut AFP, dass …"."""
    if "say" not in verbal.features or verbal.reported or source.clause != verbal.clause:
        return False
    clause = clauses[verbal.clause]
    inside = clause.start < source.cue[0]
    announced = verbal.clause + 1 < len(clauses) and clauses[verbal.clause + 1].kind is ClauseKind.QUOTATION
    return inside and (announced or (verbal.content is not None and verbal.content[0] >= clause.end))


def _outer(frames: Sequence[Frame], clauses: Sequence[Clause]) -> list[Frame]:
    """Without verbs of saying inside what another one reports ("teilte mit, sie hoffe darauf, dass …")."""
    contents = [f.content for f in frames if f.content is not None and f.rule == "cue-before"]
    return [
        f
        for f in frames
        if f.rule == "so-phrase"
        or not any(a <= clauses[f.clause].start and clauses[f.clause].end <= b for a, b in contents)
    ]


def _distinct(frames: Sequence[Frame]) -> tuple[Frame, ...]:
    """Without frames whose content another, earlier one already has."""
    kept: list[Frame] = []
    for frame in frames:
        if not any(_same(frame, k) for k in kept):
            kept.append(frame)
    return tuple(kept)


def _same(one: Frame, other: Frame) -> bool:
    if one.content is None or other.content is None or one.reported or other.reported:
        return False
    shared = min(one.content[1], other.content[1]) - max(one.content[0], other.content[0])
    joint = max(one.content[1], other.content[1]) - min(one.content[0], other.content[0])
    return shared / joint > _SAME


def _is_indirect(scene: Scene, frame: Frame) -> bool:
    """Whether the content is more than a quotation, and for weak verbs whether the Konjunktiv vouches for it."""
    start, end = frame.content or (0, 0)
    inside = scene.unit.tokens[start:end]
    words = [t for t in inside if t.tag != SPEECH and t.text[:1].isalnum()]
    quoted = any(t.tag == SPEECH for t in inside)
    if not words or (quoted and len(words) < _MIXED_WORDS and not any(is_finite(t) for t in words)):
        return False
    if "weak" not in frame.features or frame.features == _BECAME_KNOWN:
        return True
    first = next((c for c in scene.clauses if c.start == start), None)
    found = clause_mood(scene.unit.tokens, first) if first else None
    return found is not None and found.subjunctive
