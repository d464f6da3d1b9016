from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diff import compared
from generator.diff.record import record_text, write_record
from generator.errors import InputError
from generator.model.change import (
    Aspect,
    Change,
    Difference,
    Entry,
    Item,
    Matter,
    Move,
    Turn,
    Turnover,
)
from generator.read.changes import gather_changes
from generator.read.findings import Findings
from tests.diff.published import dossier, publish, source, statement

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model.change import ChangeRecord


def difference(**turnovers: Turnover) -> Difference:
    return Difference("x", "de", {matter: turnovers.get(matter.value, Turnover()) for matter in Matter})


def reread(folder: Path, text: str) -> tuple[ChangeRecord, Findings]:
    file = folder / "seeds/changes/2026-11-23.yml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    findings = Findings()
    records = gather_changes(folder, findings)
    assert findings.problems == []
    return records[0], findings


def test_a_record_says_in_short_what_changed(tmp_path: Path) -> None:
    old = dossier(sources=[source("a", "Alt")], statements=[statement("a-1", "a", "Kim könnte Putin bald treffen")])
    new = old | {
        "sources": [*old["sources"], source("b", "Neu: eine Meldung", "1")],
        "statements": [statement("a-2", "a", "Kim wird Putin bald treffen", "announced")],
    }
    publish(tmp_path / "old", old)
    publish(tmp_path / "new", new)
    text = record_text(compared(tmp_path, str(tmp_path / "old"), str(tmp_path / "new")), "Eine Meldung kam dazu.")
    assert text == (
        "# Written by `dossier diff --record`; yours to edit. seeds/README.md says what may stand here.\n"
        "note: Eine Meldung kam dazu.\n"
        "sources:\n"
        "- change: new\n"
        "  id: b\n"
        "  title: 'Neu: eine Meldung'\n"
        "statements:\n"
        "- change: changed\n"
        "  id: a-2\n"
        "  title: Kim wird Putin bald treffen\n"
        "  formerly: a-1\n"
        "  aspects:\n"
        "  - what: title\n"
        "    before: Kim könnte Putin bald treffen\n"
        "    after: Kim wird Putin bald treffen\n"
        "  - what: certainty\n"
        "    before: possible\n"
        "    after: announced\n"
    )


HOSTILE = st.text(max_size=40) | st.sampled_from(
    [
        "- x",
        "a: b",
        "&a",
        "*a",
        "!!python/object:os.system",
        "\u202eabc",
        "NO",
        "010",
        "",
        "\x00",
        "\ud800",
        "'\"",
        "# x",
    ]
)


@given(HOSTILE, HOSTILE, HOSTILE)
def test_whatever_was_published_the_record_can_be_read(
    tmp_path_factory: pytest.TempPathFactory, title: str, words: str, note: str
) -> None:
    change = Change(Item("a-0", "x", "", (("holders", words),)), Item("a-1", title, "", (("holders", "y"),)))
    found = difference(
        sources=Turnover(new=(Item("a", title),)), statements=Turnover(changed=(change,), gone=(Item("a-2", words),))
    )
    record, _ = reread(tmp_path_factory.mktemp("p"), record_text(found, note))
    assert [(entry.turn, entry.id) for entry in record.entries] == [
        (Turn.NEW, "a"),
        (Turn.CHANGED, "a-1"),
        (Turn.GONE, "a-2"),
    ]


def test_moves_and_entries_come_back_as_they_were(tmp_path: Path) -> None:
    moved = Move("akteure/kim.md", "akteure/kim-jong-un.md", "Kim Jong Un")
    pages = Turnover(new=(Item("akteure/kim-jong-un.md", "Kim Jong Un", "akteure/kim-jong-un.md"),))
    change = Change(Item("d", "Ein Streit"), Item("d", "Ein anderer Streit"))
    matters = difference(pages=pages, disputes=Turnover(changed=(change,))).matters
    record, _ = reread(tmp_path, record_text(Difference("x", "de", matters, moved=(moved,))))
    assert record.moves == (moved,)
    aspects = (Aspect("title", "Ein Streit", "Ein anderer Streit"),)
    assert record.entries == (Entry(Matter.DISPUTES, Turn.CHANGED, "d", "Ein anderer Streit", "", aspects),)


def test_a_record_is_never_written_over_another(tmp_path: Path) -> None:
    path = write_record(tmp_path, "2026-11-23", "note: Von Hand.\n")
    with pytest.raises(InputError, match="DIF006"):
        write_record(tmp_path, "2026-11-23", "note: Anders.\n")
    assert path.read_text("utf-8") == "note: Von Hand.\n"


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "seeds").write_text("a file")
    with pytest.raises(InputError, match="DIF004"):
        write_record(tmp_path, "2026-11-23", "note: x\n")
