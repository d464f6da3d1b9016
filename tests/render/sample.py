"""A small invented dossier of two sources, for the tests of the pages.

It holds what makes pages hard: two people with one surname, a capital that means its government, a misprint, a name
that Markdown would take for markup, a source of which only excerpts may be shown, a dispute, a draft, an external
fact, a statement without a speaker's entity, and a sentence that occurs twice.
"""

from __future__ import annotations

import re

from generator.model.annotation import AnnotatedDocument, Block, BlockKind, Parse, Sentence
from generator.model.document import Document, Metadata, Rights
from generator.model.dossier import (
    Dispute,
    Dossier,
    Entity,
    EntityMention,
    EntityQuotation,
    Event,
    Evidence,
    Fact,
    Relation,
    Section,
    Side,
    Speaker,
    Statement,
    Unresolved,
)
from generator.model.ids import AliasKind, Certainty, Edtf, EntityId, Kind, Origin, QuotationType, SourceId, Status
from generator.model.registry import Alias, Citation
from generator.model.settings import Settings
from generator.model.span import Span

VISIT = SourceId("besuch")
BEFORE = SourceId("vorgeschichte")

_VISIT_BLOCKS: list[tuple[BlockKind, str]] = [
    (BlockKind.TITLE, "Berg reist nach Hafenstadt"),
    (BlockKind.LEAD, "Nordland soll Haubitzen an Südmark liefern."),
    (
        BlockKind.PARAGRAPH,
        (
            "Die Ministerin Anna Berg traf im Mai in Hafenstadt den Regierungschef von Südmark. "
            "Nordland könnte die Rakete Falke-7 liefern, sagte der Analyst Uwe Falk vom Institut für Lagekunde (IfL) "
            "dem «Tagblatt». «Die Falke-7 *ähnelt* der alten Habicht-3», so Falk."
        ),
    ),
    (BlockKind.HEADING, "Was sagt Nordland?"),
    (BlockKind.PARAGRAPH, "Südmark spricht von einem Geschäft. Kronberg bestreitet das. Mehr ist nicht bekannt."),
    (BlockKind.CAPTION, "Anna Berrg am Hafen."),
    (BlockKind.PARAGRAPH, "Mehr ist nicht bekannt. «Wir prüfen [alles]», sagte ein Sprecher."),
]
_BEFORE_BLOCKS: list[tuple[BlockKind, str]] = [
    (BlockKind.TITLE, "Wie es anfing"),
    (
        BlockKind.PARAGRAPH,
        (
            "Im Jahr 2019 besuchte Karl Berg Südmark. Das Wetter war schlecht. "
            "Karl Berg drohte mit Sanktionen. Niemand weiss mehr über Karl Berg."
        ),
    ),
]

_SENTENCE = re.compile(r"\S.*?(?:[.?!](?=\s|\Z)|\Z)", re.DOTALL)


def _annotated(
    source: SourceId, blocks: list[tuple[BlockKind, str]], outlet: str, published: str, rights: Rights
) -> AnnotatedDocument:
    text = "\n\n".join(words for _, words in blocks) + "\n"
    made, sentences, start = [], [], 0
    for index, (kind, words) in enumerate(blocks):
        span = Span(start, start + len(words))
        made.append(Block(kind, span, "sample"))
        sentences += [
            Sentence(Span(start + found.start(), start + found.end()), index, ()) for found in _SENTENCE.finditer(words)
        ]
        start = span.end + 2
    meta = Metadata(outlet=EntityId(outlet), published=Edtf(published), rights=rights, topics=(EntityId("handel"),))
    document = Document(source, f"seeds/articles/{source}.txt", text, "0" * 64, meta)
    return AnnotatedDocument(Parse(document, tuple(made), tuple(sentences)))


SOURCES = {
    BEFORE: _annotated(BEFORE, _BEFORE_BLOCKS, "tagblatt", "2020", "excerpts"),
    VISIT: _annotated(VISIT, _VISIT_BLOCKS, "tagblatt", "2024-05", "full"),
}


def span(source: SourceId, words: str, nth: int = 1) -> Span:
    """Find the `nth` occurrence of `words`."""
    text, start = SOURCES[source].document.text, -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def evidence(source: SourceId, words: str, nth: int = 1) -> tuple[Evidence, ...]:
    return (Evidence(source, span(source, words, nth)),)


def _sentence(source: SourceId, inner: Span) -> Span:
    return next(s.span for s in SOURCES[source].parse.sentences if s.span.contains(inner))


