"""A made-up project of German reports: as many as asked for, the same every time, with shared and with rare names.

Every report names a core of well-known people and states, a few of a hundred who come back now and then, and two or
three names that no other report knows: so a few pages grow with the project, and most stay small.
"""

from __future__ import annotations

import datetime as dt
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

FIRST_DAY = dt.date(2021, 1, 4)
_GIVEN = [
    "Anna",
    "Bernd",
    "Carla",
    "Dirk",
    "Elena",
    "Frank",
    "Greta",
    "Heinz",
    "Ines",
    "Jan",
    "Karin",
    "Lars",
    "Maria",
    "Nils",
    "Olga",
    "Paul",
    "Rita",
    "Sven",
    "Tina",
    "Uwe",
    "Vera",
    "Werner",
    "Yvonne",
    "Zoran",
    "Birgit",
    "Claus",
    "Doris",
    "Emil",
    "Franziska",
    "Georg",
    "Helga",
    "Igor",
    "Jutta",
    "Kurt",
    "Lena",
    "Martin",
    "Nora",
    "Otto",
    "Petra",
    "Ralf",
]
_FAMILY = [
    "Adler",
    "Brandt",
    "Conrad",
    "Dorn",
    "Ebert",
    "Falk",
    "Gerber",
    "Hagen",
    "Imhof",
    "Jansen",
    "Kessler",
    "Lorenz",
    "Maurer",
    "Nolte",
    "Oswald",
    "Pohl",
    "Quandt",
    "Reuter",
    "Seidel",
    "Thoma",
    "Ulrich",
    "Vogt",
    "Wagner",
    "Zeller",
    "Arendt",
    "Bachmann",
    "Cramer",
    "Dietz",
    "Engel",
    "Fuhrmann",
    "Grassl",
    "Holzer",
    "Iversen",
]
_STEMS = [
    "Alten",
    "Birken",
    "Crons",
    "Dorn",
    "Eichen",
    "Felden",
    "Grün",
    "Hohen",
    "Insel",
    "Kirch",
    "Linden",
    "Mühl",
    "Neuen",
    "Ober",
    "Platt",
    "Roden",
    "Stein",
]
_ENDS = [
    "bach",
    "berg",
    "brück",
    "burg",
    "dorf",
    "feld",
    "furt",
    "hausen",
    "heim",
    "kirchen",
    "rode",
    "stadt",
    "tal",
    "walde",
]
_STATES = (
    ("russland", "Russland", "Moskau", "russisch"),
    ("nordkorea", "Nordkorea", "Pjöngjang", "nordkoreanisch"),
    ("suedkorea", "Südkorea", "Seoul", "südkoreanisch"),
    ("usa", "USA", "Washington", "amerikanisch"),
    ("china", "China", "Peking", "chinesisch"),
    ("japan", "Japan", "Tokio", "japanisch"),
    ("ukraine", "Ukraine", "Kiew", "ukrainisch"),
    ("polen", "Polen", "Warschau", "polnisch"),
)
_ARTICLE = {"USA": ("die USA", "den USA"), "Ukraine": ("die Ukraine", "der Ukraine")}
_BODIES = ("Institut für Strategie", "Zentrum für Abrüstung", "Forum für Sicherheit", "Archiv für Zeitgeschichte")
_WEAPONS = ("KN-23", "KN-25", "Iskander-M", "S-400", "T-72", "Leopard 2", "Himars", "Schahed-136")
_TOPICS = ("Reaktionen", "Hintergrund", "Waffenlieferungen", "Sanktionen", "Diplomatie")
_SENTENCES = (
    "{Person} sagte am {day}, die Gespräche mit {state_dat} seien noch nicht abgeschlossen.",
    "„Wir werden die Lage genau beobachten“, sagte {Person} in {city}.",
    "{State} wirft {state2_dat} vor, Munition an {state3} zu liefern.",
    "{State2} wies die Anschuldigung zurück.",
    "{State} bestreitet, Raketen vom Typ {weapon} geliefert zu haben.",
    "{Person} vom {body} vermutet, dass {state} die {weapon} einsetzen könnte.",
    "Nach Angaben von {Person} wurden im {month} {number} Soldaten nach {city} verlegt.",
    "Die {weapon} hat eine Reichweite von {number} Kilometern.",
    "Im {month} {year} besuchte {leader} {city}.",
    "{leader} traf {leader2} am {date} in {capital}.",
    "{Person}, Sprecher des Aussenministeriums, nannte den Bericht „eine Erfindung“.",
    "Der Nachrichtenagentur Nordagentur zufolge soll {state} bereits {number} Panzer geliefert haben.",
    "Ob {leader} nach {city} reist, ist unklar.",
    "„Das ist ein Zeichen der Schwäche“, sagte {leader} am {date}.",
    "{rare} aus {town} sagte, er habe von den Lieferungen nichts gewusst.",
    "{rare} erklärte, man dürfe {leader} nicht unterschätzen.",
    "In {town} kamen am {day} {number} Menschen zu einer Kundgebung zusammen.",
    "{State} hat Sanktionen gegen {state2} verhängt.",
    "{Person} zweifelt daran: „Die Beweise reichen nicht aus“, sagte er der Nordagentur.",
    "Das {adjective}e Verteidigungsministerium kündigte an, die {weapon} nach {city} zu verlegen.",
    "{leader} könnte {state_dat} im {month} neue Lieferungen zusagen.",
    "Damit wächst der Druck auf {state}.",
    "{capital} reagierte zunächst nicht auf eine Anfrage.",
    "Laut {Person} ist die {weapon} der {weapon2} ähnlich.",
    "Wie {Person} berichtete, verliess der Sonderzug {city} am {day}.",
    "Das {body} legte in {capital} eine neue Studie vor.",
    "„Niemand hat die Absicht, {state_dat} zu drohen“, sagte {leader2}.",
    "Seit {year} arbeiten {state} und {state2} zusammen.",
    "{rare} leitet das Museum in {town}.",
    "Die Regierung in {capital} teilte mit, es gebe keinen Anlass zur Sorge.",
)
_DAYS = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"]
_MONTHS = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
]
_LEADERS = (
    ("kim-jong-un", "Kim Jong Un", "Kim"),
    ("wladimir-putin", "Wladimir Putin", "Putin"),
    ("joe-biden", "Joe Biden", "Biden"),
    ("xi-jinping", "Xi Jinping", "Xi"),
)


