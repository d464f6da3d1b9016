"""What a command loads before it begins."""

from __future__ import annotations

import subprocess
import sys

import pytest

from generator import pipeline


@pytest.mark.parametrize("name", pipeline.__all__)
def test_every_function_of_the_pipeline_is_found(name: str) -> None:
    assert getattr(pipeline, name).__name__ == name


def test_what_the_pipeline_does_not_offer_is_an_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'read_project'"):
        _ = pipeline.read_project


def test_generating_loads_neither_annotators_nor_what_builds_the_site() -> None:
    code = "import sys, generator.cli; from generator.pipeline import generate; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "generator.pipeline.dossier" in done.stdout.split()
    assert {"generator.annotate", "generator.site.build", "PIL", "lxml", "rich"}.isdisjoint(done.stdout.split())
