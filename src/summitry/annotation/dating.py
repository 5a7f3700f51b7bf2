"""When an undated text was written, by its own words: who holds which office in it, which known meetings it speaks of.

A person dates such a text so; here each piece of evidence leaves some days, and what all leave is the answer,
given only where the text needs one (it says "on Thursday", "last April") and little is left.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from summitry.actors import Registry
from summitry.annotation.evidence import Evidence, Scene, Sentence
from summitry.annotation.hints import days_without_meeting, readings_in
from summitry.annotation.holders import lives_in, tenure_evidence
from summitry.annotation.known import KnownMeeting, KnownMeetings, same_state
from summitry.annotation.meetings import meeting_evidence
from summitry.annotation.sides import side_of
from summitry.annotation.windows import ALWAYS, Days, between, hull, intersect, span_days, union
from summitry.language import Doc
from summitry.model import Interval, Mention, Precision, Span, TimeExpression

__all__ = ["WIDEST", "Dating", "date_text", "infer_published"]

WIDEST = 62
"""Most days that an inferred window may span; a wider one tells too little to count from."""
_ENOUGH = 4.7
"""Least bits of all fits together: about one chance fit in 26."""

_STRONG, _CLEAR = 3.5, 2.0
"""Least bits of a fit that may narrow the days: on its own, and where stronger ones have narrowed them."""
_FAR, _CLOSE = 550, 31
"""Days around the bounds in which meetings are looked for: at first, and where strong evidence has narrowed them."""

_RELATIONS = "relations-established"
_ANNIVERSARY = re.compile(
    r"\b(\d{1,3})(?:th|st|nd|rd)?[\s-](?:years?\sof|anniversary\sof)\b[^.]{0,60}?\b(?:relations|ties)\b", re.IGNORECASE
)
_DEICTIC = frozenset({"weekday", "day-name", "week", "named-month"})


@dataclass(frozen=True, slots=True)
class Dating:
    """What an undated text tells of the day it was written.

    Args:
        published: the days left, with the rule and the words that decided.
        pins: the days that time expressions stand for as a known meeting or the window tells, by their spans.
    """

    published: Interval
    pins: Mapping[Span, Interval]


def infer_published(
    doc: Doc,
    mentions: Sequence[Mention],
    times: Sequence[TimeExpression],
    registry: Registry,
    known: KnownMeetings,
) -> Interval | None:
    """Infer when an undated text was published from its own words.

    Args:
        doc: the parsed article.
        mentions: actors it names, resolved without a date.
        times: its time expressions, found without a date.
        registry: who held which office when.
        known: meetings that can be looked up.

    Returns:
        The days left, at most 62, with the rule `text: …` and the words that decided; `None` where the text
        needs no date (a history tells its own) or does not tell.
    """
    dating = date_text(doc, mentions, times, registry, known)
    return dating.published if dating else None


def date_text(
    doc: Doc,
    mentions: Sequence[Mention],
    times: Sequence[TimeExpression],
    registry: Registry,
    known: KnownMeetings,
) -> Dating | None:
    """Infer as `infer_published` does, and tell also which days the words that decided stand for."""
    scene = Scene.of(doc, mentions, times)
    if not _needs_date(scene):
        return None
    kept, days = _apply(tenure_evidence(scene, registry), ALWAYS)
    more, days = _apply(_explicit(scene), days)
    kept += more
    found = sorted(_strong(scene, known, days), key=lambda evidence: (-evidence.bits, evidence.words))
    strong, days = _apply(found, days)
    lost = sum(evidence.bits for evidence in found) - sum(evidence.bits for evidence in strong)
    if strong:
        more, days = _apply(_seconded(scene, known, days, strong), days)
        strong += more
    more, days = _apply(_hints(scene, days), days)
    published = _answer(kept + strong + more, days, lost)
    if published is None or not lives_in(scene, registry, published):
        return None
    return Dating(published, _pins(strong + more, days))


def _pins(kept: Iterable[Evidence], days: Days) -> dict[Span, Interval]:
    pins: dict[Span, Interval] = {}
    for evidence in kept:
        if evidence.hint is not None and (meant := evidence.pinned(days)) is not None:
            named = replace(meant, rule=evidence.kind, anchor=evidence.words)
            pins.setdefault((evidence.hint.start, evidence.hint.end), named)
    return pins


def _needs_date(scene: Scene) -> bool:
    """True where some words can only be understood by who knows when they were written."""
    for sentence in scene.sentences:
        for hint in sentence.hints:
            if hint.kind in _DEICTIC or hint.relation:
                return True
            rules = [time.interval.rule for time in sentence.times if time.start == hint.start]
            if any(rule.endswith("-unanchored") for rule in rules):
                return True
    return False


def _apply(found: Iterable[Evidence], days: Days) -> tuple[list[Evidence], Days]:
    """Narrow the days by each piece of evidence that leaves any."""
    kept: list[Evidence] = []
    for evidence in found:
        left = intersect(days, evidence.days)
        if left:
            kept.append(evidence)
            days = left
    return kept, days


def _strong(scene: Scene, known: KnownMeetings, bounds: Days) -> Iterator[Evidence]:
    for evidence in meeting_evidence(scene, known, bounds, _FAR):
        if evidence.bits >= _STRONG:
            yield evidence
    for sentence in scene.sentences:
        yield from _anniversaries(sentence, known)


def _seconded(scene: Scene, known: KnownMeetings, bounds: Days, kept: list[Evidence]) -> Iterator[Evidence]:
    """Yield evidence too weak to stand alone that is clear within what strong evidence leaves."""
    read = {evidence.hint for evidence in kept}
    for evidence in meeting_evidence(scene, known, bounds, _CLOSE):
        if evidence.bits >= _CLEAR and evidence.hint not in read:
            yield evidence


def _anniversaries(sentence: Sentence, known: KnownMeetings) -> Iterator[Evidence]:
    """ "70 years of diplomatic relations" is said in the year when they are 70 years old."""
    told = _ANNIVERSARY.search(sentence.text)
    if told is None:
        return
    states = {same_state(mention.state) for mention in sentence.mentions if mention.state}
    begun = [meeting for meeting in known.of(states) if meeting.kind == _RELATIONS and meeting.bodies <= states]
    if begun:
        windows = [_anniversary_window(meeting, int(told[1])) for meeting in begun]
        yield Evidence("anniversary", union(windows), 1.0, f"{told[0]} ({begun[0].label})")


def _anniversary_window(meeting: KnownMeeting, years: int) -> Days:
    day = meeting.start + timedelta(days=round(365.2425 * years))
    return between(day - timedelta(days=300), day + timedelta(days=365))


def _explicit(scene: Scene) -> list[Evidence]:
    """Dates that the text gives with their year: told as past before the writing, told as to come after it."""
    past: list[tuple[date, str]] = []
    future: list[tuple[date, str]] = []
    for sentence in scene.sentences:
        for time in sentence.times:
            first, last = time.interval.first, time.interval.last
            words = sentence.words(time.start, time.end)
            if first is None or last is None or str(first.year) not in words:
                continue
            side = side_of(sentence.token_at(time.start), sentence.span)
            if side == "past":
                past.append((first, words))
            elif side == "future" and time.interval.precision in ("day", "month"):
                future.append((last, words))
    found: list[Evidence] = []
    if past:
        day, words = max(past)
        found.append(Evidence("explicit-past", between(day, None), 0.0, words))
        future = [(last, words) for last, words in future if last >= day]
    if future:
        day, words = min(future)
        found.append(Evidence("explicit-future", between(None, day), 0.0, words))
    return found


def _hints(scene: Scene, days: Days) -> Iterator[Evidence]:
    """Months and days without a year, clearly past or to come, once the years are few."""
    outer = hull(days)
    if outer is None or outer[0] == date.min or outer[1] == date.max or span_days(days) > 3 * 366:
        return
    years = range(outer[0].year - 1, outer[1].year + 2)
    for sentence in scene.sentences:
        for hint in sentence.hints:
            side = side_of(sentence.token_at(hint.start), sentence.span)
            if side:
                words = sentence.words(hint.start, hint.end)
                readings = readings_in(hint, side, years)
                yield Evidence("hint", days_without_meeting(hint, side, years), 0.0, words, hint, readings)


def _answer(kept: list[Evidence], days: Days, lost: float) -> Interval | None:
    outer = hull(days)
    if outer is None or span_days(days) > WIDEST:
        return None
    bits = sum(evidence.bits for evidence in kept) - lost
    kinds = {evidence.kind for evidence in kept}
    if bits < _ENOUGH and not {"explicit-past", "explicit-future"} <= kinds:
        return None
    deciding = [evidence for evidence in kept if _decides(evidence, kept, days)] or kept
    order = ("tenure", "known-meeting", "anniversary", "explicit-past", "explicit-future", "hint")
    names = [kind for kind in order if any(evidence.kind == kind for evidence in deciding)]
    words = "; ".join(evidence.words for evidence in deciding)
    return Interval(*outer, _precision(*outer), "text: " + "+".join(names), words)


def _decides(evidence: Evidence, kept: list[Evidence], days: Days) -> bool:
    """True where the days left would be more without a piece of evidence."""
    left = ALWAYS
    for other in kept:
        if other is not evidence:
            left = intersect(left, other.days)
    return left != days or evidence.bits >= _ENOUGH


def _precision(first: date, last: date) -> Precision:
    if first == last:
        return "day"
    if first.isoweekday() == 1 and (last - first).days == 6:
        return "week"
    if first.day == 1 and (last + timedelta(days=1)).day == 1 and first.month == last.month:
        return "month"
    return "range"
