"""HTML where Markdown has no means: names from closed lists, every value escaped."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.render.markdown.escape import escape_address, escape_attribute, escape_html
from generator.render.markdown.fragment import Markdown

if TYPE_CHECKING:
    from collections.abc import Mapping

INLINE = frozenset({"abbr", "del", "ins", "mark", "q", "small", "span", "sub", "sup", "time"})
CONTAINERS = frozenset({"article", "aside", "details", "div", "figcaption", "figure", "section"})
_FORMS = frozenset({"button", "fieldset", "form", "input", "label", "legend", "option", "select"})
_FLOW = frozenset({"a", "dd", "dl", "dt", "h2", "h3", "li", "ol", "p", "summary", "ul"})
_DRAWING = frozenset(
    {
        "circle",
        "defs",
        "desc",
        "g",
        "line",
        "marker",
        "path",
        "polygon",
        "rect",
        "svg",
        "text",
        "title",
        "tspan",
    }
)
VERBATIM = CONTAINERS | INLINE | _FORMS | _FLOW | _DRAWING
_LINE_BY_LINE = CONTAINERS | {"dl", "fieldset", "form", "ol", "svg", "ul"}
_VOID = frozenset({"input"})

_DATA = re.compile(r"(data|aria)(-[a-z]+)+")
_ATTRIBUTES = frozenset(
    {
        "checked",
        "class",
        "datetime",
        "dir",
        "for",
        "hidden",
        "id",
        "lang",
        "name",
        "open",
        "role",
        "tabindex",
        "title",
    }
    | {"type", "value"}
)
_GEOMETRY = frozenset(
    {
        "cx",
        "cy",
        "d",
        "height",
        "marker-end",
        "markerHeight",
        "markerWidth",
        "orient",
        "points",
        "r",
        "refX",
        "refY",
    }
    | {"fill", "font-size", "font-weight", "rx", "ry", "stroke", "stroke-dasharray", "text-anchor", "transform"}
    | {"viewBox", "width", "x", "x1", "x2", "y", "y1", "y2"}
)
_KNOWN = _ATTRIBUTES | _GEOMETRY


@dataclass(frozen=True, slots=True)
class Element:
    """A piece of HTML that no Markdown parser looks into; strings among the children are plain text."""

    tag: str
    attributes: tuple[tuple[str, str], ...] = ()
    children: tuple[Element | str, ...] = ()


def inline(tag: str, attributes: Mapping[str, str], content: Markdown) -> Markdown:
    """Put `content` into an element of a line: `<span class="badge">…</span>`."""
    _allow(tag, INLINE)
    opening = "".join(f' {_known(key)}="{escape_attribute(value)}"' for key, value in attributes.items())
    return Markdown(f"<{tag}{opening}>{content.source}</{tag}>", content.references)


def container(tag: str, attributes: Mapping[str, str], content: Markdown) -> Markdown:
    """Put blocks of Markdown into an element.

    Python-Markdown reads the attributes of such an element and writes them again without escaping what looks
    like a character reference, hence the second escaping of `&`.
    """
    _allow(tag, CONTAINERS)
    written = ((_known(key), escape_html(value.replace("&", "&amp;"))) for key, value in attributes.items())
    opening = "".join(f' {key}="{value}"' for key, value in written)
    return Markdown(f'<{tag}{opening} markdown="1">\n\n{content.source}\n\n</{tag}>', content.references)


def details(summary: Markdown, content: Markdown, *, css: str = "", searchable: bool = True) -> Markdown:
    """Fold `content` away; it opens when the reader asks for it. `css` is a class of ours."""
    attributes = (f' class="{css}"' if css else "") + ("" if searchable else ' data-search-exclude=""')
    source = (
        f'<details markdown="1"{attributes}>\n<summary>{summary.source}</summary>\n\n{content.source}\n\n</details>'
    )
    return Markdown(source, summary.references + content.references)


def verbatim(element: Element) -> Markdown:
    """Write an element of HTML as a block of its own (the outermost must be a container)."""
    _allow(element.tag, CONTAINERS)
    return Markdown(_html(element))


def _html(element: Element | str) -> str:
    if isinstance(element, str):
        return escape_html(element)
    _allow(element.tag, VERBATIM)
    opening = "".join(f" {_attribute(key, value)}" for key, value in element.attributes)
    if element.tag in _VOID:
        return f"<{element.tag}{opening}>"
    separator = "\n" if element.tag in _LINE_BY_LINE and all(isinstance(c, Element) for c in element.children) else ""
    content = separator.join(map(_html, element.children))
    return f"<{element.tag}{opening}>{separator}{content}{separator}</{element.tag}>"


def _attribute(key: str, value: str) -> str:
    if key == "href":
        return f'href="{escape_address(value) or "#"}"'
    return f'{_known(key)}="{escape_html(value)}"'


def _allow(tag: str, allowed: frozenset[str]) -> None:
    if tag not in allowed:
        raise ValueError(f"<{tag}> is not an element this program writes here")


def _known(attribute: str) -> str:
    if attribute not in _KNOWN and not _DATA.fullmatch(attribute):
        raise ValueError(f"{attribute!r} is not an attribute this program writes")
    return attribute
