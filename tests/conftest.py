"""What several test modules share: the invented corpus and the dossier made of it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator import pipeline

if TYPE_CHECKING:
    from generator.model.dossier import Dossier

CORPUS = Path(__file__).parent / "corpus"
REPOSITORY = CORPUS.parents[1]


@pytest.fixture(scope="session")
def corpus() -> Dossier:
    """The dossier of the invented corpus, put together once."""
    return pipeline.build_dossier(CORPUS)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the invented corpus that a test may spoil."""
    shutil.copytree(CORPUS, tmp_path, dirs_exist_ok=True)
    return tmp_path
