"""`summitry documents`: clean documents of anything that can be read."""

from __future__ import annotations

from collections.abc import Iterator

import typer

from summitry.cli.options import (
    LimitChanges,
    Output,
    Paths,
    Published,
    Publisher,
    limits_of,
)
from summitry.cli.output import counted, message, open_target, write_lines
from summitry.limits import Limits
from summitry.record.given_dates import as_published

__all__ = ["register"]


def documents(
    paths: Paths,
    output: Output = "-",
    published: Published = "",
    publisher: Publisher = "",
    limit: LimitChanges = None,
) -> int:
    """Write clean documents, one a line. Each is the article alone, without captions, menus and comments.

    Example: summitry documents pages/ -o documents.jsonl
    """
    skipped: list[str] = []
    limits = limits_of(limit)
    with open_target(output) as target:
        count = write_lines(target, _read(paths, limits, published, publisher, skipped))
    message(f"{counted(count, 'document')} written, {len(skipped)} skipped.")
    return 1 if skipped else 0


def _read(
    paths: list[str], limits: Limits, published: str, publisher: str, skipped: list[str]
) -> Iterator[dict[str, object]]:
    """Yield documents as JSON objects; tell of inputs that were skipped, and note them."""
    from summitry.reading.jsonl import document_to_json
    from summitry.record.identity import Reading
    from summitry.record.sources import read_items
    from summitry.record.summary import SkippedInput

    for item in read_items(paths, limits, as_published(published), publisher).items:
        if isinstance(item, Reading):
            yield document_to_json(item.document)
        elif isinstance(item, SkippedInput):
            skipped.append(item.source)
            message(f"skipped {item.source}: {item.reason}")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(documents)
