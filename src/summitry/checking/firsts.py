"""First: nothing of the kind stands before it, or none since the one that the words name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from summitry.checking.charity import kindest_over_acts
from summitry.checking.counts import Tally, tally
from summitry.checking.coverage import coverage_of, denial_coverage
from summitry.checking.matching import ask, starts
from summitry.checking.near import other_readings
from summitry.checking.ordinals import at_the_host, spoken_of
from summitry.checking.question import Question
from summitry.checking.setting import Setting
from summitry.checking.telling import dates_told
from summitry.checking.verdicts import if_dense, verdict
from summitry.checking.wording import days_of, told_days
from summitry.model import Claim, Incident, Interval, Verdict, VerdictWord

__all__ = ["check_first", "meant_by", "value_date"]


_BOUND = re.compile(r"\b(?:since|before|until)\s+(?:[\w'’-]+\s+){0,4}$", re.IGNORECASE)
RECENT = timedelta(days=45)
"""An act so shortly before the publication is the one that an article speaks of."""


def check_first(claim: Claim, setting: Setting) -> Verdict:
    """Check that an act was the first, ever or since another."""
    return kindest_over_acts(claim, setting, _in_reading)


def _in_reading(claim: Claim, question: Question, setting: Setting) -> Verdict:
    counted = tally(question, claim, setting)
    meant = (None if _is_named_in_passing(claim) else meant_by(claim, counted, setting)) or _fitting(claim, counted)
    if meant is None and not counted.to_come:
        coverage = coverage_of(question, setting)
        return verdict(claim, "not in record", "the record does not hold the act", (), question, coverage)
    found = at_the_host(meant, counted.found, claim, question).incidents
    earlier = [incident for incident in found if meant is None or starts(incident) < starts(meant)]
    if claim.since is not None and claim.since.last is not None:
        return _since(claim, claim.since, meant, earlier, question, setting)
    return _ever(claim, meant, earlier, question, setting)


def meant_by(claim: Claim, counted: Tally, setting: Setting) -> Incident | None:
    """Return the act that a claim speaks of: the announced one, the one at a date told, the only one, a recent one."""
    if counted.announced:
        return counted.announced[0]
    found = counted.found.incidents
    told = (*value_date(claim), *dates_told(claim, setting))
    dated = spoken_of(claim, told, found, setting)
    if dated is not None or counted.to_come or value_date(claim) or not found:
        return dated
    recent = setting.today is not None and setting.today - starts(found[-1]) <= RECENT
    return found[-1] if recent or len(found) == 1 else None


def _fitting(claim: Claim, counted: Tally) -> Incident | None:
    """Return an act that a first without a date may speak of: the first of all, or the first after the one named.

    Whether "the first visit since 2005" is right cannot hang on a date that the words do not tell.
    """
    found, since = counted.found.incidents, claim.since
    if counted.to_come or value_date(claim) or not found:
        return None
    if since is None or since.last is None:
        return found[0]
    return next((incident for incident in found if starts(incident) > since.last), None)


def _is_named_in_passing(claim: Claim) -> bool:
    """True for a first that only dates something else, so that it is the first there was: "since its *first* test"."""
    at = claim.evidence.readable.find(claim.evidence.quote)
    return at > 0 and claim.since is None and _BOUND.search(claim.evidence.readable[:at]) is not None


def value_date(claim: Claim) -> tuple[Interval, ...]:
    """Return the date that is a claim's value, nothing where it is none."""
    try:
        return (Interval.parse(claim.value),)
    except ValueError:
        return ()


def _ever(
    claim: Claim, meant: Incident | None, earlier: Sequence[Incident], question: Question, setting: Setting
) -> Verdict:
    coverage = (coverage_of if earlier else denial_coverage)(question, setting)
    near = _near(question, earlier, meant, setting)
    act = days_of(meant) if meant else "the announced one"
    rows = [meant] if meant else []
    if earlier:
        why = f"{act} had {len(earlier)} before it: {told_days(earlier)}"
        right = f"The first was on {days_of(earlier[0])}."
        return verdict(claim, "contradicted", why, [earlier[0], *rows], question, coverage, near, right)
    why = f"none before {act}"
    return verdict(claim, if_dense("supported", coverage), why, rows, question, coverage, near)


def _since(
    claim: Claim,
    since: Interval,
    meant: Incident | None,
    earlier: Sequence[Incident],
    question: Question,
    setting: Setting,
) -> Verdict:
    assert since.last is not None
    coverage = coverage_of(replace(question, window=Interval(since.first, None, "open")), setting)
    bound = since.last
    between = [incident for incident in earlier if starts(incident) > bound]
    before = [incident for incident in earlier if starts(incident) <= bound]
    act = days_of(meant) if meant else "the announced one"
    rows = [meant] if meant else []
    near = list(_near(question, between, meant, setting))
    if between:
        why = f"since {bound.isoformat()} and before {act} there were {len(between)}: {told_days(between)}"
        right = f"It was the first since {days_of(between[-1])}."
        return verdict(claim, "contradicted", why, [*between, *rows], question, coverage, near, right)
    if not before:
        why = f"none between {bound.isoformat()} and {act}, and none before"
        return verdict(claim, if_dense("supported", coverage), why, rows, question, coverage, near)
    previous = before[-1]
    why = f"the one before {act} was on {days_of(previous)}; none between"
    named = previous.interval is not None and previous.interval.overlaps(since)
    if not named:
        near.append(f"the one before was on {days_of(previous)}, not in {since.iso()[0]}")
    word: VerdictWord = "supported" if named else if_dense("supported", coverage)
    return verdict(claim, word, why, [previous, *rows], question, coverage, near)


def _near(question: Question, shown: Sequence[Incident], meant: Incident | None, setting: Setting) -> tuple[str, ...]:
    """Return what stands before the act under other readings."""
    if meant is None or starts(meant).year < 2 or question.window is not None:
        return ()
    day = starts(meant) - timedelta(days=1)
    earlier = replace(question, window=Interval(None, day, "open"))
    lines = other_readings(earlier, setting, ask(setting.source, earlier))
    return tuple(f"before it {line}" for line in lines if not line.startswith("0 "))
