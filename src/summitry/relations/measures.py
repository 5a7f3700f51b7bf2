"""What a relation measures within a window of time; the words for its state are judged by these."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, timedelta
from statistics import median

from summitry.relations.bonds import Bond
from summitry.relations.decay import intensity_at
from summitry.relations.series import is_leader_meeting
from summitry.relations.steps import day_of

__all__ = ["REFERENCE_YEARS", "Measures", "measure"]

REFERENCE_YEARS = 10
"""Years before a window that tell what is usual."""

_YEAR = 365.25


@dataclass(frozen=True, slots=True)
class Measures:
    """Measures of one window; `data/words.toml` says what each is."""

    days: float
    acts: float
    leader_meetings: float
    meetings_a_year: float
    years_without: float
    usual_meetings_a_year: float
    fullest_before: float
    tone: float
    conflict: float
    warmth: float
    warmth_before: float
    warmth_gain: float
    usual_warmth: float

    def named(self, name: str) -> float:
        """Return a measure by its name.

        Raises:
            KeyError: there is none.
        """
        if name not in {field.name for field in fields(self)}:
            raise KeyError(name)
        return float(getattr(self, name))


def measure(bonds: Sequence[Bond], first: date, last: date) -> Measures:
    """Return the measures of a relation from one day to another.

    Args:
        bonds: all incidents between the two, those before the window included.
        first: first day of the window.
        last: last day of the window.
    """
    scores = [(day, bond.score) for bond in bonds if bond.score is not None and (day := day_of(bond.incident))]
    inside = [score for day, score in scores if first <= day <= last]
    meetings = sorted(day for bond in bonds if is_leader_meeting(bond) and (day := day_of(bond.incident)))
    held = [day for day in meetings if first <= day <= last]
    earlier = [day for day in meetings if day < first]
    reference = [day for day in earlier if (first - day).days <= REFERENCE_YEARS * _YEAR]
    ends = [first - timedelta(days=round(_YEAR * years) + 1) for years in reversed(range(REFERENCE_YEARS))]
    warmths = intensity_at([*ends, last], scores)
    return Measures(
        days=(last - first).days + 1,
        acts=len(inside),
        leader_meetings=len(held),
        meetings_a_year=_fullest(held),
        years_without=((held[0] if held else last) - earlier[-1]).days / _YEAR if earlier else 0.0,
        usual_meetings_a_year=len(reference) / REFERENCE_YEARS,
        fullest_before=_fullest(reference),
        tone=sum(inside) / len(inside) if inside else 0.0,
        conflict=sum(score < 0 for score in inside) / len(inside) if inside else 0.0,
        warmth=warmths[-1],
        warmth_before=warmths[-2],
        warmth_gain=warmths[-1] - warmths[-2],
        usual_warmth=median(warmths[:-1]),
    )


def _fullest(days: Sequence[date]) -> int:
    """Return how many days lie within the twelve months that hold most of them."""
    return max((sum(0 <= (other - day).days < 365 for other in days) for day in days), default=0)
