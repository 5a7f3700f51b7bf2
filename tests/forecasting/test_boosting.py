"""The boosted ranking: optional, repeatable, and no worse at the plain regularities than the logit."""

from __future__ import annotations

import sys

import numpy as np
import pytest

from summitry.errors import UsageError
from summitry.forecasting.arrays import Ints
from summitry.forecasting.boosting import BoostedModel
from summitry.forecasting.ranking import Settings

from .made_up import ACTORS, RELATIONS

SETTINGS = Settings(lesson_days=40, known=8, new=6)


def test_without_lightgbm_it_says_what_to_install(facts: Ints, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lightgbm", None)
    with pytest.raises(UsageError, match=r"summitry\[boosted\]"):
        BoostedModel(ACTORS, RELATIONS, SETTINGS).fit(facts)


def test_it_expects_the_usual_host_and_repeats_itself(facts: Ints) -> None:
    pytest.importorskip("lightgbm", reason="the optional extra `boosted` is not installed")
    answers = []
    for _ in range(2):
        model = BoostedModel(ACTORS, RELATIONS, SETTINGS)
        model.fit(facts[facts[:, 3] < 80])
        ((candidates, scores),) = model.score(80, np.array([[0, 1]]))
        answers.append(scores)
        assert candidates[np.argmax(scores)] == 1
    assert np.array_equal(*answers)
