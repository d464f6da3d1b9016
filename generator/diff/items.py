"""What `dossier.json` holds, as things that can be compared: one function a matter, each in linear time.

Traits name what a reader sees and leave out what may differ without mattering, like offsets.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.model.change import Item

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Json = dict[str, Any]
Items = dict[str, Item]


def sources(dossier: Json, names: Mapping[str, str]) -> Items:
    """The sources by id; the text counts as a trait by its hash."""
    return _by_id(
        Item(
            each["id"],
            _line(each["title"] or each["id"]),
            f"quellen/{each['id']}.md",
            _traits(
                published=each["published"],
                outlet=_names([each["outlet"], *each["agencies"]], names),
                rights=each["rights"],
                text=each["sha256"],
            ),
        )
        for each in dossier["sources"]
    )


def statements(dossier: Json, names: Mapping[str, str], rows: Mapping[str, Json], places: Mapping[str, str]) -> Items:
    """The statements by id; their words come from the table, which leaves out what must not be published."""
    disputed = {one for dispute in dossier["disputes"] for side in dispute["sides"] for one in side["statements"]}
    return _by_id(
        Item(
            each["id"],
            _line(rows.get(each["id"], {}).get("text", "")),
            places.get(each["id"], ""),
            _traits(
                certainty=each["certainty"],
                holders=", ".join(_line(holder["name"]) for holder in each["holders"]),
                outlet=_names([each["outlet"]], names),
                disputed="yes" if each["id"] in disputed else "",
                source=each["source"],
            ),
        )
        for each in dossier["statements"]
    )


def disputes(dossier: Json, names: Mapping[str, str]) -> Items:
    """The disputes by id; each stance is a trait, with those who take it."""
    return _by_id(
        Item(each["id"], _line(each["title"]), f"streitpunkte/{each['id']}.md", _traits(**_sides(each, names)))
        for each in dossier["disputes"]
    )


def _sides(dispute: Json, names: Mapping[str, str]) -> dict[str, str]:
    by_stance: dict[str, list[str]] = {}
    for side in dispute["sides"]:
        by_stance.setdefault(side["stance"], []).extend(side["holders"])
    count = sum(len(side["statements"]) for side in dispute["sides"])
    return {stance: _names(holders, names) or "–" for stance, holders in by_stance.items()} | {"statements": str(count)}


def relations(dossier: Json, names: Mapping[str, str]) -> Items:
    """The relations by id; the title says from whom to whom."""
    return _by_id(
        Item(
            each["id"],
            " → ".join(_line(names.get(end, end)) for end in (each["subject"], each["object"])),
            "",
            _traits(
                type=each["type"],
                item=_names([each["item"]], names),
                certainty=each["certainty"],
                holders=_names(each["holders"], names),
            ),
        )
        for each in dossier["relations"]
    )


def events(dossier: Json, names: Mapping[str, str], places: Mapping[str, str]) -> Items:
    """The events by id."""
    return _by_id(
        Item(
            each["id"],
            _line(each["title"]),
            places.get(each["id"], ""),
            _traits(
                date=each["edtf"],
                certainty=each["certainty"],
                participants=_names(each["participants"], names),
                place=_names([each["place"]], names),
            ),
        )
        for each in dossier["events"]
    )


def _by_id(items: Iterable[Item]) -> Items:
    return {item.id: item for item in items}


def _traits(**values: str | None) -> tuple[tuple[str, str], ...]:
    return tuple((name, str(value)) for name, value in values.items() if value)


def _names(ids: Iterable[str | None], names: Mapping[str, str]) -> str:
    return ", ".join(dict.fromkeys(_line(names.get(one, one)) for one in ids if one))


def _line(text: str) -> str:
    """`text` on one line."""
    return " ".join(str(text).split())
