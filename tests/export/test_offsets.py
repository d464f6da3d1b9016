from __future__ import annotations

import json
import unicodedata
from typing import TYPE_CHECKING

from hypothesis import example, given
from hypothesis import strategies as st

from generator import pipeline
from generator.export.annotation import annotation_json
from generator.export.offsets import _places
from generator.starter import start

if TYPE_CHECKING:
    from pathlib import Path

ARTICLE = "Treffen in Zürich\n\n«Größe zählt», sagte Jürgen Müller am Montag in Zürich.\n"
DECOMPOSED = unicodedata.normalize("NFD", ARTICLE)


def test_annotations_of_a_decomposed_file_point_into_the_file(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(DECOMPOSED, encoding="utf-8")
    (annotated,) = pipeline.annotate_files([file], "2024-05-14", None)
    found = json.loads(annotation_json(annotated))
    quoted = [DECOMPOSED[q["start"] : q["end"]] for q in found["quotations"]]
    assert quoted == [unicodedata.normalize("NFD", "Größe zählt")]
    names = {m["name"]: DECOMPOSED[m["start"] : m["end"]] for m in found["mentions"]}
    assert names["Jürgen Müller"] == unicodedata.normalize("NFD", "Jürgen Müller")


def test_the_dossier_points_into_the_file_too(tmp_path: Path) -> None:
    start(tmp_path / "p", "x", "de")
    (tmp_path / "p/seeds/registry/beispiel.yml").unlink()
    (tmp_path / "p/seeds/articles/beispiel.txt").write_text(DECOMPOSED, encoding="utf-8")
    pipeline.generate(tmp_path / "p")
    found = json.loads((tmp_path / "p/docs/daten/dossier.json").read_text(encoding="utf-8"))
    (quotation,) = found["quotations"]
    words = DECOMPOSED[quotation["start"] : quotation["end"]]
    assert words == unicodedata.normalize("NFD", "Größe zählt")


@example("\u1100\u1161\u11a8")
@given(
    st.text(
        alphabet=st.sampled_from("aeouAOU\u0308\u0301\u0323\u1100\u1161\u11a8각ß ñn\u0303\u09c7\u09be"), max_size=40
    )
)
def test_every_place_leads_to_the_same_letters(decoded: str) -> None:
    composed = unicodedata.normalize("NFC", decoded)
    places = _places(decoded)
    assert len(places) == len(composed) + 1
    assert places[-1] == len(decoded)
    for begin in range(len(composed)):
        assert places[begin] <= places[begin + 1]
        if not unicodedata.combining(composed[begin]):
            rest = unicodedata.normalize("NFC", decoded[places[begin] :])
            assert rest == composed[begin:]
