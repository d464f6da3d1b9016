"""The same bytes whoever generates, wherever and whenever."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import CORPUS, REPOSITORY

VARIATIONS = {
    "C": {"LC_ALL": "C", "PYTHONHASHSEED": "1", "TZ": "UTC", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "de_CH": {"LC_ALL": "de_CH.UTF-8", "PYTHONHASHSEED": "2", "TZ": "Pacific/Kiritimati"},
    "tr_TR": {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "3", "TZ": "Asia/Kathmandu"},
    "latin": {"LC_ALL": "de_CH.ISO-8859-1", "PYTHONHASHSEED": "random", "TZ": "America/St_Johns", "PYTHONUTF8": "0"},
}


CLOCK = """
import datetime, time

_shift = 400 * 86400 + 12345
_time = time.time
time.time = lambda: _time() + _shift


class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return super().now(tz) + datetime.timedelta(seconds=_shift)

    @classmethod
    def utcnow(cls):
        return cls.now(datetime.UTC).replace(tzinfo=None)


datetime.datetime = Later
"""
"""A sitecustomize.py with which the clock of every Python process goes more than a year ahead."""


@pytest.fixture(scope="module")
def locales(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Where the locales of the variations are, made for this test if the machine can; else their names alone count."""
    folder = tmp_path_factory.mktemp("locales")
    program = shutil.which("localedef")
    if program is None:
        return {}
    for name, charset in (("de_CH", "UTF-8"), ("tr_TR", "UTF-8"), ("de_CH", "ISO-8859-1")):
        place = folder / f"{name}.{charset}"
        subprocess.run([program, "-i", name, "-f", charset, place], capture_output=True, check=False)
    return {"LOCPATH": str(folder)} if any(folder.iterdir()) else {}


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    project = tmp_path_factory.mktemp("expected")
    shutil.copytree(CORPUS, project, dirs_exist_ok=True)
    return generated(project, ".", project, {"PYTHONHASHSEED": "0"})


def generated(project: Path, argument: str, here: Path, environment: dict[str, str]) -> dict[str, bytes]:
    """What `dossier generate` writes into docs/ of `project`, called from the folder `here`."""
    command = [sys.executable, "-m", "generator", "generate", "--project", argument]
    variables = {"PYTHONPATH": str(REPOSITORY), "PATH": os.environ["PATH"], **environment}
    done = subprocess.run(command, cwd=here, env=variables, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    docs = project / "docs"
    return {file.relative_to(docs).as_posix(): file.read_bytes() for file in docs.rglob("*") if file.is_file()}


def copy_backwards(project: Path) -> None:
    """The corpus with its files made in the opposite order, long ago, and readable for their owner only."""
    for file in sorted((file for file in CORPUS.rglob("*") if file.is_file()), reverse=True):
        place = project / file.relative_to(CORPUS)
        if "docs" in place.relative_to(project).parts:
            continue
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(file.read_bytes())
        os.utime(place, (0, 0))
        place.chmod(0o600)


def test_the_locales_are_what_they_are_called(locales: dict[str, str]) -> None:
    """Otherwise the variations would vary less than they say."""
    if not locales:
        pytest.skip("this machine has no localedef or no sources of locales: LC_ALL names locales that do not exist")
    program = "import locale; locale.setlocale(locale.LC_ALL, ''); print(locale.localeconv()['decimal_point'])"
    for name, point in (("tr_TR.UTF-8", ","), ("de_CH.UTF-8", ".")):
        done = subprocess.run(
            [sys.executable, "-c", program], env={"LC_ALL": name, **locales}, capture_output=True, text=True, check=True
        )
        assert done.stdout.strip() == point


@pytest.mark.parametrize("name", list(VARIATIONS))
def test_surroundings_change_nothing(
    name: str, expected: dict[str, bytes], locales: dict[str, str], tmp_path: Path
) -> None:
    project = tmp_path / "Dossier mit Umlauten äöü" if name != "C" else tmp_path / "dossier"
    copy_backwards(project)
    here = Path("/") if name == "latin" else project.parent
    argument = str(project) if name == "latin" else project.name
    environment = {**VARIATIONS[name], **locales}
    assert generated(project, argument, here, environment) == expected
    assert generated(project, argument, here, environment) == expected  # and with what it remembers


def built(project: Path, environment: dict[str, str], umask: int) -> dict[str, str]:
    """The digest of every file of the site that is built in `project`."""
    copy_backwards(project)
    shutil.copyfile(REPOSITORY / "mkdocs.yml", project / "mkdocs.yml")
    shutil.copytree(REPOSITORY / "docs" / "assets", project / "docs" / "assets")
    command = [sys.executable, "-m", "generator", "build", "--project", str(project)]
    variables = {"PYTHONPATH": str(REPOSITORY), "PATH": os.environ["PATH"], **environment}
    done = subprocess.run(command, cwd=project.parent, env=variables, umask=umask, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    site = project / "site"
    return {
        file.relative_to(site).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in site.rglob("*")
        if file.is_file()
    }


def test_a_site_built_elsewhere_a_year_later_is_the_same(locales: dict[str, str], tmp_path: Path) -> None:
    """Another folder, clock, time zone, locale, hash seed and umask; fonts are cut and pages built anew in both."""
    (tmp_path / "later").mkdir()
    (tmp_path / "later" / "sitecustomize.py").write_text(CLOCK, encoding="utf-8")
    here = {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati"}
    there = {
        **VARIATIONS["tr_TR"],
        **locales,
        "PYTHONPATH": f"{tmp_path / 'later'}{os.pathsep}{REPOSITORY}",
    }
    one = built(tmp_path / "eins", here, 0o022)
    other = built(tmp_path / "an anderem Ort" / "zwei", there, 0o077)
    assert len(one) > 50
    assert {path for path in one.keys() | other.keys() if one.get(path) != other.get(path)} == set()
