from __future__ import annotations

from dataclasses import replace

from generator.model.ids import Certainty, Kind
from generator.render.context import build_context
from generator.render.drawing.header import MOST_STROKES, Arc, Name, draw
from generator.render.markdown import Element, verbatim
from generator.render.pages.header import header
from tests.render.sample import DOSSIER


def test_every_relation_is_an_arc_every_name_a_dot_and_every_statement_a_stroke() -> None:
    names = [Name(Kind.STATE, 2), Name(Kind.WEAPON, 1), Name(Kind.PERSON, 1)]
    arcs = [Arc(0, 1, Certainty.ASSERTED), Arc(2, 0, Certainty.ALLEGED)]
    source = verbatim(draw(names, arcs, [Certainty.DENIED, Certainty.ASSERTED, Certainty.DENIED])).source
    assert source.count("<circle") == 3
    assert source.count('class="edge') == 2
    assert source.count("v36") == 2
    assert source.count("v18") == 1


def test_it_is_decoration() -> None:
    (svg,) = draw([], [], [Certainty.ASSERTED]).children
    assert isinstance(svg, Element)
    assert dict(svg.attributes)["aria-hidden"] == "true"


def test_a_large_dossier_makes_no_large_picture() -> None:
    many = [replace(DOSSIER.statements[0], id=f"a-{number}") for number in range(10_000)]
    source = header(build_context(replace(DOSSIER, statements=many))).source
    assert MOST_STROKES / 2 < source.count("v1") + source.count("v2") + source.count("v3") <= MOST_STROKES
    assert len(source) < 8_000


def test_a_name_that_is_tied_to_itself_alone_has_no_arc() -> None:
    assert 'class="edge' not in verbatim(draw([Name(Kind.STATE, 1)], [Arc(0, 0, Certainty.DENIED)], [])).source
