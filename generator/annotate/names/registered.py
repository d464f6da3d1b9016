"""Rule `registry`: names and aliases of the registry, in any German form, also inside compounds."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from generator.annotate.names.metonyms import acts
from generator.annotate.names.seen import CLASSES
from generator.german.names.known import REGISTRY, UNCLEAR
from generator.model.annotation import Mention
from generator.model.ids import Kind
from generator.model.span import Span

if TYPE_CHECKING:
    from generator.annotate.names.view import View
    from generator.german.names.known import Known, KnownNames
    from generator.german.names.matcher import Match


def registered(view: View, known: KnownNames) -> list[Mention]:
    """Mentions of everything in the registry; of names that begin at one place the longest counts.

    "Putins Sprecher", "des UN-Sicherheitsrates", "Kim-Putin-Gipfel" (two mentions), "Iskander-Raketen".
    """
    found: list[tuple[Match[Known], Mention]] = []
    position = 0
    while position < len(view.parts):
        matches = [m for m in known.table.matches(view.parts, position) if _stands_alone(view, m, found)]
        if matches:
            longest = [m for m in matches if m.end == matches[0].end]
            found.append((longest[0], _mention(view, longest)))
            position = longest[0].end
        else:
            position += 1
    mentions = [mention for _, mention in found]
    return [m for m in mentions if not _inside_other_name(view, m, mentions)]


def _mention(view: View, matches: list[Match[Known]]) -> Mention:
    """The mention of a name; the context tells a government from its city, and a firm from a person of that name."""
    first, last = view.parts[matches[0].start], view.parts[matches[0].end - 1]
    span = Span(first.span.start, last.span.end)
    surface = span.of(view.text)
    states = [m.value for m in matches if m.value.metonym]
    others = [m.value for m in matches if not m.value.metonym]
    if states and (not first.opens or not last.closes or acts(view.tokens, first.token, last.token + 1)):
        return Mention(span, states[0].kind, states[0].name, REGISTRY, metonym=True)
    if not others:
        return Mention(span, Kind.PLACE, surface, "listed-place")
    if len({known.kind for known in others}) == 1:
        return Mention(span, others[0].kind, _name(others, surface), REGISTRY)
    class_ = next((class_ for seen, class_ in view.seen_over(span) if seen == span), None)
    fitting = [known for known in others if CLASSES.get(known.kind) == class_]
    if fitting:
        return Mention(span, fitting[0].kind, _name(fitting, surface), REGISTRY)
    return Mention(span, others[0].kind, surface, UNCLEAR)


def _name(values: list[Known], surface: str) -> str:
    """The name of the entity if there is only one."""
    return values[0].name if len({known.entity for known in values}) == 1 else surface


def _stands_alone(view: View, match: Match[Known], found: list[tuple[Match[Known], Mention]]) -> bool:
    """Whether the name is a whole word or a piece of a compound noun, not of another name ("Müller-Schmidt")."""
    first, last = view.parts[match.start], view.parts[match.end - 1]
    if first.opens and last.closes:
        return True
    noun = not view.tokens[last.token].tag.startswith("NE")
    if first.opens:
        return noun or match.value.kind is not Kind.PERSON
    follows = bool(found) and found[-1][0].end == match.start
    return follows or (noun and not last.closes)


def _inside_other_name(view: View, mention: Mention, mentions: list[Mention]) -> bool:
    """Whether the model sees a longer name around the mention that holds no second known name.

    "Kim" is nobody of the registry in "Kim Kardashian", nor "Zürich" the city in "Universität Zürich".
    """
    for span, class_ in view.seen_over(mention.span):
        if class_ == "derived" or span == mention.span or not span.contains(mention.span):
            continue
        first = bisect_right(mentions, span.start, key=lambda m: m.span.end)
        last = bisect_left(mentions, span.end, key=lambda m: m.span.start)
        if last - first == 1 and (mention.kind is not Kind.PERSON or class_ == "person"):
            return class_ in ("person", "organisation")
    return False
