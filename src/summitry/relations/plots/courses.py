"""The curve of a relation: intensity, acts of cooperation and conflict, leader meetings, turning points, coverage."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from summitry.relations.answers import plural
from summitry.relations.extras import needed
from summitry.relations.plots.pictures import WIDTH, Picture, finish, month_axis
from summitry.relations.series import Series, is_leader_meeting
from summitry.relations.steps import day_of, end_of
from summitry.relations.turning import TurningPoint, turning_points

__all__ = ["plot_relation"]

_LATEST = 8
"""Turning points drawn at most, the latest."""


def plot_relation(series: Series, source: str = "") -> Picture:
    """Draw the course of a relation.

    Args:
        series: the course, by any step; months or quarters show most.
        source: where its incidents are from, for the line under the title.

    Raises:
        UsageError: altair or ruptures is not installed.
    """
    altair = needed("altair", "a picture")
    points = turning_points(series)[-_LATEST:]
    x = altair.X(
        "day:T",
        axis=month_axis(series.first, series.last),
        scale=altair.Scale(domain=[_text(series.first), _text(series.last)]),
    )
    parts = [_curve(altair, series, points, x), _acts(altair, series, x), _coverage(altair, series, x)]
    if points:
        parts.append(_legend(altair, points))
    chart = altair.vconcat(*parts, spacing=12).resolve_scale(
        x="independent", color="independent", shape="independent", strokeDash="independent"
    )
    lines = [series.covered, series.rule, f"Source: {source}" if source else ""]
    return finish(chart, f"{series.title}: the course of a relation", lines, _alt(series, points))


def _curve(altair: Any, series: Series, points: Sequence[TurningPoint], x: Any) -> Any:
    frame = series.frame
    ends = [min(end_of(start, series.step), series.last) for start in series.starts]
    rows = [{"day": _text(day), "intensity": value} for day, value in zip(ends, frame["intensity"], strict=True)]
    y = altair.Y("intensity:Q", title="intensity (fading score)")
    area = altair.Chart(altair.Data(values=rows)).mark_area(
        color="#d9d9d9", line={"color": "black", "strokeWidth": 1.5}
    )
    layers = [area.encode(x=x, y=y)]
    if points:
        marks = [
            {"day": _text(point.day), "number": str(k), "course": point.direction} for k, point in enumerate(points, 1)
        ]
        base = altair.Chart(altair.Data(values=marks)).encode(x=x)
        layers.append(base.mark_rule(color="black", strokeDash=[3, 3]))
        layers.append(base.mark_point(size=230, fill="white", stroke="black", opacity=1).encode(y=altair.value(12)))
        layers.append(base.mark_text(fontSize=11, fontWeight="bold").encode(y=altair.value(12.5), text="number:N"))
    return altair.layer(*layers).properties(width=WIDTH, height=190)


def _acts(altair: Any, series: Series, x: Any) -> Any:
    rows = [
        {"day": _text(day), "sign": "cooperation" if bond.score > 0 else "conflict", "score": bond.score}
        for _, bond in series.placed
        if bond.score and (day := day_of(bond.incident))
    ]
    meetings = [
        {"day": _text(day), "score": 0}
        for _, bond in series.placed
        if is_leader_meeting(bond) and (day := day_of(bond.incident))
    ]
    y = altair.Y("score:Q", title="score of each act", scale=altair.Scale(domain=[-10.5, 10.5]))
    signs = altair.Scale(domain=["cooperation", "conflict"], range=["#8c8c8c", "black"])
    dashes = altair.Scale(domain=["cooperation", "conflict"], range=[[1, 0], [2, 1]])
    stems = (
        altair.Chart(altair.Data(values=rows or [{"day": _text(series.first), "sign": "cooperation", "score": 0}]))
        .mark_rule(strokeWidth=1.6)
        .encode(
            x=x, y=y, y2=altair.datum(0), color=altair.Color("sign:N", scale=signs, title="acts of"),
            strokeDash=altair.StrokeDash("sign:N", scale=dashes, title="acts of"),
        )
    )  # fmt: skip
    layers = [stems]
    if meetings:
        dots = altair.Chart(altair.Data(values=[{**m, "what": "leader meeting"} for m in meetings]))
        shape = altair.Shape("what:N", scale=altair.Scale(range=["diamond"]), title=None)
        layers.append(
            dots.mark_point(size=46, filled=True, color="black", opacity=1).encode(
                x=x, y=altair.Y("score:Q"), shape=shape
            )
        )
    return altair.layer(*layers).resolve_scale(shape="independent").properties(width=WIDTH, height=130)


def _coverage(altair: Any, series: Series, x: Any) -> Any:
    rows = [
        {"day": _text(start), "to": _text(min(end_of(start, series.step), series.last)), "state": state}
        for start, state in zip(series.starts, series.frame["state"], strict=True)
    ]
    states = altair.Scale(domain=["reported", "silent", "no reports"], range=["#4d4d4d", "#cfcfcf", "white"])
    return (
        altair.Chart(altair.Data(values=_runs(rows)))
        .mark_rect(stroke="#999", strokeWidth=0.3)
        .encode(x=x, x2="to:T", color=altair.Color("state:N", scale=states, title="what is known"))
        .properties(width=WIDTH, height=14)
    )


def _runs(rows: Sequence[dict[str, str]]) -> list[dict[str, str]]:
    """Join neighbouring steps of one state, so that the picture stays small."""
    found: list[dict[str, str]] = []
    for row in rows:
        if found and found[-1]["state"] == row["state"]:
            found[-1] = {**found[-1], "to": row["to"]}
        else:
            found.append(dict(row))
    return found


def _legend(altair: Any, points: Sequence[TurningPoint]) -> Any:
    rows = [{"line": k, "text": f"{k}  {point.sentence}"} for k, point in enumerate(points, 1)]
    return (
        altair.Chart(altair.Data(values=rows))
        .mark_text(align="left", fontSize=11, x=0)
        .encode(y=altair.Y("line:O", axis=None), text="text:N")
        .properties(width=WIDTH, height=16 * len(rows), view=altair.ViewConfig(stroke=None))
    )


def _text(day: date) -> str:
    return day.isoformat()


def _alt(series: Series, points: Sequence[TurningPoint]) -> str:
    frame = series.frame
    best = max(range(len(series.starts)), key=lambda k: float(frame["intensity"][k]))
    told = " ".join(f"{point.sentence.capitalize()}." for point in points) or "It has no turning point."
    return (
        f"Curve of the relation {series.title} by {series.step} from {series.first} to {series.last}: "
        f"{plural(len(series.placed), 'incident')}; the intensity is highest, {frame['intensity'][best]:.1f}, in "
        f"{frame['label'][best]}, and {frame['intensity'][-1]:.1f} at the end. {told}"
    )
