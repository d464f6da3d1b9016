"""What each source contributes, kept in `.cache/contributions/`: it counts while its questions get the same answers.

Contributions are what a dossier is put together from. The words of a source with their tags, by far the largest part of
what is found in it, are not even read from the disk where its contribution counts; of the contribution itself only what
is put together with other sources is.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial
from itertools import chain
from typing import TYPE_CHECKING, Any, cast

from generator.assemble.contribution import Contribution, Findings, contribute
from generator.assemble.names import gather_names, new_names
from generator.cache.known import bare
from generator.cache.nouns import DamagedError, decode, encode
from generator.cache.parts import KeptPart, KeptSource, laid_out, written
from generator.cache.sealed import cut, hashed, seal, unseal
from generator.cache.version import fingerprint
from generator.cache.watch import Asked, Steps, answer, watched
from generator.check.integrity import unfounded
from generator.german.names.known import known_names
from generator.model.lists import INDEXES
from generator.model.registry import NOWHERE, Registry, RegistryEntity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from generator.assemble.names import DraftKey, Names
    from generator.cache.watch import Question
    from generator.german.names.known import KnownNames
    from generator.model.annotation import AnnotatedDocument
    from generator.model.document import Document
    from generator.model.ids import Edtf, SourceId
    from generator.model.page import Bytes
    from generator.model.postings import Part

    Annotate = Callable[[Document, KnownNames], AnnotatedDocument]
    Progress = Callable[[int, int], None]
    Reply = Callable[[Question], str]

_LINES = 2 + 2 * len(INDEXES)
"""What there is beside the head: the layout, the findings, and for each list its nouns and its postings."""
_CODE = ("annotate", "assemble", "cache", "check", "german", "model")


@dataclass(frozen=True, slots=True)
class Kept:
    """A contribution, and a hash that changes whenever it or its source does."""

    contribution: Contribution
    digest: str


@dataclass(frozen=True, slots=True)
class _Head:
    """What is always read of a source: the new names in it, what was asked of all names, a hash of the answers.

    `parts` are the size and the hash of the nouns of each part, `lengths` those of the lines of the contribution.
    """

    new: tuple[DraftKey, ...]
    asked: tuple[Steps, ...]
    answers: str
    title: str
    wordings: tuple[tuple[Edtf, str], ...]
    parts: dict[str, tuple[int, str]]
    lengths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    """What is kept of a source; `lines` hold the contribution itself."""

    head: _Head
    lines: Sequence[Bytes]


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
    new = (entry.head.new for entry in entries.values() if entry)
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
    told, rest = unseal(folder / f"{document.id}.json", key) or (b"", b"")
    try:
        head = decode(_Head, told)
    except DamagedError:
        return None
    fits = head.parts.keys() == INDEXES.keys() and len(head.lengths) == _LINES
    return _Entry(head, [*cut(rest, head.lengths)]) if fits else None


def _recalled(entry: _Entry | None, key: str, document: Document, reply: Reply) -> Kept | None:
    if entry is None or entry.head.answers != _answers(reply, entry.head.asked):
        return None
    return Kept(_contribution(entry, document), _digest(key, entry.head.answers))


def _contribution(entry: _Entry, document: Document) -> Contribution:
    """What `entry` holds; but for what is put together with other sources, it is read when somebody asks for it."""
    head, (layout, findings, *lines) = entry.head, entry.lines
    listed = zip(head.parts.items(), lines[::2], lines[1::2], strict=True)
    parts: dict[str, KeptPart[Any]] = {name: KeptPart(document, name, *sized, own) for (name, sized), *own in listed}
    source = cast("AnnotatedDocument", KeptSource(document, head.title, head.wordings, layout))
    return Contribution(source, decode(Findings, findings), **parts)


def _made(annotated: AnnotatedDocument, names: Names, reply: Reply, file: Path, key: str) -> Kept:
    """Contribute, and keep that; what breaks a promise is not kept, for nothing that is kept is checked again."""
    questions: Asked = {}
    document, found = annotated.document, contribute(annotated, watched(names, questions))
    asked = tuple(questions)
    answers = _answers(reply, asked)
    if any(unfounded(annotated, found.quotations.nouns, found.statements.nouns)):
        return Kept(found, _digest(key, answers))
    parts: dict[str, Part[Any]] = {name: getattr(found, name) for name in INDEXES}
    sizes = {name: (len(part), part.digest) for name, part in parts.items()}
    source = found.source
    listed = chain.from_iterable(written(name, part) for name, part in parts.items())
    lines = [laid_out(source), encode(found.findings), *listed]
    lengths = tuple(map(len, lines))
    head = _Head(new_names(annotated), asked, answers, source.title, source.wordings, sizes, lengths)
    seal(file, key, encode(head), lines)
    return Kept(_contribution(_Entry(head, lines), document), _digest(key, answers))


def _answers(reply: Reply, asked: Iterable[Question]) -> str:
    """A hash of all answers; they decide what was asked, for each question follows from the answers to those before."""
    return hashed(*map(reply, asked))


def _shown(names: Names, question: Question) -> str:
    return repr(answer(names, question))


def _digest(key: str, answers: str) -> str:
    return hashed(key, answers)
