"""Events that a clause tells: something that happens, a time, and those who take part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.german import happenings
from generator.german.clauses import predicate
from generator.german.phrases import phrases
from generator.model.address import digest
from generator.model.dossier import Event, Evidence
from generator.model.ids import EntityId, Kind, Origin
from generator.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.assemble.scene import Scene, Standing
    from generator.german.clauses import Clause
    from generator.german.phrases import Phrase
    from generator.model.annotation import TemporalExpression, Token

_ACTORS = frozenset({Kind.PERSON, Kind.STATE, Kind.ORGANISATION})
_PLACES = frozenset({Kind.PLACE, Kind.STATE})
_WITH = frozenset(("", "mit", "von", "durch", "zwischen", "gegen", "an", "für"))
_AT = frozenset(("in", "bei", "nahe"))
_TOLD_ALONE = frozenset(("verb-stattfinden", "verb-abhalten", "verb-ereignen"))  # other verbs need somebody or a place
_BETWEEN_PERSONS = frozenset(("treffen", "empfangen"))  # an embargo meets a state, a radio receives a station
_REFLEXIVE = frozenset((happenings.OCCASION, "meeting", "end"))  # sich ereignen, sich treffen, sich auflösen
_NEAR = 2  # characters between a noun phrase and its time: a space, perhaps a bracket
_WITHOUT_ARTICLE = ("ART", "APPR", "APPRART", "PPOSAT", "PDAT")


@dataclass(frozen=True, slots=True)
class _Happening:
    """What happens: its sort, the words that tell it, the phrases that may name those who take part."""

    sort: str
    words: tuple[Token, ...]
    phrases: tuple[Phrase, ...]
    standing: Standing
    rule: str


def events_of(scene: Scene) -> Iterator[Event]:
    """The events that the sentence tells with a time; at most one a clause, and none with two times."""
    if not scene.dates:
        return
    for clause in scene.clauses:
        dates = [date for date in scene.dates if _holds(clause, date)]
        if len(dates) == 1 and (happening := _happening(scene, clause, dates[0])):
            event = _event(scene, happening, dates[0])
            if event.participants or event.location or happening.rule in _TOLD_ALONE:
                yield event


def _holds(clause: Clause, date: TemporalExpression) -> bool:
    return clause.tokens[0].span.start <= date.span.start and date.span.end <= clause.tokens[-1].span.end


def _happening(scene: Scene, clause: Clause, date: TemporalExpression) -> _Happening | None:
    """By a noun whose time stands beside it ("die Gründung X vor 75 Jahren"), or by the verb ("besuchte …")."""
    found = tuple(phrases(clause, scene.names))
    return _by_noun(scene, found, date) or _by_verb(scene, clause, found)


def _by_verb(scene: Scene, clause: Clause, found: tuple[Phrase, ...]) -> _Happening | None:
    verb = predicate(clause)
    sort = happenings.of_verb(verb.lemma) if verb else None
    if verb is None or sort is None or verb.negated or (verb.reflexive and sort not in _REFLEXIVE):
        return None
    if sort == happenings.OCCASION:
        sort = next((s for phrase in found if (s := happenings.of_noun(phrase.noun))), None)
    standing = scene.stated(verb)
    if sort is None or standing is None or (verb.lemma in _BETWEEN_PERSONS and not _names_a_person(found)):
        return None
    return _Happening(sort, clause.tokens, found, standing, f"verb-{verb.lemma}")


def _names_a_person(found: Sequence[Phrase]) -> bool:
    return any(name.kind is Kind.PERSON for phrase in found for name in phrase.names)


def _by_noun(scene: Scene, found: tuple[Phrase, ...], date: TemporalExpression) -> _Happening | None:
    for phrase in found:
        sort = happenings.of_noun(phrase.noun)
        standing = scene.claimed(phrase.tokens[-1].span)
        if sort and standing and not phrase.names and _is_beside(phrase, date):
            return _Happening(sort, _without_article(phrase), (phrase,), standing, "noun")
    return None


def _is_beside(phrase: Phrase, date: TemporalExpression) -> bool:
    """Whether the time stands right behind the phrase: "der Zusammenbruch der Sowjetunion 1991"."""
    return 0 <= date.span.start - phrase.tokens[-1].span.end <= _NEAR


def _without_article(phrase: Phrase) -> tuple[Token, ...]:
    """The words of a noun phrase from its first adjective or noun on."""
    first = next((n for n, token in enumerate(phrase.tokens) if token.tag not in _WITHOUT_ARTICLE), 0)
    return phrase.tokens[first:]


def _event(scene: Scene, happening: _Happening, date: TemporalExpression) -> Event:
    title = _title(scene, happening.words)
    certainty, _ = happening.standing
    sources = scene.corpus.by_id[scene.source].document.ids
    first, *others = (EntityId(f"ereignis-{digest(source, title)}") for source in sources)
    return Event(
        id=first,
        title=title,
        edtf=date.edtf,
        certainty=certainty,
        origin=Origin.EXTRACTED,
        evidence=(Evidence(scene.source, scene.sentence.span),),
        participants=_participants(scene, happening.phrases),
        location=_location(scene, happening.phrases),
        sort=happening.sort,
        rule=happening.rule,
        formerly=tuple(others),
    )


def _title(scene: Scene, words: Sequence[Token]) -> str:
    """The words of the source, without the mark that opens the clause and the one that closes it."""
    text = scene.corpus.by_id[scene.source].document.text
    plain = [token for token in words if token.text[:1].isalnum()]
    return " ".join(Span(plain[0].span.start, plain[-1].span.end).of(text).split())


def _participants(scene: Scene, found: Sequence[Phrase]) -> tuple[EntityId, ...]:
    """Those who act or are acted upon, and those whose event it is, each once in text order."""
    owners = [n for p in found if happenings.of_noun(p.noun) for n in p.owners]
    named = [*owners, *(n for p in found if p.preposition in _WITH for n in p.names)]
    entities = [scene.entity(n) for n in sorted(named, key=lambda n: n.span) if n.kind in _ACTORS]
    return tuple(dict.fromkeys(entity for entity in entities if entity))


def _location(scene: Scene, found: Sequence[Phrase]) -> EntityId | None:
    """The one place that the clause names, None if it names several."""
    places = [n for p in found if p.preposition in _AT for n in p.names if n.kind in _PLACES]
    return scene.entity(places[0]) if len(places) == 1 else None
