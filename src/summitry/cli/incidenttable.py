"""Incidents as a table for people, as CSV and as Markdown."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from summitry.cli.output import answer, counted, table_width
from summitry.cli.safety import csv_cell, json_text, markdown_cell, plain
from summitry.incidents import INCIDENT_COLUMNS, IncidentTable, date_text, incident_cells, people
from summitry.model import Incident

__all__ = ["SHORT_ID", "coverage", "write_incidents"]

SHORT_ID = 10
_LINES = 3


def write_incidents(table: IncidentTable, format: str, note: str = "") -> None:
    """Print incidents.

    Args:
        table: what to print.
        format: `table`, `csv`, `json` or `markdown`.
        note: a line to end a table with.
    """
    if format == "json":
        answer(json_text(table.to_dicts(), indent=1))
    elif format == "csv":
        _write_csv(table)
    elif format == "markdown":
        _write_markdown(table)
    elif not table:
        answer("No such incidents in the record.")
    else:
        console = Console(file=sys.stdout, width=table_width(), highlight=False, soft_wrap=False)
        console.print(_table(table, console.width))
        console.print(Text(plain(f"{coverage(table)} {note}")))


def _table(incidents: IncidentTable, width: int) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), show_edge=False)
    table.add_column("Date", width=12)
    table.add_column("What", width=13)
    table.add_column("Who, whom, where", width=max(22, min(44, width // 3)))
    table.add_column("Docs", width=4)
    table.add_column("First sentence", ratio=1)
    room = max(20, width - 35 - max(22, min(44, width // 3))) * _LINES
    for incident in incidents:
        table.add_row(_when(incident), _what(incident), _who(incident), _sources(incident), _sentence(incident, room))
    return table


def _when(incident: Incident) -> Text:
    text = Text((date_text(incident.interval) or "undated").replace(" – ", "\n– "))
    return text.append(f"\n{incident.id[:SHORT_ID]}", style="dim")


def _what(incident: Incident) -> Text:
    text = Text(incident.type)
    if incident.mode:
        text.append(f"\n{plain(incident.mode)}", style="dim")
    if incident.status != "occurred":
        text.append(f"\n{incident.status}", style="italic")
    if incident.conflicts:
        text.append("\nin conflict", style="bold")
    return text


def _who(incident: Incident) -> Text:
    series = f" (×{incident.count})" if incident.count > 1 else ""
    text = Text(plain(people(incident.actors) + series))
    if incident.recipients:
        text.append(f"\n→ {plain(people(incident.recipients))}")
    if incident.place:
        text.append(f"\n{plain(incident.place)}", style="dim")
    return text


def _sources(incident: Incident) -> Text:
    return Text(str(incident.documents) if incident.documents else "hand")


def _sentence(incident: Incident, room: int) -> Text:
    sentence = plain(incident.sentence)
    text = Text(sentence if len(sentence) <= room else sentence[: room - 1].rstrip() + "…")
    if incident.citations:
        text.append(f"\n{plain('; '.join(incident.citations))}", style="dim")
    return text


def _write_csv(incidents: IncidentTable) -> None:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(INCIDENT_COLUMNS)
    for incident in incidents:
        writer.writerow([csv_cell(cell) for cell in incident_cells(incident)])
    sys.stdout.write(text.getvalue())


def _write_markdown(incidents: IncidentTable) -> None:
    head = (INCIDENT_COLUMNS, ["---"] * len(INCIDENT_COLUMNS))
    for row in (*head, *map(incident_cells, incidents)):
        answer(f"| {' | '.join(cell if cell == '---' else markdown_cell(cell) for cell in row)} |")


def coverage(incidents: Sequence[Incident]) -> str:
    """Return what a table rests on: how many incidents, over what time, how many by hand."""
    dated = [bound for i in incidents if i.interval for bound in i.interval.iso() if bound]
    by_hand = sum(1 for i in incidents if not i.documents)
    text = counted(len(incidents), "incident")
    text += f", {min(dated)} to {max(dated)}" if dated else ""
    text += f"; {by_hand} entered by hand" if by_hand else ""
    disputed = sum(1 for i in incidents if i.conflicts)
    text += f"; sources disagree on {disputed}" if disputed else ""
    return f"{text}. `summitry show ID` tells more of one."
