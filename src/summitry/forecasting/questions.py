"""How likely it is that an act of a family falls within the next days between two states."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from summitry.forecasting.arrays import Floats, Ints
from summitry.forecasting.calendar import tempo
from summitry.forecasting.panels import Dyad, Family, Panel, active_dyads, count_panel
from summitry.forecasting.shrinking import chance_of, fit_shrunk
from summitry.forecasting.signals import SIGNALS, base_rate, signals_at

__all__ = ["Lessons", "Now", "Odds", "QuestionModel", "QuestionSettings"]

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
    half_life: float = 120.0
    floor: float = 0.02
    penalty: float = 5.0
    family_penalty: float = 20.0
    day_penalty: float = 20.0


@dataclass(frozen=True, slots=True)
class Now:
    """What is asked now: signals and families, a row a dyad."""

    signals: Floats
    families: Ints


@dataclass(frozen=True, slots=True)
class Lessons:
    """Resolved past questions: signals, families, outcomes, weights, numbers of the cut-offs, whether now asked (1)."""

    signals: Floats
    families: Ints
    outcomes: Floats
    weights: Floats
    cutoffs: Ints
    asked: Floats


class QuestionModel:
    """A logistic model of shrunk decayed rates, fitted afresh at each cut-off on all questions resolved by then.

    It learns from every dyad that was as active, at a past cut-off, as those asked about are now, and not from these
    alone: dyads chosen for what they did over the whole record would make the past look steadier than the future is.

    Args:
        families: the kinds of question.
        relations: names of the relations.
        state_of: the state for which an actor acts.
        settings: see `QuestionSettings`.
        first_day: the date of day 0, by which the seasons of diplomacy are told; `None` where it is not known.
    """

    def __init__(
        self,
        families: Sequence[Family],
        relations: Sequence[str],
        state_of: Mapping[int, str],
        settings: QuestionSettings | None = None,
        first_day: date | None = None,
    ) -> None:
        self.families = tuple(families)
        self.relations = tuple(relations)
        self.state_of = dict(state_of)
        self.settings = settings or QuestionSettings()
        self.first_day = first_day

    def forecast(self, cutoff: int, history: Ints, dyads: Sequence[Dyad], horizon: int) -> list[Odds]:
        """The odds of each dyad for the days cutoff to cutoff + horizon - 1.

        Args:
            history: int array [n, 4] of facts; those from the cut-off day on are left out.
        """
        history = history[history[:, 3] < cutoff]
        context = (self.relations, self.state_of, self.families)
        asked = list(dict.fromkeys(dyads))
        told = set(active_dyads(history, cutoff, *context, least=1))
        mutual = {family.name for family in self.families if not family.directed}
        same = {Dyad(d.family, d.second, d.first) for d in asked if d.family in mutual}
        panel = count_panel(history, cutoff, *context, [*asked, *sorted(told - set(asked) - same)])
        number = {family.name: i for i, family in enumerate(self.families)}
        families = np.array([number[d.family] for d in panel.dyads], dtype=np.int64)
        worth = tempo(self.first_day, cutoff + horizon) if self.first_day else np.ones(cutoff + horizon)
        size = len(asked)
        now = Now(signals_at(panel, families, cutoff, horizon, worth)[:size], families[:size])
        chances = self.chances(self._lessons(panel, families, horizon, size, worth), now)
        usual = base_rate(panel.own[:size], families[:size], horizon)
        seen = np.asarray(panel.pair[:size].any(axis=1))
        odds = {d: Odds(float(chances[i]), float(usual[i]), bool(seen[i])) for i, d in enumerate(asked)}
        return [odds[d] for d in dyads]

    def _lessons(self, panel: Panel, families: Ints, horizon: int, asked: int, worth: Floats) -> Lessons:
        """Questions of the same horizon about the panel's dyads, resolved by its last day."""
        settings, cutoff = self.settings, panel.own.shape[1]
        active = np.cumsum(panel.own > 0, axis=1)
        least = float(np.quantile(active[:asked, -1] / cutoff, settings.floor))
        parts: list[Lessons] = []
        for index, past in enumerate(range(cutoff - horizon, settings.start - 1, -settings.step)):
            rows = np.flatnonzero(active[:, past - 1] / past >= least)
            weight = 2.0 ** (-(cutoff - horizon - past) / settings.half_life) * min(1.0, settings.step / horizon)
            parts.append(
                Lessons(
                    signals_at(panel, families, past, horizon, worth)[rows],
                    families[rows],
                    np.asarray(panel.own[rows, past : past + horizon].any(axis=1), dtype=np.float64),
                    np.full(len(rows), weight),
                    np.full(len(rows), index, dtype=np.int64),
                    (rows < asked).astype(np.float64),
                )
            )
        if not parts:
            raise ValueError(f"no question of {horizon} days was resolved by day {cutoff}")
        return Lessons(*(np.concatenate([getattr(part, name) for part in parts]) for name in Lessons.__slots__))

    def chances(self, lessons: Lessons, now: Now) -> Floats:
        """The chances of the questions asked now, learned from those resolved."""
        settings, size = self.settings, len(self.families)
        mean, spread = lessons.signals.mean(axis=0), lessons.signals.std(axis=0) + 1e-6
        days = int(lessons.cutoffs.max()) + 1
        rows = _design((lessons.signals - mean) / spread, lessons.families, size, lessons.asked)
        rows = np.hstack([rows, np.eye(days)[lessons.cutoffs]])
        strengths = np.concatenate(
            [
                [1e-6, 0.01],
                np.full(len(SIGNALS), settings.penalty),
                np.full(size * (2 + len(OWN_SLOPES)), settings.family_penalty),
                np.full(days, settings.day_penalty),
            ]
        )
        fitted = fit_shrunk(rows, lessons.outcomes, lessons.weights, np.zeros(rows.shape[1]), strengths)
        asked = _design((now.signals - mean) / spread, now.families, size, np.ones(len(now.families)))
        return chance_of(asked @ fitted.weights[: asked.shape[1]])


def _design(signals: Floats, families: Ints, size: int, asked: Floats) -> Floats:
    """Columns: constant, asked, signals, and by family: constant, asked, own slopes."""
    member = np.eye(size)[families]
    slopes = [member * signals[:, [SIGNALS.index(name)]] for name in OWN_SLOPES]
    return np.hstack([np.ones((len(signals), 1)), asked[:, None], signals, member, member * asked[:, None], *slopes])
