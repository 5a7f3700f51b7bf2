"""Claims as questions: the window that counts, the place that counts, whether the words tell between whom."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from summitry.checking.question import Question, question_of
from summitry.checking.setting import Setting
from summitry.checking.telling import sentence_of
from summitry.dates import find_times
from summitry.model import Claim, Interval

__all__ = ["RECENT_YEARS", "after_since", "counts_acts", "is_anybodys", "is_told", "place_told", "question_for"]

RECENT_YEARS = 5
""""In recent years" reaches so far back."""
_RECENT = re.compile(r"\b(?:in|over) (?:the )?(?:recent|past few|last few) years\b", re.IGNORECASE)
_TIMES = re.compile(r"\b(?:time|times|occasion|occasions)$", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:meetings?|summits?|talks|visits?|ties|treaty) between\b")
_COUNTING = frozenset({"count", "frequency"})
"""Kinds that count acts at a place where the words tell one; to others a place tells which act is meant."""


def counts_acts(claim: Claim) -> bool:
    """True where a claim counts acts of a category; "for the third time" counts the act of its clause."""
    counted = claim.counted
    return bool(counted.type) and (counted.acts or _TIMES.search(counted.words) is not None)


def question_for(claim: Claim, setting: Setting) -> Question:
    """Return the question that a claim asks about what it counts, within its window."""
    question = question_of(claim, claim.counted, setting.registry, _window(claim, setting), setting.until)
    return replace(question, place=_counting_place(claim, question, setting))


def is_told(question: Question, claim: Claim) -> bool:
    """True where a question says between whom, or about what: meetings of one state with anybody are no count."""
    parties = question.parties
    if len(parties) == 1 and question.mode != "visit" and _BETWEEN.search(claim.evidence.readable):
        return False
    alone = len(parties) == 1 and bool(parties[0].state) and question.type == "CONSULT"
    bounded = question.window is not None or bool(question.office) or bool(question.matters)
    return bool(question.matters) if not parties else bounded or not alone


def is_anybodys(question: Question) -> bool:
    """True for visits of anybody from one state to another, in no window: the text speaks of somebody's second."""
    states = bool(question.parties) and all(party.state for party in question.parties)
    free = question.window is None and question.level is None and not question.office
    return states and free and question.type == "CONSULT" and question.mode == "visit"


def place_told(place: str, claim: Claim, setting: Setting) -> str:
    """Return a place where the sentence names it, else `""`: a reader may have it from elsewhere."""
    return place if place and place.split(",")[0].lower() in sentence_of(claim, setting.text).lower() else ""


def _counting_place(claim: Claim, question: Question, setting: Setting) -> str:
    """Return the place at which acts count: none for other kinds, and none for a host's capital, which is the host."""
    place = claim.counted.place
    if (
        claim.kind not in _COUNTING
        or claim.rule.startswith("ordinal")
        or question.type != "CONSULT"
        or place.split(",")[0] not in claim.evidence.quote
    ):
        return ""
    states = [setting.registry.states[party.state] for party in question.parties if party.state]
    own = {name for state in states for name in (state.name, state.capital)}
    return "" if place.split(",")[0] in own else place


def _window(claim: Claim, setting: Setting) -> Interval | None:
    today = setting.today
    if claim.window is None and today is not None and _RECENT.search(claim.evidence.readable):
        return Interval(date(max(today.year - RECENT_YEARS, 1), today.month, 1), today, "range", "recent-years")
    return _range_told(claim, setting) or claim.window or _window_beside(claim, setting)


def _window_beside(claim: Claim, setting: Setting) -> Interval | None:
    """Return the window of a claim that the same words make: "the second visit in forty days" is a frequency, too."""
    mine = (claim.evidence.start, claim.evidence.end)
    beside = (c for c in setting.beside if (c.evidence.start, c.evidence.end) == mine and c.kind != claim.kind)
    return next((c.window for c in beside if c.window and c.counted.type == claim.counted.type), None)


def after_since(window: Interval | None, claim: Claim, setting: Setting) -> Interval | None:
    """Return a window that begins after what "since" names: "none since 2007" speaks of none after that of 2007."""
    if window is None or window.first is None or " since " not in f" {claim.evidence.readable}":
        return window
    times = find_times(sentence_of(claim, setting.text), setting.published)
    named = [t.interval.last for t in times if t.interval.first == window.first and t.interval.last is not None]
    last = min(named, default=None)
    if last is None or (window.last is not None and last >= window.last):
        return window
    return replace(window, first=last + timedelta(days=1), precision="range")


def _range_told(claim: Claim, setting: Setting) -> Interval | None:
    """Return the days from the first to the last end of a range: "between May 2010 and August 2011".

    The reading may hold the first end alone.
    """
    times = find_times(sentence_of(claim, setting.text), setting.published)
    ends = [time.interval for time in times if "/range-" in time.interval.rule]
    if len(ends) != 2 or not ends[0].rule.endswith("first") or not ends[1].rule.endswith("last"):
        return None
    first, last = ends[0].first, ends[1].last
    starts_alike = claim.window is None or claim.window.first == first
    return Interval(first, last, "range", "told-range") if first and last and first < last and starts_alike else None
