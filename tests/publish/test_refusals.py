"""What publishing refuses, each time with nothing changed."""

from __future__ import annotations

import json
import os
import re
from typing import TYPE_CHECKING

import pytest

from generator.errors import InputError
from generator.model.page import Page
from generator.publish import MANIFEST, STAGING, compare, publish, settled
from generator.publish.manifest import digest
from tests.conftest import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

ONE, TWO = Page("index.md", "# Eins\n"), Page("a/zwei.md", "# Zwei\n")


def refused(pages: list[Page], docs: Path) -> list[str]:
    before = {path: path.read_bytes() for path in docs.rglob("*") if path.is_file()}
    with pytest.raises(InputError) as raised:
        publish(pages, docs)
    assert {path: path.read_bytes() for path in docs.rglob("*") if path.is_file()} == before
    assert all(problem.hint for problem in raised.value.problems)
    return [f"{problem.path} {problem.code} {problem.message}" for problem in raised.value.problems]


@pytest.mark.parametrize("name", ["assets/bild.svg", "index.md", "a", MANIFEST, STAGING])
def test_symbolic_links(tmp_path: Path, name: str) -> None:
    docs, outside = tmp_path / "docs", tmp_path / "outside"
    outside.mkdir()
    (docs / name).parent.mkdir(parents=True)
    (docs / name).symlink_to(outside)
    assert refused([ONE, TWO], docs) == [f"docs/{name} PUB003 is a symbolic link"]
    with pytest.raises(InputError, match="PUB003"):
        compare([ONE], docs)
    assert list(outside.iterdir()) == []


def test_docs_itself_as_a_link(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "docs").symlink_to(tmp_path / "elsewhere")
    assert refused([ONE], tmp_path / "docs") == ["docs PUB003 is a symbolic link"]


def test_pipes(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "index.md")
    assert refused([ONE], tmp_path) == [f"{tmp_path.name}/index.md PUB003 is neither a file nor a folder"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a/Anna.md", "a/anna.md"),
        ("A/anna.md", "a/berta.md"),
        ("a/stra\u00dfe.md", "a/strasse.md"),
        ("a/\u00e4.md", "a/a\u0308.md"),
        ("a/b", "a/B/c.md"),
    ],
)
def test_pages_that_are_one_file_on_some_file_systems(tmp_path: Path, one: str, other: str) -> None:
    messages = refused([Page(one, "1"), Page(other, "2")], tmp_path)
    assert len(messages) == 1
    assert "PUB005 is the same file as docs/" in messages[0]


def test_two_pages_of_one_path(tmp_path: Path) -> None:
    assert refused([ONE, Page("index.md", "# Anders\n")], tmp_path) == ["docs/index.md PUB005 is written twice"]


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("../oben.md", "does not stay within the folder"),
        ("/etc/passwd", "does not stay within the folder"),
        ("a//b.md", "does not stay within the folder"),
        ("", "does not stay within the folder"),
        ("a\\b.md", "holds characters"),
        ("a\0.md", "holds characters"),
        ("a\ud800.md", "holds characters"),
        ("a./b.md", "holds characters"),
        ("ü" * 130, "is longer than 255 bytes"),
        (MANIFEST, "is a name that the generator needs for itself"),
        (f"{STAGING}/journal.json", "is a name that the generator needs for itself"),
    ],
)
def test_names_that_no_page_may_have(tmp_path: Path, path: str, why: str) -> None:
    messages = refused([Page(path, "1")], tmp_path / "docs")
    assert len(messages) == 1
    assert f"PUB006 the name {why}" in messages[0]


def test_a_folder_where_a_page_belongs_and_a_file_where_a_folder_belongs(tmp_path: Path) -> None:
    (tmp_path / "index.md").mkdir()
    (tmp_path / "a").write_text("Von Hand", encoding="utf-8")
    assert [message.partition(" ")[2] for message in refused([ONE, TWO], tmp_path)] == [
        "PUB004 a file stands where its folder belongs",
        "PUB004 a folder stands where it belongs",
    ]


def test_a_page_may_become_a_folder(tmp_path: Path) -> None:
    publish([Page("a", "1")], tmp_path)
    publish([Page("a/b.md", "2")], tmp_path)
    assert (tmp_path / "a" / "b.md").read_text(encoding="utf-8") == "2"


