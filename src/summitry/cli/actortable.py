"""Actors as tables for people and as JSON."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from summitry.cli.output import answer, message, table_width
from summitry.cli.safety import plain

if TYPE_CHECKING:
    from summitry.actors.entries import Entry
    from summitry.model import Interval, Tenure

__all__ = ["entry_json", "write_entries", "write_entry"]

_WIDEST = 100
_LONGEST = 500
"""Actors shown in one table."""


def entry_json(entry: Entry) -> dict[str, object]:
    """Return what is known of an actor as a JSON object."""
    actor = entry.actor
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "state": actor.state,
        "own": entry.own,
        "aliases": [
            {"alias": a.text, "type": a.type, "start": _days(a.span)[0], "end": _days(a.span)[1]} for a in entry.aliases
        ],
        "tenures": [
            {
                "office": t.office,
                "role": t.role,
                "body": t.body,
                "start": _days(t.span)[0],
                "end": _days(t.span)[1],
                "source": t.source,
            }
            for t in entry.tenures
        ],
    }


def write_entries(entries: Sequence[Entry]) -> None:
    """Print actors as a table, one each, with the last office held."""
    if not entries:
        answer("No such actors.")
        return
    console = _console()
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), show_edge=False)
    for head in ("Name", "Kind", "State", "Last office"):
        table.add_column(head, overflow="fold")
    table.add_column("Id", overflow="fold", style="dim")
    for entry in entries[:_LONGEST]:
        actor, last = entry.actor, entry.tenures[-1:]
        office = "".join(f"{_office(tenure)} {_span(tenure.span)}" for tenure in last)
        name = f"{actor.name} *" if entry.own else actor.name
        table.add_row(*(Text(plain(cell)) for cell in (name, actor.kind, actor.state, office, actor.id)))
    console.print(table)
    own = sum(entry.own for entry in entries)
    answer(f"{len(entries)} actor{'' if len(entries) == 1 else 's'}{f', {own} of your own (*)' if own else ''}.")
    if len(entries) > _LONGEST:
        message(f"The first {_LONGEST} are shown; give more words, or --format json for all.")


def write_entry(entry: Entry) -> None:
    """Print one actor with names and offices."""
    console, actor = _console(), entry.actor
    console.print(Text(plain(actor.name), style="bold"), Text(f" {plain(actor.id)}", style="dim"), sep="")
    told = ", ".join(part for part in (actor.kind, actor.state) if part)
    console.print(Text(plain(f"{told}, told by you" if entry.own else told)))
    names = "; ".join(dict.fromkeys(plain(a.text) for a in entry.aliases if a.text != actor.name))
    if names:
        console.print(Text(f"also: {names}"))
    if entry.tenures:
        console.print(_tenures(entry.tenures))


def _tenures(tenures: Sequence[Tenure]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), show_edge=False)
    for head, least in (("From", 10), ("To", 10), ("Office", 14), ("Role", 8), ("For", 3), ("Source", 8)):
        table.add_column(head, min_width=least, overflow="fold")
    for tenure in tenures:
        cells = (*_days(tenure.span), tenure.office, tenure.role, tenure.body, tenure.source)
        table.add_row(*(Text(plain(cell)) for cell in cells))
    return table


def _office(tenure: Tenure) -> str:
    return f"{tenure.office} ({tenure.body})"


def _span(span: Interval) -> str:
    first, last = (bound[:4] for bound in _days(span))
    return first if first == last else f"{first}–{last}"


def _days(span: Interval) -> tuple[str, str]:
    """Return the first and the last day, `""` where a side is open or not known."""
    return span.first.isoformat() if span.first else "", span.last.isoformat() if span.last else ""


def _console() -> Console:
    return Console(file=sys.stdout, width=min(table_width(), _WIDEST), highlight=False, soft_wrap=False)
