"""Counts of incidents, whole or by a field or a step of time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from summitry.errors import UsageError
from summitry.incidents import IncidentTable
from summitry.model import Incident
from summitry.relations.answers import Answer, coverage_line
from summitry.relations.coverage import Coverage, assumed_coverage, by_incident
from summitry.relations.steps import STEPS, label_of, step_named, step_of

__all__ = ["COUNTED_BY", "count_answer"]

_FIELDS = ("type", "mode", "level", "status", "place", "state", "person")
COUNTED_BY = (*STEPS, *_FIELDS)
"""What incidents can be counted by."""


def count_answer(
    incidents: IncidentTable,
    *,
    by: str = "",
    noun: str = "incident",
    conditions: Sequence[str] = (),
    coverage: Coverage | None = None,
    window: str = "",
) -> Answer:
    """Count incidents.

    Args:
        incidents: what is counted.
        by: a step of time, or a field: one of `COUNTED_BY`; the whole where not given. An incident with several states
            or persons counts for each.
        noun: what one is called.
        conditions: what they had to be, in words.
        coverage: what states them.
        window: the time asked for, in words.

    Raises:
        UsageError: incidents cannot be counted by that.
    """
    import polars as pl

    if by and by not in COUNTED_BY:
        raise UsageError(f"incidents cannot be counted by {by!r}; they can by {', '.join(COUNTED_BY)}")
    covering = coverage or assumed_coverage(incidents)
    groups: dict[str, list[Incident]] = defaultdict(list)
    for incident in incidents:
        for name in dict.fromkeys(_names(incident, by)):
            groups[name].append(incident)
    order = sorted(groups) if by in STEPS else sorted(groups, key=lambda name: (-len(groups[name]), name))
    stated = by_incident(covering.mentions)
    rows = [
        {
            by or "what": name,
            "incidents": len(groups[name]),
            "documents": len({m.document_id for i in groups[name] for m in stated.get(i.id, ()) if not m.by_hand}),
            "ids": [incident.id for incident in groups[name]],
        }
        for name in order
    ]
    schema = {by or "what": str, "incidents": int, "documents": int, "ids": list[str]}
    line = coverage_line(incidents, covering, noun, conditions, window)
    rule = ", ".join(["Each incident once, however many documents report it", *conditions])
    return Answer(
        f"{noun.capitalize()}s{f' by {by}' if by else ''}",
        pl.DataFrame(rows, schema=schema),
        incidents,
        f"{rule}.",
        line,
    )


def _names(incident: Incident, by: str) -> Iterator[str]:
    if not by:
        yield "all"
    elif by in STEPS:
        step = step_named(by)
        start = step_of(incident.interval, step)
        yield label_of(start, step) if start else "not so exactly dated"
    elif by == "state":
        yield from (p.state for p in incident.participants if p.state)
    elif by == "person":
        yield from (p.name for p in incident.participants if p.kind == "person")
    else:
        yield str(getattr(incident, by)) or "-"