@pytest.mark.parametrize(
    "manifest", ["{", "[]", '{"index.md": 1}', "[" * 100_000, "\udcff", '{"../x": ""}', f'{{"{MANIFEST}": ""}}']
)
def test_a_manifest_that_cannot_be_ours(tmp_path: Path, manifest: str) -> None:
    (tmp_path / MANIFEST).write_bytes(manifest.encode("utf-8", "surrogateescape"))
    assert "PUB002" in refused([ONE], tmp_path)[0]


def test_a_manifest_deletes_nothing_outside(tmp_path: Path) -> None:
    treasure = tmp_path / "treasure.md"
    treasure.write_text("mine", encoding="utf-8")
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / MANIFEST).write_text(json.dumps({"../treasure.md": digest([b"mine"])}), encoding="utf-8")
    refused([], docs)
    assert treasure.exists()


def interrupted(docs: Path, **journal: dict[str, str | None]) -> None:
    """A publication of "# Neu" that has happened and is not yet in its place."""
    old, new = (None if text is None else digest([text]) for text in ((docs / "index.md").read_bytes(), b"# Neu\n"))
    (docs / STAGING / "files").mkdir(parents=True)
    (docs / STAGING / "files" / "index.md").write_bytes(b"# Neu\n")
    written = {"gone": {}, "before": {"index.md": old}, "after": {"index.md": new}, **journal}
    (docs / STAGING / "journal.json").write_text(json.dumps(written), encoding="utf-8")


def test_an_interrupted_publication_is_finished_by_whoever_reads(tmp_path: Path) -> None:
    publish([ONE], tmp_path)
    interrupted(tmp_path)
    with settled(tmp_path):
        assert (tmp_path / "index.md").read_text(encoding="utf-8") == "# Neu\n"
    assert not (tmp_path / STAGING).exists()


def test_a_page_edited_after_the_interruption_is_not_overwritten(tmp_path: Path) -> None:
    publish([ONE], tmp_path)
    interrupted(tmp_path)
    (tmp_path / "index.md").write_text("Von Hand", encoding="utf-8")
    assert refused([ONE], tmp_path) == [f"{tmp_path.name}/index.md PUB010 was edited after a run that was interrupted"]
    (tmp_path / "index.md").unlink()
    with settled(tmp_path):
        assert (tmp_path / "index.md").read_text(encoding="utf-8") == "# Neu\n"


def test_a_page_edited_after_the_interruption_is_not_deleted(tmp_path: Path) -> None:
    publish([ONE], tmp_path)
    (tmp_path / "alt.md").write_text("Von Hand", encoding="utf-8")
    interrupted(tmp_path, gone={"alt.md": digest([b"Alt"])})
    assert refused([ONE], tmp_path) == [f"{tmp_path.name}/alt.md PUB010 was edited after a run that was interrupted"]


@pytest.mark.parametrize(
    ("journal", "why"),
    [
        ({"after": {"../x": ""}, "before": {"../x": None}}, "names files that the generator never writes"),
        ({"gone": {"../treasure": digest([b"mine"])}}, "names files that the generator never writes"),
        ({"after": {}}, "names files that the generator never writes"),
        ({"more": {}}, "is not readable"),
        ({"gone": 1}, "is not readable"),
    ],
)
def test_a_journal_that_cannot_be_ours(tmp_path: Path, journal: dict[str, dict[str, str | None]], why: str) -> None:
    publish([ONE], tmp_path)
    interrupted(tmp_path, **journal)
    assert refused([ONE], tmp_path) == [f"{tmp_path.name}/{STAGING}/journal.json PUB010 {why}"]


def test_prepared_bytes_that_are_damaged(tmp_path: Path) -> None:
    publish([ONE], tmp_path)
    interrupted(tmp_path)
    (tmp_path / STAGING / "files" / "index.md").write_text("", encoding="utf-8")
    assert refused([ONE], tmp_path) == [f"{tmp_path.name}/{STAGING}/files/index.md PUB010 is damaged"]


def test_the_table_of_codes_agrees_with_the_code_and_its_tests() -> None:
    code = re.compile(r"\bPUB\d{3}\b")
    table = code.findall((REPOSITORY / "design" / "problem-codes.md").read_text(encoding="utf-8"))
    written, tested = (
        {found for file in folder.rglob("*.py") for found in code.findall(file.read_text(encoding="utf-8"))}
        for folder in (REPOSITORY / "generator" / "publish", REPOSITORY / "tests" / "publish")
    )
    assert len(table) == len(set(table))
    assert set(table) == written == tested
