"""JSON Schemas of the YAML files, for editors; written from the same shapes that validate.

`python -m generator.read.schemas` writes `registry.schema.json`, `dossier.schema.json`, `source.schema.json` and
`changes.schema.json`
beside this file. They cannot say everything: that an id exists or that a wording stands in its source, only the
program finds out. Editors read `nth: 2` as a number, so where only the form matters numbers are accepted too.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final, TypeAlias

from generator.read import changes, metadata, registry, settings
from generator.read.shape import MAX_ID, RESERVED_ID, YES_NO, Case, ListOf, Record, Shape, Text

Schema: TypeAlias = dict[str, Any]

FOLDER: Final = Path(__file__).parent
DRAFT: Final = "http://json-schema.org/draft-07/schema#"
SHAPES: Final = {
    "registry": registry.SHAPE,
    "dossier": settings.SHAPE,
    "source": metadata.SHAPE,
    "changes": changes.SHAPE,
}
_ONE_LINE: Final = (
    "^(?![\\s\\S]*[\\u00ad\\u034f\\u061c\\u180e\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff\\ufff9-\\ufffb])"
    "\\s*\\S[^\\r\\n\\u2028\\u2029]*\\s*$"
)
_URL: Final = '^\\s*[hH][tT][tT][pP][sS]?://[^\\s<>"\\\\^`{|}/?#]+[^\\s<>"\\\\^`{|}]*\\s*$'


def schema_files() -> dict[Path, str]:
    """The schema files with the content that they should have."""
    return {FOLDER / f"{name}.schema.json": _file(shape) for name, shape in SHAPES.items()}


def json_schema(shape: Record) -> Schema:
    """The JSON Schema (draft 7) of a whole file."""
    definitions: dict[str, Schema] = {}
    root = _object(shape, definitions)
    return {"$schema": DRAFT, "title": shape.name, **root, "definitions": dict(sorted(definitions.items()))}


def _file(shape: Record) -> str:
    return json.dumps(json_schema(shape), ensure_ascii=False, indent=1) + "\n"


def _schema(shape: Shape, definitions: dict[str, Schema]) -> Schema:
    if isinstance(shape, Text):
        return _text(shape)
    if isinstance(shape, ListOf):
        item = _schema(shape.item, definitions)
        array = {"type": "array", "items": item, **({"minItems": shape.least} if shape.least else {})}
        return {"anyOf": [item, array]} if shape.or_one else array
    name = shape.name.replace(" ", "-")
    if name not in definitions:
        definitions[name] = {}  # keeps a shape that contains itself from being written for ever
        definitions[name] = _object(shape, definitions)
    reference = {"$ref": f"#/definitions/{name}"}
    if shape.shorthand:
        return {"anyOf": [_schema(shape.fields[shape.shorthand].shape, definitions), reference]}
    return reference


def _text(shape: Text) -> Schema:
    examples = {"examples": list(shape.examples)} if shape.examples else {}
    if shape.choices:
        booleans = [True, False] if shape == YES_NO else []
        return {"enum": [*map(str, shape.choices), *booleans], **examples}
    schema: Schema = {"type": ["string", "number"], **_form(shape), **examples}
    if shape.declares:
        schema |= {"maxLength": MAX_ID, "not": {"pattern": f"^({RESERVED_ID})$"}}
    return schema


def _form(shape: Text) -> Schema:
    if shape.pattern:
        return {"pattern": f"^\\s*({shape.pattern})\\s*$"}
    if shape.format == "edtf":
        return {"format": "edtf", "pattern": "\\S"}
    if shape.format == "url":
        return {"format": "uri", "pattern": _URL}
    return {"pattern": _ONE_LINE if shape.format == "line" else "\\S"}


def _object(shape: Record, definitions: dict[str, Schema]) -> Schema:
    properties = {
        key: {**_schema(each.shape, definitions), "description": each.description} for key, each in shape.fields.items()
    }
    schema: Schema = {
        "type": "object",
        "description": shape.description,
        "additionalProperties": False,
        "properties": properties,
    }
    required = [key for key, each in shape.fields.items() if each.required]
    if required:
        schema["required"] = required
    if shape.one_of:
        schema["oneOf"] = [{"required": [key]} for key in shape.one_of]
    cases = [_case(shape.decided_by, case, definitions) for case in shape.cases if case.shapes]
    if cases:
        schema["allOf"] = cases
    return schema


def _case(key: str, case: Case, definitions: dict[str, Schema]) -> Schema:
    narrowed = {name: False if shape is None else _schema(shape, definitions) for name, shape in case.shapes.items()}
    condition = {"required": [key], "properties": {key: {"enum": list(map(str, case.values))}}}
    return {"if": condition, "then": {"properties": narrowed}}
