"""What a reader sees of a page of docs/, by the Markdown of the site."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.render.seen import CONVERTER, Seen, words

if TYPE_CHECKING:
    from pathlib import Path

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


def seen(page: str) -> Seen:
    """Text, tags and attributes of a page's content as it is built."""
    CONVERTER.reset()
    return Seen(CONVERTER.convert(_FRONT_MATTER.sub("", page, count=1)))


def text_of_page(page: Path) -> str:
    """The text of the page, its white space made even."""
    return words(seen(page.read_text(encoding="utf-8")))