def write_project(project: Path, number: int, seed: int = 1) -> None:
    """Write `project/seeds/` with `number` reports of 400 to 700 words."""
    random = Random(seed)  # noqa: S311  no secret: the same project every time
    people = _names(random, 80)
    (project / "seeds" / "articles").mkdir(parents=True)
    (project / "seeds" / "registry").mkdir()
    settings = "title: Tausend Berichte\nsite_url: https://example.org/dossier/\nrights: excerpts\n"
    (project / "seeds" / "dossier.yml").write_text(settings, encoding="utf-8")
    (project / "seeds" / "registry" / "namen.yml").write_text(registry(people), encoding="utf-8")
    for count in range(number):
        text = report(random, count, people)
        (project / "seeds" / "articles" / f"bericht-{count:04}.md").write_text(text, encoding="utf-8")


def registry(people: list[str]) -> str:
    """The names that people know: states, leaders, weapons, topics, and half of `people`."""
    lines = ["entities:", *_entry("nordagentur", "outlet", "Nordagentur")]
    for key, name, capital, _ in _STATES:
        lines += [*_entry(key, "state", name, actor=True), f"    aliases: [{{text: {capital}, kind: metonym}}]"]
    for key, name, short in _LEADERS:
        lines += [*_entry(key, "person", name, actor=True), f"    aliases: [{{text: {short}, kind: short}}]"]
    for name in _WEAPONS:
        lines += _entry(name.lower().replace(" ", "-"), "weapon", name)
    for name in _TOPICS:
        lines += [*_entry(name.lower(), "topic", name), f"    sections: [{name}]"]
    for name in people[::2]:
        lines += _entry(name.lower().replace(" ", "-"), "person", name, actor=True)
    return "\n".join(lines) + "\n"


def report(random: Random, number: int, people: list[str]) -> str:
    """One report with front matter, a title, a lead and four sections."""
    day = FIRST_DAY + dt.timedelta(days=number)
    some = random.sample(people, 5)
    rare = [f"{random.choice(_GIVEN)} {random.choice(_STEMS)}{random.choice(_ENDS)}er" for _ in range(3)]
    towns = [f"{random.choice(_STEMS)}{random.choice(_ENDS)}" for _ in range(3)]
    title = f"{random.choice(_LEADERS)[2]} spricht in {random.choice(_STATES)[2]} über {random.choice(_TOPICS)}"
    parts = [f"---\ntitle: {title}\npublished: {day.isoformat()}\nagencies: [nordagentur]\n---", f"# {title}"]
    for heading in ("", *random.sample(_TOPICS, 3)):
        parts += [f"## {heading}"] if heading else []
        for _ in range(random.randint(2, 4)):
            sentences = random.sample(_SENTENCES, random.randint(3, 5))
            parts.append(" ".join(_filled(random, one, some, rare, towns) for one in sentences))
    return "\n\n".join(parts) + "\n"


def _filled(random: Random, sentence: str, people: list[str], rare: list[str], towns: list[str]) -> str:
    first, second, third = random.sample(_STATES, 3)
    leader, other = random.sample(_LEADERS, 2)
    weapon, another = random.sample(_WEAPONS, 2)
    words = {
        "Person": random.choice(people),
        "rare": random.choice(rare),
        "town": random.choice(towns),
        "leader": leader[1],
        "leader2": other[2],
        "state": _nominative(first[1]),
        "State": _nominative(first[1])[:1].upper() + _nominative(first[1])[1:],
        "state_dat": _dative(first[1]),
        "State2": _nominative(second[1])[:1].upper() + _nominative(second[1])[1:],
        "state2": _nominative(second[1]),
        "state2_dat": _dative(second[1]),
        "state3": _nominative(third[1]),
        "adjective": first[3],
        "capital": second[2],
        "city": third[2],
        "weapon": weapon,
        "weapon2": another,
        "body": random.choice(_BODIES),
        "day": random.choice(_DAYS),
        "month": random.choice(_MONTHS),
        "date": f"{random.randint(1, 28)}. {random.choice(_MONTHS)} {random.randint(2015, 2023)}",
        "year": str(random.randint(1990, 2022)),
        "number": str(random.randint(20, 900)),
    }
    return sentence.format(**words)


def _entry(key: str, kind: str, name: str, *, actor: bool = False) -> list[str]:
    return [f"  - id: {key}", f"    kind: {kind}", f"    name: {name}", *(['    actor: "yes"'] if actor else [])]


def _names(random: Random, number: int) -> list[str]:
    names: dict[str, None] = {}
    while len(names) < number:
        names[f"{random.choice(_GIVEN)} {random.choice(_FAMILY)}"] = None
    return list(names)


def _nominative(state: str) -> str:
    return _ARTICLE.get(state, (state, state))[0]


def _dative(state: str) -> str:
    return _ARTICLE.get(state, (state, state))[1]
