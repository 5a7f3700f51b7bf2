"""The reliability of odds as a picture: how often came true what was given each odds."""

from __future__ import annotations

from pathlib import Path

from summitry.errors import UsageError
from summitry.forecasting.scoring import Scores
from summitry.relations.extras import needed
from summitry.relations.plots import Picture
from summitry.relations.plots.pictures import finish

__all__ = ["draw_reliability", "plot_reliability"]

_SIZE = 420


def plot_reliability(scores: Scores) -> Picture:
    """Return the reliability diagram: a point for each bin of odds, as big as it has forecasts, and the diagonal.

    Raises:
        UsageError: Altair is not installed.
    """
    altair = needed("altair", "a picture")
    rows = [{"odds": one.forecast, "came": one.observed, "forecasts": one.count} for one in scores.bins]
    scale = altair.Scale(domain=[0, 1])
    odds = altair.X("odds:Q", title="odds given", scale=scale, axis=altair.Axis(format="%"))
    came = altair.Y("came:Q", title="came true", scale=scale, axis=altair.Axis(format="%"))
    ends = altair.Data(values=[{"odds": 0, "came": 0}, {"odds": 1, "came": 1}])
    line = altair.Chart(ends).mark_line(strokeDash=[4, 4], color="#888").encode(odds, came)
    size = altair.Size("forecasts:Q", title="forecasts", scale=altair.Scale(type="sqrt", range=[20, 500]))
    points = altair.Chart(altair.Data(values=rows)).mark_circle(color="#1f4e79", opacity=0.85).encode(odds, came, size)
    told = (
        f"{scores.count:,} forecasts, {scores.happened:.1%} came true. Brier {scores.brier:.4f}, base rate "
        f"{scores.climatology:.4f}, skill {scores.skill:+.1%}. Slope {scores.slope:.2f}, "
        f"calibration error {scores.error:.4f}."
    )
    points_told = "; ".join(f"given {one.forecast:.0%}, came {one.observed:.0%}" for one in scores.bins)
    chart = (line + points).properties(width=_SIZE, height=_SIZE)
    return finish(chart, "How far the odds held", [told, "On the dashed line odds and frequency agree."], points_told)


def draw_reliability(scores: Scores | None, path: Path) -> None:
    """Write the diagram to a file.

    Raises:
        UsageError: there is nothing to draw, the ending is unknown, or a library is not installed.
    """
    if scores is None:
        raise UsageError("nothing of the kind could be forecast and resolved, so there is nothing to draw")
    plot_reliability(scores).save(path)
