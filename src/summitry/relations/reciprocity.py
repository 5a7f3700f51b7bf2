"""Who visits whom, and how evenly."""

from __future__ import annotations

from collections.abc import Sequence

from summitry.incidents import LEVELS, IncidentTable, date_text
from summitry.relations.answers import Answer, coverage_line
from summitry.relations.coverage import Coverage, assumed_coverage
from summitry.relations.meetings import is_visit
from summitry.relations.parties import Party

__all__ = ["reciprocity_answer"]


def reciprocity_answer(
    incidents: IncidentTable,
    one: Party,
    other: Party,
    *,
    coverage: Coverage | None = None,
    conditions: Sequence[str] = (),
) -> Answer:
    """Return visits in both directions by level, with the share of the rarer one.

    Args:
        incidents: what to look through; visits with one as guest and the other as host count.
        one: a party.
        other: another.
        coverage: what states the incidents.
        conditions: what the incidents had to be, in words.
    """
    import polars as pl

    rows: list[dict[str, object]] = []
    used: set[str] = set()
    for guest, host in ((one, other), (other, one)):
        visits = [
            i
            for i in incidents
            if is_visit(i) and any(map(guest.includes, i.actors)) and any(map(host.includes, i.recipients))
        ]
        used |= {i.id for i in visits}
        rows.append(
            {
                "guest": guest.label,
                "host": host.label,
                "visits": len(visits),
                **{level: sum(i.level == level for i in visits) for level in LEVELS},
                "first": date_text(visits[0].interval) if visits else None,
                "last": date_text(visits[-1].interval) if visits else None,
                "incidents": [i.id for i in visits],
            }
        )
    counts = [int(str(row["visits"])) for row in rows]
    even = f"{min(counts) / max(counts):.2f}" if max(counts) else "none"
    table = IncidentTable(tuple(i for i in incidents if i.id in used))
    line = coverage_line(table, coverage or assumed_coverage(table), "visit", conditions)
    rule = (
        "Visits that occurred, the guest acting and the host receiving; evenness is the rarer direction over the other."
    )
    frame = pl.DataFrame(
        rows, schema_overrides={"incidents": pl.List(pl.String), "first": pl.String, "last": pl.String}
    )
    return Answer(f"{one.label} – {other.label}: who visits whom", frame, table, rule, line, (f"Evenness {even}.",))
