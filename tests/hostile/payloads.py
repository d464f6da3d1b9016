"""All payloads of shown.txt in one project: in articles and their metadata, the registry, notes and settings."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tests.hostile.table import Payload, payloads

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

SENTENCES: Final = 8
"""So many payloads stand in one article."""
_KINDS: Final = ("person", "state", "weapon", "place", "organisation", "outlet", "topic")


@dataclass(frozen=True)
class Placed:
    """A payload and the page of docs/ on which a reader meets it."""

    payload: Payload
    page: str


def write_project(project: Path, harmless: str = "") -> list[Placed]:
    """Write seeds/ of the project; with `harmless` that word, numbered, stands in for every payload."""
    rows = payloads()
    if harmless:
        rows = [Payload(row.place, f"{harmless} {number}", f"{harmless} {number}") for number, row in enumerate(rows)]
        rows = [_fitting(row) for row in rows]
    by_place: dict[str, list[Payload]] = {}
    for row in rows:
        by_place.setdefault(row.place, []).append(row)
    placed = [*_articles(project, by_place), *_registry(project, by_place)]
    (dossier,) = by_place["dossier"]
    _write(
        project / "seeds/dossier.yml", _yaml(title=dossier.words, site_url="https://dossier.example/", description="x")
    )
    return [*placed, Placed(dossier, "index.md")]


def _fitting(row: Payload) -> Payload:
    """A harmless word as an address or as a sentence in which somebody says something, where that is called for."""
    said = {"url": f"https://a.example/{row.words.replace(' ', '-')}", "sentence": f"Kim sagte: «Das ist {row.words}.»"}
    words = said.get(row.place, row.words)
    return Payload(row.place, words, words)


def _articles(project: Path, by_place: Mapping[str, Sequence[Payload]]) -> list[Placed]:
    placed = []
    sentences = by_place["sentence"]
    groups = [sentences[at : at + SENTENCES] for at in range(0, len(sentences), SENTENCES)]
    heads = {key: by_place[key] for key in ("title", "author", "url")}
    for number in range(max(len(groups), *map(len, heads.values()))):
        group = groups[number] if number < len(groups) else []
        of_article = {key: rows[number] for key, rows in heads.items() if number < len(rows)}
        text = "\n\n".join(("Kim trifft Putin.", *(f"{row.words}" for row in group), "Das Treffen war kurz."))
        _write(project / f"seeds/articles/a{number}.txt", text + "\n")
        keys = {"author": "authors"}
        meta = {keys.get(key, key): [row.words] if key == "author" else row.words for key, row in of_article.items()}
        _write(project / f"seeds/articles/a{number}.yml", _yaml(rights="full", published="2023-09-05", **meta))
        placed += [Placed(row, f"quellen/a{number}.md") for row in (*group, *of_article.values())]
    return placed


def _registry(project: Path, by_place: Mapping[str, Sequence[Payload]]) -> list[Placed]:
    entities: list[dict[str, object]] = []
    placed = []
    for number, row in enumerate(by_place["name"]):
        kind = _KINDS[number % len(_KINDS)]
        entities.append({"id": f"n{number}", "kind": kind, "name": row.words, "actor": "yes"})
        placed.append(Placed(row, f"{_folder(kind)}/n{number}.md"))
    parts = (by_place[key] for key in ("alias", "value", "citation", "note"))
    for number, (alias, value, citation, note) in enumerate(_together(*parts)):
        entity: dict[str, object] = {
            "id": f"p{number}",
            "kind": "person",
            "name": f"Anna Berg {number}",
            "actor": "yes",
        }
        source = {"title": citation.words if citation else "x", "url": "https://a.example/x", "accessed": "2023-09-05"}
        entity["facts"] = [{"property": "role", "value": value.words if value else "x", "citation": source}]
        if alias:
            entity["aliases"] = [alias.words]
        if note:
            _write(project / f"seeds/notes/p{number}.md", f"{note.words}\n")
        entities.append(entity)
        placed += [Placed(row, f"akteure/p{number}.md") for row in (alias, value, citation, note) if row]
    evidence = {"source": "a0", "text": "Kim trifft Putin"}
    events = [
        {"id": f"e{n}", "title": r.words, "date": "2023-09", "evidence": evidence}
        for n, r in enumerate(by_place["event"])
    ]
    sides = [{"stance": stance, "evidence": evidence} for stance in ("alleges", "denies")]
    disputes = [{"id": f"d{n}", "title": r.words, "sides": sides} for n, r in enumerate(by_place["dispute"])]
    _write(project / "seeds/registry/r.yml", _yaml(entities=entities, events=events, disputes=disputes))
    placed += [Placed(row, "chronik/index.md") for row in by_place["event"]]
    return placed + [Placed(row, f"streitpunkte/d{number}.md") for number, row in enumerate(by_place["dispute"])]


def _together(*columns: Sequence[Payload]) -> Iterable[tuple[Payload | None, ...]]:
    for number in range(max(map(len, columns))):
        yield tuple(column[number] if number < len(column) else None for column in columns)


def _folder(kind: str) -> str:
    folders = {"weapon": "waffensysteme", "place": "orte", "outlet": "medien", "topic": "themen"}
    return folders.get(kind, "akteure")


def _yaml(**values: object) -> str:
    """JSON is YAML."""
    return json.dumps(values, ensure_ascii=False, indent=1) + "\n"


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
