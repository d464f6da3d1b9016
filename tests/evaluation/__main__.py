"""`python -m tests.evaluation [DATA] [--record]`: measure, print the table, write design/evaluation.md.

DATA is a folder with labelled sets (folders with texts/ and gold/) at any depth; their figures are kept until they are
measured again. `--record` keeps those of our own set as the ones that the tests ask for.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.evaluation.folder import find_sets, read_set
from tests.evaluation.record import read_record, write_record
from tests.evaluation.report import OWN, SPEED, report
from tests.evaluation.run import evaluate, own_set
from tests.evaluation.speed import measure

PAGE = Path(__file__).parents[2] / "design" / "evaluation.md"


def main() -> None:
    """Measure what is asked for and write it down."""
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation", description=__doc__)
    parser.add_argument("data", nargs="?", type=Path, help="a folder with labelled sets")
    parser.add_argument("--record", action="store_true", help="keep the figures of our own set for the tests")
    arguments = parser.parse_args()
    recorded = read_record() | {SPEED: measure()}  # first: a process starts with the memory that its parent has
    for name, folder in (find_sets(arguments.data) if arguments.data else {}).items():
        recorded[name] = evaluate(read_set(folder))
    measured = recorded | {OWN: evaluate(own_set())}
    write_record(measured if arguments.record else recorded)
    page = report(measured)
    PAGE.write_text(page, encoding="utf-8", newline="\n")
    sys.stdout.write(page)


main()
