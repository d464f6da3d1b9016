"""Where a state of a dossier is read from: a folder, or a git revision. Nothing is checked out or written."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Iterable
from functools import partial
from os import environ
from pathlib import Path

from generator.errors import InputError, Problem

Read = Callable[[Iterable[str]], dict[str, bytes]]
"""The files of `docs/` at the given paths, as far as they exist."""

_SAFE = re.compile(r"\.?[a-z0-9][\w.-]*(/[a-z0-9][\w.-]*)*", re.ASCII)
_UNFIT = re.compile(r"-|[^\x00-\x1f\x7f]*[\x00-\x1f\x7f]")
"""What git would take for an option, and what no argument can hold."""
_QUIET = {"GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
_OF_A_HOOK = {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"}
"""Git tells its hooks by these where it is itself; here the project decides."""


def open_state(project: Path, named: str | None) -> Read:
    """The reader of the state that is called `named`; None: `project` as it is on disk.

    A folder comes before a revision of the same name. Raises InputError if there is neither.
    """
    if named is None:
        return partial(_from_folder, project / "docs")
    if _UNFIT.match(named) or not named:
        hint = "a folder is written ./-name, a revision begins with a letter or a digit: main, v1.0, HEAD~1"
        raise _problem(named, "DIF001", "is neither a folder nor the name of a revision", hint)
    folder = Path(named)
    if folder.is_dir():
        return partial(_from_folder, folder / "docs" if (folder / "docs").is_dir() else folder)
    return _at_revision(project, named)


def _from_folder(docs: Path, paths: Iterable[str]) -> dict[str, bytes]:
    """Files of a folder; a link that leads out of it is not followed."""
    root = docs.resolve()
    wanted = ((path, docs / path) for path in paths if _SAFE.fullmatch(path))
    found = ((path, file) for path, file in wanted if file.is_file() and file.resolve().is_relative_to(root))
    try:
        return {path: file.read_bytes() for path, file in found}
    except OSError as error:
        raise _problem(str(docs), "DIF004", f"cannot be read: {(error.strerror or 'an error').lower()}") from error


def _at_revision(project: Path, named: str) -> Read:
    program = shutil.which("git")
    if program is None:
        hint = "install git, or compare with a folder"
        raise _problem(named, "DIF002", "is no folder, and git is not installed", hint)
    git = partial(_git, program, project)
    prefix = git("rev-parse", "--show-prefix")
    if prefix.returncode:
        raise _problem(named, "DIF002", "is no folder, and the project is in no git repository", _said(prefix))
    commit = git("rev-parse", "--verify", "--quiet", f"{named}^{{commit}}")
    if commit.returncode:
        raise _problem(named, "DIF001", "is neither a folder nor a revision that git knows", _why_unknown(git))
    start = f"{commit.stdout.decode().strip()}:{prefix.stdout.decode().strip()}docs/"
    return partial(_from_git, git, start)


def _from_git(
    git: Callable[..., subprocess.CompletedProcess[bytes]], start: str, paths: Iterable[str]
) -> dict[str, bytes]:
    """Files of a commit, all by one process (`git cat-file --batch`)."""
    wanted = [path for path in paths if _SAFE.fullmatch(path)]
    asked = "".join(f"{start}{path}\n" for path in wanted)
    answer = git("cat-file", "--batch", asked=asked.encode()).stdout
    found, at = {}, 0
    for path in wanted:
        end = answer.find(b"\n", at)
        if end < 0:
            break
        head, at = answer[at:end].split(b" "), end + 1
        if len(head) == 3 and head[1] == b"blob":  # noqa: PLR2004  object, type, size; else "… missing"
            size = int(head[2])
            found[path] = answer[at : at + size]
            at += size + 1
        elif len(head) == 3 and head[2].isdigit():  # noqa: PLR2004  a folder, which is no file
            at += int(head[2]) + 1
    return found


def _git(program: str, project: Path, *arguments: str, asked: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(  # noqa: S603  a list of arguments, of which only a checked revision comes from outside
        [program, *arguments],
        cwd=project,
        env={name: value for name, value in environ.items() if name not in _OF_A_HOOK} | _QUIET,
        input=asked,
        capture_output=True,
        check=False,
    )


def _why_unknown(git: Callable[..., subprocess.CompletedProcess[bytes]]) -> str:
    if git("rev-parse", "--is-shallow-repository").stdout.strip() == b"true":
        return "this clone is shallow: fetch the history first (`git fetch --unshallow`; in CI a fetch depth of 0)"
    return "`git branch --all` and `git tag` list the names; of another's branch say origin/main"


def _said(done: subprocess.CompletedProcess[bytes]) -> str:
    """The first line of what git complains about."""
    lines = done.stderr.decode("utf-8", "replace").split("\n")
    return "git says: " + "".join(char if char.isprintable() else " " for char in lines[0])


def _problem(named: str, code: str, message: str, hint: str = "") -> InputError:
    shown = "".join(char if char.isprintable() else f"\\x{ord(char):02x}" for char in named[:80])
    return InputError([Problem(shown or '""', 0, code, message, hint)])
