"""Whatever is changed, doing only what changed gives the same bytes as doing everything, and touches nothing else."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass, field
from random import Random
from typing import TYPE_CHECKING

import pytest
import yaml

from generator import pipeline
from generator.cache import contributions as contributing
from generator.cache import sealed
from generator.errors import InputError
from generator.render.task import Task
from tests.scale.corpus import registry, report

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.model.page import Page
    from generator.render.context import Context

SOURCES = 5
STEPS = 15
PEOPLE = ["Anna Adler", "Bernd Brandt", "Carla Conrad", "Dirk Dorn", "Elena Ebert", "Frank Falk", "Greta Gerber"]


@dataclass
class Project:
    """A project on the disk that is edited at random."""

    root: Path
    random: Random
    written: int = 0
    texts: dict[str, str] = field(default_factory=dict)
    settings: dict[str, object] = field(default_factory=dict)
    registry: dict[str, list[dict[str, object]]] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)

    def write(self) -> None:
        shutil.rmtree(self.root / "seeds", ignore_errors=True)
        for folder in ("articles", "registry", "notes"):
            (self.root / "seeds" / folder).mkdir(parents=True)
        seeds = self.root / "seeds"
        for name, text in self.texts.items():
            (seeds / "articles" / f"{name}.md").write_text(text, encoding="utf-8")
        (seeds / "registry" / "alle.yml").write_text(yaml.safe_dump(self.registry, allow_unicode=True))
        (seeds / "dossier.yml").write_text(yaml.safe_dump(self.settings))
        for entity, note in self.notes.items():
            (seeds / "notes" / f"{entity}.md").write_text(note, encoding="utf-8")

    def entity(self) -> dict[str, object]:
        return self.random.choice([e for e in self.registry["entities"] if e["kind"] == "person"])

    def forget(self, source: str) -> None:
        """What the registry rests on in a source that is about to change."""
        for entity in self.registry["entities"]:
            entity.pop("facts", None)
        self.registry["decisions"] = [d for d in self.registry["decisions"] if d["source"] != source]


def change_words(project: Project) -> None:
    name = project.random.choice([*project.texts])
    project.forget(name)
    words = project.random.choice(["Gespräche", "Soldaten", "Lage", "Regierung", "Sanktionen"])
    project.texts[name] = project.texts[name].replace(words, f"neue {words}").replace("Kim", "Putin", 1)


def change_nothing_but_space(project: Project) -> None:
    name = project.random.choice([*project.texts])
    project.texts[name] += "\n"


def add_a_source(project: Project) -> None:
    project.written += 1
    name = f"{project.random.choice('ampz')}-{project.written}"
    project.texts[name] = report(project.random, project.random.randint(0, 9), PEOPLE)


def remove_a_source(project: Project) -> None:
    if len(project.texts) > 2:
        name = project.random.choice([*project.texts])
        project.forget(name)
        del project.texts[name]


def rename_a_source(project: Project) -> None:
    name = project.random.choice([*project.texts])
    project.forget(name)
    project.written += 1
    text = project.texts.pop(name)
    earlier = f"formerly: [{name}]\n" if "formerly" not in text else ""
    project.texts[f"neu-{project.written}"] = text.replace("agencies:", f"{earlier}agencies:", 1)


def move_in_time(project: Project) -> None:
    name = project.random.choice([*project.texts])
    day = f"published: 2021-01-{project.random.randint(1, 28):02}"
    project.texts[name] = re.sub(r"published: \S+", day, project.texts[name])


def add_a_fact(project: Project) -> None:
    name, text = project.random.choice([*project.texts.items()])
    body = text.split("\n---\n", 1)[1]
    words = next((s for s in re.findall(r"[A-Z][^.„“\n]{20,}\.", body) if text.count(s) == 1), None)
    if words:
        fact = {"property": "role", "value": "Zeuge", "evidence": {"source": name, "text": words}}
        project.entity()["facts"] = [fact]


def add_an_alias(project: Project) -> None:
    word = project.random.choice(["Studie", "Sonderzug", "Munition", "Museum", "Kundgebung"])
    kind = project.random.choice(["spelling", "short", "description", "metonym"])
    project.entity()["aliases"] = [{"text": word, "kind": kind}]


def rename_an_entity(project: Project) -> None:
    project.entity()["name"] = project.random.choice(["Hedwig Neu", "Ignaz Neu", "Jakob Neu"])


def decide(project: Project) -> None:
    for name, text in project.texts.items():
        found = re.search(r"Ob \S+ \S+ ?\S* nach \S+ reist, ist unklar\.", text)
        if found and text.count(found.group()) == 1:
            mention = found.group().split(" nach ")[1].split(" ")[0]
            decision = {
                "source": name,
                "context": found.group(),
                "mention": mention,
                "entity": None,
                "reason": "nur so",
            }
            project.registry["decisions"] = [decision]
            return


def write_a_note(project: Project) -> None:
    project.notes[str(project.entity()["id"])] = f"Eine Notiz, die {project.random.randint(1, 99)}."


def give_a_topic_other_sections(project: Project) -> None:
    """What stands under a heading moves from one topic to another."""
    topics = [entity for entity in project.registry["entities"] if entity["kind"] == "topic"]
    one, other = project.random.sample(topics, 2)
    one["sections"], other["sections"] = other["sections"], one["sections"]


def change_the_settings(project: Project) -> None:
    key, values = project.random.choice(
        [("title", ["Ein Dossier", "Noch eines"]), ("language", ["de", "en"]), ("rights", ["full", "excerpts"])]
    )
    project.settings[key] = project.random.choice(values)


def change_nothing(_project: Project) -> None:
    pass


def lose_an_entry(project: Project) -> None:
    files = sorted(path for path in (project.root / ".cache").rglob("*") if path.is_file())
    if files:
        project.random.choice(files).unlink()


def damage_an_entry(project: Project) -> None:
    files = sorted(path for path in (project.root / ".cache").rglob("*") if path.is_file())
    if files:
        file = project.random.choice(files)
        content = bytearray(file.read_bytes() or b"x")
        place = project.random.randrange(len(content))
        content[place] ^= 1 << project.random.randrange(8)
        file.write_bytes(content[: project.random.choice([place + 1, len(content)])])


def lose_the_cache(project: Project) -> None:
    shutil.rmtree(project.root / ".cache", ignore_errors=True)


def lose_a_page(project: Project) -> None:
    files = sorted((project.root / "docs").rglob("*.md"))
    project.random.choice(files).unlink()


EDITS: tuple[Callable[[Project], None], ...] = (
    change_words,
    change_nothing_but_space,
    add_a_source,
    remove_a_source,
    rename_a_source,
    move_in_time,
    add_a_fact,
    add_an_alias,
    rename_an_entity,
    decide,
    give_a_topic_other_sections,
    write_a_note,
    change_the_settings,
    change_nothing,
    lose_an_entry,
    damage_an_entry,
    lose_the_cache,
    lose_a_page,
)


def started(root: Path, seed: int) -> Project:
    random = Random(seed)  # noqa: S311  no secret
    found = yaml.safe_load(registry(PEOPLE))
    found["decisions"] = []
    settings = {"title": "Ein Dossier", "site_url": "https://example.org/", "rights": "excerpts"}
    project = Project(root, random, settings=settings, registry=found)
    for number in range(SOURCES):
        project.texts[f"bericht-{number}"] = report(random, number, PEOPLE)
    project.write()
    return project


def tree(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def times(root: Path) -> dict[str, int]:
    return {path.relative_to(root).as_posix(): path.stat().st_mtime_ns for path in root.rglob("*") if path.is_file()}


def from_scratch(project: Path, folder: Path) -> dict[str, bytes]:
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(project / "seeds", folder / "seeds")
    pipeline.generate(folder)
    return tree(folder / "docs")


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_any_edits_give_what_a_full_generation_gives(tmp_path: Path, seed: int) -> None:
    project = started(tmp_path / "project", seed)
    pipeline.generate(project.root)
    docs = project.root / "docs"
    deck = project.random.sample(EDITS, len(EDITS))
    for step in range(STEPS):
        edits = [deck[step % len(deck)], *project.random.sample(EDITS, step % 3)]
        for edit in edits:
            edit(project)
        project.write()
        before, seen = (tree(docs), times(docs))
        try:
            expected = from_scratch(project.root, tmp_path / "scratch")
        except InputError as error:
            with pytest.raises(InputError, match=re.escape(str(error))):
                pipeline.generate(project.root)
            continue
        pipeline.generate(project.root)
        found = tree(docs)
        assert found == expected, [edit.__name__ for edit in edits]
        same = {path for path in before if found.get(path) == before[path]} - {".dossier.json"}
        assert {path: times(docs)[path] for path in same} == {path: seen[path] for path in same}
        assert not pipeline.outdated(project.root)


class Work:
    """Counts the tasks that are done and the sources that are read."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.tasks: list[tuple[str, str]] = []
        self.sources: list[str] = []
        pages, contribute = Task.pages, contributing.contribute

        def noted(task: Task, context: Context) -> tuple[Page, ...]:
            self.tasks.append((task.kind, task.key))
            return pages(task, context)

        def read(source, names):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202  those of `contribute`
            self.sources.append(source.document.id)
            return contribute(source, names)

        monkeypatch.setattr(Task, "pages", noted)
        monkeypatch.setattr(contributing, "contribute", read)

    def take(self) -> tuple[set[tuple[str, str]], list[str]]:
        done = (set(self.tasks), self.sources)
        self.tasks, self.sources = [], []
        return done


