"""Cues without a verb of saying: laut X, X zufolge, nach Angaben von X, demnach, wonach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.quotations.clauses import Clause, ClauseKind, clause_mood, is_wie, verb_first
from generator.annotate.quotations.cues import find_cue
from generator.annotate.quotations.frames import Frame
from generator.annotate.quotations.growth import extend
from generator.annotate.quotations.phrases import Phrase, phrases
from generator.annotate.quotations.speakers import antecedent, subject
from generator.german.attribution import word_set
from generator.german.saying import fold, noun_features
from generator.german.verbs import Mood

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.annotation import Token

_LAUT = frozenset({"laut", "gemäss", "lt"})
_SO_FAR = frozenset({"ersten", "bisherigen", "vorläufigen", "neuen", "neuesten", "neusten", "jüngsten", "aktuellen"})
_SOME = frozenset({"einem", "einer", "diesem", "dieser"})
_HEARSAY = frozenset({"vernehmen", "hörensagen"})  # what nobody in particular says
_POSSESSIVES = ("sein", "ihr", "eigen")
_DIALOGUE = frozenset({"Ihrer", "Ihren", "meiner", "meinem", "unserer", "deiner", "eurer"})
_BACK = frozenset({"demnach", "wonach"})
_DEPENDENT = (ClauseKind.RELATIVE, ClauseKind.COMPLEMENT, ClauseKind.ADVERBIAL, ClauseKind.QUESTION)
_RULES = tuple(sorted(word_set("rules")))


def prepositional_frames(tokens: Sequence[Token], clauses: Sequence[Clause]) -> Iterator[Frame]:
    """Frames of laut, gemäss, zufolge, nach, aus Sicht, demnach, wonach."""
    for number, clause in enumerate(clauses):
        for at in range(clause.start, clause.end):
            found = _source(tokens, clause, at)
            if found is None:
                continue
            cue, speaker, (start, end) = found
            rule, owner = "source-phrase", None
            if tokens[at].text == "wonach":
                speaker, rule = _text_before(tokens, clauses, number), "wonach"
            content = _governed(tokens, clauses, number, start, end)
            if content is not None:
                if speaker is not None and fold(tokens[speaker.head].lemma) in _HEARSAY:
                    speaker, rule = None, "hearsay"
                elif speaker is not None and tokens[speaker.start].text.lower().startswith(_POSSESSIVES):
                    owner, rule = _owner(tokens, clauses, number, speaker), "own-view"
                yield Frame(content, cue, speaker, rule, number, owner=owner)


def _owner(tokens: Sequence[Token], clauses: Sequence[Clause], number: int, words: Phrase) -> Phrase | None:
    """Whose view it is: "*Die Firma* hat nach eigenen Angaben alles geprüft"; None for "nach seinen Angaben"."""
    own = tokens[words.start].text.lower().startswith("eigen") and clauses[number].kind is ClauseKind.MAIN
    return subject(tokens, clauses, number) if own else None


def _text_before(tokens: Sequence[Token], clauses: Sequence[Clause], number: int) -> Phrase | None:
    """What "wonach" points back to: "einem Bericht der Wehr, wonach …", "wies Meldungen zurück, wonach …"."""
    if not number:
        return None
    before = clauses[number - 1]
    for phrase in reversed(phrases(tokens, before.start, before.end)):
        if _features(tokens, phrase):
            return extend(tokens, phrase, before.end)
    return antecedent(tokens, clauses, number)


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
    """As in "nach einem Bericht des Senders", "nach ersten Berichten": a text of somebody, no event that was before."""
    first = tokens[head.start]
    event = "event" in noun_features(tokens[head.head].lemma)
    owned = extend(tokens, head, end).end > head.end
    if not first.tag.startswith(("ART", "P")):
        return not event or head.head == head.start or first.text.lower() in _SO_FAR
    if event:
        return owned and first.text in ("einem", "einer")
    return first.text in _SOME or (owned and first.text.lower() in ("dem", "der"))


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
    """Where what is rendered begins: "Nach Angaben, die niemand prüfen kann, | waren die meisten …".

    Or behind an apposition: "Nach Ansicht von Inauen, der Präsidentin, | ist das übertrieben".
    """
    if clauses[number].kind is not ClauseKind.FRAGMENT or number + 2 >= len(clauses):
        return 0
    inserted, behind = clauses[number + 1], clauses[number + 2]
    apposition = inserted.kind is ClauseKind.FRAGMENT and inserted.mark == "," and behind.finite == behind.start
    return behind.start if inserted.kind is ClauseKind.RELATIVE or apposition else 0


def _sentence(tokens: Sequence[Token], clauses: Sequence[Clause], number: int) -> tuple[int, int]:
    """The clauses around `number` that make one statement with it."""
    first = last = number
    while first > 0 and not set(clauses[first].mark) & set(":;"):
        before = clauses[first - 1]
        main = clauses[first].kind is ClauseKind.MAIN and before.kind is ClauseKind.MAIN
        if is_wie(tokens, before) or (main and not verb_first(tokens, clauses[first])):
            break
        first -= 1
    while last + 1 < len(clauses) and not _own_again(tokens, clauses[last + 1]):
        if _another(tokens, clauses, last + 1):
            break
        last += 1
    return clauses[first].start, clauses[last].end


def _own_again(tokens: Sequence[Token], clause: Clause) -> bool:
    """Whether a colon or semicolon leads back to the article's own words; a Konjunktiv I goes on: "…: X sei Y"."""
    return bool(set(clause.mark) & set(":;")) and clause_mood(tokens, clause) is not Mood.SUBJUNCTIVE_1


def _another(tokens: Sequence[Token], clauses: Sequence[Clause], number: int) -> bool:
    """Whether a main clause has a speaker of its own: "…, die Polizei spricht von 4000"."""
    clause = clauses[number]
    if clause.kind is not ClauseKind.MAIN or verb_first(tokens, clause):
        return False
    return (
        clause_mood(tokens, clause) in (Mood.INDICATIVE, Mood.PRETERITE)
        and find_cue(tokens, clauses, number) is not None
    )
