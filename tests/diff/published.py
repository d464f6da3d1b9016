"""Small published dossiers, for the tests of comparing them."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

Json = dict[str, Any]
SITE = "https://dossier.example/"


def entity(one: str, name: str, *, folder: str = "akteure", status: str = "reviewed") -> Json:
    return {"id": one, "name": name, "page": f"{folder}/{one}.md", "status": status}


def source(one: str, title: str, sha256: str = "0") -> Json:
    rest = {"published": "2023-09", "outlet": None, "agencies": [], "rights": "full"}
    return {"id": one, "title": title, "sha256": sha256, **rest}


def statement(one: str, source: str, words: str, certainty: str = "possible", holder: str = "USA") -> Json:
    holders = [{"entity": None, "name": holder}] if holder else []
    return {"id": one, "source": source, "words": words, "certainty": certainty, "holders": holders, "outlet": None}


def dispute(one: str, title: str, *sides: tuple[str, str, str]) -> Json:
    listed = [{"stance": stance, "holders": [holder], "statements": [said]} for stance, holder, said in sides]
    return {"id": one, "title": title, "sides": listed}


def relation(one: str, subject: str, kind: str, other: str, certainty: str = "possible") -> Json:
    ends = {"subject": subject, "object": other, "item": None, "holders": []}
    return {"id": one, "type": kind, "certainty": certainty, **ends}


def event(one: str, title: str, edtf: str = "2023-09") -> Json:
    return {"id": one, "title": title, "edtf": edtf, "certainty": "asserted", "participants": [], "place": None}


def dossier(**lists: list[Json]) -> Json:
    names = ("sources", "entities", "quotations", "statements", "disputes", "relations", "events", "unresolved")
    return {"schema_version": 1, "title": "Gipfel", "language": "de"} | {name: lists.get(name, []) for name in names}


def publish(project: Path, value: Json, moved: dict[str, str] | None = None) -> Path:
    """Write docs/ as the generator would, as far as it is compared."""
    docs = project / "docs"
    owned = {each["page"] for each in value["entities"]}
    owned |= {f"quellen/{each['id']}.md" for each in value["sources"]}
    owned |= {f"streitpunkte/{each['id']}.md" for each in value["disputes"]}
    anchors = "".join(f'<span id="{each["id"]}"></span>\n' for each in (*value["statements"], *value["events"]))
    pages = dict.fromkeys(owned, '---\ntitle: "x"\n---\n') | {
        "index.md": '---\ntitle: "Gipfel"\n---\n',
        "aussagen/index.md": f'---\ntitle: "Aussagen"\n---\n{anchors}',
        "chronik/index.md": f'---\ntitle: "Chronik"\n---\n{anchors}',
    }
    for old, new in (moved or {}).items():
        pages[old] = f'---\ntitle: "Alt"\nsearch:\n  exclude: true\n---\n\n# Alt\n\nUmgezogen: [Neu](../{new})\n'
    files = pages | {
        "daten/dossier.json": json.dumps(value | {"statements": [_bare(each) for each in value["statements"]]}),
        "daten/csv/statements.csv": _csv(
            (each["id"], each["words"], f"{SITE}aussagen/index.html#{each['id']}") for each in value["statements"]
        ),
        "daten/csv/sources.csv": _csv(
            (each["id"], "", f"{SITE}quellen/{each['id']}.html") for each in value["sources"]
        ),
        "daten/csv/events.csv": _csv(
            (each["id"], "", f"{SITE}chronik/index.html#{each['id']}") for each in value["events"]
        ),
    }
    for path, content in (files | {".dossier.json": json.dumps(dict.fromkeys(sorted(files), "0"))}).items():
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        (docs / path).write_text(content, encoding="utf-8", newline="")
    return project


def _bare(each: Json) -> Json:
    return {key: value for key, value in each.items() if key != "words"}


def _csv(rows: Any) -> str:  # noqa: ANN401  rows of any kind
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(("id", "text", "url"))
    writer.writerows(rows)
    return file.getvalue()
