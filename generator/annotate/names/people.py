"""Who the persons of a document are: later mentions found, and each given its full name."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from generator.german.names.clusters import is_person
from generator.german.names.forms import bases, fold
from generator.german.names.gazetteer import is_first_name, is_inhabitant
from generator.german.names.known import REGISTRY
from generator.german.names.person_names import (
    family_names,
    given_name,
    is_full,
    key,
    nominative,
    particles,
    same_person,
)
from generator.german.names.vocabulary import role
from generator.german.saying import verbs
from generator.model.annotation import Mention
from generator.model.ids import Kind
from generator.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.annotate.names.view import View
    from generator.german.names.matcher import Part

_SHORTEST = 3  # a shorter family name is only one where the model sees it
_LIKE_NOUNS = ("ART", "ADJA", "PPOSAT", "PIAT", "PDAT", "APPRART", "CARD")


@dataclass(frozen=True, slots=True)
class People:
    """The persons whom a document names in full, under the keys of their family names and given names.

    `first` maps the key of each full name to the form under which the document first names that person.
    """

    family: dict[str, list[str]] = field(default_factory=dict)
    given: dict[str, list[str]] = field(default_factory=dict)
    first: dict[str, str] = field(default_factory=dict)

    def called(self, name: str) -> list[str]:
        """Everybody whom the family name `name` (or a form of it) can mean."""
        return next((self.family[key(b)] for b in bases(name) if key(b) in self.family), [])

    def by_given_name(self, name: str) -> list[str]:
        """Everybody whose given name is `name`."""
        return next((self.given[key(b)] for b in bases(name) if key(b) in self.given and is_first_name(b)), [])


def people_of(mentions: Iterable[Mention], text: str) -> People:
    """The people whom the mentions of a document name in full."""
    people = People()
    for mention in mentions:
        if mention.kind is Kind.PERSON and is_full(mention.name) and is_full(mention.span.of(text)):
            _add(people, mention.name)
    return people


def _add(people: People, name: str) -> None:
    if key(name) in people.first:
        return
    rivals = [n for family in family_names(name) for n in people.family.get(family, [])]
    same = next((n for n in rivals if same_person(n, name)), None)
    people.first[key(name)] = same or name
    if same is None:
        for family in family_names(name):
            people.family.setdefault(family, []).append(name)
        people.given.setdefault(given_name(name), []).append(name)


def without_genitive(view: View, mention: Mention) -> Mention:
    """A person's mention, its name in the nominative."""
    if mention.kind is not Kind.PERSON or mention.rule == REGISTRY:
        return mention
    following = view.token_at(mention.span.end)
    before_noun = following < len(view.tokens) and view.tokens[following].tag.startswith(("NN", "ADJA"))
    return replace(mention, name=nominative(mention.name, attribute=before_noun or _behind_noun(view, mention)))


def _behind_noun(view: View, mention: Mention) -> bool:
    """Whether the name follows a noun that is no title: "die Rede Macrons", but "Minister Peters"."""
    first = view.token_at(mention.span.start)
    before = view.tokens[first - 1] if first else None
    title = before is not None and (role(before.text) is not None or is_inhabitant(before.text))
    return before is not None and before.tag.startswith("NN") and not title


def again(view: View, people: People) -> list[Mention]:
    """Rules `family-name` and `in-compound`: people of the document whom the model overlooks in a later sentence."""
    found = []
    for index, part in enumerate(view.parts):
        if len(part.text) < _SHORTEST or not part.text[0].isupper() or not people.called(part.text):
            continue
        if part.opens and part.closes:
            span = _with_particles(view, index, people)
            if span != part.span or _reads_as_name(view, part):
                found.append(Mention(span, Kind.PERSON, part.text, "family-name"))
        elif not part.closes and not view.tokens[part.token].tag.startswith("NE") and _in_front(view, index, people):
            found.append(Mention(part.span, Kind.PERSON, part.text, "in-compound"))
    return found


def _reads_as_name(view: View, part: Part) -> bool:
    """Not where the family name is an everyday word and stands like one: "der Koch"; but "sagt Koch"."""
    token = view.tokens[part.token]
    before = view.tokens[part.token - 1] if part.token else None
    if before and (fold(before.lemma) in verbs() or fold(before.text) == "so"):
        return True
    if before and before.tag.startswith(_LIKE_NOUNS) and not token.tag.startswith("NE"):
        return False
    return token.tag.startswith("NE") or (token.tag.startswith("NN") and any(map(is_person, bases(part.text))))


def _with_particles(view: View, index: int, people: People) -> Span:
    """The span of the family name with the particles that belong to it: "von der Leyen"."""
    start = index
    while start and fold(view.parts[start - 1].text) in particles():
        start -= 1
    whole = Span(view.parts[start].span.start, view.parts[index].span.end)
    return whole if people.called(whole.of(view.text)) else view.parts[index].span


def _in_front(view: View, index: int, people: People) -> bool:
    """Whether the piece opens its compound or follows another person there: "Kim-Putin-Gipfel"."""
    return view.parts[index].opens or bool(people.called(view.parts[index - 1].text))


def resolve(mentions: Iterable[Mention], people: People, text: str) -> list[Mention]:
    """Give each person the full name it can only mean; two possible ones mean nobody in particular."""
    return [_resolved(m, people, single=" " not in m.span.of(text)) for m in mentions]


def _resolved(mention: Mention, people: People, *, single: bool) -> Mention:
    called = people.called(mention.name)
    if mention.rule.startswith("model") and mention.kind in (Kind.PLACE, Kind.ORGANISATION, Kind.OTHER):
        if single and len(called) == 1 and not is_first_name(mention.name):
            return replace(mention, kind=Kind.PERSON, name=called[0], rule="family-name")
        return mention
    if mention.kind is not Kind.PERSON or mention.rule == REGISTRY:
        return mention
    if is_full(mention.name):
        return replace(mention, name=people.first.get(key(mention.name), mention.name))
    called = called or people.by_given_name(mention.name)
    if len(called) == 1:
        return replace(mention, name=called[0])
    return replace(mention, name=_base(mention.name, people)) if called else mention


def _base(name: str, people: People) -> str:
    """The form of an ambiguous family name that the document's full names contain: "Kims" → "Kim"."""
    return next((b for b in bases(name) if key(b) in people.family), name)
