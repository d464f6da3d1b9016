from __future__ import annotations

import ast
import re
from pathlib import Path
from string import Formatter

import pytest

import generator.render
import generator.site
from generator.model.ids import AliasKind, Certainty, Kind, QuotationType
from generator.model.vocabulary import PROPERTIES, RELATIONS, STANCES
from generator.render import markdown as md
from generator.render.labels import labels

RENDER = Path(generator.render.__file__).parent
SITE = Path(generator.site.__file__).parent


def test_languages_have_the_same_keys() -> None:
    assert labels("de").words.keys() == labels("en").words.keys()


def test_languages_have_the_same_places() -> None:
    for key, words in labels("de").words.items():
        assert _places(words) == _places(labels("en").words[key]), key


def _places(words: str) -> set[str]:
    return {place for _, place, _, _ in Formatter().parse(words) if place}


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_word_of_the_vocabularies_has_a_label(language: str) -> None:
    words = labels(language).words  # type: ignore[arg-type]
    needed = [f"kind.{kind}" for kind in Kind]
    needed += [f"certainty.{certainty}" for certainty in Certainty]
    needed += [f"type.{kind}" for kind in QuotationType]
    needed += [f"alias.{kind}" for kind in AliasKind]
    needed += [f"stance.{stance}" for stance in STANCES]
    needed += [f"property.{name}" for names in PROPERTIES.values() for name in names]
    needed += [f"relation.{name}.{way}" for name in RELATIONS for way in ("forward", "backward")]
    assert [key for key in needed if key not in words] == []


def test_no_label_is_left_over() -> None:
    patterns = [re.compile(pattern) for pattern in _used()]
    unused = [key for key in labels("de").words if not any(pattern.fullmatch(key) for pattern in patterns)]
    assert unused == []


def _used() -> set[str]:
    """Every string of the renderer as a pattern: what an f-string puts in may be any part of a key."""
    found = set()
    for file in (*RENDER.rglob("*.py"), *SITE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(re.escape(node.value).replace(r"\{\}", r"[a-z0-9_.-]+") + r"(\.(one|other))?")
            elif isinstance(node, ast.JoinedStr) and _says_something(node):
                found.add("".join(_pattern(part) for part in node.values) + r"(\.(one|other))?")
    return {pattern for pattern in found if "\\." in pattern.removesuffix(r"(\.(one|other))?") or "." in pattern}


def _says_something(node: ast.JoinedStr) -> bool:
    """Whether a letter of it is fixed: what is put together from nothing but parts could be any key."""
    return any(isinstance(part, ast.Constant) and re.search("[a-z]", str(part.value)) for part in node.values)


def _pattern(part: ast.expr) -> str:
    return re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"[a-z0-9_.-]+"


def test_a_missing_key_is_an_error() -> None:
    with pytest.raises(KeyError):
        labels("de")("kind.unheard_of")


def test_numbers_bend_the_word() -> None:
    assert labels("de").count("count.mention", 1) == "1 Erwähnung"
    assert labels("de").count("count.mention", 0) == "0 Erwähnungen"


def test_markdown_goes_into_the_places_of_a_sentence() -> None:
    filled = labels("de").fill("text.supply", supplier=md.strong(md.text("A")), receiver=md.text("*B*"))
    assert filled.source == "**A** an &#42;B&#42;"
