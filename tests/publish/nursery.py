"""Lets children of this process publish, kills or trips them on the way, and looks at what they leave behind.

A process of its own, because it forks and because an audit hook, which sees every step before it is taken, cannot be
taken off again. `python nursery.py TASK FOLDER` prints what was seen as JSON.
"""

from __future__ import annotations

import errno
import json
import os
import random
import shutil
import signal
import sys
import time
from collections import Counter
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from generator.errors import InputError
from generator.model.page import Page
from generator.publish import MANIFEST, STAGING, publish, settled
from generator.publish.journal import is_pending
from generator.publish.manifest import encode_manifest, hashes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Tree = dict[str, bytes]
    Step = Callable[[], None]

STEPS = frozenset({"os.mkdir", "os.rename", "os.remove", "os.rmdir"})
KEPT = "assets/eigen.css"
OLD = [
    Page("index.md", "# Alt\n"),
    Page("gleich.md", "# Gleich\n"),
    Page("a/weg.md", "# Weg\n"),
    Page("b/c.md", "# C\n"),
]
NEW = [
    Page("index.md", "# Neu\n"),
    Page("gleich.md", "# Gleich\n"),
    Page("d/e/neu.md", "# Da\n"),
    Page("b/c.md", "# D\n"),
]
RUNS = 12


def main(task: str, folder: Path) -> None:
    docs = folder / "docs"
    os.fsync = _no_power_cut
    found = TASKS[task](docs)
    sys.stdout.write(json.dumps(found))


def kill_at_every_step(docs: Path) -> dict[str, int]:
    """Kill at each step of publishing, and the command that mends what is left at each step of its own."""
    seen: Counter[str] = Counter()
    for step in _steps(docs, lambda: publish(NEW, docs), _kill):
        seen["killed"] += 1
        seen["pending"] += is_pending(docs)
        left = docs.with_name(f"left-{step}")
        shutil.copytree(docs, left)
        for _ in _steps(docs, lambda: _look(docs), _kill, start=left):
            seen["killed again"] += 1
            _expect(_state(docs) == "new", "what had happened was taken back")
            _mend(docs)
        seen[_state(docs)] += 1
        _mend(docs)
    return seen


def fail_at_every_step(docs: Path) -> dict[str, int]:
    """Let each step of publishing fail as on a full disk; before the journal nothing may have changed."""
    seen: Counter[str] = Counter()

    def attempt() -> None:
        try:
            publish(NEW, docs)
        except InputError as error:
            os._exit(0 if "PUB007" in str(error) and "no space left" in str(error) else 3)

    for _ in _steps(docs, attempt, _run_full):
        if is_pending(docs):
            seen["pending"] += 1
        else:
            seen["whole"] += 1
            _expect_one(tree(docs))
        seen[_state(docs)] += 1
        _mend(docs)
    return seen


def kill_publishing(docs: Path) -> dict[str, int]:
    """Kill the publication of 40 pages at random moments."""
    old = [Page(f"a{number % 5}/{number}.md", f"# Alt {number}\n" * 500) for number in range(30)]
    new = [Page(f"b{number % 5}/{number}.md", f"# Neu {number}\n" * 500) for number in range(10)]
    changed = [Page(page.path, page.content.replace("Alt", "Anders")) for page in old[:20]]
    versions = (old, [*changed, *new])
    publish(versions[1], docs)
    seen: Counter[str] = Counter()
    moments = _moments(180, lambda: publish(versions[0], docs))
    for number, moment in enumerate(moments):
        goal = versions[(number + 1) % 2]
        _kill_after(moment, lambda goal=goal: publish(goal, docs), docs, goal, seen)
    return seen


def kill_generating(docs: Path) -> dict[str, int]:
    """Kill the whole command at random moments, after every one of which the articles are others."""
    from generator import pipeline  # noqa: PLC0415  a small process forks faster

    project = docs.parent
    article = project / "seeds" / "articles" / "nachtrag.md"
    texts = (article.read_text(encoding="utf-8"), article.read_text(encoding="utf-8") + "\nDas ist alles.\n")
    versions = []
    for text in texts:
        article.write_text(text, encoding="utf-8")
        versions.append(list(pipeline.pages(pipeline.build_dossier(project))))
    publish(versions[1], docs)
    seen: Counter[str] = Counter()
    for number, moment in enumerate(_moments(30, lambda: pipeline.generate(project))):
        article.write_text(texts[number % 2], encoding="utf-8")
        _kill_after(moment, lambda: pipeline.generate(project), docs, versions[number % 2], seen)
    return seen


def _moments(count: int, task: Callable[[], object]) -> list[float]:
    """Seconds after the start of a child that does `task`, up to a little more than it needs."""
    started = time.perf_counter()
    os.waitpid(_fork(task), 0)
    needed = time.perf_counter() - started
    chance = random.Random(6)  # noqa: S311  no secret, and the same moments every time
    return [chance.random() * needed * 1.2 for _ in range(count)]


