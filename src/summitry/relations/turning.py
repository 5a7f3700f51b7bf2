"""Turning points of a relation: when acts became more or fewer, or leaders met again; what drove it, in a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import log

import numpy as np
from numpy.typing import NDArray

from summitry.incidents import IncidentTable
from summitry.model import Incident
from summitry.relations.answers import Answer
from summitry.relations.bonds import Bond
from summitry.relations.changes import change_points, segment_cost
from summitry.relations.series import Series, is_leader_meeting
from summitry.relations.silences import EXPECTED, Silence, silences
from summitry.relations.steps import Step, day_of

__all__ = ["TurningPoint", "penalty", "turning_answer", "turning_points"]

_STREAMS = ("acts of cooperation", "acts of conflict")
_SHORTEST: dict[Step, int] = {"day": 180, "week": 26, "month": 6, "quarter": 2}
"""Fewest steps of a course: half a year. What lasts less is an episode."""
_DRIVING = 5
_DRIVING_DAYS = 730
_NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split()

Array = NDArray[np.float64]
Part = tuple[int, int]


@dataclass(frozen=True, slots=True)
class TurningPoint:
    """When a relation changed its course.

    Args:
        day: from when on.
        direction: `warmer` or `colder`.
        stream: what became more or fewer: `leader meetings`, `acts of cooperation`, `acts of conflict`.
        before: how many of these a year before.
        after: how many a year after.
        rule: why it counts as one.
        incidents: what drove it: of more acts the weightiest of the first two years, of fewer the last before.
        sentence: says it.
    """

    day: date
    direction: str
    stream: str
    before: float
    after: float
    rule: str
    incidents: tuple[Incident, ...]
    sentence: str


def turning_points(series: Series) -> tuple[TurningPoint, ...]:
    """Return when a relation changed its course, in order of time.

    Two rules find them. Acts of cooperation and of conflict (scores above and below zero) are counted by step, and
    `changes.change_points` divides the steps where that gains more than `penalty`. And leader meetings that fall silent
    for longer than chance allows turn the course where they stop and where they return (`silences.silences`).

    Args:
        series: the course; months or quarters tell most.

    Raises:
        UsageError: ruptures is not installed.
    """
    points = [point for point in (*_of_rates(series), *_of_silences(series)) if point.day >= series.first]
    return tuple(sorted(points, key=lambda point: (point.day, point.stream)))


def penalty(signal: Array) -> float:
    """Return what one more change must gain in twice the log-likelihood: (2 + s) ln N.

    s is the number of streams that have any acts, each with a rate of its own to estimate; the date counts for two, as
    in the modified BIC (Zhang and Siegmund, Biometrics 63, 2007); N is the number of acts, which of rare events is the
    sample size (Volinsky and Raftery, Biometrics 56, 2000). `docs/why/relations.md` has its rate of false alarms.
    """
    return float((2 + (signal.sum(axis=0) > 0).sum()) * log(signal.sum()))


def turning_answer(series: Series) -> Answer:
    """Return the turning points as an answer, a row each."""
    import polars as pl

    points = turning_points(series)
    driving = {i.id: i for point in points for i in point.incidents}
    rows = [
        {
            "from": point.day,
            "course": point.direction,
            "stream": point.stream,
            "before_a_year": round(point.before, 2),
            "after_a_year": round(point.after, 2),
            "sentence": point.sentence,
            "rule": point.rule,
            "incidents": [i.id for i in point.incidents],
        }
        for point in points
    ]
    frame = pl.DataFrame(rows, schema=dict(zip(_COLUMNS, (pl.Date, *_KINDS, pl.List(pl.String)), strict=True)))
    signal = _signal(series)
    price = f"{penalty(signal):.1f}" if signal.sum() > 1 else "-"
    rule = (
        f"Change points of the rates of cooperation and conflict by {series.step} (PELT), each gaining more than "
        f"(2 + s) ln N = {price}; and silences of which chance would make fewer than {EXPECTED:g}."
    )
    table = IncidentTable(tuple(sorted(driving.values(), key=lambda i: (day_of(i) or date.max, i.id))))
    notes = tuple(point.sentence for point in points) or ("No change of course that the rule would call one.",)
    return Answer(f"{series.title}: turning points", frame, table, f"{rule} {series.rule}", series.covered, notes)


_COLUMNS = ("from", "course", "stream", "before_a_year", "after_a_year", "sentence", "rule", "incidents")
_KINDS = (str, str, float, float, str, str)


def _of_silences(series: Series) -> Iterable[TurningPoint]:
    meetings = [bond for bond in series.bonds if is_leader_meeting(bond) and day_of(bond.incident)]
    for silence in silences(series.bonds, series.last):
        years = _years(silence.years)
        reason = (
            f"chance would make {silence.expected:.2g} silences as long at {silence.rate:.1f} leader meetings a year"
        )
        before = [bond for bond in meetings if _begun(bond) <= silence.begin][-_DRIVING:]
        yet = "" if silence.first else " up to the end"
        yield TurningPoint(
            silence.begin, "colder", "leader meetings", silence.rate, 0.0, reason, _incidents(before),
            f"after {silence.begin.isoformat()[:7]}: no leader meetings for {years}{yet}, "
            f"where there were {silence.rate:.1f} a year",
        )  # fmt: skip
        if silence.first:
            yield _return(silence, meetings, years, reason, series.last)


def _return(silence: Silence, meetings: Sequence[Bond], years: str, reason: str, last: date) -> TurningPoint:
    after = [b for b in meetings if 0 <= (_begun(b) - silence.end).days <= _DRIVING_DAYS]
    span = min(_DRIVING_DAYS, max((last - silence.end).days, 365)) / 365.25
    months = (_begun(after[-1]) - silence.end).days / 30.44
    many = f"{len(after)} in {round(months) + 1} months" if len(after) > 1 else "one"
    return TurningPoint(
        silence.end, "warmer", "leader meetings", 0.0, len(after) / span, reason, _incidents(after),
        f"from {silence.end.isoformat()[:7]}: leader meetings after {years} without, {many}; "
        f"the last before on {silence.begin}",
    )  # fmt: skip


def _of_rates(series: Series) -> Iterable[TurningPoint]:
    signal = _signal(series)
    if signal.sum() < 2:
        return
    ends = [0, *change_points(signal, penalty(signal), _SHORTEST.get(series.step, 1))]
    parts = list(pairwise(ends))
    for before, after in pairwise(parts):
        yield _change(series, signal, before, after)


def _change(series: Series, signal: Array, before: Part, after: Part) -> TurningPoint:
    stream = max(range(signal.shape[1]), key=lambda k: _gain(signal[:, [k]], before, after))
    rates = [_yearly(series, signal, part, stream) for part in (before, after)]
    more = rates[1] > rates[0]
    past, coming = (
        [b for n, b in series.placed if part[0] <= n < part[1] and _stream(b) == stream] for part in (before, after)
    )
    day = min(map(_begun, coming), default=series.starts[after[0]]) if more else series.starts[after[0]]
    moved = f"{_STREAMS[stream]} {'rise' if more else 'fall'} from {rates[0]:.1f} to {rates[1]:.1f} a year"
    return TurningPoint(
        day,
        "warmer" if more == (stream == 0) else "colder",
        _STREAMS[stream],
        rates[0],
        rates[1],
        f"gains {_gain(signal, before, after):.1f} in twice the log-likelihood",
        _incidents(_weightiest(coming) if more else past[-_DRIVING:]),
        f"from {day.isoformat()[:7]}: {moved}",
    )


def _signal(series: Series) -> Array:
    signal = np.zeros((len(series.starts), len(_STREAMS)))
    for number, bond in series.placed:
        stream = _stream(bond)
        if stream is not None:
            signal[number, stream] += 1
    return signal


def _stream(bond: Bond) -> int | None:
    return None if not bond.score else 0 if bond.score > 0 else 1


def _gain(signal: Array, before: Part, after: Part) -> float:
    whole = segment_cost(signal, before[0], after[1])
    return whole - segment_cost(signal, *before) - segment_cost(signal, *after)


def _yearly(series: Series, signal: Array, part: Part, stream: int) -> float:
    first = series.starts[part[0]]
    last = series.starts[part[1]] if part[1] < len(series.starts) else series.last
    return float(signal[part[0] : part[1], stream].sum()) * 365.25 / max((last - first).days, 1)


def _weightiest(bonds: Sequence[Bond]) -> list[Bond]:
    """Return the weightiest acts of the first two years, in order of time: leader meetings first, then by score."""
    first = min(map(_begun, bonds))
    early = [bond for bond in bonds if (_begun(bond) - first).days <= _DRIVING_DAYS]
    ranked = sorted(early, key=lambda b: (not is_leader_meeting(b), -abs(b.score or 0), _begun(b), b.incident.id))
    return sorted(ranked[:_DRIVING], key=_begun)


def _begun(bond: Bond) -> date:
    """Return the day of an incident that is known to have one."""
    day = day_of(bond.incident)
    assert day is not None
    return day


def _incidents(bonds: Iterable[Bond]) -> tuple[Incident, ...]:
    return tuple(bond.incident for bond in bonds)


def _years(years: int) -> str:
    number = _NUMBERS[years] if years < len(_NUMBERS) else str(years)
    return "a year" if years == 1 else f"{number} years" if years else "months"
