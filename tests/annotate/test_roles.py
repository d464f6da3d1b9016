"""Roles, case by case: see `tests/cases/roles/README.txt`."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.annotate.names import find_names
from generator.annotate.roles import ROLES, find_roles
from generator.german.names.known import known_names
from generator.model.ids import Kind
from generator.model.registry import Registry
from tests.names_support import paragraphs, parse

CASES = Path(__file__).parent.parent / "cases" / "roles"


def read_cases() -> list[tuple[str, list[str]]]:
    cases: list[tuple[str, list[str]]] = []
    for line in (CASES / "roles.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("=> "):
            cases[-1][1].append(line[3:].rstrip())
        elif line and not line.startswith("#"):
            cases.append((paragraphs(line), []))
    return cases


@pytest.mark.parametrize(("text", "expected"), read_cases(), ids=lambda v: v[:50] if isinstance(v, str) else "")
def test_case(text: str, expected: list[str]) -> None:
    parsed = parse(text)

    found = find_roles(parsed, find_names(parsed, known_names(Registry())))

    persons = [m for m in found if m.kind is Kind.PERSON]
    assert [f"{m.span.of(text)}: {', '.join(m.roles)}".rstrip() for m in persons] == expected


def test_roles_are_of_the_closed_list() -> None:
    text = "Der Analyst, Oberst und Minister Hans Huber sprach."
    parsed = parse(text)

    for mention in find_roles(parsed, find_names(parsed, known_names(Registry()))):
        assert set(mention.roles) <= set(ROLES)
