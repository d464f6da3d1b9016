"""The site on this machine while somebody edits: rebuilt when a file changes, reloaded in the browser when it is."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from watchdog.events import FileClosedNoWriteEvent, FileOpenedEvent, FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from generator.errors import InputError
from generator.site.server import Builds, Server, local_url

if TYPE_CHECKING:
    from collections.abc import Callable

    from watchdog.observers.api import BaseObserver

__all__ = ["local_url", "serve"]

WATCHED = ("seeds", "docs/assets", "mkdocs.yml")
_QUIET_SECONDS = 0.2  # editors write a file in several steps


def serve(project: Path, rebuild: Callable[[], None], port: int, say: Callable[[str], None] = print) -> None:
    """Build, serve `project/site`, rebuild and reload on every change, until Ctrl-C.

    A build that fails is reported, and the site of before stays up. `rebuild` should build for the address
    `local_url(port)`: instant navigation works only where the site believes to be. Raises OSError if `port`
    is taken.
    """
    due = threading.Event()
    with Server(project / "site", Builds(), port) as server:
        observer = watch(project, due)
        attempt(rebuild, say)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        say(f"{server.url} (Ctrl-C ends)")
        try:
            while True:
                _wait_for_quiet(due)
                say("something changed, building")
                if attempt(rebuild, say):
                    server.builds.done()
                    say("built")
        except KeyboardInterrupt:
            say("")
        finally:
            observer.stop()
            server.shutdown()


def attempt(rebuild: Callable[[], None], say: Callable[[str], None]) -> bool:
    """Rebuild; say what is wrong with the input, if anything is."""
    try:
        rebuild()
    except InputError as error:
        say(str(error))
        return False
    return True


def watch(project: Path, due: threading.Event) -> BaseObserver:
    """Set `due` whenever one of the files changes that people write."""
    observer = Observer()
    for name in WATCHED:
        path = project / name
        if path.is_dir():
            observer.schedule(_Changes(due), str(path), recursive=True)
        elif path.is_file():
            observer.schedule(_Changes(due, only=path.name), str(path.parent))
    observer.start()
    return observer


def _wait_for_quiet(due: threading.Event) -> None:
    """Wait for a change, and then until nothing has changed for a moment."""
    due.wait()
    while due.is_set():
        due.clear()
        due.wait(_QUIET_SECONDS)


class _Changes(FileSystemEventHandler):
    """Sets `due` when a file changes, not when somebody merely reads it."""

    def __init__(self, due: threading.Event, only: str | None = None) -> None:
        self._due = due
        self._only = only

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Look at what the operating system reports."""
        if event.is_directory or isinstance(event, FileOpenedEvent | FileClosedNoWriteEvent):
            return
        if self._only is None or self._only in {Path(str(path)).name for path in (event.src_path, event.dest_path)}:
            self._due.set()
