from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.evaluation.labels import LabelError, read_labelled

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model.span import Span
    from tests.evaluation.gold import LabelledText

ARTICLE = """\
# a comment
== probe
published: 2024-03-13
spelling: ch

Ein Titel

Eva Moser und Moser: er kam, er ging 1998.
  person: Eva Moser; Moser => Eva Moser or Moser
  skip: er
  date: 1998; Titel => none
  certainty: asserted | er kam
«Gut», sagte sie, «sehr gut.
  direct: Gut + sehr gut. … Ende | Moser => Eva Moser
Ganz am Ende», schrieb Das Blatt.
  reported: … | Das Blatt | Titel
  indirect: Ganz
"""


@pytest.fixture
def read(tmp_path: Path) -> LabelledText:
    return parse(tmp_path, ARTICLE.replace("; Titel => none", ""))


def parse(folder: Path, text: str) -> LabelledText:
    (folder / "a.txt").write_text(text, encoding="utf-8")
    (only,) = read_labelled(folder / "a.txt")
    return only


def words(read: LabelledText, spans: tuple[Span, ...]) -> list[str]:
    return [span.of(read.text) for span in spans]


def test_sentences_make_paragraphs_and_paragraphs_the_text(read: LabelledText) -> None:
    assert read.id == "a-probe"
    assert read.published == "2024-03-13"
    first, second = read.text.split("\n\n")
    assert first == "Ein Titel"
    assert second.startswith("Eva Moser und Moser: er kam, er ging 1998. «Gut», sagte sie")


def test_a_name_takes_the_first_place_that_is_free(read: LabelledText) -> None:
    assert read.names is not None
    assert [(name.span.of(read.text), set(name.names)) for name in read.names] == [
        ("Eva Moser", set()),
        ("Moser", {"Eva Moser", "Moser"}),
    ]
    assert read.names[1].span.start > read.names[0].span.end
    assert words(read, read.ignored) == ["er"]


def test_dates_stand_for_themselves_and_claims_for_their_words(read: LabelledText) -> None:
    assert read.dates is not None
    assert [set(date.readings) for date in read.dates] == [{"1998"}]
    assert read.claims is not None
    assert [claim.span.of(read.text) for claim in read.claims] == ["er kam"]


def test_a_quotation_may_be_in_pieces_and_run_into_the_next_sentence(read: LabelledText) -> None:
    direct, reported, indirect = read.quotations or ()
    assert words(read, direct.parts) == ["Gut", "sehr gut. Ganz am Ende"]
    assert words(read, direct.speaker) == ["Moser"]
    assert direct.speaker[0].start > read.text.index("und")
    assert direct.speaker_names == {"Eva Moser"}
    assert words(read, reported.parts) == ["Ganz am Ende», schrieb Das Blatt."]
    assert words(read, reported.outlet) == ["Titel"]
    assert (indirect.speaker, indirect.outlet) == ((), ())


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("  person: Nina", "a.txt:5: the sentence does not contain: Nina"),
        ("  person: er; er; er", "a.txt:5: the sentence does not contain: er"),
        ("  persons: er", "a.txt:5: no such label: persons"),
        ("  date: er => gestern", "a.txt:5: not EDTF: gestern"),
        ("  certainty: sure", "a.txt:5: no such certainty: sure"),
        ("  direct: er … nie", "a.txt:5: the sentence does not contain: er … nie"),
        ("  direct: er | Nina", "a.txt:5: the sentence does not contain: Nina"),
        ("  er", "a.txt:5: not a label below a sentence: er"),
    ],
)
def test_a_wrong_label_is_named_with_its_line(line: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(LabelError, match=message.replace(".", r"\.")):
        parse(tmp_path, f"== a\npublished: 2024\n\ner kam, er ging\n{line}\n")
