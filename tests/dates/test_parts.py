"""The parts that finding times is made of."""

import doctest
import importlib
import pkgutil
from datetime import date
from itertools import pairwise

import pytest

import summitry.dates
from summitry.dates import calendar
from summitry.dates.builders import BUILDERS
from summitry.dates.fiscal import fiscal_days
from summitry.dates.grammar import read_expressions
from summitry.dates.guards import months_as_names
from summitry.dates.lexicon import lexicon, load_table
from summitry.dates.scan import scan
from summitry.dates.tense import tense_near
from summitry.dates.views import heading_time, narrative_time, outermost
from summitry.model import Interval


def classes_of(text: str) -> list[str]:
    names = {character: name for name, character in lexicon().characters.items()}
    return [names.get(character, "-") for character in scan(text).classes]


def test_scan_gives_each_token_its_class() -> None:
    assert classes_of("On Tuesday, May 5th, 2018") == ["on", "weekday", "comma", "maymonth", "ord", "comma", "year"]
    assert classes_of("mid-1950s, may 12,000") == ["mid", "dash", "decade", "comma", "-", "int"]
    assert classes_of("5 p.m. in 264 B.C. and '89") == ["int2", "meridiem", "in", "int", "bc", "and", "shortyear"]


def test_scan_keeps_offsets() -> None:
    text = "Am 3. Mai — at 9:30 a.m. on 2019-02-28"
    tokens = scan(text)
    assert all(tokens.surface(i) == text[tokens.starts[i] : tokens.ends[i]] for i in range(len(tokens)))
    assert "9:30" in tokens.words
    assert "2019-02-28" in tokens.words


def test_every_builder_is_used_and_every_rule_has_one() -> None:
    made = {rule["make"] for rule in load_table("grammar")["rule"]}
    assert made == set(BUILDERS)


def test_readings_share_no_token() -> None:
    tokens = scan("Two weeks ago, on May 5 and 6, 2018, in the late 1990s and last April.")
    readings = read_expressions(tokens)
    assert all(before.last <= after.first for before, after in pairwise(readings))
    assert [reading.kind for reading in readings] == ["shift", "calendar", "calendar", "calendar", "calendar"]


@pytest.mark.parametrize(
    ("unit", "first", "last"),
    [
        ("D", "2019-06-19", "2019-06-19"),
        ("W", "2019-06-17", "2019-06-23"),
        ("WE", "2019-06-22", "2019-06-23"),
        ("M", "2019-06-01", "2019-06-30"),
        ("Q", "2019-04-01", "2019-06-30"),
        ("S", "2019-01-01", "2019-06-30"),
        ("Y", "2019-01-01", "2019-12-31"),
        ("E", "2010-01-01", "2019-12-31"),
        ("C", "2000-01-01", "2099-12-31"),
    ],
)
def test_units_of_the_calendar(unit: str, first: str, last: str) -> None:
    days = calendar.unit_days(date(2019, 6, 19), unit)
    assert days == (date.fromisoformat(first), date.fromisoformat(last))


def test_winter_bears_the_year_it_begins_in() -> None:
    assert calendar.season_days(1999, "WI") == (date(1999, 12, 1), date(2000, 2, 29))
    assert calendar.season_of(date(2000, 1, 5), "WI") == 1999


def test_months_are_clipped() -> None:
    assert calendar.shift(date(2017, 3, 31), "M", -1) == date(2017, 2, 28)
    assert calendar.shift(date(2016, 2, 29), "Y", 1) == date(2017, 2, 28)


@pytest.mark.parametrize(("year", "month", "day"), [(1961, 4, 2), (2000, 4, 23), (2008, 3, 23), (2038, 4, 25)])
def test_easter(year: int, month: int, day: int) -> None:
    assert calendar.easter(year) == date(year, month, day)


def test_fiscal_years_follow_the_nearest_country() -> None:
    tokens = scan("Tokyo pays its share for fiscal 2010; Congress had voted nothing.")
    at = tokens.words.index("fiscal")
    assert fiscal_days(tokens, at, 2010, both=False) == ((date(2010, 4, 1), date(2011, 3, 31)), "JP")
    assert fiscal_days(scan("It grew in fiscal 2010."), 3, 2010, both=False) is None
    assert fiscal_days(scan("They told us about fiscal 2010."), 4, 2010, both=False) is None


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("He will visit on X.", "future"),
        ("They agreed to meet on X.", "future"),
        ("The pact will be signed on X.", "future"),
        ("The pact was signed on X.", "past"),
        ("He came to meet her on X.", "past"),
        ("On X the ministers will gather.", "future"),
        ("He said that the two would sign it. Talks on X.", ""),
    ],
)
def test_tense_of_the_nearest_verb(text: str, tense: str) -> None:
    tokens = scan(text)
    at = tokens.words.index("x")
    assert tense_near(tokens, at, at + 1) == tense


def test_names_of_people_are_gathered() -> None:
    assert months_as_names(scan("Mrs. May and Theresa May in March")) == {"may"}


def test_outermost_joins_ranges() -> None:
    text = "From May 20 to 26, 2011, and since March 11, 2011."
    phrases = outermost(summitry.dates.find_times(text, Interval.parse("2011-06-01")))
    assert [(text[p.start : p.end], p.interval.iso()) for p in phrases] == [
        ("May 20 to 26, 2011", ("2011-05-20", "2011-05-26")),
        ("since March 11, 2011", ("2011-03-11", "2011-06-01")),
    ]


def test_neighbouring_years_are_one_time() -> None:
    text = "It refused throughout 1992 and 1993, in 1984 and 2017, and on May 5 and June 12, 2018."
    found = outermost(summitry.dates.find_times(text, None))
    assert [text[time.start : time.end] for time in found] == [
        "1992 and 1993",
        "1984",
        "2017",
        "May 5",
        "June 12, 2018",
    ]


CHRONOLOGY = """July 26, 2023
The minister landed.
He saw a parade.

July 28: A letter came.
Afterwards nothing more was heard."""


@pytest.mark.parametrize(
    ("words", "day"),
    [("The minister", 26), ("a parade", 26), ("A letter", 28), ("Afterwards", None)],
)
def test_headings_date_what_stands_below(words: str, day: int | None) -> None:
    found = summitry.dates.find_times(CHRONOLOGY, None)
    heading = heading_time(CHRONOLOGY, found, CHRONOLOGY.index(words))
    assert (heading.first.day if heading and heading.first else None) == day


def test_narrative_time_is_no_day() -> None:
    text = "They met on June 12, 2018. Since 1953 there had been no peace. A statement followed."
    found = summitry.dates.find_times(text, None)
    reached = narrative_time(found, text.index("A statement"))
    assert reached is not None
    assert reached.precision in ("month", "year")
    assert narrative_time(found, 0) is None


@pytest.mark.parametrize(
    "name", [module.name for module in pkgutil.walk_packages(summitry.dates.__path__, "summitry.dates.")]
)
def test_examples_in_docstrings(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
