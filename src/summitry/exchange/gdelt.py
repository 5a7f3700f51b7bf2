"""GDELT 1.0 and 2.0 event files: tab-separated, without header or quoting.

Source: the GDELT event codebooks 1.03 and 2.0. Version 1.0 has 57 columns up to March 2013, 58 with the address since;
2.0 has 61, one more in each of the three places.
"""

from __future__ import annotations

from summitry.errors import InputError
from summitry.exchange.cells import restore_sql
from summitry.exchange.plans import Plan, raw_select
from summitry.exchange.schema import Shape

__all__ = ["WIDTHS", "gdelt_plan"]

WIDTHS: dict[Shape, tuple[int, ...]] = {"gdelt": (57, 58), "gdelt2": (61,)}


def gdelt_plan(width: int, shape: Shape, name: str) -> Plan:
    """Return how a file of so many columns is read.

    Raises:
        InputError: the shape has another number of columns.
    """
    if width not in WIDTHS[shape]:
        other = next((s for s, widths in WIDTHS.items() if width in widths), "")
        hint = f"; try --from {other}" if other else ""
        raise InputError(name, f"has {width} columns, {shape} {' or '.join(map(str, WIDTHS[shape]))}{hint}")
    place = 51 if width == 61 else 49
    latitude = place + (5 if width == 61 else 4)
    return Plan(
        width,
        date=1,
        date_format="%Y%m%d",
        select=raw_select(
            {
                "event_id": "c0",
                "start_date": "c1",
                "source_key": "lower(c7)",
                "target_key": "lower(c17)",
                "source_name": restore_sql("c6"),
                "target_name": restore_sql("c16"),
                "source_sector": "coalesce(c12, c8)",
                "target_sector": "coalesce(c22, c18)",
                "code": "c26",
                "goldstein": "c30",
                "mentions": "c31",
                "sources": "c32",
                "place": restore_sql(f"c{place + 1}"),
                "country_key": f"lower(c{place + 2})",
                "latitude": f"c{latitude}",
                "longitude": f"c{latitude + 1}",
                "url": f"c{width - 1}" if width > 57 else "''",
            },
            shape,
        ),
    )
