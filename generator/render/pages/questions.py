"""The leading questions: headings of the sources that ask, with what the sources answer, by status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.dossier import Evidence
from generator.model.ids import Certainty
from generator.model.lists import ASKING
from generator.render import markdown as md
from generator.render.evidence import cited
from generator.render.frame import HOME
from generator.render.links import relative
from generator.render.phrases import dotted, enumeration, spoken, status
from generator.render.sections import section_address, section_title, statements_of_sections
from generator.render.statement import worded

if TYPE_CHECKING:
    from generator.model.dossier import Section, Statement
    from generator.render.context import Context

MOST_ANSWERS = 3
"""So many answers of one status; the others stand behind the link."""


def questions(context: Context) -> md.Markdown:
    """A heading for each question, in the order of the sources; empty where no heading asks."""
    asked = [
        (section, statements_of_sections(context, section.source)[section])
        for section in dict.fromkeys(context.lists.sections.by(ASKING)[""])
    ]
    if not asked:
        return md.EMPTY
    intro = context.labels.text("start.questions_intro")
    return md.blocks(intro, *(_question(context, section, said, i) for i, (section, said) in enumerate(asked, 1)))


def _question(context: Context, section: Section, said: list[Statement], number: int) -> md.Markdown:
    words = context.labels
    heading = md.heading(3, md.name(section_title(context, section)), f"frage-{number}")
    by_status: dict[Certainty, list[Statement]] = {}
    for statement in said:
        if statement.certainty is not Certainty.QUESTION:
            by_status.setdefault(statement.certainty, []).append(statement)
    shown = [answer for certainty in Certainty for answer in by_status.get(certainty, ())[:MOST_ANSWERS]]
    answers = md.bullets(_answer(context, answer) for answer in shown) if shown else words.text("start.no_answers")
    return md.blocks(heading, answers, md.paragraph(_more(context, section)))


def _answer(context: Context, statement: Statement) -> md.Markdown:
    """The status, the words and, in brackets, whose they are."""
    source = context.sources[statement.source]
    who = enumeration(context, [spoken(context, HOME, holder) for holder in statement.holders])
    through = spoken(context, HOME, statement.outlet) if statement.outlet else md.EMPTY
    way = md.join(who, through, separator=md.text(" → "))
    words = md.text(" ".join(worded(source, statement).split()))
    said = cited(context, HOME, md.join(words, md.bracketed(way)), [Evidence(statement.source, statement.span)])
    return dotted(status(context, HOME, statement.certainty), said)


def _more(context: Context, section: Section) -> md.Markdown:
    words = context.labels
    if section.topic and section.topic in context.pages:
        address, name = context.pages[section.topic], context.called[section.topic].name
    else:
        address, name = section_address(context, section), context.sources[section.source].title
    return words.fill("start.more", topic=md.link(md.name(name), relative(HOME, address)))
