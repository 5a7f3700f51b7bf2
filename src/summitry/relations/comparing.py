"""Two records set against each other: what stands in both, in one alone, and where they differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from summitry.actors.folding import fold
from summitry.incidents import IncidentTable, date_text, people
from summitry.model import Incident
from summitry.relations.answers import Answer, plural
from summitry.relations.steps import day_of

__all__ = ["FIELDS", "Pair", "compare_answer", "differences", "match_tables"]

FIELDS = ("date", "place", "mode", "status", "level", "actors", "recipients")
"""The fields that are compared."""

DAYS = 2
"""Days by which the dates of one thing may differ between records."""


@dataclass(frozen=True, slots=True)
class Pair:
    """An incident of either record, or of both.

    Args:
        one: as the first record has it, `None` where it lacks it.
        other: as the second has it.
        differing: the fields that differ, with both values.
    """

    one: Incident | None
    other: Incident | None
    differing: tuple[tuple[str, str, str], ...] = ()


def match_tables(one: Iterable[Incident], other: Iterable[Incident], days: int = DAYS) -> tuple[Pair, ...]:
    """Pair the incidents of two records, each with one of the other at most.

    Two are the same where category and states agree, those named as persons on both sides share one at least, and their
    dates overlap when either is widened by some days. Of several that could be meant the one with most participants in
    common, then the nearest in time, is taken.

    Args:
        one: incidents of the first record.
        other: incidents of the second.
        days: by how many days dates may differ.
    """
    mine, theirs = list(one), list(other)
    blocks: dict[tuple[str, frozenset[str]], list[Incident]] = defaultdict(list)
    for incident in theirs:
        blocks[_block(incident)].append(incident)
    options = [
        (_distance(incident, found), incident.id, found.id, incident, found)
        for incident in mine
        for found in blocks[_block(incident)]
        if _same(incident, found, days)
    ]
    partners: dict[str, Incident] = {}
    taken: set[str] = set()
    for _, left, right, _, found in sorted(options, key=lambda option: option[:3]):
        if left not in partners and right not in taken:
            partners[left] = found
            taken.add(right)
    pairs = [Pair(i, partners.get(i.id), differences(i, partners[i.id]) if i.id in partners else ()) for i in mine]
    pairs += [Pair(None, incident) for incident in theirs if incident.id not in taken]
    return tuple(sorted(pairs, key=_order))


def differences(one: Incident, other: Incident) -> tuple[tuple[str, str, str], ...]:
    """Return the fields in which two incidents differ, with both values. Spelling and case of names do not count."""
    values = [(name, _value(one, name), _value(other, name)) for name in FIELDS]
    return tuple((name, mine, theirs) for name, mine, theirs in values if fold(mine) != fold(theirs))


def compare_answer(one: IncidentTable, other: IncidentTable, names: tuple[str, str], days: int = DAYS) -> Answer:
    """Compare two records: a row for each incident of either.

    Args:
        one: incidents of the first record.
        other: incidents of the second.
        names: what to call the two.
        days: by how many days dates may differ.
    """
    import polars as pl

    pairs = match_tables(one, other, days)
    rows = [
        {
            "found": "both" if pair.one and pair.other else f"only {names[0]}" if pair.one else f"only {names[1]}",
            "date": date_text(shown.interval),
            "type": shown.type,
            "who": people(shown.actors),
            "whom": people(shown.recipients),
            "place": shown.place,
            "differing": [f"{name}: {mine or '-'} / {theirs or '-'}" for name, mine, theirs in pair.differing],
            "id": pair.one.id if pair.one else None,
            "other_id": pair.other.id if pair.other else None,
        }
        for pair in pairs
        if (shown := pair.one or pair.other)
    ]
    schema = {"found": str, "date": str, "type": str, "who": str, "whom": str, "place": str, "differing": list[str],
              "id": str, "other_id": str}  # fmt: skip
    both = [pair for pair in pairs if pair.one and pair.other]
    differing = sum(bool(pair.differing) for pair in both)
    counts = [sum(pair.other is None for pair in pairs), sum(pair.one is None for pair in pairs)]
    line = (
        f"{len(both)} in both ({differing} with differing fields), {counts[0]} only in {names[0]}, {counts[1]} only in "
        f"{names[1]}; of {plural(len(one), 'incident')} and {len(other)}"
    )
    rule = f"The same: category and states agree, a named person is shared, dates overlap within {plural(days, 'day')}."
    table = IncidentTable(tuple(shown for pair in pairs if (shown := pair.one or pair.other)))
    return Answer(f"{names[0]} and {names[1]} compared", pl.DataFrame(rows, schema=schema), table, rule, line)


def _block(incident: Incident) -> tuple[str, frozenset[str]]:
    return incident.type, frozenset(p.state or fold(p.name) for p in incident.participants)


def _same(one: Incident, other: Incident, days: int) -> bool:
    mine, theirs = (_persons(incident) for incident in (one, other))
    if mine and theirs and not mine & theirs:
        return False
    return _near(one, other, days)


def _near(one: Incident, other: Incident, days: int) -> bool:
    bounds = [_bounds(incident) for incident in (one, other)]
    if bounds[0] is None or bounds[1] is None:
        return bounds[0] is bounds[1]
    (first, last), (other_first, other_last) = bounds[0], bounds[1]
    slack = timedelta(days=days)
    return first - slack <= other_last and other_first - slack <= last


def _bounds(incident: Incident) -> tuple[date, date] | None:
    interval = incident.interval
    known = [day for day in (interval.first, interval.last) if day] if interval else []
    return (min(known), max(known)) if known else None


def _distance(one: Incident, other: Incident) -> tuple[int, int, int]:
    mine, theirs = (day_of(incident) for incident in (one, other))
    shared = len(_names(one) & _names(other))
    return -shared, abs((mine - theirs).days) if mine and theirs else 0, int(one.mode != other.mode)


def _persons(incident: Incident) -> set[str]:
    return {fold(p.name) for p in incident.participants if p.kind == "person"}


def _names(incident: Incident) -> set[str]:
    return {fold(p.name) for p in incident.participants}


def _value(incident: Incident, field: str) -> str:
    if field == "date":
        return date_text(incident.interval)
    if field in ("actors", "recipients"):
        side: Sequence[str] = [p.name for p in getattr(incident, field)]
        return ", ".join(sorted(side, key=fold))
    return str(getattr(incident, field))


def _order(pair: Pair) -> tuple[date, str]:
    shown = pair.one or pair.other
    assert shown is not None
    return day_of(shown) or date.max, shown.id
