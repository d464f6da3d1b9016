"""Linking, case by case: see `tests/cases/linking/README.txt`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.annotate.linking import link
from generator.annotate.names import find_names
from generator.german.names.known import known_names
from generator.model.ids import AliasKind, EntityId, Kind
from generator.model.registry import Alias, Decision, Registry, RegistryEntity, Wording
from tests.names_support import HERE, SOURCE, paragraphs, parse

if TYPE_CHECKING:
    from generator.model.annotation import Mention

CASES = Path(__file__).parent.parent / "cases" / "linking"


@dataclass
class Case:
    entities: list[RegistryEntity] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    text: str = ""
    expected: list[str] = field(default_factory=list)


def read_cases() -> list[Case]:
    files = [p for p in sorted(CASES.glob("*.txt")) if p.name != "README.txt"]
    blocks = [block for p in files for block in p.read_text(encoding="utf-8").strip().split("\n\n")]
    return [read_case(block) for block in blocks]


def read_case(block: str) -> Case:
    case = Case()
    for line in block.splitlines():
        word, _, rest = line.partition(" ")
        if word == "entity":
            case.entities.append(read_entity(rest))
        elif word == "decide":
            context, mention, entity = re.fullmatch(r'"([^"]+)" "([^"]+)" (\S+)', rest).groups()  # type: ignore[union-attr]
            decided = None if entity == "nobody" else EntityId(entity)
            case.decisions.append(Decision(Wording(SOURCE, context, HERE), mention, decided, "test"))
        elif word == "text":
            case.text = paragraphs(rest)
        elif word == "=>":
            case.expected.append(rest)
    return case


def read_entity(line: str) -> RegistryEntity:
    head, *aliases = (piece.strip() for piece in line.split("|"))
    id_, kind, name = head.split(" ", 2)
    pairs = [alias.rsplit("=", 1) for alias in aliases]
    forms = tuple(Alias(text, AliasKind(kind_)) for text, kind_ in pairs)
    return RegistryEntity(EntityId(id_), Kind(kind), name, HERE, aliases=forms)


def show(mention: Mention, text: str) -> str:
    target = mention.entity or " ".join(["?", *mention.candidates] if mention.candidates else ["none"])
    return f"{mention.span.of(text)}: {target}"


@pytest.mark.parametrize("case", read_cases(), ids=lambda case: case.text[:60])
def test_case(case: Case) -> None:
    known = known_names(Registry(tuple(case.entities), tuple(case.decisions)))
    parsed = parse(case.text)

    found = [show(m, case.text) for m in link(parsed, find_names(parsed, known), known)]

    surfaces = {line.partition(":")[0] for line in case.expected}
    assert [line for line in found if line.partition(":")[0] in surfaces] == case.expected


def test_without_a_registry_nothing_is_linked() -> None:
    parsed = parse("Angela Merkel sprach in Moskau.")
    known = known_names(Registry())

    linked = link(parsed, find_names(parsed, known), known)

    assert linked
    assert all(m.entity is None and m.candidates == () for m in linked)


def test_entities_of_different_kinds_are_never_merged() -> None:
    person = RegistryEntity(EntityId("a"), Kind.PERSON, "Iskander", HERE)
    weapon = RegistryEntity(EntityId("b"), Kind.WEAPON, "Iskander", HERE)
    known = known_names(Registry((person, weapon)))
    parsed = parse("Iskander steht an der Grenze.")

    (mention,) = [m for m in link(parsed, find_names(parsed, known), known) if m.span.start == 0]

    assert mention.entity is None or mention.kind is known.entities[mention.entity].kind
    assert mention.entity is not None or mention.candidates == (EntityId("a"), EntityId("b"))


def test_thousands_of_aliases_do_not_slow_a_document_down() -> None:
    names = [f"Vorname{i} Nachname{i}" for i in range(5000)]
    entities = tuple(RegistryEntity(EntityId(f"p-{i}"), Kind.PERSON, name, HERE) for i, name in enumerate(names))
    known = known_names(Registry(entities))
    parsed = parse("Da kam Vorname4711 Nachname4711s Hund.")

    linked = link(parsed, find_names(parsed, known), known)

    assert [m.entity for m in linked] == ["p-4711"]
