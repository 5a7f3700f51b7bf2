"""An event or a document found by what a person gives for its id."""

from __future__ import annotations

import sqlite3
from typing import Literal

from summitry.errors import UsageError

__all__ = ["AFTER_ALL", "number_of"]

AFTER_ALL = "\U0010ffff"
"""Comes after whatever an id may go on with, to find ids by their heads."""


def number_of(connection: sqlite3.Connection, table: Literal["documents", "events"], given: str) -> int:
    """Return the number of a row by its id, the head of its id or, for a document, the id that its source gave it.

    Raises:
        UsageError: there is none, or there are several.
    """
    head, noun = given.strip(), table.removesuffix("s")
    numbers = _with_head(connection, table, noun, head) if head else []
    if not numbers and table == "documents":
        numbers = _with_own_id(connection, head)
    if len(numbers) == 1:
        return numbers[0]
    if numbers:
        raise UsageError(f"several {table} have ids that begin with {given!r}; give more of it")
    raise UsageError(f"the record holds no {noun} {given!r}; `summitry timeline --format json` tells the ids")


def _with_head(connection: sqlite3.Connection, table: str, noun: str, head: str) -> list[int]:
    rows = connection.execute(
        f"SELECT {noun}_number FROM {table} WHERE {noun}_id >= ? AND {noun}_id < ? LIMIT 2", (head, head + AFTER_ALL)
    )
    return [int(number) for (number,) in rows]


def _with_own_id(connection: sqlite3.Connection, own_id: str) -> list[int]:
    rows = connection.execute(
        "SELECT DISTINCT w.document_number FROM addresses a JOIN wordings w USING (wording_number) "
        "WHERE a.source_id = ? AND a.source_id <> '' LIMIT 2",
        (own_id,),
    )
    return [int(number) for (number,) in rows]
