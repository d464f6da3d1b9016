"""Commands that show something: what the annotators see, what to look at, what changed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator import pipeline
from generator.cli.options import ISSUES, project_option
from generator.diff.json import diff_json
from generator.model.issue import Severity
from generator.progress import progress_bar
from generator.render.changes.summary import summary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.annotation import AnnotatedDocument


@click.command()
@project_option
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…")
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder for one <name>.json a file; it is made if need be.",
)
@click.option("--published", metavar="EDTF", help="When the files were published: 2023-09-05, 2023-09, 2023.")
@click.option("--explain", "explained", is_flag=True, help="Show on the terminal what was found and by which rule.")
@click.option("--registry/--no-registry", default=True, show_default=True, help="Use seeds/registry/ if there is one.")
def annotate(  # noqa: PLR0913  the options of a command are its arguments
    project: Path, files: Sequence[Path], output: Path | None, published: str | None, *, explained: bool, registry: bool
) -> None:
    """Show what the annotators see in any German text, as JSON or explained on the terminal.

    FILE is a .txt, .md or .html file anywhere; the JSON is described by annotation.schema.json.
    """
    if not output and not explained:
        raise click.UsageError("give --output DIR, or --explain, or both")
    with progress_bar() as progress:
        annotated = pipeline.annotate_files(files, published, project if registry else None, progress)
    if explained:
        _explain(annotated)
    if output:
        pipeline.write_annotations(files, annotated, output)
        click.echo(f"{len(annotated)} written to {output}")


@click.command()
@project_option
@click.option("-v", "--verbose", is_flag=True, help="Also say what was set aside as boilerplate, and why.")
def check(project: Path, *, verbose: bool) -> None:
    """List what a person should look at: ambiguous names, new names, quotations without a speaker.

    Exits 1 if something is outside the range that seeds/dossier.yml expects; the review list alone is no failure.
    """
    with progress_bar() as progress:
        issues = pipeline.issues(project, progress)
    shown = [issue for issue in issues if verbose or issue.severity is not Severity.NOTE]
    for issue in shown:
        click.echo(str(issue.problem))
    errors = sum(issue.severity is Severity.ERROR for issue in issues)
    reviews = sum(issue.severity is Severity.REVIEW for issue in issues)
    click.echo(f"{errors} errors, {reviews} to review")
    if errors:
        sys.exit(ISSUES)


@click.command()
@project_option
@click.argument("old")
@click.argument("new", required=False)
@click.option("--format", "form", type=click.Choice(["markdown", "json"]), default="markdown", show_default=True)
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to a file.")
@click.option("--exit-code", is_flag=True, help="Exit 1 if anything is different.")
@click.option("--record", metavar="DATE", help="Also write seeds/changes/DATE.yml, for the page of news and the feed.")
@click.option("--note", default="", help="With --record: what readers should know, in a sentence or two.")
def diff(  # noqa: PLR0913  the options of a command are its arguments
    project: Path, old: str, new: str | None, *, form: str, output: Path | None, record: str | None, note: str,
    exit_code: bool,
) -> None:  # fmt: skip
    """Say in a reader's words what is different in NEW (default: docs/ as it is) against OLD.

    Each is a folder (of a project or of its docs) or a git revision: main, v1.0, HEAD~1. What is compared are the
    published files, so run `dossier generate` first. Nothing is checked out.
    """
    difference = pipeline.differences(project, old, new)
    text = diff_json(difference) if form == "json" else summary(difference)
    if record:
        written = pipeline.record_changes(project, difference, record, note)
        click.echo(f"written to {written}: go over it, then run `dossier generate`", err=True)
    if output:
        output.write_text(text, encoding="utf-8", newline="\n")
    else:
        click.echo(text, nl=False)
    if exit_code and difference:
        sys.exit(ISSUES)


@click.command("export-ftm")
@project_option
@click.option(
    "--output",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file for one FollowTheMoney entity a line.",
)
def export_ftm(project: Path, output: Path) -> None:
    """Write FollowTheMoney entities, checked and cleaned by its own package (pip install dossier[ftm]).

    The file docs/daten/ftm.jsonl holds the same entities without that package.
    """
    with progress_bar() as progress:
        pipeline.export_ftm(project, output, progress)
    click.echo(f"written to {output}")


def _explain(annotated: Sequence[AnnotatedDocument]) -> None:
    from rich.console import Console  # noqa: PLC0415  0.1 s that only this option has to pay

    from generator.explain import explain  # noqa: PLC0415

    console = Console()
    for document in annotated:
        for line in explain(document):
            console.print(line, soft_wrap=True, highlight=False)
