"""What people put into seeds/: it is understood, or refused with a problem that says where; nothing else happens."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from generator.errors import InputError
from generator.model.registry import Place
from generator.read.decode import decode
from generator.read.findings import Findings
from generator.read.html import extract
from generator.read.metadata import decode_metadata
from generator.read.registry import SHAPE as REGISTRY
from generator.read.settings import SHAPE as SETTINGS
from generator.read.source import read_source
from generator.read.tree import MAX_DEPTH, Mapping, Scalar, parse
from tests.fuzz.material import folder, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.errors import Problem
    from generator.read.tree import Node

_CODE = re.compile(r"[A-Z]{3}\d{3}")
_CONTROL = re.compile("[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b\u2060\ufeff\ud800-\udfff]")


def source(data: bytes) -> None:
    """A file is a document whose article holds something, or an InputError."""
    file = folder() / "artikel.md"
    file.write_bytes(data)
    try:
        document = read_source(file)
    except InputError as error:
        _sound(error.problems)
    else:
        assert 0 <= document.body < len(document.text)
        assert document.text[document.body :].strip()
        assert document == read_source(file)


def page(data: bytes) -> None:
    """Of a web page remains text in which nothing is hidden, or nothing."""
    found = extract(text_of(data))
    if found is not None:
        assert found.text.strip()
        for words in (found.text, found.meta.title or "", *found.meta.authors):
            assert not _CONTROL.search(words)


def yaml(data: bytes) -> None:
    """YAML is a tree of bounded depth, or a problem; each shape then understands it or says why not."""
    text = text_of(data)
    findings = Findings()
    node = parse(text, "seeds/x.yml", findings)
    _sound(findings.problems)
    if node is not None:
        assert not findings.problems
        assert _depth(node) <= MAX_DEPTH
        for shape in (SETTINGS, REGISTRY):
            found = Findings()
            value = decode(shape, node, found)
            _sound(found.problems)
            assert value is not None or found.problems
    decode_metadata(text, "seeds/x.yml", 1, Findings())


def value(data: bytes) -> None:
    """A value that was written in quotes is read as it was, or refused."""
    written = text_of(data)
    findings = Findings()
    node = parse(f"k: {json.dumps(written, ensure_ascii=False)}\n", "seeds/x.yml", findings)
    if node is None:
        assert findings.problems
        return
    assert isinstance(node, Mapping)
    (key, found) = node.entries[0]
    assert key == Scalar(Place("seeds/x.yml", 1), "k")
    assert isinstance(found, Scalar)
    assert found.text == written


def _depth(node: Node) -> int:
    depth, layer = 0, [node]
    while layer:
        depth += 1
        layer = [child for each in layer for child in _children(each)]
    return depth - 1


def _children(node: Node) -> Iterable[Node]:
    if isinstance(node, Scalar):
        return ()
    return [value for _, value in node.entries] if isinstance(node, Mapping) else node.items


def _sound(problems: Iterable[Problem]) -> None:
    for problem in problems:
        assert _CODE.fullmatch(problem.code)
        assert problem.line >= 0
        assert str(problem).isprintable() or str(problem).replace("\n    hint: ", " ").isprintable()
