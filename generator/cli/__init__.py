"""The command line: `dossier COMMAND`.

Exit codes: 0 done, 1 issues or docs/ not current, 2 wrong use or bad input. Nothing else in the program prints.
"""

from __future__ import annotations

import io
import sys

import click

from generator.cli.build import build, generate, pdf, serve, site
from generator.cli.look import annotate, check, diff, export_ftm
from generator.cli.maintain import new, review
from generator.cli.options import BAD_INPUT
from generator.errors import InputError


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="dossier")
def cli() -> None:
    """Turn news articles into a website that people can check.

    Put an article into seeds/articles/, say what you know in seeds/registry/, and run `dossier build`.
    """


for _command in (build, generate, site, pdf, serve, annotate, check, diff, export_ftm, new, review):
    cli.add_command(_command)


def main() -> None:
    """Run a command; bad input becomes messages and exit code 2, never a traceback."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a terminal of Latin-1 does not know every sign
    try:
        cli(prog_name="dossier")
    except InputError as error:
        click.echo(str(error), err=True)
        count = len(error.problems)
        click.echo(f"{count} problem{'s' if count > 1 else ''}; nothing was written.", err=True)
        sys.exit(BAD_INPUT)
