from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.cache.version import fingerprint

if TYPE_CHECKING:
    from pathlib import Path

    from _pytest.mark.structures import ParameterSet


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "annotate" / "names").mkdir(parents=True)
    (tmp_path / "german").mkdir()
    (tmp_path / "annotate" / "names" / "people.py").write_text("1", encoding="utf-8")
    (tmp_path / "german" / "verbs.tsv").write_text("sagen\n", encoding="utf-8")
    return tmp_path


def write(name: str, text: str) -> ParameterSet:
    return pytest.param(name, text, id=name)


@pytest.mark.parametrize(
    ("name", "text"),
    [write("annotate/names/people.py", "2"), write("german/verbs.tsv", ""), write("german/neu.txt", "sagen\n")],
)
def test_code_and_word_lists_count(root: Path, name: str, text: str) -> None:
    before = fingerprint(root, ["annotate", "german"])
    (root / name).write_text(text, encoding="utf-8")
    assert fingerprint(root, ["annotate", "german"]) != before


def test_the_place_of_a_file_counts(root: Path) -> None:
    before = fingerprint(root, ["annotate", "german"])
    (root / "german" / "verbs.tsv").rename(root / "german" / "werbs.tsv")
    assert fingerprint(root, ["annotate", "german"]) != before


@pytest.mark.parametrize("name", ["german/__pycache__/data.pyc", "german/word_clusters.txt", "render/page.py"])
def test_what_is_made_from_the_rest_or_read_by_nobody_does_not_count(root: Path, name: str) -> None:
    before = fingerprint(root, ["annotate", "german"])
    (root / name).parent.mkdir(exist_ok=True)
    (root / name).write_text("x", encoding="utf-8")
    assert fingerprint(root, ["annotate", "german"]) == before


def test_the_versions_of_libraries_count(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprint(root, ["annotate", "german"])
    monkeypatch.setattr("generator.cache.version.version", lambda library: f"{library} 99")
    assert fingerprint(root, ["annotate", "german"]) != before


def test_it_is_the_same_every_time() -> None:
    assert fingerprint() == fingerprint()
