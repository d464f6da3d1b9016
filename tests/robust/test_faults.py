"""Faults of the machine as people meet them at the command line: a message, exit code 2, nothing lost."""

from __future__ import annotations

import errno
import os
import sys
from typing import TYPE_CHECKING

import pytest

from generator import cli

if TYPE_CHECKING:
    from pathlib import Path


def tree(docs: Path) -> dict[str, bytes]:
    return {path.relative_to(docs).as_posix(): path.read_bytes() for path in docs.rglob("*") if path.is_file()}


@pytest.fixture
def generated(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "argv", ["dossier", "generate", "--project", str(project)])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 0
    return project


def refused(project: Path, capsys: pytest.CaptureFixture[str]) -> str:
    before = tree(project / "docs")
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 2
    assert tree(project / "docs") == before
    message = capsys.readouterr().err
    assert "Traceback" not in message
    return message


def change(project: Path) -> None:
    article = project / "seeds" / "articles" / "nachtrag.md"
    article.write_text(article.read_text(encoding="utf-8") + "\nDas ist alles.\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("number", "code"), [(errno.ENOSPC, "PUB007"), (errno.EROFS, "PUB008"), (errno.EACCES, "PUB008")]
)
def test_a_disk_that_is_full_or_may_not_be_written(
    generated: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], number: int, code: str
) -> None:
    change(generated)

    def refuse(_handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    message = refused(generated, capsys)
    assert f"docs:0: {code} " in message
    assert os.strerror(number).lower() in message
    assert "docs/ is as it was" in message


def test_a_source_that_vanishes_after_it_was_listed(
    generated: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    article = generated / "seeds" / "articles" / "nachtrag.md"
    really = os.open

    def vanish(path: Path, *rest: int) -> int:
        if path == article:
            article.unlink()
        return really(path, *rest)

    monkeypatch.setattr(os, "open", vanish)
    assert "seeds/articles/nachtrag.md:0: SRC002 cannot be read: no such file or directory" in refused(
        generated, capsys
    )


def test_a_symbolic_link_below_docs(generated: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (generated / "docs" / "passwd.md").symlink_to("/etc/passwd")
    message = refused(generated, capsys)
    assert "docs/passwd.md:0: PUB003 is a symbolic link" in message


def test_a_page_that_somebody_edited(generated: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(generated)
    page = generated / "docs" / "quellen" / "nachtrag.md"
    page.write_text("Von Hand\n", encoding="utf-8")
    assert "docs/quellen/nachtrag.md:0: PUB001 was edited by hand" in refused(generated, capsys)
