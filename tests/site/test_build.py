from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING

import pytest

from generator.errors import InputError
from generator.site import Delivery
from generator.site.build import build_site
from generator.site.engine import identity
from generator.site.page import parse
from tests.site_support import silent

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import FrameType

    from generator.site import Engine

    Build = Callable[..., Path]

ENGINES = ("mkdocs", "zensical")


def contents(site: Path) -> dict[Path, bytes]:
    return {file.relative_to(site): file.read_bytes() for file in site.rglob("*") if file.is_file()}


@pytest.mark.parametrize("engine", ENGINES)
def test_both_engines_build_the_same_pages(built: Build, engine: Engine) -> None:
    site = built(engine)
    page = parse((site / "waffensysteme" / "sz-7.html").read_bytes())
    assert page.findtext("head/title") == "Seezielrakete SZ-7 - Die Fähre"
    assert page.xpath("//td/@data-label")[:3] == ["Angabe", "Wert", "Status"]
    assert page.xpath("//li[contains(@class, 'md-tabs__item--active')]//text()[normalize-space()]")[0].strip() == (
        "Waffensysteme"
    )
    assert page.xpath("//div[@role='dialog']/@aria-label") == ["Suche"]
    policy = page.xpath("string(//meta[@http-equiv]/@content)")
    assert policy.startswith("default-src 'none'; script-src 'self' 'sha256-")
    assert page.xpath("//a[@href='../quellen/bericht.html#s-00000000a1']/@title") == ["Der Minister sprach im Hafen."]


@pytest.mark.parametrize("engine", ENGINES)
def test_the_fonts_stand_on_the_site_with_their_licences(built: Build, engine: Engine) -> None:
    fonts = built(engine) / "assets" / "fonts"
    assert {file.name for file in fonts.iterdir()} == {
        "sans.woff2",
        "sans-italic.woff2",
        "serif.woff2",
        "source-sans-3.txt",
        "source-serif-4.txt",
    }
    assert sum(file.stat().st_size for file in fonts.glob("*.woff2")) < 100_000
    assert all(file.read_bytes().startswith(b"wOF2") for file in fonts.glob("*.woff2"))


@pytest.mark.parametrize("engine", ENGINES)
def test_the_theme_asks_our_search(built: Build, engine: Engine) -> None:
    page = parse((built(engine) / "waffensysteme" / "sz-7.html").read_bytes())
    assert json.loads(page.xpath("string(//script[@id='__config'])"))["search"] == "../assets/search.js"
    assert not page.xpath("//script[contains(@src, 'search')]")
    names = json.loads((built(engine) / "search" / "names.json").read_text(encoding="utf-8"))
    entry = next(entry for entry in names if entry["location"] == "waffensysteme/sz-7.html")
    assert entry["aliases"] == ["Sŏhae", "Meerwestler"]
    assert entry["links"] > 0


@pytest.mark.parametrize("engine", ENGINES)
def test_offline_the_page_itself_searches(built: Build, engine: Engine) -> None:
    site = built(engine, delivery=Delivery(offline=True, hosts=("netlify",)))
    page = parse((site / "waffensysteme" / "sz-7.html").read_bytes())
    scripts = page.xpath("//head/script/@src[contains(., 'search')]")
    assert scripts == ["../assets/search-match.js", "../assets/search.js", "../assets/search-offline.js"]
    assert "navigation.instant" not in json.loads(page.xpath("string(//script[@id='__config'])"))["features"]
    text = (site / "search" / "names.js").read_text(encoding="utf-8")
    held = json.loads(text.removeprefix('dossierSearch.receive("names", ').removesuffix(");\n"))
    assert held == json.loads((site / "search" / "names.json").read_text(encoding="utf-8"))
    assert (site / "_headers").is_file()


@pytest.mark.parametrize("engine", ENGINES)
def test_a_second_build_gives_the_same_bytes(small_project: Path, engine: Engine) -> None:
    environment = identity("Die Fähre", "https://hulm.example/", 1_700_000_000)
    build_site(small_project, engine, silent, environment)
    first = contents(small_project / "site")
    build_site(small_project, engine, silent, environment)
    assert contents(small_project / "site") == first


