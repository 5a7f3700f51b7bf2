"""Resolution of counts of units: two weeks ago, in the last six months, 70 years of relations."""

from __future__ import annotations

from datetime import date, timedelta

from summitry.dates import calendar
from summitry.dates.context import FINENESS, Resolved
from summitry.dates.readings import Reading
from summitry.dates.resolution.circumstance import Circumstance
from summitry.dates.resolution.units import of_unit, unknown_value
from summitry.dates.values import duration_value

__all__ = ["anniversary", "duration", "shift", "window"]


def shift(reading: Reading, around: Circumstance) -> Resolved:
    """C9: N units from the reference give one unit of the kind named."""
    unit, timeline = reading.unit, around.timeline
    if reading.count is None and reading.rule.endswith(("-before", "-after")):
        return Resolved("DURATION", duration_value(None, unit), rule="shift-unanchored", precision="duration")
    if reading.count is None:
        value = "PAST_REF" if reading.sign < 0 else "FUTURE_REF"
        return Resolved("DATE", value, rule="vague-shift")
    if unit == "Y" and reading.count == 1 and reading.sign < 0:
        quarter = _quarter_before(reading, around)
        if quarter is not None:
            return quarter
    count = reading.count
    if unit == "Y" and count < 1:
        unit, count = "M", count * 12
    wanted = {"F": "W", "E": "Y", "C": "Y", "S": "M", "WE": "W"}.get(unit, "D" if unit.startswith("T") else unit)
    told = around.anchor
    if told is None and reading.relation == "that" and _hangs_on_text(reading, around):
        told = timeline.latest(wanted)
    if told is not None:
        base, anchor = (told.last if reading.sign > 0 and told.unit == "D" else told.first), told.first.isoformat()
    else:
        stands_alone = reading.relation == "this" or (
            reading.rule.endswith(("-earlier", "-ago")) and not timeline.history
        )
        now = timeline.now(wanted) if stands_alone else None
        if now is None:
            return Resolved(
                "DURATION", duration_value(reading.count, unit), rule="shift-unanchored", precision="duration"
            )
        base, anchor = now, "publication"
    if told is not None and FINENESS.get(told.unit, 9) > FINENESS.get(wanted, 1):
        return Resolved("DATE", unknown_value(wanted), rule="shift-unanchored")
    day = calendar.shift(base, unit, reading.sign * count)
    return of_unit(day, "D" if around.exact else wanted, reading.rule, anchor)


def _hangs_on_text(reading: Reading, around: Circumstance) -> bool:
    """True where a shift is counted from the date told last: not "72 hours before surgery", not "year-ago"."""
    words, last = around.tokens.words, reading.last
    if reading.rule in ("year-earlier", "eve-before"):
        return False
    if reading.unit.startswith("T") and (reading.count or 0) < 24:
        told = around.timeline.latest("D", reach=1)
        near = told is not None and around.sentence - told.sentence <= 1
        return near and reading.rule.endswith(("-earlier", "-later"))
    if not reading.rule.endswith(("-before", "-after")) or around.opens_sentence or words[reading.first] == "the":
        return True
    return last >= len(words) or not words[last].isalpha() or words[last] in ("that", "this")


def _quarter_before(reading: Reading, around: Circumstance) -> Resolved | None:
    """ "A year earlier" after "the third quarter" is the same quarter of the year before."""
    told = around.timeline.told[-1] if around.timeline.told else None
    if told is None or told.unit != "Q" or around.sentence - told.sentence > 1 or reading.rule.endswith("-before"):
        return None
    now = around.timeline.now("Q")
    current = now is not None and (now - told.first).days < 300
    base = told.first if reading.quarter is None else calendar.quarter_days(told.first.year, reading.quarter)[0]
    if not current and reading.relation == "this":
        return None
    return of_unit(calendar.shift(base, "Y", -1), "Q", "year-before-quarter", told.first.isoformat())


def window(reading: Reading, around: Circumstance) -> Resolved:
    """C8: a window ends, or begins, on the day of writing; both ends count."""
    value = duration_value(reading.count, reading.unit)
    if reading.count is None:
        return Resolved("DURATION", value, rule="vague-window", precision="unknown")
    base = around.timeline.now("D")
    if reading.relation in ("previous", "following"):
        told = around.timeline.latest("D")
        base = told.first if told else None
    elif around.timeline.history and around.timeline.published is not None and reading.sign > 0:
        base = None
    if base is None:
        return Resolved("DURATION", value, rule="window-unanchored", precision="duration")
    other = calendar.shift(base, reading.unit, reading.sign * reading.count)
    return Resolved("DURATION", value, min(base, other), max(base, other), "", "range", "window", base.isoformat())


def anniversary(reading: Reading, around: Circumstance) -> Resolved:
    """C14: the year in which it began; the very day where the text says on which day it falls."""
    count = int(reading.count or 0)
    if around.anchor is not None and around.anchor.unit == "D":
        day = calendar.shift(around.anchor.first, "Y", -count)
        return of_unit(day, "D", "anniversary-day", around.anchor.first.isoformat())
    now = around.timeline.now("Y")
    if now is None:
        return Resolved("DATE", f"P{count}Y", rule="anniversary-unanchored")
    return of_unit(date(now.year - count, 1, 1), "Y", "anniversary", "publication")


def duration(reading: Reading, around: Circumstance) -> Resolved:
    whole = around.anchor
    if whole is not None and reading.count is not None:
        value, count = duration_value(reading.count, reading.unit), reading.sign * reading.count
        if reading.sign > 0:
            first, last = whole.first, calendar.shift(whole.first, reading.unit, count) - timedelta(days=1)
        else:
            first, last = calendar.shift(whole.last + timedelta(days=1), reading.unit, count), whole.last
        return Resolved("DURATION", value, first, last, "", "range", "first-of" if count > 0 else "last-of")
    return Resolved("DURATION", duration_value(reading.count, reading.unit), rule=reading.rule, precision="duration")
