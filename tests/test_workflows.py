"""The workflows: linted, pinned, without rights they do not need; every command in them works in a clean clone."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.conftest import REPOSITORY

BIN = Path(sys.executable).parent
WORKFLOWS = sorted((REPOSITORY / ".github/workflows").glob("*.yml"))
GITLAB = [REPOSITORY / ".gitlab-ci.yml", *sorted((REPOSITORY / ".gitlab").glob("*.yml"))]


def run(*command: str, cwd: Path = REPOSITORY, **more: str) -> subprocess.CompletedProcess[str]:
    program = shutil.which(command[0], path=f"{BIN}{os.pathsep}{os.environ['PATH']}") or command[0]
    environment = {**os.environ, **more}
    done = subprocess.run(
        [program, *command[1:]], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done


def commands() -> set[str]:
    """Every line that a workflow runs."""
    found = set()
    for file in WORKFLOWS:
        for job in yaml.safe_load(file.read_text(encoding="utf-8"))["jobs"].values():
            found |= {step["run"] for step in job["steps"] if "run" in step}
    for file in GITLAB:
        jobs = yaml.safe_load(file.read_text(encoding="utf-8")).values()
        found |= {line for job in jobs if isinstance(job, dict) for line in job.get("script", ())}
    return found


def test_actionlint_finds_nothing() -> None:
    run("actionlint")


def test_zizmor_finds_nothing() -> None:
    run("zizmor", "--offline", "--no-progress", "--quiet", ".github")


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_a_github_workflow_keeps_to_its_schema(file: Path) -> None:
    run("check-jsonschema", "--builtin-schema", "vendor.github-workflows", str(file))


@pytest.mark.parametrize("file", GITLAB, ids=lambda file: file.name)
def test_a_gitlab_pipeline_keeps_to_its_schema(file: Path) -> None:
    run("check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci", str(file))


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_actions_are_pinned_and_rights_are_least(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert all(re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", used) for used in re.findall(r"uses: (\S+)", text))
    assert yaml.safe_load(text)["permissions"] == {"contents": "read"}
    assert "secrets." not in text


def test_workflows_call_nothing_but_our_targets() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (REPOSITORY / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for line in commands() - {".ci/run", "mv site public"}:
        called = re.fullmatch(r"make (?:--silent )?([a-z]+)(?: >>? ?\S+)?", line)
        assert called, line
        assert called[1] in targets


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clean clone whose environment is this one, with the code of the clone."""
    folder = tmp_path_factory.mktemp("clean") / "clone"
    run("git", "clone", "--quiet", str(REPOSITORY), str(folder))
    environment = folder / ".venv"
    (environment / "bin").mkdir(parents=True)
    program = environment / "bin" / "dossier"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m generator "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    for stamp in ("bin/python", "run.stamp", "dev.stamp"):
        (environment / stamp).touch()
    for made in (REPOSITORY / "generator/german/names").glob("word_clusters.*"):
        shutil.copy(made, folder / "generator/german/names")
    return folder


@pytest.mark.parametrize("target", ["check", "diff", "site"])
def test_a_step_works_in_a_clean_clone(clone: Path, target: str) -> None:
    done = run("make", "--silent", target, cwd=clone, BASE="HEAD", PYTHONPATH=str(clone))
    if target == "site":
        assert (clone / "site" / "index.html").is_file()
    else:
        assert done.stdout


def test_the_hooks_for_maintainers_are_commands_of_the_program() -> None:
    (repository,) = yaml.safe_load((REPOSITORY / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    for hook in repository["hooks"]:
        program, *arguments = hook["entry"].split()
        assert program == ".venv/bin/dossier"
        run(sys.executable, "-m", "generator", arguments[0], "--help")
