"""Dates on which leaders gather every year, told beside a forecast, and the seasons in which diplomacy rests."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np

from summitry.forecasting.arrays import Floats

__all__ = ["gatherings", "tempo"]

_SINCE = 2003
_TUESDAY = 1
_RECESS = 0.72
"""What a day of recess is worth of a usual one. In ICEWS14 August has 0.69 of the acts between states of July and
September (`python benchmarks/backtest_questions.py DATA --season`); one year is thin, so a little nearer to 1."""


def general_debate(year: int) -> date:
    """Return the first day of the General Debate of the United Nations General Assembly.

    It opens on the Tuesday after the session does, which opened on the Tuesday of the third week of September, counted
    from the first week with a working day (General Assembly resolution 57/301, 2003); sessions open earlier now, the
    debate has kept its week. In 2015 a summit moved it by six days.

    >>> general_debate(2018).isoformat(), general_debate(2024).isoformat()
    ('2018-09-25', '2024-09-24')
    """
    first = date(year, 9, 1)
    while first.weekday() > 4:
        first += timedelta(days=1)
    week = first - timedelta(days=(first.weekday() + 1) % 7)  # weeks from Sunday
    return week + timedelta(days=14 + 1 + _TUESDAY + 7)


def gatherings(first: date, last: date) -> list[str]:
    """Return, in words, the yearly gatherings of leaders that fall into some days.

    >>> gatherings(date(2018, 9, 1), date(2018, 9, 30))
    ['the General Debate of the United Nations opens on 2018-09-25']
    """
    debates = [general_debate(year) for year in range(max(first.year, _SINCE), last.year + 1)]
    return [
        f"the General Debate of the United Nations opens on {day.isoformat()}"
        for day in debates
        if first <= day <= last
    ]


def tempo(first: date, days: int) -> Floats:
    """Return what each of some days is worth of a usual one: less in August and over the turn of the year.

    Where a record holds many years, its own seasons tell more; a record of one year cannot know its August beforehand.

    >>> tempo(date(2018, 7, 31), 3).tolist()
    [1.0, 0.8, 0.8]
    """
    dates = [first + timedelta(days=number) for number in range(days)]
    return np.array([_RECESS if _is_recess(day) else 1.0 for day in dates], dtype=np.float64)


def _is_recess(day: date) -> bool:
    return day.month == 8 or (day.month, day.day) >= (12, 20) or (day.month, day.day) <= (1, 6)
