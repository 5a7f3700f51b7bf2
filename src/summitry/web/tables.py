"""Rows to download."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

__all__ = ["Table"]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows to download.

    Args:
        name: name of the file, without ending.
        header: names of the columns.
        rows: the rows, read once.
    """

    name: str
    header: Sequence[str]
    rows: Iterable[Sequence[str]]
