"""Firsts, gaps and streaks among incidents of one kind: "first visit by a Chinese leader since 2005"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from summitry.actors import load_registry
from summitry.incidents import IncidentTable, date_text
from summitry.model import Incident
from summitry.relations.answers import Answer, coverage_line, plural
from summitry.relations.coverage import Coverage, assumed_coverage
from summitry.relations.meetings import is_visit
from summitry.relations.steps import Step, day_of, end_of, label_of, start_of, step_of, steps_in

__all__ = ["Gap", "Streak", "firsts_answer", "gaps_in", "streaks_in", "visit_kind"]

_YEAR = 365.25


@dataclass(frozen=True, slots=True)
class Gap:
    """The time between one incident and the next of its kind.

    Args:
        before: the earlier one, `None` where the later is the first of its kind.
        after: the later one.
        days: how many days lie between their first days.
    """

    before: Incident | None
    after: Incident
    days: int | None


@dataclass(frozen=True, slots=True)
class Streak:
    """Steps in a row, each with an incident at least.

    Args:
        first: first day of the first step.
        last: last day of the last step.
        steps: how many steps.
        incidents: the incidents in them.
    """

    first: date
    last: date
    steps: int
    incidents: tuple[Incident, ...]


def gaps_in(incidents: Sequence[Incident]) -> tuple[Gap, ...]:
    """Return each dated incident with the one before it and the days between, the first without."""
    dated = sorted(((day, i) for i in incidents if (day := day_of(i))), key=lambda pair: (pair[0], pair[1].id))
    earlier: list[tuple[date, Incident] | None] = [None, *dated[:-1]]
    return tuple(
        Gap(before[1] if before else None, after, (day - before[0]).days if before else None)
        for before, (day, after) in zip(earlier, dated, strict=True)
    )


def streaks_in(incidents: Sequence[Incident], step: Step) -> tuple[Streak, ...]:
    """Return the runs of steps that each hold an incident, the longest first."""
    by_step: dict[date, list[Incident]] = {}
    for incident in incidents:
        start = step_of(incident.interval, step)
        if start:
            by_step.setdefault(start, []).append(incident)
    runs: list[list[date]] = []
    for start in steps_in(min(by_step), max(by_step), step) if by_step else ():
        if start in by_step:
            if runs and end_of(runs[-1][-1], step).toordinal() + 1 == start.toordinal():
                runs[-1].append(start)
            else:
                runs.append([start])
    found = [
        Streak(run[0], end_of(run[-1], step), len(run), tuple(i for start in run for i in by_step[start]))
        for run in runs
    ]
    return tuple(sorted(found, key=lambda streak: (-streak.steps, streak.first)))


def visit_kind(incident: Incident) -> str:
    """Return what sort of visit it is, in words: by whom at which level to which state; `""` for what is no visit."""
    if not is_visit(incident) or not incident.recipients:
        return ""
    guests, hosts = ({p.state for p in side if p.state} for side in (incident.actors, incident.recipients))
    if len(guests) != 1 or len(hosts) != 1 or guests == hosts:
        return ""
    guest, host = (_name(min(states)) for states in (guests, hosts))
    return f"visit at {incident.level} level from {guest} to {host}"


def firsts_answer(
    incidents: IncidentTable,
    *,
    years: float = 5,
    kind: Callable[[Incident], str] = visit_kind,
    coverage: Coverage | None = None,
    conditions: Sequence[str] = (),
) -> Answer:
    """Return what was the first of its kind for years, or ever in the record.

    Args:
        incidents: what to look through.
        years: how long nothing of the kind must have been.
        kind: what sort of thing an incident is, in words; `""` leaves it out.
        coverage: what states the incidents.
        conditions: what the incidents had to be, in words.
    """
    import polars as pl

    kinds: dict[str, list[Incident]] = {}
    for incident in incidents:
        if name := kind(incident):
            kinds.setdefault(name, []).append(incident)
    found = [
        (name, gap)
        for name, some in kinds.items()
        for gap in gaps_in(some)
        if gap.days is None or gap.days >= years * _YEAR
    ]
    found.sort(key=lambda pair: (day_of(pair[1].after) or date.max, pair[0]))
    rows = [
        {
            "date": date_text(gap.after.interval),
            "first": name,
            "since": date_text(gap.before.interval) if gap.before else "the record begins",
            "years": round(gap.days / _YEAR, 1) if gap.days is not None else None,
            "sentence": _sentence(name, gap),
            "id": gap.after.id,
            "since_id": gap.before.id if gap.before else None,
        }
        for name, gap in found
    ]
    frame = pl.DataFrame(rows, schema=dict(zip(_COLUMNS, (str, str, str, float, str, str, str), strict=True)))
    table = IncidentTable(tuple(gap.after for _, gap in found))
    used = [incident for some in kinds.values() for incident in some]
    line = coverage_line(used, coverage or assumed_coverage(used), "incident", conditions)
    rule = (
        f"The first of its kind in the record, or after {years:g} years or more without; {plural(len(kinds), 'kind')}."
    )
    return Answer("Firsts", frame, table, rule, line)


_COLUMNS = ("date", "first", "since", "years", "sentence", "id", "since_id")


def _sentence(name: str, gap: Gap) -> str:
    day = day_of(gap.after)
    when = label_of(start_of(day, "month"), "month") if day else "undated"
    if gap.before is None:
        return f"{when}: first {name} in the record"
    return f"{when}: first {name} since {date_text(gap.before.interval)[:4]}"


def _name(code: str) -> str:
    states = load_registry().states
    return states[code].name if code in states else code
