"""TIMEX3 values of calendar units and durations."""

from __future__ import annotations

from datetime import date

__all__ = ["duration_value", "unit_value"]


def unit_value(first: date, unit: str) -> str:
    """Write the value of a calendar unit by its first day.

    >>> unit_value(date(2019, 4, 1), "M"), unit_value(date(2019, 2, 18), "W"), unit_value(date(1960, 1, 1), "E")
    ('2019-04', '2019-W08', '196')
    """
    if unit == "D":
        return first.isoformat()
    if unit in ("W", "F", "WE"):
        year, week, _ = first.isocalendar()
        return f"{year:04d}-W{week:02d}" + ("-WE" if unit == "WE" else "")
    if unit == "M":
        return first.isoformat()[:7]
    if unit == "Q":
        return f"{first.year:04d}-Q{(first.month + 2) // 3}"
    if unit == "S":
        return f"{first.year:04d}-H{(first.month + 5) // 6}"
    if unit == "E":
        return f"{first.year // 10:03d}"
    if unit == "C":
        return f"{first.year // 100:02d}"
    return f"{first.year:04d}"


_HALVES = {"TH": "30M", "TM": "30S"}


def duration_value(count: float | None, unit: str) -> str:
    """Write a TIMEX duration.

    >>> duration_value(5.5, "TH"), duration_value(0.5, "TH")
    ('PT5H30M', 'PT30M')
    >>> duration_value(2.5, "Y"), duration_value(None, "TH"), duration_value(2, "E"), duration_value(1, "F")
    ('P2.5Y', 'PTXH', 'P20Y', 'P2W')
    """
    factor, unit = {"E": (10, "Y"), "C": (100, "Y"), "F": (2, "W"), "S": (6, "M"), "WE": (1, "WE")}.get(unit, (1, unit))
    if count is not None and unit in _HALVES and count % 1 == 0.5:
        return f"PT{int(count)}{unit[1:]}{_HALVES[unit]}" if count > 1 else f"PT{_HALVES[unit]}"
    number = "X" if count is None else f"{count * factor:g}" if count * factor < 1e6 else str(int(count * factor))
    return f"PT{number}{unit[1:]}" if unit.startswith("T") else f"P{number}{unit}"
