"""Forecasts: filed with their day and horizon, resolved by what the record holds after it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from summitry.checking.asking import question_for
from summitry.checking.coverage import coverage_of
from summitry.checking.matching import ask
from summitry.checking.setting import Setting
from summitry.checking.verdicts import if_dense, undecided, verdict
from summitry.checking.wording import days_of
from summitry.coding.claims.lengths import read_length
from summitry.dates import find_times, outermost
from summitry.model import Claim, Interval, Verdict, VerdictWord

__all__ = ["DEFAULT_HORIZON", "Horizon", "check_forecast", "horizon_of"]

DEFAULT_HORIZON = timedelta(days=365)
"""A forecast that names no time is open for a year."""


@dataclass(frozen=True, slots=True)
class Horizon:
    """Until when a forecast may come true.

    Args:
        last: its last day.
        told: whether the words tell it.
    """

    last: date
    told: bool


def horizon_of(claim: Claim, made: date) -> Horizon:
    """Return until when a forecast may come true: as its sentence tells, else for a year.

    Args:
        claim: the forecast.
        made: the day on which it was made.
    """
    sentence = claim.evidence.readable
    for time in outermost(find_times(sentence, Interval.day(made))):
        interval = time.interval
        if interval.last is not None and interval.last > made and time.type != "SET":
            return Horizon(interval.last, True)
        length = read_length(sentence, time.start, time.end)
        if length is not None and length.days is not None and time.type == "DURATION":
            return Horizon(made + timedelta(days=min(round(length.days), 36525)), True)
    return Horizon(made + DEFAULT_HORIZON, False)


def check_forecast(claim: Claim, setting: Setting) -> Verdict:
    """File a forecast; where evidence after the article is asked for, say how it fared."""
    made = setting.today
    if made is None:
        return undecided(claim, "filed as a forecast; its day is unknown")
    horizon = horizon_of(claim, made)
    filed = f"filed as a forecast of {made.isoformat()}, open until {horizon.last.isoformat()}"
    filed += "" if horizon.told else " (no time told)"
    question = question_for(claim, setting)
    if not claim.counted.acts or not claim.counted.type or not question.parties:
        return undecided(claim, f"{filed}; it foretells no act that incidents could resolve")
    question = replace(question, window=Interval(made + timedelta(days=1), horizon.last, "range"), until=None, place="")
    coverage = coverage_of(question, setting)
    if not setting.after:
        return verdict(claim, "not in record", filed, (), question, coverage)
    found = ask(setting.source, question).incidents
    if found:
        came = f"came about on {days_of(found[0])}"
        true: VerdictWord = "contradicted" if claim.negated else "supported"
        return verdict(claim, true, f"{filed}; {came}", found[:1], question, coverage)
    word = if_dense("supported" if claim.negated else "contradicted", coverage)
    fate = "it did not come about" if coverage.dense else "nothing in the record resolves it"
    return verdict(claim, word, f"{filed}; {fate}", (), question, coverage)
