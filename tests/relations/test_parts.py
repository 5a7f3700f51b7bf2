"""Parties, bonds, steps, intensity, coverage: the parts that all answers are made of."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from relations.making import incident, table
from summitry.errors import UsageError
from summitry.model import Interval
from summitry.relations import Coverage, Mention, assumed_coverage, bonds_between, bonds_of, find_party
from summitry.relations.answers import coverage_line
from summitry.relations.decay import intensity_at
from summitry.relations.drawing import draw_weights
from summitry.relations.steps import STEPS, Step, following, label_of, start_of, step_named, step_of, steps_in

MET = incident("2018-03-25", "Ann", "Ben", mode="visit")
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("query", "meant"),
    [("QAA", ["Ann", "Al"]), ("Ann Able", ["Ann"]), ("able", ["Ann"]), ("QAA+QBB", ["Ann", "Al", "Ben"]), ("Zoe", [])],
)
def test_a_name_means_a_state_with_all_who_act_for_it_a_person_or_a_group(query: str, meant: list[str]) -> None:
    everybody = incident("2018", "Ann Al Ben Cy")
    party = find_party([everybody], query)
    assert [p.name.split()[0] for p in everybody.participants if party.includes(p)] == meant


@pytest.mark.parametrize(
    ("made", "direction", "score"),
    [
        (incident("2018", "Ann", "Ben", mode="visit"), "forth", 4.0),
        (incident("2018", "Ben", "Al", "THREATEN"), "back", -3.5),
        (incident("2018", "Ann Ben"), "mutual", 2.5),
        (incident("2018", "Ann Ben Cy", mode="multilateral"), "mutual", 4.0),
        (incident("2018", "QAA QBB", "QCC", "ASSAULT"), "together", None),
        (incident("2018", "QCC", "QAA QBB", "COERCE"), "together", None),
        (incident("2018", "Ann Ben", "Cy", "CONSULT", "visit"), "mutual", 4.0),
        (incident("2018", "Ann", "Ben", status="planned"), "forth", None),
        (incident("2018", "QAA", "QBB", "ACCUSE"), "forth", -3.0),
    ],
)
def test_how_an_incident_stands_between_two(made, direction: str, score: float | None) -> None:
    everybody = [incident("", "Ann Al Ben Cy"), made]
    one, other = find_party(everybody, "QAA"), find_party(everybody, "QBB")
    (bond,) = bonds_between([made], one, other)
    assert (bond.direction, bond.score) == (direction, score)


def test_what_concerns_only_one_of_two_is_no_bond() -> None:
    one, other = find_party([MET], "QAA"), find_party([MET], "QBB")
    assert bonds_between([incident("2018", "Ann", "Cy")], one, other) == ()
    assert [bond.direction for bond in bonds_of([incident("2018", "Cy", "Ann")], one)] == ["back"]


@given(DAYS, st.sampled_from(STEPS))
def test_every_day_lies_in_the_step_that_begins_before_it(day: date, step: Step) -> None:
    start = start_of(day, step)
    assert start <= day < following(start, step)
    assert start_of(start, step) == start
    assert list(steps_in(start, day, step)) == [start]


@given(DAYS, DAYS, st.sampled_from(["month", "quarter", "year", "decade"]))
def test_steps_follow_one_another_without_gap(one: date, other: date, step: Step) -> None:
    found = list(steps_in(min(one, other), max(one, other), step))
    assert all(following(a, step) == b for a, b in pairwise(found))
    assert len({label_of(start, step) for start in found}) == len(found)


def test_what_is_told_coarsely_is_placed_only_where_its_step_holds_it() -> None:
    assert step_of(Interval.parse("1958"), "month") is None
    assert step_of(Interval.parse("1958"), "year") == date(1958, 1, 1)
    assert step_of(Interval(date(2018, 3, 30), date(2018, 4, 2), "range"), "month") == date(2018, 3, 1)
    assert step_of(None, "year") is None
    with pytest.raises(UsageError, match="fortnight"):
        step_named("fortnight")


@given(st.floats(1, 10), st.integers(1, 3000))
def test_intensity_halves_with_each_half_life(score: float, half_life: int) -> None:
    first = date(2000, 1, 1)
    days = [first, date.fromordinal(first.toordinal() + half_life), date.fromordinal(first.toordinal() + 2 * half_life)]
    found = intensity_at(days, [(first, score)], half_life)
    assert found == pytest.approx([score, score / 2, score / 4], abs=1e-5)


def test_nothing_counts_before_its_day() -> None:
    assert intensity_at([date(2018, 1, 1)], [(date(2018, 1, 2), 4.0)]) == [0.0]


def test_drawn_weights_are_one_on_average_and_follow_documents() -> None:
    ids = ["a", "b", "c"]
    mentions = [Mention("a", "d1", "x"), Mention("b", "d1", "x"), *(Mention("c", f"d{k}", "x") for k in range(2, 30))]
    weights = draw_weights(ids, mentions, 2000)
    assert weights.mean(axis=0) == pytest.approx([1, 1, 1], abs=0.1)
    assert np.array_equal(weights[:, 0], weights[:, 1]), "two incidents of one document are drawn together"
    assert weights[:, 2].std() < 0.3 * weights[:, 0].std(), "many documents make an incident sure"
    assert np.array_equal(weights, draw_weights(ids, mentions, 2000))


def test_coverage_tells_silence_from_absence_of_reports() -> None:
    coverage = Coverage((), (date(2018, 5, 3),))
    may, june = (date(2018, 5, 1), date(2018, 5, 31)), (date(2018, 6, 1), date(2018, 6, 30))
    assert [coverage.state(*may, 1), coverage.state(*may, 0), coverage.state(*june, 0)] == [
        "reported",
        "silent",
        "no reports",
    ]


def test_the_coverage_line_counts_documents_once() -> None:
    made = [incident("2018-03-25", "Ann", "Ben"), incident("2019-06-20", "Ben", "Ann")]
    mentions = [Mention(made[0].id, "d1", "x"), Mention(made[1].id, "d1", "x"), Mention(made[1].id, "d2", "y")]
    line = coverage_line(made, Coverage(tuple(mentions)), "meeting", ["leader level", "occurred"])
    assert line == "2 meetings, leader level, occurred, in 2 documents from 2018-03 to 2019-06"
    assert "entered by hand" not in line
    by_hand = incident("2018", "Ann", "Ben", documents=0, citations=("a list",))
    assert "entered by hand from 1 named source" in coverage_line([by_hand], assumed_coverage([by_hand]), "meeting", [])


def test_unplaced_incidents_are_told_of() -> None:
    from summitry.relations import series_between

    made = table(MET, incident("2018", "Ann", "Ben"), incident("", "Ann", "Ben"))
    series = series_between(made, "QAA", "QBB", step="month")
    assert len(series.unplaced) == 2
    assert "2 incidents dated too coarsely" in series.rule
