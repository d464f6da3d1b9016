"""The words of a sentence in a row, with the names among them, for rules that look to the left and right of a word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.german.clauses import INVISIBLE
from generator.german.names.vocabulary import role

if TYPE_CHECKING:
    from generator.assemble.scene import Scene
    from generator.model.annotation import Mention, Token
    from generator.model.ids import EntityId, Kind

_ARTICLES = ("ART", "PDAT", "PPOSAT")
_ATTRIBUTES = ("ADJ(A)", "CARD")


@dataclass(frozen=True, slots=True)
class Row:
    """Tokens without quotation marks; places are indices into them, and every question may be asked of any place."""

    scene: Scene
    tokens: tuple[Token, ...]

    @classmethod
    def of(cls, scene: Scene) -> Row:
        """The row of a sentence."""
        return cls(scene, tuple(t for t in scene.sentence.tokens if t.text not in INVISIBLE))

    def name(self, place: int) -> Mention | None:
        """The name that the word at `place` is a part of."""
        return self.scene.names.get(self.tokens[place].span.start) if self.holds(place) else None

    def starting(self, place: int) -> Mention | None:
        """The name that starts with the word at `place`, even if the word goes on: "FDP" of "FDP-Chef"."""
        return self.scene.names_by_start.get(self.tokens[place].span.start)

    def holds(self, place: int) -> bool:
        """Whether there is a word at `place`."""
        return 0 <= place < len(self.tokens)

    def word(self, place: int) -> str:
        """The word at `place` in lower case; empty outside of the sentence."""
        return self.tokens[place].text.lower() if self.holds(place) else ""

    def tag(self, place: int) -> str:
        """The part of speech at `place`; empty outside of the sentence."""
        return self.tokens[place].tag if self.holds(place) else ""

    def is_article(self, place: int) -> bool:
        """Whether the word at `place` is an article or stands for one."""
        return self.tag(place) in _ARTICLES

    def is_attribute(self, place: int) -> bool:
        """Whether the word at `place` is an adjective before a noun, or a number."""
        return self.tag(place) in _ATTRIBUTES and self.name(place) is None

    def is_noun(self, place: int) -> bool:
        """Whether the word at `place` is a common noun outside of names."""
        return self.tag(place).startswith("NN") and self.name(place) is None

    def behind(self, place: int) -> int:
        """The place behind the name at `place`."""
        name, after = self.name(place), place
        while name is not None and self.name(after) is name:
            after += 1
        return after

    def before_attributes(self, place: int) -> int:
        """The place left of the adjectives that end at `place`."""
        while self.is_attribute(place):
            place -= 1
        return place

    def adjectives(self, start: int, end: int) -> list[str]:
        """The adjectives from `start` to before `end`."""
        return [self.tokens[place].text for place in range(start, end) if self.tag(place) == "ADJ(A)"]

    def introduced(self, place: int, kinds: frozenset[Kind]) -> tuple[Mention, int] | None:
        """The name of one of `kinds` that a noun phrase starting at `place` names, and the place behind it.

        "der Denkfabrik International Institute …", "des US-Aussenministeriums"; not "des Geheimdienstes der Ukraine",
        and a person only behind a word for persons: "des Präsidenten Putin", not "des Ministeriums Karl Berg".
        """
        while self.is_article(place) or self.is_attribute(place):
            place += 1
        noun = ""
        if self.is_noun(place):
            noun, place = self.tokens[place].lemma, place + 1
        name = self.name(place)
        if name is None or name.kind not in kinds:
            return None
        person = name.kind == "person"
        return None if noun and person and role(noun) is None else (name, self.behind(place))

    def owner(self, place: int) -> Mention | None:
        """The name in the genitive that ends at `place`: "Kims", "Russlands"."""
        name = self.name(place)
        genitive = self.word(place).endswith(("s", "'", "’")) and name is not None
        return name if genitive and name and name.span.end == self.tokens[place].span.end else None

    def entity(self, mention: Mention | None) -> EntityId | None:
        """The entity that a name means for certain."""
        return self.scene.entity(mention) if mention else None
