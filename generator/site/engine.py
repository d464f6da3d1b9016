"""The two programs that can read `mkdocs.yml` and `docs/`, each run as a process of its own."""

from __future__ import annotations

import html
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Literal

from generator.errors import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

Engine = Literal["mkdocs", "zensical"]

_QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
_COMMANDS: dict[Engine, tuple[str, ...]] = {
    "mkdocs": ("mkdocs", "build"),  # neither -q nor -v: with either of them MkDocs forgets to fail
    "zensical": ("zensical", "build", "--strict"),
}
_SAID = ("copyright", "to_light", "to_dark", "to_device", "permalink")
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_COMPLAINT = re.compile(r"^(?:WARNING|ERROR|CRITICAL)\s+-\s+(.+)", re.MULTILINE)
_COMPLAINT_WITH_PLACE = re.compile(r"^(?:Warning|Error): (.+)\n\s*╭─\[ (\S+):(\d+):\d+ \]", re.MULTILINE)
_LAST_LINES = 20


def identity(name: str, url: str, changed: int) -> dict[str, str]:
    """The environment that tells an engine what the site is called, where it stands and how old it is.

    `changed` is the newest date of the sources in seconds since 1970: the engines write it as the date of the
    pages instead of reading a clock. The name is HTML because the templates of both engines print it raw; its
    first character is a reference so that YAML never reads a name such as "1984" as anything but a string.
    """
    safe = f"&#{ord(name[0])};{html.escape(name[1:])}" if name else ""
    return {"SITE_NAME": safe, "SITE_URL": url, "SOURCE_DATE_EPOCH": str(changed)}


def interface(language: str, words: Mapping[str, str]) -> dict[str, str]:
    """The environment that tells an engine the language of the pages and the few words that `mkdocs.yml` writes.

    Without it they are German, as they stand in `mkdocs.yml`. `words` are those of the interface by dotted key.
    """
    said = {f"SITE_{name.upper()}": words[f"site.engine.{name}"] for name in _SAID if f"site.engine.{name}" in words}
    return {"SITE_LANGUAGE": language, **said}


def run(engine: Engine, project: Path, target: Path, environment: Mapping[str, str]) -> None:
    """Let `engine` build `project` into `target`, which lies inside it; InputError with its words if it stops."""
    result = subprocess.run(  # noqa: S603  our own interpreter and a fixed list of arguments
        [sys.executable, "-m", *_COMMANDS[engine]],
        cwd=project,
        env={**os.environ, **environment, **_QUIET, "SITE_DIR": str(target.relative_to(project))},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if result.returncode or not (target / "index.html").is_file():
        raise InputError(_problems(engine, result.stdout))


def _problems(engine: Engine, output: str) -> list[Problem]:
    """One problem for each complaint; if there is none, one with the last lines of what the engine said."""
    text = _COLOUR.sub("", output)
    found = [Problem("mkdocs.yml", 0, "SITE001", f"{engine}: {message}") for message in _COMPLAINT.findall(text)]
    found += [
        Problem(f"docs/{path}", int(line), "SITE001", f"{engine}: {message}")
        for message, path, line in _COMPLAINT_WITH_PLACE.findall(text)
    ]
    last = "\n    ".join(text.strip().splitlines()[-_LAST_LINES:])
    return found or [
        Problem("mkdocs.yml", 0, "SITE001", f"{engine} could not build docs/", f"its last words:\n    {last}")
    ]
