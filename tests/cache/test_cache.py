"""The memory of the annotators never changes what they find, whatever changes around it."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from generator import cache
from generator.annotate import annotate, link_again
from generator.cache import remembering, sealed
from generator.german.names.known import known_names
from generator.model.ids import AliasKind, EntityId, Kind
from generator.model.registry import Alias, Decision, Place, Registry, RegistryEntity, Wording
from generator.read.project import read_project
from tests.conftest import CORPUS, REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.model.annotation import AnnotatedDocument
    from generator.model.document import Document

HERE = Place("seeds/registry/neu.yml", 7)


@pytest.fixture(scope="module", params=[CORPUS, REPOSITORY], ids=["corpus", "first"])
def material(request: pytest.FixtureRequest) -> tuple[Registry, tuple[Document, ...]]:
    _, registry, documents = read_project(request.param)
    return registry, documents


@pytest.fixture(scope="module")
def corpus() -> tuple[Registry, tuple[Document, ...]]:
    _, registry, documents = read_project(CORPUS)
    return registry, documents


class Work:
    """Counts what has to be done again."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.done: list[str] = []
        really = {"annotate": annotate, "link_again": link_again}
        counted = SimpleNamespace(**{name: self._counted(name, function) for name, function in really.items()})
        monkeypatch.setitem(sys.modules, "generator.annotate", counted)  # which the cache asks for where it needs it

    def _counted(self, name: str, really: Callable[..., AnnotatedDocument]) -> Callable[..., AnnotatedDocument]:
        def counted(*arguments: object) -> AnnotatedDocument:
            self.done.append(name)
            return really(*arguments)

        return counted

    def take(self) -> list[str]:
        done, self.done = self.done, []
        return done


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Work:
    return Work(monkeypatch)


def read(folder: Path, registry: Registry, documents: tuple[Document, ...]) -> list[AnnotatedDocument]:
    recall, known = remembering(folder), known_names(registry)
    found = [recall(document, known) for document in documents]
    assert found == [annotate(document, known) for document in documents]
    return found


def test_what_is_kept_is_what_was_found(
    material: tuple[Registry, tuple[Document, ...]], tmp_path: Path, work: Work
) -> None:
    registry, documents = material
    read(tmp_path, registry, documents)
    assert work.take() == ["annotate"] * len(documents)
    read(tmp_path, registry, documents)
    assert work.take() == []


def test_every_registry_gives_what_it_would_give_without_a_memory(
    material: tuple[Registry, tuple[Document, ...]], tmp_path: Path
) -> None:
    registry, documents = material
    for number in range(0, len(registry.entities), 3):
        fewer = [*registry.entities[:number], *registry.entities[number + 3 :]]
        ids = {entity.id for entity in fewer}
        decisions = tuple(decision for decision in registry.decisions if decision.entity in {None, *ids})
        read(tmp_path, Registry(entities=tuple(fewer), decisions=decisions), documents)
    read(tmp_path, Registry(entities=registry.entities), documents)
    read(tmp_path, registry, documents)


def entity(name: str, *aliases: str) -> RegistryEntity:
    known = tuple(Alias(alias, AliasKind.SPELLING) for alias in aliases)
    return RegistryEntity(EntityId("neu"), Kind.ORGANISATION, name, HERE, aliases=known)


@pytest.mark.parametrize("name", ["Quastenflosser", "der Zoll", "Amt für Quastenflosser"])
def test_an_entity_that_no_source_can_mean_costs_nothing(
    corpus: tuple[Registry, tuple[Document, ...]], tmp_path: Path, work: Work, name: str
) -> None:
    registry, documents = corpus
    read(tmp_path, registry, documents)
    work.take()
    read(tmp_path, replace(registry, entities=(entity(name), *registry.entities)), documents)
    assert work.take() == []


@pytest.mark.parametrize("word", ["Bodensee", "Umbau", "Überblick"])
def test_a_new_name_in_one_source_links_that_source_again(
    corpus: tuple[Registry, tuple[Document, ...]], tmp_path: Path, work: Work, word: str
) -> None:
    registry, documents = corpus
    read(tmp_path, registry, documents)
    work.take()
    found = read(tmp_path, replace(registry, entities=(*registry.entities, entity("Neu", word))), documents)
    assert work.take() == ["link_again"]
    assert "neu" in {mention.entity for mention in found[0].mentions}


def test_what_the_annotators_do_not_read_costs_nothing(
    corpus: tuple[Registry, tuple[Document, ...]], tmp_path: Path, work: Work
) -> None:
    registry, documents = corpus
    read(tmp_path, registry, documents)
    work.take()
    bare = [replace(e, facts=(), summary=None, place=HERE, expert=not e.expert) for e in registry.entities]
    decisions = [replace(d, reason="", context=replace(d.context, place=HERE)) for d in registry.decisions]
    read(tmp_path, Registry(entities=tuple(bare), decisions=tuple(decisions)), documents)
    assert work.take() == []