@pytest.mark.parametrize(
    ("engine", "text", "expected"),
    [
        ("mkdocs", "[weg](nirgends.md)", "'index.md' contains a link 'nirgends.md'"),
        ("mkdocs", "[weg](quellen/bericht.md#s-dead)", "does not contain an anchor '#s-dead'"),
        ("zensical", "[weg](nirgends.md)", "docs/index.md:15: SITE001 zensical: page does not exist"),
        ("zensical", "[weg](quellen/bericht.md#s-dead)", "docs/index.md:15: SITE001 zensical: anchor does not exist"),
        *(
            (engine, text, expected)
            for engine in ENGINES
            for text, expected in (
                ('<p><a href="nirgends.html">roh</a></p>', "SITE020 'nirgends.html' leads nowhere"),
                ('<p><img src="https://fremd.example/a.png" alt=""></p>', "SITE030"),
                ("<script>alert(1)</script>", "SITE040"),
            )
        ),
    ],
)
def test_a_site_that_is_not_sound_is_not_published(
    small_project: Path, engine: Engine, text: str, expected: str
) -> None:
    (small_project / "site").mkdir()
    (small_project / "site" / "index.html").write_text("the site of before")
    with (small_project / "docs" / "index.md").open("a", encoding="utf-8") as file:
        file.write(f"\n{text}\n")
    with pytest.raises(InputError) as raised:
        build_site(small_project, engine, silent)
    assert expected in str(raised.value)
    assert list(contents(small_project / "site").values()) == [b"the site of before"]
    assert not (small_project / ".cache" / "site").exists()


def test_an_engine_that_cannot_start_is_quoted(small_project: Path) -> None:
    (small_project / "mkdocs.yml").write_text("site_name: [", encoding="utf-8")
    with pytest.raises(InputError, match=r"mkdocs\.yml:0: SITE001"):
        build_site(small_project, "mkdocs", silent)


@pytest.mark.parametrize("name", ["1984", "NO", "null", "<b> & \"Gipfel\" 'x'", "[a]", "!x"])
@pytest.mark.parametrize("engine", ENGINES)
def test_any_name_is_shown_as_it_is(small_project: Path, engine: Engine, name: str) -> None:
    build_site(small_project, engine, silent, identity(name, "https://hulm.example/", 0))
    title = parse((small_project / "site" / "akteure" / "index.html").read_bytes()).findtext("head/title")
    assert title == f"Akteure - {name}"


def test_the_address_may_be_a_folder_of_a_host(built: Build) -> None:
    site = built("mkdocs", "https://hulm.example/presse/dossier/")
    assert "https://hulm.example/presse/dossier/waffensysteme/sz-7.html" in (site / "sitemap.xml").read_text()


def test_what_a_killed_build_left_behind_does_no_harm(small_project: Path) -> None:
    left = small_project / ".cache" / "site" / "new" / "index.html"
    left.parent.mkdir(parents=True)
    left.write_text("half a page")
    build_site(small_project, "mkdocs", silent)
    assert "half a page" not in (small_project / "site" / "index.html").read_text(encoding="utf-8")


def test_the_work_of_finishing_grows_no_faster_than_the_pages(small_project: Path) -> None:
    """Counted in calls, not in time: a machine under load or a measured run is no reason to fail."""
    few, many = (_calls_of_finishing(small_project, copies) for copies in (20, 60))
    assert few < many < 3 * few


def _calls_of_finishing(project: Path, copies: int) -> int:
    page = (project / "docs" / "waffensysteme" / "sz-7.md").read_text(encoding="utf-8")
    for number in range(copies):
        (project / "docs" / "waffensysteme" / f"sz-{number}-kopie.md").write_text(page, encoding="utf-8")
    build_site(project, "mkdocs", silent)  # what is kept for the next time is made
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event == "call"

    def from_the_second_step(step: str, _done: int, _total: int) -> None:
        if "builds" not in step:
            sys.setprofile(count)

    try:
        build_site(project, "mkdocs", from_the_second_step)
    finally:
        sys.setprofile(None)
    return calls


def test_the_environment_of_the_engine_is_ours(
    small_project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_DIR", os.fspath(tmp_path / "elsewhere"))
    build_site(small_project, "mkdocs", silent)
    assert (small_project / "site" / "index.html").is_file()
    assert not (tmp_path / "elsewhere").exists()
