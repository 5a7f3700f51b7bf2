"""Explanations: shares sum to the score, and taking the named events away lowers it."""

from __future__ import annotations

import numpy as np
import pytest

from summitry.forecasting.arrays import Ints
from summitry.forecasting.evidence import EvidenceIndex
from summitry.forecasting.explaining import SOURCES, explain
from summitry.forecasting.features import FEATURES
from summitry.forecasting.ranking import RankingModel, Settings

from .made_up import ACTORS, RELATIONS

QUERIES = ((0, 0, 1), (0, 1, 1), (2, 3, 0), (3, 5, 4), (0, 0, 5), (1, 4, 2))


@pytest.fixture(scope="module")
def model(facts: Ints) -> RankingModel:
    made = RankingModel(ACTORS, RELATIONS, Settings(lesson_days=40, known=9, new=9))
    made.fit(facts[facts[:, 3] < 80])
    return made


@pytest.fixture(scope="module")
def index(facts: Ints) -> EvidenceIndex:
    return EvidenceIndex(facts, len(RELATIONS))


@pytest.mark.parametrize("query", QUERIES)
def test_shares_sum_to_the_score(model: RankingModel, index: EvidenceIndex, query: tuple[int, int, int]) -> None:
    subject, code, candidate = query
    found = explain(model, index, 80, subject, code, candidate)
    ((candidates, scores),) = model.score(80, np.array([[subject, code]]))
    total = sum(driver.share for driver in found.drivers) + sum(value for _, value in found.background)
    assert found.score == pytest.approx(total)
    assert found.score == pytest.approx(float(scores[candidates == candidate][0]), abs=1e-4)


def test_a_driver_says_what_happened_and_how_often_the_act_followed(model: RankingModel, index: EvidenceIndex) -> None:
    drivers = explain(model, index, 80, 0, 1, 1).drivers
    words = [driver.words for driver in drivers if driver.day == 78 and driver.code == 0]
    assert len(words) == 1
    assert words[0].startswith("Arden: Consult: Borduria, 2 days ago (what is asked came 2 to 3 days after")


def test_removing_the_named_drivers_lowers_the_odds(model: RankingModel, index: EvidenceIndex, facts: Ints) -> None:
    """Twenty forecasts: without the past events named as drivers, the same weights give lower odds."""
    past = facts[facts[:, 3] < 80]
    whole = model.replay(past)
    checked = 0
    for code, subject, candidate in sorted({(int(r), int(s), int(o)) for s, r, o, _ in past}):
        drivers = [d for d in explain(model, index, 80, subject, code, candidate).drivers if d.share > 0]
        if checked == 20 or sum(driver.share for driver in drivers) < 1.0:
            continue
        kept = np.setdiff1d(np.arange(len(past)), [driver.fact for driver in drivers])
        without = chance(model.replay(past[kept]), subject, code, candidate)
        assert without < chance(whole, subject, code, candidate), (subject, code, candidate)
        checked += 1
    assert checked == 20


def chance(model: RankingModel, subject: int, code: int, candidate: int) -> float:
    ((candidates, scores),) = model.score(80, np.array([[subject, code]]))
    odds = np.exp(scores - scores.max())
    return float(odds[candidates == candidate].sum() / odds.sum())


def test_the_index_gives_the_events_before_a_day_as_each_side_saw_them(index: EvidenceIndex, facts: Ints) -> None:
    seen = index.between(2, 0, 23)
    mine = {(int(c), int(d)) for c, d in zip(seen.codes, seen.days, strict=True)}
    assert {(3, 4), (3, 13), (3, 22)} <= mine
    assert (4 + len(RELATIONS), 5) in mine
    assert (4 + len(RELATIONS), 23) not in mine
    assert np.all(np.diff(seen.days) >= 0)
    assert len(index.of(2, 90)) == int(((facts[:, 0] == 2) | (facts[:, 2] == 2)).sum())


def test_every_source_is_a_feature() -> None:
    assert set(SOURCES) <= set(FEATURES)


def test_an_actor_that_is_not_considered_is_refused(index: EvidenceIndex, facts: Ints) -> None:
    narrow = RankingModel(ACTORS, RELATIONS, Settings(lesson_days=20, known=1, new=1))
    narrow.fit(facts[facts[:, 3] < 80])
    ((candidates, _),) = narrow.score(80, np.array([[0, 1]]))
    stranger = int(np.setdiff1d(np.arange(len(ACTORS)), candidates)[0])
    with pytest.raises(ValueError, match="not among the candidates"):
        explain(narrow, index, 80, 0, 1, stranger)
