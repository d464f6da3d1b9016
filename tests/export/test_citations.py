"""Citation files, read back by programs of others."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import bibtexparser
import jsonschema
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware, RemoveEnclosingMiddleware
from hypothesis import given
from hypothesis import strategies as st
from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db

from generator.export.citations.bibtex import bibtex, escaped
from generator.export.citations.csl import csl_date, csl_json
from generator.export.citations.ris import ris, ris_date
from generator.export.text import plain
from generator.model.ids import Edtf
from tests.export.hostile import HOSTILE, spoiled
from tests.render.pages_sample import DOSSIER, EMPTY

if TYPE_CHECKING:
    from generator.model.dossier import Dossier

NUMBERS = {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "integer"}}
DATE = {
    "type": "object",
    "properties": {
        "date-parts": {"type": "array", "minItems": 1, "maxItems": 2, "items": NUMBERS},
        "season": {"enum": [1, 2, 3, 4]},
        "circa": {"type": "boolean"},
    },
    "additionalProperties": False,
}
TEXT = {"type": "string", "minLength": 1}
NAME = {"type": "object", "properties": {"literal": TEXT}, "required": ["literal"], "additionalProperties": False}
CSL = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            "type": {"enum": ["article", "article-newspaper"]},
            "author": {"type": "array", "items": NAME},
            "issued": DATE,
            "accessed": DATE,
        }
        | dict.fromkeys(("id", "title", "container-title", "source", "URL", "language", "note"), TEXT),
        "required": ["id", "type", "title"],
        "additionalProperties": False,
    },
}
"""The fields of CSL-JSON 1.0 that a source may have: an own schema after the specification."""
SAMPLES = [DOSSIER, EMPTY, *map(spoiled, HOSTILE)]
LATEX = get_default_latex_context_db()
LATEX.add_context_category(
    "characters",
    prepend=True,
    macros=[
        MacroTextSpec("textbraceleft", "{"),
        MacroTextSpec("textbraceright", "}"),
        MacroTextSpec("textasciicircum", "^"),
    ],
)
DECODER = LatexNodes2Text(latex_context=LATEX, keep_comments=True, strict_latex_spaces=True)


def titles(dossier: Dossier) -> list[str]:
    return [plain(source.title) for source in dossier.sources]


def dated(edtf: str) -> Dossier:
    """The first source of the sample, published on `edtf`."""
    source = DOSSIER.sources[0]
    document = replace(source.document, meta=replace(source.document.meta, published=Edtf(edtf), accessed=Edtf(edtf)))
    return replace(DOSSIER, sources=(replace(source, parse=replace(source.parse, document=document)),))


@pytest.mark.parametrize("dossier", SAMPLES)
def test_csl_is_what_reference_managers_expect(dossier: Dossier) -> None:
    items = json.loads(csl_json(dossier))
    jsonschema.validate(items, CSL)
    assert [item["title"] for item in items] == titles(dossier)


@pytest.mark.parametrize(
    ("edtf", "parts", "more"),
    [
        ("2023", [[2023]], {}),
        ("2023-09", [[2023, 9]], {}),
        ("2023-09-04", [[2023, 9, 4]], {}),
        ("1948~", [[1948]], {"circa": True}),
        ("1948-05?", [[1948, 5]], {"circa": True}),
        ("198X", [[1980], [1989]], {"circa": True}),
        ("2023-24", [[2023]], {"season": 4}),
        ("2023-34", [[2023, 4], [2023, 6]], {}),
        ("2023-41", [[2023, 7], [2023, 12]], {}),
        ("2019/2021-03", [[2019], [2021, 3]], {}),
        ("2020/..", [[2020]], {"circa": True}),
        ("[2023-09-04,2023-09-11]", [[2023, 9, 4], [2023, 9, 11]], {"circa": True}),
        ("{1914,1918}", [[1914, 1, 1], [1918, 12, 31]], {}),
    ],
)
def test_dates_of_any_precision_in_csl(edtf: str, parts: list[list[int]], more: dict[str, Any]) -> None:
    assert csl_date(Edtf(edtf)) == {"date-parts": parts} | more
    jsonschema.validate(json.loads(csl_json(dated(edtf))), CSL)


def bibtex_entries(dossier: Dossier) -> list[dict[str, str]]:
    layers = [RemoveEnclosingMiddleware(), LatexDecodingMiddleware(decoder=DECODER)]
    library = bibtexparser.parse_string(bibtex(dossier), parse_stack=layers)
    assert library.failed_blocks == []
    assert [entry.key for entry in library.entries] == [source.document.id for source in dossier.sources]
    return [{field.key: field.value for field in entry.fields} for entry in library.entries]


@pytest.mark.parametrize("dossier", SAMPLES)
def test_bibtex_is_read_back(dossier: Dossier) -> None:
    read = [entry["title"] for entry in bibtex_entries(dossier)]
    assert read == [title.replace("--", "–") for title in titles(dossier)]  # as LaTeX prints it


@given(st.text(st.characters(exclude_categories=("Cc", "Cs"))).map(plain))
def test_escaped_text_balances_and_is_read_back(text: str) -> None:
    latex = escaped(text)
    assert latex.count("{") == latex.count("}") == latex.count("{}")
    if text.isascii() and not set("`'\"-?!<>,$") & set(text):  # these LaTeX draws together
        assert DECODER.latex_to_text(latex) == text


@pytest.mark.parametrize(
    ("edtf", "fields"),
    [
        ("2023", {"date": "2023", "year": "2023"}),
        ("2023-09-04", {"date": "2023-09-04", "year": "2023", "month": "sep"}),
        ("198X", {"date": "198X"}),
        ("2019/2021", {"date": "2019/2021"}),
        ("1948~", {"date": "1948~", "year": "1948"}),
        ("[2023-09-04,2023-09-11]", {"year": "[2023-09-04,2023-09-11]"}),
    ],
)
def test_dates_of_any_precision_in_bibtex(edtf: str, fields: dict[str, str]) -> None:
    library = bibtexparser.parse_string(bibtex(dated(edtf)), parse_stack=[RemoveEnclosingMiddleware()])
    read = {field.key: field.value for field in library.entries[0].fields}
    assert {key: read[key] for key in ("date", "year", "month") if key in read} == fields


def test_a_source_without_a_date_has_none_in_any_format() -> None:
    source = DOSSIER.sources[0]
    document = replace(source.document, meta=replace(source.document.meta, published=None, outlet=None))
    undated = replace(DOSSIER, sources=(replace(source, parse=replace(source.parse, document=document)),))
    assert "issued" not in json.loads(csl_json(undated))[0]
    assert bibtex(undated).startswith("@misc{")
    assert "year" not in bibtex(undated)
    assert "date" not in rispy.loads(ris(undated))[0]


def test_an_author_that_reads_like_two_is_one() -> None:
    assert "author = {{Berg, Anna and others} and Max Muster}" in bibtex(spoiled("Berg, Anna and others"))


@pytest.mark.parametrize("dossier", SAMPLES)
def test_ris_is_read_back(dossier: Dossier) -> None:
    records = rispy.loads(ris(dossier))
    assert [record["title"] for record in records] == titles(dossier)
    assert [record["id"] for record in records] == [source.document.id for source in dossier.sources]


@pytest.mark.parametrize(
    ("edtf", "date"),
    [
        ("2023", "2023///"),
        ("2023-09", "2023/09//"),
        ("2023-09-04", "2023/09/04/"),
        ("1948~", "1948///1948~"),
        ("2023-22", "2023///2023-22"),
        ("198X", None),
        ("2019/2021", None),
    ],
)
def test_dates_of_any_precision_in_ris(edtf: str, date: str | None) -> None:
    assert ris_date(Edtf(edtf)) == date
    assert rispy.loads(ris(dated(edtf)))[0]["date"] == (date or f"///{edtf}")
