"""Phoenix files and the plain output of PETRARCH: tab-separated, without header or quoting.

Sources: the Phoenix documentation of the Open Event Data Alliance (26 columns, 27 where the sentence for geocoding is
kept) and PETRARCH's own output (date, source, target, code, then ids and issues).
"""

from __future__ import annotations

from summitry.errors import InputError
from summitry.exchange.plans import Plan, raw_select

__all__ = ["phoenix_plan"]


def phoenix_plan(width: int, name: str) -> Plan:
    """Return how a file of so many columns is read; an actor code begins with a country's three letters.

    Raises:
        InputError: neither of the two has so many columns.
    """
    if width in (26, 27):
        columns = {
            "event_id": "c0",
            "start_date": "c1",
            "source_key": "lower(c6)",
            "target_key": "lower(c10)",
            "source_name": "c5",
            "target_name": "c9",
            "source_sector": "c7",
            "target_sector": "c11",
            "code": "c13",
            "goldstein": "c16",
            "latitude": "c18",
            "longitude": "c19",
            "place": "c20",
            "country_key": "lower(c22)",
            "url": "split_part(c24, ';', 1)",
            "mentions": "length(c24) - length(replace(c24, ';', '')) + 1",
            "sources": "length(c25) - length(replace(c25, ';', '')) + 1",
        }
        return Plan(width, date=1, date_format="%Y%m%d", select=raw_select(columns, "phoenix"))
    if 4 <= width <= 9:
        columns = {
            "event_id": "concat_ws('-', strftime(c0, '%Y%m%d'), c1, c2, c3" + (", c4)" if width > 4 else ")"),
            "start_date": "c0",
            "source_key": "lower(left(c1, 3))",
            "target_key": "lower(left(c2, 3))",
            "source_name": "c1",
            "target_name": "c2",
            "source_sector": "substr(c1, 4, 3)",
            "target_sector": "substr(c2, 4, 3)",
            "code": "c3",
            "mentions": "1",
            "sources": "1",
        }
        return Plan(width, date=0, date_format="%Y%m%d", select=raw_select(columns, "phoenix"))
    raise InputError(name, f"has {width} columns; Phoenix has 26 or 27, PETRARCH 4 to 9")
