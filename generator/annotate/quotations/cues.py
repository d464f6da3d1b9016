"""Cues: the words that tell that somebody says, thinks or wants something."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.annotate.quotations.clauses import ClauseKind
from generator.german.attribution import word_set
from generator.german.saying import JUDGING, fold, noun_features, verbs
from generator.german.verbs import is_finite

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.annotate.quotations.clauses import Clause
    from generator.german.saying import Saying
    from generator.model.annotation import Token

_AUXILIARIES = frozenset({"sein", "haben", "werden"})
_MODALS = frozenset({"können", "müssen", "sollen", "wollen", "dürfen", "mögen", "lassen"})
_CERTAIN = word_set("attitudes")
_SHOWN = _CERTAIN | word_set("shown-attitudes")
_REFLEXIVE = frozenset({"sicher", "bewusst", "einig"})
_GIVEN = frozenset({"bedenken", "protokoll", "verstehen"})  # gibt zu bedenken, dass …
_KNOWN = frozenset({"bekannt", "publik"})
_APPOSED = (ClauseKind.FRAGMENT, ClauseKind.RELATIVE)
_NO_PREFIX = frozenset({"weiter", "dazu"})  # adverbs that are tagged as separated prefixes
_PREFIX_REACH = 45  # words within which a separated prefix may follow its verb


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of saying in a clause: the `tokens` that make it up, what can stand with it, and how it stands."""

    tokens: tuple[int, ...]
    features: frozenset[str]
    clause: int
    passive: bool = False
    lemma: str = ""

    @property
    def prepositions(self) -> frozenset[str]:
        """Prepositions whose phrase is what was said."""
        return frozenset(f[1:] for f in self.features if f.startswith("+"))


def find_cue(tokens: Sequence[Token], clauses: Sequence[Clause], number: int) -> Cue | None:
    """The verb of saying that governs clause `number`, if there is one."""
    clause = clauses[number]
    finite = clause.finite
    if finite is None:
        return _elided(tokens, clause, number)
    lemma = fold(tokens[finite].lemma)
    if lemma in JUDGING and (judged := _judgement(tokens, clause, number)) is not None:
        return judged
    if lemma in _AUXILIARIES or lemma in _MODALS:
        return _with_auxiliary(tokens, clauses, number, lemma)
    reach = _reach(clauses, number)
    saying, prefix = _separable(tokens, finite, reach, lemma)
    if saying is not None and not _reflexive(tokens, clause, saying):
        at = (finite,) if prefix is None else tuple(sorted((finite, prefix)))
        return Cue(at, saying.features, number, lemma=saying.prefix + saying.base)
    return _attitude(tokens, clause, number, lemma)


def _reflexive(tokens: Sequence[Token], clause: Clause, saying: Saying) -> bool:
    """As in "meldete sich bei der Polizei": with sich, the verb does not say anything."""
    return "-sich" in saying.features and any(t.text == "sich" for t in tokens[clause.start : clause.end])


def _elided(tokens: Sequence[Token], clause: Clause, number: int) -> Cue | None:
    """As in "hat geprüft und behauptet, …": a second participle that shares the auxiliary of the first."""
    last = clause.end - 1
    if not clause.conjunction or tokens[last].tag != "VV(PP)":
        return None
    saying = _whole(tokens[last])
    return Cue((last,), saying.features, number, lemma=saying.prefix + saying.base) if saying else None


def _judgement(tokens: Sequence[Token], clause: Clause, number: int) -> Cue | None:
    """As in "hält es für möglich, dass …", "sieht es als Aufgabe an, … zu …"."""
    words = [t.text for t in tokens[clause.start : clause.end]]
    finite = clause.finite if clause.finite is not None else clause.start
    fits = "es" in words and ("für" in words or "als" in words)
    return Cue((finite,), frozenset({"clause", "inf"}), number) if fits else None


