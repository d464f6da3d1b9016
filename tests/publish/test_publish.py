from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from generator.errors import InputError
from generator.model.page import DataFile, Page
from generator.publish import MANIFEST, STAGING, Changes, compare, publish, state

if TYPE_CHECKING:
    from pathlib import Path

ONE, TWO = Page("index.md", "# Eins\n"), Page("akteure/anna.md", "# Anna\n")


def tree(docs: Path) -> dict[str, str]:
    files = (path for path in docs.rglob("*") if path.is_file())
    return {path.relative_to(docs).as_posix(): path.read_text(encoding="utf-8") for path in files}


def test_pages_are_written_and_listed_in_the_manifest(tmp_path: Path) -> None:
    assert publish([ONE, TWO], tmp_path) == Changes(("akteure/anna.md", "index.md"), (), ())
    written = tree(tmp_path)
    assert written["akteure/anna.md"] == "# Anna\n"
    assert sorted(json.loads(written[MANIFEST])) == ["akteure/anna.md", "index.md"]
    assert not (tmp_path / STAGING).exists()


def test_a_second_run_touches_nothing(tmp_path: Path) -> None:
    publish([ONE, TWO], tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    assert not publish([ONE, TWO], tmp_path)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_only_what_changed_is_replaced_and_what_is_gone_is_deleted(tmp_path: Path) -> None:
    publish([ONE, TWO], tmp_path)
    untouched = (tmp_path / "index.md").stat().st_mtime_ns
    changes = publish([ONE, Page("orte/bern.md", "# Bern\n")], tmp_path)
    assert changes == Changes(("orte/bern.md",), (), ("akteure/anna.md",))
    assert (tmp_path / "index.md").stat().st_mtime_ns == untouched
    assert not (tmp_path / "akteure").exists()


def test_compare_writes_nothing(tmp_path: Path) -> None:
    assert compare([ONE], tmp_path).new == ("index.md",)
    assert tree(tmp_path) == {}


def test_what_people_wrote_stays(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "dossier.css").write_text("body {}", encoding="utf-8")
    publish([ONE], tmp_path)
    publish([], tmp_path)
    assert tree(tmp_path)["assets/dossier.css"] == "body {}"


def test_data_is_written_byte_by_byte(tmp_path: Path) -> None:
    table = DataFile("daten/a.csv", (b"a,b\r\n", memoryview(b"\xc3\xa4,\r\n")))
    assert publish([ONE, table], tmp_path).new == ("daten/a.csv", "index.md")
    assert (tmp_path / "daten/a.csv").read_bytes() == table.content.encode()
    assert not publish([ONE, table], tmp_path)
    assert publish([ONE, DataFile("daten/a.csv", [b"a\r\n"])], tmp_path).changed == ("daten/a.csv",)


@pytest.mark.parametrize("pages", [[Page("index.md", "# Neu\n")], []], ids=["changed", "gone"])
def test_a_page_edited_by_hand_is_neither_overwritten_nor_deleted(tmp_path: Path, pages: list[Page]) -> None:
    publish([ONE], tmp_path)
    (tmp_path / "index.md").write_text("# Von Hand\n", encoding="utf-8")
    before = tree(tmp_path)
    with pytest.raises(InputError, match="PUB001 was edited by hand"):
        publish(pages, tmp_path)
    assert tree(tmp_path) == before


def test_a_file_that_the_generator_never_wrote_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "index.md").write_text("mine", encoding="utf-8")
    with pytest.raises(InputError, match="PUB001 was not written by the generator"):
        publish([ONE], tmp_path)
    assert tree(tmp_path) == {"index.md": "mine"}


def test_a_broken_manifest_stops_with_a_message(tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_text("{", encoding="utf-8")
    with pytest.raises(InputError, match="PUB002"):
        publish([ONE], tmp_path)


def test_the_state_of_docs_is_told_by_its_files_alone(tmp_path: Path) -> None:
    assert state(tmp_path / "docs") is state(tmp_path) is None
    publish([ONE, TWO], tmp_path)
    first = state(tmp_path)
    assert first is not None
    publish([ONE], tmp_path)
    assert state(tmp_path) not in (first, None)
    publish([ONE, TWO], tmp_path)
    assert state(tmp_path) == first
    (tmp_path / "index.md").write_text("# Von Hand\n", encoding="utf-8")
    assert state(tmp_path) is None
    (tmp_path / "index.md").unlink()
    assert state(tmp_path) is None