def test_one_changed_source_leaves_the_pages_of_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = started(tmp_path, 1)
    work = Work(monkeypatch)
    pipeline.generate(project.root)
    work.take()
    project.texts["bericht-2"] = project.texts["bericht-2"].replace("Gespräche", "Unterredungen") + "\nSonst nichts.\n"
    project.write()
    pipeline.generate(project.root)
    tasks, sources = work.take()
    assert sources == ["bericht-2"]
    others = {f"bericht-{number}" for number in range(SOURCES)} - {"bericht-2"}
    assert ("source", "bericht-2") in tasks
    assert not {("told", other) for other in others} & tasks


def test_other_sections_of_a_topic_change_the_index_of_those_who_are_named_under_it(tmp_path: Path) -> None:
    project = started(tmp_path / "project", 1)
    pipeline.generate(project.root)
    before = tree(project.root / "docs")
    give_a_topic_other_sections(project)
    project.write()
    pipeline.generate(project.root)
    found = tree(project.root / "docs")
    assert found == from_scratch(project.root, tmp_path / "scratch")
    assert found["akteure/index.md"] != before["akteure/index.md"], "the filter of topics there knows the new one"


def test_a_note_changes_one_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = started(tmp_path, 1)
    work = Work(monkeypatch)
    pipeline.generate(project.root)
    work.take()
    project.notes["russland"] = "Eine Notiz."
    project.write()
    _, changes = pipeline.generate(project.root)
    tasks, sources = work.take()
    assert sources == []
    assert ("entity", "russland") in tasks
    assert changes.changed == ("akteure/russland.md",)


