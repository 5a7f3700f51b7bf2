"""`summitry publish`: a record as a site that opens without a server."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from summitry.cli.options import AnyRecord, Reference
from summitry.cli.output import answer, counted
from summitry.cli.safety import plain
from summitry.cli.serve import needs_web, served_file

__all__ = ["register"]


def publish(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="A new or empty folder.")],
    record: AnyRecord = None,
    reference: Reference = "",
    title: Annotated[str, typer.Option(metavar="TEXT", help="What the record is called on its pages.")] = "",
) -> None:
    """Write a record as a site of plain files: incidents, dyads, actors, documents, each with its sources.

    Example: summitry publish site/ --reference korea
    """
    needs_web()
    with served_file(record, reference) as file:
        from summitry.web import Options
        from summitry.web.publishing import publish as write

        options = Options(record=file, title=title or (record.name if record else reference))
        columns = (TextColumn("pages"), BarColumn(), MofNCompleteColumn())
        with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task("pages", total=None)
            done = write(options, out, lambda n, known: bar.update(task, completed=n, total=known))
    answer(plain(f"{out}: {counted(done.pages, 'page')} in {counted(done.files, 'file')}; open {out / 'index.html'}."))


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(publish)
