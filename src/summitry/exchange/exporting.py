"""Incidents out, in the shapes that other programs read."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal, TextIO, get_args

from summitry.errors import UsageError
from summitry.exchange.cells import guard, one_line
from summitry.exchange.gdelt_out import gdelt_cells
from summitry.exchange.icews_out import ICEWS_HEADER, POLECAT_HEADER, icews_cells, polecat_cells
from summitry.exchange.plover import to_plover
from summitry.exchange.sides import Act, acts_of
from summitry.exchange.table_out import CSV_HEADER, TRAVEL_HEADER, csv_cells, travel_cells
from summitry.model import Incident

__all__ = ["EXPORT_FORMATS", "ExportFormat", "Exported", "export_incidents"]

ExportFormat = Literal["plover", "gdelt", "gdelt2", "icews", "polecat", "travel", "csv"]
EXPORT_FORMATS: tuple[ExportFormat, ...] = get_args(ExportFormat)
"""The shapes that a record can be written in."""


@dataclass(slots=True)
class Exported:
    """What was written.

    Args:
        rows: how many rows or records.
        left_out: how many incidents the shape cannot hold, by reason.
    """

    rows: int = 0
    left_out: Counter[str] = field(default_factory=Counter)


def export_incidents(table: Iterable[Incident], target: TextIO, format: ExportFormat) -> Exported:
    """Write incidents in a shape; `docs/reference/exchange.md` lists what each cannot hold.

    Text cells that a spreadsheet might run are guarded with an apostrophe, which the import takes off again.

    Args:
        table: the incidents, for example an `IncidentTable`.
        target: where to, opened as UTF-8 with `newline=""` or `newline="\\n"`.
        format: the shape.

    Raises:
        UsageError: there is no such shape.
    """
    if format not in EXPORT_FORMATS:
        raise UsageError(f"there is no export format {format!r}; the formats are {', '.join(EXPORT_FORMATS)}")
    done = Exported()
    if format == "plover":
        for incident in table:
            target.write(json.dumps(to_plover(incident), ensure_ascii=False) + "\n")
            done.rows += 1
        return done
    header, separator = _head(format)
    if header:
        target.write(separator.join(header) + "\n")
    for incident in table:
        for cells in _rows(incident, format, done):
            target.write(separator.join(_cell(cell, separator) for cell in cells) + "\n")
            done.rows += 1
    return done


def _head(format: ExportFormat) -> tuple[tuple[str, ...], str]:
    headers = {"icews": ICEWS_HEADER, "polecat": POLECAT_HEADER, "travel": TRAVEL_HEADER, "csv": CSV_HEADER}
    return headers.get(format, ()), "," if format in ("travel", "csv") else "\t"


def _cell(cell: str | float | int | None, separator: str) -> str:
    """Return a cell as it stands in the file; only texts are guarded, since a number may begin with a minus."""
    if cell is None:
        return ""
    if not isinstance(cell, str):
        return f"{cell:g}" if isinstance(cell, float) else str(cell)
    text = guard(one_line(cell))
    if separator == "," and any(mark in text for mark in ',"'):
        return '"' + text.replace('"', '""') + '"'
    return text


Cells = Iterable[str | float | int | None]


def _rows(incident: Incident, format: ExportFormat, done: Exported) -> Iterator[Cells]:
    if reason := _cannot(incident, format):
        done.left_out[reason] += 1
        return
    if format == "travel":
        rows: list[Cells] = list(travel_cells(incident))
    else:
        rows = [cells for act in acts_of(incident) if (cells := _act_cells(act, format)) is not None]
    if not rows:
        done.left_out[_NO_ROW[format]] += 1
    yield from rows


def _act_cells(act: Act, format: ExportFormat) -> Cells | None:
    if format in ("gdelt", "gdelt2"):
        return gdelt_cells(act, second=format == "gdelt2")
    if format == "icews":
        return icews_cells(act)
    return polecat_cells(act) if format == "polecat" else csv_cells(act)


_NO_ROW = {
    "gdelt": "CAMEO has no code for it, or it did not happen",
    "gdelt2": "CAMEO has no code for it, or it did not happen",
    "icews": "CAMEO has no code for it, or it did not happen",
    "polecat": "PLOVER has no category for it",
    "travel": "nobody is known to have travelled",
    "csv": "nobody is known to act",
}
_WIDEST = {"csv": 10**6, "travel": 31}
_ONE_DAY = 31
"""Days. A shape with one day for an event takes what is known to the month; a vaguer one would get a false day."""


def _cannot(incident: Incident, format: ExportFormat) -> str:
    interval = incident.interval
    if interval is None or interval.first is None or interval.last is None:
        return "no date"
    if (interval.last - interval.first).days >= _WIDEST.get(format, _ONE_DAY):
        return "known to no month"
    return ""
