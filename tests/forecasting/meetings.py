"""A small record to forecast from: two states meet every fourth month, and once a third with one of them."""

from __future__ import annotations

from summitry.record import Record

NAMES = {"CHN": "China", "PRK": "North Korea", "RUS": "Russia"}


def add_meeting(record: Record, one: str, other: str, day: str) -> None:
    """Add a meeting of two states by hand."""
    sides = [{"name": NAMES[code], "state": code, "kind": "state"} for code in (one, other)]
    incident = {"type": "CONSULT", "actors": sides, "start": day, "end": day, "status": "occurred"}
    record.corrections.add(incident, citation="made up", author="test")


def ten_years_of_meetings(record: Record) -> None:
    """Fill a record."""
    for year in range(2010, 2020):
        for month in (1, 5, 9):
            add_meeting(record, "CHN", "PRK", f"{year}-{month:02d}-10")
    add_meeting(record, "PRK", "RUS", "2014-03-03")
