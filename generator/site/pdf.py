"""The whole dossier as a PDF: A4, page numbers, outline, links within it, tagged; printed by a headless Chromium.

The page that is printed loads nothing but the site's own files. Chromium writes the time of day into the file; the date
of the newest source takes its place, so that the same dossier gives the same bytes with the same Chromium.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from generator.errors import InputError, Problem
from generator.site.printable import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.site.edition import Edition

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_OPTIONS = (
    "--headless",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-extensions",
    "--no-first-run",
    "--no-pings",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--no-pdf-header-footer",
    "--export-tagged-pdf",
    "--generate-pdf-document-outline",
    "--virtual-time-budget=20000",
)
_SECONDS = 600
_NODE = re.compile(rb"\(node([0-9]{8})\)")
_DATE = re.compile(rb"/(CreationDate|ModDate) \(D:[0-9]{14}[+-]00'00'\)")


def write_pdf(site: Path, edition: Edition, output: Path) -> None:
    """Print the built `site` into the file `output`; InputError if there is no Chromium, or it fails."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        hint = "install it, or open druck/index.html of the site in any browser and print it from there"
        raise InputError([Problem(str(output), 0, "PDF001", f"none of {', '.join(BROWSERS)} is installed", hint)])
    with tempfile.TemporaryDirectory(prefix="dossier-") as folder:
        page, made = Path(folder) / "dossier.html", Path(folder) / "dossier.pdf"
        page.write_bytes(printable(site, edition, f"{site.resolve().as_uri()}/"))
        _print(browser, page, made, folder)
        content = _renumbered(_dated(made.read_bytes(), edition.newest))
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_bytes(content)


def _print(browser: str, page: Path, made: Path, profile: str) -> None:
    sandbox = () if os.geteuid() else ("--no-sandbox",)  # Chromium refuses to run as root with it
    options = (*_OPTIONS, *sandbox, f"--user-data-dir={profile}/profile", f"--print-to-pdf={made}")
    said = _run([browser, *options, page.as_uri()])
    if not made.is_file():
        last = "\n    ".join(said.strip().splitlines()[-10:])
        raise InputError([Problem(browser, 0, "PDF002", "made no PDF", f"its last words:\n    {last}")])


def _run(command: Sequence[str]) -> str:
    try:
        result = subprocess.run(  # noqa: S603  a browser found on the path and a fixed list of arguments
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
            timeout=_SECONDS,
        )
    except subprocess.TimeoutExpired:
        return f"it took more than {_SECONDS} seconds"
    return result.stdout


def _dated(content: bytes, date: str) -> bytes:
    """The same file, made on `date` (`2023`, `2023-09`, `2023-09-13`); places in it are counted in bytes."""
    day = (date.replace("-", "") + "0101" if len(date) == len("2023") else date.replace("-", "") + "01")[:8]
    stamp = f"D:{day if date else '19700101'}000000+00'00'".encode()
    return _DATE.sub(lambda found: b"/" + found[1] + b" (" + stamp + b")", content)


def _renumbered(content: bytes) -> bytes:
    """The same file with the marks of its structure counted from 1: a browser goes on counting from whatever it did."""
    first = min(map(int, _NODE.findall(content)), default=1)
    return _NODE.sub(lambda found: b"(node%08d)" % (int(found[1]) - first + 1), content)
