"""The optional boosted question model: small trees over the same signals, averaged with the logistic model."""

from __future__ import annotations

import numpy as np

from summitry.errors import UsageError
from summitry.forecasting.arrays import Floats
from summitry.forecasting.questions import Lessons, Now, QuestionModel
from summitry.forecasting.shrinking import chance_of

__all__ = ["BoostedQuestionModel"]

TREES = 200
PARAMETERS = {
    "objective": "binary",
    "learning_rate": 0.04,
    "num_leaves": 8,
    "min_data_in_leaf": 150,
    "lambda_l2": 20.0,
    "feature_fraction": 0.4,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "max_bin": 63,
    "deterministic": True,
    "force_row_wise": True,
    "seed": 1,
    "verbose": -1,
}


class BoostedQuestionModel(QuestionModel):
    """The question model whose log odds are the mean of the logistic model's and of LightGBM's."""

    def chances(self, lessons: Lessons, now: Now) -> Floats:
        """The chances of the questions asked now, learned from those resolved.

        Raises:
            UsageError: LightGBM is not installed.
        """
        try:
            import lightgbm
        except ImportError as error:
            raise UsageError("boosted questions need LightGBM: install summitry[boosted]") from error
        table = np.column_stack([lessons.signals, lessons.families])
        data = lightgbm.Dataset(table, label=lessons.outcomes, weight=lessons.weights)
        booster = lightgbm.train(PARAMETERS, data, num_boost_round=TREES)
        score = booster.predict(np.column_stack([now.signals, now.families]), raw_score=True)
        flat = np.clip(super().chances(lessons, now), 1e-6, 1 - 1e-6)
        return chance_of((np.log(flat / (1 - flat)) + score) / 2)
