"""What the tests of dates share: the cases file and how an expression's answer is read off."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from summitry.dates import find_times
from summitry.model import Interval, TimeExpression

CASES = Path(__file__).with_name("cases.tsv")

Days = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence with one marked expression and the days it stands for."""

    kind: str
    published: Interval
    text: str
    start: int
    end: int
    days: Days

    @property
    def expression(self) -> str:
        return self.text[self.start : self.end]


def read_cases() -> list[Case]:
    with CASES.open(encoding="utf-8") as file:
        rows = list(
            csv.reader((line for line in file if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE)
        )
    return [_case(*row) for row in rows]


def _case(kind: str, published: str, first: str, last: str, marked: str) -> Case:
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    return Case(kind, Interval.parse(published), text, start, end, (_day(first), _day(last)))


def _day(text: str) -> date | None:
    return None if text == "-" else date.fromisoformat(text)


def answer(times: tuple[TimeExpression, ...], start: int, end: int) -> Days:
    """Return the days of the words between two offsets: of the expression with these borders, else of all that
    overlap them and lie in no wider one, from the first day to the last."""
    near = [time for time in times if time.start < end and start < time.end]
    same = [time for time in near if (time.start, time.end) == (start, end)]
    widest = same[:1] or [time for time in near if not any(_inside(time, other) for other in near)]
    dated = [time.interval for time in widest if time.interval.first or time.interval.last]
    if not dated:
        return None, None
    firsts, lasts = [i.first for i in dated], [i.last for i in dated]
    return (
        None if None in firsts else min(day for day in firsts if day),
        None if None in lasts else max(day for day in lasts if day),
    )


def _inside(inner: TimeExpression, outer: TimeExpression) -> bool:
    wider = outer.end - outer.start > inner.end - inner.start
    return wider and outer.start <= inner.start and inner.end <= outer.end


def days_of(text: str, expression: str, published: str | None) -> Days:
    """Return the days that an expression of a text stands for."""
    start = text.index(expression)
    found = find_times(text, Interval.parse(published) if published else None)
    return answer(found, start, start + len(expression))
