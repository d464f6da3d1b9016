from __future__ import annotations

import threading
import time
import urllib.request
from typing import TYPE_CHECKING
from urllib.error import HTTPError

import pytest

from generator.errors import InputError, Problem
from generator.site.serve import attempt, watch
from generator.site.server import Builds, Handler, Server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PAGE = "<html><body><h1>Hulm</h1></body></html>"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    (tmp_path / "orte").mkdir()
    for name in ("index.html", "orte/index.html", "404.html"):
        (tmp_path / name).write_text(PAGE.replace("Hulm", name), encoding="utf-8")
    (tmp_path / "a.css").write_text("b { c: d }")
    with Server(tmp_path, Builds(), 0) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield running
        running.shutdown()


def get(server: Server, path: str) -> str:
    with urllib.request.urlopen(server.url + path) as answer:  # noqa: S310  our own server
        return str(answer.read().decode())


@pytest.mark.parametrize(("path", "title"), [("", "index.html"), ("index.html", "index.html"), ("orte/", "orte/index")])
def test_pages_are_served_with_the_script_that_reloads(server: Server, path: str, title: str) -> None:
    page = get(server, path)
    assert title in page
    assert page.count("/_dossier/reload.js") == 1
    assert "EventSource" in get(server, "_dossier/reload.js")


def test_other_files_are_served_as_they_are(server: Server) -> None:
    assert get(server, "a.css") == "b { c: d }"


@pytest.mark.parametrize("path", ["nirgends.html", "../../etc/passwd", "%2e%2e/%2e%2e/etc/passwd"])
def test_what_is_not_there_gives_the_page_404(server: Server, path: str) -> None:
    with pytest.raises(HTTPError) as raised:
        get(server, path)
    assert raised.value.code == 404
    assert "404.html" in raised.value.read().decode()


def test_a_build_reaches_the_browser(server: Server) -> None:
    with urllib.request.urlopen(server.url + "_dossier/builds", timeout=10) as events:  # noqa: S310
        assert events.readline() == b"data: 1\n"
        events.readline()
        server.builds.done()
        assert events.readline() == b"data: 2\n"


@pytest.mark.parametrize(
    ("changed", "due"),
    [
        ("seeds/articles/a.txt", True),
        ("docs/assets/dossier.css", True),
        ("mkdocs.yml", True),
        ("docs/index.md", False),
        ("README.md", False),
    ],
)
def test_what_people_write_is_watched_and_what_we_write_is_not(tmp_path: Path, changed: str, due: bool) -> None:  # noqa: FBT001  a table of cases
    for folder in ("seeds/articles", "docs/assets"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "mkdocs.yml").touch()
    event = threading.Event()
    observer = watch(tmp_path, event)
    try:
        (tmp_path / changed).write_text("neu")
        assert event.wait(3 if due else 0.3) is due
    finally:
        observer.stop()
        observer.join()


def test_reading_a_file_is_no_change(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    file = tmp_path / "seeds" / "dossier.yml"
    file.write_text("title: Hulm")
    time.sleep(0.1)
    event = threading.Event()
    observer = watch(tmp_path, event)
    try:
        file.read_text()
        assert not event.wait(0.3)
    finally:
        observer.stop()
        observer.join()


def test_a_build_that_fails_is_told_and_ends_nothing() -> None:
    told: list[str] = []

    def fail() -> None:
        raise InputError([Problem("seeds/dossier.yml", 3, "SET01", "no title")])

    assert attempt(fail, told.append) is False
    assert told == ["seeds/dossier.yml:3: SET01 no title"]
    assert attempt(lambda: None, told.append) is True


def test_the_handler_says_nothing(capsys: pytest.CaptureFixture[str], server: Server) -> None:
    get(server, "")
    assert capsys.readouterr().err == ""
    assert Handler.protocol_version == "HTTP/1.1"
