"""The JSON Schemas are current, and accept and refuse what the program accepts and refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.edtf import is_edtf
from generator.read.decode import decode
from generator.read.findings import Findings
from generator.read.schemas import SHAPES, json_schema, schema_files
from generator.read.tree import Mapping, Node, Scalar, Sequence, parse
from tests.read.support import read_cases

if TYPE_CHECKING:
    from pathlib import Path

    from generator.read.shape import Record

CHECKER = jsonschema.FormatChecker(formats=())
CHECKER.checks("edtf")(is_edtf)
FOLDERS = {
    "seeds/registry": "registry",
    "seeds/dossier.yml": "dossier",
    "seeds/articles": "source",
    "seeds/changes": "changes",
}


def plain(node: Node) -> object:
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.entries}
    return [plain(item) for item in node.items] if isinstance(node, Sequence) else node.text


def yaml_files() -> list[tuple[str, str, str]]:
    """Case, name of the schema and content of every YAML file of the cases that can be parsed."""
    found = []
    for case in read_cases():
        for path, content in case.files.items():
            name = (
                next(name for folder, name in FOLDERS.items() if path.startswith(folder))
                if path.endswith(".yml")
                else ""
            )
            text = (content or b"").decode("utf-8", "replace")
            if name and parse(text, path, Findings()) is not None:
                found.append((case.name, name, text))
    return found


def accepted_by_schema(name: str, data: object) -> bool:
    validator = jsonschema.Draft7Validator(json_schema(SHAPES[name]), format_checker=CHECKER)
    return validator.is_valid(data)


def accepted_by_program(shape: Record, node: Node) -> bool:
    findings = Findings()
    decode(shape, node, findings)
    return not findings.problems


@pytest.mark.parametrize(("path", "content"), schema_files().items(), ids=lambda value: getattr(value, "name", ""))
def test_schema_files_are_current(path: Path, content: str) -> None:
    assert path.read_text(encoding="utf-8") == content, "run: python -m generator.read.schemas"


@pytest.mark.parametrize("name", SHAPES)
def test_schemas_are_valid_and_describe_every_key(name: str) -> None:
    schema = json_schema(SHAPES[name])
    jsonschema.Draft7Validator.check_schema(schema)
    for part in (schema, *schema["definitions"].values()):
        assert part["description"]
        assert all(each["description"] for each in part["properties"].values())


@pytest.mark.parametrize(("case", "name", "text"), yaml_files(), ids=lambda value: str(value)[:40].partition("\n")[0])
def test_schema_and_program_agree_on_the_cases(case: str, name: str, text: str) -> None:
    node = parse(text, case, Findings())
    assert node is not None
    assert accepted_by_schema(name, plain(node)) == accepted_by_program(SHAPES[name], node)


def test_the_cases_hold_both_sorts() -> None:
    verdicts = {accepted_by_program(SHAPES[name], parse(text, case, Findings())) for case, name, text in yaml_files()}  # type: ignore[arg-type]
    assert verdicts == {True, False}


@given(
    st.text(max_size=30)
    | st.sampled_from(["a\nb", " a ", "https://a.example", "http://", "2023-09", "kim-jong-un", "Kim\u202e", "con"])
)
def test_schema_and_program_agree_on_single_values(value: str) -> None:
    for key in ("title", "url", "outlet", "published", "rights"):
        node = parse("a: b", "a.yml", Findings())
        assert isinstance(node, Mapping)
        place = node.place
        record = Mapping(place, ((Scalar(place, key), Scalar(place, value)),))
        assert accepted_by_schema("source", {key: value}) == accepted_by_program(SHAPES["source"], record), key
