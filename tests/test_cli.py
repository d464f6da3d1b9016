from __future__ import annotations

import json
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from generator import cli

if TYPE_CHECKING:
    from pathlib import Path


def run(*arguments: str) -> tuple[int, str]:
    """The exit code and everything printed, as `main` would give it."""
    runner = CliRunner()
    with pytest.MonkeyPatch.context() as patch, runner.isolation() as streams:
        patch.setattr("sys.argv", ["dossier", *arguments])
        try:
            cli.main()
            code = 0
        except SystemExit as stop:
            code = int(stop.code or 0)
        return code, (streams[0].getvalue() + streams[1].getvalue()).decode()


def files(folder: Path) -> dict[str, bytes]:
    """Every file but those of the cache, which may be deleted at any time."""
    found = (path for path in folder.rglob("*") if path.is_file())
    named = {path.relative_to(folder).as_posix(): path for path in found}
    return {name: path.read_bytes() for name, path in named.items() if not name.startswith(".cache/")}


@pytest.mark.parametrize(
    "command", ["", "build", "generate", "site", "serve", "pdf", "annotate", "check", "export-ftm", "diff"]
)
def test_every_command_has_a_help_worth_reading(command: str) -> None:
    code, printed = run(*filter(None, [command]), "--help")
    assert code == 0
    assert len(printed.splitlines()) > 5


def test_generate_writes_docs_and_a_second_run_changes_nothing(project: Path) -> None:
    code, printed = run("generate", "--project", str(project))
    assert code == 0
    assert "+ docs/akteure/index.md" in printed
    assert (project / "docs/index.md").is_file()
    first = files(project)
    code, printed = run("generate", "--project", str(project))
    assert (code, "nothing changed" in printed) == (0, True)
    assert files(project) == first


def test_generate_check_tells_whether_docs_is_current_and_writes_nothing(project: Path) -> None:
    before = files(project)
    code, printed = run("generate", "--check", "--project", str(project))
    assert (code, "not current" in printed) == (1, True)
    assert files(project) == before
    run("generate", "--project", str(project))
    assert run("generate", "--check", "--project", str(project)) == (0, "docs/ is current.\n")


def test_all_bad_input_is_reported_at_once_and_nothing_is_written(project: Path) -> None:
    (project / "seeds/articles/leer.txt").write_text("", encoding="utf-8")
    (project / "seeds/articles/latin.txt").write_bytes("Grüße".encode("latin-1"))
    (project / "seeds/dossier.yml").write_text("titel: x\n", encoding="utf-8")
    registry = project / "seeds/registry/alle.yml"
    text = registry.read_text(encoding="utf-8").replace("Ein erstes Treffen fand im Jahr 2003", "Nirgends gesagt")
    registry.write_text(text + "  - {id: m-109, kind: weapon, name: M}\n", encoding="utf-8")
    before = files(project)
    code, printed = run("generate", "--project", str(project))
    assert code == 2
    for place in ("seeds/articles/leer.txt:", "seeds/articles/latin.txt:", "seeds/dossier.yml:1:"):
        assert place in printed
    assert "hint: " in printed
    assert "Traceback" not in printed
    assert files(project) == before


def test_evidence_that_the_source_does_not_contain_stops_the_build(project: Path) -> None:
    registry = project / "seeds/registry/alle.yml"
    text = registry.read_text(encoding="utf-8").replace("Ein erstes Treffen fand im Jahr 2003", "Nirgends gesagt")
    registry.write_text(text, encoding="utf-8")
    line = text.splitlines().index(next(one for one in text.splitlines() if "Nirgends gesagt" in one)) + 1
    code, printed = run("generate", "--project", str(project))
    assert code == 2
    assert f"seeds/registry/alle.yml:{line}: " in printed


def test_check_lists_and_explains(project: Path) -> None:
    code, printed = run("check", "--project", str(project))
    assert code == 0
    assert "0 errors" in printed
    assert "LAY001" not in printed
    code, printed = run("check", "-v", "--project", str(project))
    assert "LAY001 set aside as" in printed


def test_check_fails_where_a_count_is_not_as_expected(project: Path) -> None:
    settings = project / "seeds/dossier.yml"
    text = settings.read_text(encoding="utf-8").replace("{least: 10}", "{least: 1000}")
    settings.write_text(text, encoding="utf-8")
    code, printed = run("check", "--project", str(project))
    assert (code, "EXP001" in printed) == (1, True)


def test_annotate_works_on_any_text_without_a_registry(tmp_path: Path) -> None:
    text = tmp_path / "probe.txt"
    text.write_text("Am Montag sagte Eva Moser in Wien: «Das ist neu.»\n", encoding="utf-8")
    code, _ = run("annotate", str(text), "--output", str(tmp_path / "out"), "--published", "2024-04-09")
    assert code == 0
    found = json.loads((tmp_path / "out/probe.json").read_text(encoding="utf-8"))
    assert found["source"]["published"] == "2024-04-09"
    assert [date["edtf"] for date in found["dates"]] == ["2024-04-08"]
    (quotation,) = found["quotations"]
    assert (quotation["type"], quotation["speaker"]["name"]) == ("direct", "Eva Moser")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["annotate", "fehlt.txt", "--output", "out"], "fehlt.txt"),
        (["annotate", "--output", "out"], "FILE"),
        (["nonsense"], "No such command"),
        (["site", "--engine", "hugo"], "hugo"),
    ],
)
def test_wrong_use_ends_with_a_message_and_exit_code_two(arguments: list[str], message: str) -> None:
    code, printed = run(*arguments)
    assert code == 2
    assert message in printed
    assert "Traceback" not in printed


def test_a_dossier_outside_the_expected_range_is_not_published(project: Path) -> None:
    settings = project / "seeds/dossier.yml"
    text = settings.read_text(encoding="utf-8").replace("{least: 10}", "{least: 1000}")
    settings.write_text(text, encoding="utf-8")
    before = files(project)
    code, printed = run("generate", "--project", str(project))
    assert (code, "EXP001" in printed, files(project) == before) == (2, True, True)


def test_an_export_that_needs_an_extra_says_so(project: Path) -> None:
    if find_spec("followthemoney"):
        pytest.skip("the extra is installed")
    code, printed = run("export-ftm", "--project", str(project), "--output", str(project / "ftm.jsonl"))
    assert (code, "DATA001" in printed, (project / "ftm.jsonl").exists()) == (2, True, False)
