"""Through which medium something was said: "zur Agentur AFP", "gegenüber dem SRF", "schreibt die «Financial Times»"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.quotations.grammar import is_medium
from generator.annotate.quotations.growth import extend
from generator.annotate.quotations.phrases import Phrase, phrases
from generator.german.saying import fold
from generator.model.ids import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.annotate.quotations.clauses import Clause
    from generator.model.annotation import Mention, Token

_REPORTING = frozenset({"berichten", "schreiben", "melden", "titeln", "zitieren", "vermelden"})


def is_outlet(tokens: Sequence[Token], phrase: Phrase, mentions: Sequence[Mention]) -> bool:
    """Whether `phrase` names a medium, by a mention of that kind or by its head noun."""
    span = (tokens[phrase.start].span.start, tokens[phrase.end - 1].span.end)
    if any(m.kind is Kind.OUTLET and span[0] < m.span.end and m.span.start < span[1] for m in mentions):
        return True
    base = tokens[max(phrase.start, phrase.head - 1) : phrase.head + 1]
    return any(is_medium(t) for t in base)


def find_outlet(
    tokens: Sequence[Token], clause: Clause, speaker: Phrase | None, mentions: Sequence[Mention]
) -> Phrase | None:
    """The medium that the clause of a cue names, as the speaker or beside it."""
    if speaker is not None and (is_outlet(tokens, speaker, mentions) or _reporting_name(tokens, clause, speaker)):
        return speaker
    for phrase in phrases(tokens, clause.start, clause.end):
        if speaker is not None and speaker.start <= phrase.start < speaker.end:
            continue
        named = extend(tokens, phrase, clause.end)
        if is_outlet(tokens, named, mentions) or _by_frame(tokens, named):
            return named
    return None


def _reporting_name(tokens: Sequence[Token], clause: Clause, speaker: Phrase) -> bool:
    """A name in quotation marks that reports: "schreibt die «Financial Times»"."""
    head = tokens[speaker.head]
    verbs = {fold(t.lemma) for t in tokens[clause.start : clause.end] if t.tag.startswith("V")}
    return head.tag == "NE" and not head.lemma and bool(verbs & _REPORTING)


def _by_frame(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """A name in quotation marks behind "zu", "gegenüber" or a dative article."""
    head = tokens[phrase.head]
    quoted = head.tag == "NE" and not head.lemma
    before = phrase.preposition if phrase.preposition is not None else None
    return quoted and before is not None and tokens[before].text.lower() in ("zu", "zur", "zum", "gegenüber")
