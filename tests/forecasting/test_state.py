"""A model written as data and read again gives the same scores."""

from __future__ import annotations

import numpy as np
import pytest

from summitry.errors import DataError
from summitry.forecasting.arrays import Ints
from summitry.forecasting.ranking import RankingModel, Settings
from summitry.forecasting.state import dump_model, load_model

from .made_up import ACTORS, RELATIONS


def test_a_model_read_again_gives_the_same_scores(facts: Ints) -> None:
    past = facts[facts[:, 3] < 80]
    model = RankingModel(ACTORS, RELATIONS, Settings(lesson_days=30))
    model.fit(past)
    again = load_model(dump_model(model), past)
    queries = np.array([[0, 1], [2, 3]])
    for (a, x), (b, y) in zip(model.score(80, queries), again.score(80, queries), strict=True):
        assert np.array_equal(a, b)
        assert np.array_equal(x, y)
    assert dump_model(again) == dump_model(model)


def test_weights_of_another_version_are_refused(facts: Ints) -> None:
    with pytest.raises(DataError, match="fit it again"):
        load_model('{"version": 0}', facts)
