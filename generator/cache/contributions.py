"""What each source contributes, kept in `.cache/contributions/`: it counts while its questions get the same answers.

Contributions are what a dossier is put together from. The words of a source with their tags, by far the largest part of
what is found in it, are not even read from the disk where its contribution counts; of the contribution itself only what
is put together with other sources is.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain
from typing import TYPE_CHECKING, Any, cast

from generator.assemble.contribution import Contribution, Findings, contribute
from generator.assemble.names import gather_names, new_names
from generator.cache.known import bare
from generator.cache.parts import KeptPart, KeptSource, columns, decoded, dumped, written
from generator.cache.sealed import hashed, seal, unseal
from generator.cache.version import fingerprint
from generator.cache.watch import Asked, answer, read_question, watched
from generator.check.integrity import unfounded
from generator.german.names.known import known_names
from generator.model.annotation import AnnotatedDocument
from generator.model.ids import Edtf, Kind
from generator.model.lists import INDEXES
from generator.model.registry import NOWHERE, Registry, RegistryEntity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from generator.assemble.names import DraftKey, Names
    from generator.german.names.known import KnownNames
    from generator.model.document import Document
    from generator.model.ids import SourceId
    from generator.model.postings import Part

    Annotate = Callable[[Document, KnownNames], AnnotatedDocument]
    Progress = Callable[[int, int], None]
    Reply = Callable[[str], str]

_LINES = 2 + sum(1 + len(indexes) for indexes in INDEXES.values())
"""How many lines stand below the head: the layout, the findings, and for each list its nouns and its postings."""
_CODE = ("annotate", "assemble", "cache", "check", "german", "model")


@dataclass(frozen=True, slots=True)
class Kept:
    """A contribution, and a hash that changes whenever it or its source does."""

    contribution: Contribution
    digest: str


@dataclass(frozen=True, slots=True)
class _Entry:
    """What is kept of a source: the new names in it, what was asked of all names (JSON), the answers, the contribution.

    `parts` are the name, the size, and the hash of the nouns of each part; `lines` hold the contribution itself.
    """

    new: tuple[DraftKey, ...]
    asked: tuple[str, ...]
    answers: str
    title: str
    wordings: tuple[tuple[Edtf, str], ...]
    parts: Mapping[str, tuple[int, str]]
    lines: Sequence[bytes]


def contributions(
    folder: Path, registry: Registry, documents: Sequence[Document], annotate: Annotate, progress: Progress
) -> tuple[Names, list[Kept]]:
    """The names of the dossier, and what each of `documents` contributes; `annotate` reads what has to be read."""
    visible = _visible(registry)
    known = known_names(visible)
    keys = _keys(visible, documents)
    entries: dict[SourceId, _Entry | None] = {}
    read: dict[SourceId, AnnotatedDocument] = {}
    for number, document in enumerate(documents):
        progress(number, len(documents))
        entries[document.id] = entry = _load(folder, keys[document.id], document)
        if entry is None:
            read[document.id] = annotate(document, known)
    new = (entry.new for entry in entries.values() if entry)
    names = gather_names(registry, chain(*new, *map(new_names, read.values())))
    reply = cache(partial(_shown, names))
    found = []
    for document in documents:
        kept = _recalled(entries[document.id], keys[document.id], document, reply)
        if kept is None:
            annotated = read.pop(document.id, None) or annotate(document, known)
            kept = _made(annotated, names, reply, folder / f"{document.id}.json", keys[document.id])
        found.append(kept)
    progress(len(documents), len(documents))
    return names, found


def _visible(registry: Registry) -> Registry:
    """What of a registry the annotators can see: names and decisions."""
    entities = (RegistryEntity(e.id, e.kind, e.name, NOWHERE, aliases=e.aliases) for e in registry.entities)
    return Registry(entities=tuple(entities), decisions=tuple(map(bare, registry.decisions)))


def _keys(visible: Registry, documents: Sequence[Document]) -> dict[SourceId, str]:
    """For each source a hash of all that decides what is found in it, the answers of other sources aside."""
    whole = hashed(fingerprint(folders=_CODE), repr(visible.entities))
    decisions: dict[SourceId, list[str]] = {}
    for decision in visible.decisions:
        decisions.setdefault(decision.context.source, []).append(repr(decision))
    return {d.id: hashed(whole, repr(d), *decisions.get(d.id, ())) for d in documents}


def _load(folder: Path, key: str, document: Document) -> _Entry | None:
    head, *lines = (unseal(folder / f"{document.id}.json", key) or b"").split(b"\n")
    try:
        new, asked, answers, title, wordings, parts = json.loads(head)
        if parts.keys() != INDEXES.keys() or len(lines) != _LINES:
            return None
        return _Entry(
            tuple((Kind(kind), str(name)) for kind, name in new),
            tuple(map(str, asked)),
            str(answers),
            str(title),
            tuple((Edtf(str(edtf)), str(words)) for edtf, words in wordings),
            {name: (int(size), str(digest)) for name, (size, digest) in parts.items()},
            lines,
        )
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None


def _recalled(entry: _Entry | None, key: str, document: Document, reply: Reply) -> Kept | None:
    if entry is None or entry.answers != _answers(reply, entry.asked):
        return None
    return Kept(_contribution(entry, document), _digest(key, entry.answers))


def _contribution(entry: _Entry, document: Document) -> Contribution:
    """What `entry` holds; but for what is put together with other sources, it is read when somebody asks for it."""
    layout, found, *lines = entry.lines
    (findings,) = decoded(Findings, found, 1, document)
    parts: dict[str, KeptPart[Any]] = {}
    for name, (size, digest) in entry.parts.items():
        own, lines = lines[: 1 + len(INDEXES[name])], lines[1 + len(INDEXES[name]) :]
        parts[name] = KeptPart(document, name, size, digest, own)
    source = cast("AnnotatedDocument", KeptSource(document, entry.title, entry.wordings, layout))
    return Contribution(source, findings, **parts)


def _made(annotated: AnnotatedDocument, names: Names, reply: Reply, file: Path, key: str) -> Kept:
    """Contribute, and keep that; what breaks a promise is not kept, for nothing that is kept is checked again."""
    questions: Asked = {}
    document, found = annotated.document, contribute(annotated, watched(names, questions))
    asked = tuple(map(dumped, questions))
    answers = _answers(reply, asked)
    entry, body = _written(annotated, found, asked, answers)
    if any(unfounded(annotated, found.quotations.nouns, found.statements.nouns)):
        return Kept(found, _digest(key, answers))
    seal(file, key, body)
    return Kept(_contribution(entry, document), _digest(key, answers))


def _written(
    annotated: AnnotatedDocument, found: Contribution, asked: tuple[str, ...], answers: str
) -> tuple[_Entry, bytes]:
    """The entry of a source, and the same in bytes."""
    parts: dict[str, Part[Any]] = {name: getattr(found, name) for name in INDEXES}
    sizes = {name: (len(part), part.digest) for name, part in parts.items()}
    whole = (columns(AnnotatedDocument, [found.source]), columns(Findings, [found.findings]))
    listed = chain.from_iterable(written(name, part) for name, part in parts.items())
    lines = [line.encode("utf-8", "surrogatepass") for line in (*whole, *listed)]
    source = found.source
    entry = _Entry(new_names(annotated), asked, answers, source.title, source.wordings, sizes, lines)
    head = [entry.new, asked, answers, entry.title, entry.wordings, sizes]
    return entry, b"\n".join((dumped(head).encode("utf-8", "surrogatepass"), *lines))


def _answers(reply: Reply, asked: Iterable[str]) -> str:
    """A hash of all answers; they decide what was asked, for each question follows from the answers to those before."""
    return hashed(*map(reply, asked))


def _shown(names: Names, question: str) -> str:
    return repr(answer(names, read_question(json.loads(question))))


def _digest(key: str, answers: str) -> str:
    return hashed(key, answers)
