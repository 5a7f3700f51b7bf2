"""Dyads side by side: what each two had to do with each other, in a row each."""

from __future__ import annotations

from collections.abc import Sequence

from summitry.incidents import IncidentTable, date_text
from summitry.model import Incident
from summitry.relations.answers import Answer, coverage_line
from summitry.relations.bonds import bonds_between
from summitry.relations.coverage import Coverage, assumed_coverage
from summitry.relations.parties import find_party
from summitry.relations.series import is_leader_meeting

__all__ = ["dyads_answer"]


def dyads_answer(
    incidents: IncidentTable,
    dyads: Sequence[tuple[str, str]],
    *,
    coverage: Coverage | None = None,
    conditions: Sequence[str] = (),
) -> Answer:
    """Compare dyads.

    Args:
        incidents: what to look through.
        dyads: each two queries for a party: codes, names, several parted by `+`.
        coverage: what states the incidents.
        conditions: what the incidents had to be, in words.
    """
    import polars as pl

    rows: list[dict[str, object]] = []
    used: dict[str, Incident] = {}
    for queries in dyads:
        one, other = (find_party(incidents, query) for query in queries)
        bonds = [bond for bond in bonds_between(incidents, one, other) if bond.direction != "together"]
        used |= {bond.incident.id: bond.incident for bond in bonds}
        scores = [bond.score for bond in bonds if bond.score is not None]
        met = [bond.incident for bond in bonds if is_leader_meeting(bond)]
        rows.append(
            {
                "dyad": f"{one.label or queries[0]} – {other.label or queries[1]}",
                "incidents": len(bonds),
                "leader_meetings": len(met),
                "score_mean": round(sum(scores) / len(scores), 2) if scores else None,
                "conflict": round(sum(score < 0 for score in scores) / len(scores), 2) if scores else None,
                "first": date_text(bonds[0].incident.interval) if bonds else None,
                "last": date_text(bonds[-1].incident.interval) if bonds else None,
                "last_leader_meeting": date_text(met[-1].interval) if met else None,
            }
        )
    table = IncidentTable(tuple(i for i in incidents if i.id in used))
    line = coverage_line(table, coverage or assumed_coverage(table), "incident", conditions)
    rule = "Incidents between the two sides, acts together upon a third left out; conflict: share with a score below 0."
    schema = {"dyad": str, "incidents": int, "leader_meetings": int, "score_mean": float, "conflict": float,
              "first": str, "last": str, "last_leader_meeting": str}  # fmt: skip
    return Answer("Dyads compared", pl.DataFrame(rows, schema=schema), table, rule, line)
