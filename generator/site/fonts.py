"""The two typefaces of the site, cut down to what German and its neighbours need.

They come whole from locked packages (OFL), of which only the files are read, and are never committed. Cutting takes
about three seconds, so the result is kept in a cache under a key of everything it is made from. The cut fonts carry
no name of their own, as the licence asks of changed versions; `docs/assets/dossier.css` gives them one.
"""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass
from importlib.metadata import distribution, version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_SANS, _SERIF = "fontpkg-source-sans-3", "fontpkg-source-serif-4"
_LATIN = (*range(0x20, 0x7F), *range(0xA0, 0x180), 0x1E9E)
_SIGNS = (*range(0x2010, 0x2028), *range(0x202F, 0x2060), 0x20AC, 0x2116, *range(0x2190, 0x2194), 0x2212)
_FEATURES = ("ccmp", "kern", "liga", "locl", "mark", "mkmk", "lnum", "pnum", "tnum")


@dataclass(frozen=True, slots=True)
class Font:
    """`name` is the file of the site, `file` the one of `package`; an axis is fixed or keeps a range."""

    name: str
    package: str
    file: str
    axes: tuple[tuple[str, float | tuple[float, float]], ...]


SANS = Font("sans.woff2", _SANS, "SourceSans3[wght].ttf", (("wght", (400, 700)),))
SERIF = Font("serif.woff2", _SERIF, "SourceSerif4[opsz,wght].ttf", (("opsz", 18), ("wght", (400, 700))))
FONTS = (SANS, Font("sans-italic.woff2", _SANS, "SourceSans3-Italic[wght].ttf", (("wght", 400),)), SERIF)


def copy_fonts(cache: Path, target: Path) -> None:
    """Put the fonts and their licences into the folder `target`; `cache` keeps them for the next time."""
    kept = cache / _key()
    if not kept.is_dir():
        shutil.rmtree(cache, ignore_errors=True)
        unfinished = cache / "unfinished"
        unfinished.mkdir(parents=True)
        for font in FONTS:
            cut(font, unfinished / font.name)
        for package in (_SANS, _SERIF):
            shutil.copyfile(_file(package, "LICENSE"), unfinished / f"{package.removeprefix('fontpkg-')}.txt")
        unfinished.rename(kept)
    shutil.copytree(kept, target)


def cut(font: Font, target: Path) -> None:
    """Write `font` to `target` with the characters and weights that the site uses, compressed for the web."""
    from fontTools import subset  # noqa: PLC0415  only a cold cache has to pay for it
    from fontTools.varLib import instancer  # noqa: PLC0415

    options = subset.Options(flavor="woff2", layout_features=list(_FEATURES), name_IDs=[], hinting=False)
    with subset.load_font(str(font_file(font)), options) as whole:
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=(*_LATIN, *_SIGNS))
        subsetter.subset(whole)
        instancer.instantiateVariableFont(whole, dict(font.axes), inplace=True)
        subset.save_font(whole, str(target), options)


def font_file(font: Font) -> Path:
    """The whole typeface, as its package has it."""
    return _file(font.package, font.file)


def _file(package: str, name: str) -> Path:
    files = distribution(package).files or []
    return next(path.locate() for path in files if path.name == name)  # type: ignore[return-value]


def _key() -> str:
    parts = [f"{package} {version(package)}" for package in (_SANS, _SERIF, "fonttools", "brotli")]
    return hashlib.sha256(repr((parts, FONTS, _LATIN, _SIGNS, _FEATURES)).encode()).hexdigest()[:16]
