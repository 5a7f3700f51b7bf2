"""Last, in either sense: the most recent one, or the one before the act that the text speaks of."""

from __future__ import annotations

from datetime import timedelta

from summitry.checking.charity import kindest_over_acts
from summitry.checking.coverage import coverage_of
from summitry.checking.firsts import value_date
from summitry.checking.matching import ask, starts
from summitry.checking.ordinals import nearest_to, same_host
from summitry.checking.question import Question
from summitry.checking.setting import Setting
from summitry.checking.telling import dates_told
from summitry.checking.verdicts import if_dense, verdict
from summitry.checking.wording import days_of, told_days
from summitry.model import Claim, Incident, Verdict, VerdictWord

__all__ = ["check_last"]

CURRENT = timedelta(days=31)
"""An act so shortly before the article is the one that it speaks of, before which another was the last."""


def check_last(claim: Claim, setting: Setting) -> Verdict:
    """Check when something happened for the last time."""
    return kindest_over_acts(claim, setting, _in_reading)


def _in_reading(claim: Claim, question: Question, setting: Setting) -> Verdict:
    coverage = coverage_of(question, setting)
    found = ask(setting.source, question).incidents
    if not found:
        return verdict(claim, "not in record", "the record holds none", (), question, coverage)
    told = value_date(claim) if claim.value[:4] in claim.evidence.readable else ()
    told = told or dates_told(claim, setting) or value_date(claim)
    if not told:
        return verdict(claim, "supported", f"the last was on {days_of(found[-1])}", found[-1:], question, coverage)
    meant = nearest_to(told, found)
    if meant is None:
        latest = found[-1]
        later = told[0].last is not None and starts(latest) > told[0].last
        word: VerdictWord = "contradicted" if later else if_dense("contradicted", coverage)
        right = f"The last was on {days_of(latest)}."
        why = f"none in {claim.value}; the last was on {days_of(latest)}"
        return verdict(claim, word, why, (latest,), question, coverage, (), right if word == "contradicted" else "")
    after = [i for i in found if starts(i) > starts(meant) and same_host(meant, i, question)]
    if not after:
        return verdict(claim, "supported", f"none after {days_of(meant)}", (meant,), question, coverage)
    if _is_before_the_one_told(claim, after, setting):
        why = f"{days_of(meant)} is the one before {days_of(after[0])}, of which the text speaks"
        near = (f"as the most recent one it would be {days_of(after[-1])}",)
        return verdict(claim, "supported", why, (meant,), question, coverage, near)
    why = f"after {days_of(meant)} there were {len(after)}: {told_days(after)}"
    right = f"The last was on {days_of(after[-1])}."
    return verdict(claim, "contradicted", why, (meant, after[-1]), question, coverage, (), right)


def _is_before_the_one_told(claim: Claim, after: list[Incident], setting: Setting) -> bool:
    """True where the act after is one that the sentence names, or that the article is about."""
    value = value_date(claim)
    others = tuple(day for day in dates_told(claim, setting) if not any(day.overlaps(v) for v in value))
    if nearest_to(others, tuple(after[:1])) is not None:
        return True
    today = setting.today
    return today is not None and today - starts(after[0]) <= CURRENT
