from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from generator.errors import InputError
from generator.site.check import check
from generator.site.facts import addresses, read_facts
from generator.site.page import read_pages
from tests.site_support import REPOSITORY, TESTS

if TYPE_CHECKING:
    from pathlib import Path

PAGE = """<!doctype html><html lang="de"><head><title>Hulm</title>
<link rel="canonical" href="https://hulm.example/dossier/index.html"></head>
<body><h1 id="oben">Hulm</h1>{}</body></html>"""
SCRIPT = '<script>scope=new URL("{}",location)</script>'


def codes(tmp_path: Path, body: str, **files: str) -> list[str]:
    """The codes of what the check says about a site of one page with `body`, the page 404 and `files`."""
    pages = {"index.html": PAGE.format(body), "404.html": PAGE.format(SCRIPT.format("/dossier/")), **files}
    for name, content in pages.items():
        file = tmp_path / name.replace("__", "/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    facts = [read_facts(page) for page in read_pages(tmp_path)]
    try:
        check(facts, tmp_path)
    except InputError as error:
        return [problem.code for problem in error.problems]
    return []


@pytest.mark.parametrize(
    "body",
    [
        '<a href="#oben">nach oben</a>',
        '<a href="404.html#oben">dort</a>',
        '<a href="/dossier/index.html">vom Fuß der Adresse</a>',
        '<a href="https://zeitung.example/artikel">Quelle</a>',
        '<a href="mailto:redaktion@hulm.example">Post</a>',
        '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="">',
        '<svg><defs><path id="p"></path></defs><use href="#p"></use></svg>',
        SCRIPT.format("."),
        '<script type="application/json">{"a": 1}</script>',
    ],
)
def test_sound_pages_pass(tmp_path: Path, body: str) -> None:
    assert codes(tmp_path, body) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<a href="nirgends.html">x</a>', ["SITE020"]),
        ('<a href="../index.html">aus der Website hinaus</a>', ["SITE020"]),
        ('<a href="404.html#unten">x</a>', ["SITE021"]),
        ('<a href="#unten">x</a>', ["SITE021"]),
        ('<meta http-equiv="Refresh" content="0; url=weg.html">', ["SITE020"]),
        ('<a href="javascript:alert(1)">x</a>', ["SITE022"]),
        ('<a href="JaVaScript:alert(1)">x</a>', ["SITE022"]),
        ('<a href="//fremd.example/">x</a>', ["SITE022"]),
        ('<img src="https://fremd.example/zaehler.gif">', ["SITE030"]),
        ('<img src="//fremd.example/zaehler.gif">', ["SITE030"]),
        ('<link rel="stylesheet" href="https://schriften.example/a.css">', ["SITE030"]),
        ('<iframe src="https://fremd.example/"></iframe>', ["SITE030"]),
        ('<form action="https://fremd.example/"></form>', ["SITE030"]),
        ("<p style=\"background: url('https://fremd.example/a.png')\">x</p>", ["SITE030"]),
        ('<style>@import "https://fremd.example/a.css";</style>', ["SITE030"]),
        ('<svg><image href="https://fremd.example/a.png"></image></svg>', ["SITE030"]),
        ('<script src="fehlt.js"></script>', ["SITE031"]),
        ("<script>alert(1)</script>", ["SITE040"]),
        ('<p onclick="alert(1)">x</p>', ["SITE041"]),
        ('<p id="zwei">x</p><p id="zwei">y</p>', ["SITE012"]),
    ],
)
def test_each_fault_is_named(tmp_path: Path, body: str, expected: list[str]) -> None:
    assert codes(tmp_path, body) == expected


def test_a_page_needs_a_title_and_a_heading(tmp_path: Path) -> None:
    assert codes(tmp_path, "", **{"leer.html": "<html><body><p>x</p></body></html>"}) == ["SITE010", "SITE011"]


def test_style_sheets_are_read_too(tmp_path: Path) -> None:
    style = "@font-face { src: url(fehlt.woff2) } .a { background: url('https://fremd.example/b.png') }"
    assert codes(tmp_path, "", **{"assets__a.css": style}) == ["SITE030", "SITE031"]


def test_every_fault_is_told_at_once_with_its_page(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(PAGE.format('<a href="a">x</a><a href="b">x</a>'), encoding="utf-8")
    with pytest.raises(InputError) as raised:
        check([read_facts(page) for page in read_pages(tmp_path)], tmp_path)
    assert [problem.path for problem in raised.value.problems] == ["site/index.html"] * 2


def test_addresses_of_a_style_sheet() -> None:
    style = """@import "a.css"; b { c: url(d.png), url( 'e f.png' ), url("data:image/svg+xml,<svg>") }"""
    assert list(addresses(style)) == ["a.css", "d.png", "e f.png", "data:image/svg+xml,<svg>"]


def test_the_table_of_codes_agrees_with_the_code_and_its_tests() -> None:
    code = re.compile(r"\bSITE\d{3}\b")
    table = code.findall((REPOSITORY / "design" / "problem-codes.md").read_text(encoding="utf-8"))
    written, tested = (
        {found for file in folder.rglob("*.py") for found in code.findall(file.read_text(encoding="utf-8"))}
        for folder in (REPOSITORY / "generator", TESTS)
    )
    assert len(table) == len(set(table))
    assert set(table) == written == tested
