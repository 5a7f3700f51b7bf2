"""Places and where a text names them."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Place", "PlaceMention"]


@dataclass(frozen=True, slots=True)
class Place:
    """A place as the record writes it: `City, Country`, `Country`, or a bare name.

    Args:
        name: locality or site, `""` for a whole country.
        state: ISO 3166-1 alpha-3 code (3166-3 for former states), `""` where none holds it.
        country: the state's name as written in the record, `""` where `state` is.
        latitude: degrees north, `None` where unknown.
        longitude: degrees east, `None` where unknown.
    """

    name: str
    state: str
    country: str
    latitude: float | None = None
    longitude: float | None = None

    @property
    def label(self) -> str:
        """`City, Country`, or whichever of the two is known."""
        return ", ".join(part for part in (self.name, self.country) if part)


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """Words of a text that name a place, half-open offsets in code points."""

    start: int
    end: int
    surface: str
    place: Place
    score: float = 1.0
    rule: str = ""
