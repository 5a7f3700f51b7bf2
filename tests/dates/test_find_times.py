"""What a caller of find_times sees."""

from datetime import date

import pytest

from summitry.dates import find_times
from summitry.model import Interval

from .helpers import days_of

PUBLISHED = Interval.parse("2019-06-19")


def surfaces(text: str, published: Interval | None = PUBLISHED) -> list[str]:
    return [text[time.start : time.end] for time in find_times(text, published)]


def values(text: str, published: Interval | None = PUBLISHED) -> list[tuple[str, str]]:
    return [(text[time.start : time.end], time.value) for time in find_times(text, published)]


def test_a_phrase_comes_with_the_bare_date_inside_it() -> None:
    assert surfaces("The consulate has been shut since March 11.") == ["since March 11", "March 11"]
    assert surfaces("An answer is expected by the end of June.") == ["by the end of June", "the end of June", "June"]


def test_values_are_timex3() -> None:
    assert values("In 2018, and again in March this year, they met for six hours.") == [
        ("2018", "2018"),
        ("March this year", "2019-03"),
        ("six hours", "PT6H"),
    ]
    assert values("Trade grew in the third quarter of 2018 and last week.") == [
        ("the third quarter of 2018", "2018-Q3"),
        ("last week", "2019-W24"),
    ]


def test_each_result_tells_its_rule_and_anchor() -> None:
    (found,) = find_times("They signed on Tuesday.", PUBLISHED)
    assert found.interval == Interval(date(2019, 6, 18), date(2019, 6, 18), "day", "weekday-past", "2019-06-19")


def test_years_before_christ_have_a_value_and_no_days() -> None:
    (found,) = find_times("The treaty of 241 BC ended the war.", None)
    assert (found.value, found.interval.first, found.interval.last) == ("BC0241", None, None)


def test_the_two_ends_of_a_range_are_two_expressions() -> None:
    found = find_times("The mission worked there from 1997 to 2006.", PUBLISHED)
    assert [time.interval.rule.rpartition("/")[2] for time in found] == ["range-first", "range-last"]


def test_only_the_article_is_read() -> None:
    text = "Posted May 3, 2017.\n\nThey met on May 4, 2018.\n\nCopyright 2020."
    article = (text.index("They"), text.index("2018.") + 5)
    (found,) = find_times(text, PUBLISHED, spans=[article])
    assert text[found.start : found.end] == "May 4, 2018"


@pytest.mark.parametrize("spans", [[], [(0, 0)]])
def test_no_article_has_no_times(spans: list[tuple[int, int]]) -> None:
    assert find_times("They met on May 4, 2018.", PUBLISHED, spans=spans) == ()


def test_without_publication_deictics_stay_undated() -> None:
    text = "They met yesterday, on Tuesday, last month and in the past year."
    found = find_times(text, None)
    assert [text[t.start : t.end] for t in found] == ["yesterday", "Tuesday", "last month", "the past year"]
    assert all(time.interval.first is None and time.interval.last is None for time in found)


def test_a_publication_known_by_month_dates_months_but_no_days() -> None:
    text = "They met last month, not yesterday."
    month, day = find_times(text, Interval.parse("2018-04"))
    assert month.value == "2018-03"
    assert day.interval.first is None


def test_partial_dates_of_a_history_follow_the_telling() -> None:
    text = (
        "War broke out on June 25, 1950. In September the tide turned. In January the city fell again. "
        "The following year talks began."
    )
    assert [time.value for time in find_times(text, None)] == ["1950-06-25", "1950-09", "1951-01", "1952"]


def test_background_years_do_not_carry_the_telling_off() -> None:
    text = (
        "The envoys met on January 21, 1974. The line drawn in 1953 was not discussed, nor anything since 1950. "
        "On March 3 they met again."
    )
    assert days_of(text, "March 3", None) == (date(1974, 3, 3), date(1974, 3, 3))


def test_a_chronology_under_a_year_heading() -> None:
    text = "1974\n\nJanuary 21: Talks resume.\n\nMarch 25: A letter is sent.\n\n1975\n\nFebruary 2: A ship is seized."
    dated = [time.value for time in find_times(text, None)]
    assert dated == ["1974", "1974-01-21", "1974-03-25", "1975", "1975-02-02"]


def test_a_weekday_named_with_its_date_tells_the_year() -> None:
    assert days_of("They meet on Monday, Oct. 26, in Vienna.", "Monday, Oct. 26", "1998-10-25")[0] == date(1998, 10, 26)


def test_times_of_day_fall_to_their_day() -> None:
    (found,) = find_times("The train left at 9 p.m. KST on Thursday.", PUBLISHED)
    assert (found.type, found.value, found.interval.first) == ("TIME", "2019-06-13T21:00", date(2019, 6, 13))
