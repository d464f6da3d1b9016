"""Which words in quotation marks are speech, and which frame they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.quotations.clauses import ClauseKind
from generator.annotate.quotations.units import BRACKET, FRAGMENT, SPEECH
from generator.german.attribution import word_set
from generator.german.saying import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.annotate.quotations.clauses import Clause
    from generator.annotate.quotations.frames import Frame
    from generator.annotate.quotations.units import Unit
    from generator.model.annotation import Token

# Nouns before a title or a name: what stands in quotation marks behind them is no speech. Own list.
_TITLED = tuple(sorted(word_set("nouns-before-titles")))
_INDEFINITE = frozenset({"ein", "eine", "einen", "einem", "einer", "kein", "keine", "keinen"})
_PHRASE_WORDS = 3
_LABEL = 3  # tokens from a bracket to the words behind its colon
_SOURCES = frozenset({"laut", "gemäss"})
_NAMING = frozenset({"sogenannt", "genannt", "namens", "mottos"})


def is_speech(unit: Unit, at: int, clauses: Sequence[Clause], frames: Sequence[Frame], *, running: bool) -> bool:
    """Whether the folded words at `at` are somebody's words and no name, title or irony."""
    tokens = unit.tokens
    if any(_said_by(at, clauses, f) for f in frames):
        return True
    titled = _titled(tokens, at)
    if at and tokens[at - 1].text == ":":
        return _announced(tokens, at, clauses, frames, titled=titled)
    if tokens[at].tag == SPEECH or titled or _explained(tokens, at):
        return tokens[at].tag == SPEECH and not titled
    near = [f for f in frames if _touches(f, clauses, at) and not _by_everybody(tokens, f, clauses)]
    if tokens[at].tag == FRAGMENT:
        return bool(near) or running or any("quote" in f.features for f in frames)
    return _rendered(tokens, at, frames, running=running) or any(_predicative(tokens, at, f) for f in near)


def _rendered(tokens: Sequence[Token], at: int, frames: Sequence[Frame], *, running: bool) -> bool:
    """Whether what could be a name is speech: "sagte, das sei ein «Skandal»", "sagte, die «Feinde des Rechts» …"."""
    inside = any(f.content is not None and not f.reported and f.content[0] <= at < f.content[1] for f in frames)
    several = len(tokens[at].text.split()) >= _PHRASE_WORDS
    before = tokens[at - 1]
    return (running or inside) and (before.text.lower() in _INDEFINITE or (several and before.tag.startswith("ART")))


def _announced(
    tokens: Sequence[Token], at: int, clauses: Sequence[Clause], frames: Sequence[Frame], *, titled: bool
) -> bool:
    """Whether words behind a colon are speech; without a cue, what looks like a name or a title is one."""
    cue = any(f.features & {"say", "quote"} and f.cue[-1] < at for f in frames)
    if tokens[at].tag == SPEECH:
        return cue or not titled
    number = next((n for n, c in enumerate(clauses) if c.start <= at < c.end), 0)
    heading = number > 0 and clauses[number - 1].kind is ClauseKind.FRAGMENT
    named = any(_is_title_noun(t) for t in tokens[clauses[max(0, number - 1)].start : at])
    return not titled and (cue or heading or (tokens[at].tag == FRAGMENT and not named))


def _explained(tokens: Sequence[Token], at: int) -> bool:
    """As in "«Rat der Weisen» (RW)", "Cast Lead («gegossenes Blei»)": a name and its meaning."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    inside = tokens[at - 1].text == "(" and after is not None and after.text == ")"
    return inside or (after is not None and after.tag == BRACKET)


def _by_everybody(tokens: Sequence[Token], frame: Frame, clauses: Sequence[Clause]) -> bool:
    """As in "das nennt man einen «Aktiensplit»": a word of the language, and nobody's."""
    clause = clauses[frame.clause]
    return "quote" in frame.features and any(t.text == "man" for t in tokens[clause.start : clause.end])


def _said_by(at: int, clauses: Sequence[Clause], frame: Frame) -> bool:
    """Whether the cue of `frame` stands right behind the quotation: "«…», sagte Miller"."""
    before = clauses[frame.clause - 1] if frame.clause else None
    alone = before is not None and before.start == at and before.end == at + 1
    return alone and frame.cue[0] == clauses[frame.clause].start


def _touches(frame: Frame, clauses: Sequence[Clause], at: int) -> bool:
    inside = frame.content is not None and frame.content[0] <= at < frame.content[1]
    clause = clauses[frame.clause]
    following = clauses[frame.clause + 1] if frame.clause + 1 < len(clauses) else clause
    introduced = following.start == at and following.mark == "," and bool(frame.features & {"clause", "inf"})
    return inside or introduced or clause.start <= at < clause.end


def _is_title_noun(token: Token) -> bool:
    return token.tag.startswith("NN") and fold(token.lemma).endswith(_TITLED)


def _named(tokens: Sequence[Token], at: int) -> bool:
    """As in "(kurz: «Fed»)", "(Motto: «…»)": a bracket gives the name of something."""
    return at >= _LABEL and tokens[at - 1].text == ":" and tokens[at - _LABEL].text == "("


def _titled(tokens: Sequence[Token], at: int) -> bool:
    if _named(tokens, at) or (at and fold(tokens[at - 1].text) in _SOURCES):
        return True
    before = [t for t in tokens[max(0, at - 2) : at] if not t.tag.startswith("$")]
    if not before:
        return False
    word = fold(before[-1].lemma)
    if before[-1].tag.startswith("NN"):
        return _is_title_noun(before[-1])
    return word in _NAMING or before[-1].text.lower().rstrip("e") in (
        "sogenannt",
        "genannt",
        "sogenannten",
        "genannten",
    )


def _predicative(tokens: Sequence[Token], at: int, frame: Frame) -> bool:
    """As in "bezeichnete ihn als «Lügner»", "nannte es einen «Fehler»", "sprach von einem «Fehler»"."""
    if at and f"+{tokens[at - 1].text.lower()}" in frame.features:
        return True
    if "quote" not in frame.features:
        return False
    words = [t.text.lower() for t in tokens[max(0, at - 2) : at]]
    if "von" in words:
        return "+von" in frame.features
    return "als" in words or "ein" in words or "einen" in words or "eine" in words


def frame_of(at: int, clauses: Sequence[Clause], frames: Sequence[Frame]) -> Frame | None:
    """The frame that says whose words the quotation at `at` holds; the innermost and nearest wins."""
    announced = at > 0 and any(c.start == at and ":" in c.mark for c in clauses)
    likely = [f for f in frames if not (announced and f.rule == "wonach" and clauses[f.clause].subordinate)]
    return min(likely, key=lambda f: _rank(at, clauses, f), default=None)


def _rank(at: int, clauses: Sequence[Clause], frame: Frame) -> tuple[int, int]:
    distance = min(abs(at - c) for c in frame.cue)
    clause = clauses[frame.clause]
    if _said_by(at, clauses, frame):
        return (-1, distance)
    inside = frame.content is not None and frame.content[0] <= at < frame.content[1]
    if inside or clause.start <= at < clause.end:
        return (0, distance)
    own = next((c for c in clauses if c.start <= at < c.end), None)
    announced = own is not None and ":" in own.mark and clause.end <= at
    return (1, at - clause.end) if announced else (2, distance)
