"""Forecasts and positions as tables."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from summitry.checking.positions import Position
from summitry.cli.output import answer, counted, table_width
from summitry.cli.safety import plain
from summitry.record.checks import FiledForecast
from summitry.record.values import published_text

__all__ = ["write_forecasts", "write_positions"]

_FATES = {"supported": "came about", "contradicted": "did not", "not in record": "open", "conflicting": "disputed"}


def write_forecasts(filed: Sequence[FiledForecast]) -> None:
    """Print forecasts in order of time, each with its fate."""
    if not filed:
        answer("No such forecasts in the record.")
        return
    table = _table(("Made", 10), ("Until", 10), ("Fate", 10), ("By", 18), ("Words", 0), ("What happened", 0))
    for one in filed:
        recorded, verdict = one.recorded, one.verdict
        by = recorded.author or recorded.publisher or recorded.document_id
        cells = (published_text(recorded.published), one.horizon, _FATES[verdict.word], by)
        table.add_row(*(Text(plain(cell)) for cell in (*cells, recorded.claim.evidence.quote, verdict.why)))
    fates = Counter(_FATES[one.verdict.word] for one in filed)
    _print(table, f"{counted(len(filed), 'forecast')}: {', '.join(f'{n} {fate}' for fate, n in fates.most_common())}.")


def write_positions(found: Sequence[Position]) -> None:
    """Print positions by holder, then by time."""
    if not found:
        answer("No such positions in the record.")
        return
    table = _table(
        ("Who", 22), ("Wants or holds", 0), ("Since", 10), ("Until", 10), ("Before", 0), ("According to", 22)
    )
    for one in found:
        cells = (one.holder, one.value, one.since, one.until, one.changed_from, ", ".join(one.according_to))
        table.add_row(*(Text(plain(cell)) for cell in cells))
    _print(table, f"{counted(len(found), 'position')}. `Since` is when the record's documents first tell it.")


def _table(*columns: tuple[str, int]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), show_edge=False)
    for name, width in columns:
        table.add_column(name, width=width or None, ratio=None if width else 1)
    return table


def _print(table: Table, note: str) -> None:
    console = Console(file=sys.stdout, width=table_width(), highlight=False, soft_wrap=False)
    console.print(table)
    console.print(Text(plain(note)))
