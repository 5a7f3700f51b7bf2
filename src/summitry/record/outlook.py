"""Forecasts from a record: its incidents as a chronicle, and the questions put to it."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import get_args

from summitry.errors import UsageError
from summitry.forecasting.backtesting import Backtest
from summitry.forecasting.chronicle import ANYONE, Act, Chronicle, Plan, chronicle_of
from summitry.forecasting.kinds import Kind
from summitry.forecasting.outlook import Forecast, Forecaster
from summitry.incidents import LEVELS
from summitry.model import HAPPENED, EventType, Interval
from summitry.record.given_dates import as_bound
from summitry.record.naming import Named, suggestions, whom
from summitry.record.questions import one_of

__all__ = [
    "Side",
    "ask_record",
    "backtest_of",
    "chronicle_of_record",
    "forecasts_of",
    "horizon_days",
    "kind_asked",
    "present",
    "side_named",
]

_HORIZON = re.compile(r"(\d{1,4})\s*(d|days?|w|weeks?|m|months?|y|years?|)")
_DAYS = {"d": 1.0, "w": 7.0, "m": 30.4375, "y": 365.0, "": 1.0}
_LONG_STAY = 92
"""A stretch of up to so many days is taken to begin on its first; a longer one says too little of when."""
_MONTH = 31
_OFTEN = 20
"""How often a backtest asked for by itself fits anew."""


Taking = tuple[str, str, str]
"""Role, folded name and state of one who takes part."""


@dataclass(frozen=True, slots=True)
class Side:
    """Who is asked about.

    Args:
        label: a state's code, the name as asked, or `ANYONE`.
        named: whom it stands for in the record.
    """

    label: str
    named: Named = field(default_factory=Named)

    @property
    def single(self) -> bool:
        """Whether it is a person or body, not a state."""
        return self.label != ANYONE and not self.named.states


def side_named(connection: sqlite3.Connection, name: str) -> Side:
    """Return whom a name means; anyone where it is empty.

    Raises:
        UsageError: the record and the registry know nobody such.
    """
    if not name.strip():
        return Side(ANYONE)
    named = whom(connection, name)
    if named.states:
        return Side(named.states[0], named)
    if not named.names:
        near = suggestions(connection, name)
        raise UsageError(f"nobody is known as {name!r}" + (f"; did you mean {' or '.join(near)}?" if near else ""))
    return Side(" ".join(name.split()), named)


def kind_asked(type: str | None, mode: str | None = None, level: str | None = None) -> Kind | None:
    """Return the kind of act that options name, `None` where they name none.

    Raises:
        UsageError: there is no such category or level, or a mode or level is given without a category.
    """
    category = one_of("type", type, get_args(EventType))
    lowest = one_of("level", level, LEVELS)
    if category is None:
        if mode or lowest:
            raise UsageError("--mode and --level narrow a category; name it with --type")
        return None
    return Kind(category, (mode or "").strip(), next((name for name in LEVELS if name == lowest), None))


def horizon_days(text: str | int) -> int:
    """Return a horizon in days: `90d`, `12w`, `3m`, `1y`, or a number of days.

    Raises:
        UsageError: it is none.
    """
    match = _HORIZON.fullmatch(str(text).strip().lower())
    if not match:
        raise UsageError(f"a horizon is given as 90d, 12w, 3m or 1y, not {text!r}")
    return round(int(match[1]) * _DAYS[match[2][:1]])


def present(chronicle: Chronicle, as_of: str | date | None) -> date:
    """Return the day that is asked from: the one given, or the day after the last act told.

    Raises:
        UsageError: it is no date, or nothing is told.
    """
    if as_of:
        return date.fromisoformat(as_bound("as-of", as_of, last=False))
    if not chronicle.last_day:
        raise UsageError("there is nothing dated to forecast from")
    return date.fromordinal(chronicle.last_day) + timedelta(days=1)


def forecasts_of(
    chronicle: Chronicle, first: str, second: str, kind: Kind | None, horizon: int, as_of: date, who: bool = False
) -> tuple[Forecast, ...]:
    """Answer what is asked: one act between two, what is likeliest between two, or with whom an act is likeliest.

    Args:
        chronicle: what happened. first, second: labels of the sides. kind: the act, `None` for any.
        horizon: days. as_of: the day. who: whether partners of `first` are ranked.

    Raises:
        UsageError: partners are asked for without an act, or there is too little to learn from.
    """
    more = [kind] if kind else [Kind("CONSULT", "", "leader"), Kind("CONSULT", "", "minister")]
    forecaster = Forecaster(chronicle, as_of, horizon, more)
    if who:
        if kind is None:
            raise UsageError("name the act with --type to rank partners")
        return tuple(forecaster.partners(first, kind))
    if kind is None:
        return tuple(forecaster.outlook(first, second))
    return (forecaster.ask(first, second, kind),)


def chronicle_of_record(connection: sqlite3.Connection, sides: Iterable[Side] = ()) -> Chronicle:
    """Return a record's incidents as acts between states, and between the persons or bodies asked about.

    What occurred or is going on counts, each incident on its first day; one told by the month counts from the last day
    on which it may have been, one told less precisely does not count. What was announced is a plan from the day of the
    report that says so, for the days which that report tells.
    """
    asked = tuple(sides)
    taking_part = _participants(connection)
    announced = _announced(connection)
    acts: list[Act] = []
    plans: list[Plan] = []
    for row in connection.execute(
        "SELECT incident_number, incident_id, type, mode, interval_start, interval_end, interval_precision, status, "
        "level_rank, history FROM incidents WHERE rejected = 0 AND count = 1 ORDER BY incident_id"
    ):
        people = taking_part.get(row["incident_number"], ())
        day = _day(row)
        if row["status"] in HAPPENED and day is not None:
            acts += [_act(row, day, *sides_) for sides_ in _sides(people, asked)]
        for first, last, known in _plans(row, announced):
            plans += [Plan(_act(row, first, *sides_), last, known) for sides_ in _sides(people, asked)]
    return chronicle_of(acts, plans)


def _participants(connection: sqlite3.Connection) -> Mapping[int, Sequence[Taking]]:
    found: dict[int, list[Taking]] = {}
    for number, *rest in connection.execute(
        "SELECT incident_number, role, folded_name, state_code FROM incident_participants "
        "ORDER BY incident_number, position"
    ):
        found.setdefault(number, []).append((rest[0], rest[1], rest[2]))
    return found


def _sides(people: Sequence[Taking], asked: Sequence[Side]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Doers and targets as states; and once more as those asked about, where one of them is no state."""
    ways = [_grouped(people, lambda taking: taking[2])]
    if any(side.single for side in asked):
        ways.append(_grouped(people, lambda taking: _label(taking, asked)))
    return [way for way in ways if way[0]]


