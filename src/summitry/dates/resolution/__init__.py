"""Resolution: from a reading and its context to days, by the rules of `docs/reference/dates.md`.

The numbers C1 to C18 in docstrings are those of the conventions there.
"""

from __future__ import annotations

from collections.abc import Callable

from summitry.dates.context import Resolved
from summitry.dates.readings import Reading
from summitry.dates.resolution.circumstance import Circumstance
from summitry.dates.resolution.counted import anniversary, duration, shift, window
from summitry.dates.resolution.named import fiscal, named_date, ordinal_day
from summitry.dates.resolution.pointing import dayname, relative, weekday
from summitry.dates.resolution.units import of_unit, unknown_value

__all__ = ["Circumstance", "resolve"]


def resolve(reading: Reading, around: Circumstance) -> Resolved:
    """Return the value and days of a reading; a value without days where none can be told."""
    try:
        return _RESOLVERS[reading.kind](reading, around)
    except (ValueError, OverflowError, KeyError):
        return Resolved("DATE", "XXXX", rule=f"{reading.rule}-impossible")


def _clock(reading: Reading, around: Circumstance) -> Resolved:
    """C18: a time of day falls to its day: the one told last in this sentence or the one before."""
    told = around.timeline.latest("D", reach=1)
    if told is None or around.sentence - told.sentence > 1:
        return Resolved("TIME", "XXXX-XX-XX" + reading.daypart, rule="clock-unanchored")
    return of_unit(told.first, "D", "clock", told.first.isoformat(), reading.daypart)


def _set(reading: Reading, around: Circumstance) -> Resolved:
    value = reading.value
    if reading.unit in ("D", "W", "M", "Y"):
        value = (
            unknown_value(reading.unit)
            if around.timeline.history and around.tokens.words[reading.first] != "per"
            else f"P1{reading.unit}"
        )
    return Resolved("SET", value, rule=reading.rule, precision="set")


def _vague(reading: Reading, around: Circumstance) -> Resolved:
    return Resolved(
        "DURATION" if reading.value.startswith("P") and "_" not in reading.value else "DATE",
        reading.value,
        rule=reading.rule,
    )


_RESOLVERS: dict[str, Callable[[Reading, Circumstance], Resolved]] = {
    "anniversary": anniversary,
    "calendar": named_date,
    "clock": _clock,
    "dayname": dayname,
    "duration": duration,
    "fiscal": fiscal,
    "ordinal-day": ordinal_day,
    "relative": relative,
    "set": _set,
    "shift": shift,
    "vague": _vague,
    "weekday": weekday,
    "window": window,
}
