from __future__ import annotations

import contextlib
import hashlib
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import InputError
from generator.model.document import Metadata
from generator.model.ids import Edtf
from generator.read.project import read_project
from generator.read.settings import read_settings
from generator.read.source import read_source
from generator.read.sources import read_sources
from tests.read.support import write

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model.document import Document


def read(path: Path, content: bytes) -> Document:
    path.write_bytes(content)
    return read_source(path)


def test_offsets_are_those_of_the_decoded_file(tmp_path: Path) -> None:
    content = "\ufeff Größe \u2028 e\u0301\r\n\r\nZweiter Absatz\r𝒦im\u00ad\n".encode()
    document = read(tmp_path / "a.txt", content)
    assert document.text == " Größe \u2028 \u00e9\r\n\r\nZweiter Absatz\r𝒦im\u00ad\n"
    assert document.body == 0
    assert document.sha256 == hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("close", ["---", "..."])
def test_front_matter_stays_in_the_text_and_body_stands_behind_it(tmp_path: Path, line_end: str, close: str) -> None:
    lines = ["---", "title: Größe", "published: 2023-09", close, "", "Kim --- trifft", "---", "Putin."]
    document = read(tmp_path / "a.md", line_end.join(lines).encode())
    assert document.text == line_end.join(lines)
    assert document.text[document.body :].strip() == line_end.join(lines[5:])
    assert document.meta == Metadata(title="Größe", published=Edtf("2023-09"))


def test_empty_front_matter(tmp_path: Path) -> None:
    document = read(tmp_path / "a.md", b"---\n---\nKim.")
    assert (document.text[document.body :], document.meta) == ("Kim.", Metadata())


def test_everything_that_people_write_arrives(good: Path) -> None:
    metadata = """
title: "Gipfel: Kim trifft Putin"
url: https://example.org/a?b=1#c
outlet: afp
agencies: [afp]
authors: [Anna Muster, dm]
published: 198X
accessed: 2026-11-23
language: de
rights: full
topics: [sanktionen]
"""
    write(good, {"seeds/articles/gipfel.yml": metadata.encode()})
    _, _, (document,) = read_project(good)
    assert document.meta == Metadata(
        title="Gipfel: Kim trifft Putin",
        url="https://example.org/a?b=1#c",
        outlet="afp",
        agencies=("afp",),
        authors=("Anna Muster", "dm"),
        published="198X",
        accessed="2026-11-23",
        language="de",
        rights="full",
        topics=("sanktionen",),
    )
    assert (document.id, document.path) == ("gipfel", "seeds/articles/gipfel.txt")


def test_values_stay_the_text_that_people_wrote(good: Path) -> None:
    write(good, {"seeds/articles/gipfel.yml": b"title: NO\nauthors: [null, 010, 1e3, 12:30:45, 2024-02-30, ~, 0x1F]\n"})
    (document,) = read_sources(good, read_settings(good))
    assert document.meta.title == "NO"
    assert document.meta.authors == ("null", "010", "1e3", "12:30:45", "2024-02-30", "~", "0x1F")


@pytest.mark.parametrize(
    ("default", "own", "expected"), [("", "", "excerpts"), ("full", "", "full"), ("full", "excerpts", "excerpts")]
)
def test_rights_default_to_those_of_the_dossier(good: Path, default: str, own: str, expected: str) -> None:
    settings = "title: Gipfel\nsite_url: https://a.example\n" + (f"rights: {default}\n" if default else "")
    metadata = "title: Gipfel\n" + (f"rights: {own}\n" if own else "")
    write(good, {"seeds/dossier.yml": settings.encode(), "seeds/articles/gipfel.yml": metadata.encode()})
    _, _, (document,) = read_project(good)
    assert document.meta.rights == expected


def test_sources_are_sorted_by_id(good: Path) -> None:
    write(good, {f"seeds/articles/{name}": b"Kim trifft Putin." for name in ("b.txt", "a-1.md", "a.txt", "z_1.txt")})
    assert [document.id for document in read_sources(good, read_settings(good))] == ["a", "a-1", "b", "gipfel", "z_1"]


def test_one_file_outside_of_a_project(tmp_path: Path) -> None:
    path = tmp_path / "Größe & Gewicht.TXT"
    path.write_text("Kim trifft Putin.", encoding="utf-8")
    document = read_source(path, Edtf("2023-09"))
    assert (document.id, document.path) == ("groesse-gewicht", path.as_posix())
    assert document.meta.published == "2023-09"
    path.with_suffix(".yml").write_text("published: 2020\noutlet: unbekannt\n", encoding="utf-8")
    assert read_source(path).meta.published == "2020"
    assert read_source(path, Edtf("2023-09")).meta.published == "2023-09"


def test_a_date_on_the_command_line_is_checked_together_with_the_file(tmp_path: Path) -> None:
    path = tmp_path / "leer.txt"
    path.touch()
    with pytest.raises(InputError) as raised:
        read_source(path, Edtf("gestern"))
    assert [problem.code for problem in raised.value.problems] == ["SRC014", "SRC016"]


def test_a_file_that_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(InputError) as raised:
        read_source(tmp_path / "nirgends.txt")
    assert [problem.code for problem in raised.value.problems] == ["SRC002"]


@given(content=st.binary(max_size=200), suffix=st.sampled_from([".txt", ".md"]))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes, suffix: str) -> None:
    path = tmp_path_factory.mktemp("bytes") / f"a{suffix}"
    try:
        document = read(path, content)
    except InputError:
        return
    assert content.removeprefix(b"\xef\xbb\xbf").decode() == document.text
    assert document.text[document.body :].strip()


@given(front=st.text(max_size=80), text=st.text(max_size=80))
def test_any_front_matter_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, front: str, text: str) -> None:
    path = tmp_path_factory.mktemp("front") / "a.md"
    content = f"---\n{front}\n---\n{text}".encode("utf-8", "surrogatepass")
    with contextlib.suppress(InputError):
        document = read(path, content)
        assert document.text[document.body :].strip()


def test_control_characters_are_let_through_outside_of_a_project(tmp_path: Path) -> None:
    assert read(tmp_path / "a.txt", b"Kim \xc2\x96 Putin\x00").text == "Kim \x96 Putin\x00"


def test_reading_imports_no_extractor() -> None:
    code = (
        "import sys, generator.read.project; print([m for m in ('trafilatura', 'lxml', 'msgspec') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
