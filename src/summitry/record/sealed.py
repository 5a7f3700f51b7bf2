"""Forecasts that were shown, kept in the record or in a file, and held against what happened."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, fields
from pathlib import Path

from summitry.errors import DataError
from summitry.forecasting.chronicle import ANYONE, Chronicle
from summitry.forecasting.outlook import Forecast
from summitry.forecasting.resolving import Resolved, resolve
from summitry.forecasting.sealing import SealedForecast, broken_seals, seal_all
from summitry.record.connection import transaction
from summitry.record.outlook import Side, chronicle_of_record, side_named

__all__ = ["read_log", "read_sealed", "resolve_in_record", "seal_in_file", "seal_in_record", "wrong_seals"]

_FIELDS = tuple(field.name for field in fields(SealedForecast))


def read_sealed(connection: sqlite3.Connection) -> tuple[SealedForecast, ...]:
    """Return the forecasts sealed in a record, in order."""
    rows = connection.execute(f"SELECT {', '.join(_FIELDS)} FROM forecasts ORDER BY forecast_number")
    return tuple(SealedForecast(*row) for row in rows)


def seal_in_record(connection: sqlite3.Connection, forecasts: Iterable[Forecast], made_at: str) -> int:
    """Append forecasts to a record's log, each once, and return how many were new."""
    with transaction(connection):
        before = read_sealed(connection)
        new = list(seal_all(forecasts, made_at, (f.forecast_id for f in before), _last(before)))
        marks = ", ".join("?" for _ in _FIELDS)
        connection.executemany(
            f"INSERT INTO forecasts ({', '.join(_FIELDS)}) VALUES ({marks})",
            [tuple(asdict(forecast).values()) for forecast in new],
        )
    return len(new)


def read_log(path: Path) -> tuple[SealedForecast, ...]:
    """Return the forecasts sealed in a file, in order; none where it is not there yet.

    Raises:
        DataError: a line of it is no sealed forecast.
    """
    if not path.exists():
        return ()
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            found.append(SealedForecast(**json.loads(line)))
        except (ValueError, TypeError) as error:
            raise DataError(f"{path}, line {number}: no sealed forecast ({error})") from error
    return tuple(found)


def seal_in_file(path: Path, forecasts: Iterable[Forecast], made_at: str) -> int:
    """Append forecasts to a file of JSON Lines, each once, and return how many were new.

    Raises:
        DataError: a line of the file is no sealed forecast.
    """
    before = read_log(path)
    new = list(seal_all(forecasts, made_at, (f.forecast_id for f in before), _last(before)))
    with path.open("a", encoding="utf-8", newline="\n") as file:
        for forecast in new:
            file.write(json.dumps(asdict(forecast), ensure_ascii=False) + "\n")
    return len(new)


def _last(sealed: Sequence[SealedForecast]) -> str:
    return sealed[-1].seal if sealed else ""


def resolve_in_record(connection: sqlite3.Connection, sealed: Sequence[SealedForecast]) -> tuple[Resolved, ...]:
    """Hold sealed forecasts against a record's incidents."""
    chronicles: dict[tuple[str, ...], Chronicle] = {}
    found = []
    for forecast in sealed:
        sides = [_side(connection, name) for name in (forecast.first_side, forecast.second_side)]
        singles = tuple(side.label for side in sides) if any(side.single for side in sides) else ()
        if singles not in chronicles:
            chronicles[singles] = chronicle_of_record(connection, sides)
        found.append(resolve(chronicles[singles], forecast))
    return tuple(found)


def _side(connection: sqlite3.Connection, name: str) -> Side:
    return Side(ANYONE) if name == ANYONE else side_named(connection, name)


def wrong_seals(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield what is wrong with a record's log, one line each."""
    for line in broken_seals(read_sealed(connection)):
        yield f"table forecasts: {line}"
