"""A world map of journeys: from the traveller's capital to where they led."""

from __future__ import annotations

from collections import Counter
from typing import Any

from summitry.errors import UsageError
from summitry.incidents import IncidentTable
from summitry.places.gazetteer import load_gazetteer
from summitry.places.states import capitals
from summitry.relations.answers import plural
from summitry.relations.extras import needed
from summitry.relations.parties import Party
from summitry.relations.plots.pictures import WIDTH, Picture, finish
from summitry.relations.plots.world import world_features
from summitry.relations.travel import Journey, journeys_in

__all__ = ["plot_travel"]

_NAMED = 12
"""Destinations named at most: those with most journeys."""

_ROOM = (22.0, 7.0)
"""Degrees of longitude and latitude that a name takes."""

Spot = tuple[str, float | None, float | None]


def plot_travel(
    incidents: IncidentTable, title: str, coverage: str, rule: str, source: str = "", *, party: Party | None = None
) -> Picture:
    """Draw journeys abroad on a map of the world.

    Args:
        incidents: meetings among them that occurred tell of journeys.
        title: whose journeys.
        coverage: what they rest on.
        rule: which count.
        source: where they are from.
        party: whose journeys, everybody's where not given.

    Raises:
        UsageError: nobody travels to a known place, or altair is not installed.
    """
    altair = needed("altair", "a picture")
    journeys = [j for j in journeys_in(incidents, party) if j.place.latitude is not None]
    if not journeys:
        raise UsageError(f"{title}: no journey to a known place")
    visits: Counter[Spot] = Counter((j.place.label, j.place.longitude, j.place.latitude) for j in journeys)
    named = _with_room(visits)
    spots = [
        {"place": key[0].split(",")[0] if key in named else "", "lon": key[1], "lat": key[2], "journeys": number}
        for key, number in sorted(visits.items())
    ]
    lines = sorted({(*home, j.place.longitude or 0.0, j.place.latitude or 0.0) for j in journeys if (home := _home(j))})
    chart = _draw(altair, spots, lines)
    first = max(visits.items(), key=lambda item: (item[1], item[0][0]))
    notes = [
        coverage,
        (
            f"{rule} Lines lead from the traveller's capital; the size of a circle: how many journeys; "
            "the most visited places are named, as far as there is room. Outlines: countryinfo."
        ),
        f"Source: {source}" if source else "",
    ]
    told = f"{plural(len(journeys), 'journey')} to {plural(len(visits), 'place')}"
    alt = f"World map of {told}; most led to {first[0][0]} ({first[1]})."
    return finish(chart, f"{title}: journeys", notes, alt)


def _with_room(visits: Counter[Spot]) -> set[Spot]:
    """Return the most visited places whose names do not stand on one another."""
    named: list[Spot] = []
    for spot, _ in sorted(visits.items(), key=lambda item: (-item[1], item[0])):
        if len(named) < _NAMED and not any(_collide(spot, other) for other in named):
            named.append(spot)
    return set(named)


def _collide(one: Spot, other: Spot) -> bool:
    across, up = abs((one[1] or 0) - (other[1] or 0)), abs((one[2] or 0) - (other[2] or 0))
    return across < _ROOM[0] and up < _ROOM[1]


def _home(journey: Journey) -> tuple[float, float] | None:
    capital = capitals().get(journey.traveller.state)
    place = load_gazetteer().find(capital, journey.traveller.state) if capital else None
    if place is None or place.latitude is None or place.longitude is None:
        return None
    return place.longitude, place.latitude


def _draw(altair: Any, spots: list[dict[str, Any]], lines: list[tuple[float, float, float, float]]) -> Any:
    land = altair.Chart(altair.Data(values=world_features())).mark_geoshape(
        fill="#efefef", stroke="#bdbdbd", strokeWidth=0.5
    )
    ways = [
        {"type": "Feature", "geometry": {"type": "LineString", "coordinates": [[a, b], [c, d]]}, "properties": {}}
        for a, b, c, d in lines
    ]
    arcs = altair.Chart(altair.Data(values=ways)).mark_geoshape(filled=False, stroke="#555", strokeWidth=0.8)
    base = altair.Chart(altair.Data(values=spots)).encode(longitude="lon:Q", latitude="lat:Q")
    most = max(int(spot["journeys"]) for spot in spots)
    legend = altair.Legend(values=sorted({1, (most + 1) // 2, most}), format="d")
    scale = altair.Scale(domain=[0, most], range=[10, 500])
    size = altair.Size("journeys:Q", title="journeys", scale=scale, legend=legend)
    dots = base.mark_circle(color="#6b6b6b", opacity=0.8, stroke="black").encode(size=size)
    named = base.transform_filter("datum.place != ''").encode(text="place:N")
    halo = named.mark_text(dy=-12, fontSize=11, stroke="white", strokeWidth=3, strokeJoin="round", fontWeight="bold")
    names = named.mark_text(dy=-12, fontSize=11, fontWeight="bold")
    return altair.layer(land, arcs, dots, halo, names).project("naturalEarth1").properties(width=WIDTH, height=400)
