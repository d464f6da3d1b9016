from __future__ import annotations

import json
from typing import TYPE_CHECKING

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diff import compared
from generator.diff.compare import difference
from generator.diff.json import diff_json
from generator.diff.schemas import schema
from generator.model.change import Aspect, Difference, Item, Matter, Move, Snapshot, told
from tests.diff.published import dispute, dossier, entity, event, publish, relation, source, statement

if TYPE_CHECKING:
    from pathlib import Path

    from tests.diff.published import Json

KN23 = "Nordkorea könnte die KN-23 an Russland liefern"
BASE = dossier(
    sources=[source("bericht", "Kim trifft Putin")],
    entities=[entity("usa", "USA"), entity("kim", "Kim Jong Un")],
    statements=[
        statement("a-1", "bericht", KN23),
        statement("a-2", "bericht", "Es gab kein Geschäft", "denied", "Kim"),
    ],
    relations=[relation("b-1", "usa", "accuses", "kim")],
    events=[event("treffen", "Treffen in Wladiwostok")],
)


def compare(tmp_path: Path, old: Json, new: Json, moved: dict[str, str] | None = None) -> Difference:
    publish(tmp_path / "old", old)
    publish(tmp_path / "new", new, moved)
    found = compared(tmp_path, str(tmp_path / "old"), str(tmp_path / "new" / "docs"))
    jsonschema.Draft202012Validator(json.loads(schema())).validate(json.loads(diff_json(found)))
    return found


def test_a_dossier_does_not_differ_from_itself(tmp_path: Path) -> None:
    found = compare(tmp_path, BASE, BASE)
    assert not found
    assert json.loads(diff_json(found))["equal"]


def test_a_second_source_brings_its_page_and_statements(tmp_path: Path) -> None:
    new = BASE | {
        "sources": [*BASE["sources"], source("meldung", "Putin empfängt Kim", "1")],
        "statements": [*BASE["statements"], statement("a-3", "meldung", "Putin empfing Kim", "asserted", "")],
    }
    found = compare(tmp_path, BASE, new)
    assert [item.title for item in found.matters[Matter.SOURCES].new] == ["Putin empfängt Kim"]
    assert [item.title for item in found.matters[Matter.STATEMENTS].new] == ["Putin empfing Kim"]
    assert [item.id for item in found.matters[Matter.PAGES].new] == ["quellen/meldung.md"]
    assert not told(found)[Matter.PAGES]
    assert ("statements", 2, 3) in found.counts
    assert not found.lost


@pytest.mark.parametrize(
    ("other", "aspects"),
    [
        (statement("a-1", "bericht", KN23, "asserted"), [Aspect("certainty", "possible", "asserted")]),
        (statement("a-1", "bericht", KN23, holder="Südkorea"), [Aspect("holders", "USA", "Südkorea")]),
        (
            statement("a-9", "bericht", KN23.replace("könnte", "dürfte")),
            [Aspect("title", KN23, KN23.replace("könnte", "dürfte"))],
        ),
    ],
    ids=["status", "holder", "wording"],
)
def test_a_statement_that_changed_is_not_told_as_a_new_one(tmp_path: Path, other: Json, aspects: list[Aspect]) -> None:
    found = compare(tmp_path, BASE, BASE | {"statements": [other, BASE["statements"][1]]})
    statements = found.matters[Matter.STATEMENTS]
    assert (statements.new, statements.gone) == ((), ())
    assert [list(change.aspects) for change in statements.changed] == [aspects]


def test_the_same_words_in_another_source_are_another_statement(tmp_path: Path) -> None:
    both = [*BASE["sources"], source("meldung", "Putin empfängt Kim", "1")]
    new = BASE | {"sources": both, "statements": [statement("a-9", "meldung", KN23), BASE["statements"][1]]}
    found = compare(tmp_path, BASE | {"sources": both}, new)
    statements = found.matters[Matter.STATEMENTS]
    assert [item.id for item in statements.new] == ["a-9"]
    assert [item.id for item in statements.gone] == ["a-1"]


def test_a_statement_that_is_denied_now_is_told(tmp_path: Path) -> None:
    disputed = dispute("geschaeft", "Gab es ein Geschäft?", ("alleges", "usa", "a-1"), ("denies", "kim", "a-2"))
    found = compare(tmp_path, BASE, BASE | {"disputes": [disputed]})
    changed = found.matters[Matter.STATEMENTS].changed
    assert [change.aspects for change in changed] == [(Aspect("disputed", "", "yes"),)] * 2
    (new,) = found.matters[Matter.DISPUTES].new
    assert dict(new.traits) == {"alleges": "USA", "denies": "Kim Jong Un", "statements": "2"}


def test_a_relation_whose_id_changed_with_its_status_is_the_same(tmp_path: Path) -> None:
    found = compare(tmp_path, BASE, BASE | {"relations": [relation("b-2", "usa", "accuses", "kim", "asserted")]})
    (change,) = found.matters[Matter.RELATIONS].changed
    assert (change.before.id, change.after.id, change.after.title) == ("b-1", "b-2", "USA → Kim Jong Un")
    assert change.aspects == (Aspect("certainty", "possible", "asserted"),)


