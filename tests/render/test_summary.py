"""What `dossier diff` prints for places that make more of text than a site does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.model.change import ASPECTS, Aspect, Change, Difference, Item, Matter, Turnover
from generator.model.vocabulary import STANCES
from generator.render.changes.phrases import turned
from generator.render.changes.summary import MOST, say, summary
from generator.render.labels import labels

if TYPE_CHECKING:
    from generator.model.settings import Language


def difference(language: Language = "de", lost: tuple[Item, ...] = (), **turnovers: Turnover) -> Difference:
    matters = {matter: turnovers.get(matter.value, Turnover()) for matter in Matter}
    return Difference("x", language, matters, lost=lost)


def one(title: str) -> Difference:
    return difference(sources=Turnover(new=(Item("a", title),)))


def shown(source: str) -> str:
    """The text that a reader sees, character references resolved."""
    tokens = MarkdownIt("commonmark").parse(source)
    return "\n".join(
        "".join(child.content for child in token.children or ()) for token in tokens if token.type == "inline"
    )


@pytest.mark.parametrize(
    "title",
    [
        *("@octocat", "an @octo-org/team", "#12", "octo/repo#12", "GH-12", "!12", "%3", "~bug", "&7", "$5"),
        *("a@b.example", "https://evil.example/x", "www.evil.example", "HTTP://evil.example", ":shipit:"),
    ],
)
def test_nothing_in_it_is_linked_or_drawn(title: str) -> None:
    seen = shown(summary(one(title)))
    assert not re.search(r"[@#!%~&$](?=[\w\"'])|://|(?i:www\.\w)|(?i:GH-\d)|:\w+:", seen.partition("(1)")[2])
    assert title in seen.replace("\u200b", "")


@pytest.mark.parametrize(
    "title",
    [
        *("<img src=x onerror=alert(1)>", "![x](https://evil.example/x.png)", "[x](javascript:alert(1))", "<!-- x"),
        *("# Heading", "| a | b |", "```", "- [ ] x", "> [!NOTE]", "[^1]: x", "**x**", "_x_", "\\", "&lt;b&gt;"),
        *("x\n\n# Neue Überschrift", "\u202egnp.exe", "a\u200bb", "1. x", "---", "<details>"),
    ],
)
def test_nothing_in_it_becomes_markup(title: str) -> None:
    source = summary(difference(sources=Turnover(new=(Item("a", title), Item("b", "Danach")))))
    tokens = MarkdownIt("gfm-like", {"html": True, "linkify": False}).parse(source)
    kinds = [child.type for token in tokens for child in token.children or ()]
    assert set(kinds) == {"text"} or set(kinds) == {"text", "text_special"}
    assert [token.tag for token in tokens if token.nesting == 1] == ["h2", "h3", "ul", "li", "p", "li", "p"]
    assert "\u202e" not in source


@given(st.text())
def test_what_is_said_is_what_is_read(plain: str) -> None:
    """But for what nobody sees, and for the end of what is too long."""
    assert "\n" not in say(plain).source


def test_it_is_never_longer_than_a_comment_may_be() -> None:
    worst = "<@" * 4000
    many = tuple(Item(str(number), worst, f"quellen/{number}.md") for number in range(500))
    turnover = Turnover(new=many, gone=many, changed=tuple(Change(item, Item(item.id, "#" * 900)) for item in many))
    full = difference(lost=many, **{matter.value: turnover for matter in Matter})
    text = summary(full)
    assert len(text) <= MOST
    assert "500" in text
    assert len(summary(one(worst))) < 5000


def test_a_long_list_says_how_much_is_left_out() -> None:
    text = summary(difference(sources=Turnover(new=tuple(Item(str(n), f"Quelle {n}") for n in range(50)))))
    assert "Quelle 39" in text
    assert "Quelle 40" not in text
    assert text.endswith("-   und 10 weitere\n")


def test_lost_addresses_stand_at_the_top() -> None:
    lost = (Item("akteure/kim.md", "Kim", "akteure/kim.md"),)
    text = summary(difference(lost=lost, sources=Turnover(new=(Item("a", "Neu"),))))
    assert text.index("Führt ins Leere") < text.index("Kim · akteure/kim.md") < text.index("Neue Quellen")


@pytest.mark.parametrize(("language", "words"), [("de", "Nichts hat sich geändert."), ("en", "Nothing has changed.")])
def test_it_says_when_there_is_nothing_to_say(language: Language, words: str) -> None:
    assert words in summary(difference(language))


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("name", [*ASPECTS, *STANCES])
@pytest.mark.parametrize("matter", Matter)
def test_every_aspect_has_words(language: Language, name: str, matter: Matter) -> None:
    assert turned(labels(language), matter, [Aspect(name, "x", "y")], say)


def test_a_status_that_changed_reads_as_one_expects() -> None:
    before = Item("a-1", "Es fand statt", "", (("certainty", "possible"), ("holders", "USA")))
    after = Item("a-1", "Es fand statt", "", (("certainty", "asserted"), ("disputed", "yes")))
    text = summary(difference(statements=Turnover(changed=(Change(before, after),))))
    line = "„Es fand statt“ – Status: möglich → dargestellt · jetzt umstritten · wer das sagt entfällt: USA"
    assert line in shown(text)
