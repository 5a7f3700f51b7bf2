"""Ranking what comes next: it learns, repeats itself and never looks ahead."""

from __future__ import annotations

import numpy as np
import pytest

from summitry.forecasting.arrays import Ints
from summitry.forecasting.ranking import RankingModel, Settings

from .made_up import ACTORS, RELATIONS

SETTINGS = Settings(lesson_days=40, known=8, new=6)


def fitted(facts: Ints, until: int) -> RankingModel:
    model = RankingModel(ACTORS, RELATIONS, SETTINGS)
    model.fit(facts[facts[:, 3] < until])
    return model


def best(model: RankingModel, day: int, subject: int, code: int) -> int:
    ((candidates, scores),) = model.score(day, np.array([[subject, code]]))
    return int(candidates[np.argmax(scores)])


def test_a_regular_visit_is_expected_from_its_usual_host(facts: Ints) -> None:
    assert best(fitted(facts, 80), 80, 0, 1) == 1


def test_the_inverse_code_asks_for_the_one_who_acts(facts: Ints) -> None:
    assert best(fitted(facts, 80), 80, 4, 5 + len(RELATIONS)) == 3


def test_fitting_twice_gives_the_same_bits(facts: Ints) -> None:
    one, two = fitted(facts, 60), fitted(facts, 60)
    assert one.weights.tobytes() == two.weights.tobytes()


def test_the_order_of_facts_within_the_record_does_not_matter(facts: Ints) -> None:
    past = facts[facts[:, 3] < 60]
    mixed = np.random.default_rng(1).permutation(past)
    assert np.array_equal(fitted(past, 60).weights, fitted(mixed, 60).weights)


def test_scores_of_a_day_do_not_depend_on_its_other_queries(facts: Ints) -> None:
    model = fitted(facts, 60)
    queries = np.array([[0, 0], [0, 1], [2, 3], [4, 5]])
    together = model.score(60, queries)
    for i, (candidates, scores) in enumerate(together):
        ((alone, alone_scores),) = model.score(60, queries[i : i + 1])
        assert np.array_equal(candidates, alone)
        assert np.allclose(scores, alone_scores, atol=1e-5)


def test_what_is_learned_of_a_day_does_not_depend_on_later_facts(facts: Ints) -> None:
    """The leak test within the fit: shuffle or delete the later days, and each earlier lesson stays the same."""
    rng = np.random.default_rng(3)
    past, future = facts[facts[:, 3] < 60], facts[facts[:, 3] >= 60]
    shuffled = future.copy()
    shuffled[:, :3] = future[rng.permutation(len(future)), :3]
    whole = RankingModel(ACTORS, RELATIONS, Settings(lesson_days=60)).roll(facts)
    other = RankingModel(ACTORS, RELATIONS, Settings(lesson_days=60)).roll(np.concatenate([past, shuffled]))
    size = int(
        np.flatnonzero(np.any(whole.features[: len(other.features)] != other.features[: len(whole.features)], axis=1))[
            0
        ]
    )
    earlier = RankingModel(ACTORS, RELATIONS, Settings(lesson_days=30)).roll(past)
    assert size >= len(earlier.features)


def test_facts_of_the_day_and_after_change_no_score(facts: Ints) -> None:
    """The leak test for forecasts: scores given on the way are those of a model that has never seen the rest."""
    queries = np.array([[0, 0], [1, 1], [2, 3]])
    walking = fitted(facts, 60)
    for day in range(60, 80):
        if day % 7 == 0:
            fresh = fitted(facts, 60)
            for before in range(60, day):
                fresh.observe(before, facts[facts[:, 3] == before])
            for (a, x), (b, y) in zip(walking.score(day, queries), fresh.score(day, queries), strict=True):
                assert np.array_equal(a, b)
                assert np.array_equal(x, y)
        walking.observe(day, facts[facts[:, 3] == day])


def test_an_unfitted_model_says_so() -> None:
    with pytest.raises(ValueError, match="not been fitted"):
        RankingModel(ACTORS, RELATIONS).score(0, np.array([[0, 0]]))
