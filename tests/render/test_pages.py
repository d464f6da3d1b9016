"""Laws that hold for every page of any dossier, and the pages of the sample as a reader gets them."""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import markdown
import pytest
import yaml

from generator.export.catalogue import MEDIA_TYPES
from generator.model.dossier import Fact
from generator.model.ids import Certainty, Kind, Origin
from generator.model.registry import Citation
from generator.render import render
from generator.render.context import build_context
from generator.render.pages import render_pages
from generator.render.pages.data import FILES
from tests.render.golden import GOLDEN
from tests.render.pages_sample import DOSSIER, EMPTY, REPORT

if TYPE_CHECKING:
    from generator.model.dossier import Dossier
    from generator.model.page import Page

WRITTEN_ELSEWHERE = {f"daten/{file}" for file in MEDIA_TYPES}
ENGLISH = replace(DOSSIER, settings=replace(DOSSIER.settings, language="en"))
EXCERPTS = replace(
    DOSSIER,
    sources=tuple(
        replace(
            s,
            parse=replace(
                s.parse,
                document=replace(s.parse.document, meta=replace(s.parse.document.meta, rights="excerpts")),
            ),
        )
        for s in DOSSIER.sources
    ),
)
EVIL = '[x](javascript:alert(1)) | <img src=x onerror="alert(1)"> {: onclick=x } [1]: //evil `'
HOSTILE = replace(
    DOSSIER,
    settings=replace(DOSSIER.settings, title=EVIL, description=EVIL),
    entities=tuple(replace(entity, name=EVIL) for entity in DOSSIER.entities),
    events=tuple(replace(event, title=EVIL) for event in DOSSIER.events),
    disputes=tuple(replace(dispute, title=EVIL) for dispute in DOSSIER.disputes),
    sources=tuple(
        replace(
            s,
            parse=replace(
                s.parse,
                document=replace(
                    s.parse.document,
                    meta=replace(s.parse.document.meta, title=EVIL, url="javascript:alert(1)", authors=(EVIL,)),
                ),
            ),
        )
        for s in DOSSIER.sources
    ),
)
DOSSIERS = {"sample": DOSSIER, "english": ENGLISH, "excerpts": EXCERPTS, "empty": EMPTY, "hostile": HOSTILE}
ALL = [(name, page) for name, dossier in DOSSIERS.items() for page in render(dossier)]
IDS = [f"{name}:{page.path}" for name, page in ALL]


