"""The pages that do not belong to one entity: one module a kind of page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.render.pages.claims import render_claims
from generator.render.pages.data import render_data
from generator.render.pages.disputes import render_disputes
from generator.render.pages.method import render_method
from generator.render.pages.moved import render_moved
from generator.render.pages.network import render_network
from generator.render.pages.readings import render_readings
from generator.render.pages.register import render_register
from generator.render.pages.sources import render_sources
from generator.render.pages.start import render_start
from generator.render.pages.timeline import render_timeline
from generator.render.pages.topics import render_topics

if TYPE_CHECKING:
    from generator.model.page import Page
    from generator.render.context import Context


def render_pages(context: Context) -> tuple[Page, ...]:
    """All pages but those of the entities."""
    return (
        render_start(context),
        *render_sources(context),
        render_timeline(context),
        render_claims(context),
        *render_disputes(context),
        *render_topics(context),
        render_network(context),
        render_register(context),
        render_method(context),
        render_readings(context),
        *render_moved(context),
        render_data(context),
    )
