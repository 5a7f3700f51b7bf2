"""A calendar of meetings: a row for each year, a column for each month, the darker the more."""

from __future__ import annotations

from summitry.errors import UsageError
from summitry.incidents import IncidentTable
from summitry.relations.answers import plural, span_of
from summitry.relations.extras import needed
from summitry.relations.plots.pictures import Picture, finish
from summitry.relations.steps import step_of

__all__ = ["plot_calendar"]

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def plot_calendar(incidents: IncidentTable, title: str, coverage: str, rule: str, source: str = "") -> Picture:
    """Draw how many incidents began in each month. Arguments as for `plot_timeline`.

    Raises:
        UsageError: none is dated to a month, or altair is not installed.
    """
    altair = needed("altair", "a picture")
    months = [start for incident in incidents if (start := step_of(incident.interval, "month"))]
    if not months:
        raise UsageError(f"{title}: nothing dated to a month to draw")
    years = range(min(months).year, max(months).year + 1)
    counts = {(year, month): 0 for year in years for month in range(1, 13)}
    for start in months:
        counts[start.year, start.month] += 1
    most = max(counts.values())
    rows = [
        {
            "year": str(year),
            "month": _MONTHS[month - 1],
            "number": number,
            "text": str(number or ""),
            "dark": number > most / 2,
        }
        for (year, month), number in counts.items()
    ]
    base = altair.Chart(altair.Data(values=rows)).encode(
        x=altair.X("month:O", sort=_MONTHS, title=None, axis=altair.Axis(labelAngle=0, orient="top")),
        y=altair.Y("year:O", title=None),
    )
    scale = altair.Scale(domain=[0, most], range=["white", "black"])
    boxes = base.mark_rect(stroke="#ccc", strokeWidth=0.5).encode(
        color=altair.Color("number:Q", scale=scale, legend=None)
    )
    ink = altair.condition("datum.dark", altair.value("white"), altair.value("black"))
    chart = (boxes + base.mark_text(fontSize=11).encode(text="text:N", color=ink)).properties(
        width=440, height=max(90, 17 * len(years))
    )
    left = len(incidents) - len(months)
    notes = [
        coverage,
        f"{rule} {plural(left, 'incident')} dated more coarsely left out.",
        f"Source: {source}" if source else "",
    ]
    fullest = max(counts, key=lambda key: (counts[key], key))
    empty = sum(not number for number in counts.values())
    alt = (
        f"Calendar of {plural(len(months), 'incident')} by month from {span_of(incidents)}; most, {counts[fullest]}, "
        f"in {_MONTHS[fullest[1] - 1]} {fullest[0]}; none in {empty} of {len(counts)} months."
    )
    return finish(chart, f"{title}: calendar", notes, alt)
