"""From a node of the tree to values, by a shape; everything that does not fit becomes a problem.

What is broken has no value (None): a broken item leaves its list, a broken value breaks its record. Each is reported
where it stands, and what is sound inside of it is still noted, so that it is checked in the same run.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from generator.model.edtf import is_edtf
from generator.model.lookalike import JOINERS, unseen
from generator.read.findings import Name, nearest, shown
from generator.read.shape import MAX_ID, Case, Fields, ListOf, Record, Shape, Text, a, is_reserved
from generator.read.tree import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.read.findings import Findings

_BREAK = re.compile("[\r\n\u2028\u2029]")
_JOINING = re.compile(f"[{JOINERS}\U000e0000-\U000e007f]")  # flags are spelt with the latter
_URL = re.compile(r"https?://[^\s<>\"\\^`{|}]+", re.IGNORECASE)


def decode(shape: Shape, node: Node, findings: Findings) -> object | None:
    """The value of `node`: text for `Text`, a tuple for `ListOf`, what `build` makes for `Record`; None if broken."""
    if isinstance(shape, Text):
        return _text(shape, node, findings)
    if isinstance(shape, ListOf):
        return _list(shape, node, findings)
    return _record(shape, node, findings)


def _text(shape: Text, node: Node, findings: Findings) -> str | None:
    if not isinstance(node, Scalar):
        findings.problem(node.place, "YML012", f"{shape.what} is expected here, not {_kind(node)}")
        return None
    text = node.text.strip()
    if shape.format in {"line", "text"}:
        text = unicodedata.normalize("NFC", text)
    if not text:
        hint = "write a value or remove the key"
        findings.problem(node.place, "YML013", f"nothing stands here, but {shape.what} is expected", hint)
        return None
    wrong = _wrong(shape, text) or _wrong_format(shape, text)
    if wrong:
        code, message, hint = wrong
        findings.problem(node.place, code, f'"{shown(text)}" {message}', hint)
        return None
    if shape.declares:
        findings.declared.append(Name(shape.declares, text, node.place))
    if shape.refers:
        findings.used.append(Name(shape.refers, text, node.place))
    return next((value for value in shape.choices if value == text), text)


def _wrong(shape: Text, text: str) -> tuple[str, str, str] | None:
    """Code, rest of the message (behind the text) and hint of what is wrong with `text`; None if nothing is."""
    if shape.choices and text not in shape.choices:
        hint = f"{nearest(text, shape.choices)} allowed: {', '.join(shape.choices)}".strip()
        return "YML014", f"is not {shape.what}", hint
    if shape.pattern and not re.fullmatch(shape.pattern, text):
        if shape.declares or shape.refers:
            hint = "a–z and 0–9 in groups joined by hyphens: kim-jong-un"
            return "YML015", "does not have the form of an id", hint
        return "YML015", f"is not {shape.what}", "digits only"
    if shape.declares and (len(text) > MAX_ID or is_reserved(text)):
        hint = f"at most {MAX_ID} characters, and no name that the site or Windows keeps for itself"
        return "REG001", "cannot be used as an id", hint
    return None


def _wrong_format(shape: Text, text: str) -> tuple[str, str, str] | None:
    if shape.format == "edtf" and not is_edtf(text):
        return "YML016", f"is not {shape.what}", "2023-09-13, 2023-09, 2023, 198X, 2019~, 2023-08/2023-09"
    if shape.format == "url" and not is_url(text):
        return "YML017", f"is not {shape.what}", "it begins with https:// or http:// and holds no spaces"
    if shape.format == "line" and (_BREAK.search(text) or unseen(_JOINING.sub("", text))):
        return "YML018", "must be one line without characters that nobody sees", "write it anew, in one line"
    return None


def is_url(text: str) -> bool:
    """Whether `text` is an absolute http(s) address with a host."""
    try:
        return _URL.fullmatch(text) is not None and bool(urlsplit(text).hostname)
    except ValueError:
        return False


def _list(shape: ListOf, node: Node, findings: Findings) -> tuple[object, ...] | None:
    if not isinstance(node, Sequence):
        if shape.or_one:
            value = decode(shape.item, node, findings)
            return None if value is None else (value,)
        findings.problem(
            node.place, "YML012", f"a list is expected here, not {_kind(node)}", "- one item a line, or [a, b]"
        )
        return None
    values = [decode(shape.item, item, findings) for item in node.items]
    if len(values) < shape.least:
        findings.problem(
            node.place, "YML019", f"a list of at least {shape.least} is expected here, not of {len(values)}"
        )
        return None
    sound = tuple(value for value in values if value is not None)
    return sound if len(sound) >= shape.least else None


def _record(shape: Record, node: Node, findings: Findings) -> object | None:
    if isinstance(node, Scalar) and shape.shorthand:
        key = Scalar(node.place, shape.shorthand)
        node = Mapping(node.place, ((key, node),))
    if not isinstance(node, Mapping):
        findings.problem(
            node.place, "YML012", f"{a(shape.name)} (keys with values) is expected here, not {_kind(node)}"
        )
        return None
    case = _case(shape, node)
    values: dict[str, object] = {}
    for key, value_node in node.entries:
        value_shape = _shape_of(shape, case, key, findings)
        value = decode(value_shape, value_node, findings) if value_shape else None
        if value is not None:
            values[key.text] = value
    if not _complete(shape, node, values, findings):
        return None
    built = shape.build(Fields(node.place, values, {key.text: value.place for key, value in node.entries}))
    findings.built.append(built)
    return built


def _case(shape: Record, node: Mapping) -> Case | None:
    deciding = next((value for key, value in node.entries if key.text == shape.decided_by), None)
    text = deciding.text.strip() if isinstance(deciding, Scalar) else ""
    return next((case for case in shape.cases if text in case.values), None)


def _shape_of(record: Record, case: Case | None, key: Scalar, findings: Findings) -> Shape | None:
    """The shape for the value of `key`; None after a problem if the key is not allowed."""
    if key.text not in record.fields:
        advice = (record.advice or {}).get(key.text) or nearest(key.text, record.fields)
        hint = f"{advice} allowed: {', '.join(record.fields)}".strip()
        findings.problem(key.place, "YML010", f'unknown key "{shown(key.text)}" in {a(record.name)}', hint)
        return None
    if case is None or key.text not in case.shapes:
        return record.fields[key.text].shape
    shape = case.shapes[key.text]
    if shape is None:
        others = [value for each in record.cases if each.shapes.get(key.text, ...) is not None for value in each.values]
        hint = f"only where {record.decided_by} is one of: {', '.join(others)}" if others else "remove it"
        where = f"{a(record.name)} whose {record.decided_by} is {' or '.join(case.values[:3])}"
        findings.problem(key.place, "YML020", f'key "{shown(key.text)}" is not allowed in {where}', hint)
    return shape


def _complete(shape: Record, node: Mapping, values: Iterable[str], findings: Findings) -> bool:
    """Whether nothing is missing and nothing broken; what is missing is a problem, what is broken already was one."""
    written = {key.text for key, _ in node.entries}
    missing = [key for key, each in shape.fields.items() if each.required and key not in written]
    for key in missing:
        message = f'key "{key}" is missing in {a(shape.name)}'
        findings.problem(node.place, "YML011", message, shape.fields[key].description)
    given = [key for key in shape.one_of if key in written]
    wrong_number = bool(shape.one_of) and len(given) != 1
    if wrong_number:
        has = f"both {' and '.join(given)}" if given else f"neither {' nor '.join(shape.one_of)}"
        findings.problem(node.place, "YML021", f"{a(shape.name)} has {has}", "give exactly one of them")
    broken = (written & set(shape.fields)) - set(values)
    return not (missing or wrong_number or broken)


def _kind(node: Node) -> str:
    if isinstance(node, Scalar):
        return f'the text "{shown(node.text, 40)}"'
    return "a list" if isinstance(node, Sequence) else "a map"
