"""What words such as "on Thursday" and "last April" tell of the day they were written."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.annotation.hints import Hint, Side, days_of_writing, days_without_meeting, read_hint
from summitry.annotation.windows import Days, between, intersect, span_days, union

_VISIT = date(2019, 6, 20), date(2019, 6, 21)


def _writing(words: str, side: Side, start: date, end: date) -> Days:
    hint = read_hint(words, 0)
    assert hint is not None
    return days_of_writing(hint, side, start, end)


@pytest.mark.parametrize(
    ("words", "side", "first", "last"),
    [
        ("Thursday", "future", date(2019, 6, 14), date(2019, 6, 20)),
        ("Thursday", "past", date(2019, 6, 20), date(2019, 6, 26)),
        ("this week", "", date(2019, 6, 17), date(2019, 6, 23)),
        ("yesterday", "past", date(2019, 6, 21), date(2019, 6, 22)),
        ("last June", "past", date(2019, 7, 1), date(2020, 6, 30)),
        ("last month", "past", date(2019, 7, 1), date(2019, 7, 31)),
        ("next month", "future", date(2019, 5, 1), date(2019, 5, 31)),
        ("last year", "past", date(2020, 1, 1), date(2020, 12, 31)),
        ("June 20", "past", date(2019, 6, 20), date(2019, 12, 27)),
        ("20 June", "future", date(2018, 12, 12), date(2019, 6, 20)),
    ],
)
def test_days_of_writing(words: str, side: Side, first: date, last: date) -> None:
    assert _writing(words, side, *_VISIT) == ((first, last),)


@pytest.mark.parametrize("words", ["Monday", "June 28", "last April", "Friday, June 20"])
def test_words_of_another_time_fit_no_day(words: str) -> None:
    assert _writing(words, "past", *_VISIT) == ()


@pytest.mark.parametrize("words", ["June 20, 2019", "in 1972", "two years", "recently", "the 1990s"])
def test_words_that_tell_their_own_year_or_none_are_no_hint(words: str) -> None:
    assert read_hint(words, 0) is None


def test_a_number_that_is_no_day_of_the_month_leaves_the_month() -> None:
    assert read_hint("June 45 weeks", 0) == Hint(0, 13, "month", month=6)


def test_a_month_to_come_was_not_written_in_it_or_after() -> None:
    hint = read_hint("May", 0)
    assert hint is not None
    days = days_without_meeting(hint, "future", range(2018, 2019))
    assert days[-1][1] == date(2018, 4, 30)


_dates = st.dates(date(1950, 1, 1), date(2050, 1, 1))
_sets = st.lists(st.tuples(_dates, st.integers(0, 400)), max_size=5).map(
    lambda spans: union(between(first, first + timedelta(days=length)) for first, length in spans)
)


@given(_sets, _sets, _dates)
def test_intersection_and_union_agree_with_membership(one: Days, other: Days, day: date) -> None:
    def holds(days: Days) -> bool:
        return any(first <= day <= last for first, last in days)

    assert holds(intersect(one, other)) == (holds(one) and holds(other))
    assert holds(union([one, other])) == (holds(one) or holds(other))
    assert span_days(intersect(one, other)) <= span_days(one)
