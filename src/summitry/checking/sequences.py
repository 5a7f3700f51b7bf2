"""Sequences: what stood before or after an act, within a window of days that is stated."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from summitry.checking.asking import place_told, question_for
from summitry.checking.counts import Tally, tally
from summitry.checking.coverage import coverage_of
from summitry.checking.firsts import meant_by
from summitry.checking.matching import ask, starts
from summitry.checking.ordinals import nearest_to
from summitry.checking.others import narrowed, other_acts
from summitry.checking.question import Question, question_of
from summitry.checking.setting import Setting
from summitry.checking.telling import dates_told
from summitry.checking.verdicts import if_dense, undecided, verdict
from summitry.checking.wording import days_apart, days_of, told_days
from summitry.model import Claim, Incident, Interval, Verdict, VerdictWord

__all__ = ["CLOSE_DAYS", "check_sequence"]

_CLOSE = re.compile(r"\b(?:shortly|soon|just|immediately|right|hours|days|weeks)\b", re.IGNORECASE)
CLOSE_DAYS = 30
"""What precedes or follows an act stands at most so many days from it."""
MOST = 50
"""So many acts are tried, the latest ones, where the words date none."""
FAR_DAYS = 366
"""How far the nearest one is looked for, to say how far it is."""


@dataclass(frozen=True, slots=True)
class _Beside:
    """The acts beside one, on the sides that a claim names.

    Args:
        close: those within `CLOSE_DAYS`.
        nearest: the nearest on each side, however far.
    """

    close: tuple[Incident, ...]
    nearest: tuple[Incident, ...]


def check_sequence(claim: Claim, setting: Setting) -> Verdict:
    """Check that an act came before or after another, or that neither did."""
    other = claim.other
    if not claim.counted.type or other is None or not other.type:
        return undecided(claim, "the words name no two acts of the record")
    question = question_for(claim, setting)
    if not question.parties or not other.parties:
        return undecided(claim, "the words do not tell between whom")
    asked = question_of(claim, other, setting.registry, None, setting.until)
    counted = tally(question, claim, setting)
    others = _others(claim, counted.found.incidents, asked, setting)
    told = _meant(claim, counted, setting)
    act = told or _fitting(claim, counted.found.incidents, others)
    if act is None:
        why = "the record does not hold the act"
        return verdict(claim, "not in record", why, (), question, coverage_of(question, setting))
    beside = _beside(act, _sides(claim.value), others)
    if claim.negated:
        return _denied(claim, act, beside, asked, setting)
    if (
        not beside.nearest
        and told is not None
        and len(others) == 1
        and others[0].id != act.id
        and _is_dated(claim, act, counted, setting)
    ):
        return _of_two(claim, act, others[0], asked, setting)
    return _said(claim, act, beside, asked, setting)


def _others(claim: Claim, acts: tuple[Incident, ...], asked: Question, setting: Setting) -> tuple[Incident, ...]:
    """Return what may be the other act: the one at a date told that is not the act's own, else all that they may mean.

    A denial of it speaks of any.
    """
    found = ask(setting.source, asked).incidents if claim.negated else other_acts(claim, setting)
    told = tuple(day for day in dates_told(claim, setting) if nearest_to((day,), acts) is None)
    dated = nearest_to(told, found) if not claim.negated else None
    return found if dated is None else (dated,)


def _meant(claim: Claim, counted: Tally, setting: Setting) -> Incident | None:
    """Return the act that the words single out by its number or its date."""
    only = narrowed(counted.found.incidents, claim.counted, place_told(claim.counted.place, claim, setting))
    return only[0] if len(only) == 1 and not counted.to_come else meant_by(claim, counted, setting)


def _is_dated(claim: Claim, act: Incident, counted: Tally, setting: Setting) -> bool:
    """True for an act that the words single out by its number, its place or its date, not as the latest."""
    only = narrowed(counted.found.incidents, claim.counted, place_told(claim.counted.place, claim, setting))
    dated = nearest_to(dates_told(claim, setting), counted.found.incidents)
    return len(only) == 1 or (dated is not None and dated.id == act.id)


def _fitting(claim: Claim, acts: Sequence[Incident], others: Sequence[Incident]) -> Incident | None:
    """Return the act that stands closest to the other on the side told, where the words date neither."""
    if claim.negated:
        return None
    sides = _sides(claim.value)
    gaps = [(_gap(act, near), act) for act in acts[-MOST:] for near in _beside(act, sides, others).nearest]
    return min(gaps, key=lambda pair: pair[0])[1] if gaps else None


def _sides(value: str) -> frozenset[str]:
    """Return on which sides of the act the other is looked for: an act `after` another has it before itself."""
    words = value.lower().removeprefix("not ").split()[:3]
    sides = {"after": "before", "before": "after", "since": "before", "until": "after"}
    return frozenset(sides[word] for word in words if word in sides) or frozenset({"before", "after"})


def _beside(act: Incident, sides: frozenset[str], others: Sequence[Incident]) -> _Beside:
    day = starts(act)
    found = [i for i in others if i.id != act.id and abs((starts(i) - day).days) <= FAR_DAYS]
    before = [i for i in found if starts(i) <= day and "before" in sides]
    after = [i for i in found if starts(i) > day and "after" in sides]
    close = [i for i in (*before, *after) if _gap(act, i) <= CLOSE_DAYS]
    return _Beside(tuple(close), (*before[-1:], *after[:1]))


def _gap(one: Incident, other: Incident) -> int:
    """Return the days between the end of the earlier and the beginning of the later act."""
    first, second = sorted((one, other), key=starts)
    ends = first.interval.last if first.interval and first.interval.last else starts(first)
    return max(0, (starts(second) - ends).days)


def _denied(claim: Claim, act: Incident, beside: _Beside, asked: Question, setting: Setting) -> Verdict:
    window = Interval(
        starts(act) - timedelta(days=CLOSE_DAYS), starts(act) + timedelta(days=CLOSE_DAYS), "range", "beside"
    )
    question = replace(asked, window=window)
    coverage = coverage_of(question, setting)
    if beside.close:
        why = f"within {CLOSE_DAYS} days of {days_of(act)}: {told_days(beside.close)}"
        return verdict(claim, "contradicted", why, [act, *beside.close], question, coverage)
    why = f"none within {CLOSE_DAYS} days either side of {days_of(act)}; {_nearest(act, beside)}"
    return verdict(claim, if_dense("supported", coverage), why, [act], question, coverage)


def _said(claim: Claim, act: Incident, beside: _Beside, asked: Question, setting: Setting) -> Verdict:
    coverage = coverage_of(asked, setting)
    if not beside.nearest:
        why = f"none within a year of {days_of(act)} on that side"
        return verdict(claim, "not in record", why, [act], asked, coverage)
    rows = beside.close or beside.nearest
    why = f"{days_of(act)} and {told_days(rows)}; {_nearest(act, beside)}"
    return verdict(claim, "supported", why, [act, *beside.nearest], asked, coverage)


def _of_two(claim: Claim, act: Incident, other: Incident, asked: Question, setting: Setting) -> Verdict:
    """Return the verdict on the order of two acts that the words single out, however far they lie apart.

    Acts that touch, and other sides than before and after, decide nothing.
    """
    coverage, sides, gap = coverage_of(asked, setting), _sides(claim.value), _gap(act, other)
    side = "before" if starts(other) <= starts(act) else "after"
    why = f"{days_of(other)} is {days_apart(gap)} {side} {days_of(act)}"
    if side in sides:
        near = _CLOSE.search(claim.evidence.quote) is not None
        return verdict(claim, "not in record" if near else "supported", why, [act, other], asked, coverage)
    word: VerdictWord = "contradicted" if gap > 0 and len(sides) == 1 else "not in record"
    return verdict(claim, if_dense(word, coverage), why, [act, other], asked, coverage)


def _nearest(act: Incident, beside: _Beside) -> str:
    told = [
        f"{days_of(i)}, {days_apart(_gap(act, i))} {'before' if starts(i) <= starts(act) else 'after'}"
        for i in beside.nearest
    ]
    return f"the nearest {' and '.join(told)}" if told else "none within a year"
