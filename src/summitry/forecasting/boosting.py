"""The optional boosted ranking model: trees over the same features, on top of the conditional logit."""

from __future__ import annotations

from typing import Any

import numpy as np

from summitry.errors import UsageError
from summitry.forecasting.arrays import Floats, Floats32, Ints
from summitry.forecasting.features import Rows
from summitry.forecasting.ranking import RankingModel

__all__ = ["BoostedModel"]

TREES = 150
PARAMETERS = {
    "objective": "lambdarank",
    "lambdarank_truncation_level": 15,
    "learning_rate": 0.06,
    "num_leaves": 31,
    "min_data_in_leaf": 200,
    "lambda_l2": 10.0,
    "feature_fraction": 0.5,
    "deterministic": True,
    "force_row_wise": True,
    "seed": 1,
    "verbose": -1,
}


class BoostedModel(RankingModel):
    """The ranking model with a LightGBM ranker that corrects the logit's scores.

    The drivers of `explaining.explain` are those of the logit below; the trees' correction is not taken apart.
    """

    booster: Any = None

    def fit(self, quads: Ints) -> None:
        """Fit the logit, then the trees, on the same lessons.

        Raises:
            UsageError: LightGBM is not installed.
        """
        try:
            import lightgbm
        except ImportError as error:
            raise UsageError("the boosted ranking needs LightGBM: install summitry[boosted]") from error
        lesson = self.roll(quads)
        self.learn(lesson)
        start = np.flatnonzero(np.r_[True, lesson.owners[1:] != lesson.owners[:-1]])
        groups = np.diff(np.r_[start, len(lesson.owners)])
        base = self.linear(lesson.features, lesson.codes)
        table = self._table(lesson.features, lesson.codes)
        data = lightgbm.Dataset(
            table, label=lesson.answers.astype(np.int64), group=groups, init_score=base, categorical_feature=[]
        )
        self.booster = lightgbm.train(PARAMETERS, data, num_boost_round=TREES)

    def values(self, rows: Rows, codes: Ints) -> Floats:
        """The score of each row: the logit's and the trees' correction."""
        own = codes[rows.owners]
        correction = self.booster.predict(self._table(rows.features, own))
        return np.asarray(self.linear(rows.features, own) + correction, dtype=np.float64)

    def _table(self, features: Floats32, codes: Ints) -> Floats32:
        """The features with the logit's score and the category of the act asked for."""
        more = [self.linear(features, codes), self.past().roots[codes]]
        return np.column_stack([features, *more]).astype(np.float32)
