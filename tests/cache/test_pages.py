"""A page is made again if an answer changed; its pieces are, only if one of theirs did."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.cache.answers import Answers
from generator.cache.pages import Pages, remembered
from generator.cache.sealed import seal
from generator.cache.traces import Memory, Trace, load
from generator.errors import InputError
from generator.model.ids import EntityId
from generator.model.page import Page, digest
from generator.render import markdown as md
from generator.render.context import Context, build_context
from generator.render.task import whole
from tests.render.sample import DOSSIER

if TYPE_CHECKING:
    from pathlib import Path

MADE: list[str] = []
PATH = "seite.md"
SOURCE = next(iter(build_context(DOSSIER).sources))
ONE, TWO = EntityId("eins"), EntityId("zwei")


@pytest.fixture(autouse=True)
def _nothing_made() -> None:
    MADE.clear()


def part(context: Context, key: str) -> md.Markdown:
    MADE.append(key)
    return md.mark(key, "ziel.md", f"{key} {context.pages.get(EntityId(key))}")


def page(context: Context) -> Page:
    MADE.append("page")
    return Page(PATH, md.document("", *(context.piece(part, key) for key in ("eins", "zwei"))))


def made(folder: Path, pages: dict[EntityId, str], on_disk: dict[str, str]) -> Pages:
    context = replace(build_context(DOSSIER), pages=pages)
    answers = Answers(context, dict.fromkeys(context.sources, ""))
    return remembered(folder / "pages.json", "key", [whole("seite", page)], answers, on_disk)


def test_only_the_piece_whose_answer_changed_is_made_again(tmp_path: Path) -> None:
    made(tmp_path, {ONE: "a.md", TWO: "b.md"}, {})
    assert MADE == ["page", "eins", "zwei"]
    MADE.clear()
    again = made(tmp_path, {ONE: "a.md", TWO: "c.md"}, {})
    assert MADE == ["page", "zwei"]
    assert again == made(tmp_path / "afresh", {ONE: "a.md", TWO: "c.md"}, {})


def test_a_page_stands_while_no_answer_of_a_piece_changed_and_it_is_whole(tmp_path: Path) -> None:
    first = made(tmp_path, {ONE: "a.md"}, {})
    on_disk = {PATH: digest_of(first.made[0])}
    MADE.clear()
    assert made(tmp_path, {ONE: "a.md"}, on_disk) == Pages((), on_disk)
    assert not MADE
    assert made(tmp_path, {ONE: "b.md"}, on_disk).made


def test_a_page_that_is_gone_is_put_together_from_its_pieces(tmp_path: Path) -> None:
    first = made(tmp_path, {ONE: "a.md"}, {})
    MADE.clear()
    assert made(tmp_path, {ONE: "a.md"}, {}) == first
    assert MADE == ["page"]


def test_pieces_outlive_a_run_in_which_their_page_stands(tmp_path: Path) -> None:
    first = made(tmp_path, {ONE: "a.md"}, {})
    made(tmp_path, {ONE: "a.md"}, {PATH: digest_of(first.made[0])})
    MADE.clear()
    made(tmp_path, {ONE: "a.md", TWO: "b.md"}, {})
    assert MADE == ["page", "zwei"]


def broken(content: bytes) -> dict[str, bytes]:
    """A file of traces with one thing wrong in each of its parts."""
    places = {
        "key": 0,
        "checksum": content.index(b" ") + 1,
        "question": content.index(b'"pages"'),
        "task": content.index(PATH.encode()),
        "what a piece asked": content.rindex(b"part eins"),
        "Markdown": content.rindex(b"a.md"),
        "last byte": len(content) - 1,
    }
    flipped = {name: content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :] for name, at in places.items()}
    return flipped | {
        "cut": content[:-1],
        "longer": content + b"\n",
        "empty": b"",
        "only a line": content.split(b"\n")[0],
    }


@pytest.mark.parametrize("how", list(broken(b' "pages" seite.md part eins a.md')))
def test_all_is_made_again_where_any_part_of_the_file_is_damaged(tmp_path: Path, how: str) -> None:
    first = made(tmp_path, {ONE: "a.md"}, {})
    file = tmp_path / "pages.json"
    whole_file = file.read_bytes()
    file.write_bytes(broken(whole_file)[how])
    MADE.clear()
    assert made(tmp_path, {ONE: "a.md"}, {PATH: digest_of(first.made[0])}) == first
    assert MADE == ["page", "eins", "zwei"]
    assert file.read_bytes() == whole_file


def test_what_was_kept_by_other_code_does_not_count(tmp_path: Path) -> None:
    made(tmp_path, {ONE: "a.md"}, {})
    assert load(tmp_path / "pages.json", "key").traces
    assert not load(tmp_path / "pages.json", "another").traces


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"[[]]", b"[[],[],[]]\n7", b"[[[{}]],[1],[2]]", b"[[],[],[]]\n[1,2,3]", b"[" * 200_000]
)
def test_a_file_that_holds_something_else_is_empty(tmp_path: Path, body: bytes) -> None:
    file = tmp_path / "pages.json"
    seal(file, "key", body)
    assert load(file, "key") == Memory({}, {}, {})


@pytest.mark.parametrize("work", [b"", b"[]", b"[]\n", b"[1]", b'[["",[],[]]]', b'[["a",[],[]]]\n[]\n', b"{}\n[]\n"])
def test_work_that_nobody_can_have_written_ends_in_a_message(work: bytes) -> None:
    with pytest.raises(InputError, match="CAC001"):
        Trace((), (), {}, b"", work).work()


def test_questions_that_nobody_asks_any_more_are_forgotten_and_new_ones_get_new_numbers(tmp_path: Path) -> None:
    ask(tmp_path, "eins", "zwei")
    before = load(tmp_path / "pages.json", "key").numbers
    assert set(before) == {("pages", "eins"), ("pages", "zwei")}
    ask(tmp_path, "zwei", "drei")
    after = load(tmp_path / "pages.json", "key").numbers
    assert set(after) == {("pages", "zwei"), ("pages", "drei")}
    assert after["pages", "zwei"] == before["pages", "zwei"]
    assert after["pages", "drei"] not in before.values()


def ask(folder: Path, *keys: str) -> None:
    """Let a page ask for the pages of entities."""

    def curious(context: Context) -> Page:
        return Page(PATH, md.document("", *(md.text(str(context.pages.get(EntityId(key)))) for key in keys)))

    context = build_context(DOSSIER)
    answers = Answers(context, dict.fromkeys(context.sources, ""))
    remembered(folder / "pages.json", "key", [whole("seite", curious)], answers, {})


def number_of(context: Context, key: str) -> md.Markdown:
    MADE.append(f"number {key}")
    return md.text(str(context.sources[SOURCE].number))


def name_of(context: Context, key: str) -> md.Markdown:
    MADE.append(f"name {key}")
    return md.text(context.sources[SOURCE].title)


def all_of(context: Context, key: str) -> md.Markdown:
    MADE.append(f"all {key}")
    return md.text(context.sources[SOURCE].annotated.document.id)


def numbered(context: Context) -> Page:
    MADE.append("numbered")
    return Page("nummer.md", md.document("", number_of(context, ""), context.piece(number_of, "piece")))


def named(context: Context) -> Page:
    MADE.append("named")
    parts = (context.piece(make, "piece") for make in (number_of, name_of, all_of))
    return Page("name.md", md.document("", *parts))


def shown(folder: Path, title: str, on_disk: dict[str, str]) -> Pages:
    """The pages of a dossier in which one source has this title."""
    context = build_context(DOSSIER)
    titled = replace(context, sources={**context.sources, SOURCE: replace(context.sources[SOURCE], title=title)})
    answers = Answers(titled, dict.fromkeys(context.sources, ""))
    return remembered(folder / "pages.json", "key", [whole("nummer", numbered), whole("name", named)], answers, on_disk)


def test_of_a_source_that_changed_only_what_was_asked_about_it_counts(tmp_path: Path) -> None:
    first = shown(tmp_path, "Alt", {})
    on_disk = {page.path: digest_of(page) for page in first.made}
    MADE.clear()
    again = shown(tmp_path, "Neu", on_disk)
    assert again.standing == {"nummer.md": on_disk["nummer.md"]}
    assert MADE == ["named", "name piece", "all piece"]
    afresh = shown(tmp_path / "afresh", "Neu", {})
    assert again.made == tuple(page for page in afresh.made if page.path == "name.md")
    MADE.clear()
    assert not shown(tmp_path, "Neu", {page.path: digest_of(page) for page in afresh.made}).made
    assert shown(tmp_path, "Alt", on_disk).made == first.made[1:]


def digest_of(one: Page) -> str:
    return digest(one.pieces)
