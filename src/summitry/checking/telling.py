"""What the sentence of a claim tells beyond the claim: the days it names, and whether the act is still to come."""

from __future__ import annotations

import re
from datetime import date, timedelta

from summitry.checking.setting import Setting
from summitry.coding.claims.numbers import read_ordinal
from summitry.dates import find_times, outermost
from summitry.model import Claim, Interval

__all__ = ["ANNOUNCED_DAYS", "announces", "dates_told", "is_ahead", "nth_told", "sentence_of", "soon_after"]

ANNOUNCED_DAYS = 31
"""An act that an article announces takes place at most so many days after its publication."""
REACH_BACK = 120
"""How many characters before a cut sentence its beginning is looked for."""
_STOP = re.compile(r"[.!?][\"”’)]*\s|\n")
_AHEAD = re.compile(
    r"\b(?:will|shall|to be held|set to|due to|plans? to|planned|scheduled|upcoming|forthcoming|expected to|is to"
    r"|are to|prepar\w+ (?:for|to)|next (?:week|month)|ahead of|trying to|hopes? to)\b|[’']ll\b",
    re.IGNORECASE,
)
_IN_THE_MAKING = re.compile(r"\bin the (?:making|offing|pipeline|works)\b|\bon the (?:horizon|cards)\b", re.IGNORECASE)
_PRECISE = frozenset({"day", "range", "week", "weekend", "month", "season"})
_BOUNDS = re.compile(
    r"\b(?:since|until|before|after|from|in the (?:last|past)|over the (?:last|past))\s*$", re.IGNORECASE
)


def is_ahead(claim: Claim) -> bool:
    """True where the sentence announces the act of a claim: "this *will* be the fifth meeting"."""
    quote, sentence = claim.evidence.quote, claim.evidence.readable
    at = sentence.find(quote)
    head = sentence if at < 0 else sentence[: at + len(quote)]
    return _AHEAD.search(head) is not None or _IN_THE_MAKING.search(sentence) is not None


def _in_year_told(told: Interval, sentence: str, published: Interval | None) -> Interval:
    """Return a day told without a year in the only year that its sentence names: "in 2018 … on April 27"."""
    named = (t.interval for t in find_times(sentence, published))
    years = {t.first.year for t in named if t.first and t.precision == "year" and t.rule == "explicit-year"}
    if not told.rule.startswith("nearest") or len(years) != 1 or told.first is None or told.last is None:
        return told
    (year,) = years
    try:
        first, last = told.first.replace(year=year), told.last.replace(year=year)
    except ValueError:  # 29 February in a common year
        return told
    return Interval(first, last, told.precision, "year-told-beside", told.anchor)


def _nearest_year(told: Interval, published: Interval | None) -> Interval:
    """Return a day without a year that was put far after the publication a year earlier: articles look back."""
    today = published.last if published else None
    if today is None or told.rule != "nearest-future" or told.first is None or told.last is None:
        return told
    if told.first <= today + timedelta(days=ANNOUNCED_DAYS) or (told.first.month, told.first.day) == (2, 29):
        return told
    first, last = (
        day.replace(year=day.year - 1, day=min(day.day, 28) if day.month == 2 else day.day)
        for day in (told.first, told.last)
    )
    return Interval(first, last, told.precision, told.rule, told.anchor)


def sentence_of(claim: Claim, text: str) -> str:
    """Return the sentence of a claim, back to the last full stop or line where the text is at hand.

    A parser may cut a sentence in two: "March 28 | marks the first time that …".
    """
    evidence = claim.evidence
    sentence = evidence.readable
    at = sentence.find(evidence.quote)
    begins = evidence.start - at
    if at < 0 or text[evidence.start : evidence.end] != evidence.quote or not sentence[:1].islower():
        return sentence
    before = text[max(0, begins - REACH_BACK) : begins]
    start = max((match.end() for match in _STOP.finditer(before)), default=0)
    return before[start:] + sentence


def announces(claim: Claim, setting: Setting) -> bool:
    """True where the sentence announces the act: by its words, or by a day soon after the publication."""
    if is_ahead(claim):
        return True
    today = setting.today
    return today is not None and any(
        day.first is not None and today < day.first <= today + timedelta(days=ANNOUNCED_DAYS)
        for day in dates_told(claim, setting)
    )


def soon_after(today: date) -> Interval:
    """Return the days on which an act that an article announces takes place."""
    return Interval(today + timedelta(days=1), today + timedelta(days=ANNOUNCED_DAYS), "range", "announced")


def dates_told(claim: Claim, setting: Setting) -> tuple[Interval, ...]:
    """Return the days that the sentence of a claim names, at month precision or finer, those in its words first.

    Bounds of windows ("since April", "after May 25") are left out: they date something else.
    """
    published, quote = setting.published, claim.evidence.quote
    sentence = sentence_of(claim, setting.text)
    at = sentence.find(quote)
    own: list[Interval] = []
    others: list[Interval] = []
    for time in outermost(find_times(sentence, published)):
        told = time.interval
        bound = _BOUNDS.search(sentence[: time.start]) or _BOUNDS.match(sentence[time.start : time.end])
        windowed = told.rule.startswith(("since", "window", "shift", "until", "before", "after"))
        if not told.known or told.precision not in _PRECISE or time.type != "DATE" or bound or windowed:
            continue
        told = _nearest_year(_in_year_told(told, sentence, published), published)
        inside = at >= 0 and at <= time.start < at + len(quote)
        (own if inside else others).append(told)
    return (*own, *others)


_ORDINAL = re.compile(r"\b(?:[a-z]+(?:-[a-z]+)?|\d{1,3}(?:st|nd|rd|th))\b", re.IGNORECASE)


def nth_told(words: str) -> int | None:
    """Return the number of the ordinal in the words of an act, -1 for the last, `None` where there is none.

    >>> nth_told("second inter-Korean summit"), nth_told("last journey"), nth_told("nuclear test")
    (2, -1, None)
    """
    for match in _ORDINAL.finditer(words):
        if match[0].lower() in {"last", "final"}:
            return -1
        number = read_ordinal(match[0])
        if number:
            return number
    return None
