"""YAML as a tree in which every node knows its line, and in which a scalar is text and nothing else.

`NO`, `010`, `2024-02-30` and `null` stay the text that people wrote. What makes YAML surprising or dangerous is
refused: duplicate keys, anchors and aliases, tags, directives, several documents, keys that are not text, deep
nesting. No exception of the YAML library leaves this module.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeAlias

import yaml

from generator.errors import Problem
from generator.model.position import line_of
from generator.model.registry import Place
from generator.read.findings import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.read.findings import Findings

MAX_DEPTH: Final = 20
LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_TAB_THAT_INDENTS = re.compile(r"(?:^|(?<=\r)) *\t[ \t]*(?=\S)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A piece of text."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    place: Place
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their values, in the order of the file, each key once."""

    place: Place
    entries: tuple[tuple[Scalar, Node], ...]


Node: TypeAlias = Scalar | Sequence | Mapping


class _RefusedError(Exception):
    """Carries the problem that ends the parsing of a file."""

    def __init__(self, place: Place, code: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.problem = Problem(place.path, place.line, code, message, hint)


@dataclass(slots=True)
class _Open:
    """A list or a map whose end has not been seen."""

    place: Place
    is_map: bool
    children: list[Node] = field(default_factory=list)


def parse(text: str, path: str, findings: Findings, first_line: int = 1) -> Node | None:
    """The root node of `text`; None if there is none or if something was wrong.

    `path` and `first_line` say where the text begins, for the places of the nodes.
    """
    before = len(findings.problems)
    try:
        _refuse_forbidden(text, Place(path, first_line))
        _refuse_tabs(text, Place(path, first_line))
        root = _build(_Reader(path, first_line, findings), text.replace("\t", " "))
    except _RefusedError as refused:
        findings.problems.append(refused.problem)
    except yaml.MarkedYAMLError as error:
        findings.problems.append(_syntax_problem(error, path, first_line))
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        findings.problem(Place(path, first_line), "YML001", f"not valid YAML: {shown(str(error))}")
    else:
        return root if len(findings.problems) == before else None
    return None


@dataclass(frozen=True, slots=True)
class _Reader:
    """What turning events into nodes needs to know."""

    path: str
    first_line: int
    findings: Findings

    def place(self, event: yaml.Event) -> Place:
        """Where `event` starts."""
        return Place(self.path, self.first_line + (event.start_mark.line if event.start_mark else 0))


def _build(reader: _Reader, text: str) -> Node | None:
    """The tree of the events of `text`, built with a stack of its own, so that no depth can exhaust Python's."""
    stack = [_Open(Place(reader.path, reader.first_line), is_map=False)]
    for event, place in _accepted_events(reader, text):
        if isinstance(event, yaml.ScalarEvent):
            _refuse_forbidden(event.value, place)
            stack[-1].children.append(Scalar(place, event.value))
        elif isinstance(event, yaml.CollectionStartEvent):
            if len(stack) > MAX_DEPTH:
                raise _RefusedError(place, "YML003", f"nested more than {MAX_DEPTH} levels deep")
            stack.append(_Open(place, isinstance(event, yaml.MappingStartEvent)))
        elif isinstance(event, yaml.CollectionEndEvent):
            closed = stack.pop()
            stack[-1].children.append(_close(closed, reader.findings))
    return stack[0].children[0] if stack[0].children else None


def _accepted_events(reader: _Reader, text: str) -> Iterator[tuple[yaml.Event, Place]]:
    """The events of `text` and where they start; raises at the first that is not accepted in any file."""
    documents = 0
    for event in yaml.parse(text, Loader=LOADER):
        place = reader.place(event)
        if isinstance(event, yaml.NodeEvent):
            _refuse_decoration(event, place)
        elif isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise _RefusedError(
                    place, "YML007", "a second document begins", "one document a file: remove the line ---"
                )
            if event.version or event.tags:
                raise _RefusedError(place, "YML006", "directives (%YAML, %TAG) are not used here", "remove the line")
        yield event, place


def _refuse_decoration(event: yaml.NodeEvent, place: Place) -> None:
    if isinstance(event, yaml.AliasEvent):
        hint = "write the value out; quote a text that begins with *"
        raise _RefusedError(place, "YML005", f"alias *{shown(str(event.anchor))}", hint)
    if event.anchor is not None:
        hint = "remove it; quote a text that begins with &"
        raise _RefusedError(place, "YML005", f"anchor &{shown(event.anchor)}", hint)
    tag = getattr(event, "tag", None)
    if tag is not None:
        hint = "remove it, every value is text; quote a text that begins with !"
        raise _RefusedError(place, "YML006", f"tag {shown(tag)}", hint)


def _close(opened: _Open, findings: Findings) -> Node:
    if not opened.is_map:
        return Sequence(opened.place, tuple(opened.children))
    first: dict[str, Scalar] = {}
    entries: list[tuple[Scalar, Node]] = []
    for key, value in zip(opened.children[::2], opened.children[1::2], strict=True):
        if not isinstance(key, Scalar):
            raise _RefusedError(key.place, "YML008", "a key must be text", "quote a key that begins with [ or {")
        if key.text in first:
            hint = f"the first is in line {first[key.text].place.line}: keep one of the two"
            findings.problem(key.place, "YML004", f'key "{shown(key.text)}" stands twice', hint)
            continue
        first[key.text] = key
        empty = isinstance(value, Scalar) and not value.text  # the parsers do not agree where nothing stands
        entries.append((key, Scalar(key.place, "") if empty else value))
    return Mapping(opened.place, tuple(entries))


def _refuse_forbidden(text: str, start: Place) -> None:
    found = _FORBIDDEN.search(text)
    if found:
        line = start.line + line_of(text, found.start()) - 1
        code_point = f"U+{ord(found.group()):04X}"
        raise _RefusedError(Place(start.path, line), "YML002", f"character {code_point} is not allowed", "remove it")


def _refuse_tabs(text: str, start: Place) -> None:
    """Tabs that indent; all others count as spaces, since the parsers do not agree on them."""
    found = _TAB_THAT_INDENTS.search(text)
    if found:
        line = start.line + line_of(text, found.start()) - 1
        raise _RefusedError(Place(start.path, line), "YML001", "not valid YAML: a tab indents this line", "use spaces")


def _syntax_problem(error: yaml.MarkedYAMLError, path: str, first_line: int) -> Problem:
    mark = error.problem_mark or error.context_mark
    line = first_line + (mark.line if mark else 0)
    reason = str(error.problem or error.context)
    return Problem(path, line, "YML001", f"not valid YAML: {shown(reason)}", _syntax_hint(reason))


def _syntax_hint(reason: str) -> str:
    if "mapping values are not allowed" in reason:
        return 'put a text that holds a colon into quotes: title: "Gipfel: Kim trifft Putin"'
    if "cannot start any token" in reason:
        return "quote a text that begins with @, % or `"
    return "check the indentation and the quotes of this line and of the one before"
