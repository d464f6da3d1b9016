"""The long lists of a dossier under their sources, and what their nouns can be found by."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from generator.model.dossier import EntityMention, EntityQuotation, Section, Speaker, Statement
from generator.model.ids import EntityId
from generator.model.listed import Listed
from generator.model.placed import Sourced, Spanned
from generator.model.postings import Around, Index, Made
from generator.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.model.dossier import Dossier
    from generator.model.ids import SourceId
    from generator.model.ledger import Figure, Reading, Silence


S = TypeVar("S", bound=Sourced)
_GAP = "\t"
"""Between the parts of a key that has two; no id has it."""


def _topic(item: Spanned, around: Around) -> Iterator[EntityId]:
    """The topic of the section that something starts in."""
    starts = [section.span.start for section in around.sections]
    number = bisect_right(starts, item.span.start) - 1
    topic = around.sections[number].topic if number >= 0 else None
    if topic:
        yield topic


def _topics(item: Spanned, around: Around) -> Iterator[EntityId]:
    """The topics of all sections around something."""
    return (s.topic for s in around.sections if s.topic and s.span.contains(item.span))


def _triggers(statement: Statement, around: Around) -> Iterator[str]:
    """The status and each of the words that decided it."""
    text = around.document.text
    return (f"{statement.certainty}{_GAP}{' '.join(each.of(text).split())}" for each in statement.triggers)


def _reading(reading: Reading, around: Around) -> Iterator[str]:
    """Whom the words were read as, whether a person decided that, and the words."""
    words = reading.span.of(around.document.text)
    yield _GAP.join((reading.entity or "", "person" if reading.rule == "decision" else "rule", words))


ENTITY: Index[EntityMention] = Index("entity", lambda mention, _: (mention.entity,))
FORM: Index[EntityMention] = Index("form", lambda mention, _: (mention.form,))
METONYM: Index[EntityMention] = Index("metonym", lambda mention, _: (mention.form,) if mention.metonym else ())
NAMED_UNDER: Index[EntityMention] = Index("named-under", _topic)
ID: Index[Statement] = Index("id", lambda said, _: (said.id,))
HOLDER: Index[Statement] = Index("holder", lambda said, _: _entities(said.holders))
OUTLET: Index[Statement] = Index("outlet", lambda said, _: _entities([said.outlet] if said.outlet else ()))
ABOUT: Index[Statement] = Index("about", lambda said, _: said.about)
CERTAINTY: Index[Statement] = Index("certainty", lambda said, _: (said.certainty,))
TOLD_OF: Index[Statement] = Index("told-of", lambda said, _: said.about if said.holders else ())
VOICED: Index[Statement] = Index("voiced", lambda said, _: ("",) if said.holders else ())
WITNESS: Index[Statement] = Index("witness", lambda said, _: map(speaker_key, said.holders))
VIA: Index[Statement] = Index("via", lambda said, _: map(speaker_key, [said.outlet] if said.outlet else ()))
SPEAKS_OF: Index[Statement] = Index("speaks-of", lambda said, _: said.speaks_of)
TRIGGER: Index[Statement] = Index("trigger", _triggers)
SENTENCE: Index[Statement] = Index("sentence", lambda said, _: (f"{said.sentence.start}{_GAP}{said.sentence.end}",))
SAID_UNDER: Index[Statement] = Index("said-under", _topic)
WITHIN: Index[Statement] = Index("within", _topics)
PARTY: Index[EntityQuotation] = Index("party", lambda q, _: _entities([*q.speakers, *([q.outlet] if q.outlet else ())]))
TOPIC: Index[Section] = Index("topic", lambda section, _: (section.topic,) if section.topic else ())
HEADED: Index[Section] = Index("headed", lambda section, _: (section.topic or "",) if section.heading else ())
ASKING: Index[Section] = Index("asking", lambda section, around: ("",) if _asks(section, around) else ())
READ_AS: Index[Reading] = Index("read-as", _reading)
REASON: Index[Silence] = Index("reason", lambda silence, _: (silence.reason,))


INDEXES: Mapping[str, tuple[Index[Any], ...]] = {
    "mentions": (ENTITY, FORM, METONYM, NAMED_UNDER),
    "quotations": (PARTY,),
    "statements": (
        ID,
        HOLDER,
        OUTLET,
        ABOUT,
        CERTAINTY,
        TOLD_OF,
        VOICED,
        WITNESS,
        VIA,
        SPEAKS_OF,
        TRIGGER,
        SENTENCE,
        SAID_UNDER,
        WITHIN,
    ),
    "sections": (TOPIC, HEADED, ASKING),
    "metonyms": (READ_AS,),
    "surnames": (READ_AS,),
    "figures": (),
    "silences": (REASON,),
}
"""All indexes by the name of their list."""


def speaker_key(speaker: Speaker) -> str:
    """The key of a speaker: the entity, if it is certain, and the name."""
    return f"{speaker.entity or ''}{_GAP}{speaker.name}"


def speaker_of(key: str) -> Speaker:
    """The speaker whose key this is."""
    entity, _, name = key.partition(_GAP)
    return Speaker(name, EntityId(entity) if entity else None)


def span_of(key: str) -> Span:
    """The sentence whose key this is."""
    start, _, end = key.partition(_GAP)
    return Span(int(start), int(end))


def parts_of(key: str) -> list[str]:
    """What a key of several parts is put together from; the last part may hold anything."""
    return key.split(_GAP, 2 if key.count(_GAP) > 1 else 1)


def _entities(speakers: Iterable[Speaker]) -> Iterator[EntityId]:
    return (speaker.entity for speaker in speakers if speaker.entity)


def _asks(section: Section, around: Around) -> bool:
    return section.heading is not None and section.heading.of(around.document.text).rstrip().endswith("?")


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists whose nouns are from one source each."""

    mentions: Listed[EntityMention]
    quotations: Listed[EntityQuotation]
    statements: Listed[Statement]
    sections: Listed[Section]
    metonyms: Listed[Reading]
    surnames: Listed[Reading]
    figures: Listed[Figure]
    silences: Listed[Silence]


