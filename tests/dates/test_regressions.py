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


def test_counted_thousands_are_no_year() -> None:
    assert not find_times("Malta recalled its two thousand sailors from Crete.", Interval.parse("2011-03-02"))


def test_the_first_of_several_is_no_day() -> None:
    assert not find_times("The first of some forty buses left Lviv.", Interval.parse("2011-03-02"))


def test_a_date_beside_one_completed_from_an_old_year_is_of_that_year() -> None:
    text = "The bank failed on 3 May 2001. A year of lawsuits began on 9 June. On 20 June it was sold."
    assert days_of(text, "20 June", "2012-02-01")[1] == date(2001, 6, 20)


def test_what_has_lasted_since_a_month_began_in_the_latest() -> None:
    text = "The mine opened in 2001. It has been closed since June."
    assert days_of(text, "June", "2012-02-01")[0] == date(2011, 6, 1)


@pytest.mark.parametrize(
    ("text", "words", "published", "day"),
    [
        (
            "It was read on August 11, 1961. It was burnt on the night of the 13th in a stove.",
            "the 13th",
            None,
            date(1961, 8, 13),
        ),
        (
            "It was read on August 11, 1961. Four days afterward it was burnt.",
            "Four days afterward",
            None,
            date(1961, 8, 15),
        ),
        (
            "It was read on August 11, 1961, but sold the night before.",
            "the night before",
            None,
            date(1961, 8, 10),
        ),
        (
            "1 July 1978. It was sold.\n3 October. A strike, the first since 1931, began.",
            "3 October",
            "1979-06",
            date(1978, 10, 3),
        ),
        (
            "1 July 1978. The port, laid out in 1931, was shut.\n1 December. It opened.",
            "1 December",
            "1979-06",
            date(1978, 12, 1),
        ),
        (
            "The Quemoy Crisis, 1958\n\nShells had fallen there since 1949. On August 23 the guns opened up again.",
            "August 23",
            None,
            date(1958, 8, 23),
        ),
        (
            "In the spring of 1979 envoys met. Trust had broken down in 1971. That August a bridge was mined.",
            "That August",
            None,
            date(1971, 8, 1),
        ),
        (
            "In December 1974 they talked of a vote. A summit was expected in June.",
            "June",
            None,
            date(1975, 6, 1),
        ),
    ],
)
def test_dates_go_on_from_those_told_before(text: str, words: str, published: str | None, day: date) -> None:
    assert days_of(text, words, published)[0] == day


def test_shortly_before_noon_tells_no_future() -> None:
    found = find_times("The strikers left the docks shortly before noon on Tuesday.", Interval.parse("2015-04-08"))
    assert found[-1].interval.first == date(2015, 4, 7)
