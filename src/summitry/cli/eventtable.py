"""Events as a table for people, as CSV and as Markdown."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Sequence

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from summitry.cli.output import answer, counted, table_width
from summitry.cli.safety import csv_cell, markdown_cell, plain
from summitry.model import Event
from summitry.record import EventTable, RecordedEvent
from summitry.record.table import date_text
from summitry.record.values import names, published_text

__all__ = ["coverage", "write_csv", "write_markdown", "write_table"]

_UNDATED = "undated"
_SHORT_ID = 10
_SENTENCE_LINES = 3
_WIDE = 140
_GAP = 2
_LEAST_ROOM = 30
"""Columns that a sentence must have beside cells of its own for whom, where and status."""
_HEADS: tuple[str, ...] = ("Date", "Type", "Who", "Whom", "Where", "Status", "Src")
_WIDE_CAPS = (12, 14, 19, 19, 18, 9, 4)
_NARROW_CAPS = (12, 12, 12, 12, 10, 9, 4)
_STACKED_HEADS: tuple[str, ...] = ("Date", "What", "Who, whom, where")
_STACKED_CAPS = (12, 14, 22)
_COLUMNS = ("date", "type", "who", "whom", "where", "status", "sources", "sentence")
_MORE_COLUMNS = ("id", "start", "end", "precision", "mode", "according_to", "count", "document", "title", "published")


def write_table(events: EventTable, *, verbose: bool) -> None:
    """Print events as a table, or with every source sentence under each."""
    console = Console(file=sys.stdout, width=table_width(), highlight=False, soft_wrap=False)
    if not events:
        answer("No such events in the record.")
        return
    console.print(_table(events, console.width, verbose=verbose))
    console.print(Text(coverage(events)))


def _table(events: EventTable, width: int, *, verbose: bool) -> Table:
    """Return the table. Where the sentence would be left little room, what belongs together stands in one cell."""
    rows: list[tuple[Text, ...]] = [_cells(recorded) for recorded in events]
    heads, widths = _HEADS, _widths(_HEADS, _WIDE_CAPS if width >= _WIDE else _NARROW_CAPS, rows)
    if _room(width, widths) < _LEAST_ROOM:
        rows = [_stacked(*_cells(recorded)) for recorded in events]
        heads, widths = _STACKED_HEADS, _widths(_STACKED_HEADS, _STACKED_CAPS, rows)
    room = max(15, _room(width, widths))
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), show_edge=False)
    for head, column_width in zip(heads, widths, strict=True):
        table.add_column(head, width=column_width)
    table.add_column("Every sentence" if verbose else "First sentence", width=room)
    lines = _SENTENCE_LINES if width >= _WIDE else 2 * _SENTENCE_LINES
    for recorded, row in zip(events, rows, strict=True):
        first = Text(_shorten(plain(recorded.event.evidence[0].readable), room * lines))
        table.add_row(*row, _statements(recorded) if verbose else first)
    return table


def _widths(heads: tuple[str, ...], caps: tuple[int, ...], rows: list[tuple[Text, ...]]) -> list[int]:
    """Return how wide each column is: as wide as it needs, names and places up to a cap."""
    return [
        min(cap, max(len(head), *(_longest_line(row[place]) for row in rows)))
        for place, (head, cap) in enumerate(zip(heads, caps, strict=True))
    ]


def _room(width: int, widths: list[int]) -> int:
    """Return how many columns are left for the sentence."""
    return width - sum(widths) - _GAP * len(widths)


def _longest_line(text: Text) -> int:
    return max(map(cell_len, text.plain.split("\n")))


def _cells(recorded: RecordedEvent) -> tuple[Text, Text, Text, Text, Text, Text, Text]:
    event = recorded.event
    told = _date(event)
    date = Text(told if len(told) <= _WIDE_CAPS[0] else told.replace(" – ", "\n– "))
    date.append(f"\n{recorded.id[:_SHORT_ID]}", style="dim")
    kind = Text(event.type)
    if event.mode:
        kind.append(f"\n{plain(event.mode)}", style="dim")
    return (
        date,
        kind,
        Text(plain(_with_count(names(event.actors), event.count))),
        Text(plain(names(event.recipients))),
        Text(plain(event.place)),
        Text(event.status, style="" if event.status == "occurred" else "italic"),
        Text(str(len(recorded.addresses))),
    )


def _stacked(
    date: Text, kind: Text, who: Text, whom: Text, where: Text, status: Text, sources: Text
) -> tuple[Text, ...]:
    """Return the cells of a row put together for a narrow terminal."""
    towards = Text("→ ").append(whom) if whom else whom
    number = Text(counted(int(sources.plain), "source"), style="dim")
    return date, Text("\n").join([kind, status, number]), Text("\n").join(filter(None, (who, towards, where)))


def _statements(recorded: RecordedEvent) -> Text:
    text = Text()
    for sentence in _sentences(recorded):
        text.append(f"“{sentence}”\n")
    text.append(_citation(recorded), style="dim")
    if recorded.event.according_to != "author":
        text.append(f"\naccording to {plain(recorded.event.according_to)}", style="dim")
    return text


def _citation(recorded: RecordedEvent) -> str:
    parts = (recorded.title or recorded.document_id, recorded.publisher, published_text(recorded.published))
    return plain(", ".join(part for part in parts if part))


def write_csv(events: EventTable, *, verbose: bool) -> None:
    """Print events as CSV (RFC 4180), one row an event."""
    header = (*_COLUMNS, *_MORE_COLUMNS, *(("sentences",) if verbose else ()))
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    for recorded in events:
        writer.writerow([csv_cell(cell) for cell in _row(recorded, verbose=verbose)])
    sys.stdout.write(text.getvalue())


def write_markdown(events: EventTable, *, verbose: bool) -> None:
    """Print events as a Markdown table."""
    answer(_markdown_row([*_COLUMNS, "id"]))
    answer(_markdown_row(["---"] * (len(_COLUMNS) + 1)))
    for recorded in events:
        cells = [*_row(recorded, verbose=False)[: len(_COLUMNS)], recorded.id]
        if verbose:
            cells[len(_COLUMNS) - 1] = _all_sentences(recorded)
        answer(_markdown_row([markdown_cell(cell) for cell in cells]))


def _row(recorded: RecordedEvent, *, verbose: bool) -> list[str]:
    event = recorded.event
    start, end = event.interval.iso() if event.interval else ("", "")
    row = [
        _date(event),
        event.type,
        names(event.actors),
        names(event.recipients),
        event.place,
        event.status,
        str(len(recorded.addresses)),
        event.evidence[0].readable,
        recorded.id,
        start,
        end,
        event.interval.precision if event.interval else "unknown",
        event.mode,
        event.according_to,
        str(event.count),
        recorded.document_id,
        recorded.title,
        published_text(recorded.published),
    ]
    return [*row, _all_sentences(recorded)] if verbose else row


def _all_sentences(recorded: RecordedEvent) -> str:
    return " … ".join(_sentences(recorded))


def _sentences(recorded: RecordedEvent) -> list[str]:
    """Return the sentences that state an event, each once."""
    return list(dict.fromkeys(plain(evidence.readable) for evidence in recorded.event.evidence))


def _markdown_row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _date(event: Event) -> str:
    return date_text(event) or _UNDATED


def _with_count(who: str, count: int) -> str:
    return f"{who} (×{count})" if count > 1 else who


def _shorten(text: str, room: int) -> str:
    return text if len(text) <= room else text[: room - 1].rstrip() + "…"


def coverage(events: EventTable) -> str:
    """Return what a table rests on: how many events, in how many documents, over what time."""
    dated = [bound for e in events if e.event.interval for bound in e.event.interval.iso() if bound]
    undated = sum(1 for e in events if e.event.interval is None or not any(e.event.interval.iso()))
    documents = len({e.document_id for e in events})
    text = f"{counted(len(events), 'event')} in {counted(documents, 'document')}"
    text += f", {min(dated)} to {max(dated)}" if dated else ""
    text += f"; {undated} undated" if undated else ""
    return f"{text}. `summitry show ID` tells more of one."