def _kill_after(moment: float, task: Callable[[], object], docs: Path, goal: list[Page], seen: Counter[str]) -> None:
    before, after = tree(docs), _tree_of(goal)
    child = _fork(task)
    time.sleep(moment)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    seen["killed"] += 1
    seen["pending" if is_pending(docs) else "prepared" if (docs / STAGING).exists() else "clean"] += 1
    with settled(docs):
        now = tree(docs)
    _expect(now in (before, after), "a mixture")
    seen["old" if now == before else "new"] += 1
    publish(goal, docs)
    _expect(tree(docs) == after and not (docs / STAGING).exists(), "the next run did not mend it")


def crowd(docs: Path) -> dict[str, int]:
    """Two writers at once, and a reader who never sees anything but one of the two dossiers."""
    publish(OLD, docs)
    keep(docs)
    writers = [_fork(lambda goal=goal: _write_often(goal, docs)) for goal in (OLD, NEW)]
    seen: Counter[str] = Counter()
    while writers:
        seen[_state(docs)] += 1
        for writer in tuple(writers):
            done, status = os.waitpid(writer, os.WNOHANG)
            if done:
                _expect(status == 0, "a writer failed")
                writers.remove(writer)
    return seen


def refuse_large_files(docs: Path) -> dict[str, str]:
    """A real refusal in the middle of a write: the process may not write files of this size."""
    import resource  # noqa: PLC0415  only here

    publish(OLD, docs)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, resource.RLIM_INFINITY))
    try:
        publish([*OLD, Page("lang.md", "x" * 200_000)], docs)
    except InputError as error:
        _expect(tree(docs) == {**_tree_of(OLD)} and not (docs / STAGING).exists(), "something changed")
        return {"message": str(error)}
    return {}


def _no_power_cut(_handle: int) -> None:
    """What a killed process has written is not lost: only a power cut needs the bytes on the disk."""


def keep(docs: Path) -> None:
    (docs / KEPT).parent.mkdir(parents=True, exist_ok=True)
    (docs / KEPT).write_bytes(b"body {}")


def tree(docs: Path) -> Tree:
    """The visible files and the manifest; what is prepared aside is no part of the dossier."""
    files = (path for path in docs.rglob("*") if path.is_file() and path.relative_to(docs).parts[0] != STAGING)
    return {path.relative_to(docs).as_posix(): path.read_bytes() for path in files}


def _steps(docs: Path, task: Callable[[], object], trip: Step, start: Path | None = None) -> Iterator[int]:
    """Run `task` on the same beginning again and again, each time tripped one step later, until it gets through."""
    tripped = docs.with_name("tripped")
    for step in count(1):
        shutil.rmtree(docs, ignore_errors=True)
        if start:
            shutil.copytree(start, docs)
        else:
            publish(OLD, docs)
            keep(docs)
        tripped.unlink(missing_ok=True)
        child = _fork(task, lambda step=step: _trip_at(step, trip, tripped))
        _, status = os.waitpid(child, 0)
        _expect(os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, f"a wrong message at step {step}")
        if not tripped.exists():
            return
        yield step


def _trip_at(step: int, trip: Step, tripped: Path) -> None:
    taken = 0

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal taken
        writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
        if (event in STEPS or writes) and str(tripped) not in map(str, arguments):
            taken += 1
            if taken == step:
                tripped.touch()
                trip()

    sys.addaudithook(watch)


def _kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _run_full() -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _look(docs: Path) -> None:
    with settled(docs):
        pass


def _state(docs: Path) -> str:
    with settled(docs):
        found = tree(docs)
    return _expect_one(found)


def _expect_one(found: Tree) -> str:
    """Which of the two dossiers it is, beside what people wrote."""
    kept = {KEPT: b"body {}"}
    _expect(found in (_tree_of(OLD) | kept, _tree_of(NEW) | kept), "a mixture, or what people wrote is gone")
    return "old" if found == _tree_of(OLD) | kept else "new"


def _mend(docs: Path) -> None:
    publish(NEW, docs)
    _expect(_state(docs) == "new" and not (docs / STAGING).exists(), "the next run did not mend it")
    _expect(sorted(path.name for path in docs.iterdir()) == _NAMES, "an empty folder was left")


_NAMES = sorted([MANIFEST, "assets", "b", "d", "gleich.md", "index.md"])


def _tree_of(pages: list[Page]) -> Tree:
    manifest = encode_manifest(hashes({page.path: page.pieces for page in pages}))
    return {**{page.path: page.content.encode() for page in pages}, MANIFEST: manifest}


def _write_often(pages: list[Page], docs: Path) -> None:
    for _ in range(RUNS):
        publish(pages, docs)
        time.sleep(0.005)


def _fork(task: Callable[[], object], prepare: Step = lambda: None) -> int:
    child = os.fork()
    if child:
        return child
    code = 1
    with suppress(BaseException):
        prepare()
        task()
        code = 0
    os._exit(code)


def _expect(truth: bool, message: str) -> None:  # noqa: FBT001  an assertion that survives -O and says what is wrong
    if not truth:
        raise SystemExit(message)


TASKS: dict[str, Callable[[Path], dict[str, int] | dict[str, str]]] = {
    task.__name__: task
    for task in (kill_at_every_step, fail_at_every_step, kill_publishing, kill_generating, crowd, refuse_large_files)
}

if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
