"""A small site for the tests of `site` and of the browser: invented pages, built as a reader gets them."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.render.labels import labels
from generator.site import ONLINE, Delivery, Edition
from generator.site.build import build_site
from generator.site.engine import identity, interface
from generator.site.fonts import copy_fonts

if TYPE_CHECKING:
    from collections.abc import Callable

TESTS = Path(__file__).parent
REPOSITORY = TESTS.parent


EDITION = Edition(
    title="Die Fähre",
    words=labels("de").words,
    dates={"quellen/bericht.html": "2023-11"},
    languages={"quellen/bericht.html": "de"},
)


def silent(_step: str, _done: int, _total: int) -> None:
    """A progress that nobody watches."""


def _project(folder: Path, docs: Path, fonts: Path) -> Path:
    """A project with the pages of `docs` and the configuration and look of this repository."""
    shutil.copytree(docs, folder / "docs", ignore=shutil.ignore_patterns("assets"))
    shutil.copytree(REPOSITORY / "docs" / "assets", folder / "docs" / "assets")
    shutil.copyfile(REPOSITORY / "mkdocs.yml", folder / "mkdocs.yml")
    shutil.copytree(fonts, folder / ".cache" / "fonts")
    return folder


@pytest.fixture(scope="session")
def fonts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cut fonts, made once for all projects."""
    folder = tmp_path_factory.mktemp("fonts")
    copy_fonts(folder / "cache", folder / "site")
    return folder / "cache"


@pytest.fixture
def small_project(tmp_path: Path, fonts: Path) -> Path:
    """A project of a few pages that a test may spoil."""
    return _project(tmp_path / "project", TESTS / "site" / "small", fonts)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, fonts: Path) -> Callable[..., Path]:
    """Builds pages with an engine for an address, each combination once; gives the folder of the site."""
    sites: dict[tuple[str, str, Path, Delivery], Path] = {}

    def build(
        engine: str,
        url: str = "https://hulm.example/",
        docs: Path = TESTS / "site" / "small",
        delivery: Delivery = ONLINE,
    ) -> Path:
        if (engine, url, docs, delivery) not in sites:
            project = _project(tmp_path_factory.mktemp(engine) / "project", docs, fonts)
            environment = identity("Die Fähre", url, 1_700_000_000) | interface("de", EDITION.words)
            build_site(project, engine, silent, environment, edition=EDITION, delivery=delivery)
            sites[engine, url, docs, delivery] = project / "site"
        return sites[engine, url, docs, delivery]

    return build
