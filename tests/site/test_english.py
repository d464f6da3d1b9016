"""An English dossier of German sources: every word of the interface is English, the sources stay what they are."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest
import yaml

from generator import pipeline
from generator.render.labels import labels
from generator.site.page import Tree, parse
from tests.conftest import CORPUS, REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

    from generator.site import Engine

_PLACE = re.compile(r"\{[^}]*\}")
_READ_ALOUD = (
    "//@aria-label",
    "//@placeholder",
    "//@alt",
    "//@data-label",
    "//*[not(@href)]/@title",
    "//meta/@content",
)


@pytest.fixture(scope="session", params=["mkdocs", "zensical"])
def english(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, fonts: Path) -> Path:
    """The site of the invented corpus with an English interface."""
    engine: Engine = request.param
    project = tmp_path_factory.mktemp("english") / "project"
    shutil.copytree(CORPUS, project)
    settings = project / "seeds" / "dossier.yml"
    text = settings.read_text(encoding="utf-8")
    assert "language: de\n" in text
    settings.write_text(text.replace("language: de\n", "language: en\n"), encoding="utf-8")
    shutil.copytree(REPOSITORY / "docs" / "assets", project / "docs" / "assets")
    shutil.copyfile(REPOSITORY / "mkdocs.yml", project / "mkdocs.yml")
    shutil.copytree(fonts, project / ".cache" / "fonts")
    pipeline.generate(project)
    pipeline.build_site(project, engine)
    return project / "site"


def phrases(words: dict[str, str]) -> set[str]:
    """The words of an interface without what is put into them."""
    return {piece.strip(" ,:;.·„“”\"'") for said in words.values() for piece in _PLACE.split(said)}


def german_only() -> set[str]:
    """German words of the interface that no English one equals, and that are more than a sign."""
    english_ones = {phrase.lower() for phrase in phrases(dict(labels("en").words))}
    return {
        phrase
        for phrase in phrases(dict(labels("de").words))
        if len(phrase) > 2 and phrase.lower() not in english_ones  # shorter ones are endings and signs
    }


def texts(tree: Tree) -> list[str]:
    """Every piece of text that is not marked as German, and what screen readers and search engines are told."""
    for element in tree.xpath("//*[@lang='de'] | //script | //style"):
        element.drop_tree()
    found = [*tree.xpath("//text()"), *(value for path in _READ_ALOUD for value in tree.xpath(path))]
    return [" ".join(text.split()).strip(" ,:;.·„“”\"'") for text in found]


def test_no_german_word_of_the_interface_is_left(english: Path) -> None:
    german = german_only()
    assert {"Aussagen", "Auf einen Blick", "Diese Seite im Netz", "Helle Darstellung wählen"} <= german
    left = {
        (file.relative_to(english).as_posix(), text)
        for file in sorted(english.rglob("*.html"))
        for text in texts(parse(file.read_bytes()))
        if text in german
    }
    assert left == set()


def test_the_theme_speaks_english_too(english: Path) -> None:
    page = parse((english / "akteure" / "index.html").read_bytes())
    assert page.get("lang") == "en"
    assert page.xpath("//nav[contains(@class, 'md-tabs')]//a/text()[normalize-space()]")[0].strip() == "Home"
    shown = page.text_content()
    assert "Inhaltsverzeichnis" not in shown
    assert "Every entry leads to the sentence it rests on" in shown
    assert {"Permanent link"} == set(page.xpath("//a[@class='headerlink']/@title"))


def test_the_page_404_speaks_english(english: Path) -> None:
    page = parse((english / "404.html").read_bytes())
    assert page.xpath("string(//article//h1)").strip() == "There is no such page"
    assert "Actors" in page.xpath("//article//li/a/text()")


def test_the_words_of_the_sources_are_marked_as_german(english: Path) -> None:
    source = parse((english / "quellen" / "haubitzen.html").read_bytes())
    assert set(source.xpath("//div[contains(@class, 'quelle')]/@lang")) == {"de"}
    statements = parse((english / "aussagen" / "haubitzen.html").read_bytes())
    quotations = statements.xpath("//article//blockquote")
    assert len(quotations) > 5
    assert {quotation.get("lang") for quotation in quotations} == {"de"}


def test_both_languages_say_the_same_of_what_mkdocs_is_told() -> None:
    """The German words of `mkdocs.yml`, which a plain `mkdocs build` shows, are those of the interface."""
    written = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")
    words = {key: said for key, said in labels("de").words.items() if key.startswith("site.engine.")}
    assert len(words) == 5
    assert [said for said in words.values() if said not in written] == []
    tags = [event.tag for event in yaml.parse(written) if getattr(event, "tag", None) == "!ENV"]
    assert len(tags) >= len(words)
