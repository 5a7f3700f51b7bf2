"""Silences among leader meetings that are too long for chance: an estrangement, and the turn that ends it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import exp

from summitry.relations.bonds import Bond
from summitry.relations.series import is_leader_meeting
from summitry.relations.steps import day_of

__all__ = ["EXPECTED", "Silence", "silences"]

EXPECTED = 0.1
"""A silence counts where chance would make fewer as long as this in the whole course."""

_YEARS = 10
_LEAST = 3
_DAYS = 365.25


@dataclass(frozen=True, slots=True)
class Silence:
    """A time without leader meetings.

    Args:
        last: the last meeting before it.
        first: the first meeting after it, `None` where it lasts to the end of the series.
        end: its last day.
        rate: leader meetings a year in the ten years up to its beginning.
        chance: probability of a silence as long at that rate.
        expected: how many as long chance would make among all meetings of the course.
    """

    last: Bond
    first: Bond | None
    end: date
    rate: float
    chance: float
    expected: float

    @property
    def begin(self) -> date:
        """The day of the last meeting before it."""
        day = day_of(self.last.incident)
        assert day is not None
        return day

    @property
    def years(self) -> int:
        """Whole years that it lasted."""
        return int((self.end - self.begin).days / _DAYS)


def silences(bonds: Sequence[Bond], until: date) -> tuple[Silence, ...]:
    """Return the silences that chance would hardly make.

    At the rate of the ten years before, meetings that follow no pattern leave a gap of t years with probability
    exp(-rate t); times the number of meetings, that is how many gaps as long are to be expected in the whole course. A
    rate is told only where those years had three meetings or more. `benchmarks/turning.py` counts false alarms.

    Args:
        bonds: incidents between two parties.
        until: last day that the record covers; a silence that lasts until then counts too.
    """
    met = sorted(
        ((day, bond) for bond in bonds if is_leader_meeting(bond) and (day := day_of(bond.incident))),
        key=lambda pair: (pair[0], pair[1].incident.id),
    )
    ends: list[tuple[date, Bond | None]] = [*met[1:], (until, None)]
    found = []
    for (begin, last), (end, first) in zip(met, ends, strict=False):
        recent = sum(0 <= (begin - day).days <= _YEARS * _DAYS for day, _ in met)
        rate = recent / _YEARS
        chance = exp(-rate * (end - begin).days / _DAYS)
        expected = chance * len(met)
        if recent >= _LEAST and expected < EXPECTED:
            found.append(Silence(last, first, end, rate, chance, expected))
    return tuple(found)