def lists_of(dossier: Dossier) -> Lists:
    """The lists of a dossier; those that are no `Listed` are put under their sources."""
    ledgers = dossier.ledgers
    return Lists(
        mentions=_listed(dossier, dossier.mentions, INDEXES["mentions"]),
        quotations=_listed(dossier, dossier.quotations, INDEXES["quotations"]),
        statements=_listed(dossier, dossier.statements, INDEXES["statements"]),
        sections=_listed(dossier, dossier.sections, INDEXES["sections"]),
        metonyms=_listed(dossier, ledgers.metonyms, INDEXES["metonyms"]),
        surnames=_listed(dossier, ledgers.surnames, INDEXES["surnames"]),
        figures=_listed(dossier, ledgers.figures, INDEXES["figures"]),
        silences=_listed(dossier, ledgers.silences, INDEXES["silences"]),
    )


def _listed(dossier: Dossier, nouns: Sequence[S], indexes: tuple[Index[S], ...]) -> Listed[S]:
    if isinstance(nouns, Listed):
        return nouns
    found, sections = by_source(nouns), by_source(dossier.sections)
    documents = (source.document for source in dossier.sources)
    arounds = (Around(document, sections[document.id]) for document in documents)
    return Listed(Made(found[around.document.id], around, indexes) for around in arounds)


def by_source(nouns: Iterable[S]) -> defaultdict[SourceId, list[S]]:
    """`nouns` under their sources; a source that has none has an empty list."""
    found: defaultdict[SourceId, list[S]] = defaultdict(list)
    for noun in nouns:
        found[noun.source].append(noun)
    return found
