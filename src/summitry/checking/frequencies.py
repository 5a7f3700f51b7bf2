"""Frequencies: so many in a window, or so many a year."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date

from summitry.checking.asking import counts_acts, is_told, question_for
from summitry.checking.charity import kindest
from summitry.checking.counts import Tally, judge, tally
from summitry.checking.coverage import coverage_of
from summitry.checking.matching import ask, starts
from summitry.checking.numbers import Number, number_of
from summitry.checking.question import Question
from summitry.checking.setting import Setting
from summitry.checking.verdicts import undecided, verdict
from summitry.checking.wording import window_text
from summitry.coding.claims.numbers import TIMES
from summitry.model import Claim, Interval, Verdict, VerdictWord

__all__ = ["check_frequency", "check_in_length", "rate_of"]

YEARS = 5
"""A habit is looked for in the so many calendar years before the article."""
FEWEST_YEARS = 3
"""Acts must stand in so many of them."""
_IN = re.compile(r"^(?P<number>[\w-]+) in (?P<length>.+)$")
_FROM_AN_ACT = re.compile(r"\b(?:days?|weeks?|months?|years?) (?:after|before|later|earlier)\b")
_RATES = {"annual": 1.0, "twice a year": 2.0, "monthly": 12.0, "weekly": 52.0, "quarterly": 4.0, "biennial": 0.5}
_PER = {"day": 365.0, "week": 52.0, "month": 12.0, "quarter": 4.0, "year": 1.0, "decade": 0.1}
_TIMES = re.compile(r"(?:(once|twice|thrice)|(\d+) times) a (\w+)|every (\w+)")


def check_frequency(claim: Claim, setting: Setting) -> Verdict:
    """Check how often something happened."""
    if not counts_acts(claim):
        return undecided(claim, f"the record holds acts between actors, not “{claim.counted.words or claim.value}”")
    if _FROM_AN_ACT.search(claim.evidence.readable[claim.evidence.readable.find(claim.evidence.quote) :]):
        return undecided(claim, f"“{claim.value}” is a distance from another act, no window")
    told = _IN.match(claim.value)
    number = number_of(told["number"], claim.comparison) if told else None
    if number is not None:
        return check_in_length(claim, number, setting)
    rate = rate_of(claim.value)
    return undecided(claim, f"{claim.value!r} is no frequency") if rate is None else _habit(claim, rate, setting)


def check_in_length(claim: Claim, number: Number, setting: Setting) -> Verdict:
    """Check how many there were in a length of time: plainly, then in the kinder readings."""
    question = question_for(claim, setting)

    def judged(reading: Question) -> Verdict:
        if reading is question:
            return _in_window(claim, number, reading, setting)
        return judge(claim, number, tally(reading, claim, setting), setting)

    return kindest(claim, question, setting, judged)


def _in_window(claim: Claim, number: Number, question: Question, setting: Setting) -> Verdict:
    """Count in a window that ends with the article; where that is too few, in one of the same length that ends with
    the last act: "the third meeting in five months" may be told weeks later."""
    plain = judge(claim, number, tally(question, claim, setting), setting)
    window = question.window
    found = ask(setting.source, question).incidents
    if plain.word != "contradicted" or not found or window is None or window.first is None or window.last is None:
        return plain
    back = window.last - starts(found[-1])
    earlier = replace(question, window=replace(window, first=window.first - back, last=starts(found[-1])))
    then = judge(claim, number, Tally(earlier, ask(setting.source, earlier)), setting)
    return then if then.word == "supported" else plain


def rate_of(value: str) -> float | None:
    """Return how often a year a value tells, `None` where it does not.

    >>> rate_of("twice a month"), rate_of("annual"), rate_of("often")
    (24.0, 1.0, None)
    """
    if value in _RATES:
        return _RATES[value]
    match = _TIMES.fullmatch(value)
    if match is None:
        return None
    number = TIMES.get(match[1] or "") or int(match[2] or 1)
    unit = (match[3] or match[4]).rstrip("s")
    return number * _PER[unit] if unit in _PER else None


def _habit(claim: Claim, rate: float, setting: Setting) -> Verdict:
    question = question_for(claim, setting)
    if not is_told(question, claim):
        return undecided(claim, "the words do not tell between whom")
    last = (claim.window.last if claim.window else None) or setting.today
    if question.window is None and last is not None and last.year > YEARS:
        window = Interval(date(last.year - YEARS, 1, 1), date(last.year - 1, 12, 31), "range", "habit")
        question = replace(question, window=window)
    found = ask(setting.source, question).incidents
    coverage = coverage_of(question, setting)
    years = Counter(starts(incident).year for incident in found)
    bounds = question.window
    span = (bounds.last.year - bounds.first.year + 1) if bounds and bounds.first and bounds.last else len(years)
    mean = len(found) / max(span, 1)
    why = f"{len(found)} in window {window_text(bounds, question.until)}, {mean:.1f} a year; claimed {claim.value}"
    word: VerdictWord = "not in record"
    if len(years) >= min(FEWEST_YEARS, span) and rate / 1.5 <= mean <= rate * 1.5:
        word = "supported"
    elif mean > 2 * rate or (mean < rate / 2 and coverage.dense):
        word = "contradicted"
    return verdict(claim, word, why, found, question, coverage)
