"""Where commands write: standard output for answers, standard error for messages and progress."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import typer

from summitry.cli.safety import json_text, plain
from summitry.errors import UsageError

__all__ = ["PIPED_WIDTH", "answer", "counted", "is_terminal", "message", "open_target", "table_width", "write_lines"]

PIPED_WIDTH = 160
"""Columns of a table that goes into a file or a pipe."""


def answer(text: str = "") -> None:
    """Write one line of an answer to standard output. The caller has made it safe."""
    typer.echo(text)


def message(text: str) -> None:
    """Write one line about the run to standard error."""
    typer.echo(plain(text), err=True)


def counted(count: int, noun: str) -> str:
    """Return a number with its noun.

    >>> counted(1, "event"), counted(2, "event")
    ('1 event', '2 events')
    """
    return f"{count} {noun}{'' if count == 1 else 's'}"


def is_terminal(stream: TextIO) -> bool:
    """Return whether a person watches the stream."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def table_width() -> int:
    """Return how many columns a table may fill: the terminal's, or `PIPED_WIDTH`, unless COLUMNS says otherwise."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdigit() and int(columns) > 0:
        return int(columns)
    return os.get_terminal_size(sys.stdout.fileno()).columns if sys.stdout.isatty() else PIPED_WIDTH


@contextmanager
def open_target(target: str) -> Iterator[TextIO]:
    """Open a file to write, `-` for standard output. A file appears only when it is whole."""
    if target == "-":
        yield sys.stdout
        return
    path = Path(target)
    if not path.parent.is_dir():
        raise UsageError(f"there is no folder {path.parent} to write {path.name} in; make it first")
    if path.is_dir():
        raise UsageError(f"{path} is a folder; name a file to write")
    if path.exists() and not path.is_file():  # a device or a pipe is written as it is
        with path.open("w", encoding="utf-8", newline="\n") as file:
            yield file
        return
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as file:
            yield file
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def write_lines(target: TextIO, objects: Iterable[object]) -> int:
    """Write objects as JSON Lines and return how many there were."""
    count = 0
    for value in objects:
        target.write(json_text(value) + "\n")
        count += 1
    return count
