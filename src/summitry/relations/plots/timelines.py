"""A timeline: each incident by its day, its category and its status."""

from __future__ import annotations

from summitry.errors import UsageError
from summitry.incidents import IncidentTable, date_text, people
from summitry.relations.answers import plural, span_of
from summitry.relations.extras import needed
from summitry.relations.plots.pictures import WIDTH, Picture, finish, month_axis
from summitry.relations.steps import day_of

__all__ = ["plot_timeline"]

_SHAPES = {"occurred": "circle", "ongoing": "square", "planned": "triangle-up", "possible": "diamond",
           "denied": "triangle-down", "cancelled": "cross"}  # fmt: skip
_SIZES = {"leader": 240, "minister": 120, "official": 60, "body": 24}


def plot_timeline(incidents: IncidentTable, title: str, coverage: str, rule: str, source: str = "") -> Picture:
    """Draw incidents in order of time, a row for each category.

    Args:
        incidents: what to draw; the undated are left out, which the line under the title says.
        title: whose timeline.
        coverage: what they rest on.
        rule: which count.
        source: where they are from.

    Raises:
        UsageError: none is dated, or altair is not installed.
    """
    altair = needed("altair", "a picture")
    dated = [(day, incident) for incident in incidents if (day := day_of(incident))]
    if not dated:
        raise UsageError(f"{title}: nothing dated to draw")
    rows = [
        {
            "day": day.isoformat(),
            "type": i.type,
            "status": i.status,
            "level": i.level,
            "what": f"{date_text(i.interval)}: {people(i.participants)}",
        }
        for day, i in dated
    ]
    days = [day for day, _ in dated]
    order = [name for name in _SHAPES if any(row["status"] == name for row in rows)]
    levels = [name for name in _SIZES if any(row["level"] == name for row in rows)]
    counts = {name: sum(row["type"] == name for row in rows) for name in sorted({row["type"] for row in rows})}
    chart = (
        altair.Chart(altair.Data(values=rows))
        .mark_point(filled=True, color="black", opacity=0.55)
        .encode(
            x=altair.X("day:T", axis=month_axis(min(days), max(days)), scale=altair.Scale(padding=14)),
            y=altair.Y(
                "type:N",
                title=None,
                sort=sorted(counts, key=lambda name: (-counts[name], name)),
                axis=altair.Axis(grid=True),
            ),
            shape=altair.Shape(
                "status:N", title="status", scale=altair.Scale(domain=order, range=[_SHAPES[s] for s in order])
            ),
            size=altair.Size(
                "level:N",
                title="level",
                scale=altair.Scale(type="ordinal", domain=levels, range=[_SIZES[s] for s in levels]),
            ),
            tooltip="what:N",
        )
        .properties(width=WIDTH - 40, height=26 * len(counts) + 10)
    )
    left = len(incidents) - len(dated)
    notes = [coverage, f"{rule} {plural(left, 'undated incident')} left out.", f"Source: {source}" if source else ""]
    told = ", ".join(f"{name} {number}" for name, number in counts.items())
    alt = f"Timeline of {plural(len(dated), 'incident')} from {span_of(incidents)} by category: {told}."
    return finish(chart, f"{title}: timeline", notes, alt)
