"""Intervals: how many days lie between two acts, against the length that the words tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from summitry.checking.asking import place_told, question_for
from summitry.checking.coverage import coverage_of
from summitry.checking.matching import ask, starts
from summitry.checking.ordinals import nearest_to
from summitry.checking.others import narrowed, other_acts
from summitry.checking.setting import Setting
from summitry.checking.spans import DaySpan, span_of
from summitry.checking.telling import dates_told
from summitry.checking.verdicts import undecided, verdict
from summitry.checking.wording import days_apart
from summitry.incidents import date_text
from summitry.model import Claim, Incident, Interval, Verdict

__all__ = ["check_interval"]

MOST = 30
"""So many acts are tried, the latest ones, where the words date none."""
_BEFORE = re.compile(r"\b(?:before|earlier|prior|ahead of|to go)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two acts: the one that the claim dates, and the one it is counted from, as incident or as a date alone."""

    act: Incident
    from_: Interval
    from_incident: Incident | None


def check_interval(claim: Claim, setting: Setting) -> Verdict:
    """Check how long after or before another act something happened.

    The acts are those that the words single out; where these contradict them, any others that they may mean: which
    meeting was the second hangs on which are counted, which test was the second does not.
    """
    narrow = _in_reading(claim, setting, True)
    acts = {claim.counted.type, claim.other.type if claim.other else ""}
    if narrow.word == "supported" or "CONSULT" not in acts:
        return narrow
    wide = _in_reading(claim, setting, False)
    return wide if wide.word == "supported" or narrow.word == "not in record" else narrow


def _in_reading(claim: Claim, setting: Setting, narrow: bool) -> Verdict:
    span = span_of(claim.value)
    if span is None:
        return undecided(claim, f"{claim.value!r} is no length of time")
    question = question_for(claim, setting)
    if not claim.counted.type or claim.other is None or not question.parties:
        return undecided(claim, "the words name no two acts of the record")
    question = replace(question, window=None)
    coverage = coverage_of(question, setting)
    later = _BEFORE.search(claim.evidence.quote) is None
    found = ask(setting.source, question).incidents
    acts = narrowed(found, claim.counted, place_told(claim.counted.place, claim, setting), narrow)
    others = other_acts(claim, setting, narrow)
    pair = _pair(claim, acts, others, later, setting)
    pair = _fitting(claim, pair, acts, others, span, later, setting) or pair
    if pair is None:
        return verdict(claim, "not in record", "the record does not hold both acts", (), question, coverage)
    fewest, most = _apart(pair, later)
    rows = sorted((i for i in (pair.act, pair.from_incident) if i is not None), key=starts)
    days = fewest if fewest >= 0 else most
    order = "after" if later else "before"
    why = f"{date_text(pair.act.interval)} is {days_apart(abs(days))} {order} {date_text(pair.from_)}"
    why += f"; claimed {claim.value}"
    if span.holds(fewest, most):
        return verdict(claim, "supported", why, rows, question, coverage)
    there = _claimed(pair, span, later)
    dense = coverage_of(replace(question, window=there), setting).dense if there else False
    if not dense:
        return verdict(claim, "not in record", why, rows, question, coverage)
    right = f"It was {days_apart(abs(days))} {order}, not {claim.value}."
    return verdict(claim, "contradicted", why, rows, question, coverage, (), right)


def _fitting(
    claim: Claim,
    pair: _Pair | None,
    acts: Sequence[Incident],
    others: Sequence[Incident],
    span: DaySpan,
    later: bool,
    setting: Setting,
) -> _Pair | None:
    """Return a pair as far apart as the words say, of acts that they do not date: they may speak of any."""
    told = dates_told(claim, setting)
    if claim.other_window is not None and claim.other_window.known:
        return None
    dated = nearest_to(told, tuple(acts)) is not None and pair is not None
    tried = [pair.act] if dated and pair is not None else list(acts[-MOST:])
    pairs = (
        _Pair(act, other.interval, other)
        for act in reversed(tried)
        for other in reversed(others)
        if other.interval is not None and other.id != act.id and (starts(other) <= starts(act)) == later
    )
    return next((p for p in pairs if span.holds(*_apart(p, later))), None)


def _pair(
    claim: Claim, acts: Sequence[Incident], others: Sequence[Incident], later: bool, setting: Setting
) -> _Pair | None:
    """Return the two acts: whichever is dated leads to the other, else the latest act leads."""
    told = dates_told(claim, setting)
    day = claim.other_window
    if day is not None and day.known and not _is_of_the_act(day, acts, others):
        own = tuple(t for t in told if not t.overlaps(day))
        from_ = nearest_to((day,), tuple(others))
        act = nearest_to(own, tuple(acts)) or _next(acts, starts(from_) if from_ else day.first, later, from_)
        base = from_.interval if from_ and from_.interval else day
        sure = from_ is not None or day.precision == "day"
        return _Pair(act, base, from_) if act and sure else None
    act = nearest_to(told, tuple(acts))
    if act is None:
        from_ = nearest_to(told, tuple(others))
        act = _next(acts, starts(from_), later, from_) if from_ else (acts[-1] if acts else None)
    else:
        from_ = None
    if act is None:
        return None
    from_ = from_ or _next(others, starts(act), not later, act)
    return _Pair(act, from_.interval, from_) if from_ and from_.interval else None


def _is_of_the_act(day: Interval, acts: Sequence[Incident], others: Sequence[Incident]) -> bool:
    """True for a date that the reading gives to the other act, and that only the act itself has."""
    return bool(others) and nearest_to((day,), tuple(others)) is None and nearest_to((day,), tuple(acts)) is not None


def _next(incidents: Sequence[Incident], day: date | None, later: bool, but: Incident | None) -> Incident | None:
    """Return the incident next to a day on one side of it."""
    if day is None:
        return None
    rest = [i for i in incidents if but is None or i.id != but.id]
    side = [i for i in rest if (starts(i) >= day if later else starts(i) <= day)]
    return min(side, key=lambda i: abs((starts(i) - day).days), default=None)


def _apart(pair: _Pair, later: bool) -> tuple[int, int]:
    """Return the fewest and the most days between two acts, each of which may last."""
    one, other = pair.act.interval, pair.from_
    assert one is not None
    first, second = (other, one) if later else (one, other)
    ends = first.last or first.first or date.min
    begins = second.first or second.last or date.max
    fewest = (begins - ends).days
    most = ((second.last or begins) - (first.first or ends)).days
    return fewest, most


def _claimed(pair: _Pair, span: DaySpan, later: bool) -> Interval | None:
    """Return the days on which the act would stand if the words were right."""
    base = pair.from_.first
    if base is None:
        return None
    try:
        ends = [base + timedelta(days=(1 if later else -1) * days) for days in (span.low, span.high)]
    except OverflowError:
        return None
    return Interval(min(ends), max(ends), "range")
