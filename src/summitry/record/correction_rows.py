"""Between corrections and the rows, and the lines of a shared file, that keep them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from hashlib import sha256
from typing import Any

from summitry.errors import UsageError
from summitry.model import Action, Anchor, Correction
from summitry.record.looking_up import AFTER_ALL

__all__ = [
    "correction_from_json",
    "correction_id",
    "correction_to_json",
    "corrections_called",
    "put_correction",
    "read_corrections",
]

_ID_DIGITS = 16


def correction_id(content: Mapping[str, object]) -> str:
    """Return the id of a correction from all that it says."""
    packed = json.dumps(content, ensure_ascii=True, separators=(",", ":"), sort_keys=True)
    return f"c-{sha256(packed.encode('ascii')).hexdigest()[:_ID_DIGITS]}"


def correction_to_json(correction: Correction) -> dict[str, object]:
    """Return a correction as a JSON object, with the fields of `Correction`."""
    return {
        "id": correction.id,
        "made_at": correction.made_at,
        "author": correction.author,
        "reason": correction.reason,
        "action": correction.action,
        "targets": [[asdict(anchor) for anchor in group] for group in correction.targets],
        "change": dict(correction.change),
    }


def correction_from_json(row: Mapping[str, Any]) -> Correction:
    """Return a correction from its JSON object.

    Raises:
        UsageError: it is none, or was changed since it was made.
    """
    try:
        content = {name: row[name] for name in ("made_at", "author", "reason", "action", "targets", "change")}
        correction = Correction(
            id=correction_id(content),
            made_at=str(row["made_at"]),
            author=str(row["author"]),
            reason=str(row["reason"]),
            action=_action(row["action"]),
            targets=tuple(tuple(Anchor(**anchor) for anchor in group) for group in row["targets"]),
            change=dict(row["change"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise UsageError(f"not a correction: {error}") from error
    if row.get("id", correction.id) != correction.id:
        raise UsageError(f"correction {row['id']} was changed after it was made; undo it and make another instead")
    return correction


def _action(word: object) -> Action:
    actions: dict[object, Action] = {
        action: action for action in ("merge", "split", "edit", "reject", "confirm", "add", "undo")
    }
    if word not in actions:
        raise ValueError(f"no action is called {word!r}")
    return actions[word]


def put_correction(connection: sqlite3.Connection, correction: Correction) -> bool:
    """Store a correction; return whether it was new."""
    row = correction_to_json(correction)
    done = connection.execute(
        "INSERT OR IGNORE INTO corrections VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            correction.id,
            correction.made_at,
            correction.author,
            correction.reason,
            correction.action,
            json.dumps(row["targets"], ensure_ascii=False),
            json.dumps(row["change"], ensure_ascii=False),
        ),
    )
    return done.rowcount > 0


def read_corrections(
    connection: sqlite3.Connection, condition: str = "1", values: Sequence[str] = ()
) -> Iterator[Correction]:
    """Yield corrections in the order in which they were made: all, or those that a condition in SQL is true of."""
    rows = connection.execute(f"SELECT * FROM corrections WHERE {condition} ORDER BY made_at, correction_id", values)
    for row in rows:
        yield Correction(
            id=row["correction_id"],
            made_at=row["made_at"],
            author=row["author"],
            reason=row["reason"],
            action=_action(row["action"]),
            targets=tuple(tuple(Anchor(**a) for a in group) for group in json.loads(row["targets"])),
            change=json.loads(row["change"]),
        )


def corrections_called(connection: sqlite3.Connection, head: str) -> list[Correction]:
    """Return the corrections whose ids begin with something."""
    return list(read_corrections(connection, "correction_id >= ? AND correction_id < ?", (head, head + AFTER_ALL)))
