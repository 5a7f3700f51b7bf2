"""ICEWS and POLECAT files as Dataverse gives them: tab-separated, with a header; some copies quote their cells."""

from __future__ import annotations

from collections.abc import Mapping

from summitry.exchange.cells import NOTHING, restore_sql
from summitry.exchange.engine import quoted
from summitry.exchange.plans import Plan, named, raw_select, status_sql
from summitry.exchange.schema import Shape

__all__ = ["icews_plan", "polecat_plan"]

_ICEWS = ("event id", "event date", "source country", "target country", "cameo code")
_POLECAT = ("event id", "event date", "event type", "actor country", "recipient country")


def _text(column: str) -> str:
    """SQL for a cell's text; what Python once wrote for nothing is nothing."""
    nothing = ", ".join(map(quoted, NOTHING))
    return f"CASE WHEN {column} IN ({nothing}) THEN '' ELSE {restore_sql(column)} END"


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
    code = at["cameo code"]
    lost = f"length({code}) = 2 OR left({code}, 2) NOT BETWEEN '01' AND '20'"
    columns = {
        "source_key": _key(at["source country"]),
        "target_key": _key(at["target country"]),
        **_texts(at, source="source name", target="target name"),
        **_texts(at, source="source sectors", target="target sectors", what="sector"),
        "code": f"CASE WHEN {lost} THEN '0' || {code} ELSE {code} END",
        "goldstein": at.get("intensity", "NULL"),
        "place": _text(at.get("city", "''")),
    }
    return _plan(header, at, columns, "icews")


def polecat_plan(header: str, name: str) -> Plan:
    """Return how a POLECAT file with this header is read. PLOVER's special contexts give the status.

    Raises:
        InputError: a column is missing.
    """
    at = named(header, name, _POLECAT)
    contexts, mode = at.get("contexts", "''"), at.get("event mode", "''")
    columns = {
        "source_key": _key(at["actor country"]),
        "target_key": _key(at["recipient country"]),
        **_texts(at, source="actor name", target="recipient name"),
        **_texts(at, source="primary actor sector", target="primary recipient sector", what="sector"),
        "type": f"upper(trim({at['event type']}))",
        "mode": f"lower({_text(mode)})",
        "status": status_sql(f"coalesce({contexts}, '')"),
        "contexts": _text(contexts),
        "goldstein": at.get("intensity", at.get("event intensity", "NULL")),
        "place": _text(at.get("placename", at.get("city", "''"))),
    }
    return _plan(header, at, columns, "polecat")


def _texts(at: Mapping[str, str], *, source: str, target: str, what: str = "name") -> dict[str, str]:
    """Return SQL for a column of either side, empty where the file lacks it."""
    return {f"source_{what}": _text(at.get(source, "''")), f"target_{what}": _text(at.get(target, "''"))}


def _plan(header: str, at: Mapping[str, str], columns: Mapping[str, str], shape: Shape) -> Plan:
    """Return the plan of a file: its own columns, and those that both shapes write alike."""
    alike = {
        "event_id": at["event id"],
        "start_date": at["event date"],
        "mentions": "1",
        "sources": "1",
        "country_key": _key(at.get("country", "''")),
        "latitude": at.get("latitude", "NULL"),
        "longitude": at.get("longitude", "NULL"),
    }
    return Plan(
        len(header.split("\t")),
        date=int(at["event date"][1:]),
        date_format="%Y-%m-%d",
        header=True,
        quote='"' if header.startswith('"') else "",
        select=raw_select({**alike, **columns}, shape),
    )
