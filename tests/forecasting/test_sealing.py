"""The sealed log: each forecast once, none changed or taken away unseen, each held against what came."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from summitry.forecasting.kinds import Kind
from summitry.forecasting.outlook import Forecaster
from summitry.forecasting.resolving import resolve, score_resolved
from summitry.forecasting.sealing import SealedForecast, broken_seals, seal_all

from .made_up_record import made_up_chronicle

MADE = "2016-03-01T00:00:00+00:00"


@pytest.fixture(scope="module")
def sealed() -> tuple[SealedForecast, ...]:
    forecaster = Forecaster(made_up_chronicle(), date(2016, 3, 1), 90)
    shown = [*forecaster.outlook("CHN", "RUS"), *forecaster.outlook("KOR", "PRK"), forecaster.outlook("CHN", "RUS")[0]]
    return tuple(seal_all(shown, MADE, (), ""))


def test_each_is_sealed_once_and_the_chain_is_whole(sealed: tuple[SealedForecast, ...]) -> None:
    assert len({one.forecast_id for one in sealed}) == len(sealed) > 3
    assert list(broken_seals(sealed)) == []
    assert [one.previous_seal for one in sealed[1:]] == [one.seal for one in sealed[:-1]]


def test_a_changed_or_missing_forecast_breaks_the_chain(sealed: tuple[SealedForecast, ...]) -> None:
    changed = (sealed[0], replace(sealed[1], probability=0.999), *sealed[2:])
    assert "was changed" in next(broken_seals(changed))
    assert "taken away" in next(broken_seals((sealed[0], *sealed[2:])))


def test_outcomes_are_looked_up_and_open_ones_stay_open(sealed: tuple[SealedForecast, ...]) -> None:
    chronicle = made_up_chronicle()
    now = [resolve(chronicle, one) for one in sealed]
    then = [resolve(chronicle.before(date(2016, 3, 2).toordinal()), one) for one in sealed]
    assert {one.outcome for one in then} <= {None, True}
    rows = chronicle.between("CHN", "RUS")
    first, last = (date.fromisoformat(day).toordinal() for day in ("2016-03-01", "2016-05-29"))
    meets = {chronicle.ids[n] for n, d, t in zip(rows.act, rows.day, rows.type, strict=True)
             if first <= d <= last and chronicle.types[t] == "CONSULT"}  # fmt: skip
    (told,) = [one for one in now if one.forecast.type == "CONSULT" and one.forecast.first_side == "CHN"]
    assert set(told.ids) == meets
    assert told.outcome is bool(meets)


def test_scores_rest_on_what_is_resolved(sealed: tuple[SealedForecast, ...]) -> None:
    now = [resolve(made_up_chronicle(), one) for one in sealed]
    scores = score_resolved(now)
    assert scores is not None
    assert scores.count == len(sealed)
    errors = [one.squared_error for one in now if one.squared_error is not None]
    assert scores.brier == pytest.approx(sum(errors) / len(errors))
    assert score_resolved([replace(one, outcome=None) for one in now]) is None


def test_one_made_of_a_window_already_told_is_a_look_back(sealed: tuple[SealedForecast, ...]) -> None:
    assert not sealed[0].ahead
    assert replace(sealed[0], known_until="2016-02-29").ahead


def test_a_kind_asked_for_is_the_kind_resolved() -> None:
    chronicle, leaders = made_up_chronicle(), Kind("CONSULT", "", "leader")
    shown = [Forecaster(chronicle, date(2016, 3, 1), 365, [leaders]).ask("KOR", "USA", leaders, why=False)]
    (told,) = [resolve(chronicle, one) for one in seal_all(shown, MADE, (), "")]
    levels = {
        level
        for level, act in zip(chronicle.rows.level.tolist(), chronicle.rows.act.tolist(), strict=True)
        if chronicle.ids[act] in told.ids
    }
    assert levels == {0}
