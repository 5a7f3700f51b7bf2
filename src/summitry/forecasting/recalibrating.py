"""From readings to odds: a logistic recalibration of the gamma-Poisson rate, fitted on resolved questions."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from summitry.errors import DataError
from summitry.forecasting.arrays import Floats, Ints
from summitry.forecasting.kinds import Kind
from summitry.forecasting.readings import READINGS
from summitry.forecasting.rolling import Sample
from summitry.forecasting.shrinking import Fitted, chance_of, fit_shrunk

__all__ = ["Recalibration", "recalibrate"]

_BELIEVED = {"usual rate": 1.0, "last season against usual": 0.3, "past windows against rate": 0.2, "announced": 1.5,
             "same weeks of past years": 0.5}  # fmt: skip
"""Weights before anything is learned: the rate as it is, a little of what differs lately; plans mostly hold."""
_FIRMNESS, _FIRM_KIND, _FIRM_SLOPE, _FIRM_CONSTANT = 40.0, 4.0, 60.0, 1.0
_HALF_LIFE = 3652.0
"""Days after which a past question counts half; a third of the record where that is shorter."""
VERSION = 1


@dataclass(frozen=True, slots=True)
class Recalibration:
    """Fitted weights.

    Args:
        kinds: the kinds, whose constants and slopes follow on the shared weights.
        fitted: the weights.
        questions: how many resolved questions they rest on.
    """

    kinds: tuple[Kind, ...]
    fitted: Fitted
    questions: int

    def scores(self, values: Floats, kinds: Ints) -> Floats:
        """Log odds of some rows."""
        return np.asarray(_design(values, kinds, len(self.kinds)) @ self.fitted.weights)

    def chances(self, values: Floats, kinds: Ints) -> Floats:
        """Probabilities of some rows."""
        return chance_of(self.scores(values, kinds))

    def spread(self, values: Floats, kinds: Ints, evidence: Floats) -> Floats:
        """Standard deviation of the log odds: of the weights, and of the rate, which rests on so many acts.

        A gamma-Poisson rate of n acts and one act's worth of shrinkage has a coefficient of variation of
        (n + 1) ** -0.5 (Gelman et al., Bayesian Data Analysis, 3rd ed., section 2.6).
        """
        slope = self.fitted.weights[1 + READINGS.index("usual rate")]
        of_weights = self.fitted.spread(_design(values, kinds, len(self.kinds)))
        return np.asarray(np.sqrt(2.0 * of_weights**2 + slope**2 / (evidence + 1.0)))

    def dump(self) -> str:
        """The weights as JSON."""
        data = {
            "version": VERSION,
            "readings": list(READINGS),
            "kinds": [[kind.type, kind.mode, kind.level] for kind in self.kinds],
            "weights": self.fitted.weights.tolist(),
            "covariance": self.fitted.covariance.tolist(),
            "questions": self.questions,
        }
        return json.dumps(data)

    @classmethod
    def load(cls, text: str) -> Recalibration:
        """Read what `dump` wrote.

        Raises:
            DataError: it is of another version.
        """
        data = json.loads(text)
        if data.get("version") != VERSION or data.get("readings") != list(READINGS):
            raise DataError("the weights belong to another version of the forecasts: fit them again")
        kinds = tuple(Kind(*kind) for kind in data["kinds"])
        return cls(kinds, Fitted(np.array(data["weights"]), np.array(data["covariance"])), int(data["questions"]))


def recalibrate(
    sample: Sample,
    kind_of_slot: Ints,
    kinds: Sequence[Kind],
    end: int,
    horizon: int,
    first_day: int,
    step: int,
    start: Floats | None = None,
) -> Recalibration:
    """Fit on the questions resolved by a day, recent ones counting more; windows that overlap share their weight.

    Args:
        sample: past questions. kind_of_slot: the number of each slot's kind.
        end: the day of the present. first_day: of the record. step: days from one origin to the next.
        start: weights to begin the search at, which change nothing but its length.
    """
    rows = sample.take(sample.origins + horizon <= end)
    half_life = min(_HALF_LIFE, max(60.0, (end - first_day) / 3.0))
    faded = np.exp2(-(end - horizon - rows.origins) / half_life)
    weights = rows.weights / float(rows.weights.min(initial=np.inf)) * faded * min(1.0, step / horizon)
    numbers = kind_of_slot[rows.cells % len(kind_of_slot)]
    columns = _design(rows.values, numbers, len(kinds))
    prior = np.zeros(columns.shape[1])
    for name, value in _BELIEVED.items():
        prior[1 + READINGS.index(name)] = value
    strengths = np.concatenate(
        [[_FIRM_CONSTANT], np.full(len(READINGS), _FIRMNESS), np.full(len(kinds), _FIRM_KIND),
         np.full(len(kinds), _FIRM_SLOPE)]
    )  # fmt: skip
    return Recalibration(tuple(kinds), fit_shrunk(columns, rows.outcomes, weights, prior, strengths, start), len(rows))


def _design(values: Floats, kinds: Ints, size: int) -> Floats:
    """Columns: a constant, the readings, and for each kind a constant and a slope of the usual rate."""
    member = np.eye(size)[kinds]
    usual = values[:, [READINGS.index("usual rate")]]
    return np.hstack([np.ones((len(values), 1)), values, member, member * usual])
