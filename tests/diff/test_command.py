"""The command, with real dossiers in a real repository."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import jsonschema
import pytest

from generator.diff.schemas import schema
from tests.conftest import CORPUS
from tests.diff.published import dossier, publish, source, statement
from tests.diff.repository import commit
from tests.test_cli import files, run

SEVERAL = CORPUS.with_name("corpus_several")
GOLDEN = Path(__file__).parents[1] / "golden" / "diff.md"

ONE = dossier(sources=[source("a", "Alt")])
TWO = dossier(
    sources=[source("a", "Alt"), source("b", "Neu", "1")], statements=[statement("a-1", "b", "Es fand statt")]
)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """The first state committed, the second on disk."""
    commit(publish(tmp_path, ONE), tag="v1")
    return publish(tmp_path, TWO)


def test_it_prints_markdown(repository: Path) -> None:
    code, printed = run("diff", "v1", "--project", str(repository))
    assert code == 0
    assert printed.startswith("## Was sich geändert hat\n")
    assert "-   Neu · September 2023" in printed


def test_it_prints_json_that_its_schema_describes(repository: Path) -> None:
    code, printed = run("diff", "v1", "HEAD", "--format", "json", "--project", str(repository))
    assert code == 0
    found = json.loads(printed)
    jsonschema.Draft202012Validator(json.loads(schema())).validate(found)
    assert found["equal"]


def test_it_writes_a_file_and_says_by_its_code_whether_anything_changed(repository: Path) -> None:
    project = ("--project", str(repository))
    output = repository / "diff.md"
    assert run("diff", "v1", "--exit-code", "--output", str(output), *project) == (1, "")
    assert "Neue Quellen" in output.read_text("utf-8")
    code, printed = run("diff", "v1", "v1", "--exit-code", *project)
    assert (code, printed) == (0, "## Was sich geändert hat\n\nNichts hat sich geändert.\n")


def test_it_writes_a_record_once(repository: Path) -> None:
    command = ("diff", "v1", "--record", "2026-11-23", "--note", "Eine Meldung.", "--project", str(repository))
    code, printed = run(*command)
    assert (code, "then run `dossier generate`" in printed) == (0, True)
    before = files(repository)
    assert "note: Eine Meldung." in before["seeds/changes/2026-11-23.yml"].decode()
    code, printed = run(*command)
    assert (code, "DIF006" in printed) == (2, True)
    assert files(repository) == before


@pytest.mark.parametrize("date", ["2026-02-30", "heute", "../x", "2026-11"])
def test_a_record_needs_a_day(repository: Path, date: str) -> None:
    before = files(repository)
    code, printed = run("diff", "v1", "--record", date, "--project", str(repository))
    assert (code, "DIF005" in printed) == (2, True)
    assert files(repository) == before


@pytest.mark.parametrize(("old", "code"), [("nirgends", "DIF001"), ("--", "DIF001")])
def test_a_state_that_is_none_is_bad_input(repository: Path, old: str, code: str) -> None:
    exit_code, printed = run("diff", "--project", str(repository), *(["--", "-x"] if old == "--" else [old]))
    assert (exit_code, code in printed) == (2, True)


def test_a_record_reaches_the_page_and_the_feed_at_the_next_run(project: Path) -> None:
    assert run("generate", "--project", str(project))[0] == 0
    record = project / "seeds/changes/2026-11-23.yml"
    record.parent.mkdir()
    record.write_text("note: Das Dossier erscheint.\n", "utf-8")
    code, printed = run("generate", "--project", str(project))
    assert code == 0
    assert {"  ~ docs/daten/feed.xml", "  ~ docs/neu/index.md"} <= set(printed.splitlines())
    assert "Das Dossier erscheint." in (project / "docs/neu/index.md").read_text("utf-8")


def change(project: Path, path: str, *pairs: tuple[str, str]) -> None:
    file = project / "seeds" / path
    text = file.read_text("utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    file.write_text(text, "utf-8")


def test_a_realistic_change_reads_well(tmp_path: Path) -> None:
    """A second report is added, in the first a possibility becomes a prediction, and an institute gets a better id."""
    shutil.copytree(SEVERAL / "seeds", tmp_path / "seeds")
    change(tmp_path, "dossier.yml", ("least: 2, most: 2", "least: 1"))
    change(
        tmp_path,
        "registry/alle.yml",
        ("{source: meldung-wien, text: den nordkoreanischen Diktator Kim Jong Un}", FIRST),
    )
    change(tmp_path, "registry/alle.yml", ("{source: meldung-wien, text: Raketen an die Söldnertruppe Wagner}", FIRST))
    second = (tmp_path / "seeds/articles/meldung-wien.md").rename(tmp_path / "meldung-wien.md")
    assert run("generate", "--project", str(tmp_path))[0] == 0
    commit(tmp_path, tag="vorher")

    second.rename(tmp_path / "seeds/articles/meldung-wien.md")
    change(
        tmp_path,
        "articles/meldung-berlin.md",
        ("Nordkorea könnte die KN-23 an", "Nordkorea wird die KN-23 an"),
    )
    change(tmp_path, "registry/alle.yml", ("- id: iiss\n", "- id: institut-iiss\n    formerly: [iiss]\n"))
    code, printed = run("generate", "--project", str(tmp_path))
    assert code == 0, printed
    code, printed = run("diff", "vorher", "--project", str(tmp_path))
    assert code == 0
    assert printed == GOLDEN.read_text("utf-8"), f"read it, then write it to {GOLDEN}"


FIRST = "{source: meldung-berlin, text: Der nordkoreanische Machthaber Kim Jong-un}"
