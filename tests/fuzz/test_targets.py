"""The targets of the fuzzer as properties: what the fuzzer once found, and what hypothesis makes up."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.material import GERMAN, RAW, seeds
from tests.fuzz.targets import TARGETS

FOUND = sorted(path for path in (Path(__file__).parent / "found").rglob("*") if path.is_file())
EXAMPLES = {"annotators": 8, "dossier": 6, "page": 25, "entry": 20, "journal": 40}
"""How many inputs a target gets here; those not named get 100."""

KINDS = st.sampled_from([0, RAW, GERMAN])
BYTES = st.one_of(
    st.binary(max_size=60),
    st.builds(lambda kind, pieces: bytes([kind, *pieces]), KINDS, st.lists(st.integers(0, 255), max_size=60)),
    st.builds(lambda words: b"\0" + words.encode(), st.text(max_size=60)),
)


@pytest.mark.parametrize("name", list(TARGETS))
def test_what_hypothesis_makes_up(name: str) -> None:
    @settings(max_examples=EXAMPLES.get(name, 100), deadline=None, suppress_health_check=list(HealthCheck))
    @given(BYTES)
    def holds(data: bytes) -> None:
        TARGETS[name](data)

    holds()


@pytest.mark.parametrize("name", list(TARGETS))
def test_where_the_fuzzer_starts(name: str) -> None:
    for data in seeds(name):
        TARGETS[name](data)


@pytest.mark.parametrize("path", FOUND, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_the_fuzzer_found(path: Path) -> None:
    TARGETS[path.parent.name](path.read_bytes())
