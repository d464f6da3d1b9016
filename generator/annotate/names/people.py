"""Who the persons of a document are, and the full name of each mention."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from generator.german.names.forms import bases
from generator.german.names.gazetteer import is_first_name, is_inhabitant
from generator.german.names.known import REGISTRY
from generator.german.names.person_names import (
    family_names,
    given_name,
    is_full,
    key,
    nominative,
    same_person,
)
from generator.german.names.vocabulary import role
from generator.model.ids import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.annotate.names.view import View
    from generator.model.annotation import Mention


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


def resolve(mentions: Iterable[Mention], people: People, text: str) -> list[Mention]:
    """Give each person of a document the full name it can only mean, as one reads: in text order.

    A family name that several people share is the one whom the text has named in full so far; before the first of them
    and behind the second it is nobody in particular.
    """
    named: set[str] = set()
    resolved = []
    for mention in mentions:
        surface = mention.span.of(text)
        one = _resolved(mention, people, named, single=" " not in surface)
        if one.kind is Kind.PERSON and is_full(surface):
            named.add(one.name)
        resolved.append(one)
    return resolved


def _resolved(mention: Mention, people: People, named: set[str], *, single: bool) -> Mention:
    called = people.called(mention.name)
    guessed = mention.rule.startswith("model") and mention.kind in (Kind.PLACE, Kind.ORGANISATION, Kind.OTHER)
    if guessed and single and called and not is_first_name(mention.name):
        mention = replace(mention, kind=Kind.PERSON, rule="family-name")
    if mention.kind is not Kind.PERSON or (mention.rule == REGISTRY and is_full(mention.name)):
        return mention
    if is_full(mention.name):
        return replace(mention, name=people.first.get(key(mention.name), mention.name))
    called = called or people.by_given_name(mention.name)
    if len(called) > 1:
        called = [name for name in called if people.first.get(key(name), name) in named] or called
    if len(called) == 1:
        return replace(mention, name=called[0])
    return replace(mention, name=_base(mention.name, people)) if called else mention


def _base(name: str, people: People) -> str:
    """The form of an ambiguous family name that the document's full names contain: "Kims" → "Kim"."""
    return next((b for b in bases(name) if key(b) in people.family), name)
