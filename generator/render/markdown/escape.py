"""Plain text to Markdown that shows exactly that text, wherever it is put.

Every ASCII punctuation mark becomes a character reference, except where the marks around it in the same value
show that it cannot start anything. Nothing is assumed about what stands before or behind the value, so that
escaped values can be joined freely. Laws and measurements: `tests/render/test_markdown.py`.
"""

from __future__ import annotations

import html
import re
import unicodedata
from functools import lru_cache
from urllib.parse import quote

from generator.model.lookalike import JOINERS, TURNING, UNSEEN, foreign_letters

_SPACE = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029]+")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]+")  # browsers drop these before they look for a scheme
_SURROGATES = re.compile(r"[\ud800-\udfff]+")
_INVISIBLE = re.compile(f"(?![{JOINERS}])[{UNSEEN}]")
_TURNING = re.compile(f"[{TURNING}]")

_ALWAYS = r"[`*{}\[\]<>#+=|~^\\$@]"
_QUOTES = r"\"'"
_SIGNIFICANT = (
    rf"{_ALWAYS}"
    r"|(?<![^\W_])_|_(?![^\W_])"
    r"|&(?! )"
    r"|(?<![^\W\d_])!|!(?=!|\Z)"
    r"|(?<![\w„“»])\?|\?(?=\?)"
    rf"|(?<![\s\w«»„“”‚‘’{_QUOTES}])\(|\((?=\w\))"
    rf"|(?<![\w«»„“”‚‘’.…%])\)|(?<=\(\w)\)"
    rf"|(?<![\w«»“”’{_QUOTES}]):|:(?! |\Z)"
    r"|(?<![\w»”“’])-"
    r"|(?<!\w)/|/(?!\w)"
    r"|(?<=\bwww)\.|\A\."
)
_PUNCTUATION = r"[!-/:-@\[-`{-~]"
"""Every mark of ASCII: looked for first, so that letters cost nothing; whether it is significant is asked behind it."""
_IN_TEXT = re.compile(rf"{_PUNCTUATION}(?<={_SIGNIFICANT})")
_IN_ATTRIBUTE = re.compile(rf'{_PUNCTUATION}(?<={_SIGNIFICANT}|")')
_NUMBERED = re.compile(r"\s*\d+([.)])(?= |\Z)")
_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}

_REMEMBERED = 8192
"""How many values each escape keeps: the words of the interface and the sentences recur on page after page."""

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_WEB = re.compile(r"https?://[^/?#\s]", re.IGNORECASE)
_PLACE = re.compile(r"(?!//)[A-Za-z0-9/#._-]+")
_ADDRESS_CHARACTERS = "/#?=+,.-_~:@!%&"


def clean(value: str) -> str:
    """`value` on one line, as `_line` and `straight` make it."""
    return value if value.isprintable() and "  " not in value else straight(_line(value))


def straight(value: str) -> str:
    """`value` with what turns the direction of writing made visible: "⟦U+202E⟧"."""
    return _TURNING.sub(_named, value)


@lru_cache(maxsize=_REMEMBERED)
def visible(value: str) -> str:
    """`clean` without what no reader sees, and with a mark behind letters that only look Latin: "К⟦U+041A⟧im"."""
    line = _INVISIBLE.sub("", clean(value)).strip()
    for letter in foreign_letters(line):
        line = line.replace(letter, f"{letter}⟦U+{ord(letter):04X}⟧")
    return line


def _named(found: re.Match[str]) -> str:
    return f"⟦U+{ord(found[0]):04X}⟧"


def _line(value: str) -> str:
    """`value` on one line: controls and line separators are spaces, what is no character is dropped."""
    line = _SURROGATES.sub("", _SPACE.sub(" ", value))
    if line.isprintable():
        return line
    return "".join(character for character in line if unicodedata.category(character) != "Cn")


@lru_cache(maxsize=_REMEMBERED)
def escape_text(value: str) -> str:
    """`value` as Markdown: "[1] a_b" → "&#91;1&#93; a&#95;b", "9'000 Kilometer (IISS)." stays as it is."""
    escaped = _IN_TEXT.sub(_reference, clean(value))
    number = _NUMBERED.match(escaped)
    return f"{escaped[: number.start(1)]}{_reference_to(number[1])}{escaped[number.end() :]}" if number else escaped


@lru_cache(maxsize=_REMEMBERED)
def escape_attribute(value: str) -> str:
    """`value` for a title in double quotes or an attribute of an inline element."""
    return _IN_ATTRIBUTE.sub(_reference, clean(value))


@lru_cache(maxsize=_REMEMBERED)
def escape_html(value: str) -> str:
    """`value` as the text or a quoted attribute of HTML that no Markdown parser looks into."""
    return html.escape(clean(value))


@lru_cache(maxsize=_REMEMBERED)
def escape_address(target: str) -> str | None:
    """`target` for a link; None unless it is relative or an address of the web (`http`, `https`)."""
    if _PLACE.fullmatch(target):
        return target
    address = _line(_CONTROLS.sub("", target)).strip()
    foreign = _SCHEME.match(address) or address.startswith(("//", "/\\", "\\"))
    if not address or (foreign and not _WEB.match(address)):
        return None
    return quote(address, safe=_ADDRESS_CHARACTERS).replace("&", "&amp;")


def _reference(found: re.Match[str]) -> str:
    return _reference_to(found[0])


def _reference_to(character: str) -> str:
    return _NAMED.get(character) or f"&#{ord(character)};"
