"""Answers as tables for people, as JSON, CSV and Markdown, each with its rule and coverage."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Sequence
from datetime import date

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from summitry.cli.incidenttable import SHORT_ID
from summitry.cli.output import answer, table_width
from summitry.cli.safety import csv_cell, json_text, markdown_cell, plain
from summitry.relations import Answer

__all__ = ["write_answer", "write_answers"]

_IDS = 12
"""Ids listed under a table at most; --format json has them all."""


def write_answer(found: Answer, format: str, columns: Sequence[str] = ()) -> None:
    """Print an answer.

    Args:
        found: what to print.
        format: `table`, `csv`, `json` or `markdown`.
        columns: the columns of the table for people; CSV, JSON and Markdown have all.
    """
    if format == "json":
        answer(json_text(found.to_dict(), indent=1))
    elif format == "csv":
        _write_csv(found)
    elif format == "markdown":
        _write_markdown(found)
    else:
        _write_table(found, columns or found.frame.columns)


def write_answers(found: Sequence[Answer], format: str) -> None:
    """Print several answers one after the other; as CSV they are parted by an empty line."""
    for number, each in enumerate(found):
        if number and format != "json":
            answer()
        write_answer(each, format)


def _write_table(found: Answer, columns: Sequence[str]) -> None:
    console = Console(file=sys.stdout, width=table_width(), highlight=False)
    console.print(Text(plain(found.title), style="bold"))
    if found.frame.height:
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), show_edge=False)
        for name in columns:
            number = found.frame[name].dtype.is_numeric()
            table.add_column(name.replace("_", " "), justify="right" if number else "left")
        for row in found.frame.select(columns).iter_rows(named=True):
            table.add_row(*(Text(_short(name, value)) for name, value in row.items()))
        console.print(table)
    for note in found.notes:
        console.print(Text(plain(note)))
    console.print(Text(plain(found.coverage)))
    console.print(Text(plain(found.rule), style="dim"))
    if found.incidents:
        ids = " ".join(incident.id[:SHORT_ID] for incident in found.incidents[:_IDS])
        more = f" … and {len(found.incidents) - _IDS} more" if len(found.incidents) > _IDS else ""
        console.print(Text(f"Incidents: {ids}{more}. `summitry show ID` tells more of one.", style="dim"))


def _short(name: str, value: object) -> str:
    """Return a cell as people read it: ids short, a list parted by commas."""
    if isinstance(value, list):
        return ", ".join(_short(name, item) for item in value)
    text = _text(value)
    return text[:SHORT_ID] if name == "ids" or name.endswith("id") or text.startswith("i-") else text


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(map(_text, value))
    if isinstance(value, date):
        return value.isoformat()
    return f"{value:.4g}" if isinstance(value, float) else plain(str(value))


def _write_csv(found: Answer) -> None:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(found.frame.columns)
    for row in found.frame.iter_rows():
        writer.writerow([csv_cell(_text(cell)) if isinstance(cell, str | list) else _text(cell) for cell in row])
    sys.stdout.write(text.getvalue())


def _write_markdown(found: Answer) -> None:
    answer(f"**{markdown_cell(found.title)}**\n")
    for row in (found.frame.columns, ["---"] * len(found.frame.columns), *found.frame.iter_rows()):
        cells = [cell if cell == "---" else markdown_cell(_text(cell)) for cell in row]
        answer(f"| {' | '.join(map(str, cells))} |")
    for line in (*found.notes, found.coverage, found.rule):
        answer(f"\n{markdown_cell(line)}")
