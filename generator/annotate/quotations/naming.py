"""What a party is called: the mention that its words hold, if it is theirs and not a modifier's or an owner's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.quotations.grammar import is_medium
from generator.german.attribution import word_set
from generator.german.saying import fold, noun_features
from generator.german.subject_form import subject_form
from generator.model.annotation import Party
from generator.model.ids import Kind
from generator.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.annotate.quotations.phrases import Phrase
    from generator.annotate.quotations.scene import Scene
    from generator.model.annotation import Mention

# Nouns whose words are those of the body that follows them: "ein Sprecher der Bahn", "die Regierung Italiens".
_SOURCE_WORDS = frozenset({"laut", "gemäß", "gemäss", "zufolge"})
_SPEAKING_FOR = tuple(sorted(word_set("speaking-for")))


def party(scene: Scene, phrase: Phrase) -> Party:
    """The party that `phrase` names: "der USA-Kenner Abt von der Bahn" → Abt, "die US-Zeitung" → no state."""
    tokens = scene.unit.tokens
    span = Span(tokens[phrase.start].span.start, tokens[phrase.end - 1].span.end)
    inside = [m for m in scene.mentions if span.overlaps(m.span) and not _modifies(scene, m)]
    found = _own(scene, phrase, inside) or _attached(scene, phrase, inside) or _medium_before(scene, phrase)
    if found:
        return Party(span, found.name, found.entity)
    words = span.of(scene.text)
    dative = phrase.preposition is not None or _follows_preposition(scene, phrase)
    return Party(span, (subject_form(words.split()) if dative else None) or words)


def _follows_preposition(scene: Scene, phrase: Phrase) -> bool:
    """Whether a preposition governs the words: "laut | dem Bericht", "dem Bericht | zufolge"."""
    tokens = scene.unit.tokens
    around = (*tokens[max(0, phrase.start - 1) : phrase.start], *tokens[phrase.end : phrase.end + 1])
    return any(t.tag.startswith(("APPR", "APPO")) or t.text.lower() in _SOURCE_WORDS for t in around)


def _modifies(scene: Scene, mention: Mention) -> bool:
    """Whether a mention is only the first part of a compound: in "Nordkorea-Experte", but not in "US-Regierung"."""
    end = mention.span.end
    if scene.text[end : end + 1] not in ("-", "–") or not scene.text[end + 1 : end + 2].isalpha():
        return False
    compound = next((t for t in scene.unit.tokens if t.span.start <= mention.span.start < t.span.end), None)
    return compound is None or not fold(compound.text).endswith(_SPEAKING_FOR)


def _own(scene: Scene, phrase: Phrase, inside: Sequence[Mention]) -> Mention | None:
    """The mention in the words before all attachments, persons before others."""
    tokens = scene.unit.tokens
    core = Span(tokens[phrase.start].span.start, tokens[_core_end(scene, phrase) - 1].span.end)
    head = tokens[phrase.head].span
    own = [m for m in inside if m.span.overlaps(core) and not _owns(scene.text, m, head)]
    ranked = sorted(own, key=lambda m: (m.kind is not Kind.PERSON, not m.span.overlaps(head), m.span.start))
    return ranked[0] if ranked else None


def _core_end(scene: Scene, phrase: Phrase) -> int:
    """Where owners and places begin: "der Analyst und Autor Emil Abt | aus Bern"."""
    tokens = scene.unit.tokens
    for at in range(phrase.head + 1, phrase.end):
        if tokens[at].tag.startswith(("APPR", "ART", "PPOSAT", "PDAT", "$")):
            return at
    return phrase.end


def _owns(text: str, mention: Mention, head: Span) -> bool:
    """Whether a mention is a genitive before the head noun: "Kims Schwester", "Russlands Präsident"."""
    return mention.span.end <= head.start and mention.span.of(text).endswith(("s", "’", "'"))


def _attached(scene: Scene, phrase: Phrase, inside: Sequence[Mention]) -> Mention | None:
    """A mention beside the head noun: the speaker's name, or the body that he speaks for."""
    tokens = scene.unit.tokens
    persons = [m for m in inside if m.kind is Kind.PERSON]
    named = next((m for m in persons if _stands_apart(scene, phrase, m)), None)
    if named is not None:
        return named
    head = tokens[phrase.head]
    if noun_features(head.lemma) or noun_features(head.text):
        return next(iter(sorted(inside, key=lambda m: m.kind is not Kind.PERSON)), None)
    bodies = (m for m in inside if m.kind in (Kind.STATE, Kind.ORGANISATION, Kind.OUTLET))
    return next(bodies, None) if fold(head.text).endswith(_SPEAKING_FOR) else None


def _stands_apart(scene: Scene, phrase: Phrase, person: Mention) -> bool:
    """Whether a name is in apposition and no owner: "der Sprecher der Bahn | Emil Abt", not "… von Emil Abt"."""
    tokens = scene.unit.tokens
    first = next((i for i in range(phrase.head + 1, phrase.end) if tokens[i].span.overlaps(person.span)), None)
    if first is None:
        return False
    before = tokens[first - 1]
    return before.text in (",", "–", "-") or (before.tag.startswith("N") and _names_body(scene, first - 1))


def _names_body(scene: Scene, at: int) -> bool:
    """Whether the noun at `at` belongs to the name of a body, so that a person's name behind it starts anew."""
    span = scene.unit.tokens[at].span
    return any(m.kind in (Kind.ORGANISATION, Kind.OUTLET, Kind.STATE) and m.span.overlaps(span) for m in scene.mentions)


def _medium_before(scene: Scene, phrase: Phrase) -> Mention | None:
    """The medium that "die Zeitung" means: the only one that this paragraph or the one before has named."""
    tokens = scene.unit.tokens
    if not is_medium(tokens[phrase.head]) or not tokens[phrase.start].tag.startswith(("ART", "PDAT")):
        return None
    if tokens[phrase.start].text.lower() in ("ein", "eine", "einer", "einem", "eines"):
        return None
    names = {m.name for m in scene.media}
    return scene.media[-1] if len(names) == 1 else None
