"""The command line: `dossier COMMAND`.

Exit codes: 0 done, 1 issues or docs/ not current, 2 wrong use or bad input. Nothing else in the program prints.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator import pipeline
from generator.errors import InputError
from generator.model.issue import Severity
from generator.progress import progress_bar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.annotation import AnnotatedDocument
    from generator.publish import Changes
    from generator.site import Engine

ISSUES, BAD_INPUT = 1, 2

_project = click.option(
    "--project",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    show_default="here",
    help="The folder that holds mkdocs.yml, seeds/ and docs/.",
)
_engine = click.option(
    "--engine",
    type=click.Choice(["mkdocs", "zensical"]),
    default="mkdocs",
    show_default=True,
    help="The program that turns Markdown into the site; both read the same mkdocs.yml.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="dossier")
def cli() -> None:
    """Turn news articles into a website that people can check.

    Put an article into seeds/articles/, say what you know in seeds/registry/, and run `dossier build`.
    """


@cli.command()
@_project
@_engine
def build(project: Path, engine: Engine) -> None:
    """Do everything: seeds/ to docs/ to site/."""
    _generate(project)
    _site(project, engine)


@cli.command()
@_project
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit 1 if docs/ is not what seeds/ gives.")
def generate(project: Path, *, only_check: bool) -> None:
    """Read seeds/ and write the Markdown dossier into docs/."""
    if not only_check:
        _generate(project)
        return
    with progress_bar() as progress:
        changes = pipeline.outdated(project, progress)
    if changes:
        _show_changes(changes)
        click.echo("docs/ is not current: run `dossier generate` and commit docs/.", err=True)
        sys.exit(ISSUES)
    click.echo("docs/ is current.")


@cli.command()
@_project
@_engine
def site(project: Path, engine: Engine) -> None:
    """Build the website in site/ from docs/."""
    _site(project, engine)


@cli.command()
@_project
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Port on this machine.")
def serve(project: Path, port: int) -> None:
    """Build, show the site on this machine, and rebuild what changes while you edit seeds/ or docs/assets/."""
    pipeline.serve(project, port, click.echo)


@cli.command()
@_project
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


@cli.command()
@_project
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


@cli.command("export-ftm")
@_project
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


def main() -> None:
    """Run a command; bad input becomes messages and exit code 2, never a traceback."""
    try:
        cli(prog_name="dossier")
    except InputError as error:
        click.echo(str(error), err=True)
        count = len(error.problems)
        click.echo(f"{count} problem{'s' if count > 1 else ''}; nothing was written.", err=True)
        sys.exit(BAD_INPUT)


def _generate(project: Path) -> None:
    with progress_bar() as progress:
        counts, changes = pipeline.generate(project, progress)
    click.echo("docs/: " + ", ".join(f"{count} {name}" for name, count in counts.items()))
    _show_changes(changes)


def _explain(annotated: Sequence[AnnotatedDocument]) -> None:
    from rich.console import Console  # noqa: PLC0415  0.1 s that only this option has to pay

    from generator.explain import explain  # noqa: PLC0415

    console = Console()
    for document in annotated:
        for line in explain(document):
            console.print(line, soft_wrap=True, highlight=False)


def _site(project: Path, engine: Engine) -> None:
    with progress_bar() as progress:
        pipeline.build_site(project, engine, progress)
    click.echo(f"site/: built with {engine}; open site/index.html or run `dossier serve`.")


def _show_changes(changes: Changes) -> None:
    for sign, paths in (("+", changes.new), ("~", changes.changed), ("-", changes.gone)):
        for path in paths[:20]:
            click.echo(f"  {sign} docs/{path}")
        if len(paths) > 20:  # noqa: PLR2004  a screenful
            click.echo(f"  {sign} … and {len(paths) - 20} more")
    if not changes:
        click.echo("  nothing changed")
