"""The network of who meets whom, and who stands at its centre, step by step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from summitry.incidents import IncidentTable
from summitry.model import Incident
from summitry.relations.answers import Answer, coverage_line
from summitry.relations.coverage import Coverage, assumed_coverage
from summitry.relations.extras import needed
from summitry.relations.meetings import meetings_in, pairs_in
from summitry.relations.ranks import Unit
from summitry.relations.steps import Step, label_of, step_of

__all__ = ["Tie", "centrality_answer", "graph_of", "ties_in"]


@dataclass(frozen=True, slots=True)
class Tie:
    """Two who met.

    Args:
        one: name or state, the smaller of the two.
        other: the larger.
        incidents: their meetings.
    """

    one: str
    other: str
    incidents: tuple[Incident, ...]


def ties_in(incidents: Iterable[Incident], unit: Unit = "state") -> tuple[Tie, ...]:
    """Return who met whom, the most frequent first."""
    found: dict[tuple[str, str], dict[str, Incident]] = defaultdict(dict)
    for incident in meetings_in(incidents):
        for pair in pairs_in(incident):
            if unit != "person" or all(p.kind == "person" for p in pair):
                one, other = sorted(p.state if unit == "state" else p.name for p in pair)
                if one and one != other:
                    found[one, other][incident.id] = incident
    ties = [Tie(*pair, tuple(some.values())) for pair, some in found.items()]
    return tuple(sorted(ties, key=lambda tie: (-len(tie.incidents), tie.one, tie.other)))


def graph_of(ties: Iterable[Tie]) -> Any:
    """Return the network as a networkx graph; `weight` is the number of meetings, `distance` its inverse.

    Raises:
        UsageError: networkx is not installed.
    """
    graph = needed("networkx", "a network").Graph()
    for tie in sorted(ties, key=lambda tie: (tie.one, tie.other)):
        graph.add_edge(tie.one, tie.other, weight=len(tie.incidents), distance=1 / len(tie.incidents))
    return graph


def centrality_answer(
    incidents: IncidentTable,
    *,
    unit: Unit = "state",
    step: Step = "year",
    top: int = 5,
    coverage: Coverage | None = None,
    conditions: Sequence[str] = (),
) -> Answer:
    """Return who stands at the centre of meetings, step by step.

    Degree is the number of partners; strength the number of meetings with each summed; betweenness the share of
    shortest paths that lead through one, a tie being the shorter the more often two met (Freeman 1977; Newman 2001).

    Args:
        incidents: what to look through; meetings that occurred count.
        unit: whether persons or states meet.
        step: how long a step is.
        top: how many to return for each step, by betweenness and then strength.
        coverage: what states the incidents.
        conditions: what the incidents had to be, in words.

    Raises:
        UsageError: networkx is not installed.
    """
    import polars as pl

    networkx = needed("networkx", "a network")
    steps: dict[Any, list[Incident]] = defaultdict(list)
    for incident in meetings_in(incidents):
        if (start := step_of(incident.interval, step)) is not None:
            steps[start].append(incident)
    rows = []
    for start, some in sorted(steps.items()):
        graph = graph_of(ties_in(some, unit))
        between = networkx.betweenness_centrality(graph, weight="distance")
        strength = dict(graph.degree(weight="weight"))
        order = sorted(graph, key=lambda node: (-round(between[node], 9), -strength[node], node))[:top]
        for node in order:
            rows.append(
                {
                    "period": label_of(start, step),
                    "name": node,
                    "degree": graph.degree(node),
                    "strength": strength[node],
                    "betweenness": round(between[node], 4),
                }
            )
    schema = {"period": str, "name": str, "degree": int, "strength": int, "betweenness": float}
    table = IncidentTable(tuple(incident for some in steps.values() for incident in some))
    line = coverage_line(table, coverage or assumed_coverage(table), "meeting", conditions)
    rule = (
        f"Meetings that occurred by {step}; {unit}s are tied that meet, guests with hosts or all with all; of "
        f"each step the first {top} by betweenness, then by meetings."
    )
    return Answer("Who stands at the centre", pl.DataFrame(rows, schema=schema), table, rule, line)
