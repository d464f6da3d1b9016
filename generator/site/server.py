"""A server for one reader: the files of the site, and a script that reloads the page when there is a new build.

The script asks, over one open connection, how often the site has been built. It comes from this server and stands in
no file of the site.
"""

from __future__ import annotations

import threading
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

HOST = "127.0.0.1"
_SCRIPT_PATH, _EVENTS_PATH = "/_dossier/reload.js", "/_dossier/builds"
_SCRIPT = f"""
const builds = new EventSource("{_EVENTS_PATH}");
let first;
builds.onmessage = ({{ data }}) => {{ if ((first ??= data) !== data) location.reload(); }};
addEventListener("pagehide", () => builds.close());
"""
_TAG = f'<script src="{_SCRIPT_PATH}"></script></body>'.encode()
_HEARTBEAT_SECONDS = 5  # how soon a reader who has left is noticed


def local_url(port: int) -> str:
    """Where a server on `port` shows the site."""
    return f"http://{HOST}:{port}/"


class Builds:
    """How often the site has been built since the server started."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._number = 1

    @property
    def number(self) -> int:
        """The number of the newest build."""
        return self._number

    def done(self) -> None:
        """Tell everybody who waits that there is a new site."""
        with self._changed:
            self._number += 1
            self._changed.notify_all()

    def wait_beyond(self, number: int) -> int:
        """The number of the newest build: at once if it is not `number`, else when there is one or after a while."""
        with self._changed:
            self._changed.wait_for(lambda: self._number != number, timeout=_HEARTBEAT_SECONDS)
            return self._number


class Server(ThreadingHTTPServer):
    """Serves the folder `site` on `port` (0: any that is free) to this machine alone."""

    daemon_threads = True

    def __init__(self, site: Path, builds: Builds, port: int) -> None:
        super().__init__((HOST, port), Handler)
        self.site = site
        self.builds = builds

    @property
    def url(self) -> str:
        """The address of the start page."""
        return local_url(self.server_port)


class Handler(SimpleHTTPRequestHandler):
    """Answers one reader."""

    protocol_version = "HTTP/1.1"
    server: Server

    def setup(self) -> None:
        """Look for files in the folder that the server shows."""
        super().setup()
        self.directory = str(self.server.site)

    def do_GET(self) -> None:
        """Answer with the script, the builds, a page, a file, or the page 404."""
        if self.path == _SCRIPT_PATH:
            self._answer(HTTPStatus.OK, "text/javascript", _SCRIPT.encode())
        elif self.path == _EVENTS_PATH:
            self._report_builds()
        elif page := self._page():
            self._answer(HTTPStatus.OK, "text/html; charset=utf-8", page.read_bytes().replace(b"</body>", _TAG))
        elif Path(self.translate_path(self.path)).exists():
            super().do_GET()
        else:
            missing = self.server.site / "404.html"
            self._answer(HTTPStatus.NOT_FOUND, "text/html", missing.read_bytes() if missing.is_file() else b"")

    def log_message(self, *_arguments: object) -> None:
        """Keep quiet: only builds are worth a line."""

    def _page(self) -> Path | None:
        file = Path(self.translate_path(self.path))
        if file.is_dir() and self.path.partition("?")[0].endswith("/"):
            file /= "index.html"
        return file if file.suffix == ".html" and file.is_file() else None

    def _answer(self, status: HTTPStatus, kind: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def _report_builds(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        number = self.server.builds.number
        try:
            while True:
                self.wfile.write(f"data: {number}\n\n".encode())
                self.wfile.flush()
                number = self.server.builds.wait_beyond(number)
        except OSError:  # the reader has left
            return
