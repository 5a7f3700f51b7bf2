"""Where inputs lie: files, folders, patterns and standard input, in a stable order."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from summitry.reading.formats import FORMATS

__all__ = ["STANDARD_INPUT", "Code", "Skipped", "Source", "count_sources", "find_sources", "suffix_of"]

STANDARD_INPUT = "-"
"""The path that stands for standard input."""

_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

Code = Literal[
    "binary",
    "damaged",
    "empty",
    "encrypted",
    "limit",
    "malformed",
    "no-text",
    "not-found",
    "unreadable",
    "unsafe",
    "unsupported",
]
"""Why an input was skipped, for programs; the reason is for people."""


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read, or standard input.

    A path that is not there is a source too: reading it gives one `Skipped`, so that one wrong
    path never stops the others.

    Args:
        name: the path as the user named it, `-` for standard input.
        path: the file, `None` for standard input.
        problem: what is already known to be wrong with it, `""` where nothing.
        code: the kind of problem.
    """

    name: str
    path: Path | None
    problem: str = ""
    code: Code = "not-found"


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that could not be read.

    Args:
        source: the file, archive member or line.
        reason: what is wrong with it, in a few words.
        code: the kind of reason.
    """

    source: str
    reason: str
    code: Code

    def __str__(self) -> str:
        """Return the one line to show; bytes in file names that are no text are replaced."""
        return _UNPRINTABLE.sub("\ufffd", f"{self.source}: {self.reason}")


def suffix_of(name: str) -> str:
    """Return the suffix that tells the format, lower case, `.gz` looked through: `a.warc.gz` gives `.warc`."""
    path = Path(name.lower())
    return Path(path.stem).suffix if path.suffix == ".gz" else path.suffix


def find_sources(paths: Sequence[str]) -> Iterator[Source]:
    """List the inputs that paths name.

    Args:
        paths: files, folders (read with all below them, sorted; hidden and unknown files left
            out), patterns such as `news/*.html`, or `-`.

    Yields:
        each input once, in the order of the paths.
    """
    seen: set[str] = set()
    for name in paths:
        for source in _expand(name):
            key = STANDARD_INPUT if source.path is None else os.path.realpath(source.path)
            if key not in seen:
                seen.add(key)
                yield source


def count_sources(paths: Sequence[str]) -> int:
    """Count the inputs that paths name, for a progress bar; opens none of them."""
    return sum(1 for _ in find_sources(paths))


def _expand(name: str) -> Iterator[Source]:
    if name == STANDARD_INPUT:
        yield Source(name, None)
        return
    path = Path(name)
    if path.is_dir():
        yield from _walk(name)
    elif _is_there(path) or not glob.has_magic(name):
        yield Source(name, path)
    else:
        yield from _match(name)


def _match(pattern: str) -> Iterator[Source]:
    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 (keeps the path as the user wrote it)
    if not matches:
        yield Source(pattern, Path(pattern), "no file matches this pattern")
    for match in matches:
        if Path(match).is_dir():
            yield from _walk(match)
        else:
            yield Source(match, Path(match))


def _walk(folder: str) -> Iterator[Source]:
    """List the files of known kinds in and below a folder; a folder without any is told."""
    problems: list[OSError] = []
    empty = True
    for place, folders, files in os.walk(folder, onerror=problems.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for file in sorted(files):
            if not file.startswith(".") and suffix_of(file) in FORMATS:
                empty = False
                found = str(Path(place, file))
                yield Source(found, Path(found))
    for problem in problems:
        where = str(problem.filename or folder)
        reason = f"cannot be read: {(problem.strerror or 'the folder cannot be listed').lower()}"
        yield Source(where, Path(where), reason, "unreadable")
    if empty and not problems:
        yield Source(folder, Path(folder), "holds no file of a kind that is read", "empty")


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False
