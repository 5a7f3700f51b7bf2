"""Sequences, firsts, streaks, ranks, reciprocity, journeys, networks, dyads and the comparison of records."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relations.making import incident, table
from summitry.errors import UsageError
from summitry.model import Interval
from summitry.relations import (
    centrality_answer,
    compare_answer,
    count_answer,
    dyads_answer,
    find_party,
    firsts_answer,
    gaps_in,
    match_tables,
    rank_pairs,
    rank_partners,
    reciprocity_answer,
    sequence_of,
    streaks_in,
    ties_in,
    travel_answer,
)

A = incident("2018-06-12", "Ann", "Ben")
BEFORE, AFTER = incident("2018-05-20", "Cy", "Ben"), incident("2018-06-19", "Cy", "Ben")


def test_each_event_has_its_nearest_neighbours_within_the_window() -> None:
    far = incident("2018-03-01", "Cy", "Ben")
    (step,) = sequence_of([A], [far, BEFORE, AFTER], 30).steps
    assert (step.before, step.after, step.same_day) == (BEFORE, AFTER, ())
    assert sequence_of([A], [BEFORE, AFTER], 30, lag=10).observed == {"before": 1, "after": 0, "either": 1}
    assert sequence_of([A], [far], 30).observed == {"before": 0, "after": 0, "either": 0}


def test_an_event_is_no_neighbour_of_itself_and_the_undated_are_left_out() -> None:
    found = sequence_of([A, incident("", "Ann", "Ben")], [A, AFTER], 30)
    assert (len(found.steps), found.left_out, found.steps[0].same_day) == (1, 1, ())


def test_a_regular_echo_is_significant_and_a_chance_one_is_not() -> None:
    def month(year: int, number: int, day: int):
        return incident(f"{year}-{number:02d}-{day:02d}", "Ann", "Ben")

    calls = [month(year, number, 3) for year in range(2000, 2010) for number in (1, 5, 8)]
    echoes = [month(year, number, 6) for year in range(2000, 2010) for number in (1, 5, 8)]
    echoed = sequence_of(calls, echoes, 5)
    assert echoed.observed["after"] == 30
    assert echoed.p_values["after"] < 0.01
    assert echoed.p_values["before"] > 0.5
    assert echoed.expected["after"] < 5


@settings(deadline=None)
@given(st.lists(st.dates(date(2000, 1, 1), date(2003, 1, 1)), min_size=1, max_size=12), st.integers(1, 60))
def test_p_values_and_counts_stay_within_bounds(days: list[date], window: int) -> None:
    half = len(days) // 2
    made = [incident(day.isoformat(), "Ann", "Ben") for day in days]
    found = sequence_of(made[:half], made[half:], window)
    assert all(0 < p <= 1 for p in found.p_values.values())
    assert all(0 <= n <= half for n in found.observed.values())
    assert found.observed["either"] >= max(found.observed["before"], found.observed["after"])


def test_firsts_are_told_with_since_when() -> None:
    made = table(
        incident("2005-10-28", "Ann", "Ben", mode="visit"),
        incident("2008-01-01", "Ben", "Ann", mode="visit"),
        incident("2019-06-20", "Ann", "Ben", mode="visit"),
        incident("2021-06-20", "Ann", "Ben", mode="visit"),
    )
    found = firsts_answer(made, years=10)
    assert found.frame["sentence"].to_list() == [
        "2005-10: first visit at leader level from QAA to QBB in the record",
        "2008-01: first visit at leader level from QBB to QAA in the record",
        "2019-06: first visit at leader level from QAA to QBB since 2005",
    ]
    assert [gap.days for gap in gaps_in(made)] == [None, 795, 4188, 731]


def test_streaks_are_runs_of_steps_without_a_gap() -> None:
    made = [incident(day, "Ann", "Ben") for day in ("2018-01-02", "2018-02-05", "2018-02-07", "2018-04-01")]
    assert [(s.steps, s.first, len(s.incidents)) for s in streaks_in(made, "month")] == [
        (2, date(2018, 1, 1), 3),
        (1, date(2018, 4, 1), 1),
    ]
    assert streaks_in([], "month") == ()


def test_partners_are_ranked_and_ties_share_a_rank() -> None:
    made = table(
        A,
        incident("2018-07-01", "Ben", "Ann"),
        incident("2018-08-01", "Ann Cy"),
        incident("2018-09-01", "Ann Al", "Cy"),
    )
    found = rank_partners(made, find_party(made, "Ann Able"))
    assert found.frame.select("rank", "with", "meetings").rows() == [(1, "Ben Bold", 2), (1, "Cy Clark", 2)]
    assert "Al Ash" not in found.frame["with"].to_list(), "guests of one visit are no partners"
    pairs = rank_pairs(made)
    assert pairs.frame.select("pair", "meetings").rows() == [("QAA – QBB", 2), ("QAA – QCC", 2)]


def test_who_visits_whom() -> None:
    made = table(
        *(incident(f"201{n}-01-01", "Ann", "Ben", mode="visit") for n in range(4)),
        incident("2018", "Ann Ben", "Cy", mode="visit"),
        incident("2019", "Ben", "Al", mode="visit"),
    )
    found = reciprocity_answer(made, find_party(made, "QAA"), find_party(made, "QBB"))
    assert found.frame.select("guest", "visits", "leader", "minister").rows() == [("QAA", 4, 4, 0), ("QBB", 1, 0, 1)]
    assert found.notes == ("Evenness 0.25.",)


def test_guests_travel_and_hosts_do_not() -> None:
    made = table(
        incident("2018-03-25", "Ann", "Ben", mode="visit", place="Hanoi, Vietnam"),
        incident("2018-04-25", "Ann", "Ben", mode="visit", place="Nowhereville"),
        incident("2018-05-25", "Home", mode="third-party", place="Hanoi, Vietnam"),
    )
    found = travel_answer(made)
    assert found.frame.select("traveller", "state").rows() == [("Ann Able", "VNM")]
    assert found.frame["latitude"][0] == pytest.approx(21, abs=1)


def test_the_one_between_two_others_stands_at_the_centre() -> None:
    made = table(
        incident("2018-01-01", "Ann", "Ben"),
        incident("2018-02-01", "Ben", "Cy"),
        incident("2018-03-01", "QAA", "QBB", "ACCUSE"),
    )
    assert [(t.one, t.other, len(t.incidents)) for t in ties_in(made)] == [("QAA", "QBB", 1), ("QBB", "QCC", 1)]
    rows = centrality_answer(made).frame.rows()
    assert rows[0] == ("2018", "QBB", 2, 2, 1.0)
    often = [incident(f"2018-0{n}-01", "Ann", "Ben") for n in range(1, 9)]
    frequent = table(
        *often, *(incident(f"2018-0{n}-02", "Ben", "Cy") for n in range(1, 9)), incident("2018-09-01", "Ann", "Cy")
    )
    assert centrality_answer(frequent).frame.rows()[0] == ("2018", "QBB", 2, 16, 1.0), "frequent ties are short"


def test_dyads_side_by_side() -> None:
    made = table(A, incident("2018", "QBB", "QCC", "THREATEN"))
    found = dyads_answer(made, [("QAA", "QBB"), ("QBB", "QCC"), ("QAA", "QCC")])
    assert found.frame.select("incidents", "leader_meetings", "conflict").rows() == [
        (1, 1, 0.0),
        (1, 0, 1.0),
        (0, 0, None),
    ]


def test_counts_by_what_can_be_counted_by() -> None:
    made = table(A, BEFORE, incident("2017", "Ann", "Ben", status="planned"))
    assert count_answer(made, by="status").frame.select("status", "incidents").rows() == [
        ("occurred", 2),
        ("planned", 1),
    ]
    assert count_answer(made, by="person").frame["person"].to_list() == ["Ben Bold", "Ann Able", "Cy Clark"]
    assert count_answer(made, by="month").frame["month"].to_list() == ["2018-05", "2018-06", "not so exactly dated"]
    with pytest.raises(UsageError, match="colour"):
        count_answer(made, by="colour")


def test_records_are_matched_and_their_differing_fields_told() -> None:
    moved = replace(A, id="i-x", interval=Interval.parse("2018-06-13"), place="Singapore")
    answer = compare_answer(table(A, BEFORE), table(moved, incident("2018-06-12", "Al", "Cy")), ("mine", "yours"))
    assert sorted(answer.frame["found"]) == ["both", "only mine", "only yours"]
    row = next(row for row in answer.frame.iter_rows(named=True) if row["found"] == "both")
    assert row["differing"] == ["date: 2018-06-12 / 2018-06-13", "place: - / Singapore"]
    assert answer.coverage.startswith("1 in both (1 with differing fields), 1 only in mine, 1 only in yours")


def test_an_incident_has_one_counterpart_at_most() -> None:
    twice = [replace(A, id=f"i-{k}") for k in range(2)]
    pairs = match_tables([A], twice)
    assert [(pair.one is not None, pair.other is not None) for pair in pairs].count((True, True)) == 1
    assert len(pairs) == 2
    other_way = match_tables(twice, [A])
    assert [(pair.one is not None, pair.other is not None) for pair in other_way].count((True, True)) == 1


@given(st.permutations(list(range(6))))
def test_matching_does_not_depend_on_the_order(order: list[int]) -> None:
    made = [incident(f"2018-06-1{k}", "Ann", "Ben", id=f"i-{k}") for k in range(6)]
    expected = {(p.one.id if p.one else "", p.other.id if p.other else "") for p in match_tables(made[:3], made[3:])}
    mixed = [made[k] for k in order]
    mine, yours = [i for i in mixed if i.id < "i-3"], [i for i in mixed if i.id >= "i-3"]
    assert {(p.one.id if p.one else "", p.other.id if p.other else "") for p in match_tables(mine, yours)} == expected
