"""Which act between whom comes next: the ranking model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from summitry.forecasting.arrays import Bools, Floats, Floats32, Ints, both_directions, top_per_group
from summitry.forecasting.codes import roots_of
from summitry.forecasting.features import FEATURES, Rows, describe
from summitry.forecasting.history import History
from summitry.forecasting.homes import homes_of
from summitry.forecasting.logit import fit_groups, fit_logit

__all__ = ["Lesson", "RankingModel", "Settings"]

CRUDE = [FEATURES.index(name) for name in (
    "same act, months", "share of act, months", "pair, months", "category, months", "pattern, sum",
    "object of act, months", "home pair, months",
)]  # fmt: skip
"""Features whose plain sum tells hard rivals from easy ones before any weight is known."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a fit of the ranking model depends on besides the facts.

    Args:
        lesson_days: the last days of the record, on which the weights are fitted.
        lesson_queries: at most so many queries in all, spread evenly over these days.
        lesson_rivals: of each query's candidates, how many false ones to learn from.
        known, new: limits of candidates.
        penalty, group_penalty: shrinkage of the shared weights towards 0, of a group's towards the shared ones.
    """

    lesson_days: int = 60
    lesson_queries: int = 16_000
    lesson_rivals: int = 50
    known: int = 160
    new: int = 60
    penalty: float = 1.0
    group_penalty: float = 160.0


@dataclass(frozen=True, slots=True)
class Lesson:
    """Rows to learn from: features, the query of each row, whether it is true, and its code."""

    features: Floats32
    owners: Ints
    answers: Bools
    codes: Ints


class RankingModel:
    """Ranks the answers of "who does this to (or with) whom", each score a weighted sum of readable features.

    Args:
        actors, relations: the names, in the order of their numbers.
        settings: see `Settings`.
    """

    def __init__(self, actors: Sequence[str], relations: Sequence[str], settings: Settings | None = None) -> None:
        self.actors = tuple(actors)
        self.relations = tuple(relations)
        self.settings = settings or Settings()
        self.roots = roots_of(relations)
        self.history: History | None = None
        self.weights: Floats = np.zeros((2 * (int(self.roots.max()) + 1), len(FEATURES)))

    def fit(self, quads: Ints) -> None:
        """Roll through the facts day by day, then fit the weights on the last days.

        Args:
            quads: int array [n, 4] of subject, relation, object, day.
        """
        self.learn(self.roll(quads))

    def learn(self, lesson: Lesson) -> None:
        """Fit the shared weights, then those of each category, shrunk towards the shared ones."""
        settings, prior = self.settings, np.zeros(len(FEATURES))
        shared = fit_logit(lesson.features, lesson.owners, lesson.answers, prior, settings.penalty)
        groups = self.past().roots[lesson.codes]
        self.weights = fit_groups(
            lesson.features, lesson.owners, lesson.answers, groups, shared, settings.group_penalty, len(self.weights)
        )

    def roll(self, quads: Ints) -> Lesson:
        """Take in all facts; describe the queries of the last days as they stood before each day."""
        quads = np.asarray(quads, dtype=np.int64)
        days = np.unique(quads[:, 3])
        start = int(days[-1]) - self.settings.lesson_days + 1
        start = max(start, int(days[len(days) // 3]))
        homes = homes_of(self.actors, quads[quads[:, 3] < start][:, [0, 2]])
        self.history = History(len(self.actors), len(self.relations), self.roots, homes)
        per_day = max(1, self.settings.lesson_queries // max(1, int((days >= start).sum())))
        lessons = []
        for day in days.tolist():
            facts = quads[quads[:, 3] == day]
            if day >= start:
                lessons.append(self._lesson(day, facts, per_day))
            self.history.add(day, facts)
        return _joined(lessons)

    def _lesson(self, day: int, facts: Ints, limit: int) -> Lesson:
        """Some queries of a day with the true answers and the rivals that the record favours."""
        history = self.past()
        history.move_to(day)
        both = both_directions(facts, len(self.relations))
        queries = np.unique(both[:, :2], axis=0)
        step = max(1, -(-len(queries) // limit))
        queries = queries[day % step :: step]
        rows = describe(history, queries[:, 0], queries[:, 1], self.settings.known, self.settings.new)
        codes, actors = history.codes, history.actors
        truth = np.unique((both[:, 0] * codes + both[:, 1]) * actors + both[:, 2])
        asked = (queries[rows.owners, 0] * codes + queries[rows.owners, 1]) * actors + rows.candidates
        answers = np.isin(asked, truth)
        kept = _rivals(rows, answers, self.settings.lesson_rivals)
        solvable = np.bincount(rows.owners, answers, minlength=len(queries)) > 0
        kept = kept[solvable[rows.owners[kept]]]
        return Lesson(rows.features[kept], rows.owners[kept], answers[kept], queries[rows.owners[kept], 1])

    def observe(self, day: int, quads: Ints) -> None:
        """Take in the facts of a finished day."""
        self.past().add(day, np.asarray(quads, dtype=np.int64))

    def score(self, day: int, queries: Ints) -> list[tuple[Ints, Floats]]:
        """Candidates and scores of each query (subject, code) of a day, from what happened before it."""
        history = self.past()
        history.move_to(day)
        queries = np.asarray(queries, dtype=np.int64)
        rows = describe(history, queries[:, 0], queries[:, 1], self.settings.known, self.settings.new)
        values = self.values(rows, queries[:, 1])
        bounds = np.searchsorted(rows.owners, np.arange(len(queries) + 1))
        return [(rows.candidates[low:high], values[low:high]) for low, high in pairwise(bounds.tolist())]

    def values(self, rows: Rows, codes: Ints) -> Floats:
        """The score of each row."""
        return self.linear(rows.features, codes[rows.owners])

    def linear(self, features: Floats32, codes: Ints) -> Floats:
        """The weighted sum of the features of each row, by the weights of its code's category."""
        weights = self.weights[self.past().roots[codes]]
        return np.asarray(np.einsum("ij,ij->i", features.astype(np.float64), weights))

    def parts(self, day: int, subject: int, code: int, candidate: int) -> Floats:
        """What each feature adds to a candidate's score, in the order of `FEATURES`.

        Raises:
            ValueError: the candidate is not considered.
        """
        history = self.past()
        history.move_to(day)
        rows = describe(history, np.array([subject]), np.array([code]), self.settings.known, self.settings.new)
        at = np.flatnonzero(rows.candidates == candidate)
        if not len(at):
            raise ValueError(f"{self.actors[candidate]} is not among the candidates")
        return np.asarray(rows.features[at[0]].astype(np.float64) * self.weights[history.roots[code]])

    def replay(self, quads: Ints) -> RankingModel:
        """A model with the same weights that has seen these facts alone."""
        other = RankingModel(self.actors, self.relations, self.settings)
        other.weights = self.weights
        quads = np.asarray(quads, dtype=np.int64)
        other.history = History(len(self.actors), len(self.relations), self.roots, self.past().homes)
        for day in np.unique(quads[:, 3]).tolist():
            other.history.add(day, quads[quads[:, 3] == day])
        return other

    def past(self) -> History:
        """What has been counted so far."""
        if self.history is None:
            raise ValueError("the model has not been fitted")
        return self.history


def _rivals(rows: Rows, answers: Bools, limit: int) -> Ints:
    """Row numbers of the answers, of the rivals that look most likely, and of every fourth other one, in order."""
    crude = rows.features[:, CRUDE].sum(axis=1).astype(np.float64)
    top = top_per_group(np.where(answers, np.inf, crude), rows.owners, limit)
    spread = np.arange(0, len(answers), 4, dtype=np.int64)
    return np.union1d(top, spread)


def _joined(lessons: Sequence[Lesson]) -> Lesson:
    """All lessons as one, with queries numbered on."""
    shifts = np.cumsum([0] + [int(x.owners[-1]) + 1 if len(x.owners) else 0 for x in lessons])
    return Lesson(
        np.concatenate([x.features for x in lessons]),
        np.concatenate([x.owners + shift for x, shift in zip(lessons, shifts, strict=False)]),
        np.concatenate([x.answers for x in lessons]),
        np.concatenate([x.codes for x in lessons]),
    )
