"""Names of states as places, and the adjectives that tell in which state a place lies."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from summitry.model import Place
from summitry.places.entry import Entry
from summitry.places.tables import rows_of

__all__ = ["adjectives", "capitals", "country_entries", "country_names"]

_PLACE_TYPES = frozenset({"name", "long-name", "former-name", "acronym"})
_ADJECTIVE_TYPES = frozenset({"adjective", "demonym"})


@cache
def country_names() -> dict[str, str]:
    """Return the name of each state as written in the record, by its code."""
    return {row["code"]: row["name"] for row in rows_of("summitry.actors", "states.csv", ("code", "name"))}


@cache
def capitals() -> dict[str, str]:
    """Return the capital of each state, by its code."""
    rows = rows_of("summitry.actors", "states.csv", ("code", "capital"))
    return {row["code"]: row["capital"] for row in rows if row["capital"]}


def country_entries() -> Iterator[tuple[str, Entry]]:
    """Yield every name of every state, present states before former ones, with the state as a place."""
    names = country_names()
    places = {code: Entry(Place("", code, name), "country", "country") for code, name in names.items()}
    for code, name in names.items():
        yield name, places[code]
    for row in _aliases():
        if row["type"] in _PLACE_TYPES and row["code"] in places:
            yield row["alias"], places[row["code"]]


@cache
def adjectives() -> dict[str, str]:
    """Return the state's code for each adjective and demonym: `Chinese` gives `CHN`.

    Words that several states share in one time ("Korean", "Congolese") are left out.
    """
    found: dict[str, set[str]] = {}
    for row in _aliases():
        if row["type"] in _ADJECTIVE_TYPES and not row["end"]:
            found.setdefault(row["alias"], set()).add(row["code"])
    return {word: next(iter(codes)) for word, codes in found.items() if len(codes) == 1}


def _aliases() -> Iterator[dict[str, str]]:
    return rows_of("summitry.actors", "state_aliases.csv", ("code", "alias", "type", "start", "end"))
