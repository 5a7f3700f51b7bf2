"""`summitry sample`: the bundled sample articles, copied out to be looked at and read."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import Annotated

import typer

from summitry.cli.output import answer
from summitry.cli.safety import plain
from summitry.errors import DataError

__all__ = ["register"]

_NOT_ARTICLES = (".py", ".pyc")


def sample(
    to: Annotated[Path, typer.Option("--to", metavar="DIR", help="Folder to copy them to; made if needed.")],
) -> None:
    """Copy the bundled sample of short reports into a folder.

    Example: summitry sample --to sample/ && summitry read sample/ --record demo.sqlite
    """
    folder = resources.files("summitry") / "sample"
    if not folder.is_dir():
        raise DataError("this installation carries no sample articles; install summitry anew")
    articles = sorted(
        (entry for entry in folder.iterdir() if entry.is_file() and not entry.name.endswith(_NOT_ARTICLES)),
        key=lambda entry: entry.name,
    )
    to.mkdir(parents=True, exist_ok=True)
    for article in articles:
        (to / article.name).write_bytes(article.read_bytes())
    answer(plain(f"{len(articles)} files copied to {to}."))


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(sample)
