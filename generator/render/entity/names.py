"""„Namen und Schreibweisen“: every form of a name, what it is, and where the sources have it first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.dossier import Evidence
from generator.model.ids import AliasKind
from generator.model.lists import FORM
from generator.render import markdown as md
from generator.render.evidence import cited
from generator.render.phrases import called

if TYPE_CHECKING:
    from generator.model.dossier import Entity, EntityMention
    from generator.model.listed import Found
    from generator.render.context import Context


def names(context: Context, page: str, entity: Entity) -> md.Markdown:
    """List the name, the aliases of the registry and the forms of the text; nothing if there is only the name."""
    kinds = {entity.name: "alias.name"}
    kinds |= {alias.text: f"alias.{alias.kind}" for alias in entity.aliases if alias.text != entity.name}
    for form in entity.forms:
        kinds.setdefault(form, "alias.form")
    if len(kinds) == 1:
        return md.EMPTY
    found = context.mentions[entity.id].by(FORM)
    misprints = {alias.text for alias in entity.aliases if alias.kind is AliasKind.MISPRINT}
    sic = context.labels.text("text.sic")
    rows = [
        (
            md.join(called(entity, form), sic if form in misprints else md.EMPTY, separator=md.SPACE),
            context.labels.text(kind),
            _counted(context, page, found.get(form)),
        )
        for form, kind in kinds.items()
    ]
    return md.table([context.labels.text(f"table.{column}") for column in ("form", "form_kind", "mentions")], rows)


def _counted(context: Context, page: str, found: Found[EntityMention] | None) -> md.Markdown:
    """How often a form stands in the sources, and where it does first."""
    if found is None:
        return md.text("0")
    (first,) = found.first(1)
    return cited(context, page, md.text(str(len(found))), [Evidence(first.source, first.span)])
