"""`python -m tests.fuzz [--seconds N] [TARGET …]`: coverage-guided fuzzing of each target in turn, with atheris.

What it learns stays in .cache/fuzz/<target>/ and is where the next run starts. Bytes that break a promise are put into
tests/fuzz/found/<target>/, from where `make test` runs them for good.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
LEARNT = HERE.parents[1] / ".cache" / "fuzz"
LIMIT_MB = 2048
TIMEOUT = 20  # seconds for one input


def main() -> None:
    """Fuzz every target named, or all, each in a process of its own; exit 1 if one broke."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__.splitlines()[0])
    parser.add_argument("targets", nargs="*", metavar="TARGET", help="source, yaml, annotators, … (default: all)")
    parser.add_argument("--seconds", type=int, default=60, help="for each target (default: 60)")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.inside:
        _fuzz(given.targets[0], given.seconds)
        return
    from tests.fuzz.targets import TARGETS  # noqa: PLC0415  the fuzzed process has to import it under its own eyes

    command = [sys.executable, "-m", "tests.fuzz", "--inside", "--seconds", str(given.seconds)]
    broken = [name for name in given.targets or TARGETS if subprocess.run([*command, name], check=False).returncode]
    if broken:
        sys.exit(f"broken: {', '.join(broken)}; see {HERE / 'found'}")


def _fuzz(target: str, seconds: int) -> None:
    import atheris  # type: ignore[import-not-found,unused-ignore]  # noqa: PLC0415  lives in its own environment

    with atheris.instrument_imports(include=["generator"]):
        from tests.fuzz.material import seeds  # noqa: PLC0415
        from tests.fuzz.targets import TARGETS  # noqa: PLC0415

    corpus, found = LEARNT / target, HERE / "found" / target
    for folder in (corpus, found):
        folder.mkdir(parents=True, exist_ok=True)
    for number, content in enumerate(seeds(target)):
        (corpus / f"seed-{number}").write_bytes(content)
    limits = [
        f"-max_total_time={seconds}",
        f"-rss_limit_mb={LIMIT_MB}",
        f"-timeout={TIMEOUT}",
        "-max_len=8192",
        "-print_final_stats=1",
    ]
    atheris.Setup([target, *limits, f"-artifact_prefix={found}/", str(corpus), str(found)], TARGETS[target])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
