"""Sequences: was each event of one kind preceded or followed by one of another, and more often than by chance?"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from summitry.incidents import IncidentTable, date_text
from summitry.model import Incident
from summitry.relations.answers import Answer, coverage_line, plural
from summitry.relations.coverage import Coverage, assumed_coverage
from summitry.relations.steps import day_of

__all__ = ["SHIFTS", "EventSequence", "Neighbours", "Side", "sequence_answer", "sequence_of"]

SHIFTS = 2000
"""How many shifts of the second kind the baseline has at most."""

Side = Literal["before", "after", "either"]


@dataclass(frozen=True, slots=True)
class Neighbours:
    """One event of the first kind with what stands nearest to it of the second.

    Args:
        incident: the event.
        before: the last of the second kind that began before it, within the window.
        after: the first that began after it, within the window.
        same_day: those that began on its day.
    """

    incident: Incident
    before: Incident | None
    after: Incident | None
    same_day: tuple[Incident, ...] = ()


@dataclass(frozen=True, slots=True)
class EventSequence:
    """Events of one kind set against those of another.

    Args:
        steps: each event of the first kind, in order of time.
        days: how many days the window has on each side.
        observed: how many are preceded, followed, and either.
        expected: how many would be on average, were the second kind at other times.
        p_values: how often a shifted second kind does at least as well.
        shifts: how many shifts that rests on.
        left_out: how many events of either kind have no date to go by.
    """

    steps: tuple[Neighbours, ...]
    days: int
    observed: dict[Side, int]
    expected: dict[Side, float]
    p_values: dict[Side, float]
    shifts: int
    left_out: int


def sequence_of(
    first: Sequence[Incident],
    second: Sequence[Incident],
    days: int = 30,
    *,
    lag: int = 0,
    span: tuple[date, date] | None = None,
) -> EventSequence:
    """Set each event of one kind against those of another.

    The baseline keeps the first kind where it is and shifts the whole second kind around the span by ever more days,
    what falls off its end coming in at its beginning: so the gaps of the second kind among themselves stay (a circular
    shift test, as used for point processes). The p-value counts the shifts, and no shift, that do at least as well.

    Args:
        first: the events that are asked about.
        second: those looked for around them.
        days: how far to look, on each side.
        lag: how many days at least must lie between the two.
        span: the days around which the second kind is shifted; from the first to the last event of both, widened by the
            window, unless given.
    """
    mains = [(day, i) for i in first if (day := day_of(i))]
    others = sorted(((day, i) for i in second if (day := day_of(i))), key=lambda pair: (pair[0], pair[1].id))
    left_out = len(first) + len(second) - len(mains) - len(others)
    ids = {incident.id for _, incident in mains}
    others = [(day, incident) for day, incident in others if incident.id not in ids]
    steps = tuple(
        _step(day, incident, others, days, lag) for day, incident in sorted(mains, key=lambda m: (m[0], m[1].id))
    )
    at = [day.toordinal() for day, _ in mains]
    of = [day.toordinal() for day, _ in others]
    observed = _hits(at, of, days, lag)
    counts = _shifted(at, of, days, lag, span)
    number = len(counts)
    return EventSequence(
        steps,
        days,
        observed,
        {side: sum(c[side] for c in counts) / number if number else 0.0 for side in observed},
        {side: (1 + sum(c[side] >= observed[side] for c in counts)) / (1 + number) for side in observed},
        number,
        left_out,
    )


def _step(day: date, incident: Incident, others: Sequence[tuple[date, Incident]], days: int, lag: int) -> Neighbours:
    least = max(lag, 1)
    before = [i for other, i in others if least <= (day - other).days <= days]
    after = [i for other, i in others if least <= (other - day).days <= days]
    same = tuple(i for other, i in others if other == day) if lag == 0 else ()
    return Neighbours(incident, before[-1] if before else None, after[0] if after else None, same)


def _hits(at: Sequence[int], of: Sequence[int], days: int, lag: int) -> dict[Side, int]:
    """Count how many of some days are preceded, followed, and either; one on the same day counts as either alone."""
    of = sorted(of)
    least = max(lag, 1)
    before = [_any(of, day - days, day - least) for day in at]
    after = [_any(of, day + least, day + days) for day in at]
    same = [lag == 0 and _any(of, day, day) for day in at]
    either = [b or a or s for b, a, s in zip(before, after, same, strict=True)]
    return {"before": sum(before), "after": sum(after), "either": sum(either)}


def _any(days: Sequence[int], low: int, high: int) -> bool:
    return bisect_right(days, high) > bisect_left(days, low)


def _shifted(
    at: Sequence[int], of: Sequence[int], days: int, lag: int, span: tuple[date, date] | None
) -> list[dict[Side, int]]:
    if not at or not of:
        return []
    first = span[0].toordinal() if span else min(*at, *of) - days
    last = span[1].toordinal() if span else max(*at, *of) + days
    length = last - first + 1
    number = min(SHIFTS, length - 1)
    shifts = sorted({round(k * length / (number + 1)) for k in range(1, number + 1)})
    return [_hits(at, [first + (day - first + shift) % length for day in of], days, lag) for shift in shifts]


def sequence_answer(
    first: IncidentTable,
    second: IncidentTable,
    names: tuple[str, str],
    days: int = 30,
    *,
    lag: int = 0,
    coverage: Coverage | None = None,
    conditions: Sequence[str] = (),
) -> Answer:
    """Return a sequence as an answer: a row for each event of the first kind.

    Args:
        first: the events that are asked about.
        second: those looked for around them.
        names: what the two kinds are called, for example `Kim–Trump meetings`.
        days: how far to look, on each side.
        lag: how many days at least must lie between the two.
        coverage: what states the incidents.
        conditions: what the incidents had to be, in words.
    """
    import polars as pl

    found = sequence_of(first, second, days, lag=lag)
    rows = [_row(step) for step in found.steps]
    frame = pl.DataFrame(rows, schema=_SCHEMA)
    around = {i.id: i for s in found.steps for i in (s.incident, s.before, s.after, *s.same_day) if i}
    table = IncidentTable(tuple(sorted(around.values(), key=lambda i: (day_of(i) or date.max, i.id))))
    covering = coverage or assumed_coverage([*first, *second])
    rule = (
        f"Each of {plural(len(found.steps), 'event')} ({names[0]}) by its first day; of {names[1]} "
        f"({len(second)}) the nearest within {days} days on either side{f', at least {lag} apart' if lag else ''}. "
        f"Chance: the second kind shifted around the span {found.shifts} ways."
    )
    line = coverage_line([*first, *second], covering, "incident", conditions)
    return Answer(f"{names[0]} and {names[1]}", frame, table, rule, line, _notes(found, names))


def _notes(found: EventSequence, names: tuple[str, str]) -> tuple[str, ...]:
    total = len(found.steps)
    said = {"before": "preceded", "after": "followed", "either": "preceded or followed"}
    notes = [
        f"{found.observed[side]} of {total} {said[side]} within {found.days} days by {names[1]}; by chance "
        f"{found.expected[side]:.1f} (p = {found.p_values[side]:.3g})."
        for side in found.observed
    ]
    return (*notes, *([f"{plural(found.left_out, 'incident')} without a date left out."] if found.left_out else ()))


def _row(step: Neighbours) -> dict[str, object]:
    row: dict[str, object] = {
        "date": date_text(step.incident.interval),
        "place": step.incident.place,
        "id": step.incident.id,
    }
    day = day_of(step.incident)
    for name, other in (("preceded_by", step.before), ("followed_by", step.after)):
        when = day_of(other) if other else None
        row[name] = date_text(other.interval) if other else None
        row[f"{name}_place"] = other.place if other else None
        row[f"{name}_days"] = abs((when - day).days) if when and day else None
        row[f"{name}_id"] = other.id if other else None
    row["same_day"] = [other.id for other in step.same_day]
    return row


_SCHEMA = {
    "date": str, "place": str,
    "preceded_by": str, "preceded_by_days": int, "preceded_by_place": str,
    "followed_by": str, "followed_by_days": int, "followed_by_place": str,
    "same_day": list[str], "id": str, "preceded_by_id": str, "followed_by_id": str,
}  # fmt: skip
