"""What a reader of the built site sees of a piece of Markdown."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import markdown
from mkdocs.utils.yaml import yaml_load

from generator.render import markdown as md

_SITE = yaml_load((Path(__file__).parents[2] / "mkdocs.yml").read_text("utf-8"))["markdown_extensions"]
_ALSO_COMMON = ["betterem", "details", "emoji", "mark", "superfences", "tabbed", "caret", "tilde", "keys"]


def _converter() -> markdown.Markdown:
    """Markdown as the site has it, and with extensions that people often add."""
    configs = {name: config for entry in _SITE if isinstance(entry, dict) for name, config in entry.items()}
    names = [name for entry in _SITE for name in ([entry] if isinstance(entry, str) else entry)]
    also = [name for name in (f"pymdownx.{short}" for short in _ALSO_COMMON) if name not in names]
    configs.setdefault("toc", {}).pop("permalink", None)
    return markdown.Markdown(extensions=[*names, *also], extension_configs=configs)


class Seen(HTMLParser):
    """What a reader gets: the text, the tags, the titles."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment came through: {data!r}")

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(f"a declaration came through: {decl!r}")

    unknown_decl = handle_pi = handle_decl


CONVERTER = _converter()


def rendered(piece: md.Markdown) -> Seen:
    CONVERTER.reset()
    return Seen(CONVERTER.convert(md.document("", piece)))


def squeezed(value: str) -> str:
    return re.sub(r"\s+", " ", value).strip()


def words(seen: Seen) -> str:
    return squeezed("".join(seen.text).replace("\n", " "))
