"""Which reports are taken for one incident."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linking.making import event, statement
from summitry.linking import Statement, link


def groups(*statements: Statement) -> list[set[str]]:
    clusters = link(statements)
    return sorted(({s.id.removeprefix("e-") for s in c.members} for c in clusters), key=sorted)


def of(**events: object) -> list[set[str]]:
    return groups(*(statement(name, made) for name, made in events.items()))


def test_reports_of_one_meeting_are_one() -> None:
    assert of(
        a1=event("Kim Xi", date="2018-03-26", place="Beijing, China"),
        b1=event("Kim", "Xi", date="2018-03-26", mode="visit"),
        c1=event("Kim", "CHN", date="2018-03-26"),
    ) == [{"a1", "b1", "c1"}]


def test_two_meetings_a_month_apart_stay_two() -> None:
    assert of(a1=event("Kim Moon", date="2018-04-27"), b1=event("Kim Moon", date="2018-05-26")) == [{"a1"}, {"b1"}]


def test_the_days_of_one_visit_are_one() -> None:
    assert of(
        a1=event("Kim Xi", date="2018-06-19"),
        b1=event("Kim Xi", date="2018-06-20"),
        c1=event("Kim", "Xi", date="2018-06-19/2018-06-20"),
    ) == [{"a1", "b1", "c1"}]


def test_the_same_two_in_another_country_meet_anew() -> None:
    assert of(
        a1=event("Kim Xi", date="2018-06-19", place="Beijing, China"),
        b1=event("Kim Xi", date="2018-06-21", place="Tashkent, Uzbekistan"),
    ) == [{"a1"}, {"b1"}]
    assert of(
        a1=event("Kim Xi", date="2018-06-19", place="Beijing, China"),
        b1=event("Kim Xi", date="2018-06-21", place="Dalian, China"),
    ) == [{"a1", "b1"}]


def test_other_persons_of_the_same_states_meet_on_their_own() -> None:
    assert of(a1=event("Kim Xi", date="2018-03-26"), b1=event("Kim Li", date="2018-03-26")) == [{"a1"}, {"b1"}]


def test_a_third_state_makes_another_meeting() -> None:
    assert of(a1=event("Kim Trump", date="2019-06-30"), b1=event("Kim Trump Moon", date="2019-06-30")) == [
        {"a1"},
        {"b1"},
    ]


def test_a_plan_its_report_and_its_retrospect_are_one() -> None:
    assert of(
        a1=event("Trump Kim", date="2018-06-12", status="planned"),
        b1=event("Trump Kim", date="2018-06-12", status="cancelled"),
        c1=event("Trump Kim", date="2018-06-12"),
        d1=event("Trump Kim", date="2018-06"),
    ) == [{"a1", "b1", "c1", "d1"}]


def test_a_vague_report_of_named_leaders_goes_to_the_best_told_meeting() -> None:
    made = of(
        a1=event("Kim Xi", date="2018-05-08"),
        b1=event("Kim Xi", date="2018-03-26"),
        c1=event("Kim Xi", date="2018-03-26"),
        d1=event("Kim Xi", date="2018"),
    )
    assert made == [{"a1"}, {"b1", "c1", "d1"}]


def test_a_vague_report_of_states_is_joined_only_where_it_can_mean_one() -> None:
    one = of(a1=event("PRK", date="2016-01-06", type="MOBILIZE"), b1=event("PRK", date="2016-01", type="MOBILIZE"))
    assert one == [{"a1", "b1"}]
    two = of(
        a1=event("PRK", date="2016-01-06", type="MOBILIZE"),
        b1=event("PRK", date="2016-01-20", type="MOBILIZE"),
        c1=event("PRK", date="2016-01", type="MOBILIZE"),
    )
    assert two == [{"a1"}, {"b1"}, {"c1"}]


def test_a_guessed_date_goes_to_the_meeting_just_before_it() -> None:
    assert of(
        a1=event("Kim Xi", date="2018-03-26"),
        b1=event("Kim Xi", date="2018-03-29", rule="present-tense"),
    ) == [{"a1", "b1"}]


def test_places_part_attacks_of_one_day() -> None:
    assert of(
        a1=event("RUS", "UKR", date="2022-03-01", type="ASSAULT", place="Kyiv, Ukraine"),
        b1=event("RUS", "UKR", date="2022-03-01", type="ASSAULT", place="Kharkiv, Ukraine"),
    ) == [{"a1"}, {"b1"}]


def test_who_acts_upon_whom_counts() -> None:
    assert of(
        a1=event("USA", "CHN", date="2019-05-10", type="ACCUSE"),
        b1=event("CHN", "USA", date="2019-05-10", type="ACCUSE"),
    ) == [{"a1"}, {"b1"}]


def test_two_acts_of_one_document_stay_two() -> None:
    assert of(
        a1=event("USA", "CHN", date="2019-05-10", type="ACCUSE"),
        a2=event("USA", "CHN", date="2019-05-10", type="ACCUSE"),
    ) == [{"a1"}, {"a2"}]


def test_a_counted_series_is_no_member_of_itself() -> None:
    assert of(a1=event("Kim Moon", date="2018-04-27"), b1=event("Kim Moon", date="2018/2019", count=3)) == [
        {"a1"},
        {"b1"},
    ]


def test_a_phone_call_is_no_meeting() -> None:
    assert of(
        a1=event("Trump Moon", date="2018-03-01", mode="phone"), b1=event("Trump Moon", date="2018-03-01", mode="visit")
    ) == [{"a1"}, {"b1"}]


def test_undated_reports_stay_apart() -> None:
    assert of(a1=event("Kim Xi"), b1=event("Kim Xi")) == [{"a1"}, {"b1"}]


DATES = ["2018-03-26", "2018-03-27", "2018-03-29", "2018-05-08", "2018-03", "2018", "", "2018-03-25/2018-03-28"]
EVENTS = st.builds(
    lambda who, date, status, place, rule, count: event(
        who, date=date, status=status, place=place, count=count, **({"rule": rule} if rule else {})
    ),
    st.sampled_from(["Kim Xi", "Kim Li", "PRK CHN", "Kim CHN"]),
    st.sampled_from(DATES),
    st.sampled_from(["occurred", "planned", "possible"]),
    st.sampled_from(["", "Beijing, China", "China"]),
    st.sampled_from(["", "present-tense"]),
    st.sampled_from([1, 1, 1, 2]),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("abcde"), EVENTS), max_size=14), st.randoms(use_true_random=False))
def test_the_order_of_reading_does_not_matter(made: list[tuple[str, object]], chance: random.Random) -> None:
    statements = [statement(f"{document}{number}", one) for number, (document, one) in enumerate(made)]
    expected = groups(*statements)
    chance.shuffle(statements)
    assert groups(*statements) == expected
    assert sorted(i for group in expected for i in group) == sorted(s.id.removeprefix("e-") for s in statements)


@pytest.mark.parametrize("years", [40])
def test_a_dense_dyad_keeps_its_days_apart(years: int) -> None:
    days = [f"{1980 + y}-{m:02}-{d:02}" for y in range(years) for m in (3, 9) for d in (4, 9, 14)]
    made = [statement(f"{chr(97 + n % 5)}{n}", event("USA RUS", date=day)) for n, day in enumerate(days)]
    assert len(link(made)) == len(days)