def _rede(tokens: Sequence[Token], clause: Clause, number: int) -> Cue | None:
    """As in "In einem Bericht ist von einem Diplomaten die Rede"."""
    finite = clause.finite if clause.finite is not None else clause.start
    for at in range(clause.start, clause.end):
        if tokens[at].text == "Rede" and tokens[at - 1].text == "die":
            return Cue(tuple(sorted((finite, at - 1, at))), frozenset({"+von", "quote", "es"}), number, lemma="rede")
    return None


def _reach(clauses: Sequence[Clause], number: int) -> int:
    """Where the verb's clause ends: behind relative clauses and brackets that only interrupt it."""
    clause = clauses[number]
    end = clause.end
    if clause.kind is not ClauseKind.MAIN:
        return end
    for later in clauses[number + 1 :]:
        if later.kind is ClauseKind.MAIN or later.end - clause.start > _PREFIX_REACH:
            break
        end = later.end
    return end


def _separable(tokens: Sequence[Token], finite: int, reach: int, lemma: str) -> tuple[Saying | None, int | None]:
    sayings = verbs().get(lemma, ())
    whole = next((s for s in sayings if s.prefix + s.base == lemma), None)
    parts = [s for s in sayings if s.base == lemma and s.prefix]
    for at in (finite - 1, *range(finite + 1, reach)):
        word = tokens[at].text.lower()
        for saying in parts:
            if word == saying.prefix and at >= 0 and (at < finite or _closes_verb(tokens, at)):
                return saying, at
    if whole is not None and not any(
        tokens[i].tag == "PTKVZ" and tokens[i].text not in _NO_PREFIX for i in range(finite + 1, reach)
    ):
        return whole, None
    return None, None


