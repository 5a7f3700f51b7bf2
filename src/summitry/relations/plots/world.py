"""The outlines of countries, from the package `countryinfo`: no copy of them is kept here."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

from summitry.relations.extras import needed

__all__ = ["world_features", "world_svg"]

_STYLE = 'fill="#d5d0c5" stroke="#fbfaf7" stroke-width=".35"'

Ring = list[list[float]]


@cache
def world_features() -> list[dict[str, Any]]:
    """Return the outlines as GeoJSON features (RFC 7946, save that outer rings run clockwise for d3-geo).

    Raises:
        UsageError: the package is not installed.
    """
    needed("countryinfo", "a map")
    found: list[dict[str, Any]] = []
    for entry in sorted((files("countryinfo") / "data").iterdir(), key=lambda entry: entry.name):
        if not entry.name.endswith(".json") or entry.name == "antarctica.json":  # nobody travels there
            continue
        country = json.loads(entry.read_text(encoding="utf-8"))
        for feature in (country.get("geoJSON") or {}).get("features", ()):
            rings = [[_clockwise(polygon[0])] for polygon in _polygons(feature["geometry"])]
            found.append({"type": "Feature", "geometry": {"type": "MultiPolygon", "coordinates": rings}})
    return found


@cache
def world_svg() -> str:
    """Return the outlines as one SVG picture in degrees, longitude to the right and latitude upwards.

    Raises:
        UsageError: the package is not installed.
    """
    rings = [polygon[0] for feature in world_features() for polygon in feature["geometry"]["coordinates"]]
    path = "".join(f"M{'L'.join(f'{x:.1f} {-y:.1f}' for x, y in ring)}z" for ring in rings)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-180 -84 360 140"><path {_STYLE} d="{path}"/></svg>'


def _polygons(geometry: dict[str, Any]) -> list[list[Ring]]:
    found: list[list[Ring]] = geometry["coordinates"]
    return [geometry["coordinates"]] if geometry["type"] == "Polygon" else found


def _clockwise(ring: Ring) -> Ring:
    doubled = sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(ring))
    return ring if doubled < 0 else ring[::-1]
