"""What a date is counted from: the publication, the dates told before, the headings of the text."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from summitry.dates.readings import Reading
from summitry.model import Interval

__all__ = ["FINENESS", "Resolved", "Timeline", "tells_history"]

FINENESS = {"D": 1, "W": 2, "F": 2, "WE": 2, "M": 3, "Q": 4, "SEASON": 4, "S": 5, "Y": 6, "E": 7, "C": 8}
"""How wide a unit is; a date can be counted in a unit only from one at least as fine."""

_PUBLISHED_UNIT = {"day": 1, "week": 2, "month": 3, "year": 6}


@dataclass(frozen=True, slots=True)
class Resolved:
    """An expression with its days.

    Args:
        type: TIMEX3 type.
        value: TIMEX3 value.
        first: first day, `None` where open or unknown.
        last: last day.
        unit: `D`, `W`, `M`, `Q`, `SEASON`, `S`, `Y`, `E`, `C` where it is one such unit, else "".
        precision: precision in the words of the model.
        rule: the rule that resolved it.
        anchor: what it was counted from.
        explicit: True where the text itself gives the year.
    """

    type: str
    value: str
    first: date | None = None
    last: date | None = None
    unit: str = ""
    precision: str = "unknown"
    rule: str = ""
    anchor: str = ""
    explicit: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """A dated expression told before: where, which days, how wide a unit."""

    token: int
    sentence: int
    paragraph: int
    first: date
    last: date
    unit: str
    explicit: bool
    background: bool = False
    heads_entry: bool = False


@dataclass(slots=True)
class Timeline:
    """The dates told so far, the last at the end.

    Args:
        published: publication of the text, where known.
        history: True where the text tells the past by its own dates and not from its publication.
    """

    published: Interval | None
    history: bool
    told: list[Told] = field(default_factory=list)

    def now(self, unit: str = "D") -> date | None:
        """Return the day of writing, `None` where it is not known as finely as the unit asks."""
        if self.published is None or self.published.last is None or self.published.first is None:
            return None
        fineness = _PUBLISHED_UNIT.get(self.published.precision, 9)
        if fineness > FINENESS.get(unit, 1):
            return None
        return self.published.last if fineness > 1 else self.published.first

    def add(self, told: Told) -> None:
        """Remember a dated expression."""
        self.told.append(told)

    def latest(self, unit: str = "C", reach: int = 12) -> Told | None:
        """Return the last date told that is at least as fine as a unit, not more than `reach` dates back."""
        limit = FINENESS.get(unit, 1)
        for told in reversed(self.told[-reach:]):
            if FINENESS.get(told.unit, 9) <= limit:
                return told
        return None

    def heading(self) -> Told | None:
        """Return the date that heads the last entry of a chronology, if one does."""
        return next((told for told in reversed(self.told) if told.heads_entry), None)

    def running(self) -> Told | None:
        """Return the date that the telling has reached: the last told in a year or finer."""
        for told in reversed(self.told[-12:]):
            if FINENESS.get(told.unit, 9) <= FINENESS["Y"] and not told.background:
                return told
        return None

    def spoken_of(self, sentence: int) -> Told | None:
        """Return the date that "that March" points to: the last of this sentence or the one before, a year that the
        telling only looks back to where no other is told; else that which the telling has reached."""
        near = [t for t in self.told[-12:] if FINENESS.get(t.unit, 9) <= FINENESS["Y"] and sentence - t.sentence <= 1]
        return next((told for told in reversed(near) if not told.background), near[-1] if near else self.running())


_DEICTIC_KINDS = frozenset({"dayname", "weekday"})


def tells_history(readings: list[Reading], published: Interval | None) -> bool:
    """Return whether a text tells the past by its own dates (a history, a chronology) and not as news.

    A history names years again and again, most of them well before its publication, and seldom says
    "yesterday" or "on Tuesday".
    """
    if published is None or published.last is None:
        return True
    years = [reading.year for reading in readings if reading.kind == "calendar" and reading.year and not reading.value]
    old = sum(1 for year in years if year <= published.last.year - 2)
    deictic = sum(1 for reading in readings if _is_deictic(reading))
    return old >= 5 and old >= 0.6 * len(years) and deictic <= 0.05 * len(readings)


def _is_deictic(reading: Reading) -> bool:
    if reading.kind in _DEICTIC_KINDS:
        return True
    return reading.kind == "relative" and reading.relation in ("last", "this", "next") and reading.unit != "D"
