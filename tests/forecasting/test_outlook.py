"""Forecasts from a chronicle: sane odds, true reasons, nothing ahead of its time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from summitry.errors import UsageError
from summitry.forecasting.chronicle import ANYONE, Act, Plan, chronicle_of
from summitry.forecasting.kinds import Kind
from summitry.forecasting.outlook import Forecaster
from summitry.forecasting.reasons import odds_without
from summitry.forecasting.recalibrating import Recalibration

from .made_up_record import MEETINGS, made_up_acts, made_up_chronicle

MEET, LEADERS, ACCUSE = Kind("CONSULT"), Kind("CONSULT", "", "leader"), Kind("ACCUSE")
DAY = date(2016, 3, 1)


@pytest.fixture(scope="module")
def forecaster() -> Forecaster:
    return Forecaster(made_up_chronicle(), DAY, 90, [LEADERS])


def odds(forecaster: Forecaster, first: str, second: str, kind: Kind) -> float:
    told = forecaster.ask(first, second, kind, why=False).probability
    assert told is not None
    return told


def test_odds_come_near_the_rate_at_which_pairs_meet(forecaster: Forecaster) -> None:
    pairs = [(pair, rate) for pair, rate in MEETINGS.items() if "KOR" not in pair]
    off = [abs(odds(forecaster, *pair, MEET) - (1 - np.exp(-rate * 90 / 365.25))) for pair, rate in pairs]
    assert max(off) < 0.25
    assert np.mean(off) < 0.1


def test_leaders_meet_at_most_as_often_as_anyone(forecaster: Forecaster) -> None:
    for pair in MEETINGS:
        assert odds(forecaster, *pair, LEADERS) < odds(forecaster, *pair, MEET) + 0.05


def test_who_acts_on_whom_matters_where_the_act_has_a_target(forecaster: Forecaster) -> None:
    assert odds(forecaster, "RUS", "USA", ACCUSE) > 3 * odds(forecaster, "USA", "RUS", ACCUSE)
    assert odds(forecaster, "CHN", "RUS", MEET) == odds(forecaster, "RUS", "CHN", MEET)


def test_a_yearly_meeting_raises_the_odds_in_its_season() -> None:
    may = Forecaster(made_up_chronicle(), date(2016, 4, 25), 14, [LEADERS])
    november = Forecaster(made_up_chronicle(), date(2016, 11, 1), 14, [LEADERS])
    assert odds(may, "KOR", "USA", LEADERS) > 1.15 * odds(november, "KOR", "USA", LEADERS)
    assert "in the same weeks of 6 of the last 6 years" in may.ask("KOR", "USA", LEADERS).patterns


def test_an_announcement_raises_the_odds_once_it_is_known() -> None:
    act = Act("plan", "CONSULT", "", 0, date(2016, 4, 1).toordinal(), ("PRK", "RUS"))
    announced = Plan(act, act.day, date(2016, 2, 20).toordinal())
    told = Forecaster(made_up_chronicle(plans=(announced,)), DAY, 90, [LEADERS])
    later = Forecaster(made_up_chronicle(plans=(replace(announced, known=DAY.toordinal()),)), DAY, 90, [LEADERS])
    assert odds(told, "PRK", "RUS", LEADERS) > 2 * odds(later, "PRK", "RUS", LEADERS)
    assert any("announced for 2016-04-01" in line for line in told.ask("PRK", "RUS", LEADERS).patterns)


def test_pairs_never_seen_together_have_no_basis(forecaster: Forecaster) -> None:
    for stranger in ("JPN", "ATL"):
        told = forecaster.ask("FRA", stranger, MEET)
        assert not told.basis
        assert told.probability is None
    assert "JPN" not in {told.asked.second for told in forecaster.partners("FRA", MEET)}


def test_partners_are_ranked_by_odds(forecaster: Forecaster) -> None:
    ranked = [told.asked.second for told in forecaster.partners("FRA", MEET)]
    assert ranked == ["DEU", "USA"]


def test_the_outlook_lists_what_happened_before_by_odds(forecaster: Forecaster) -> None:
    found = forecaster.outlook("KOR", "PRK")
    chances = [told.probability for told in found]
    assert chances == sorted(chances, reverse=True)
    assert ("PRK", "KOR", ACCUSE) not in {(t.asked.first, t.asked.second, t.asked.kind) for t in found}


def test_anyone_may_be_the_target(forecaster: Forecaster) -> None:
    assert odds(forecaster, "PRK", ANYONE, ACCUSE) > odds(forecaster, "RUS", ANYONE, ACCUSE)


@pytest.mark.parametrize("horizon", [6, 366])
def test_a_horizon_out_of_reach_is_refused(horizon: int) -> None:
    with pytest.raises(UsageError, match="7 to 365"):
        Forecaster(made_up_chronicle(), DAY, horizon)


def test_a_record_too_short_is_refused() -> None:
    with pytest.raises(UsageError, match="too short"):
        Forecaster(made_up_chronicle(), date(2005, 6, 1), 90)


def test_nothing_after_the_day_changes_a_forecast(forecaster: Forecaster) -> None:
    """The leak test: shuffle or delete everything from the day on."""
    acts = made_up_acts()
    past = [act for act in acts if act.day < DAY.toordinal()]
    future = [act for act in acts if act.day >= DAY.toordinal()]
    sides = np.random.default_rng(3).permutation(len(future))
    shuffled = [replace(act, doers=future[i].doers, targets=future[i].targets, type="ASSAULT")
                for act, i in zip(future, sides.tolist(), strict=True)]  # fmt: skip
    for facts in (past, past + shuffled):
        other = Forecaster(chronicle_of(facts), DAY, 90, [LEADERS])
        for pair in MEETINGS:
            told = replace(forecaster.ask(*pair, LEADERS), known_until=DAY)
            assert replace(other.ask(*pair, LEADERS), known_until=DAY) == told


def test_taking_the_named_reasons_away_lowers_the_odds() -> None:
    """Twenty forecasts, each asked anew of a record without the acts that were named as its reasons."""
    chronicle, asked = made_up_chronicle(), 0
    for day in (DAY, date(2018, 9, 1)):
        told_by = Forecaster(chronicle, day, 180, [LEADERS], blocks=2)
        for pair in MEETINGS:
            told = told_by.ask(*pair, MEET)
            named = [id_ for reason in told.reasons for id_ in reason.ids]
            assert named, pair
            assert all(reason.without < told.probability for reason in told.reasons if told.probability)
            without = Forecaster(chronicle.without(named), day, 180, [LEADERS], blocks=2).ask(*pair, MEET, why=False)
            assert without.probability is not None
            assert told.probability is not None
            assert without.probability < told.probability
            asked += 1
    assert asked == 20


def test_with_nothing_taken_away_the_reasons_start_from_the_odds_told(forecaster: Forecaster) -> None:
    cell = forecaster.cell("CHN", "PRK", MEET)
    assert cell is not None
    (same,) = odds_without(forecaster, cell, [[1]])
    assert same == pytest.approx(odds(forecaster, "CHN", "PRK", MEET), rel=1e-9)


def test_the_odds_hold_in_the_backtest(forecaster: Forecaster) -> None:
    scores = forecaster.backtest.scores(MEET)
    assert scores is not None
    assert 0.8 < scores.slope < 1.2
    assert scores.error < 0.05
    assert sum(one.count for one in scores.bins) == pytest.approx(scores.count)


def test_bounds_hold_the_odds_and_widen_where_little_is_known(forecaster: Forecaster) -> None:
    known, unknown = (forecaster.ask(*pair, LEADERS) for pair in (("KOR", "USA"), ("KOR", "PRK")))
    for told in (known, unknown):
        assert told.low is not None
        assert told.probability is not None
        assert told.high is not None
        assert told.low < told.probability < told.high
    assert known.evidence_span < unknown.evidence_span


def test_the_weights_are_data(forecaster: Forecaster) -> None:
    again = Recalibration.load(forecaster.fitted.dump())
    assert again.kinds == forecaster.fitted.kinds
    np.testing.assert_array_equal(again.fitted.weights, forecaster.fitted.fitted.weights)


def test_a_kind_without_skill_is_told_to_have_none(forecaster: Forecaster) -> None:
    told = forecaster.ask("CHN", "RUS", MEET)
    assert told.track is not None
    worse = replace(told, track=replace(told.track, brier=told.track.climatology * 1.1))
    assert worse.verdict.startswith("no skill")
    assert replace(told, track=None).verdict.startswith("no such forecast could be tested")
