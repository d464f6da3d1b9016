"""`docs/daten/ftm.jsonl`: entities of the FollowTheMoney model, one a line, for Aleph and its relatives.

The file is written without the `followthemoney` package, so that it does not depend on what is installed. With the
package (`pip install dossier[ftm]`), `checked.accepted` runs every entity through it.

Model: followthemoney.tech, version 4. Weapons, topics and places have no class there and are left out; what is supplied
is named in the link. What is not plainly asserted says so in its name or role: `supplies (possible)`.
"""

from __future__ import annotations

import json
from itertools import chain
from typing import TYPE_CHECKING

from generator.export.followthemoney.links import links
from generator.export.followthemoney.nodes import articles, events, mentions, parties
from generator.export.view import view as look_up

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.export.followthemoney.values import Json
    from generator.model.dossier import Dossier


def ftm(dossier: Dossier) -> str:
    """All entities, a JSON object a line."""
    return "".join(f"{json.dumps(entity, ensure_ascii=False)}\n" for entity in ftm_entities(dossier))


def ftm_entities(dossier: Dossier) -> Iterator[Json]:
    """Each entity as `{"id", "schema", "properties"}`: who is involved, events, sources, mentions, links."""
    view = look_up(dossier)
    return chain(parties(view), events(view), articles(view), mentions(view), links(view))
