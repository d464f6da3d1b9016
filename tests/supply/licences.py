"""The licences of everything that is locked, as their packages state them; `python -m tests.supply.licences` writes
design/licences.md.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from tests.conftest import REPOSITORY

TABLE = REPOSITORY / "design" / "licences.md"
# Licences without conditions on the sites and programs that are made with them: LGPL and MPL as libraries, CC-BY-SA for
# texts of schema.org that only the tests read.
ALLOWED = frozenset(
    {
        "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC-BY-SA-3.0", "CC0-1.0", "CNRI-Python", "HPND", "ISC",
        "LGPL", "LGPL-2.1-or-later", "LGPL-3.0-or-later", "MIT", "MIT-0", "MIT-CMU", "MPL-2.0", "OFL-1.1", "PSF-2.0",
        "Unlicense", "W3C-20150513", "Zlib",
    }
)  # fmt: skip
_CLASSIFIERS = {
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "The Unlicense (Unlicense)": "Unlicense",
    "GNU Lesser General Public License v3 (LGPLv3)": "LGPL",
    "GNU Lesser General Public License v3 or later (LGPLv3+)": "LGPL",
    "SIL Open Font License 1.1 (OFL-1.1)": "OFL-1.1",
    "Historical Permission Notice and Disclaimer (HPND)": "HPND",
    "zlib/libpng License": "Zlib",
}
_UNSTATED = {"axe-playwright-python": ("MIT", "MPL-2.0")}  # its repository says MIT, the axe-core inside MPL-2.0
_NAMES = {
    r"apache( software)?( license)?,?( version)?[ -]*2(\.0)?|apache": "Apache-2.0",
    r"(new |3-clause |modified )?bsd([ -]3[ -]clause)?( license)?|3-clause bsd( license)?": "BSD-3-Clause",
    r"(the )?mit( license)?": "MIT",
    r"(the )?isc( license)?": "ISC",
    r"psf(-2\.0)?|python software foundation license": "PSF-2.0",
    r"(gnu )?(lgpl|lesser).*": "LGPL",
    r"mpl[ -]2\.0": "MPL-2.0",
    r"(sil )?ofl.*": "OFL-1.1",
}


@dataclass(frozen=True, slots=True, order=True)
class Licensed:
    """A locked package and what it says its licences are: all of `licences` hold, of each one may choose."""

    name: str
    licences: tuple[tuple[str, ...], ...]

    @property
    def allowed(self) -> bool:
        """Whether it may be used."""
        return bool(self.licences) and all(ALLOWED & set(choice) for choice in self.licences)

    def __str__(self) -> str:
        return " and ".join(" or ".join(choice) for choice in self.licences)


def locked(lock: str) -> list[str]:
    """The names in `requirements/<lock>.txt`."""
    text = (REPOSITORY / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
    return re.findall(r"^([\w.-]+)==", text, re.MULTILINE)


def licensed(name: str) -> Licensed | None:
    """What the installed package `name` says; None if it is not installed."""
    try:
        found = distribution(name)
    except PackageNotFoundError:
        return None
    return Licensed(found.metadata["Name"], tuple(_stated(found)))


def _stated(found: Distribution) -> list[tuple[str, ...]]:
    expression = found.metadata.get("License-Expression")
    if expression:
        every = re.sub(r"[()]", "", expression).split(" AND ")
        return [tuple(one.strip() for one in choice.split(" OR ")) for choice in every]
    named = _named(found) or _UNSTATED.get(found.metadata["Name"], ())
    return [(name,) for name in dict.fromkeys(named)]


def _named(found: Distribution) -> list[str]:
    classifiers = [c.rpartition(" :: ")[2] for c in found.metadata.get_all("Classifier", []) if c.startswith("License")]
    known = [_CLASSIFIERS[c] for c in classifiers if c in _CLASSIFIERS]
    text = (found.metadata.get("License") or "").strip().partition("\n")[0]
    named = [spdx for pattern, spdx in _NAMES.items() if re.fullmatch(pattern, text, re.IGNORECASE)]
    return known or named or ([text] if text else [])


def table() -> str:
    """design/licences.md."""
    lines = [
        "# Licences of what we build on",
        "",
        "What the locked packages say of themselves (written by `python -m tests.supply.licences`, held by a test).",
        "None of it is in this repository; HanTa (LGPL) is used as a library behind `generator/german/tagger.py`.",
    ]
    running = set(locked("run"))
    for title, names in (
        ("To build a dossier", sorted(running)),
        ("To develop", sorted(set(locked("dev")) - running)),
    ):
        lines += ["", f"## {title}", "", "| package | licence |", "| --- | --- |"]
        found = [package for name in names if (package := licensed(name))]
        lines += [f"| {package.name} | {package} |" for package in sorted(found)]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    TABLE.write_text(table(), encoding="utf-8")
