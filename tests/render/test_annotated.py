"""The annotated sentence: whatever is marked, the reader sees the sentence of the source."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

import markdown
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.model.span import Span
from generator.render import markdown as md
from generator.render.annotated import anchored, marks_of_source, sentence
from generator.render.context import build_context
from generator.render.markdown.escape import clean
from generator.render.nesting import Mark
from generator.render.weave import weave
from tests.render.pages_sample import DOSSIER
from tests.render.sample import VISIT

CONTEXT = build_context(DOSSIER)
MARKS = {key: marks_of_source(CONTEXT, key) for key in CONTEXT.sources}
EXTENSIONS = ["abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc"]
CONVERTER = markdown.Markdown(extensions=EXTENSIONS)


class Text(HTMLParser):
    """The text of a piece of HTML, on one line."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.feed(source)
        self.close()

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)

    def __str__(self) -> str:
        return " ".join("".join(self.pieces).split())


def read(content: md.Markdown) -> str:
    CONVERTER.reset()
    return (
        str(Text(CONVERTER.convert(f"Vorher\n\n{content.source}\n\nNachher")))
        .removeprefix("Vorher")
        .removesuffix("Nachher")
        .strip()
    )


def wrap(value: str, _first: bool, content: md.Markdown) -> md.Markdown:  # noqa: FBT001  the signature of `weave`
    return md.link(content, "x.md") if value == "link" else md.inline("span", {"class": value}, content)


TEXTS = st.text(st.sampled_from("aB1 .,:;-_*[](){}<>&!?#|`'\"«»\n\\/~=+^$@%ä"), min_size=1, max_size=40)
SPANS = st.lists(st.tuples(st.integers(0, 39), st.integers(1, 20), st.integers(0, 3)), max_size=5)


@settings(max_examples=300, deadline=None)
@given(TEXTS, SPANS)
@example("Hallo!Kim", [(6, 3, 1)])
@example("KN-23(IISS). 1. Mai", [(0, 5, 0)])
@example("a](b)", [(1, 2, 1)])
def test_the_reader_sees_the_text(text: str, spans: list[tuple[int, int, int]]) -> None:
    whole = Span(0, len(text))
    marks = [Mark(Span(s, min(s + n, len(text))), rank, f"m{rank}") for s, n, rank in spans if s < len(text)]
    woven = weave(text, whole, marks, wrap)
    line = md.inline("span", {"id": "s-1"}, woven)
    assert read(line) == " ".join(clean(text).split())


@given(TEXTS, st.integers(0, 39), st.integers(1, 20))
@settings(max_examples=300, deadline=None)
def test_a_link_leaves_the_text_as_it_is(text: str, start: int, length: int) -> None:
    where = Span(min(start, len(text) - 1), min(min(start, len(text) - 1) + length, len(text)))
    woven = weave(text, Span(0, len(text)), [Mark(where, 0, "link")], wrap)
    assert read(md.inline("span", {"id": "s-1"}, woven)) == " ".join(clean(text).split())


@pytest.mark.parametrize("identity", CONTEXT.sources)
def test_every_sentence_of_the_sample_reads_as_it_was_written(identity: str) -> None:
    source = next(s for key, s in CONTEXT.sources.items() if key == identity)
    for number, found in enumerate(source.annotated.parse.sentences):
        shown = anchored(source, number, sentence(source, number, MARKS[source.annotated.document.id]))
        assert read(shown) == found.span.of(source.text)


def shown(words: str) -> str:
    source = CONTEXT.sources[VISIT]
    numbers = source.sentences(Span(at := source.text.index(words), at + len(words)))
    return sentence(source, numbers[0], MARKS[VISIT]).source


def test_a_name_is_a_link() -> None:
    assert "[Hafenstadt](../orte/hafenstadt.md)" in shown("traf im Mai")


def test_a_foreign_name_is_marked_within_its_link() -> None:
    port = replace(DOSSIER.entities[0], id="hafenstadt", name="Hafenstadt", language="en-GB")
    known = tuple(port if entity.id == port.id else entity for entity in DOSSIER.entities)
    context = build_context(replace(DOSSIER, entities=known))
    number = context.sources[VISIT].text.index("traf im Mai")
    marks = marks_of_source(context, VISIT)
    numbers = context.sources[VISIT].sentences(Span(number, number + 4))
    assert '[<span lang="en-GB">Hafenstadt</span>](' in sentence(context.sources[VISIT], numbers[0], marks).source


def test_a_capital_leads_to_its_government() -> None:
    assert shown("Kronberg bestreitet").startswith(
        '<span id="q-denial" class="zitat zitat-reported"><span class="status status-denied">'
        "[Kronberg](../akteure/nordland.md) "
        '<span class="ausloeser">bestreitet</span>'
    )


def test_a_document_leads_to_its_line_in_the_index() -> None:
    assert "[Geschäft](../register/index.md#lagebericht)" in shown("Südmark spricht")


def test_a_date_shows_its_reading() -> None:
    assert '<span class="datum" title="Mai 2024">im Mai</span>' in shown("traf im Mai")


def test_a_name_that_is_not_decided_names_its_candidates() -> None:
    assert 'title="Nicht entschieden: Uwe Falk, Falke-7"' in shown("so Falk")


def test_a_direct_quotation_excludes_its_quotation_marks() -> None:
    assert shown("Wir prüfen").startswith("«<span")


def test_what_the_article_itself_asserts_bears_no_status() -> None:
    assert "status" not in shown("Mehr ist nicht bekannt")
