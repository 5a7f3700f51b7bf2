"""Runs: who coded what when. The one place where the record looks at the clock."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from summitry.record.summary import ReadSummary, SkippedInput

__all__ = ["Runs", "now", "storable"]


@dataclass(frozen=True, slots=True)
class Runs:
    """The tables `runs` and `skipped`."""

    connection: sqlite3.Connection

    def start(self, coder: str, options: Mapping[str, object]) -> int:
        """Note that a run begins and return its number."""
        number = self.connection.execute(
            "INSERT INTO runs (coder, options, started_at) VALUES (?, ?, ?)",
            (coder, json.dumps(options, ensure_ascii=False, sort_keys=True, default=str), now()),
        ).lastrowid
        assert number is not None
        return number

    def count(self, run: int, summary: ReadSummary) -> None:
        """Note how far a run is."""
        self.connection.execute(
            "UPDATE runs SET read_count = ?, new_count = ?, updated_count = ?, unchanged_count = ?, "
            "duplicate_count = ?, skipped_count = ? WHERE run_id = ?",
            (
                summary.read,
                summary.new,
                summary.updated,
                summary.unchanged,
                summary.duplicate,
                len(summary.skipped),
                run,
            ),
        )

    def finish(self, run: int) -> None:
        """Note that a run came to its end."""
        self.connection.execute("UPDATE runs SET finished_at = ? WHERE run_id = ?", (now(), run))

    def skip(self, run: int, item: SkippedInput) -> None:
        """Note an input that was skipped, in place of what an earlier run noted of it."""
        self.connection.execute(
            "INSERT OR REPLACE INTO skipped (source, code, reason, run_id) VALUES (?, ?, ?, ?)",
            (storable(item.source), item.code, storable(item.reason), run),
        )

    def no_longer_skipped(self, source: str) -> None:
        """Forget that an input was once skipped: now it was read."""
        self.connection.execute("DELETE FROM skipped WHERE source = ?", (source,))


def now() -> str:
    """Return the time in ISO 8601, UTC."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def storable(text: str) -> str:
    """Return a text that UTF-8 can hold: names of files may carry stray bytes as half surrogates."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