def _closes_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at `at` is a separated prefix and no preposition: nothing that it could govern follows."""
    if tokens[at].tag == "PTKVZ":
        return True
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is None or after.tag.startswith("$") or after.text in ("und", "oder", "sowie") or after.tag == "KON"


def _with_auxiliary(tokens: Sequence[Token], clauses: Sequence[Clause], number: int, auxiliary: str) -> Cue | None:
    clause = clauses[number]
    finite = clause.finite or clause.start
    where = _where_participle(clauses, number, finite)
    for at in where:
        token = tokens[at]
        if not token.tag.startswith(("VV", "ADJ", "VA(PP)", "NN", "FM")) or is_finite(token):
            continue
        saying = _whole(token)
        if saying is None:
            saying, extra = _bekannt(tokens, at, where)
        else:
            extra = ()
        if saying is not None and not _reflexive(tokens, clause, saying):
            infinitive = token.tag.endswith(("(INF)", "(IZU)"))
            passive = not infinitive and auxiliary in ("werden", "sein") and not _perfect_with_sein(saying)
            passive = passive or _passive_infinitive(tokens, at, where)
            return Cue(
                tuple(sorted({finite, at, *extra})), saying.features, number, passive, saying.prefix + saying.base
            )
    return _attitude(tokens, clause, number, auxiliary) or _rede(tokens, clause, number)


def _where_participle(clauses: Sequence[Clause], number: int, finite: int) -> list[int]:
    """Where to look for the participle, likeliest first; also behind an apposition ("hat Abt, der Chef, gesagt")."""
    clause = clauses[number]
    if clause.kind is not ClauseKind.MAIN:
        return list(reversed(range(clause.start, finite)))
    own = [*reversed(range(finite + 1, clause.end)), *range(clause.start, finite)]
    last = number + 1
    while last < len(clauses) and clauses[last].mark == "," and clauses[last].kind in _APPOSED:
        last += 1
    later = [c for c in clauses[number + 1 : last] if c.kind is ClauseKind.FRAGMENT]
    return [*own, *(c.end - 1 for c in later)]


def _perfect_with_sein(saying: Saying) -> bool:
    return (saying.prefix, saying.base) == ("aus", "gehen")


def _passive_infinitive(tokens: Sequence[Token], at: int, where: Sequence[int]) -> bool:
    """As in "kann … bestätigt werden", "ist … mitgeteilt worden"."""
    after = tokens[at + 1].text if at + 1 in where else ""
    return after in ("werden", "worden")


def _whole(token: Token) -> Saying | None:
    if token.tag.startswith("NN"):
        return None
    lemma = fold(token.lemma)
    for saying in verbs().get(lemma, ()):
        if saying.prefix + saying.base == lemma:
            return saying
    form = fold(token.text)
    return _participles().get(form) if form.endswith(("t", "en")) else None


def _participles() -> dict[str, Saying]:
    return _PARTICIPLES


def _regular_participles() -> dict[str, Saying]:
    """Participles of the weak verbs by form, for those that the tagger takes for adjectives ("befürchtet")."""
    table: dict[str, Saying] = {}
    for sayings in verbs().values():
        for saying in sayings:
            stem = saying.base.removesuffix("n").removesuffix("e")
            e = "e" if stem.endswith(("t", "d")) else ""
            inseparable = saying.base.startswith(
                ("be", "ge", "er", "ver", "zer", "ent", "emp", "miss", "unter", "über", "wider", "wieder")
            )
            ge = "" if inseparable or saying.base.endswith("ieren") else "ge"
            table.setdefault(f"{saying.prefix}{ge}{stem}{e}t", saying)
    return table


_PARTICIPLES = _regular_participles()


def _bekannt(tokens: Sequence[Token], at: int, where: Sequence[int]) -> tuple[Saying | None, tuple[int, ...]]:
    """As in "bekannt gegeben", written apart: the participle with the prefix before it."""
    before = tokens[at - 1].text.lower() if at - 1 in where else ""
    for saying in verbs().get(fold(tokens[at].lemma), ()):
        if saying.prefix and saying.prefix == before:
            return saying, (at - 1,)
    return None, ()


def _attitude(tokens: Sequence[Token], clause: Clause, number: int, lemma: str) -> Cue | None:
    """As in "zeigte sich überzeugt", "ist sich sicher", "wurde bekannt", "ist der Ansicht"."""
    finite = clause.finite if clause.finite is not None else clause.start
    for at in range(clause.start, clause.end):
        word = fold(tokens[at].text if lemma == "sein" else tokens[at].text.rpartition(" ")[2])
        becomes = lemma == "werden" or any(t.text in ("geworden", "werden") for t in tokens[clause.start : clause.end])
        if word in _KNOWN and becomes:
            return Cue(tuple(sorted((finite, at))), frozenset({"clause", "weak"}), number, passive=True)
        if _attitude_fits(tokens, clause, word, lemma):
            return Cue(tuple(sorted((finite, at))), frozenset({"say", "clause", "inf", "quote"}), number)
        if lemma == "geben" and word in _GIVEN and tokens[at - 1].text in ("zu", "zum"):
            return Cue((finite, at - 1, at), frozenset({"say", "clause"}), number)
        if tokens[at].tag == "NN" and lemma == "sein" and at > 0 and tokens[at - 1].text in ("der", "Der"):
            features = noun_features(tokens[at].lemma)
            if "clause" in features and "nach" in features:
                return Cue((finite, at - 1, at), frozenset({"say", "clause"}), number)
    return None


def _attitude_fits(tokens: Sequence[Token], clause: Clause, word: str, lemma: str) -> bool:
    reflexive = any(t.text == "sich" for t in tokens[clause.start : clause.end])
    if lemma == "sein":
        return word in _CERTAIN and (reflexive or word not in _REFLEXIVE)
    if lemma == "halten" and word == "für":
        return any(t.text == "es" for t in tokens[clause.start : clause.end])
    return reflexive and word in _SHOWN and lemma in ("zeigen", "geben", "äussern", "haben")
