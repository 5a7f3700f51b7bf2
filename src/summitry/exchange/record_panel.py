"""A record's own incidents as a panel of dyads."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from summitry.exchange.exporting import export_incidents
from summitry.exchange.importing import import_events
from summitry.exchange.panels import Cut, write_panel
from summitry.model import Incident

__all__ = ["write_record_panel"]


def write_record_panel(table: Iterable[Incident], target: Path, cut: Cut | None = None) -> int:
    """Write incidents as dyads by step, Parquet or CSV by the ending of the file, and return how many rows.

    Each incident counts once for each pair of its sides, on its first possible day; incidents without a date, or with
    one side alone, are in no dyad.

    Args:
        table: the incidents, for example an `IncidentTable`.
        target: the file.
        cut: what counts; months of what happened, by who acts on whom, where not given.

    Raises:
        UsageError: no incident has a date, or the file has another ending.
    """
    with TemporaryDirectory() as folder:
        path = Path(folder) / "record.jsonl"
        with path.open("w", encoding="utf-8", newline="\n") as file:
            export_incidents(table, file, "plover")
        report = import_events([path], Path(folder) / "panel", "plover")
        return write_panel(report.panel, target, cut or Cut())
