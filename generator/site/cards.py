"""The picture that is shown where somebody shares a page: its name, its section, the dossier. Drawn here, 1200 × 630.

Two ramps of colour (paper to ink, paper to the tone of the section) are the whole palette: a card has about 10 KB and
takes a few milliseconds. It is kept under a key of everything it is made from.
"""

from __future__ import annotations

import hashlib
import shutil
from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageFont

from generator.site.fonts import SANS, SERIF, font_file

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

SIZE = (1200, 630)
FOLDER = "assets/cards"
_DESIGN = 1  # counted up when the drawing changes
_LEFT, _RIGHT, _BAR = 84, 1116, 22
_NAME_TOP, _NAME_BOTTOM = 165, 500
_NAME_SIZES = (92, 78, 66, 56)
_SMALL = 34
_WEIGHT, _OPTICAL_SIZE = 600, 36
_PAPER, _INK = (253, 252, 249), (31, 37, 41)
_TONES = {
    "akteure": (11, 87, 121),
    "experten": (92, 74, 128),
    "waffensysteme": (140, 67, 16),
    "medien": (61, 79, 99),
    "orte": (47, 93, 58),
    "streitpunkte": (150, 44, 50),
    "quellen": (117, 82, 11),
}
_TONE = (61, 79, 99)
_STEPS = 128


class Cards:
    """Draws cards into a site, or takes them from the cache; what no page wants any more is dropped at the end."""

    def __init__(self, kept: Path, site: Path, dossier: str) -> None:
        self._kept = kept
        self._target = site / FOLDER
        self._dossier = dossier
        self._wanted: set[str] = set()
        kept.mkdir(parents=True, exist_ok=True)

    def card(self, path: str, name: str, section: str) -> str:
        """The picture of the page `path`, which is called `name`; its address relative to the site."""
        tone = path.partition("/")[0] if "/" in path else ""
        key = _key(name, section, self._dossier, tone)
        file = self._kept / f"{key}.png"
        if key not in self._wanted and not file.is_file():
            unfinished = file.with_suffix(".new")
            draw(name, section, self._dossier, tone).save(unfinished, "PNG", compress_level=6)
            unfinished.rename(file)
        self._wanted.add(key)
        address = path.removesuffix(".html") + ".png"
        target = self._target / address
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)
        return f"{FOLDER}/{address}"

    def forget(self) -> None:
        """Drop from the cache what this site did not need."""
        for file in self._kept.iterdir():
            if file.stem not in self._wanted:
                file.unlink()


def draw(name: str, section: str, dossier: str, tone: str) -> Image.Image:
    """Draw a card. Letters that the typefaces lack are left out; without any the dossier stands for the page."""
    name = drawable(name) or drawable(dossier)
    above = drawable(section) if name != drawable(section) else ""
    picture = Image.new("L", SIZE, 0)
    pen = ImageDraw.Draw(picture)
    toned = Image.new("L", SIZE, 0)
    toned_pen = ImageDraw.Draw(toned)
    toned_pen.rectangle((0, 0, _BAR, SIZE[1]), fill=255)
    if above:
        toned_pen.text((_LEFT, 92), _cut(above, _sans(_SMALL)), font=_sans(_SMALL), fill=255)
    lines, font = _fitted(name)
    height = sum(font.getmetrics()) * 0.96
    top = _NAME_TOP + (_NAME_BOTTOM - _NAME_TOP - height * len(lines)) / 2
    for number, line in enumerate(lines):
        pen.text((_LEFT, round(top + number * height)), line, font=font, fill=255)
    if drawable(dossier) != name:
        pen.line((_LEFT, 540, _RIGHT, 540), fill=60, width=2)
        pen.text((_LEFT, 556), _cut(drawable(dossier), _sans(_SMALL)), font=_sans(_SMALL), fill=200)
    return _coloured(picture, toned, _TONES.get(tone, _TONE))


def drawable(text: str) -> str:
    """What the typefaces can show of `text`."""
    known = _letters()
    return " ".join("".join(sign if ord(sign) in known else " " for sign in text).split())


def _coloured(ink: Image.Image, tone: Image.Image, colour: tuple[int, int, int]) -> Image.Image:
    """One picture with a palette of two ramps; the two drawings never touch."""
    picture = ink.point(lambda value: value // 2)
    upper = tone.point(lambda value: value // 2 + _STEPS)
    picture.paste(upper, mask=tone.point(lambda value: 255 if value else 0))
    shown = picture.copy()
    shown.putpalette([part for end in (_INK, colour) for step in range(_STEPS) for part in _mixed(end, step)])
    return shown


def _mixed(end: Iterable[int], step: int) -> list[int]:
    return [round(a + (b - a) * step / (_STEPS - 1)) for a, b in zip(_PAPER, end, strict=True)]


def _fitted(name: str) -> tuple[list[str], ImageFont.FreeTypeFont]:
    """`name` in lines, as large as it may be; what does not fit even small ends in „…“."""
    for size in _NAME_SIZES:
        font = _serif(size)
        lines = _wrapped(name, font)
        most = int((_NAME_BOTTOM - _NAME_TOP) / (sum(font.getmetrics()) * 0.96))
        if len(lines) <= most and all(font.getlength(line) <= _RIGHT - _LEFT for line in lines):
            return lines, font
    kept = lines[:most]
    if len(lines) > most:
        kept[-1] += " …"
    return [_cut(line, font) for line in kept], font


def _wrapped(name: str, font: ImageFont.FreeTypeFont) -> list[str]:
    lines = [""]
    for word in name.split():
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= _RIGHT - _LEFT or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _cut(text: str, font: ImageFont.FreeTypeFont) -> str:
    if font.getlength(text) <= _RIGHT - _LEFT:
        return text
    while text and font.getlength(text + " …") > _RIGHT - _LEFT:
        text = text[:-1]
    return text.rstrip(" …") + " …"


def _key(*parts: str) -> str:
    return hashlib.sha256(repr((parts, _made_with())).encode()).hexdigest()[:24]


@cache
def _made_with() -> tuple[object, ...]:
    return (_DESIGN, *(version(package) for package in (SANS.package, SERIF.package, "pillow")))


@cache
def _serif(size: int) -> ImageFont.FreeTypeFont:
    return _font(font_file(SERIF), size)


@cache
def _sans(size: int) -> ImageFont.FreeTypeFont:
    return _font(font_file(SANS), size)


def _font(file: Path, size: int) -> ImageFont.FreeTypeFont:
    """A variable typeface at the weight of headings."""
    font = ImageFont.truetype(str(file), size, layout_engine=ImageFont.Layout.BASIC)
    wished = {b"Weight": _WEIGHT, b"Optical Size": _OPTICAL_SIZE}
    font.set_variation_by_axes([wished.get(axis["name"] or b"", 0) for axis in font.get_variation_axes()])
    return font


@cache
def _letters() -> frozenset[int]:
    """What both typefaces can show."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415  only a page whose card is not in the cache has to pay for it

    shown = []
    for font in (SERIF, SANS):
        with TTFont(font_file(font), lazy=True) as opened:
            shown.append(frozenset(opened.getBestCmap()))
    return shown[0] & shown[1]