def _mention(entity: str, source: SourceId, words: str, nth: int = 1, alias: AliasKind | None = None) -> EntityMention:
    where = span(source, words, nth)
    return EntityMention(
        EntityId(entity),
        source,
        where,
        _sentence(source, where),
        words,
        metonym=alias is AliasKind.METONYM,
        alias=alias,
    )


def _fact(
    name: str,
    value: str,
    proof: tuple[Evidence, ...],
    entity: str | None = None,
    certainty: Certainty = Certainty.ASSERTED,
) -> Fact:
    return Fact(name, value, certainty, Origin.REGISTRY, proof, EntityId(entity) if entity else None)


def _statement(key: str, source: SourceId, words: str, certainty: Certainty, **more: object) -> Statement:
    where = span(source, words)
    fields: dict[str, object] = {"said": SOURCES[source].document.meta.published, **more}
    return Statement(key, source, where, _sentence(source, where), certainty, **fields)  # type: ignore[arg-type]


def _ids(*ids: str) -> tuple[EntityId, ...]:
    return tuple(map(EntityId, ids))


FALK = Speaker("Uwe Falk", EntityId("uwe-falk"))
TAGBLATT = Speaker("Tagblatt", EntityId("tagblatt"))
NORDLAND = Speaker("Kronberg", EntityId("nordland"))

ENTITIES = (
    Entity(EntityId("handel"), Kind.TOPIC, "Waffenhandel"),
    Entity(
        EntityId("institut"),
        Kind.ORGANISATION,
        "Institut für Lagekunde",
        status=Status.DRAFT,
        aliases=(Alias("IfL", AliasKind.ABBREVIATION),),
        forms=("IfL", "Institut für Lagekunde"),
    ),
    Entity(EntityId("tagblatt"), Kind.OUTLET, "Tagblatt", forms=("Tagblatt",)),
    Entity(
        EntityId("anna-berg"),
        Kind.PERSON,
        "Anna Berg",
        actor=True,
        aliases=(Alias("Berg", AliasKind.SHORT), Alias("Anna Berrg", AliasKind.MISPRINT)),
        forms=("Anna Berg", "Anna Berrg", "Berg"),
        same_as=("https://www.wikidata.org/wiki/Q1?a=1&b=2", "javascript:alert(1)"),
        summary=_fact("summary", "Ministerin", evidence(VISIT, "Die Ministerin Anna Berg")),
        facts=(
            _fact("role", "Ministerin", evidence(VISIT, "Ministerin")),
            Fact(
                "state",
                "Nordland",
                Certainty.ASSERTED,
                Origin.EXTERNAL,
                entity=EntityId("nordland"),
                citation=Citation("Amtsblatt <2024>", "https://example.org/blatt", Edtf("2024-06-01")),
            ),
        ),
        note="Nicht zu verwechseln mit [Karl Berg](karl-berg.md).\n\n<script>alert(1)</script>",
    ),
    Entity(EntityId("karl-berg"), Kind.PERSON, "Karl Berg", actor=True, forms=("Karl Berg",)),
    Entity(
        EntityId("uwe-falk"),
        Kind.PERSON,
        "Uwe Falk",
        expert=True,
        aliases=(Alias("Falk", AliasKind.SHORT),),
        forms=("Falk", "Uwe Falk"),
        facts=(
            _fact("role", "Analyst", evidence(VISIT, "Analyst Uwe Falk")),
            _fact("institution", "Institut für Lagekunde", evidence(VISIT, "vom Institut für Lagekunde"), "institut"),
        ),
    ),
    Entity(EntityId("hafenstadt"), Kind.PLACE, "Hafenstadt", forms=("Hafenstadt",)),
    Entity(
        EntityId("nordland"),
        Kind.STATE,
        "Nordland",
        actor=True,
        aliases=(Alias("Kronberg", AliasKind.METONYM), Alias("Nord-Land", AliasKind.SPELLING)),
        forms=("Nordland", "Kronberg"),
    ),
    Entity(EntityId("suedmark"), Kind.STATE, "Südmark", actor=True, forms=("Südmark",)),
    Entity(
        EntityId("falke-7"),
        Kind.WEAPON,
        "Falke-7",
        forms=("Falke-7",),
        facts=(
            _fact("type", "Rakete", evidence(VISIT, "die Rakete Falke-7")),
            _fact(
                "origin",
                "Nordland",
                evidence(VISIT, "Nordland könnte die Rakete"),
                "nordland",
                Certainty.POSSIBLE,
            ),
        ),
    ),
    Entity(EntityId("habicht-3"), Kind.WEAPON, "Habicht-3", forms=("Habicht-3",)),
    Entity(EntityId("haubitzen"), Kind.WEAPON, "Haubitzen", forms=("Haubitzen",)),
)

