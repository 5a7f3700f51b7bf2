"""How likely it is that an act of a family falls within the next days between two states."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize

from summitry.forecasting.arrays import Bools, Floats, Ints
from summitry.forecasting.panels import Dyad, Family, Panel, active_dyads, count_panel
from summitry.forecasting.signals import SIGNALS, base_rate, signals_at

__all__ = ["Odds", "QuestionModel", "QuestionSettings"]

OWN_SLOPES = ("own, 30 days", "windows with an event")
"""Signals whose weight may differ by family."""


@dataclass(frozen=True, slots=True)
class Odds:
    """The answer to one question.

    Args:
        probability: that at least one event falls within the horizon.
        base_rate: share of past windows of that length with one, shrunk to the family's mean.
        basis: False where the two sides have never been recorded together: no forecast should be shown.
    """

    probability: float
    base_rate: float
    basis: bool


@dataclass(frozen=True, slots=True)
class QuestionSettings:
    """What the fit of the question model depends on besides the record.

    Args:
        step: days between the past cut-offs from which is learned.
        start: first day of the record that may be a past cut-off.
        half_life: days after which a past cut-off counts half.
        floor: only past dyads at least as active as this quantile of those asked are learned from.
        penalty: shrinkage of the weights; family_penalty: of a family's own weights; day_penalty: of what all dyads
            of one past cut-off share.
    """

    step: int = 7
    start: int = 60
    half_life: float = 60.0
    floor: float = 0.02
    penalty: float = 2.0
    family_penalty: float = 20.0
    day_penalty: float = 20.0


@dataclass(frozen=True, slots=True)
class _Sample:
    """Resolved past questions: signals, outcomes, weights, families, numbers of the cut-offs, whether now asked."""

    signals: Floats
    outcomes: Floats
    weights: Floats
    families: Ints
    cutoffs: Ints
    asked: Bools


class QuestionModel:
    """A logistic model of shrunk decayed rates, fitted afresh at each cut-off on all questions resolved by then.

    It learns from every dyad that was as active, at a past cut-off, as those asked about are now, and not from these
    alone: dyads chosen for what they did over the whole record would make the past look steadier than the future is.

    Args:
        families: the kinds of question.
        relations: names of the relations.
        state_of: the state for which an actor acts.
    """

    def __init__(
        self,
        families: Sequence[Family],
        relations: Sequence[str],
        state_of: Mapping[int, str],
        settings: QuestionSettings | None = None,
    ) -> None:
        self.families = tuple(families)
        self.relations = tuple(relations)
        self.state_of = dict(state_of)
        self.settings = settings or QuestionSettings()

    def forecast(self, cutoff: int, history: Ints, dyads: Sequence[Dyad], horizon: int) -> list[Odds]:
        """The odds of each dyad for the days cutoff to cutoff + horizon - 1.

        Args:
            history: int array [n, 4] of facts; those from the cut-off day on are left out.
        """
        history = history[history[:, 3] < cutoff]
        context = (self.relations, self.state_of, self.families)
        asked = list(dict.fromkeys(dyads))
        others = set(active_dyads(history, cutoff, *context, least=1)) - set(asked) - {_turned(d) for d in asked}
        directed = {family.name for family in self.families if family.directed}
        turned = {_turned(d) for d in asked if d.family in directed} - set(asked)
        turned &= set(active_dyads(history, cutoff, *context, least=1))
        panel = count_panel(history, cutoff, *context, [*asked, *sorted(others | turned)])
        number = {family.name: i for i, family in enumerate(self.families)}
        families = np.array([number[d.family] for d in panel.dyads], dtype=np.int64)
        now = signals_at(panel, families, cutoff, horizon)[: len(asked)]
        sample = self._sample(panel, families, cutoff, horizon, len(asked))
        chances = self._fit(sample, now, families[: len(asked)])
        usual = base_rate(panel.own[: len(asked)], families[: len(asked)], horizon)
        seen = np.asarray(panel.pair[: len(asked)].any(axis=1))
        odds = {d: Odds(float(chances[i]), float(usual[i]), bool(seen[i])) for i, d in enumerate(asked)}
        return [odds[d] for d in dyads]

    def _sample(self, panel: Panel, families: Ints, cutoff: int, horizon: int, asked: int) -> _Sample:
        """Questions of the same horizon about the panel's dyads, resolved by the cut-off."""
        settings = self.settings
        active = np.cumsum(panel.own > 0, axis=1)
        least = float(np.quantile(active[:asked, -1] / cutoff, settings.floor))
        parts: list[tuple[Floats, Floats, Floats, Ints, Ints, Bools]] = []
        for index, past in enumerate(range(cutoff - horizon, settings.start - 1, -settings.step)):
            rows = np.flatnonzero(active[:, past - 1] / past >= least)
            signals = signals_at(panel, families, past, horizon)[rows]
            outcome = np.asarray(panel.own[rows, past : past + horizon].any(axis=1), dtype=np.float64)
            weight = 2.0 ** (-(cutoff - horizon - past) / settings.half_life) * min(1.0, settings.step / horizon)
            size = len(rows)
            parts.append(
                (
                    signals,
                    outcome,
                    np.full(size, weight),
                    families[rows],
                    np.full(size, index, dtype=np.int64),
                    rows < asked,
                )
            )
        if not parts:
            raise ValueError(f"no question of {horizon} days was resolved by day {cutoff}")
        return _Sample(*(np.concatenate(column) for column in zip(*parts, strict=True)))

    def _fit(self, sample: _Sample, now: Floats, families: Ints) -> Floats:
        """The chances of the questions asked now."""
        settings, size = self.settings, len(self.families)
        mean, spread = sample.signals.mean(axis=0), sample.signals.std(axis=0) + 1e-6
        days = int(sample.cutoffs.max()) + 1
        matrix = _design((sample.signals - mean) / spread, sample.families, size, sample.asked.astype(np.float64))
        matrix = np.hstack([matrix, np.eye(days)[sample.cutoffs]])
        penalties = np.concatenate(
            [
                [1e-6, 0.01],
                np.full(len(SIGNALS), settings.penalty),
                np.full(size * (2 + len(OWN_SLOPES)), settings.family_penalty),
                np.full(days, settings.day_penalty),
            ]
        )
        weights = _fit_logistic(matrix, sample.outcomes, sample.weights, penalties)
        asked = _design((now - mean) / spread, families, size, np.ones(len(now)))
        score = asked @ weights[: asked.shape[1]]
        return np.asarray(1.0 / (1.0 + np.exp(-score)))


def _turned(dyad: Dyad) -> Dyad:
    return Dyad(dyad.family, dyad.second, dyad.first)


def _design(signals: Floats, families: Ints, size: int, asked: Floats) -> Floats:
    """Columns: constant, asked, signals, and by family: constant, asked, own slopes."""
    member = np.eye(size)[families]
    slopes = [member * signals[:, [SIGNALS.index(name)]] for name in OWN_SLOPES]
    return np.hstack([np.ones((len(signals), 1)), asked[:, None], signals, member, member * asked[:, None], *slopes])


def _fit_logistic(matrix: Floats, outcomes: Floats, weights: Floats, penalties: Floats) -> Floats:
    """Weighted logistic regression with a ridge penalty for each coefficient."""

    def loss(beta: Floats) -> tuple[float, Floats]:
        score = matrix @ beta
        value = float(np.sum(weights * (np.logaddexp(0.0, score) - outcomes * score)))
        chance = 1.0 / (1.0 + np.exp(-score))
        gradient = matrix.T @ (weights * (chance - outcomes)) + penalties * beta
        return value + 0.5 * float(penalties @ (beta * beta)), gradient

    result = minimize(loss, np.zeros(matrix.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 200})
    return np.asarray(result.x, dtype=np.float64)
