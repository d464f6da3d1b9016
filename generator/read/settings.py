"""`seeds/dossier.yml`: the settings of a dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from generator.model.registry import Place
from generator.model.settings import Expectation, Settings
from generator.read.decode import decode
from generator.read.files import MAX_YAML, as_file, is_regular, read_text
from generator.read.findings import Findings
from generator.read.shape import COUNT, LINE, URL, YES_NO, Field, Fields, Record, choice, described
from generator.read.tree import parse

if TYPE_CHECKING:
    from pathlib import Path

    from generator.read.tree import Node

SETTINGS: Final = "seeds/dossier.yml"
COUNTS: Final = (
    "sources",
    "entities",
    "mentions",
    "quotations",
    "statements",
    "events",
    "relations",
    "disputes",
    "unresolved",
)
RIGHTS: Final = choice("a kind of rights", "full", "excerpts")
RIGHTS_MEANING: Final = "full: the whole text may be shown; excerpts: only the sentences that serve as evidence"

_RANGE = Record(
    name="range",
    description="How many there should be; `dossier check` reports what lies outside.",
    fields={"least": Field(COUNT, "the lowest number"), "most": Field(COUNT, "the highest number")},
    build=lambda fields: fields,
)
_EXPECTED = Record(
    name="expectations",
    description="How many of each the dossier should hold.",
    fields={count: Field(_RANGE, f"the number of {count}") for count in COUNTS},
    build=lambda fields: fields,
)
SHAPE = Record(
    name="dossier",
    description="The settings of a dossier.",
    fields={
        "title": Field(LINE, "the name of the dossier", required=True),
        "site_url": Field(described(URL, "https://dossier.example/"), "where the site will stand", required=True),
        "description": Field(LINE, "what it is about, in one sentence"),
        "language": Field(choice("a language of the interface", "de", "en"), "of the interface (default: de)"),
        "rights": Field(RIGHTS, f"for sources that do not say (default: excerpts). {RIGHTS_MEANING}"),
        "indexed": Field(YES_NO, "whether search engines may list the site (default: yes)"),
        "expected": Field(_EXPECTED, "how many of each the dossier should hold"),
    },
    build=lambda fields: fields,
)


def read_settings(project: Path) -> Settings:
    """The settings of `project`; `InputError` with everything that is wrong."""
    findings = Findings()
    return findings.sound(gather_settings(project, findings))


def gather_settings(project: Path, findings: Findings) -> Settings | None:
    """The settings of `project`; None after a problem."""
    node = _settings_node(project, findings)
    fields = decode(SHAPE, node, findings) if node is not None else None
    if not isinstance(fields, Fields):
        return None
    _check_address(fields, findings)
    return _settings(fields, findings)


def _settings_node(project: Path, findings: Findings) -> Node | None:
    path = project / SETTINGS
    file = as_file(path, SETTINGS)
    if not path.exists() and not path.is_symlink():
        hint = "`dossier new` makes a project; `--project` says where it is"
        findings.problem(Place(SETTINGS, 0), "SET001", "there is no such file", hint)
        return None
    text = read_text(file, MAX_YAML, findings) if is_regular(file, findings) else None
    if text is None:
        return None
    before = len(findings.problems)
    node = parse(text, SETTINGS, findings)
    if node is None and len(findings.problems) == before:
        findings.problem(Place(SETTINGS, 1), "SET002", "the file is empty", "it needs at least title and site_url")
    return node


def _check_address(fields: Fields, findings: Findings) -> None:
    parts = urlsplit(fields["site_url"])
    if parts.query or parts.fragment:
        hint = "only scheme, host and folder: https://dossier.example/kim/"
        findings.problem(fields.places["site_url"], "SET003", "site_url holds a query or a fragment", hint)


def _settings(fields: Fields, findings: Findings) -> Settings:
    expected: Fields | None = fields.get("expected")
    ranges = expected.values.items() if expected else ()
    return Settings(
        title=fields["title"],
        site_url=fields["site_url"].rstrip("/") + "/",
        description=fields.get("description", ""),
        language=fields.get("language", "de"),
        rights=fields.get("rights", "excerpts"),
        expectations=tuple(_expectation(count, limits, findings) for count, limits in ranges),
        indexed=fields.get("indexed", "yes") == "yes",
    )


def _expectation(count: str, limits: Fields, findings: Findings) -> Expectation:
    least, most = (int(limits[key]) if key in limits.values else None for key in ("least", "most"))
    if least is None and most is None:
        findings.problem(limits.place, "SET004", f"{count} has neither least nor most", "give one of the two or both")
    elif least is not None and most is not None and least > most:
        findings.problem(limits.place, "SET005", f"{count}: least {least} is more than most {most}", "swap the two")
    return Expectation(count, least, most)