MENTIONS = (
    _mention("karl-berg", BEFORE, "Karl Berg", 1),
    _mention("suedmark", BEFORE, "Südmark"),
    _mention("karl-berg", BEFORE, "Karl Berg", 2),
    _mention("karl-berg", BEFORE, "Karl Berg", 3),
    _mention("anna-berg", VISIT, "Berg", alias=AliasKind.SHORT),
    _mention("hafenstadt", VISIT, "Hafenstadt", 1),
    _mention("nordland", VISIT, "Nordland", 1),
    _mention("haubitzen", VISIT, "Haubitzen"),
    _mention("suedmark", VISIT, "Südmark", 1),
    _mention("anna-berg", VISIT, "Anna Berg"),
    _mention("hafenstadt", VISIT, "Hafenstadt", 2),
    _mention("suedmark", VISIT, "Südmark", 2),
    _mention("nordland", VISIT, "Nordland", 2),
    _mention("falke-7", VISIT, "Falke-7", 1),
    _mention("uwe-falk", VISIT, "Uwe Falk"),
    _mention("institut", VISIT, "Institut für Lagekunde"),
    _mention("institut", VISIT, "IfL", alias=AliasKind.ABBREVIATION),
    _mention("tagblatt", VISIT, "Tagblatt"),
    _mention("falke-7", VISIT, "Falke-7", 2),
    _mention("habicht-3", VISIT, "Habicht-3"),
    _mention("uwe-falk", VISIT, "Falk", 4, alias=AliasKind.SHORT),
    _mention("nordland", VISIT, "Nordland", 3),
    _mention("suedmark", VISIT, "Südmark", 3),
    _mention("nordland", VISIT, "Kronberg", alias=AliasKind.METONYM),
    _mention("anna-berg", VISIT, "Anna Berrg", alias=AliasKind.MISPRINT),
)

STATEMENTS = (
    _statement(
        "visit2019",
        BEFORE,
        "Im Jahr 2019 besuchte Karl Berg Südmark.",
        Certainty.ASSERTED,
        about=_ids("karl-berg", "suedmark"),
    ),
    _statement(
        "threat",
        BEFORE,
        "Karl Berg drohte mit Sanktionen.",
        Certainty.ANNOUNCED,
        holders=(Speaker("Karl Berg", EntityId("karl-berg")),),
        about=_ids("karl-berg"),
        type=QuotationType.REPORTED,
        triggers=(span(BEFORE, "drohte"),),
    ),
    _statement(
        "delivery",
        VISIT,
        "Nordland soll Haubitzen an Südmark liefern.",
        Certainty.ALLEGED,
        about=_ids("nordland", "haubitzen", "suedmark"),
        triggers=(span(VISIT, "soll"),),
    ),
    _statement(
        "falke",
        VISIT,
        "Nordland könnte die Rakete Falke-7 liefern",
        Certainty.POSSIBLE,
        holders=(FALK,),
        about=_ids("nordland", "falke-7"),
        type=QuotationType.INDIRECT,
        outlet=TAGBLATT,
        triggers=(span(VISIT, "könnte"),),
    ),
    _statement(
        "likeness",
        VISIT,
        "Die Falke-7 *ähnelt* der alten Habicht-3",
        Certainty.REPORTED,
        holders=(FALK,),
        about=_ids("falke-7", "habicht-3"),
        type=QuotationType.DIRECT,
    ),
    _statement(
        "deal",
        VISIT,
        "Südmark spricht von einem Geschäft.",
        Certainty.ALLEGED,
        holders=(Speaker("Südmark", EntityId("suedmark")),),
        about=_ids("suedmark"),
        type=QuotationType.REPORTED,
        triggers=(span(VISIT, "spricht"),),
    ),
    _statement(
        "denial",
        VISIT,
        "Kronberg bestreitet das.",
        Certainty.DENIED,
        holders=(NORDLAND,),
        about=_ids("nordland"),
        type=QuotationType.REPORTED,
        triggers=(span(VISIT, "bestreitet"),),
        context=span(VISIT, "Südmark spricht von einem Geschäft."),
    ),
    _statement(
        "checking",
        VISIT,
        "Wir prüfen [alles]",
        Certainty.REPORTED,
        holders=(Speaker("ein Sprecher"),),
        type=QuotationType.DIRECT,
    ),
)

