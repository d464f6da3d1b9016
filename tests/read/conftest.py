"""Fixtures of the tests of reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.read.support import good_project

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A project without problems."""
    return good_project(tmp_path)
