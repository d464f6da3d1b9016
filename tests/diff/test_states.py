from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.diff import compared
from generator.diff.states import open_state
from generator.errors import InputError
from generator.model.change import Matter
from tests.diff.published import dossier, entity, publish, source, statement
from tests.diff.repository import commit, git

if TYPE_CHECKING:
    from pathlib import Path

BASE = dossier(
    sources=[source("bericht", "Kim trifft Putin")],
    statements=[statement("a-1", "bericht", "Kim könnte Putin treffen")],
)
LATER = BASE | {
    "sources": [*BASE["sources"], source("meldung", "Es fand statt", "1")],
    "entities": [entity("kim", "Kim")],
}


def problem(project: Path, old: str) -> str:
    with pytest.raises(InputError) as caught:
        compared(project, old)
    return str(caught.value)


def test_a_revision_is_read_without_touching_the_work_tree(tmp_path: Path) -> None:
    commit(publish(tmp_path, BASE), tag="v1")
    publish(tmp_path, LATER)
    before = git(tmp_path, "status", "--porcelain")
    assert [item.title for item in compared(tmp_path, "v1").matters[Matter.SOURCES].new] == ["Es fand statt"]
    assert git(tmp_path, "status", "--porcelain") == before
    commit(tmp_path)
    assert [item.title for item in compared(tmp_path, "HEAD~1", "main").matters[Matter.PAGES].new] == [
        "Kim",
        "Es fand statt",
    ]
    assert [item.title for item in compared(tmp_path, "HEAD", "v1").matters[Matter.SOURCES].gone] == ["Es fand statt"]


def test_a_project_in_a_folder_of_the_repository(tmp_path: Path) -> None:
    project = tmp_path / "ein ordner" / "dossier"
    publish(project, BASE)
    commit(tmp_path)
    publish(project, LATER)
    assert len(compared(project, "HEAD").matters[Matter.SOURCES].new) == 1


def test_a_folder_comes_before_a_revision_of_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(publish(tmp_path, BASE), tag="alt")
    publish(tmp_path / "alt", LATER)
    monkeypatch.chdir(tmp_path)
    assert len(compared(tmp_path, "alt").matters[Matter.SOURCES].gone) == 1


@pytest.mark.parametrize("named", ["-h", "--output=x", "", "a\nb", "a\0b"])
def test_what_git_could_misread_never_reaches_it(tmp_path: Path, named: str) -> None:
    commit(publish(tmp_path, BASE))
    assert "DIF001" in problem(tmp_path, named)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".git", "docs"]


@pytest.mark.parametrize("named", ["nirgends", "HEAD~7", "HEAD:docs", "main..v1", "@{upstream}", "$(touch x)", "*"])
def test_an_unknown_revision_is_a_problem(tmp_path: Path, named: str) -> None:
    commit(publish(tmp_path, BASE))
    assert "DIF001 is neither a folder nor a revision that git knows" in problem(tmp_path, named)


def test_a_shallow_clone_gets_a_hint_that_helps(tmp_path: Path) -> None:
    origin = tmp_path / "origin"
    origin.mkdir()
    commit(publish(origin, BASE), tag="v1")
    commit(publish(origin, LATER))
    git(tmp_path, "clone", "--quiet", "--depth=1", "--no-tags", f"file://{origin}", "clone")
    said = problem(tmp_path / "clone", "HEAD~1")
    assert "git fetch --unshallow" in said
    git(tmp_path / "clone", "fetch", "--quiet", "--unshallow")
    assert compared(tmp_path / "clone", "HEAD~1")


def test_without_a_repository(tmp_path: Path) -> None:
    assert "DIF002 is no folder, and the project is in no git repository" in problem(publish(tmp_path, BASE), "main")


def test_without_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(publish(tmp_path, BASE))
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    assert "DIF002 is no folder, and git is not installed" in problem(tmp_path, "main")


def test_a_state_without_a_dossier(tmp_path: Path) -> None:
    (tmp_path / "leer").mkdir()
    assert "DIF003 holds no dossier" in problem(publish(tmp_path, BASE), str(tmp_path / "leer"))


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("daten/dossier.json", "{"),
        ("daten/dossier.json", "[]"),
        ("daten/dossier.json", "{}"),
        ("daten/dossier.json", '{"schema_version": 99}'),
        ("daten/dossier.json", "[" * 100_000),
        ("daten/dossier.json", '{"schema_version": 1, "entities": [{"id": 1}]}'),
        ("daten/csv/statements.csv", "id,text,url\nx\n"),
        ("daten/csv/statements.csv", "text\n"),
        (".dossier.json", "7"),
        (".dossier.json", "{"),
    ],
)
def test_a_state_that_is_damaged(tmp_path: Path, path: str, content: str) -> None:
    publish(tmp_path / "old", BASE)
    (tmp_path / "old" / "docs" / path).write_text(content, "utf-8")
    publish(tmp_path, LATER)
    try:
        compared(tmp_path, str(tmp_path / "old"))
    except InputError as error:
        assert "DIF003" in str(error)  # noqa: PT017  a damaged table may also be of no consequence


def test_a_manifest_reads_nothing_outside_docs(tmp_path: Path) -> None:
    secret = tmp_path / "geheim.md"
    secret.write_text('---\ntitle: "Geheim"\n---\n', "utf-8")
    docs = publish(tmp_path / "p", BASE) / "docs"
    (docs / "link.md").symlink_to(secret)
    read = open_state(tmp_path / "p", None)
    assert read(["../../geheim.md", "../geheim.md", "/etc/hosts", "link.md", "index.md"]).keys() == {"index.md"}


def test_what_git_tells_its_hooks_does_not_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(publish(tmp_path / "p", BASE), tag="v1")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "index"))
    assert not compared(tmp_path / "p", "v1")


def test_a_sentence_without_end_can_be_compared(tmp_path: Path) -> None:
    endless = BASE | {"statements": [statement("a-1", "bericht", "Wort " * 100_000)]}
    assert compared(publish(tmp_path / "p", endless), str(publish(tmp_path / "old", BASE)))
