from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.ids import Certainty, Edtf
from generator.render.drawing.timeline import Row, draw
from generator.render.markdown import Element

if TYPE_CHECKING:
    from collections.abc import Iterator


def parts(element: Element) -> Iterator[Element]:
    yield element
    for child in element.children:
        if isinstance(child, Element):
            yield from parts(child)


def bars(*rows: Row) -> list[dict[str, str]]:
    found = (dict(part.attributes) for part in parts(draw(rows, "Zeitachse")) if part.tag == "rect")
    return [bar for bar in found if bar["class"] != "flaeche"]


def row(edtf: str | None, certainty: Certainty = Certainty.ASSERTED) -> Row:
    return Row(Edtf(edtf) if edtf else None, "wann", "was", certainty, "#ziel")


def test_one_monday_of_a_month_is_a_span_with_its_mondays_in_it() -> None:
    drawn = bars(row("[2023-09-04,2023-09-11,2023-09-18,2023-09-25]"))
    assert [bar["class"] for bar in drawn] == ["spanne", "dauer", "dauer", "dauer", "dauer"]
    (whole, *mondays) = [float(bar["x"].rstrip("%")) for bar in drawn]
    assert whole == mondays[0] == 10.0, "three days of thirty have passed"
    assert mondays == sorted(mondays)


def test_what_is_vague_or_uncertain_looks_it() -> None:
    about, alleged, plain = bars(row("1948~"), row("1948", Certainty.ALLEGED), row("1948"))
    assert about["class"] == "dauer etwa"
    assert "stroke-dasharray" in alleged
    assert "stroke-dasharray" not in plain


def test_what_has_no_date_is_a_line_over_all_of_time() -> None:
    drawn = draw([row("1948"), row(None)], "Zeitachse")
    (line,) = [dict(part.attributes) for part in parts(drawn) if dict(part.attributes).get("class") == "offen"]
    assert (line["x1"], line["x2"]) == ("0", "100%")


def test_only_undated_rows_need_no_axis() -> None:
    assert not [part for part in parts(draw([row(None)], "Zeitachse")) if dict(part.attributes).get("class") == "jahr"]


def test_every_row_is_a_link_and_says_all_its_words_even_if_they_are_cut() -> None:
    long = Row(Edtf("1948"), "1948", "wort " * 40, Certainty.ASSERTED, "#ziel")
    (link,) = [part for part in parts(draw([long], "Zeitachse")) if part.tag == "a"]
    (title,) = [part.children[0] for part in parts(link) if part.tag == "title"]
    assert dict(link.attributes)["href"] == "#ziel"
    assert title == f"1948: {'wort ' * 40}"
