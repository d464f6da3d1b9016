"""What a part adds to the data files is written again if an answer changed, and only then."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

import pytest

from generator import pipeline
from generator.cache import data
from generator.export.files import data_files
from generator.export.parts import make_parts
from generator.model.annotation import AnnotatedDocument
from generator.model.ids import EntityId, Kind
from tests.conftest import CORPUS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from generator.export.pieces import Parts
    from generator.export.view import View
    from generator.model.dossier import Dossier
    from generator.model.page import DataFile

T = TypeVar("T")
MADE: list[set[str]] = []
"""The names of the parts that were made, each time that some were."""


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return pipeline.build_dossier(CORPUS.with_name("corpus_several"))


@pytest.fixture(autouse=True)
def _noted(monkeypatch: pytest.MonkeyPatch) -> None:
    def noted(view: View) -> Parts:
        parts = make_parts(view)
        MADE.append(set(parts))
        return parts

    monkeypatch.setattr(data, "make_parts", noted)


def texts(files: Iterable[DataFile]) -> dict[str, str]:
    return {file.path: file.content for file in files}


def made(folder: Path, dossier: Dossier, digest: str = "") -> dict[str, str]:
    MADE.clear()
    digests = {source.document.id: digest for source in dossier.sources}
    return texts(data_files(dossier, data.remembering_parts(folder, "key", digests)))


def test_what_did_not_change_is_not_written_again(tmp_path: Path, dossier: Dossier) -> None:
    assert made(tmp_path, dossier) == texts(data_files(dossier))
    assert MADE
    assert made(tmp_path, dossier) == texts(data_files(dossier))
    assert not MADE


def test_a_new_name_of_an_entity_is_written_wherever_it_is_referred_to(tmp_path: Path, dossier: Dossier) -> None:
    made(tmp_path, dossier)
    item = next(r.item for r in dossier.relations if r.item)
    renamed = replace(dossier, entities=changed(dossier.entities, item, name="Anders"))
    assert made(tmp_path, renamed) == texts(data_files(renamed))
    assert len(MADE) > 1
    assert any("dossier.json relations" in names for names in MADE)


def test_a_new_kind_of_an_entity_is_written_wherever_it_matters(tmp_path: Path, dossier: Dossier) -> None:
    made(tmp_path, dossier)
    person = next(r.subject for r in dossier.relations)
    turned = replace(dossier, entities=changed(dossier.entities, person, kind=Kind.TOPIC))
    assert made(tmp_path, turned) == texts(data_files(turned))


def test_what_nobody_else_shows_of_an_entity_leaves_the_others_alone(tmp_path: Path, dossier: Dossier) -> None:
    made(tmp_path, dossier)
    noted = replace(
        dossier, entities=changed(dossier.entities, dossier.entities[0].id, same_as=("https://a.example/",))
    )
    assert made(tmp_path, noted) == texts(data_files(noted))
    assert len(MADE) == 1


def test_a_source_that_changed_is_written_again_with_all_that_rests_on_it(tmp_path: Path, dossier: Dossier) -> None:
    made(tmp_path, dossier)
    first, *others = dossier.sources
    parse = replace(first.parse, sentences=first.parse.sentences[1:])
    moved = replace(dossier, sources=(AnnotatedDocument(parse, dates=first.dates), *others))
    digests = {source.document.id: "" for source in others} | {first.document.id: "new"}
    MADE.clear()
    again = texts(data_files(moved, data.remembering_parts(tmp_path, "key", digests)))
    assert again == texts(data_files(moved))
    assert sum("dossier.json sources" in names for names in MADE) == 1


def test_a_noun_that_is_gone_does_not_move_the_others(tmp_path: Path, dossier: Dossier) -> None:
    made(tmp_path, dossier)
    fewer = replace(dossier, events=dossier.events[1:])
    assert made(tmp_path, fewer) == texts(data_files(fewer))
    assert len(MADE) <= 1


@pytest.mark.parametrize("name", ["lists/relations", "source"])
@pytest.mark.parametrize("body", [b"", b"damaged"])
def test_a_damaged_file_is_written_again(tmp_path: Path, dossier: Dossier, name: str, body: bytes) -> None:
    made(tmp_path, dossier)
    file = tmp_path / f"{dossier.sources[0].document.id if name == 'source' else name}.txt"
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2] + body)
    assert made(tmp_path, dossier) == texts(data_files(dossier))
    assert MADE
    assert file.read_bytes() == whole


def test_what_was_kept_for_other_settings_does_not_count(tmp_path: Path, dossier: Dossier) -> None:
    made(tmp_path, dossier)
    elsewhere = replace(dossier, settings=replace(dossier.settings, site_url="https://anderswo.example/"))
    assert made(tmp_path, elsewhere) == texts(data_files(elsewhere))


def changed(entities: Iterable[T], identity: EntityId | None, **fields: object) -> tuple[T, ...]:
    return tuple(replace(e, **fields) if e.id == identity else e for e in entities)  # type: ignore[attr-defined,type-var]
