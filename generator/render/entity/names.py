"""„Namen und Schreibweisen“: every form of a name, what it is, and where the sources have it first."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.model.dossier import Evidence
from generator.model.ids import AliasKind
from generator.render import markdown as md
from generator.render.evidence import cited
from generator.render.phrases import called

if TYPE_CHECKING:
    from generator.model.dossier import Entity
    from generator.render.context import Context


def names(context: Context, page: str, entity: Entity) -> md.Markdown:
    """List the name, the aliases of the registry and the forms of the text; nothing if there is only the name."""
    kinds = {entity.name: "alias.name"}
    kinds |= {alias.text: f"alias.{alias.kind}" for alias in entity.aliases if alias.text != entity.name}
    for form in entity.forms:
        kinds.setdefault(form, "alias.form")
    if len(kinds) == 1:
        return md.EMPTY
    first, counts = _in_the_sources(context, entity)
    misprints = {alias.text for alias in entity.aliases if alias.kind is AliasKind.MISPRINT}
    sic = context.labels.text("text.sic")
    rows = [
        (
            md.join(called(entity, form), sic if form in misprints else md.EMPTY, separator=md.SPACE),
            context.labels.text(kind),
            cited(context, page, md.text(str(counts[form])), first.get(form, [])),
        )
        for form, kind in kinds.items()
    ]
    return md.table([context.labels.text(f"table.{column}") for column in ("form", "form_kind", "mentions")], rows)


def _in_the_sources(context: Context, entity: Entity) -> tuple[dict[str, list[Evidence]], Counter[str]]:
    """Find where each form stands first, and how often it stands there."""
    first: dict[str, list[Evidence]] = {}
    counts: Counter[str] = Counter()
    for mention in context.mentions.get(entity.id, ()):
        counts[mention.form] += 1
        first.setdefault(mention.form, [Evidence(mention.source, mention.span)])
    return first, counts
