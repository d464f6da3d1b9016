"""The pages that do not belong to one entity: one module a kind of page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.ids import Kind
from generator.render.pages.claims import render_claims
from generator.render.pages.data import render_data
from generator.render.pages.disputes import render_dispute, render_disputes
from generator.render.pages.method import render_method
from generator.render.pages.moved import render_moved
from generator.render.pages.network import render_network
from generator.render.pages.news import render_news
from generator.render.pages.readings import render_readings
from generator.render.pages.register import render_register
from generator.render.pages.sources import render_source, render_sources
from generator.render.pages.start import render_start
from generator.render.pages.timeline import render_timeline
from generator.render.pages.told import render_told
from generator.render.pages.topics import render_topic, render_topics
from generator.render.task import each, whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.ids import EntityId
    from generator.model.page import Page
    from generator.render.context import Context
    from generator.render.task import Task


def page_tasks(context: Context) -> Iterator[Task]:
    """All pages but those of the entities."""
    yield whole("start", render_start)
    yield whole("sources", render_sources)
    yield from each("source", context.sources, render_source)
    yield whole("timeline", render_timeline)
    yield whole("claims", render_claims)
    yield from each("told", context.sources, render_told)
    yield whole("disputes", render_disputes)
    yield from each("dispute", context.matters, render_dispute)
    yield whole("topics", render_topics)
    yield from each("topic", _topics(context), render_topic)
    yield whole("network", render_network)
    yield whole("register", render_register)
    yield whole("method", render_method)
    yield whole("readings", render_readings)
    yield whole("moved", render_moved)
    yield whole("news", render_news)
    yield whole("data", render_data)


def render_pages(context: Context) -> tuple[Page, ...]:
    """Make them all."""
    return tuple(page for task in page_tasks(context) for page in task.pages(context))


def _topics(context: Context) -> Iterator[EntityId]:
    return (entity.id for entity in context.entities.values() if entity.kind is Kind.TOPIC)