_QUOTATIONS = tuple(
    EntityQuotation(f"q-{s.id}", s.type, s.source, s.span, s.holders, s.outlet)
    for s in STATEMENTS
    if s.type is not None
)

_RELATIONS = (
    Relation(
        "r-supply",
        "supplies",
        EntityId("nordland"),
        EntityId("suedmark"),
        Certainty.ALLEGED,
        Origin.REGISTRY,
        evidence(VISIT, "Nordland soll Haubitzen an Südmark liefern."),
        item=EntityId("haubitzen"),
    ),
    Relation(
        "r-falke",
        "supplies",
        EntityId("nordland"),
        EntityId("suedmark"),
        Certainty.POSSIBLE,
        Origin.REGISTRY,
        evidence(VISIT, "Nordland könnte die Rakete Falke-7 liefern"),
        item=EntityId("falke-7"),
        holders=(EntityId("uwe-falk"),),
    ),
    Relation(
        "r-likeness",
        "similar_to",
        EntityId("falke-7"),
        EntityId("habicht-3"),
        Certainty.REPORTED,
        Origin.REGISTRY,
        evidence(VISIT, "Die Falke-7 *ähnelt* der alten Habicht-3"),
        holders=(EntityId("uwe-falk"),),
    ),
    Relation(
        "r-member",
        "affiliated_with",
        EntityId("uwe-falk"),
        EntityId("institut"),
        Certainty.ASSERTED,
        Origin.EXTRACTED,
        evidence(VISIT, "Uwe Falk vom Institut für Lagekunde"),
    ),
    Relation(
        "r-visit",
        "visited",
        EntityId("karl-berg"),
        EntityId("suedmark"),
        Certainty.ASSERTED,
        Origin.EXTRACTED,
        evidence(BEFORE, "besuchte Karl Berg Südmark"),
    ),
)

_EVENTS = (
    Event(
        EntityId("besuch-2019"),
        "Besuch in Südmark",
        Edtf("2019"),
        Certainty.ASSERTED,
        Origin.REGISTRY,
        evidence(BEFORE, "Im Jahr 2019 besuchte Karl Berg Südmark."),
        (EntityId("karl-berg"), EntityId("suedmark")),
    ),
    Event(
        EntityId("treffen-2024"),
        "Treffen in Hafenstadt",
        Edtf("2024-05"),
        Certainty.ASSERTED,
        Origin.REGISTRY,
        evidence(VISIT, "Die Ministerin Anna Berg traf im Mai in Hafenstadt den Regierungschef von Südmark."),
        (EntityId("anna-berg"), EntityId("suedmark")),
        EntityId("hafenstadt"),
    ),
    Event(
        EntityId("geschaeft"),
        "Ein Geschäft",
        None,
        Certainty.ALLEGED,
        Origin.REGISTRY,
        evidence(VISIT, "Südmark spricht von einem Geschäft."),
        (EntityId("nordland"), EntityId("suedmark")),
    ),
)

_DISPUTES = (
    Dispute(
        EntityId("haubitzen-geschaeft"),
        "Liefert Nordland Haubitzen?",
        (
            Side("alleges", (EntityId("suedmark"),), ("deal",)),
            Side("denies", (EntityId("nordland"),), ("denial",)),
        ),
    ),
)

_VISIT_LENGTH = len(SOURCES[VISIT].document.text)
_HEADING = span(VISIT, "Was sagt Nordland?")
_SECTIONS = (
    Section(BEFORE, None, Span(0, len(SOURCES[BEFORE].document.text))),
    Section(VISIT, None, Span(0, _HEADING.start)),
    Section(VISIT, _HEADING, Span(_HEADING.start, _VISIT_LENGTH), EntityId("handel")),
)

DOSSIER = Dossier(
    settings=Settings("Der Fall Hafenstadt", "https://dossier.example/", "Ein erfundener Fall."),
    sources=tuple(SOURCES.values()),
    entities=ENTITIES,
    mentions=MENTIONS,
    quotations=_QUOTATIONS,
    statements=STATEMENTS,
    events=_EVENTS,
    relations=_RELATIONS,
    disputes=_DISPUTES,
    sections=_SECTIONS,
    unresolved=(
        Unresolved(VISIT, span(VISIT, "Berg"), (EntityId("anna-berg"), EntityId("karl-berg")), "two of this name"),
    ),
)
