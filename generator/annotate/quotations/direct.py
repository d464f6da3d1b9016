"""Which words in quotation marks are speech, and which frame they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.quotations.units import FRAGMENT, SPEECH
from generator.german.attribution import word_set
from generator.german.saying import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.annotate.quotations.clauses import Clause
    from generator.annotate.quotations.frames import Frame
    from generator.annotate.quotations.units import Unit
    from generator.model.annotation import Token

# Nouns before a title or a name: what stands in quotation marks behind them is no speech. Own list.
_TITLED = word_set("nouns-before-titles")
_NAMING = frozenset({"sogenannt", "genannt", "namens", "mottos"})


def is_speech(unit: Unit, at: int, clauses: Sequence[Clause], frames: Sequence[Frame], *, running: bool) -> bool:
    """Whether the folded words at `at` are somebody's words and no name, title or irony."""
    tokens = unit.tokens
    tag = tokens[at].tag
    colon = at > 0 and tokens[at - 1].text == ":"
    if _said(at, clauses, frames):
        return True
    titled = _titled(tokens, at)
    if tag == SPEECH:
        return colon or not titled
    if colon:
        return at + 2 >= len(tokens) or not titled
    if titled:
        return False
    near = [f for f in frames if _touches(f, clauses, at)]
    if tag == FRAGMENT:
        return bool(near) or running or any("quote" in f.features for f in frames)
    return any("quote" in f.features for f in frames) and _predicative(tokens, at)


def _said(at: int, clauses: Sequence[Clause], frames: Sequence[Frame]) -> bool:
    """Whether the quotation is a clause of its own before "sagte X" or "so X"."""
    number = next((n for n, c in enumerate(clauses) if c.start == at and c.end == at + 1), None)
    return number is not None and any(f.clause == number + 1 and f.cue[0] == clauses[f.clause].start for f in frames)


def _touches(frame: Frame, clauses: Sequence[Clause], at: int) -> bool:
    inside = frame.content is not None and frame.content[0] <= at < frame.content[1]
    clause = clauses[frame.clause]
    return inside or clause.start <= at < clause.end


def _titled(tokens: Sequence[Token], at: int) -> bool:
    before = [t for t in tokens[max(0, at - 2) : at] if not t.tag.startswith("$")]
    if not before:
        return False
    word = fold(before[-1].lemma)
    if before[-1].tag.startswith("NN"):
        return any(word.endswith(n) for n in _TITLED)
    return word in _NAMING or before[-1].text.lower().rstrip("e") in (
        "sogenannt",
        "genannt",
        "sogenannten",
        "genannten",
    )


def _predicative(tokens: Sequence[Token], at: int) -> bool:
    """As in "bezeichnete ihn als «Lügner»", "nannte es einen «Fehler»"."""
    words = [t.text.lower() for t in tokens[max(0, at - 2) : at]]
    return "als" in words or "ein" in words or "einen" in words or "eine" in words or "von" in words


def frame_of(at: int, clauses: Sequence[Clause], frames: Sequence[Frame]) -> Frame | None:
    """The frame that says whose words the quotation at `at` holds; the innermost and nearest wins."""
    return min(frames, key=lambda f: _rank(at, clauses, f), default=None)


def _rank(at: int, clauses: Sequence[Clause], frame: Frame) -> tuple[int, int]:
    distance = min(abs(at - c) for c in frame.cue)
    clause = clauses[frame.clause]
    inside = frame.content is not None and frame.content[0] <= at < frame.content[1]
    if inside or clause.start <= at < clause.end:
        return (0, distance)
    own = next((c for c in clauses if c.start <= at < c.end), None)
    announced = own is not None and ":" in own.mark and clause.end <= at
    return (1, at - clause.end) if announced else (2, distance)
