"""The log of forecasts that were shown: each with what became of it, and the scores."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from summitry.cli.options import open_asked
from summitry.cli.output import answer, message, table_width
from summitry.cli.safety import json_text, plain
from summitry.errors import UsageError
from summitry.forecasting.chronicle import ANYONE
from summitry.forecasting.resolving import Resolved, resolve
from summitry.forecasting.sealing import SealedForecast, broken_seals
from summitry.forecasting.told import percent, resolved_dict, scored_texts
from summitry.record.sealed import read_log

__all__ = ["write_mine"]

_FATES = {True: "came", False: "did not", None: "open"}


def write_mine(record: Path | None, reference: str, panel: Path | None, log: Path | None, format: str) -> None:
    """Print the forecasts of a record's log, or of a file's held against a record, a chronology or a panel.

    Raises:
        UsageError: a chronology or panel keeps no log, and no file is named.
        DataError: a line of the file is no sealed forecast.
    """
    if record is None and log is None:
        raise UsageError("a chronology or a panel keeps no log; name the file with --log FILE")
    sealed = read_log(log) if log else ()
    found = _resolved(record, reference, panel, log, sealed)
    for line in broken_seals([one.forecast for one in found]):
        message(f"Beware: {line}.")
    if format == "json":
        answer(json_text([resolved_dict(one) for one in found], indent=1))
    elif not found:
        answer("No forecast was shown yet: `summitry forecast` makes them.")
    else:
        _write(found)


def _resolved(
    record: Path | None, reference: str, panel: Path | None, log: Path | None, sealed: Sequence[SealedForecast]
) -> tuple[Resolved, ...]:
    if panel is not None:
        from summitry.cli.outlook import panel_chronicle

        chronicle = panel_chronicle(panel)
        return tuple(resolve(chronicle, one) for one in sealed)
    with open_asked(record, reference) as opened:
        return opened.resolve(sealed) if log else opened.sealed_forecasts()


def _write(found: Sequence[Resolved]) -> None:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), show_edge=False)
    for name, width in (("Made", 10), ("Until", 10), ("Odds", 9), ("Base", 9), ("Fate", 8), ("Question", None)):
        table.add_column(name, width=width, ratio=None if width else 1)
    for one in found:
        told = one.forecast
        sides = told.first_side if told.second_side == ANYONE else f"{told.first_side}, {told.second_side}"
        question = " ".join(word for word in (told.type, told.mode, told.level) if word)
        back = "" if told.ahead else f" (looking back, as of {told.as_of_date})"
        cells = (
            told.made_at[:10], told.due_date, percent(told.probability), percent(told.base_rate),
            _FATES[one.outcome], f"{question}: {sides}{back}",
        )  # fmt: skip
        table.add_row(*(Text(plain(cell)) for cell in cells))
    Console(file=sys.stdout, width=table_width(), highlight=False, soft_wrap=False).print(table)
    for line in scored_texts(found):
        answer(line)
