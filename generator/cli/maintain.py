"""Commands for those who write seeds/: a new project, new names for the registry."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator import pipeline
from generator.cli.options import project_option
from generator.progress import progress_bar
from generator.starter import start

if TYPE_CHECKING:
    from generator.model.settings import Language


@click.command()
@click.argument("directory", type=click.Path(path_type=Path), metavar="DIR")
@click.option("--title", default="Ein Dossier", show_default=True, help="What the dossier is called.")
@click.option(
    "--language", type=click.Choice(["de", "en"]), default="de", show_default=True, help="The language of the pages."
)
def new(directory: Path, title: str, language: Language) -> None:
    """Start a project in DIR: settings, an example source, the workflow files."""
    for name in start(directory, title, language):
        click.echo(f"  {name}")
    click.echo(f"Next: dossier build --project {directory}, then open {directory / 'site' / 'index.html'}")


@click.command()
@project_option
@click.option(
    "--write", is_flag=True, help="Write it to seeds/registry/drafts.yml (or -2, -3 …: nothing is overwritten)."
)
def review(project: Path, *, write: bool) -> None:
    """Show the names that the registry lacks as YAML ready to paste, and the decisions that wait for a person."""
    with progress_bar() as progress:
        text = pipeline.candidates(project, progress)
    if not text:
        click.echo("nothing to review", err=True)
    elif write:
        click.echo(f"written to {pipeline.write_candidates(project, text)}: review it, then run `dossier generate`")
    else:
        click.echo(text, nl=False)
