"""The words of the interface: four files a language, each with the same keys (a test holds them to it).

`de.yml` has the words of the entities, `de.pages.yml` those of the other pages, `de.changes.yml` those of what changed,
`de.site.yml` those that are put into built pages.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from string import Formatter
from typing import TYPE_CHECKING

import yaml

from generator.render import markdown as md

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.model.settings import Language


@dataclass(frozen=True, slots=True)
class Labels:
    """The words of one language by dotted key: `labels("kind.person")` → „Person“."""

    language: Language
    words: Mapping[str, str]

    def __call__(self, key: str) -> str:
        """Look up the words under `key`; KeyError if the language has none."""
        return self.words[key]

    def text(self, key: str, **parts: str) -> md.Markdown:
        """Escape the words under `key`, with plain `parts` put into their `{places}`."""
        return md.text(self.words[key].format(**parts))

    def plain(self, key: str, **parts: str) -> str:
        """Put `parts` into the `{places}` of the words under `key`."""
        return self.words[key].format(**parts)

    def fill(self, key: str, **parts: md.Markdown) -> md.Markdown:
        """Escape the words under `key` and put ready Markdown into their `{places}`."""
        pieces: list[md.Markdown] = []
        for words, place, _, _ in Formatter().parse(self.words[key]):
            escaped = md.continued(words) if pieces else md.text(words)
            pieces += [escaped, parts[place] if place else md.EMPTY]
        return md.join(*pieces)

    def count(self, key: str, number: int) -> str:
        """Say how many: `count("count.mention", 3)` → „3 Erwähnungen“."""
        return self.words[numbered(key, number)].format(number=number)


def numbered(key: str, number: int) -> str:
    """Choose between the singular and the plural of the words under `key`."""
    return f"{key}.{'one' if number == 1 else 'other'}"


_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@cache
def labels(language: Language) -> Labels:
    """Read the words of `language`, once."""
    words: dict[str, str] = {}
    for name in (f"{language}.yml", f"{language}.pages.yml", f"{language}.changes.yml", f"{language}.site.yml"):
        content = files(__name__).joinpath(name).read_text("utf-8")
        tree = yaml.load(content, Loader=_LOADER)  # noqa: S506  the base loader makes nothing but strings
        words |= _flat(tree, "")
    return Labels(language, words)


def _flat(tree: Mapping[str, object], prefix: str) -> Iterator[tuple[str, str]]:
    for key, value in tree.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", str(value)
