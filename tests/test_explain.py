from __future__ import annotations

import io
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from generator.explain import explain
from generator.model.annotation import (
    AnnotatedDocument,
    Block,
    BlockKind,
    Claim,
    Mention,
    Parse,
    Party,
    Quotation,
    Sentence,
    TemporalExpression,
)
from generator.model.document import Document, Metadata
from generator.model.ids import Certainty, Edtf, EntityId, Kind, QuotationType, SourceId
from generator.model.span import Span

TEXT = "Tag der Tat\nEva Moser sagte am Montag, es könnte dauern, «Moser und Wien».\nMehr zum Thema\n"


def at(words: str, start: int = 0) -> Span:
    place = TEXT.index(words, start)
    return Span(place, place + len(words))


def sample() -> AnnotatedDocument:
    moser = at("Eva Moser")
    sentence = at("Eva Moser sagte am Montag, es könnte dauern, «Moser und Wien».")
    document = Document(SourceId("x"), "seeds/articles/x.txt", TEXT, "", Metadata(published=Edtf("2024-04-09")))
    blocks = (
        Block(BlockKind.TITLE, at("Tag der Tat"), "title"),
        Block(BlockKind.PARAGRAPH, sentence, "text"),
        Block(BlockKind.BOILERPLATE, at("Mehr zum Thema"), "teaser"),
    )
    parse = Parse(document, blocks, (Sentence(at("Tag der Tat"), 0, ()), Sentence(sentence, 1, ())))
    speaker = Party(moser, "Eva Moser")
    return AnnotatedDocument(
        parse,
        mentions=(
            Mention(moser, Kind.PERSON, "Eva Moser", "full-name", EntityId("eva-moser"), roles=("expert",)),
            Mention(
                at("Moser", 50), Kind.PERSON, "Eva Moser", "family-name", candidates=(EntityId("a"), EntityId("b"))
            ),
            Mention(at("Wien"), Kind.STATE, "Österreich", "listed-place", metonym=True),
        ),
        quotations=(
            Quotation(
                QuotationType.INDIRECT, at("es könnte dauern"), "cue-before", at("sagte"), (speaker,), running=True
            ),
            Quotation(
                QuotationType.DIRECT, at("Moser und Wien"), "quotation-marks", outlet=Party(at("Wien"), "Wiener Blatt")
            ),
        ),
        dates=(TemporalExpression(at("am Montag"), Edtf("2024-04-08"), "weekday"),),
        claims=(Claim(sentence, Certainty.POSSIBLE, "konjunktiv-2", (at("könnte"),)),),
    )


def test_every_sentence_stands_with_its_marks_above_what_was_found_and_by_which_rule() -> None:
    assert [line.plain.strip() for line in explain(sample())] == [
        "seeds/articles/x.txt  (2024-04-09)  [name] {quotation} <date>",
        "",
        "title (rule title)",
        "Tag der Tat",
        "",
        "paragraph (rule text)",
        "[Eva Moser] sagte <am Montag>, {es könnte dauern}, «{[Moser] und [Wien]}».",
        "name   person Eva Moser entity eva-moser role expert (rule full-name)",
        "name   person Moser = Eva Moser candidates a, b (rule family-name)",
        "name   state Wien = Österreich metonym (rule listed-place)",
        "quote  indirect running „es könnte dauern“ speaker Eva Moser cue sagte (rule cue-before)",
        "quote  direct „Moser und Wien“ no speaker outlet Wien = Wiener Blatt (rule quotation-marks)",
        "date   am Montag → 2024-04-08 (rule weekday)",
        "claim  possible: könnte (rule konjunktiv-2)",
        "",
        "boilerplate (rule teaser) Mehr zum Thema",
    ]


def printed(*, terminal: bool, environment: dict[str, str]) -> str:
    out = io.StringIO()
    console = Console(file=out, force_terminal=terminal, _environ=environment, width=200)
    for line in explain(sample()):
        console.print(line, soft_wrap=True, highlight=False)
    return out.getvalue()


def test_colour_is_for_terminals_that_want_it() -> None:
    terminal = {"TERM": "xterm-256color"}
    assert "\x1b[36m" in printed(terminal=True, environment=terminal)
    assert "\x1b[36m" not in printed(terminal=True, environment=terminal | {"NO_COLOR": "1"})
    assert "\x1b" not in printed(terminal=False, environment={})


def test_a_quotation_over_two_sentences_opens_in_one_and_closes_in_the_other() -> None:
    text = "A «b. C» d."
    parse = Parse(
        Document(SourceId("x"), "x.txt", text, "", Metadata()),
        (Block(BlockKind.PARAGRAPH, Span(0, 11), "text"),),
        (Sentence(Span(0, 5), 0, ()), Sentence(Span(6, 11), 0, ())),
    )
    quotation = Quotation(QuotationType.DIRECT, Span(3, 7), "quotation-marks")
    lines = [line.plain for line in explain(AnnotatedDocument(parse, quotations=(quotation,)))]
    assert "  A «{b." in lines
    assert "  C}» d." in lines


def spans(length: int) -> st.SearchStrategy[Span]:
    ends = st.integers(1, length).flatmap(lambda end: st.tuples(st.integers(0, end - 1), st.just(end)))
    return ends.map(lambda pair: Span(*pair))


@settings(max_examples=60, deadline=None)
@given(
    st.text(st.characters() | st.sampled_from("\x1b\n\r\u202e\u2066\u0085 "), min_size=12, max_size=12),
    st.lists(spans(12), max_size=6),
    st.lists(st.integers(1, 11), max_size=3),
)
def test_any_text_gives_lines_that_cannot_command_the_terminal(text: str, found: list[Span], cuts: list[int]) -> None:
    parse = Parse(
        Document(SourceId("x"), "x\x1b[2J.txt", text, "", Metadata()),
        (Block(BlockKind.PARAGRAPH, Span(0, 12), "text"),),
        tuple(Sentence(Span(one, other), 0, ()) for one, other in pairwise(sorted({0, *cuts, 12}))),
    )
    annotated = AnnotatedDocument(
        parse,
        mentions=tuple(Mention(span, Kind.OTHER, span.of(text), "test") for span in found),
        quotations=tuple(Quotation(QuotationType.DIRECT, span, "test", cue=span) for span in found),
        dates=tuple(TemporalExpression(span, Edtf("2024"), "test") for span in found),
    )
    lines = [line.plain for line in explain(annotated)]
    assert not any(character in line for line in lines for character in "\x1b\n\r\u202e\u2066\u0085")
    shown = "".join(line for line in lines if line.startswith("  ") and not line.startswith("      "))
    assert shown.count("[") - text.count("[") == len(found)
