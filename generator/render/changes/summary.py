"""What `dossier diff` prints: Markdown for a pull request, a job summary or a terminal.

Such places do more with text than a site does: they link mentions (`@name`, `#12`, `!12`), addresses and mailboxes and
draw `:words:` as pictures, and they look at the text after character references are resolved. A zero-width space
behind the character that starts it stops that. There are no links and no pictures in it at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeVar

from generator.model.change import Matter, Turn, told
from generator.render import markdown as md
from generator.render.changes.phrases import called, described, dotted, turned, value
from generator.render.labels import labels
from generator.render.markdown.escape import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from generator.model.change import Change, Difference, Item, Move, Turnover
    from generator.render.labels import Labels

T = TypeVar("T")

MOST: Final = 60_000
"""Characters; a comment on GitHub may have 65,536."""
_LONGEST: Final = 240
_STEPS: Final = (40, 20, 10, 5, 2, 0)
"""So many lines of a list, the first number with which the whole is short enough."""
_STARTS = re.compile(r"""([@#!$~%&^:](?=[\w"'/])|\b(?:www\.|GH-)(?=\w))""", re.IGNORECASE)


def summary(difference: Difference) -> str:
    """The whole as Markdown, at most `MOST` characters."""
    written = (_written(difference, most) for most in _STEPS)
    return next((text for text in written if len(text) <= MOST), _written(difference, 0))


@dataclass(frozen=True, slots=True)
class _Form:
    """The words of the interface, and how many lines of a list are shown."""

    words: Labels
    most: int


def _written(difference: Difference, most: int) -> str:
    form = _Form(labels(difference.language), most)
    heading = md.heading(2, form.words.text("diff.heading"))
    parts = _parts(form, difference) if difference else [form.words.text("diff.nothing")]
    return md.document("", heading, *parts)


def _parts(form: _Form, difference: Difference) -> Iterator[md.Markdown]:
    words = form.words
    yield _section(form, words("diff.lost"), difference.lost, _lost, words.text("diff.lost_intro"))
    yield _numbers(words, difference)
    yield _section(form, words("diff.moved"), difference.moved, _moved)
    matters = told(difference)
    for matter in Matter:
        yield from _matter(form, matter, matters[matter])
    yield _section(form, words("diff.review"), difference.review, say)


def _matter(form: _Form, matter: Matter, turnover: Turnover) -> Iterator[md.Markdown]:
    def titled(turn: Turn) -> str:
        return form.words(f"changes.{matter}.{turn}")

    def as_item(item: Item) -> md.Markdown:
        return described(form.words, matter, item, say)

    def as_change(change: Change) -> md.Markdown:
        return _change(form.words, matter, change)

    yield _section(form, titled(Turn.NEW), turnover.new, as_item)
    yield _section(form, titled(Turn.CHANGED), turnover.changed, as_change)
    yield _section(form, titled(Turn.GONE), turnover.gone, as_item)


def _change(words: Labels, matter: Matter, change: Change) -> md.Markdown:
    """Its words, and behind them what is different."""
    title = called(words, matter, change.after.title or change.before.title, say)
    kind = dict(change.after.traits).get("type", "") if matter is Matter.RELATIONS else ""
    named = dotted([title, say(value(words, "type", kind))])
    return md.join(named, turned(words, matter, change.aspects, say), separator=md.text(" – "))


def _section(
    form: _Form, title: str, items: Sequence[T], write: Callable[[T], md.Markdown], intro: md.Markdown = md.EMPTY
) -> md.Markdown:
    """A heading with the number of items, and as many of them as there is room for."""
    if not items:
        return md.EMPTY
    words, most = form.words, form.most
    heading = md.heading(3, words.text("diff.counted", what=title, number=str(len(items))))
    more = [md.text(words.count("diff.more", len(items) - most))] if len(items) > most > 0 else []
    return md.blocks(heading, intro, md.bullets([*map(write, items[:most]), *more]))


def _numbers(words: Labels, difference: Difference) -> md.Markdown:
    rows = [
        (words.text("diff.pages" if name == "pages" else f"data.{name}"), md.text(str(before)), md.text(str(after)))
        for name, before, after in difference.counts
        if before != after
    ]
    if not rows:
        return md.EMPTY
    head = (words.text("diff.numbers"), words.text("diff.before"), words.text("diff.after"))
    return md.table(head, rows)


def _lost(item: Item) -> md.Markdown:
    return say(" · ".join(dict.fromkeys(filter(None, (item.title or item.id, item.place)))))


def _moved(move: Move) -> md.Markdown:
    return say(f"{move.title} · {move.old} → {move.new}")


def say(plain: str) -> md.Markdown:
    """Plain text as Markdown that no platform makes more of, clipped."""
    line = visible(plain)
    clipped = line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"
    return md.text(_STARTS.sub("\\1\u200b", clipped))
