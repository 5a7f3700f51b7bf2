"""Our own list: diplomatic places that no gazetteer has, or has in the wrong country."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.errors import DataError
from summitry.model import Place
from summitry.places.entry import Entry
from summitry.places.tables import rows_of

__all__ = ["curated_entries"]

_COLUMNS = ("name", "state", "country", "locality", "latitude", "longitude", "kind", "source")


def curated_entries() -> Iterator[tuple[str, Entry]]:
    """Yield every name of the list with its place, aliases included.

    A site is written in the record as its locality: the Great Hall of the People is Beijing.
    A place whose `country` is empty is disputed or lies between states and is written bare;
    `state` then tells who holds or administers it.

    Raises:
        DataError: an alias belongs to no place, or a coordinate is no number.
    """
    entries: dict[str, Entry] = {}
    for row in rows_of("summitry.places", "places.csv", _COLUMNS):
        entries[row["name"]] = _entry(row)
    yield from entries.items()
    for row in rows_of("summitry.places", "place_aliases.csv", ("alias", "name", "source")):
        if row["name"] not in entries:
            raise DataError(
                f"place_aliases.csv: {row['alias']!r} belongs to {row['name']!r}, which is not in places.csv"
            )
        yield row["alias"], entries[row["name"]]


def _entry(row: dict[str, str]) -> Entry:
    name = row["locality"] or row["name"]
    try:
        latitude, longitude = float(row["latitude"]), float(row["longitude"])
    except ValueError:
        raise DataError(f"places.csv: {row['name']!r} has no numbers as coordinates") from None
    place = Place(
        name="" if name == row["country"] else name,
        state=row["state"],
        country=row["country"],
        latitude=latitude,
        longitude=longitude,
    )
    return Entry(place, row["kind"], "curated")
