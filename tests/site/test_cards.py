from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from generator.site.cards import SIZE, Cards, draw, drawable

if TYPE_CHECKING:
    from pathlib import Path

    from PIL import Image

LONG = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle "


def ink(picture: Image.Image, box: tuple[int, int, int, int]) -> int:
    """How many points of a part are dark."""
    return sum(picture.convert("L").crop(box).histogram()[:128])


@pytest.mark.parametrize(
    "name", ["KN-23", "Ein Titel, der so lang ist, dass er in mehrere Zeilen muss", LONG * 4, "", "김정은"]
)
def test_whatever_the_name_it_stays_within_its_margins(name: str) -> None:
    picture = draw(name, "Waffensysteme", "Die Fähre", "waffensysteme")
    assert picture.size == SIZE
    assert ink(picture, (84, 165, 1116, 510)) > 500
    assert ink(picture, (1118, 0, *SIZE)) == 0
    assert ink(picture, (84, 0, 1200, 85)) == 0


def test_letters_without_a_shape_are_left_out() -> None:
    assert drawable("Kim Jong Un (김정은)") == "Kim Jong Un ( )"
    assert drawable("Hwasŏng\n-11") == "Hwasŏng -11"


def test_the_same_card_has_the_same_bytes_and_is_drawn_once(tmp_path: Path) -> None:
    for site in ("one", "two"):
        cards = Cards(tmp_path / "kept", tmp_path / site, "Die Fähre")
        assert cards.card("akteure/a.html", "A", "Akteure") == "assets/cards/akteure/a.png"
        cards.card("akteure/b.html", "A", "Akteure")
    assert len(list((tmp_path / "kept").iterdir())) == 1
    shown = {file.read_bytes() for file in tmp_path.glob("*/assets/cards/akteure/*.png")}
    assert len(shown) == 1
    (tmp_path / "kept").rename(tmp_path / "before")
    Cards(tmp_path / "kept", tmp_path / "three", "Die Fähre").card("akteure/a.html", "A", "Akteure")
    assert (tmp_path / "three/assets/cards/akteure/a.png").read_bytes() in shown


def test_what_no_page_wants_any_more_is_forgotten(tmp_path: Path) -> None:
    first = Cards(tmp_path / "kept", tmp_path / "one", "Die Fähre")
    first.card("akteure/a.html", "A", "Akteure")
    second = Cards(tmp_path / "kept", tmp_path / "two", "Die Fähre")
    second.card("akteure/b.html", "B", "Akteure")
    second.forget()
    assert len(list((tmp_path / "kept").iterdir())) == 1


def test_a_card_is_small_and_quickly_drawn(tmp_path: Path) -> None:
    cards = Cards(tmp_path / "kept", tmp_path / "site", "Die Fähre")
    cards.card("akteure/0.html", "Die Schriften sind geladen", "Akteure")
    start = time.perf_counter()
    for number in range(20):
        cards.card(f"akteure/{number}.html", f"Nordkoreanisches Staatsfernsehen {number}", "Akteure")
    assert (time.perf_counter() - start) / 20 < 0.1
    assert all(file.stat().st_size < 40_000 for file in (tmp_path / "kept").iterdir())
