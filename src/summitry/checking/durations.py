"""Durations: how long an act lasted, by its first and last day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from summitry.checking.asking import question_for
from summitry.checking.counts import tally
from summitry.checking.coverage import coverage_of
from summitry.checking.firsts import meant_by
from summitry.checking.matching import ask
from summitry.checking.question import Question
from summitry.checking.setting import Setting
from summitry.checking.spans import span_of
from summitry.checking.verdicts import undecided, verdict
from summitry.checking.wording import days_of, plural
from summitry.model import Claim, Incident, Verdict, VerdictWord

__all__ = ["check_duration"]

_DAYS = frozenset({"day", "range"})
_NEXT_DAY = timedelta(days=1)
_IN_DAYS = frozenset({"day", "week", "month", "year"})
_OF_VISITS = frozenset({"day", "week"})
TRAVEL_DAYS = 1
"""A trip may be a day longer than the talks that a record tells."""


def check_duration(claim: Claim, setting: Setting) -> Verdict:
    """Check how long an act lasted. Hours are not in a record of days."""
    span = span_of(claim.value)
    if span is None or span.unit not in _IN_DAYS:
        return undecided(claim, f"a record of days cannot tell {claim.value!r}")
    if not claim.counted.acts or not claim.counted.type:
        return undecided(claim, f"the record holds acts between actors, not “{claim.counted.words or claim.value}”")
    if claim.counted.type == "CONSULT" and span.unit not in _OF_VISITS:
        return undecided(claim, f"no meeting lasts {claim.value}: the words measure something else")
    question = question_for(claim, setting)
    coverage = coverage_of(question, setting)
    counted = tally(question, claim, setting)
    if counted.to_come:
        return verdict(claim, "not in record", "the act was still to come", (), question, coverage)
    meant = meant_by(claim, counted, setting)
    if meant is None or meant.interval is None or not meant.interval.known:
        return verdict(claim, "not in record", "the record does not hold the act with its days", (), question, coverage)
    first, last = meant.interval.first, meant.interval.last
    assert first is not None
    assert last is not None
    if meant.interval.precision not in {"day", "range"}:
        return verdict(
            claim, "not in record", f"its days are known only as {days_of(meant)}", (meant,), question, coverage
        )
    stay = _whole_stay(claim, meant, question, setting)
    first, last = min([first, *(day for day, _ in stay)]), max([last, *(day for _, day in stay)])
    days = (last - first).days + 1
    exact = span.low <= days <= span.high if span.unit != "day" else days == round((span.low + span.high) / 2)
    word: VerdictWord = "supported" if exact else "not in record"
    if not exact and not span.holds(days - TRAVEL_DAYS, days + TRAVEL_DAYS):
        word = "contradicted"
    why = f"{days_of(meant)}: {plural(days, 'day')}; claimed {claim.value}"
    right = f"It lasted {plural(days, 'day')}." if word == "contradicted" else ""
    return verdict(claim, word, why, (meant,), question, coverage, (), right)


def _whole_stay(claim: Claim, meant: Incident, question: Question, setting: Setting) -> list[tuple[date, date]]:
    """Return the days of what else a visitor did in the state that he visited, before and after without a gap.

    A record may tell the talks and the visit that followed apart: a summit in Hanoi, then a visit to Vietnam.
    """
    state = meant.place.rpartition(", ")[2]
    if question.mode != "visit" or not state or not question.parties or question.parties[0].state:
        return []
    alone = replace(question, mode="", parties=question.parties[:1], place=state, level=None, window=None, acting=False)
    around = [i.interval for i in ask(setting.source, alone).incidents if i.interval and i.interval.precision in _DAYS]
    found: list[tuple[date, date]] = []
    first, last = (meant.interval.first, meant.interval.last) if meant.interval else (None, None)
    for interval in sorted((i for i in around if i.first and i.last), key=lambda i: i.first or date.max) * 2:
        if not (first and last and interval.first and interval.last):
            continue
        if interval.first <= last + _NEXT_DAY and interval.last >= first - _NEXT_DAY:
            first, last = min(first, interval.first), max(last, interval.last)
            found.append((interval.first, interval.last))
    return found
