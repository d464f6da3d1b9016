"""Two laws: the reader sees the text as it was, and nothing in a text comes through as a tag."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import generator.render
from generator.model.lookalike import TURNING
from generator.render import markdown as md
from generator.render.markdown.escape import clean
from tests.render.seen import CONVERTER, Seen, rendered, squeezed, words

NASTY = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "a <!-- b --> c",
    "<![CDATA[ x ]]>",
    "[x](javascript:alert(1))",
    "![x](x.png)",
    "Halt!",
    "[1]: http://evil.example",
    "[^1] [^1]: note",
    "*[HEU]: <img>",
    "# kein Titel",
    "1986. A great year.",
    "٣. Arabisch gezählt",
    "1) erstens",
    "- Strich",
    "+ plus",
    "* Stern",
    "--- ---",
    "===",
    "> Zitat",
    ">>> x",
    "    eingerückt",
    "```mermaid",
    "~~~",
    '!!! note "x"',
    "??? note",
    '=== "Tab"',
    ": Begriff",
    "a | b | c",
    "|---|---|",
    "{: onclick=alert(1) }",
    "{ #id .class href=javascript:alert(1) }",
    "Wort{ style=x }",
    '--8<-- "mkdocs.yml"',
    "{{ config }} {% include %}",
    ":smile: und :material-home:",
    "__init__ **fett** *kursiv* _auch_ ~~weg~~ ^hoch^ ==gelb==",
    "`code` ``code``",
    "\\* \\< \\\\",
    "&lt; &amp; &copy; &#60; &nbsp & ende &",
    "www.example.org http://a.b mail@example.org <mail@example.org>",
    "klzzwxh:0001 \x02wzxhzdk:0\x03 \x02klzzwxh:0\x03",
    "$x$ \\(y\\) \\[z\\]",
    "(c) (tm) (r) --> <-- +/-",
    "«Held Kim Kun Ok» (IISS), 9'000 Kilometer: «152 bis 122 Millimeter»; U-Boot?!",
    "Zeile\neins\r\nzwei\u2028drei\u0085vier\x0bfünf",
    "\u202egespiegelt\u202c",
    "\ud800 halb",
    "朝鮮 평양 Hwasŏng",
    "Anführung \" und ' und ” und „",
    "a\\",
    "[",
    "](",
    ")",
    "!",
    "<",
    "&",
    "|",
    "-",
]

_HARMLESS = {"p", "a", "strong", "em", "blockquote", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td"}
_HARMLESS |= {"h2", "dl", "dt", "dd", "span", "div", "details", "summary"}
_ATTRIBUTES = {"href", "title", "id", "class", "headerlink"}


def _title(value: str) -> md.Markdown:
    return md.paragraph(md.text("Satz "), md.mark("17", "../quellen/a.md#s-1", value))


def _cell(value: str) -> md.Markdown:
    return md.table([md.text("A"), md.text("B")], [[md.text(value), md.text("ß")]])


TEXT_PLACES = {
    "paragraph": (lambda value: md.paragraph(md.text(value)), ("", "")),
    "behind a link": (lambda value: md.paragraph(md.link(md.text("x"), "a.md"), md.text(value)), ("x", "")),
    "before a link": (lambda value: md.paragraph(md.text(value), md.link(md.text("x"), "a.md")), ("", "x")),
    "behind a mark": (lambda value: md.paragraph(md.mark("1", "a.md", "x"), md.text(value)), ("1", "")),
    "before a mark": (lambda value: md.paragraph(md.text(value), md.mark("1", "a.md", "x")), ("", "1")),
    "in two pieces": (
        lambda value: md.paragraph(md.text(value[: len(value) // 2]), md.text(value[len(value) // 2 :])),
        ("", ""),
    ),
    "behind a bold name": (
        lambda value: md.paragraph(md.strong(md.text("n")), md.continued(value)),
        ("n", ""),
    ),
    "behind a linked number": (
        lambda value: md.paragraph(md.link(md.text("7"), "a.md"), md.continued(value)),
        ("7", ""),
    ),
    "behind a number": (lambda value: md.paragraph(md.text("19"), md.text(value)), ("19", "")),
    "link label": (
        lambda value: md.paragraph(md.text("x "), md.link(md.text(value), "a.md"), md.text(" y")),
        ("x ", " y"),
    ),
    "strong": (lambda value: md.paragraph(md.text("x "), md.strong(md.text(value)), md.text(" y")), ("x ", " y")),
    "emphasis": (lambda value: md.paragraph(md.text("x "), md.emphasis(md.text(value)), md.text(" y")), ("x ", " y")),
    "heading": (lambda value: md.heading(2, md.text(value), "anker"), ("", "")),
    "heading without anchor": (lambda value: md.heading(2, md.text(value)), ("", "")),
    "bullet": (lambda value: md.bullets([md.text(value), md.text("ß")]), ("", " ß")),
    "numbered": (lambda value: md.numbered([md.text(value), md.text("ß")]), ("", " ß")),
    "quote": (lambda value: md.quote(md.paragraph(md.text(value))), ("", "")),
    "cell": (_cell, ("A B ", " ß")),
    "inline element": (lambda value: md.paragraph(md.inline("span", {"class": "x"}, md.text(value))), ("", "")),
    "container": (lambda value: md.container("div", {"class": "x"}, md.paragraph(md.text(value))), ("", "")),
    "summary": (lambda value: md.details(md.text(value), md.text("ß")), ("", " ß")),
    "details": (lambda value: md.details(md.text("ß"), md.paragraph(md.text(value))), ("ß ", "")),
    "verbatim": (lambda value: md.verbatim(md.Element("div", (), (value,))), ("", "")),
}


def check_place(place: str, value: str) -> None:
    make, (before, behind) = TEXT_PLACES[place]
    seen = rendered(make(value))
    half = len(value) // 2
    shown = clean(value[:half]) + clean(value[half:]) if place == "in two pieces" else clean(value)
    assert words(seen) == squeezed(before + shown + behind)
    assert set(seen.tags) <= _HARMLESS
    assert {key for key, _ in seen.attributes} <= _ATTRIBUTES


@pytest.mark.parametrize("place", TEXT_PLACES)
def test_nasty_text_is_shown_as_it_is(place: str) -> None:
    for value in NASTY:
        check_place(place, value)


SIGNS = st.sampled_from(list("\"#'*+-.:<=>[]^`|~$&!?(){}@\\/_%,; \n\t0123abcwÄßc\u2028\x02\x03\u202e«»"))
TEXTS = st.one_of(
    st.text(max_size=30),
    st.lists(SIGNS, max_size=14).map("".join),
    st.lists(st.sampled_from(NASTY), max_size=3).map("".join),
)
THOROUGH = settings(max_examples=300, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


@THOROUGH
@given(st.sampled_from(sorted(TEXT_PLACES)), TEXTS)
def test_any_text_is_shown_as_it_is(place: str, value: str) -> None:
    check_place(place, value)


@THOROUGH
@given(TEXTS)
def test_the_title_of_a_mark_is_the_text(value: str) -> None:
    seen = rendered(_title(value))
    title = dict(seen.attributes).get("title") or ""
    assert squeezed(title) == squeezed(clean(value))
    assert seen.tags == ["p", "a"]


@THOROUGH
@given(TEXTS)
def test_attributes_keep_their_value(value: str) -> None:
    pieces = (
        md.paragraph(md.inline("span", {"title": value}, md.text("x"))),
        md.container("div", {"title": value}, md.text("x")),
        md.verbatim(md.Element("div", (("title", value),), ("x",))),
    )
    for piece in pieces:
        seen = rendered(piece)
        assert [squeezed(shown or "") for key, shown in seen.attributes if key == "title"] == [squeezed(clean(value))]
        assert set(seen.tags) <= {"p", "span", "div"}


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        " JavaScript:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,x",
        "//evil.example",
        "\\\\evil",
        "",
    ],
)
def test_a_link_leads_nowhere_else_than_the_dossier_or_the_web(target: str) -> None:
    assert rendered(md.paragraph(md.link(md.text("x"), target))).tags == ["p"]


@pytest.mark.parametrize(
    "target",
    ["a.md", "../quellen/b.md#s-1", "https://example.org/a_(b)?c=d&copy=e#f", "http://example.org/ä ö|*_`<>\"'"],
)
def test_a_link_keeps_its_address(target: str) -> None:
    seen = rendered(md.table([md.text("x")], [[md.link(md.text("y"), target)]]))
    assert unquote(dict(seen.attributes)["href"] or "") == target
    assert seen.tags.count("td") == 1


def test_marks_are_defined_once_in_the_order_of_their_numbers() -> None:
    marks = [md.mark(label, "a.md", f"Satz {label}") for label in ("10", "9", "2.3", "9")]
    written = md.document("", md.paragraph(md.sequence(marks)))
    assert written.splitlines()[0] == "[10], [9], [2.3], [9]"
    assert written.splitlines()[2:] == ['[2.3]: a.md "Satz 2.3"', '[9]: a.md "Satz 9"', '[10]: a.md "Satz 10"']
    assert Seen(CONVERTER.reset().convert(written)).tags.count("a") == 4


def test_one_mark_cannot_mean_two_sentences() -> None:
    with pytest.raises(ValueError, match="two meanings"):
        md.document("", md.mark("1", "a.md", "x"), md.mark("1", "b.md", "x"))


def test_a_term_that_ends_in_a_mark_is_no_definition() -> None:
    piece = md.paragraph(md.explained(md.mark("1", "a.md", "x"), md.text("evil.example")))
    assert words(rendered(piece)) == "1: evil.example"


def test_a_row_must_fit_its_table() -> None:
    with pytest.raises(ValueError, match="2 cells under 1"):
        md.table([md.text("a")], [[md.text("b"), md.text("c")]])


def test_unknown_elements_and_attributes_are_refused() -> None:
    for make in (
        lambda: md.inline("script", {}, md.text("x")),
        lambda: md.inline("span", {"onclick": "x"}, md.text("x")),
        lambda: md.container("iframe", {}, md.text("x")),
        lambda: md.verbatim(md.Element("div", (), (md.Element("script"),))),
        lambda: md.verbatim(md.Element("div", (("style", "x"),))),
    ):
        with pytest.raises(ValueError, match="not an"):
            make()


def test_lists_of_blocks_stay_lists() -> None:
    item = md.blocks(md.text("Kopf"), md.quote(md.paragraph(md.text("Zitat"))))
    seen = rendered(md.bullets([item, item]))
    assert seen.tags == ["ul", *["li", "p", "blockquote", "p"] * 2]


def test_what_turns_the_direction_of_writing_never_counts_as_printable() -> None:
    """What is printable is taken over without looking for it."""
    turning = [chr(code) for code in range(0x110000) if re.match(f"[{TURNING}]", chr(code))]
    assert len(turning) == 9
    assert not any(map(str.isprintable, turning))
    assert all(character not in clean(f"a{character}b") for character in turning)


def test_a_full_stop_behind_a_name_stays_readable() -> None:
    piece = md.join(md.strong(md.text("Dempsey")), md.continued(". Die «Iskander»-Raketen"))
    assert piece.source == "**Dempsey**. Die «Iskander»-Raketen"


def test_readable_german_stays_readable() -> None:
    sentence = "Am 3. Mai (laut «Tagblatt») kosteten Fluss- und See-Minen 9'000 Franken: viel zu viel, oder? Ja!"
    assert md.text(sentence + " ").source == sentence + " "


class TestNotes:
    """What people write stays Markdown, but nothing in it runs, loads or leads astray."""

    def test_markdown_works(self) -> None:
        seen = rendered(md.note("# Titel\n\n**fett** und [Link](karl-berg.md), <https://example.org/x>"))
        assert seen.tags == ["h3", "p", "strong", "a", "a"]

    @pytest.mark.parametrize(
        "source",
        [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "[x](javascript:alert(1))",
            "[x]( JaVaScRiPt:alert(1))",
            "[x](java&#115;cript:alert(1))",
            "[x](&#106;avascript&colon;alert(1))",
            "[x](<javascript:alert(1)>)",
            "[x][y]\n\n[y]: javascript:alert(1)",
            "[y]\n\n[y]:\n    javascript:alert(1)",
            "[x](data:text/html;base64,x)",
            "[x](//evil.example)",
            "![x](https://evil.example/x.png)",
            "<javascript:alert(1)>",
            "Wort{: onclick=alert(1) }",
            "[x](a.md){ href=javascript:alert(1) }",
            "# Titel { #__search onclick=x }",
            '!!! note "<img src=x onerror=alert(1)>"',
        ],
    )
    def test_nothing_runs(self, source: str) -> None:
        seen = rendered(md.note(source))
        assert not {"script", "img", "iframe", "style"} & set(seen.tags)
        assert {key for key, _ in seen.attributes} <= _ATTRIBUTES
        targets = [value or "" for key, value in seen.attributes if key == "href"]
        assert not [target for target in targets if re.match(r"\s*(javascript|data|//)", target, re.IGNORECASE)]


def test_only_the_package_makes_markdown() -> None:
    """`Markdown("…")` anywhere else would let plain text through."""
    render = Path(generator.render.__file__).parent
    elsewhere = [file for file in render.rglob("*.py") if file.parent.name != "markdown"]
    assert [file.name for file in elsewhere if re.search(r"\bMarkdown\(", file.read_text("utf-8"))] == []
