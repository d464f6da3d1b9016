from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator import pipeline
from generator.export.catalogue import MEDIA_TYPES
from generator.export.dossier import dossier_json
from generator.export.files import data_files
from generator.export.followthemoney import ftm
from generator.export.jsonld import jsonld
from generator.export.tables import tables
from tests.conftest import CORPUS
from tests.export.hostile import HOSTILE, spoiled
from tests.render.pages_sample import DOSSIER, EMPTY

if TYPE_CHECKING:
    from generator.model.dossier import Dossier

JSON_KEEPS_ALL = {"daten/dossier.json"}
"""A JSON string may hold any character; the contract has them as they are."""


def test_the_files_are_those_of_the_catalogue(corpus: Dossier) -> None:
    assert [page.path for page in data_files(corpus)] == [f"daten/{file}" for file in MEDIA_TYPES]


@pytest.mark.parametrize("dossier", [DOSSIER, EMPTY])
def test_every_file_has_content_and_ends_its_last_line(dossier: Dossier) -> None:
    for page in data_files(dossier):
        assert page.content.endswith("\n") or not dossier.sources, page.path


def test_the_same_dossier_gives_the_same_bytes(corpus: Dossier) -> None:
    assert data_files(pipeline.build_dossier(CORPUS)) == data_files(corpus)


@pytest.mark.parametrize("words", HOSTILE)
def test_no_file_holds_what_cannot_be_written(words: str) -> None:
    for page in data_files(spoiled(words)):
        if page.path not in JSON_KEEPS_ALL:
            page.content.encode()
            assert not {"\x00", "\x1b", "\ufffe"} & set(page.content), page.path


def test_the_parts_of_the_sources_make_up_what_would_be_written_at_once() -> None:
    dossier = pipeline.build_dossier(CORPUS.with_name("corpus_several"))
    assert len(dossier.sources) > 1
    at_once = {"dossier.json": dossier_json(dossier), "dossier.jsonld": jsonld(dossier), "ftm.jsonl": ftm(dossier)}
    at_once |= {f"csv/{file}": content for file, content in tables(dossier).items()}
    together = {page.path.removeprefix("daten/"): page.content for page in data_files(dossier)}
    assert {file: together[file] for file in at_once} == at_once
