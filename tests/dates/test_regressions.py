"""Sentences that were once read wrongly, each with what it says."""

from datetime import date

import pytest

from summitry.dates import find_times, heading_time
from summitry.model import Interval

from .helpers import days_of


def test_a_year_heading_after_a_blank_line_is_no_part_of_a_code() -> None:
    found = find_times("It ended so.\n\n1918\n\nIn March the line broke.", None)
    assert [time.value for time in found] == ["1918", "1918-03"]


def test_the_words_of_the_phrase_itself_name_no_anchor() -> None:
    text = "4 May 1982 - Three days after landing, the envoy was called home."
    assert days_of(text, "Three days after", None) == (None, None)


def test_a_line_that_ends_with_a_full_stop_ends_its_sentence() -> None:
    text = "The envoys returned three weeks after the vote.\n26 September 2022 - The border reopened."
    assert days_of(text, "three weeks after", None) == (None, None)


def test_a_fresh_day_is_not_drawn_into_an_old_year() -> None:
    text = "The treaty was signed in 1978. On October 26 he held a meeting with the premier."
    assert days_of(text, "October 26", "2018-10-27")[0] == date(2018, 10, 26)


def test_weekday_of_a_named_week_is_one_expression() -> None:
    assert days_of("The test on Wednesday last week angered both.", "Wednesday last week", "2016-01-14")[0] == date(
        2016, 1, 6
    )


def test_results_of_the_quarter_just_over_lie_behind() -> None:
    text = "The bank expects to release third-quarter results soon."
    assert days_of(text, "third-quarter", "1989-10-26") == (date(1989, 7, 1), date(1989, 9, 30))


def test_the_last_six_months_are_a_window_and_no_duration() -> None:
    assert days_of("In the last six months they met.", "the last six months", "2010-06-07")[0] == date(2009, 12, 7)


@pytest.mark.parametrize(
    ("text", "published", "rule"),
    [
        ("He was born on 31 April 1950.", None, "date-impossible"),
        ("It lasts until 9999 years later.", "2019-01-01", "shift-unanchored"),
        ("On 29 February.", "2019-01-01", "date-no-year-impossible"),
    ],
)
def test_impossible_days_are_left_undated(text: str, published: str | None, rule: str) -> None:
    (time,) = find_times(text, Interval.parse(published) if published else None)
    assert (time.interval.first, time.interval.last, time.interval.rule) == (None, None, rule)


def test_the_date_line_of_a_text_is_no_heading() -> None:
    text = "Overview of results\nOctober 27, 2018\n\nThe premier paid a visit. A dinner followed."
    assert heading_time(text, find_times(text, None), text.index("A dinner")) is None


def test_a_day_just_gone_by_is_not_that_of_next_year() -> None:
    text = "May 9 opens a new page: the two will go on to meet each spring."
    assert days_of(text, "May 9", "2018-05-20")[0] == date(2018, 5, 9)
    assert days_of("They will meet on May 9.", "May 9", "2018-11-20")[0] == date(2019, 5, 9)


def test_four_figures_of_a_clock_are_no_year() -> None:
    assert not [t for t in find_times("The ferry left at 2:05 p.m.(1405 GMT) for Naxos.", None) if t.value == "1405"]


def test_a_month_after_a_year_with_its_own_clause_is_of_that_year() -> None:
    text = "In 1961 the border was drawn. All was calm until 1990, when the crops failed. In July the envoys left."
    assert days_of(text, "July", None)[0] == date(1990, 7, 1)
