"""ICEWS and POLECAT files as Dataverse gives them: tab-separated, with a header; some copies quote their cells."""

from __future__ import annotations

from summitry.exchange.cells import restore_sql
from summitry.exchange.plans import Plan, named, raw_select, status_sql

__all__ = ["icews_plan", "polecat_plan"]

_ICEWS = ("event id", "event date", "source country", "target country", "cameo code")
_POLECAT = ("event id", "event date", "event type", "actor country", "recipient country")


def _text(column: str) -> str:
    """SQL for a cell's text; what Python once wrote for nothing is nothing."""
    return f"CASE WHEN {column} IN ('None', 'nan', 'NULL', 'null') THEN '' ELSE {restore_sql(column)} END"


def _key(column: str) -> str:
    return f"lower(trim({column}))"


def icews_plan(header: str, name: str) -> Plan:
    """Return how an ICEWS file with this header is read.

    A code that lost its leading zero in a spreadsheet gets it back: CAMEO's roots are 01 to 20, and ICEWS never gives a
    bare root.

    Raises:
        InputError: a column is missing.
    """
    at = named(header, name, _ICEWS)
    get = at.get
    code = at["cameo code"]
    lost = f"length({code}) = 2 OR left({code}, 2) NOT BETWEEN '01' AND '20'"
    return Plan(
        len(header.split("\t")),
        date=int(at["event date"][1:]),
        date_format="%Y-%m-%d",
        header=True,
        quote='"' if header.startswith('"') else "",
        select=raw_select(
            {
                "event_id": at["event id"],
                "start_date": at["event date"],
                "source_key": _key(at["source country"]),
                "target_key": _key(at["target country"]),
                "source_name": _text(get("source name", "''")),
                "target_name": _text(get("target name", "''")),
                "source_sector": _text(get("source sectors", "''")),
                "target_sector": _text(get("target sectors", "''")),
                "code": f"CASE WHEN {lost} THEN '0' || {code} ELSE {code} END",
                "goldstein": get("intensity", "NULL"),
                "mentions": "1",
                "sources": "1",
                "place": _text(get("city", "''")),
                "country_key": _key(get("country", "''")),
                "latitude": get("latitude", "NULL"),
                "longitude": get("longitude", "NULL"),
            },
            "icews",
        ),
    )


def polecat_plan(header: str, name: str) -> Plan:
    """Return how a POLECAT file with this header is read. PLOVER's special contexts give the status.

    Raises:
        InputError: a column is missing.
    """
    at = named(header, name, _POLECAT)
    get = at.get
    contexts, mode = get("contexts", "''"), get("event mode", "''")
    return Plan(
        len(header.split("\t")),
        date=int(at["event date"][1:]),
        date_format="%Y-%m-%d",
        header=True,
        quote='"' if header.startswith('"') else "",
        select=raw_select(
            {
                "event_id": at["event id"],
                "start_date": at["event date"],
                "source_key": _key(at["actor country"]),
                "target_key": _key(at["recipient country"]),
                "source_name": _text(get("actor name", "''")),
                "target_name": _text(get("recipient name", "''")),
                "source_sector": _text(get("primary actor sector", "''")),
                "target_sector": _text(get("primary recipient sector", "''")),
                "type": f"upper(trim({at['event type']}))",
                "mode": f"lower({_text(mode)})",
                "status": status_sql(f"coalesce({contexts}, '')"),
                "contexts": _text(contexts),
                "goldstein": get("intensity", get("event intensity", "NULL")),
                "mentions": "1",
                "sources": "1",
                "place": _text(get("placename", get("city", "''"))),
                "country_key": _key(get("country", "''")),
                "latitude": get("latitude", "NULL"),
                "longitude": get("longitude", "NULL"),
            },
            "polecat",
        ),
    )
