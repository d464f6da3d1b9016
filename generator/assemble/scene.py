"""A sentence as the rules for relations and events see it: its clauses and names, and how certain what it says is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from generator.german.clauses import Clause, cut
from generator.german.phrases import names_at
from generator.model.ids import Certainty, QuotationType

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.assemble.corpus import Corpus
    from generator.german.clauses import Predicate
    from generator.model.annotation import Mention, Sentence, TemporalExpression
    from generator.model.dossier import EntityQuotation, Statement
    from generator.model.ids import EntityId, SourceId
    from generator.model.span import Span

_CLAIMS_NOTHING = frozenset({Certainty.QUESTION, Certainty.CONDITIONAL})
_CONDITIONS = frozenset(("wenn", "falls", "sofern", "sobald"))
_SOMEBODYS_WORDS = frozenset({QuotationType.DIRECT, QuotationType.INDIRECT})

Standing = tuple[Certainty, tuple["EntityId", ...]]
"""How certain something is put, and who says so (nobody: the source itself)."""


@dataclass(frozen=True)
class Scene:
    """One sentence with everything that was found in it."""

    corpus: Corpus
    source: SourceId
    sentence: Sentence
    mentions: tuple[Mention, ...]
    statements: tuple[Statement, ...]
    quotations: tuple[EntityQuotation, ...]
    dates: tuple[TemporalExpression, ...]

    @cached_property
    def clauses(self) -> list[Clause]:
        """The clauses of the sentence."""
        return cut(self.sentence.tokens)

    @cached_property
    def names(self) -> Mapping[int, Mention]:
        """For the start of a token the name it is a part of."""
        return names_at(self.sentence.tokens, self.mentions)

    @cached_property
    def names_by_start(self) -> Mapping[int, Mention]:
        """Every name by where it starts."""
        return {mention.span.start: mention for mention in self.mentions}

    @property
    def is_conditional(self) -> bool:
        """Whether what the sentence says depends on a condition: "Wenn Polen Panzer liefert, droht Russland …"."""
        return any(token.text.lower() in _CONDITIONS for token in self.sentence.tokens if token.tag == "KOUS")

    def entity(self, mention: Mention) -> EntityId | None:
        """The entity that `mention` means for certain."""
        return self.corpus.entity_of(mention)

    def stated(self, verb: Predicate) -> Standing | None:
        """How certain the claim is that `verb` makes; what will be done is announced, not done."""
        standing = self.claimed(verb.finite.span)
        if standing and verb.future and standing[0] is Certainty.ASSERTED:
            return Certainty.ANNOUNCED, standing[1]
        return standing

    def claimed(self, span: Span) -> Standing | None:
        """How certain the claim is that `span` stands in; None for questions, conditions and what claims nothing."""
        statement = next((s for s in self.statements if s.span.contains(span)), None)
        if statement is None or statement.certainty in _CLAIMS_NOTHING or self.is_conditional:
            return None
        return statement.certainty, _linked(statement)

    def presupposed(self, span: Span) -> Standing:
        """How certain something is that is said by the way, as an apposition: the article's own, or somebody's words.

        "Der Deal, sagte Miller, der Sprecher des Ministeriums, könnte …": that he is the spokesman is not in doubt.
        """
        inside = (q for q in self.quotations if q.type in _SOMEBODYS_WORDS and q.span.contains(span))
        quotation = next(inside, None)
        if quotation is None:
            return Certainty.ASSERTED, ()
        return Certainty.REPORTED, tuple(s.entity for s in quotation.speakers if s.entity)


def _linked(statement: Statement) -> tuple[EntityId, ...]:
    return tuple(holder.entity for holder in statement.holders if holder.entity)


def find_scenes(
    corpus: Corpus,
    statements: tuple[Statement, ...],
    quotations: tuple[EntityQuotation, ...],
) -> Iterator[Scene]:
    """Every sentence, in the order of sources and text."""
    stated, quoted = corpus.by_source(statements), corpus.by_source(quotations)
    for source in corpus.sources:
        identity = source.document.id
        mentions_in = corpus.by_sentence(identity, source.mentions)
        statements_in = corpus.by_sentence(identity, stated[identity])
        quotations_in = corpus.by_sentence(identity, quoted[identity])
        dates_in = corpus.by_sentence(identity, source.dates)
        for number, sentence in enumerate(source.parse.sentences):
            yield Scene(
                corpus,
                identity,
                sentence,
                tuple(mentions_in.get(number, ())),
                tuple(statements_in.get(number, ())),
                tuple(quotations_in.get(number, ())),
                tuple(dates_in.get(number, ())),
            )
