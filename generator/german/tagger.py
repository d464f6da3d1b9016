"""Parts of speech and lemmas, behind one function, so that the tagger can be replaced in one place.

Source: HanTa (Christian Wartena, "A Probabilistic Morphology Model for German Lemmatization", KONVENS 2019),
tags as in STTS with its marking of finiteness: `VV(FIN)`, `VA(FIN)`, `VM(FIN)`, `VV(INF)`, `VV(PP)`, `NE`, …
"""

from __future__ import annotations

import os
from collections import defaultdict
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from generator.german.verb_forms import Reading, find_form

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from HanTa.HanoverTagger import HanoverTagger

_LONGEST_WORD = 32  # the analysis of a word takes cubic time in its length; longer words show their end only
_LONGEST_SENTENCE = 500  # words; a longer one is tagged in pieces
_CACHED_WORDS = 2**15
_NOT_GERMAN_IN_LOWER_CASE = ("NN", "NE", "FM", "XY")


def tag(words: Sequence[str]) -> list[tuple[str, str]]:
    """Give the tag and the lemma of each word of one sentence, in linear time; no word may be empty."""
    tagged: list[tuple[str, str]] = []
    for start in range(0, len(words), _LONGEST_SENTENCE):
        tagged += _tag_piece(words[start : start + _LONGEST_SENTENCE])
    return tagged


def _tag_piece(words: Sequence[str]) -> list[tuple[str, str]]:
    capped = [word if len(word) <= _LONGEST_WORD else word[:1] + word[1 - _LONGEST_WORD :] for word in words]
    tags = _model().tag_sent(capped)
    corrected = [
        _corrected(word, tag_, lemma if len(word) <= _LONGEST_WORD else word)
        for word, (_, lemma, tag_) in zip(words, tags, strict=True)
    ]
    return _with_finite_verb(words, corrected)


def _corrected(word: str, tag_: str, lemma: str) -> tuple[str, str]:
    """Repair rare forms of the Konjunktiv II ("wiese" is no meadow, "bäte" is of "bitten") and lemmas of compounds.

    "US-Regierungen" has the lemma "US-Regierung", not "Us-regierung".
    """
    head, hyphen, _ = word.rpartition("-")
    if hyphen and head and tag_ in ("NN", "NE"):
        tail = lemma[len(head) + 1 :]
        return tag_, f"{head}-{tail[:1].upper() if word[len(head) + 1 :][:1].isupper() else tail[:1]}{tail[1:]}"
    if not word.islower() or not (tag_.startswith(_NOT_GERMAN_IN_LOWER_CASE) or tag_ == "VV(FIN)"):
        return tag_, lemma
    form = find_form(word)
    if form is None or form.readings != {Reading.SUBJUNCTIVE_2} or lemma in form.infinitives:
        return tag_, lemma
    return "VV(FIN)", min(form.infinitives)


def _with_finite_verb(words: Sequence[str], tagged: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Find the finite verb of a sentence that seems to have none: "Die Länder beabsichtigen, den Platz zu räumen"."""
    if any("(FIN)" in tag_ for tag_, _ in tagged):
        return tagged
    for place in range(1, len(words) - 1):
        tag_, lemma = tagged[place]
        if tag_ == "VV(INF)" and words[place + 1] == "," and tagged[place - 1][0] not in ("PTKZU", "KOUI"):
            return [*tagged[:place], ("VV(FIN)", lemma), *tagged[place + 1 :]]
    return tagged


@cache
def _model() -> HanoverTagger:
    """Load the model and let it remember its analyses, which depend on the word alone (half of its time)."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # HanTa takes one sum from numpy, whose threads cost 0.04 s
    from HanTa.HanoverTagger import HanoverTagger  # noqa: PLC0415  loading it costs 0.15 s: only when text is tagged

    model = type("Tagger", (HanoverTagger,), {"reachable": _reachable})("morphmodel_ger.pgz")
    model.analyze_forward = lru_cache(_CACHED_WORDS)(model.analyze_forward)
    model._analyze = lru_cache(_CACHED_WORDS)(model._analyze)  # noqa: SLF001  the public way to it takes the tag as text
    return model


def _reachable(model: HanoverTagger) -> None:
    """Find the states that can lead to each final one: as HanTa does while it loads, in a tenth of the time."""
    before: defaultdict[int, set[int]] = defaultdict(set)
    for (_, state), followers in model.LP_trans.items():
        for follower in followers:
            before[follower].add(state)
    model.reachability = {final: _leading(before, final) for final in model.int2tag if final < 0}


def _leading(before: Mapping[int, set[int]], final: int) -> frozenset[int]:
    found: set[int] = set()
    waiting = [final]
    while waiting:
        new = before.get(waiting.pop(), set()) - found
        found |= new
        waiting += new
    return frozenset(found)