def _label(taking: Taking, asked: Sequence[Side]) -> str:
    """Which of the sides asked about one who takes part is, a person before his state; `""` for none."""
    single = (side.label for side in asked if side.single and taking[1] in side.named.names)
    state = (side.label for side in asked if taking[2] and taking[2] in side.named.states)
    return next(single, "") or next(state, "")


def _grouped(people: Sequence[Taking], label: Callable[[Taking], str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    doers, targets = (
        tuple(dict.fromkeys(name for taking in people if taking[0] == role and (name := label(taking))))
        for role in ("actor", "recipient")
    )
    return doers, targets


def _act(row: sqlite3.Row, day: int, doers: tuple[str, ...], targets: tuple[str, ...]) -> Act:
    return Act(row["incident_id"], row["type"], row["mode"], int(row["level_rank"]), day, doers, targets)


def _day(row: sqlite3.Row) -> int | None:
    """The day on which an incident counts, `None` where it is told too loosely."""
    if not row["interval_start"] or not row["interval_end"]:
        return None
    first, last = (date.fromisoformat(row[name]).toordinal() for name in ("interval_start", "interval_end"))
    if row["interval_precision"] in ("day", "range"):
        return first if last - first <= _LONG_STAY else None
    return last if last - first <= _MONTH else None


def _announced(connection: sqlite3.Connection) -> Mapping[str, tuple[int, int]]:
    """First and last possible day of each event that a report announced."""
    rows = connection.execute(
        "SELECT event_id, interval_start, interval_end FROM events WHERE status = 'planned' "
        "AND interval_start IS NOT NULL AND interval_end IS NOT NULL"
    )
    return {
        name: (date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal())
        for name, first, last in rows
    }


def _plans(row: sqlite3.Row, announced: Mapping[str, tuple[int, int]]) -> list[tuple[int, int, int]]:
    """First day, last day and day of report of each announcement of an incident."""
    found = []
    for status, reported, event in json.loads(row["history"]):
        if status == "planned" and reported and event in announced:
            known = Interval.parse(reported).last
            if known is not None:
                found.append((*announced[event], known.toordinal()))
    return found


def ask_record(
    connection: sqlite3.Connection,
    first: str,
    second: str,
    kind: Kind | None,
    horizon: str | int,
    as_of: str | date | None,
    who: bool,
) -> tuple[Forecast, ...]:
    """Put a question to a record; `Record.forecast` tells the arguments.

    Raises:
        UsageError: somebody is unknown, a date or horizon is none, or there is too little to learn from.
    """
    sides = [side_named(connection, first), side_named(connection, second)]
    if sides[0].label == ANYONE or (len({side.label for side in sides}) == 1):
        raise UsageError("name one who acts, and another side or none")
    chronicle = chronicle_of_record(connection, sides)
    day = present(chronicle, as_of)
    labels = [side.label for side in sides]
    return forecasts_of(chronicle, labels[0], labels[1], kind, horizon_days(horizon), day, who)


def backtest_of(chronicle: Chronicle, kind: Kind | None, horizon: str | int, as_of: str | date | None) -> Backtest:
    """Roll an origin through a chronicle and forecast the later two thirds of its windows."""
    kinds = [kind] if kind else [Kind("CONSULT", "", "leader"), Kind("CONSULT", "", "minister")]
    return Forecaster(chronicle, present(chronicle, as_of), horizon_days(horizon), kinds, _OFTEN).backtest
