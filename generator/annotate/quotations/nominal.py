"""Cues without a verb of saying: laut X, X zufolge, nach Angaben von X, die Behauptung, dass …, wonach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.quotations.clauses import Clause, ClauseKind, clause_mood, is_wie, verb_first
from generator.annotate.quotations.content import content_end
from generator.annotate.quotations.cues import find_cue
from generator.annotate.quotations.frames import Frame
from generator.annotate.quotations.phrases import Phrase, extend, phrases
from generator.annotate.quotations.speakers import subject
from generator.german.attribution import word_set
from generator.german.saying import fold, noun_features
from generator.german.verbs import Mood

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.annotation import Token

_LAUT = frozenset({"laut", "gemäss", "lt"})
_SOME = frozenset({"einem", "einer", "diesem", "dieser"})
_POSSESSIVES = ("sein", "ihr")
_DIALOGUE = frozenset({"Ihrer", "Ihren", "meiner", "meinem", "unserer", "deiner", "eurer"})
_BACK = frozenset({"demnach", "wonach"})
_DEPENDENT = (ClauseKind.RELATIVE, ClauseKind.COMPLEMENT, ClauseKind.ADVERBIAL, ClauseKind.QUESTION)
_RULES = tuple(sorted(word_set("rules")))
_AFTER_NOUN = 9  # words that may stand between a noun of saying and its clause


def prepositional_frames(tokens: Sequence[Token], clauses: Sequence[Clause]) -> Iterator[Frame]:
    """Frames of laut, gemäss, zufolge, nach, aus Sicht, demnach, wonach."""
    for number, clause in enumerate(clauses):
        for at in range(clause.start, clause.end):
            found = _source(tokens, clause, at)
            if found is None:
                continue
            cue, speaker, (start, end) = found
            content = _governed(tokens, clauses, number, start, end)
            if content is not None:
                own = speaker is not None and tokens[speaker.start].text.lower().startswith(_POSSESSIVES)
                yield Frame(content, cue, speaker, "own-view" if own else "source-phrase", number)


def _source(
    tokens: Sequence[Token], clause: Clause, at: int
) -> tuple[tuple[int, ...], Phrase | None, tuple[int, int]] | None:
    """The cue, who is named, and the whole phrase that begins or ends at `at`."""
    word = fold(tokens[at].text)
    if word in _BACK and (at == clause.start or word == "demnach"):
        return (at,), Phrase(at, at + 1, at), (at, at + 1)
    if word in ("zufolge", "nach") and at > clause.start:
        behind = _postposition(tokens, clause, at, word)
        if behind is not None:
            return behind
    if word in _LAUT or (word in ("nach", "aus") and tokens[at].tag.startswith("APPR")):
        return _preposition(tokens, clause, at, word)
    return None


def _preposition(
    tokens: Sequence[Token], clause: Clause, at: int, word: str
) -> tuple[tuple[int, ...], Phrase | None, tuple[int, int]] | None:
    start = at + 1
    inside = phrases(tokens, start, clause.end)
    if not inside or inside[0].start > start + 1 or inside[0].preposition is not None:
        return None
    head = inside[0]
    features = _features(tokens, head)
    if (
        word == "nach"
        and "nach" not in features
        and not ("text" in features and _of_somebody(tokens, head, clause.end))
    ):
        return None
    if word == "aus" and not ("aus" in features and extend(tokens, head, clause.end).end > head.end):
        return None
    if word == "gemäss" and not (features & {"nach", "text"} or _somebody(tokens, head)):
        return None
    full = extend(tokens, head, clause.end)
    return (at,), full, (at, full.end)


def _features(tokens: Sequence[Token], phrase: Phrase) -> frozenset[str]:
    """The features of the first noun of saying in `phrase` ("Auffassung Österreichs")."""
    for token in tokens[phrase.start : phrase.end]:
        found = noun_features(token.lemma) or noun_features(token.text)
        if found and token.tag.startswith("NN"):
            return found
    return frozenset()


def _somebody(tokens: Sequence[Token], head: Phrase) -> bool:
    """Whether "gemäss" names a person or a body and no rule ("gemäss Artikel 5", "gemäss dem Gesetz")."""
    return not any(fold(t.text).endswith(_RULES) or t.text == "§" for t in tokens[head.start : head.end])


def _of_somebody(tokens: Sequence[Token], head: Phrase, end: int) -> bool:
    """As in "nach einem Bericht des Senders", "nach Berichten": a text of somebody, no event that was before."""
    bare = not tokens[head.start].tag.startswith(("ART", "P"))
    written = "event" not in noun_features(tokens[head.head].lemma) and tokens[head.start].text in _SOME
    return (
        bare
        or written
        or (
            tokens[head.start].text.lower() in ("einem", "einer", "dem", "der")
            and extend(tokens, head, end).end > head.end
        )
    )


def _postposition(
    tokens: Sequence[Token], clause: Clause, at: int, word: str
) -> tuple[tuple[int, ...], Phrase | None, tuple[int, int]] | None:
    inside = phrases(tokens, clause.start, at)
    if not inside or inside[-1].end != at:
        return None
    first = inside[-1]
    for earlier in reversed(inside[:-1]):
        if extend(tokens, earlier, at).end < at:
            break
        first = earlier
    if tokens[first.start].text in _DIALOGUE:
        return None
    if word == "nach" and ("post" not in _features(tokens, first) or first.preposition is not None):
        return None
    return (at,), Phrase(first.start, at, first.head), (first.start, at + 1)


def _governed(
    tokens: Sequence[Token], clauses: Sequence[Clause], number: int, start: int, end: int
) -> tuple[int, int] | None:
    """What a source phrase covers: its sentence without itself, or its clause if that is a dependent one."""
    clause = clauses[number]
    inserted = clause.kind is ClauseKind.FRAGMENT and number > 0 and clause.end - clause.start > end - start
    if inserted or clause.kind in _DEPENDENT:
        first, last = clause.start, clause.end
    else:
        first, last = _sentence(tokens, clauses, number)
    if start <= first:
        first = max(end, _behind_relative(clauses, number))
    elif end >= last:
        last = start
    return (first, last) if first < last else None


def _behind_relative(clauses: Sequence[Clause], number: int) -> int:
    """Where what is rendered begins: "Nach Angaben, die niemand prüfen kann, | waren die meisten …"."""
    if (
        clauses[number].kind is ClauseKind.FRAGMENT
        and number + 2 < len(clauses)
        and clauses[number + 1].kind is ClauseKind.RELATIVE
    ):
        return clauses[number + 2].start
    return 0


def _sentence(tokens: Sequence[Token], clauses: Sequence[Clause], number: int) -> tuple[int, int]:
    """The clauses around `number` that make one statement with it."""
    first = last = number
    while first > 0 and not set(clauses[first].mark) & set(":;"):
        before = clauses[first - 1]
        main = clauses[first].kind is ClauseKind.MAIN and before.kind is ClauseKind.MAIN
        if is_wie(tokens, before) or (main and not verb_first(tokens, clauses[first])):
            break
        first -= 1
    while last + 1 < len(clauses) and not set(clauses[last + 1].mark) & set(":;"):
        if _another(tokens, clauses, last + 1):
            break
        last += 1
    return clauses[first].start, clauses[last].end


def _another(tokens: Sequence[Token], clauses: Sequence[Clause], number: int) -> bool:
    """Whether a main clause has a speaker of its own: "…, die Polizei spricht von 4000"."""
    clause = clauses[number]
    if clause.kind is not ClauseKind.MAIN or verb_first(tokens, clause):
        return False
    return (
        clause_mood(tokens, clause) in (Mood.INDICATIVE, Mood.PRETERITE)
        and find_cue(tokens, clauses, number) is not None
    )


def noun_frames(tokens: Sequence[Token], clauses: Sequence[Clause]) -> Iterator[Frame]:
    """Frames of nouns with a clause: "die Auffassung, dass …", "der Vorwurf, er habe …", "die Forderung, … zu …"."""
    for number in range(len(clauses) - 1):
        clause, following = clauses[number], clauses[number + 1]
        at = _noun(tokens, clause, following)
        if at is None:
            continue
        content = (following.start, content_end(tokens, clauses, number + 1))
        owner = _owner(tokens, clause, at)
        if owner is None:
            who = subject(tokens, clauses, number)
            owner = who if who is not None and not who.start <= at < who.end else None
        yield Frame(content, (at,), owner, "noun-of-saying", number)


def _noun(tokens: Sequence[Token], clause: Clause, following: Clause) -> int | None:
    if following.mark != "," and ":" not in following.mark:
        return None
    wanted = _wanted(tokens, following)
    if wanted is None:
        return None
    for at in range(clause.end - 1, max(clause.start, clause.end - _AFTER_NOUN) - 1, -1):
        if tokens[at].tag.startswith("NN") and wanted in noun_features(tokens[at].lemma):
            return at
    return None


def _wanted(tokens: Sequence[Token], following: Clause) -> str | None:
    if following.kind is ClauseKind.COMPLEMENT:
        return "clause"
    if following.kind is ClauseKind.INFINITIVE:
        return "inf"
    found = clause_mood(tokens, following)
    stated = found is not None and found.subjunctive and not verb_first(tokens, following)
    if following.kind is ClauseKind.MAIN and stated and not following.conjunction:
        return "clause"
    return None


def _owner(tokens: Sequence[Token], clause: Clause, at: int) -> Phrase | None:
    """The genitive or von-phrase behind the noun at `at`: "der Vorwurf der Opposition, …"."""
    alone = Phrase(at, at + 1, at)
    full = extend(tokens, alone, clause.end)
    if full.end == at + 1:
        return None
    inner = phrases(tokens, at + 1, full.end)
    return Phrase(inner[0].start, full.end, inner[0].head) if inner else None
