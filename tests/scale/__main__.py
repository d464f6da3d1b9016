"""`python -m tests.scale [NUMBER]`: what generating costs at NUMBER sources (1,000), cold and after a change.

Each figure is the CPU time of a process of its own, start-up included, and its share of the cold run.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.scale.corpus import write_project

if TYPE_CHECKING:
    from collections.abc import Callable

SENTENCE = "\nJoe Biden sagte in Seoul, die KN-23 sei nicht geliefert worden.\n"
ARTICLE = "seeds/articles/bericht-0005.md"
REGISTRY = "seeds/registry/namen.yml"
XI = "name: Xi Jinping"
COMMAND = (sys.executable, "-m", "generator", "generate", "--project")


def main(number: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        write_project(project, number)
        changes: dict[str, Callable[[], object]] = {
            "cold": lambda: None,
            "nothing changed": lambda: None,
            "one changed source": lambda: append(project / ARTICLE, SENTENCE),
            "one word put in": lambda: put_in(project / ARTICLE, 400, " gestern"),
            "one new source": lambda: (project / "seeds/articles/neu.md").write_text("Kim besuchte Seoul.\n"),
            "one new link": lambda: replace(project / REGISTRY, XI, f"{XI}\n    same_as: ['https://example.org/xi']"),
            "one new alias": lambda: replace(project / REGISTRY, "text: Xi,", "text: Chinas Präsident,"),
        }
        cold = 0.0
        for name, change in changes.items():
            change()
            seconds = run(project)
            cold = cold or seconds
            say(f"{name:20} {seconds:7.2f} s {seconds / cold:7.1%}")
        largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
        say(f"{'most memory':20} {largest:7} MB")


def run(project: Path) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([*COMMAND, str(project)], check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def append(file: Path, words: str) -> None:
    file.write_text(file.read_text(encoding="utf-8") + words, encoding="utf-8")


def put_in(file: Path, behind: int, words: str) -> None:
    """Put `words` at the end of the first sentence `behind` so many characters: everything after it moves."""
    text = file.read_text(encoding="utf-8")
    end = text.index(". ", behind)
    file.write_text(text[:end] + words + text[end:], encoding="utf-8")


def replace(file: Path, old: str, new: str) -> None:
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
