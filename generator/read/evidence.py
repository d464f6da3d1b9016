"""Whether the words that the registry rests on stand in the sources."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from generator.errors import Problem
from generator.model.wording import locate_mention, locate_wording, number_of_occurrences
from generator.read.findings import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.model.document import Document
    from generator.model.ids import SourceId
    from generator.model.registry import Decision, Wording
    from generator.model.span import Span

_SENTENCE = re.compile(r"[^.!?\n\r]+[.!?]*")
_WORD = re.compile(r"\w+")
_SEARCHED: Final = 200_000  # characters of an article in which the nearest words are looked for
_COMPARED: Final = 600  # characters of a wording or a sentence; comparing is quadratic
_SIMILAR: Final = 0.5


def check_evidence(
    wordings: Iterable[Wording], decisions: Iterable[Decision], documents: Iterable[Document]
) -> tuple[Problem, ...]:
    """What is wrong with words that should stand in a source, the contexts of decisions among them.

    A wording whose source is unknown is passed over: that its id is unknown is a problem of references.
    """
    by_id = {document.id: document for document in documents}
    decisions = [decision for decision in decisions if decision.context.source in by_id]
    wordings = [wording for wording in wordings if wording.source in by_id]
    found = [locate(wording, by_id) for wording in (*wordings, *(decision.context for decision in decisions))]
    mentions = [_mention_problem(by_id[decision.context.source], decision) for decision in decisions]
    return tuple(each for each in (*found, *mentions) if isinstance(each, Problem))


def locate(wording: Wording, documents: Mapping[SourceId, Document]) -> Span | Problem:
    """Where `wording` stands in its source (a key of `documents`), or what is wrong with it."""
    document = documents[wording.source]
    span = locate_wording(document, wording)
    if span is not None:
        return span
    path, line = wording.place.path, wording.place.line
    quoted = f'"{shown(wording.text)}"'
    count = number_of_occurrences(document.text, wording.text, document.body)
    if count == 0:
        hint = nearest_wording(document.text[document.body : document.body + _SEARCHED], wording.text)
        return Problem(path, line, "REG009", f"{quoted} does not stand in {document.id}", hint)
    if wording.nth is None:
        hint = "quote more of the sentence, or say which one is meant: nth: 1"
        return Problem(path, line, "REG010", f"{quoted} stands {count} times in {document.id}", hint)
    message = f"{quoted} stands {count} times in {document.id}, so there is no number {wording.nth}"
    return Problem(path, line, "REG011", message, f"nth: 1 to {count}, or no nth if it is 1")


def nearest_wording(text: str, words: str) -> str:
    """A hint with the words of `text` that are most like `words`."""
    sought = Counter(_WORD.findall(words[:_COMPARED].casefold()))
    sentences = _sentences(text)
    best = max(sentences, key=lambda sentence: (sought & sentence[1]).total(), default=None)
    if best is None or (sought & best[1]).total() < _SIMILAR * sought.total():
        return "copy the words from the file: they must stand there letter by letter"
    return f'the nearest words are: "{_alike(best[0][:_COMPARED], words[:_COMPARED])}"'


@lru_cache(maxsize=16)
def _sentences(text: str) -> tuple[tuple[str, Counter[str]], ...]:
    """Roughly the sentences of `text`, each with its words."""
    pieces = (match.group().strip() for match in _SENTENCE.finditer(text))
    return tuple((piece, Counter(_WORD.findall(piece.casefold()))) for piece in pieces if piece)


def _alike(sentence: str, words: str) -> str:
    """The stretch of `sentence`, in whole words, that matches `words`."""
    blocks = [
        block
        for block in SequenceMatcher(None, sentence, words, autojunk=False).get_matching_blocks()
        if block.size > 1
    ]
    if not blocks:
        return shown(sentence, 200)
    start = sentence.rfind(" ", 0, blocks[0].a) + 1
    end = sentence.find(" ", blocks[-1].a + blocks[-1].size)
    return shown(sentence[start : end if end >= 0 else len(sentence)], 200)


def _mention_problem(document: Document, decision: Decision) -> Problem | None:
    context = decision.context
    if locate_wording(document, context) is None or locate_mention(document, decision) is not None:
        return None
    message = f'"{shown(decision.mention)}" does not stand exactly once, as a word of its own, in its context'
    hint = f'choose a context that holds it once; this one is: "{shown(context.text)}"'
    return Problem(context.place.path, context.place.line, "REG012", message, hint)
