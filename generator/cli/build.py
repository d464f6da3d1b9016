"""Commands that make something: the dossier, the site, the PDF."""

from __future__ import annotations

import gc
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator import pipeline
from generator.cli.options import ISSUES, engine_option, headers_option, offline_option, project_option
from generator.progress import progress_bar
from generator.site import Delivery

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.publish import Changes
    from generator.site import Engine, Host

_SCREENFUL = 20  # paths of a kind


@click.command()
@project_option
@engine_option
@offline_option
@headers_option
def build(project: Path, engine: Engine, *, offline: bool, hosts: tuple[Host, ...]) -> None:
    """Do everything: seeds/ to docs/ to site/."""
    _generate(project)
    _site(project, engine, Delivery(offline, hosts))


@click.command()
@project_option
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit 1 if docs/ is not what seeds/ gives.")
def generate(project: Path, *, only_check: bool) -> None:
    """Read seeds/ and write the Markdown dossier into docs/."""
    if not only_check:
        with _last_work():
            _generate(project)
        return
    with _last_work(), progress_bar() as progress:
        changes = pipeline.outdated(project, progress)
    if changes:
        _show_changes(changes)
        click.echo("docs/ is not current: run `dossier generate` and commit docs/.", err=True)
        sys.exit(ISSUES)
    click.echo("docs/ is current.")


@click.command()
@project_option
@engine_option
@offline_option
@headers_option
def site(project: Path, engine: Engine, *, offline: bool, hosts: tuple[Host, ...]) -> None:
    """Build the website in site/ from docs/."""
    _site(project, engine, Delivery(offline, hosts))


@click.command()
@project_option
@click.option(
    "--output", required=True, type=click.Path(dir_okay=False, path_type=Path), help="The PDF; it is overwritten."
)
def pdf(project: Path, output: Path) -> None:
    """Build the website and print all of it into one PDF with contents, page numbers and links (needs Chromium)."""
    with progress_bar() as progress:
        pipeline.print_pdf(project, output, progress)
    click.echo(f"written to {output}")


@click.command()
@project_option
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Port on this machine.")
def serve(project: Path, port: int) -> None:
    """Build, show the site on this machine, and rebuild what changes while you edit seeds/ or docs/assets/."""
    pipeline.serve(project, port, click.echo)


@contextmanager
def _last_work() -> Iterator[None]:
    """Do what a process does before it ends, and leave its memory to the system, which takes it back at once.

    The collector would look through a million nouns that hold on to one another and free them one by one.
    """
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        gc.enable()


def _generate(project: Path) -> None:
    with progress_bar() as progress:
        counts, changes = pipeline.generate(project, progress)
    click.echo("docs/: " + ", ".join(f"{count} {name}" for name, count in counts.items()))
    _show_changes(changes)


def _site(project: Path, engine: Engine, delivery: Delivery) -> None:
    with progress_bar() as progress:
        pipeline.build_site(project, engine, progress, delivery=delivery)
    click.echo(f"site/: built with {engine}; open site/index.html or run `dossier serve`.")


def _show_changes(changes: Changes) -> None:
    for sign, paths in (("+", changes.new), ("~", changes.changed), ("-", changes.gone)):
        for path in paths[:_SCREENFUL]:
            click.echo(f"  {sign} docs/{path}")
        if len(paths) > _SCREENFUL:
            click.echo(f"  {sign} … and {len(paths) - _SCREENFUL} more")
    if not changes:
        click.echo("  nothing changed")
