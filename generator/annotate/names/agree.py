"""Rule `same-word`: one document uses one name for one kind of thing.

Where the model sees a word once as a firm and once as a place, the surer rules decide ("der Chemiekonzern BASF"), and
among guesses the more frequent one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.german.names.forms import bases, fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.annotation import Mention
    from generator.model.ids import Kind

_SURE = 100  # what a rule weighs against guesses of the model


def agree(mentions: Sequence[Mention], text: str) -> list[Mention]:
    """The mentions, those of the model with the kind that their word has in the whole document."""
    votes: defaultdict[str, Counter[Kind]] = defaultdict(Counter)
    for mention in mentions:
        votes[fold(mention.span.of(text))][mention.kind] += 1 if _guessed(mention) else _SURE
    return [_agreed(m, votes, m.span.of(text)) if _guessed(m) else m for m in mentions]


def _guessed(mention: Mention) -> bool:
    return mention.rule.startswith("model")


def _agreed(mention: Mention, votes: dict[str, Counter[Kind]], surface: str) -> Mention:
    count: Counter[Kind] = Counter()
    for base in bases(fold(surface)):
        count += votes.get(base, Counter())
    kind, most = count.most_common(1)[0]
    return replace(mention, kind=kind, rule="same-word") if most > count[mention.kind] else mention
