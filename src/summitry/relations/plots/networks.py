"""The network of who meets whom: the thicker a line, the more often two met."""

from __future__ import annotations

from math import hypot
from typing import Any

from summitry.errors import UsageError
from summitry.incidents import IncidentTable
from summitry.relations.answers import plural
from summitry.relations.extras import needed
from summitry.relations.network import graph_of, ties_in
from summitry.relations.plots.pictures import WIDTH, Picture, finish
from summitry.relations.ranks import Unit

__all__ = ["plot_network"]

MOST = 24
"""Nodes drawn at most: those with most meetings."""

_PUSHES = 200
_ROOM = (0.36, 0.17)
"""Room that a name takes, across and up, where the drawing reaches from -1 to 1."""


def plot_network(
    incidents: IncidentTable,
    title: str,
    coverage: str,
    rule: str,
    source: str = "",
    *,
    unit: Unit = "state",
    most: int = MOST,
) -> Picture:
    """Draw who meets whom. Arguments as for `plot_timeline`.

    The layout is that of Kamada and Kawai (1989), which starts from a circle and so is the same every time: those who
    meet often lie close.

    Args:
        incidents: meetings among them that occurred are drawn.
        title: whose network.
        coverage: what they rest on.
        rule: which count.
        source: where they are from.
        unit: whether persons or states meet.
        most: how many to draw at most.

    Raises:
        UsageError: nobody meets, or altair or networkx is not installed.
    """
    altair, networkx = needed("altair", "a picture"), needed("networkx", "a network")
    ties = ties_in(incidents, unit)
    if not ties:
        raise UsageError(f"{title}: nobody meets in it")
    whole = graph_of(ties)
    strength = dict(whole.degree(weight="weight"))
    kept = sorted(strength, key=lambda node: (-strength[node], node))[:most]
    graph = networkx.Graph()
    graph.add_nodes_from(kept)
    graph.add_edges_from(
        (tie.one, tie.other, {"weight": len(tie.incidents)}) for tie in ties if {tie.one, tie.other} <= {*kept}
    )
    for lonely in [node for node in kept if not graph.degree(node)]:
        graph.remove_node(lonely)
    for _, _, data in graph.edges(data=True):
        data["length"] = 1 + 2 / data["weight"]
    spots = networkx.kamada_kawai_layout(graph, weight="length")
    at = _apart({node: (float(x), float(y)) for node, (x, y) in spots.items()})
    lines = [
        {"x": at[a][0], "y": at[a][1], "x2": at[b][0], "y2": at[b][1], "meetings": data["weight"]}
        for a, b, data in sorted(graph.edges(data=True), key=lambda edge: edge[2]["weight"])
    ]
    nodes = [{"x": at[n][0], "y": at[n][1], "name": n, "meetings": strength[n]} for n in graph]
    chart = _draw(altair, lines, nodes)
    left = len(strength) - len(nodes)
    notes = [
        coverage,
        f"{rule} A line: two {unit}s met; its width: how often; {plural(left, unit)} with fewest meetings left out.",
        f"Source: {source}" if source else "",
    ]
    top = ", ".join(f"{tie.one} and {tie.other} {plural(len(tie.incidents), 'time')}" for tie in ties[:3])
    alt = f"Network of {plural(len(nodes), unit)} and {plural(len(lines), 'tie')}; most often met {top}."
    return finish(chart, f"{title}: who meets whom", notes, alt)


def _apart(spots: dict[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    """Push nodes apart until no name stands on another; names are wider than high. Everything ends within -1 to 1."""
    at = {node: list(spot) for node, spot in sorted(spots.items())}
    nodes = list(at)
    for _ in range(_PUSHES):
        for k, one in enumerate(nodes):
            for other in nodes[k + 1 :]:
                across, up = ((at[other][axis] - at[one][axis]) / _ROOM[axis] for axis in (0, 1))
                near = hypot(across, up)
                if near < 1:
                    push = (1 - near) / 4
                    ways = (across / near, up / near) if near else (1.0, 0.0)
                    for axis in (0, 1):
                        at[one][axis] -= push * ways[axis] * _ROOM[axis]
                        at[other][axis] += push * ways[axis] * _ROOM[axis]
    far = [max(abs(spot[axis]) for spot in at.values()) or 1.0 for axis in (0, 1)]
    return {node: (round(x / far[0], 4), round(y / far[1], 4)) for node, (x, y) in at.items()}


def _draw(alt: Any, lines: list[dict[str, Any]], nodes: list[dict[str, Any]]) -> Any:
    plain = alt.Axis(labels=False, ticks=False, domain=False, grid=False, title=None)
    room = alt.Scale(domain=[-1.25, 1.25])
    x, y = alt.X("x:Q", axis=plain, scale=room), alt.Y("y:Q", axis=plain, scale=room)
    edges = (
        alt.Chart(alt.Data(values=lines))
        .mark_rule(color="#8a8a8a")
        .encode(
            x=x,
            y=y,
            x2="x2:Q",
            y2="y2:Q",
            strokeWidth=alt.StrokeWidth("meetings:Q", title="meetings", scale=alt.Scale(range=[0.6, 9])),
        )
    )
    base = alt.Chart(alt.Data(values=nodes)).encode(x=x, y=y)
    size = alt.Size("meetings:Q", legend=None, scale=alt.Scale(range=[60, 700]))
    dots = base.mark_point(fill="white", stroke="black", opacity=1).encode(size=size)
    shade = base.mark_text(
        dy=-17, fontSize=12, fontWeight="bold", stroke="white", strokeWidth=4, strokeJoin="round"
    ).encode(text="name:N")
    names = base.mark_text(dy=-17, fontSize=12, fontWeight="bold").encode(text="name:N")
    return alt.layer(edges, dots, shade, names).properties(width=WIDTH - 90, height=540)
