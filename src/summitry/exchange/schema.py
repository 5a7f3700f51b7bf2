"""The columns of a panel's events, the same whatever data set they came from."""

from __future__ import annotations

from typing import Literal, get_args

from summitry.model import Status

__all__ = ["CAMEO_SHAPES", "COLUMNS", "CONTEXT_STATUS", "RAW", "SHAPES", "Shape", "raw_types"]

Shape = Literal["gdelt", "gdelt2", "icews", "polecat", "phoenix", "travel", "csv", "plover"]
"""The shapes that can be imported."""

SHAPES: tuple[Shape, ...] = get_args(Shape)

COLUMNS: dict[str, str] = {
    "event_id": "VARCHAR",
    "start_date": "DATE",
    "end_date": "DATE",
    "dyad": "VARCHAR",
    "source": "VARCHAR",
    "target": "VARCHAR",
    "source_name": "VARCHAR",
    "target_name": "VARCHAR",
    "source_sector": "VARCHAR",
    "target_sector": "VARCHAR",
    "type": "VARCHAR",
    "mode": "VARCHAR",
    "status": "VARCHAR",
    "contexts": "VARCHAR",
    "code": "VARCHAR",
    "score": "FLOAT",
    "goldstein": "FLOAT",
    "mentions": "INTEGER",
    "sources": "INTEGER",
    "latitude": "FLOAT",
    "longitude": "FLOAT",
    "country": "VARCHAR",
    "place": "VARCHAR",
    "url": "VARCHAR",
    "origin": "VARCHAR",
}
"""Columns of the Parquet files and their types in DuckDB; `docs/reference/exchange.md` says what stands in them."""

RAW = (
    "event_id", "start_date", "end_date", "source_key", "target_key", "source_name", "target_name", "source_sector",
    "target_sector", "type", "mode", "status", "contexts", "code", "goldstein", "mentions", "sources", "latitude",
    "longitude", "country_key", "place", "url",
)  # fmt: skip
"""What a shape's own query gives: keys are codes or names of states, not yet looked up."""

CONTEXT_STATUS: tuple[tuple[str, Status], ...] = (
    ("negat", "denied"),
    ("hypothetical", "possible"),
    ("future", "planned"),
)
"""PLOVER's special contexts as statuses; the first whose beginning stands among the contexts decides."""


_NUMBERS = dict.fromkeys(("goldstein", "latitude", "longitude"), "FLOAT") | dict.fromkeys(
    ("mentions", "sources"), "INTEGER"
)

CAMEO_SHAPES: tuple[Shape, ...] = ("gdelt", "gdelt2", "icews", "phoenix")
"""Shapes of which every row is one day's act that occurred, told by a CAMEO code alone."""

_TOLD_BY_CODE = ("end_date", "type", "mode", "status", "contexts")


def raw_types(shape: Shape) -> dict[str, str]:
    """Return the columns of `RAW` that a shape gives, with their types in DuckDB."""
    left_out = _TOLD_BY_CODE if shape in CAMEO_SHAPES else ()
    return {
        name: _NUMBERS.get(name, "DATE" if name.endswith("_date") else "VARCHAR")
        for name in RAW
        if name not in left_out
    }
