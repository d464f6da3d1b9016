"""What several commands share: options and exit codes."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from generator.site import HOSTS

ISSUES: Final = 1
BAD_INPUT: Final = 2

project_option = click.option(
    "--project",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    show_default="here",
    help="The folder that holds mkdocs.yml, seeds/ and docs/.",
)
engine_option = click.option(
    "--engine",
    type=click.Choice(["mkdocs", "zensical"]),
    default="mkdocs",
    show_default=True,
    help="The program that turns Markdown into the site; both read the same mkdocs.yml.",
)
offline_option = click.option(
    "--offline", is_flag=True, help="Make a site that also works without a server: open site/index.html in a browser."
)
headers_option = click.option(
    "--headers",
    "hosts",
    type=click.Choice(HOSTS),
    multiple=True,
    help="Also write the file with the security headers for this kind of host; may be given several times.",
)
