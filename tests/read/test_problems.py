from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.errors import InputError
from generator.read.project import read_project
from tests.read.support import Case, read_cases, write

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "design" / "problem-codes.md"
CODE = re.compile(r"\b(?:SRC|YML|REG|SET|CHG)\d{3}\b")


@pytest.mark.parametrize("case", read_cases(), ids=lambda case: case.name)
def test_exactly_what_is_wrong_is_reported(case: Case, good: Path) -> None:
    write(good, case.files)
    reported = []
    try:
        read_project(good)
    except InputError as error:
        reported = [str(problem) for problem in error.problems]
    heads = sorted(re.split(r"(?<=[A-Z]{3}\d{3}) ", text)[0] for text in reported)
    assert heads == sorted(head for head, _ in case.expected), "\n".join(reported)
    for head, words in case.expected:
        assert any(text.startswith(head) and words in text for text in reported), f"{words!r} in\n" + "\n".join(
            reported
        )


def codes_of_table() -> list[str]:
    return re.findall(r"^\| `((?:SRC|YML|REG|SET|CHG)\d{3})` \|", TABLE.read_text(encoding="utf-8"), flags=re.MULTILINE)


def codes_in(folder: Path, pattern: str) -> set[str]:
    return {code for path in folder.rglob(pattern) for code in CODE.findall(path.read_text(encoding="utf-8"))}


def test_the_table_of_codes_agrees_with_the_code() -> None:
    table = codes_of_table()
    assert len(table) == len(set(table))
    assert set(table) == codes_in(ROOT / "generator" / "read", "*.py")


def test_every_code_has_a_test() -> None:
    tested = codes_in(ROOT / "tests" / "read", "*.py") | codes_in(ROOT / "tests" / "cases" / "read", "*.txt")
    assert set(codes_of_table()) == tested
