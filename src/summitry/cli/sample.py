"""`summitry sample`: the bundled sample articles, copied out to be looked at and read."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Annotated

import typer

from summitry.cli.output import answer, counted
from summitry.cli.safety import plain
from summitry.errors import DataError, UsageError

__all__ = ["register"]

_NOT_ARTICLES = (".py", ".pyc", "README.md")


def sample(
    to: Annotated[Path, typer.Option("--to", metavar="DIR", help="Folder to copy them to; made if needed.")],
) -> None:
    """Copy the bundled sample of short reports into a folder.

    Example: summitry sample --to sample/ && summitry read sample/ --record demo.sqlite
    """
    reports = resources.files("summitry") / "sample"
    if not reports.is_dir():
        raise DataError("this installation carries no sample articles; install summitry anew")
    if to.exists() and not to.is_dir():
        raise UsageError(f"{to} is a file; name a folder to copy the sample to")
    count = 0
    for name, article in _articles(reports, to):
        name.parent.mkdir(parents=True, exist_ok=True)
        name.write_bytes(article.read_bytes())
        count += 1
    answer(plain(f"{counted(count, 'file')} copied to {to}."))


def _articles(folder: Traversable, target: Path) -> Iterator[tuple[Path, Traversable]]:
    """Yield the articles below a folder with where each is to go."""
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _articles(entry, target / entry.name)
        elif not entry.name.endswith(_NOT_ARTICLES):
            yield target / entry.name, entry


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(sample)
