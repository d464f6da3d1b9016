"""Decides where a sentence ends and which full stops belong to a word: "am 3. Oktober", "am 3.10. kam er", "z. B."."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from generator.german.data import read_lines
from generator.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LONGEST = 1000  # tokens; a longer sentence is cut, so that no annotator meets a boundless one
_ENDS = frozenset((".", "!", "?", "…"))
_CLOSERS = frozenset("»«”“\"'’‘‹›)]")
_OPENERS = frozenset("«»„“\"‚‘'‹›([–—-•*")
_ROMAN = re.compile(r"[IVXLCM]+")
_ORDINAL = re.compile(r"\d{1,3}")
_DAY_AND_MONTH = re.compile(r"\d{1,2}\.\d{1,2}")
_BEFORE_A_DAY = frozenset(("am", "vom", "bis", "zum", "ab", "seit", "den", "dem", "der", "des"))
_VOWEL = re.compile(r"[aeiouyäöü]", re.IGNORECASE)


def split(text: str, tokens: list[Span]) -> Iterator[list[Span]]:
    """Give the tokens sentence by sentence, full stops merged into the words they abbreviate."""
    sentence: list[Span] = []
    number = 0
    while number < len(tokens):
        token = tokens[number]
        if _is_end_mark(text, token) and sentence:
            after = _skip_closers(text, tokens, number + 1)
            if _ends_sentence(text, tokens, number, after, first=len(sentence) == 1):
                yield [*sentence, *tokens[number:after]]
                sentence, number = [], after
                continue
            if _belongs_to_word(text, tokens, number):
                sentence[-1] = Span(sentence[-1].start, token.end)
                number += 1
                continue
        sentence.append(token)
        number += 1
        if len(sentence) >= _LONGEST:
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def _is_end_mark(text: str, token: Span) -> bool:
    mark = token.of(text)
    return mark in _ENDS or mark.startswith("..")


def _skip_closers(text: str, tokens: Sequence[Span], number: int) -> int:
    """Find the first token after an end mark that is neither another end mark nor closes a quotation or bracket."""
    while number < len(tokens):
        token = tokens[number]
        attached = token.start == tokens[number - 1].end
        floating = token.of(text) == '"' and not _starts_with_word(text, token.end)  # a stop, a blank, a mark, a blank
        if not (attached and (token.of(text) in _CLOSERS or _is_end_mark(text, token))) and not floating:
            break
        number += 1
    return number


def _starts_with_word(text: str, position: int) -> bool:
    return position < len(text) and not text[position].isspace()


def _ends_sentence(text: str, tokens: Sequence[Span], number: int, after: int, *, first: bool) -> bool:
    """Whether the sentence ends with the end mark `number`; `after` is the next token that could open another."""
    if after == len(tokens):
        return True
    follower = _first_word(text, tokens, after)
    if tokens[after].start == tokens[after - 1].end or not _may_open(follower):
        return False
    mark = tokens[number].of(text)
    if mark != ".":
        return not _is_inserted(text, tokens, number) and (
            after == number + 1 or not _closes_title(text, tokens, number, after) or _is_starter(follower)
        )
    if tokens[number - 1].end != tokens[number].start:
        return True
    word = tokens[number - 1].of(text)
    before = tokens[number - 2].of(text) if number > 1 else ""
    return _stop_ends(word, before, follower, tokens[after].of(text), first=first)


def _stop_ends(word: str, before: str, follower: str, opener: str, *, first: bool) -> bool:
    """Whether a full stop after `word` ends the sentence although `word` may be an abbreviation or an ordinal."""
    if _ORDINAL.fullmatch(word) or (_DAY_AND_MONTH.fullmatch(word) and before.lower() in _BEFORE_A_DAY):
        return _is_starter(follower) and not first and opener != "("
    if _ROMAN.fullmatch(word) or (len(word) == 1 and word.isalpha()):
        pair = f"{before}{word}.".lower() if before.endswith(".") else ""
        return _is_starter(follower) and not first and _abbreviations().get(pair) != "never"
    ending = _abbreviations().get(f"{word}.".lower())
    if ending is None and word.endswith("."):
        ending = "may"
    if ending is None and len(word) > 1 and not _VOWEL.search(word) and word.isalpha() and not word.isupper():
        ending = "may"
    return ending is None or (ending == "may" and _is_starter(follower))


def _belongs_to_word(text: str, tokens: Sequence[Span], number: int) -> bool:
    """Whether a full stop inside a sentence is part of the word before it."""
    attached = number > 0 and tokens[number - 1].end == tokens[number].start
    return attached and tokens[number].of(text) == "." and text[tokens[number].start - 1].isalnum()


def _is_inserted(text: str, tokens: Sequence[Span], number: int) -> bool:
    """Whether the mark stands for an omission or a doubt inside the sentence: "[…]", "(!)", "er … ging"."""
    before = tokens[number - 1] if number else None
    if before is not None and before.end == tokens[number].start:
        return before.of(text) in ("(", "[")
    return tokens[number].of(text) not in ("!", "?")


def _closes_title(text: str, tokens: Sequence[Span], number: int, after: int) -> bool:
    """Whether the quotation that closes behind the mark opened inside the sentence, as titles do.

    'Die Sendung "Wer wird Millionär?" Moderator Jauch …': at most eight tokens, and no colon before them.
    """
    if tokens[after - 1].of(text) in (")", "]"):
        return False
    for place in range(number - 1, max(number - 10, 0), -1):
        if tokens[place].of(text) in _OPENERS and tokens[place].end == tokens[place + 1].start:
            return tokens[place - 1].of(text)[-1].isalnum()
    return False


def _first_word(text: str, tokens: Sequence[Span], number: int) -> str:
    for token in tokens[number : number + 4]:
        if token.of(text) not in _OPENERS:
            return token.of(text)
    return ""


def _may_open(word: str) -> bool:
    return bool(word) and not word[0].islower() and (word[0].isalnum() or word[0] in "#@$€+…")


def _is_starter(word: str) -> bool:
    return word[:1].isupper() and word.lower() in _starters()


@cache
def _abbreviations() -> dict[str, str]:
    return dict(line.split("\t") for line in read_lines("abbreviations.tsv"))


@cache
def _starters() -> frozenset[str]:
    return frozenset(read_lines("sentence_starters.txt"))
