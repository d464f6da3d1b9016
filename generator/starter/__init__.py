"""A new project: settings, an example to replace, and the workflow files, so that `make site` works at once.

What a project shares with this one (the configuration of the site, its style, the workflows, the reference of
`seeds/`) is copied from the place where the program is installed; what is its own is in `files/`.
"""

from __future__ import annotations

import sysconfig
from importlib.metadata import version
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from generator.errors import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.settings import Language

_SHARED = (
    "mkdocs.yml",
    "docs/assets",
    "seeds/README.md",
    ".gitattributes",
    ".github/workflows/check.yml",
    ".github/workflows/publish.yml",
    ".gitlab-ci.yml",
    ".pre-commit-config.yaml",
)
_RENAMED = {"gitignore": ".gitignore"}  # a package must not hold a file that hides others of it


def start(folder: Path, title: str, language: Language) -> tuple[str, ...]:
    """Write a new project into `folder`, which is made or empty; returns the files, relative to it.

    Raises InputError if there is something in `folder` or it cannot be written.
    """
    try:
        return tuple(sorted(_write(folder, {**dict(_shared()), **dict(_own(title, language))})))
    except OSError as error:
        raise InputError([Problem(str(folder), 0, "CLI003", f"cannot be written: {error.strerror}")]) from error


def _write(folder: Path, contents: dict[str, bytes]) -> Iterator[str]:
    if folder.exists() and any(folder.iterdir()):
        raise InputError([Problem(str(folder), 0, "CLI002", "is not empty", "give a folder that does not exist yet")])
    for name, content in contents.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        yield name


def _shared() -> Iterator[tuple[str, bytes]]:
    root = _home()
    for name in _SHARED:
        path = root / name
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file():
                yield file.relative_to(root).as_posix(), file.read_bytes()


def _home() -> Path:
    """The checkout that the program runs from, else where the wheel put its data."""
    checkout = Path(__file__).parents[2]
    return checkout if (checkout / "mkdocs.yml").is_file() else Path(sysconfig.get_path("data"), "share", "dossier")


def _own(title: str, language: Language) -> Iterator[tuple[str, bytes]]:
    with as_file(files(__package__) / "files") as folder:
        for file in sorted(path for path in folder.rglob("*") if path.is_file()):
            name = file.relative_to(folder).as_posix()
            content = file.read_text(encoding="utf-8").replace("DOSSIER_VERSION", version("dossier"))
            yield _RENAMED.get(name, name), content.encode()
    settings = {"title": title, "site_url": "https://dossier.example/", "language": language, "rights": "excerpts"}
    yield "seeds/dossier.yml", yaml.safe_dump(settings, allow_unicode=True, sort_keys=False).encode()
