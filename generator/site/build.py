"""From docs/ to site/, step by step."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.site.check import check
from generator.site.delivery import ONLINE, Delivery
from generator.site.edition import EMPTY, Edition
from generator.site.engine import Engine, run
from generator.site.finish import finish, policy_of
from generator.site.fonts import copy_fonts
from generator.site.headers import write_headers
from generator.site.known import read_known
from generator.site.place import exclusive, swap
from generator.site.search import feed_search
from generator.site.worker import write_scripts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path


def build_site(  # noqa: PLR0913  what is built, by what, how it is shown, and for whom
    project: Path,
    engine: Engine,
    progress: Callable[[str, int, int], None],
    environment: Mapping[str, str] = MappingProxyType({}),
    data: Mapping[str, str] = MappingProxyType({}),
    *,
    edition: Edition = EMPTY,
    delivery: Delivery = ONLINE,
) -> None:
    """Build `project/site` from `project/docs` as `project/mkdocs.yml` says.

    `environment` is added to that of the engine (see `engine.identity`); `progress` is called with the step, how
    much is done and how much there is to do. `data` is JSON-LD by page, ready to stand in its head, `edition` what the
    finishing step knows of the dossier.
    Raises InputError, with every reason, if the engine stops or the built site does not hold what it promises.
    """
    cache = project / ".cache"
    with exclusive(cache / "site") as workshop:
        built = workshop / "new"
        progress(f"{engine} builds the pages", 0, 1)
        run(engine, project, built, environment)
        progress("finishing the pages", 0, 1)
        copy_fonts(cache / "fonts", built / "assets" / "fonts")
        known = read_known(project / "docs", built)
        pages = finish(built, data, known, edition, cache / "cards", offline=delivery.offline)
        feed_search(project / "docs", built, engine, pages)
        if delivery.offline:
            write_scripts(built, engine)
        write_headers(built, policy_of(pages), delivery.hosts)
        progress("checking every link", 0, 1)
        check(pages, built)
        swap(built, project / "site")
