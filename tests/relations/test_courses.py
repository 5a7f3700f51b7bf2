"""Series, turning points, silences and words for the state of a relation."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from relations.making import incident, table
from summitry.errors import UsageError
from summitry.relations import (
    Coverage,
    judge_word,
    series_between,
    series_of,
    silences,
    state_words,
    turning_answer,
    turning_points,
    word_for,
)
from summitry.relations.changes import change_points, segment_cost
from summitry.relations.measures import Measures
from summitry.relations.turning import penalty


def visits(*days: str):
    return table(*(incident(day, "Ann", "Ben", mode="visit") for day in days))


def test_a_series_counts_by_category_level_and_status() -> None:
    made = table(
        incident("2018-01-05", "Ann", "Ben", mode="visit"),
        incident("2018-01-20", "QBB", "QAA", "ACCUSE"),
        incident("2018-03-02", "Al", "Ben", status="planned"),
        incident("2018-03-03", "QAA QBB", "QCC", "ASSAULT"),
    )
    series = series_between(made, "QAA", "QBB", step="month")
    rows = series.frame.to_dicts()
    assert [row["label"] for row in rows] == ["2018-01", "2018-02", "2018-03"]
    january, february, march = rows
    assert (january["incidents"], january["forth"], january["back"], january["leader"]) == (2, 1, 1, 1)
    assert (january["score_sum"], january["score_mean"], january["leader_meetings"]) == (1.0, 0.5, 1)
    assert (february["incidents"], february["score_mean"], february["state"]) == (0, None, "no reports")
    assert (march["incidents"], march["together"], march["planned"], march["scored"]) == (1, 1, 1, 0)


def test_the_bounds_hold_the_number_and_are_the_same_every_time() -> None:
    made = visits(*(f"2018-01-{day:02d}" for day in range(1, 21)))
    frames = [series_between(made, "QAA", "QBB", step="year").frame for _ in range(2)]
    row = frames[0].to_dicts()[0]
    assert row["incidents_low"] < 20 < row["incidents_high"]
    assert frames[0].equals(frames[1])


def test_the_intensity_of_a_window_rests_on_what_came_before_it() -> None:
    made = visits("2017-12-31", "2018-06-30")
    whole = series_between(made, "QAA", "QBB", step="year").frame["intensity"][-1]
    assert series_between(made, "QAA", "QBB", step="year", since=date(2018, 1, 1)).frame["intensity"][0] == whole


def test_a_series_of_one_actor_and_of_a_group() -> None:
    made = table(
        incident("2018-01-01", "Ann", "Ben"),
        incident("2018-01-02", "Cy", "Ben"),
        incident("2018-01-03", "QAA", type="MOBILIZE"),
    )
    assert series_of(made, "QAA", step="year").frame["incidents"][0] == 2
    assert series_between(made, "QAA+QCC", "QBB", step="year").frame["incidents"][0] == 2


def test_nothing_known_is_an_error_and_too_many_steps_are_too() -> None:
    with pytest.raises(UsageError, match="nothing dated"):
        series_between(visits("2018"), "QAA", "QCC")
    with pytest.raises(UsageError, match="steps of a day"):
        series_between(visits("2018-01-01"), "QAA", "QBB", step="day", since=date(1000, 1, 1))


def test_a_change_of_rate_is_found_where_it_is() -> None:
    signal = np.array([[0.0]] * 60 + [[4.0]] * 60)
    assert change_points(signal, penalty(signal)) == [60, 120]
    assert segment_cost(signal, 0, 60) == 0
    flat = np.array([[1.0], [2.0]] * 60)
    assert change_points(flat, penalty(flat)) == [120]


def test_false_alarms_are_rare() -> None:
    generator = np.random.default_rng(7)
    alarms = 0
    for _ in range(40):
        signal = generator.poisson(0.3, size=(200, 1)).astype(float)
        alarms += len(change_points(signal, penalty(signal), 2)) > 1
    assert alarms <= 4


def test_a_turn_names_what_drove_it() -> None:
    quiet = [f"{year}-06-01" for year in range(1990, 2000)]
    busy = [f"{year}-{month:02d}-10" for year in (2000, 2001, 2002) for month in range(1, 13)]
    points = turning_points(series_between(visits(*quiet, *busy), "QAA", "QBB", step="quarter", draws=0))
    assert [(p.day, p.direction, p.stream) for p in points] == [(date(2000, 1, 10), "warmer", "acts of cooperation")]
    assert all(date(2000, 1, 1) <= i.interval.first <= date(2002, 1, 10) for i in points[0].incidents)
    assert points[0].sentence.startswith("from 2000-01: acts of cooperation rise from 1.0")


def test_more_conflict_is_colder() -> None:
    calm = [incident(f"{year}-06-01", "QAA", "QBB", "ACCUSE") for year in range(1990, 2000)]
    war = [incident(f"{y}-{m:02d}-10", "QAA", "QBB", "ASSAULT") for y in (2000, 2001) for m in range(1, 13)]
    (point,) = turning_points(series_between(table(*calm, *war), "QAA", "QBB", step="quarter", draws=0))
    assert (point.direction, point.stream, {i.type for i in point.incidents}) == (
        "colder",
        "acts of conflict",
        {"ASSAULT"},
    )


def test_a_steady_relation_has_no_turning_point() -> None:
    steady = visits(*(f"{year}-{month}-15" for year in range(1990, 2010) for month in ("03", "09")))
    answer = turning_answer(series_between(steady, "QAA", "QBB", step="quarter", draws=0))
    assert (answer.frame.height, answer.notes) == (0, ("No change of course that the rule would call one.",))


def test_a_silence_too_long_for_chance_is_told_with_its_end() -> None:
    made = visits("1990-01-01", "1991-01-01", "1992-01-01", "1993-01-01", "2005-01-01")
    series = series_between(made, "QAA", "QBB", step="year", draws=0)
    (silence,) = silences(series.bonds, series.last)
    assert (silence.begin, silence.end, silence.years, silence.rate) == (date(1993, 1, 1), date(2005, 1, 1), 12, 0.4)
    assert silence.chance < 0.01
    sentences = [point.sentence for point in turning_points(series)]
    assert (
        sentences[-1] == "from 2005-01: leader meetings after twelve years without, one; the last before on 1993-01-01"
    )


def test_a_usual_gap_is_no_silence() -> None:
    made = visits("1990-01-01", "1991-01-01", "1992-01-01", "1993-01-01", "1995-01-01")
    series = series_between(made, "QAA", "QBB", step="year", draws=0)
    assert silences(series.bonds, series.last + timedelta(days=30)) == ()


def test_every_word_reads_measures_that_exist() -> None:
    nothing = Measures(*[0.0] * 13)
    for word in state_words().values():
        assert isinstance(word.holds(nothing), bool)
        assert word.means
        assert word_for(word.name) is word
    said = [name for word in state_words().values() for name in word.said]
    assert len(said) == len(set(said)), "a word stands for one state"


def test_words_look_at_the_window_and_at_what_was_usual() -> None:
    calls = [incident(f"{year}-06-01", "Al", "Ben", mode="visit") for year in range(2000, 2020)]
    quarrel = [incident(f"2005-0{n}-01", "QAA", "QBB", "ACCUSE") for n in range(1, 9)]
    made = table(*calls, *quarrel)
    calm = judge_word("strained", made, "QAA", "QBB", date(2016, 1, 1), date(2018, 12, 31))
    assert calm.holds is False, "no leader meets, but warmth is what it always was"
    assert judge_word("hostile", made, "QAA", "QBB", date(2005, 1, 1), date(2005, 12, 31)).holds is True
    assert judge_word("hostile", made, "QAA", "QBB", date(2006, 1, 1), date(2008, 12, 31)).holds is False


def test_a_word_needs_reports_to_be_judged_by() -> None:
    made = visits(*(f"{year}-01-01" for year in range(2004, 2013)))
    window = (date(2014, 1, 1), date(2015, 12, 31))
    assert judge_word("strained", made, "QAA", "QBB", *window).holds is None
    published = Coverage((), (date(2014, 5, 1),))
    judged = judge_word("strained", made, "QAA", "QBB", *window, published)
    assert judged.holds is True
    assert "leader meetings 0" in judged.why
    with pytest.raises(UsageError, match="purple"):
        judge_word("purple", made, "QAA", "QBB", *window)


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=3, max_size=25), st.floats(0, 12))
def test_no_other_division_is_cheaper(counts: list[tuple[int, int]], price: float) -> None:
    """PELT is exact: no division at one or two places costs less."""
    signal = np.array(counts, dtype=float)

    def cost(ends: list[int]) -> float:
        return sum(segment_cost(signal, a, b) + price for a, b in pairwise([0, *ends]))

    found = cost(change_points(signal, price))
    number = len(signal)
    others = [
        [number],
        *([k, number] for k in range(1, number)),
        *([j, k, number] for k in range(2, number) for j in range(1, k)),
    ]
    assert all(found <= cost(other) + 1e-6 for other in others)
