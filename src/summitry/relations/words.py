"""Words for the state of a relation (strained, restored, at its warmest since …), judged by stated thresholds."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from summitry.errors import DataError, UsageError
from summitry.incidents import IncidentTable
from summitry.relations.answers import coverage_line
from summitry.relations.bonds import Bond, bonds_between
from summitry.relations.coverage import Coverage, assumed_coverage
from summitry.relations.decay import intensity_at
from summitry.relations.measures import Measures, measure
from summitry.relations.parties import Party, as_party
from summitry.relations.steps import day_of, end_of, steps_in

__all__ = ["Judgement", "StateWord", "judge_extreme", "judge_word", "state_words", "word_for"]

_CONDITION = re.compile(r"(\w+) (<=|>=|<|>) (?:(-?\d+(?:\.\d+)?) \* ([a-z_]+)|(-?\d+(?:\.\d+)?))")
_COMPARE = {"<=": float.__le__, ">=": float.__ge__, "<": float.__lt__, ">": float.__gt__}


@dataclass(frozen=True, slots=True)
class StateWord:
    """What a word for the state of a relation means here.

    Args:
        name: the word.
        means: in plain English.
        all: conditions that must all hold.
        any: conditions of which one must hold, where there are any.
        said: words and trends of claims that it stands for.
    """

    name: str
    means: str
    all: tuple[str, ...]
    any: tuple[str, ...]
    said: tuple[str, ...]

    def holds(self, measures: Measures) -> bool:
        """Tell whether the word fits."""
        fits = [_holds(condition, measures) for condition in self.any]
        return all(_holds(condition, measures) for condition in self.all) and (not fits or any(fits))


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a record says of a word for the state of a relation.

    Args:
        word: the word of `data/words.toml` that decided; `warmest` or `coldest` for extremes.
        holds: whether it fits; `None` where the record has no reports to tell by.
        why: the measures that decided, in one line.
        incident_ids: the incidents of the window, in order of time.
        rule: what the word means here.
        coverage: what the record holds of the two in the window.
    """

    word: str
    holds: bool | None
    why: str
    incident_ids: tuple[str, ...]
    rule: str
    coverage: str


@cache
def state_words() -> Mapping[str, StateWord]:
    """Return the words that are known, by name.

    Raises:
        DataError: a condition cannot be read.
    """
    text = files("summitry.relations").joinpath("data/words.toml").read_text(encoding="utf-8")
    found = {}
    for name, entry in tomllib.loads(text).items():
        conditions = tuple(entry.get("all", ())), tuple(entry.get("any", ()))
        found[name] = StateWord(name, entry["means"], *conditions, tuple(entry["said"]))
        for condition in (*conditions[0], *conditions[1]):
            if not _CONDITION.fullmatch(condition):
                raise DataError(f"words.toml, {name}: {condition!r} is no condition")
    return found


def word_for(said: str) -> StateWord | None:
    """Return what a claim's word or trend stands for, `None` where it is none of the words known.

    >>> word_for("tense").name, word_for("deteriorating").name, word_for("purple")
    ('strained', 'worsened', None)
    """
    plain = " ".join(said.casefold().split())
    return state_words().get(plain) or next((word for word in state_words().values() if plain in word.said), None)


def judge_word(
    said: str,
    incidents: IncidentTable,
    one: str | Party,
    other: str | Party,
    first: date,
    last: date,
    coverage: Coverage | None = None,
) -> Judgement:
    """Tell whether a word fits a relation within a window of time.

    Args:
        said: a word of `data/words.toml`, or one that stands for it there.
        incidents: what happened between the two, before the window too.
        one: a code, a name or a party.
        other: the other side.
        first: first day of the window.
        last: its last day.
        coverage: what states the incidents; else as far as these tell it.

    Raises:
        UsageError: the word is not known.
    """
    word = word_for(said)
    if word is None:
        raise UsageError(f"{said!r} is no word for a relation that is known here; there are {', '.join(state_words())}")
    bonds, covering = _bonds(incidents, one, other, coverage)
    inside = _inside(bonds, first, last)
    measures = measure(bonds, first, last)
    state = covering.state(first, last, len(inside))
    holds = word.holds(measures) if state != "no reports" else None
    names = dict.fromkeys(name for c in (*word.all, *word.any) for name in re.findall(r"[a-z_]{4,}", c))
    why = ", ".join(f"{name.replace('_', ' ')} {measures.named(name):.4g}" for name in names)
    ids = tuple(bond.incident.id for bond in inside)
    return Judgement(word.name, holds, why, ids, f"{word.name}: {word.means}", _told(covering, inside, first, last))


def judge_extreme(
    incidents: IncidentTable,
    one: str | Party,
    other: str | Party,
    first: date,
    last: date,
    *,
    warmest: bool = True,
    since: date | None = None,
    coverage: Coverage | None = None,
) -> Judgement:
    """Tell whether a relation was at its warmest, or its coldest, since a day.

    The warmest month-end of the window, by intensity, must exceed all of those from `since` to the window. Where no day
    is given, the line says since when it holds. Other arguments as for `judge_word`.
    """
    bonds, covering = _bonds(incidents, one, other, coverage)
    days = [day for bond in bonds if (day := day_of(bond.incident))]
    inside = _inside(bonds, first, last)
    rule = f"{'warmest' if warmest else 'coldest'}: intensity at the end of a month, scores halved every 365 days"
    told = _told(covering, inside, first, last)
    ids = tuple(bond.incident.id for bond in inside)
    word = "warmest" if warmest else "coldest"
    if not days or covering.state(first, last, len(inside)) == "no reports":
        return Judgement(word, None, "no reports to tell by", ids, rule, told)
    ends = [end_of(start, "month") for start in steps_in(min([*days, since or first]), last, "month")]
    scores = [(day, bond.score) for bond in bonds if bond.score is not None and (day := day_of(bond.incident))]
    values = dict(zip(ends, intensity_at(ends, scores), strict=True))
    pick = max if warmest else min
    best = pick((value for end, value in values.items() if end >= first), default=0.0)
    rivals = [end for end, value in values.items() if end < first and (value >= best if warmest else value <= best)]
    holds = not [end for end in rivals if since is None or end >= since]
    before = f"as {word[:-3]} last in {max(rivals).isoformat()[:7]}" if rivals else "never so before in the record"
    return Judgement(word, holds, f"intensity {best:.4g}; {before}", ids, rule, told)


def _bonds(
    incidents: IncidentTable, one: str | Party, other: str | Party, coverage: Coverage | None
) -> tuple[tuple[Bond, ...], Coverage]:
    first, second = (as_party(incidents, who) for who in (one, other))
    bonds = bonds_between(incidents, first, second)
    return bonds, coverage or assumed_coverage(incidents)


def _inside(bonds: tuple[Bond, ...], first: date, last: date) -> list[Bond]:
    return [bond for bond in bonds if (day := day_of(bond.incident)) and first <= day <= last]


def _told(coverage: Coverage, inside: list[Bond], first: date, last: date) -> str:
    window = f"{first.isoformat()[:7]} to {last.isoformat()[:7]}"
    return coverage_line([bond.incident for bond in inside], coverage, "incident", [], window)


def _holds(condition: str, measures: Measures) -> bool:
    match = _CONDITION.fullmatch(condition)
    assert match, condition
    name, operator, factor, other, number = match.groups()
    bound = float(factor) * measures.named(other) if other else float(number)
    return bool(_COMPARE[operator](measures.named(name), bound))
