"""A headless Chromium, and sites served at the address that they were built for."""

from __future__ import annotations

import os
import shutil
import threading
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright

from generator import pipeline
from generator.model.address import slug
from tests.conftest import CORPUS
from tests.site_support import built, fonts, small_project

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

__all__ = ["built", "fonts", "small_project"]

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-pings",
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium of this machine; without one the tests are skipped, in CI they fail."""
    executable = next(filter(None, map(shutil.which, _NAMES)), None)
    if executable is None:
        reason = f"none of {', '.join(_NAMES)} is installed"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=list(_QUIET))
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def corpus_pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of the invented corpus."""
    project = tmp_path_factory.mktemp("corpus") / "project"
    shutil.copytree(CORPUS, project)
    pipeline.generate(project)
    return project / "docs"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


@contextmanager
def _serve(folder: Path) -> Iterator[ThreadingHTTPServer]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        server.daemon_threads = True
        threading.Thread(target=partial(server.serve_forever, poll_interval=0.02), daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture(scope="session")
def address(built: Callable[..., Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., str]]:
    """Builds pages with an engine and serves them under a folder of a host, as many hosts do; gives the address."""
    folder = tmp_path_factory.mktemp("host")
    with _serve(folder) as server:

        def show(engine: str, **pages: Path) -> str:
            name = "-".join((engine, *map(slug, map(str, pages.values()))))
            url = f"http://127.0.0.1:{server.server_port}/{name}/"
            if not (folder / name).exists():
                (folder / name).symlink_to(built(engine, url, **pages))
            return url

        yield show