class Html(HTMLParser):
    """The ids and the links of a page, and its text."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.text: list[str] = []
        self.tags: set[str] = set()
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        assert not [key for key, _ in attrs if key.startswith("on")]
        self.ids += [value for key, value in attrs if key == "id" and value]
        self.targets += [value for key, value in attrs if key == "href" and value and tag == "a"]

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def split(page: Page) -> tuple[dict[str, Any], str]:
    _, head, body = page.content.split("---\n", 2)
    return yaml.safe_load(head), body


def built(page: Page) -> Html:
    extensions = ["attr_list", "def_list", "md_in_html", "tables", "toc"]
    return Html(markdown.markdown(split(page)[1], extensions=extensions))


@pytest.mark.parametrize("page", [page for _, page in ALL], ids=IDS)
def test_a_page_has_a_title_and_one_heading_of_the_first_level(page: Page) -> None:
    head, body = split(page)
    assert head["title"]
    assert head["description"]
    assert len(re.findall(r"^# ", body, re.MULTILINE)) == 1


@pytest.mark.parametrize("page", [page for _, page in ALL], ids=IDS)
def test_every_mark_has_a_definition_and_every_definition_a_mark(page: Page) -> None:
    body = split(page)[1]
    defined = re.findall(r"^\[([^\]]+)\]: ", body, re.MULTILINE)
    used = re.findall(r"(?<!\])\[([0-9]+(?:\.[0-9]+)?|Q[0-9]+)\](?![:(])", body)
    assert sorted(set(used)) == sorted(defined)


@pytest.mark.parametrize("name", DOSSIERS)
def test_every_link_leads_somewhere(name: str) -> None:
    pages = {page.path: built(page) for page in render(DOSSIERS[name])}
    for path, html in pages.items():
        for target in html.targets:
            if target.startswith("https://"):
                continue
            place, _, anchor = target.partition("#")
            file = posixpath.normpath(posixpath.join(posixpath.dirname(path), place)) if place else path
            file = re.sub(r"\.html$", ".md", file)
            assert file in pages or file in WRITTEN_ELSEWHERE, f"{path}: {target}"
            assert not anchor or anchor in pages[file].ids, f"{path}: {target}"


@pytest.mark.parametrize("page", [page for _, page in ALL], ids=IDS)
def test_an_id_stands_once_on_a_page(page: Page) -> None:
    ids = built(page).ids
    assert sorted(ids) == sorted(set(ids))


def test_what_people_wrote_stays_text() -> None:
    for page in render(HOSTILE):
        html = built(page)
        assert not html.tags & {"img", "script", "iframe"}, page.path
        assert not [target for target in html.targets if "javascript" in target], page.path
        assert not re.search(r"[<>]", split(page)[0]["title"])


def test_paths_are_sorted_and_stand_once() -> None:
    paths = [page.path for page in render(DOSSIER)]
    assert paths == sorted(set(paths))


def test_every_entity_with_a_page_has_one() -> None:
    paths = {page.path for page in render(DOSSIER)}
    context = build_context(DOSSIER)
    assert set(context.pages.values()) <= paths
    assert {entity.id for entity in DOSSIER.entities} - context.pages.keys() == {
        entity.id for entity in DOSSIER.entities if entity.kind in {Kind.DOCUMENT, Kind.EVENT}
    }


@pytest.mark.parametrize("words", ["Das Wetter war schlecht", "Mehr ist nicht bekannt", "am Hafen"])
def test_excerpts_keep_back_what_is_no_evidence(words: str) -> None:
    """It stands nowhere, not even in the title of a mark."""
    assert [page.path for page in render(EXCERPTS) if words in unescape(page.content)] == []


def test_excerpts_show_what_is_evidence() -> None:
    page = next(page for page in render(EXCERPTS) if page.path == "quellen/besuch.md")
    text = " ".join("".join(built(page).text).split())
    assert "Was sagt Nordland? Südmark spricht von einem Geschäft. Kronberg bestreitet das." in text
    assert "2.8 Nordland: berichtet, bestritten […] «Wir prüfen" in text


def test_the_same_dossier_gives_the_same_pages() -> None:
    assert render(DOSSIER) == render(DOSSIER)


def rendered(dossier: Dossier) -> dict[str, str]:
    return {page.path: page.content for page in render_pages(build_context(dossier))}


def test_golden_pages_are_complete() -> None:
    files = {file.relative_to(GOLDEN).as_posix() for file in GOLDEN.rglob("*.md")}
    assert files == rendered(DOSSIER).keys()


@pytest.mark.parametrize("path", sorted(rendered(DOSSIER)))
def test_golden(path: str) -> None:
    """`python -m tests.render.golden` writes the files anew; read what changed."""
    assert rendered(DOSSIER)[path] == (GOLDEN / path).read_text("utf-8")


def test_what_is_known_from_elsewhere_of_a_thing_without_a_page_stands_in_the_index_of_names() -> None:
    citation = Citation("Amtsblatt", "https://example.org/blatt")
    fact = Fact("date", "Mai 2024", Certainty.ASSERTED, Origin.EXTERNAL, citation=citation)
    report = replace(REPORT, facts=(fact,), same_as=("https://www.wikidata.org/wiki/Q1",))
    pages = rendered(replace(DOSSIER, entities=(*DOSSIER.entities[:-1], report)))
    assert (
        "(Dokument) · extern: Datum: Mai 2024, [Amtsblatt](https://example.org/blatt)"
        " · extern: [wikidata.org](https://www.wikidata.org/wiki/Q1)" in pages["register/index.md"]
    )


def test_the_page_of_the_data_offers_every_file_that_is_written() -> None:
    offered = [file for files, _ in FILES for file in files]
    assert sorted(offered) == sorted(MEDIA_TYPES)
