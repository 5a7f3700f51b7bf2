"""The course of a relation, or of one actor: a row for each step of time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from math import fsum
from typing import TYPE_CHECKING, get_args

import numpy as np

from summitry.errors import UsageError
from summitry.incidents import LEVELS, IncidentTable
from summitry.model import HAPPENED, EventType, Status
from summitry.relations.answers import Answer, coverage_line, plural
from summitry.relations.bonds import Bond, bonds_between, bonds_of
from summitry.relations.coverage import Coverage, assumed_coverage, by_incident
from summitry.relations.decay import HALF_LIFE, intensity_at
from summitry.relations.drawing import DRAWS, bounds, draw_weights
from summitry.relations.parties import Party, as_party
from summitry.relations.steps import Step, day_of, end_of, label_of, step_of, steps_in

if TYPE_CHECKING:
    import polars

__all__ = ["MOST_STEPS", "Series", "series_between", "series_of"]

MOST_STEPS = 100_000
"""Steps of a series at most: 270 years of days."""

Number = int | float | str | date


@dataclass(frozen=True)
class Series:
    """What happened between two parties, or to one, step by step.

    Args:
        title: who.
        step: how long a step is.
        first: its first day.
        last: its last day.
        bonds: the incidents up to the last day with how they stand between the parties; the intensity of the first step
            rests on those before it too.
        coverage: what states them.
        half_life: days after which an incident weighs half in the intensity.
        draws: how often documents are drawn for the bounds; 0 for none.
    """

    title: str
    step: Step
    first: date
    last: date
    bonds: tuple[Bond, ...]
    coverage: Coverage
    half_life: float = HALF_LIFE
    draws: int = DRAWS

    @cached_property
    def starts(self) -> tuple[date, ...]:
        """The first days of the steps."""
        return tuple(steps_in(self.first, self.last, self.step))

    @cached_property
    def placed(self) -> tuple[tuple[int, Bond], ...]:
        """The number of its step with each incident that can be placed in one."""
        numbers = {start: number for number, start in enumerate(self.starts)}
        found = ((step_of(bond.incident.interval, self.step), bond) for bond in self.bonds)
        return tuple((numbers[start], bond) for start, bond in found if start is not None and start in numbers)

    @property
    def unplaced(self) -> tuple[Bond, ...]:
        """The incidents that are dated too coarsely for a step of this length, or not at all."""
        placed = {bond.incident.id for _, bond in self.placed}
        days = [(day_of(bond.incident), bond) for bond in self.bonds if bond.incident.id not in placed]
        return tuple(bond for day, bond in days if day is None or day >= self.first)

    @property
    def incidents(self) -> IncidentTable:
        """The incidents that are placed."""
        return IncidentTable(tuple(bond.incident for _, bond in self.placed))

    @cached_property
    def frame(self) -> polars.DataFrame:
        """The series as a table, one row a step; `docs/reference/relations.md` tells its columns."""
        import polars as pl

        return pl.DataFrame(self._columns())

    def to_polars(self) -> polars.DataFrame:
        """Return the table."""
        return self.frame

    @property
    def rule(self) -> str:
        """Which incidents count, and how, in words."""
        left_out = f"; {plural(len(self.unplaced), 'incident')} dated too coarsely for it" if self.unplaced else ""
        bounds_told = "; bounds: 90 of 100 draws of documents" if self.draws else ""
        return (
            f"Every incident with both sides by {self.step} of its first day{left_out}. Score: PLOVER "
            "conflict-cooperation scale of what occurred, none for acts together upon a third; intensity: its sum, "
            f"halved every {self.half_life:g} days{bounds_told}."
        )

    @property
    def covered(self) -> str:
        """How many incidents in how many documents, and in how many steps nothing is known."""
        states = list(self.frame["state"])
        line = coverage_line(self.incidents, self.coverage, "incident", [])
        silent, unknown = states.count("silent"), states.count("no reports")
        return f"{line}; {silent} of {len(states)} steps silent, {unknown} without reports"

    def answer(self) -> Answer:
        """Return the series as an answer."""
        return Answer(self.title, self.frame, self.incidents, self.rule, self.covered)

    def _repr_html_(self) -> str:
        return self.answer()._repr_html_()

    def _columns(self) -> dict[str, list[Number | None]]:
        acts: list[list[Bond]] = [[] for _ in self.starts]
        for number, bond in self.placed:
            acts[number].append(bond)
        columns: dict[str, list[Number | None]] = {
            "period": list(self.starts),
            "label": [label_of(start, self.step) for start in self.starts],
        }
        columns |= self._counts(acts) | self._scores(acts) | self._bounds() | self._reports(acts)
        return columns

    def _counts(self, acts: Sequence[Sequence[Bond]]) -> dict[str, list[Number | None]]:
        apart = [[bond.incident for bond in step if bond.direction != "together"] for step in acts]
        found: dict[str, list[Number | None]] = {
            "incidents": [len(step) for step in apart],
            "together": [len(step) - len(kept) for step, kept in zip(acts, apart, strict=True)],
            **{way: [sum(b.direction == way for b in step) for step in acts] for way in ("forth", "back", "mutual")},
        }
        for field, names in (("type", get_args(EventType)), ("level", LEVELS), ("status", get_args(Status))):
            for name in names:
                found[name.lower()] = [sum(getattr(i, field) == name for i in step) for step in apart]
        found["leader_meetings"] = [sum(map(is_leader_meeting, step)) for step in acts]
        return found

    def _scores(self, acts: Sequence[Sequence[Bond]]) -> dict[str, list[Number | None]]:
        scores = [[bond.score for bond in step if bond.score is not None] for step in acts]
        known = [(day, bond.score) for bond in self.bonds if bond.score is not None and (day := day_of(bond.incident))]
        ends = [min(end_of(start, self.step), self.last) for start in self.starts]
        return {
            "scored": [len(step) for step in scores],
            "score_sum": [round(fsum(step), 3) for step in scores],
            "score_mean": [round(sum(step) / len(step), 3) if step else None for step in scores],
            "intensity": list(intensity_at(ends, known, self.half_life)),
        }

    def _bounds(self) -> dict[str, list[Number | None]]:
        if not self.draws:
            return {}
        ids = [bond.incident.id for _, bond in self.placed]
        weights = draw_weights(ids, self.coverage.of(ids), self.draws)
        steps = np.array([number for number, _ in self.placed], dtype=np.int64)
        found: dict[str, list[Number | None]] = {}
        for name, values in (
            ("incidents", [float(bond.direction != "together") for _, bond in self.placed]),
            ("score_sum", [bond.score or 0.0 for _, bond in self.placed]),
        ):
            for bound, row in zip(
                ("low", "high"), bounds(weights, np.array(values), steps, len(self.starts)), strict=True
            ):
                found[f"{name}_{bound}"] = [round(float(value), 3) for value in row]
        return found

    def _reports(self, acts: Sequence[Sequence[Bond]]) -> dict[str, list[Number | None]]:
        stated = by_incident(self.coverage.of([bond.incident.id for _, bond in self.placed]))
        mentions = [[m for bond in step for m in stated.get(bond.incident.id, ())] for step in acts]
        ends = [(start, end_of(start, self.step)) for start in self.starts]
        return {
            "documents": [len({m.document_id for m in step if not m.by_hand}) for step in mentions],
            "sources": [len({m.source for m in step}) for step in mentions],
            "published": [self.coverage.count_published(first, last) for first, last in ends],
            "state": [self.coverage.state(*end, len(step)) for end, step in zip(ends, acts, strict=True)],
        }


def is_leader_meeting(bond: Bond) -> bool:
    """Tell whether leaders of both sides met: a CONSULT at leader level that occurred, no telephone call."""
    incident = bond.incident
    return (
        incident.type == "CONSULT"
        and incident.level == "leader"
        and incident.mode != "phone"
        and incident.status in HAPPENED
        and bond.direction != "together"
    )


def series_between(
    incidents: IncidentTable,
    one: str | Party,
    other: str | Party,
    *,
    step: Step = "month",
    since: date | None = None,
    until: date | None = None,
    coverage: Coverage | None = None,
    half_life: float = HALF_LIFE,
    draws: int = DRAWS,
) -> Series:
    """Return the course of a relation.

    Args:
        incidents: any incidents; those with both parties count.
        one: a code, a name, several parted by `+`, or a party.
        other: the other side; acts of the first on it are `forth`.
        step: how long a step is.
        since: first day; that of the first incident where not given.
        until: last day; the last of which the record knows anything where not given.
        coverage: what states the incidents, as a record tells it; else as far as the incidents tell it.
        half_life: days after which an incident weighs half in the intensity.
        draws: how often documents are drawn for the bounds; 0 for none.

    Raises:
        UsageError: nothing dated is known of the two and no window is given, or the window has too many steps.
    """
    first, second = (as_party(incidents, who) for who in (one, other))
    bonds = bonds_between(incidents, first, second)
    title = f"{first.label or one} – {second.label or other}"
    return _series(title, bonds, step, since, until, coverage, half_life, draws)


def series_of(
    incidents: IncidentTable,
    party: str | Party,
    *,
    step: Step = "month",
    since: date | None = None,
    until: date | None = None,
    coverage: Coverage | None = None,
    half_life: float = HALF_LIFE,
    draws: int = DRAWS,
) -> Series:
    """Return the course of one actor or group: all in which it takes part, with whomever. Arguments as for a dyad."""
    who = as_party(incidents, party)
    return _series(who.label or str(party), bonds_of(incidents, who), step, since, until, coverage, half_life, draws)


def _series(
    title: str,
    bonds: tuple[Bond, ...],
    step: Step,
    since: date | None,
    until: date | None,
    coverage: Coverage | None,
    half_life: float,
    draws: int,
) -> Series:
    days = [day for bond in bonds if (day := day_of(bond.incident))]
    if not days and not (since and until):
        raise UsageError(f"{title}: the record holds nothing dated of it; `summitry incidents` lists what it holds")
    covering = coverage or assumed_coverage([bond.incident for bond in bonds])
    first, last = since or min(days), until or max([*days, *([covering.end] if covering.end else [])])
    if last < first:
        raise UsageError(f"{title}: nothing dated lies between {first} and {last}")
    if len(list(zip(range(MOST_STEPS + 1), steps_in(first, last, step), strict=False))) > MOST_STEPS:
        raise UsageError(f"{title}: more than {MOST_STEPS} steps of a {step}; choose a longer step or a shorter window")
    until_then = tuple(b for b in bonds if (day := day_of(b.incident)) is None or day <= last)
    return Series(title, step, first, last, until_then, covering, half_life, draws)