def test_a_renamed_page_that_leads_on_is_moved(tmp_path: Path) -> None:
    new = BASE | {"entities": [entity("usa", "USA"), entity("kim-jong-un", "Kim Jong Un")]}
    new["relations"] = [relation("b-1", "usa", "accuses", "kim-jong-un")]
    found = compare(tmp_path, BASE, new, {"akteure/kim.md": "akteure/kim-jong-un.md"})
    assert found.moved == (Move("akteure/kim.md", "akteure/kim-jong-un.md", "Kim Jong Un"),)
    assert found.lost == ()
    assert not told(found)[Matter.PAGES]


@pytest.mark.parametrize("moved", [None, {"akteure/kim.md": "akteure/niemand.md"}], ids=["gone", "to nowhere"])
def test_an_address_that_leads_nowhere_is_lost(tmp_path: Path, moved: dict[str, str] | None) -> None:
    found = compare(tmp_path, BASE, BASE | {"entities": [entity("usa", "USA")]}, moved)
    assert [(item.place, item.title) for item in found.lost] == [("akteure/kim.md", "Kim Jong Un")]


def test_anchors_of_statements_and_events_are_addresses_too(tmp_path: Path) -> None:
    found = compare(tmp_path, BASE, BASE | {"statements": BASE["statements"][1:], "events": []})
    assert [item.place for item in found.lost] == ["aussagen/index.md#a-1", "chronik/index.md#treffen"]


def test_drafts_and_open_places_are_to_be_reviewed_once(tmp_path: Path) -> None:
    draft = entity("neu", "Neu Genannter", status="draft")
    doubt = {"source": "bericht", "candidates": ["usa", "kim"], "reason": "surname-only"}
    first = BASE | {"entities": [*BASE["entities"], draft], "unresolved": [doubt]}
    assert compare(tmp_path / "a", BASE, first).review == ("Neu Genannter", "USA / Kim Jong Un")
    assert compare(tmp_path / "b", first, first | {"unresolved": [doubt, doubt]}).review == ("USA / Kim Jong Un",)


def test_a_state_without_tables_and_manifest_can_be_compared(tmp_path: Path) -> None:
    publish(tmp_path / "old", BASE)
    for path in ("docs/.dossier.json", "docs/daten/csv/statements.csv", "docs/daten/csv/sources.csv"):
        (tmp_path / "old" / path).unlink()
    publish(tmp_path / "new", BASE)
    found = compared(tmp_path, str(tmp_path / "old"), str(tmp_path / "new"))
    assert not found.matters[Matter.STATEMENTS]
    assert not found.lost


WORDS = st.sampled_from(["Kim", "traf", "Putin", "nicht", "im", "September"])
ITEMS = st.builds(
    lambda words, certainty, source: (" ".join(words), (("certainty", certainty), ("source", source))),
    st.lists(WORDS, max_size=6),
    st.sampled_from(["possible", "denied"]),
    st.sampled_from(["a", "b"]),
)


@st.composite
def snapshots(draw: st.DrawFn) -> Snapshot:
    """Ids stand for words, as those of statements do, or for anything."""
    items = {}
    for matter in Matter:
        listed = draw(st.dictionaries(st.sampled_from("abcdefghij"), ITEMS, max_size=6))
        items[matter] = {one: Item(one, title, f"{one}.md", traits) for one, (title, traits) in listed.items()}
    return Snapshot("x", "de", items, counts={"pages": len(items[Matter.PAGES])})


@given(snapshots())
def test_nothing_differs_from_itself(one: Snapshot) -> None:
    assert not difference(one, one)


@given(snapshots(), snapshots())
def test_the_other_way_round_is_the_mirror(one: Snapshot, other: Snapshot) -> None:
    there, back = difference(one, other), difference(other, one)
    for matter in Matter:
        forth, mirrored = there.matters[matter], back.matters[matter]
        assert set(forth.new) == set(mirrored.gone)
        assert set(forth.gone) == set(mirrored.new)
        assert {(c.before, c.after) for c in forth.changed} == {(c.after, c.before) for c in mirrored.changed}
    assert there.counts == tuple((name, after, before) for name, before, after in back.counts)


def test_pairing_takes_time_in_proportion_to_the_words() -> None:
    """A thousand statements that all share their words: none is compared with all others."""

    def alike(prefix: str, count: int) -> Snapshot:
        traits = (("source", "a"),)
        said = {f"{prefix}{n}": Item(f"{prefix}{n}", f"dieselben Worte {n}", "", traits) for n in range(count)}
        return Snapshot("x", "de", {matter: said if matter is Matter.STATEMENTS else {} for matter in Matter})

    found = difference(alike("a", 1000), alike("b", 1000)).matters[Matter.STATEMENTS]
    assert [(c.before.id[1:], c.after.id[1:]) for c in found.changed] == [(str(n), str(n)) for n in range(1000)]