def test_a_link_of_an_entity_concerns_no_page_that_only_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = started(tmp_path, 1)
    work = Work(monkeypatch)
    pipeline.generate(project.root)
    work.take()
    state = next(entity for entity in project.registry["entities"] if entity["id"] == "russland")
    state["same_as"] = ["https://www.wikidata.org/entity/Q159"]
    project.write()
    _, changes = pipeline.generate(project.root)
    tasks, sources = work.take()
    assert sources == []
    assert "akteure/russland.md" in changes.changed
    assert {key for kind, key in tasks if kind in ("entity", "source", "told", "dispute", "topic")} == {"russland"}


def test_a_page_that_somebody_edited_is_not_taken_for_one_that_stands(tmp_path: Path) -> None:
    project = started(tmp_path, 1)
    pipeline.generate(project.root)
    page = project.root / "docs" / "akteure" / "russland.md"
    page.write_text(page.read_text(encoding="utf-8") + "Meine Worte.\n", encoding="utf-8")
    project.settings["title"] = "Ein anderer Titel"
    project.write()
    with pytest.raises(InputError, match="edited by hand"):
        pipeline.generate(project.root)


def test_a_forged_contribution_ends_in_a_message(tmp_path: Path) -> None:
    project = started(tmp_path, 1)
    pipeline.generate(project.root)
    for file in (project.root / ".cache/contributions").iterdir():
        key = file.read_bytes()[:64].decode()
        head, rest = sealed.unseal(file, key) or (b"", b"")
        sealed.seal(file, key, bytes(head), [b"x" * len(rest)])
    (project.root / ".cache/generated.json").unlink()
    (project.root / ".cache/pages.json").unlink()
    with pytest.raises(InputError, match="CAC001"):
        pipeline.generate(project.root)
