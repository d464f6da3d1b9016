"""Mood and tense of finite verbs, read from their form.

German reports speech in the Konjunktiv, so the mood of a verb decides who claims what. Strong, mixed and
auxiliary verbs come from a table; everything else is a weak verb whose forms follow from its lemma.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from generator.german.verb_forms import AUXILIARIES, MODALS, Reading, find_form, fold

if TYPE_CHECKING:
    from generator.model.annotation import Token


class Mood(StrEnum):
    """The mood that a finite form shows by itself, without its subject."""

    INDICATIVE = "indicative"  # ist, hat, kommt, kam, wurde
    SUBJUNCTIVE_1 = "subjunctive-1"  # sei, seien, habe, komme (the form is also "ich komme")
    SUBJUNCTIVE_2 = "subjunctive-2"  # wäre, hätte, käme, würde
    PRESENT_PLURAL = "present-plural"  # haben, kommen: indicative or Konjunktiv I
    PRETERITE = "preterite"  # machte, sollte, gingen: preterite indicative or Konjunktiv II

    @property
    def subjunctive(self) -> bool:
        """Whether the form, with a subject in the third person, can only be a Konjunktiv."""
        return self in (Mood.SUBJUNCTIVE_1, Mood.SUBJUNCTIVE_2)

    @property
    def ambiguous(self) -> bool:
        """Whether the form is indicative and Konjunktiv alike, so that the context has to decide."""
        return self in (Mood.PRESENT_PLURAL, Mood.PRETERITE)


class Tense(StrEnum):
    """When a finite form puts its clause; both Konjunktive speak of the present or of no time."""

    PRESENT = "present"
    PAST = "past"


def mood(token: Token) -> Mood | None:
    """Tell the mood of `token`; None if it is no finite verb.

    "sei" → SUBJUNCTIVE_1, "machte" → PRETERITE, "liefern" (if tagged finite) → PRESENT_PLURAL.
    """
    if not is_finite(token):
        return None
    form = find_form(token.text)
    return _from_readings(form.readings) if form else _weak_mood(fold(token.text), fold(token.lemma))


def tense(token: Token) -> Tense | None:
    """Tell the tense of `token`; PAST for a preterite like "machte", too; None if it is no finite verb."""
    form_mood = mood(token)
    if form_mood is None:
        return None
    if form_mood is Mood.PRETERITE:
        return Tense.PAST
    form = find_form(token.text)
    past = form is not None and form_mood is Mood.INDICATIVE and Reading.PRETERITE in form.readings
    return Tense.PAST if past else Tense.PRESENT


def is_finite(token: Token) -> bool:
    """Whether `token` is a finite verb: by its tag, or as a form that is nothing else ("käme")."""
    if "(FIN)" in token.tag:
        return True
    if token.tag.startswith("V") or not token.text[:1].islower():
        return False
    form = find_form(token.text)
    return form is not None and (
        bool(form.infinitives & (AUXILIARIES | MODALS)) or form.readings <= _ONLY_SUBJUNCTIVE_2
    )


_ONLY_SUBJUNCTIVE_2 = frozenset({Reading.SUBJUNCTIVE_2})


def _from_readings(readings: frozenset[Reading]) -> Mood:
    past = Reading.PRETERITE in readings
    if Reading.SUBJUNCTIVE_2 in readings:
        return Mood.PRETERITE if past else Mood.SUBJUNCTIVE_2
    if Reading.SUBJUNCTIVE_1 in readings and not past:
        return Mood.PRESENT_PLURAL if Reading.PRESENT in readings else Mood.SUBJUNCTIVE_1
    return Mood.INDICATIVE


def _weak_mood(form: str, lemma: str) -> Mood:
    """Read a weak verb: "verfüge" (stem + e), "verfügte" (-te, -ten), "verfügen", "verfügt"."""
    stem = lemma.removesuffix("n").removesuffix("e")
    if form == stem + "e":
        return Mood.SUBJUNCTIVE_1
    if form == lemma:
        return Mood.PRESENT_PLURAL
    if form.endswith(("te", "ten", "test", "tet")):
        return Mood.PRETERITE
    if form.endswith("e"):
        return Mood.SUBJUNCTIVE_1
    return Mood.PRESENT_PLURAL if form.endswith("en") else Mood.INDICATIVE