def test_a_decision_links_its_source_again(
    corpus: tuple[Registry, tuple[Document, ...]], tmp_path: Path, work: Work
) -> None:
    registry, documents = corpus
    found = read(tmp_path, registry, documents)
    work.take()
    mention = found[0].mentions[0].span.of(documents[0].text)
    context = Wording(documents[0].id, mention, HERE, nth=1)
    read(tmp_path, replace(registry, decisions=(Decision(context, mention, None, "weil"),)), documents)
    concerned = {documents[0].id, *(decision.context.source for decision in registry.decisions)}
    assert work.take() == ["link_again"] * len(concerned)


def test_a_changed_source_is_read_again_and_alone(
    corpus: tuple[Registry, tuple[Document, ...]], tmp_path: Path, work: Work
) -> None:
    registry, documents = corpus
    read(tmp_path, registry, documents)
    work.take()
    changed = replace(documents[0], text=documents[0].text + "\n\nAnna Keller sagte: „Das ist alles.“\n")
    read(tmp_path, registry, (changed, *documents[1:]))
    assert work.take() == ["annotate"]


def damaged(content: bytes) -> dict[str, bytes]:
    middle = len(content) // 2
    return {
        "empty": b"",
        "cut": content[:middle],
        "one bit": content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :],
        "longer": content + b" ",
        "no head": content.partition(b"\n")[2],
        "another key": b"0" * 64 + content[64:],
        "another length": content.replace(b"\n", b"9\n", 1),
        "no length": content.replace(b" 0", b" -", 1),
        "not text": b"\xff\xfe" + content,
    }


@pytest.mark.parametrize("how", list(damaged(b"..")))
def test_a_damaged_entry_is_made_again(
    corpus: tuple[Registry, tuple[Document, ...]], tmp_path: Path, work: Work, how: str
) -> None:
    registry, documents = corpus
    read(tmp_path, registry, documents)
    work.take()
    file = tmp_path / f"{documents[0].id}.json"
    whole = file.read_bytes()
    file.write_bytes(damaged(whole)[how])
    read(tmp_path, registry, documents)
    assert work.take() == ["annotate"]
    assert file.read_bytes() == whole


def forge(body: Any, how: str) -> Any:  # noqa: ANN401  JSON has no narrower type
    """A body that some other program might have written, with a checksum that is right."""
    first = body["blocks"][0]
    if how == "span outside":
        first["span"]["end"] = 10**6
    elif how == "span empty":
        first["span"]["end"] = first["span"]["start"]
    elif how == "span before":
        first["span"]["start"] = -1
    elif how == "span of text":
        first["span"]["start"] = "0"
    elif how == "no span":
        del first["span"]
    elif how == "kind":
        first["kind"] = "novel"
    elif how == "list":
        body["blocks"] = first
    elif how == "words":
        body["words"] = 1
    elif how == "short":
        del body["claims"]
    else:
        return {"empty map": {}, "null": None}[how]
    return body


def compact(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def seal(file: Path, forge: Callable[[bytes], bytes]) -> None:
    """Put another body under the head of an entry, with a checksum that fits."""
    head, _, body = file.read_bytes().partition(b"\n")
    sealed.seal(file, head[:64].decode(), forge(body))


@pytest.mark.parametrize(
    "how",
    [
        "span outside",
        "span empty",
        "span before",
        "span of text",
        "no span",
        "kind",
        "list",
        "empty map",
        "null",
        "short",
        "words",
    ],
)
def test_a_forged_entry_is_made_again(
    corpus: tuple[Registry, tuple[Document, ...]], tmp_path: Path, work: Work, how: str
) -> None:
    registry, documents = corpus
    read(tmp_path, registry, documents)
    work.take()
    seal(tmp_path / f"{documents[0].id}.json", lambda body: compact(forge(json.loads(body), how)))
    read(tmp_path, registry, documents)
    assert work.take() == ["annotate"]


def test_nesting_without_end_is_no_crash(
    corpus: tuple[Registry, tuple[Document, ...]], tmp_path: Path, work: Work
) -> None:
    registry, documents = corpus
    read(tmp_path, registry, documents)
    work.take()
    seal(tmp_path / f"{documents[0].id}.json", lambda _: b"[" * 200_000)
    read(tmp_path, registry, documents)
    assert work.take() == ["annotate"]


def test_a_folder_that_cannot_be_written_only_costs_time(
    corpus: tuple[Registry, tuple[Document, ...]], tmp_path: Path, work: Work
) -> None:
    registry, documents = corpus
    (tmp_path / "annotations").write_text("a file", encoding="utf-8")
    for _ in range(2):
        read(tmp_path / "annotations", registry, documents)
        assert work.take() == ["annotate"] * len(documents)


def test_other_code_reads_again(
    corpus: tuple[Registry, tuple[Document, ...]], tmp_path: Path, work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    registry, documents = corpus
    read(tmp_path, registry, documents)
    work.take()
    monkeypatch.setattr(cache, "fingerprint", lambda: "other")
    read(tmp_path, registry, documents)
    assert work.take() == ["annotate"] * len(documents)
