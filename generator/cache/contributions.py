"""What each source contributes, kept in `.cache/contributions/`: it counts while its questions get the same answers.

Contributions are what a dossier is put together from. The words of a source with their tags, by far the largest part of
what is found in it, are not even read from the disk where its contribution counts.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain
from typing import TYPE_CHECKING

from generator.assemble.contribution import Contribution, contribute
from generator.assemble.names import gather_names, new_names
from generator.cache.columns import DamagedError, decode, encode
from generator.cache.known import bare
from generator.cache.sealed import hashed, seal, unseal
from generator.cache.version import fingerprint
from generator.cache.watch import Asked, answer, read_question, watched
from generator.german.names.known import known_names
from generator.model.ids import Kind
from generator.model.registry import NOWHERE, Registry, RegistryEntity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from generator.assemble.names import DraftKey, Names
    from generator.cache.watch import Question
    from generator.german.names.known import KnownNames
    from generator.model.annotation import AnnotatedDocument
    from generator.model.document import Document
    from generator.model.ids import SourceId

    Annotate = Callable[[Document, KnownNames], AnnotatedDocument]
    Progress = Callable[[int, int], None]
    Reply = Callable[[Question], str]

_DIGITS = 16
"""Of the hash of a noun, in hex."""
_CODE = ("annotate", "assemble", "cache", "german", "model")


@dataclass(frozen=True, slots=True)
class Kept:
    """A contribution, and a hash that changes whenever it or its source does."""

    contribution: Contribution
    digest: str
    nouns: str

    def known(self) -> Iterator[tuple[int, str]]:
        """The hash of each noun that it is made of, by the identity of the noun."""
        hashes = (self.nouns[at : at + _DIGITS] for at in range(0, len(self.nouns), _DIGITS))
        return zip(map(id, _nouns(self.contribution)), hashes, strict=True)


@dataclass(frozen=True, slots=True)
class _Entry:
    """What is kept of a source: the new names in it, what was asked of all names, the answers, the contribution.

    `nouns` are the hashes of all that it is made of, one behind the other.
    """

    new: tuple[DraftKey, ...]
    asked: tuple[Question, ...]
    answers: str
    nouns: str
    columns: bytes


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
    head, _, columns = (unseal(folder / f"{document.id}.json", key) or b"").partition(b"\n")
    try:
        new, asked, answers, nouns = json.loads(head)
        drafts = tuple((Kind(kind), str(name)) for kind, name in new)
        return _Entry(drafts, tuple(map(read_question, asked)), str(answers), str(nouns), columns)
    except (ValueError, TypeError, RecursionError):
        return None


def _recalled(entry: _Entry | None, key: str, document: Document, reply: Reply) -> Kept | None:
    if entry is None or entry.answers != _answers(reply, entry.asked):
        return None
    try:
        (contribution,) = decode(Contribution, json.loads(entry.columns), 1, document)
    except (ValueError, TypeError, RecursionError, DamagedError):
        return None
    return Kept(contribution, _digest(key, entry.answers), entry.nouns)


def _made(annotated: AnnotatedDocument, names: Names, reply: Reply, file: Path, key: str) -> Kept:
    asked: Asked = {}
    contribution = contribute(annotated, watched(names, asked))
    answers = _answers(reply, asked)
    nouns = "".join(hashed(repr(noun))[:_DIGITS] for noun in _nouns(contribution))
    head = json.dumps([new_names(annotated), tuple(asked), answers, nouns], ensure_ascii=False)
    columns = json.dumps(encode(Contribution, [contribution]), ensure_ascii=False, separators=(",", ":"))
    seal(file, key, f"{head}\n{columns}".encode("utf-8", "surrogatepass"))
    return Kept(contribution, _digest(key, answers), nouns)


def _nouns(found: Contribution) -> Iterator[object]:
    """What a contribution is made of and pages show one by one."""
    yield from chain(found.mentions, found.quotations, found.statements, found.events, found.sections)
    yield from (doubt.item for doubt in found.doubts)
    ledgers = found.ledgers
    yield from chain(ledgers.metonyms, ledgers.surnames, ledgers.figures, ledgers.silences)


def _answers(reply: Reply, asked: Iterable[Question]) -> str:
    """A hash of all answers; they decide what was asked, for each question follows from the answers to those before."""
    return hashed(*map(reply, asked))


def _shown(names: Names, question: Question) -> str:
    return repr(answer(names, question))


def _digest(key: str, answers: str) -> str:
    return hashed(key, answers)
