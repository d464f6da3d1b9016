"""How long the annotators take, on one core, with everything included: `python -m tests.evaluation.speed`.

It runs in a process of its own, so that memory and loading are those of the annotators alone. Seconds are those of the
processor, which other work on the machine does not lengthen.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from pathlib import Path

WARM_UP = "Die Ministerin Eva Moser sagte am Montag in Wien: «Das könnte teuer werden.»"
_UNITS_A_MEGABYTE = 1024**2 if sys.platform == "darwin" else 1024  # macOS counts bytes, Linux kilobytes


def measure() -> dict[str, float]:
    """The figures, from a fresh process."""
    command = [sys.executable, "-m", "tests.evaluation.speed"]
    finished = subprocess.run(command, check=True, capture_output=True, text=True, cwd=Path(__file__).parents[2])
    figures: dict[str, float] = json.loads(finished.stdout)
    return figures


def _here() -> dict[str, float]:
    start = time.process_time()
    from tests.evaluation.run import annotate_text, own_set  # noqa: PLC0415  loading is what is measured

    annotate_text(WARM_UP, None)
    loaded = time.process_time()
    texts = own_set()
    before = time.process_time()
    annotated = [annotate_text(one.text, one.published) for one in texts]
    seconds = time.process_time() - before
    tokens = sum(len(sentence.tokens) for one in annotated for sentence in one.parse.sentences)
    return {
        "seconds for 1,000 tokens": round(1000 * seconds / tokens, 2),
        "megabytes at most": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _UNITS_A_MEGABYTE),
        "seconds to load": round(loaded - start, 2),
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_here()))
