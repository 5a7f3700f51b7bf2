"""Within which days a claim counts: "in the last 15 months", "since April last year", "in 2018"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from summitry.coding import syntax
from summitry.coding.claims.lengths import Length, read_length
from summitry.coding.claims.page import Page, Timed
from summitry.coding.statements import WEAK
from summitry.language import Span, Token
from summitry.model import Interval, TimeExpression

__all__ = ["date_words", "dated", "frequency_window", "reaching_back", "since_of", "window_of"]

_THAT_OF = re.compile(r"^(?:that|those)\b.{0,40}?\b(?:of|in) (?=[A-Z0-9])")
SINCE_REACH = 8
"""A "since" that names an act stands at most this many words before the act's date."""
REACH = 14
"""A date stands at most this many words after its "since"."""
_WIDE = frozenset({"range", "year", "decade", "decade-part", "century", "year-part", "half-year", "quarter", "open"})


def _around(page: Page, topic: Token) -> list[Timed]:
    """Return the times told under a topic, else those of its clause."""
    under = page.times_within(topic.subtree)
    if under:
        return under
    verb = syntax.clause_of(topic)
    own = [child for child in verb.children if child.dep_ in {"prep", "npadvmod", "advmod", "mark"}]
    return page.times_within(word for child in own for word in child.subtree) or _ahead(page, topic)


def _ahead(page: Page, topic: Token) -> list[Timed]:
    """Return the time at the head of a sentence, which holds for it however it was parsed: "From 1989 to 1991 …"."""
    head = page.doc[topic.sent.start : min(topic.sent.start + 2, topic.sent.end)]
    return page.times_within(head) if head[0].pos_ in {"ADP", "SCONJ"} else []


def window_of(page: Page, topic: Token) -> Interval | None:
    """Return the window in which acts are counted, None where the words set none.

    A window is wider than a month: a single day dates an act and bounds no count.
    """
    for time, span in dict.fromkeys((*_around(page, topic), *_ahead(page, topic))):
        interval = _since(page, span, _with_other_end(page, time))
        if interval.first and (interval.precision in _WIDE or interval.rule.startswith(("window", "since"))):
            last = interval.last or (page.published.last if page.published else None)
            return replace(interval, last=last) if last and last >= interval.first else None
    return None


def _since(page: Page, span: Span, told: Interval) -> Interval:
    """Return a time, or all days from it on where it dates what "since" names: "since taking office in 2001"."""
    if told.rule.startswith(("since", "window")) or not told.known or page.published is None:
        return told
    verb = syntax.clause_of(span.root)
    named = span.root if span.root.head == verb else span.root.head
    holders = [word for word in (verb, *named.ancestors) if word.sent == span.sent]
    after = any(
        word.lower_ == "since" and word.i < span.start for holder in holders[:4] for word in (holder, *holder.children)
    )
    between = span.doc[max(span.sent.start, span.start - SINCE_REACH) : span.start]
    if after and any(word.lower_ == "since" for word in between):
        return replace(told, last=page.published.last, precision="range", rule="since-what-is-dated")
    return told


def _with_other_end(page: Page, time: TimeExpression) -> Interval:
    """Return a time, the first end of a range with its other end: "between May 2010 and August 2011"."""
    told = time.interval
    if not told.rule.endswith("/range-first"):
        return told
    ends = (t.interval for t, _ in page.times if t.start > time.start and t.interval.rule.endswith("/range-last"))
    other = next(ends, None)
    if other is None or told.first is None or other.last is None or other.last < told.first:
        return told
    return Interval(told.first, other.last, "range", "told-range", told.anchor)


def frequency_window(page: Page, topic: Token) -> tuple[Interval, str] | None:
    """Return a window told by its length, and that: "in the last 15 months"."""
    for time, _ in _around(page, topic):
        length = read_length(page.text, time.start, time.end)
        if length is None:
            continue
        if time.interval.rule.startswith("window") and time.interval.known:
            return time.interval, length.value
        back = reaching_back(page, length) if time.type == "DURATION" and _counts_back(page, time.start) else None
        if back is not None and page.published is not None and page.published.last is not None:
            return replace(back, last=page.published.last, precision="range", rule="window-of-length"), length.value
    return None


def since_of(page: Page, topic: Token, stand_in: Token | None = None) -> tuple[Interval | None, str]:
    """Return since when something is the first, with the words that say it: "since 2005", "in eight years".

    Args:
        page: the document.
        topic: what is the first.
        stand_in: the word that stands for it, with the time under it.
    """
    around = _around(page, topic if stand_in is None else stand_in)
    for time, span in around:
        told = time.interval
        if told.rule.startswith("since") and told.first:
            inner = [t for t, _ in page.times_within(span) if t.start > time.start and t.end <= time.end]
            start = inner[0].interval if inner else Interval.day(told.first, told.rule)
            named = inner[0] if inner else time
            return start, date_words(page, named.start, named.end)
    told_since = _after_since(page, topic)
    if told_since is not None:
        return told_since.interval, date_words(page, told_since.start, told_since.end)
    for time, _ in around:
        if time.type == "DURATION" and _counts_back(page, time.start):
            back = reaching_back(page, read_length(page.text, time.start, time.end), _day_of(page, topic))
            if back is not None and back.first is not None:
                return back, str(back.first.year)
    return None, ""


def _day_of(page: Page, topic: Token) -> date | None:
    """Return the first day of an act: as the coder dated it, else by a date under its words."""
    event = page.event_at(topic)
    if event is not None and event.interval is not None:
        return event.interval.first
    told = (t.interval for t, _ in page.times_within(topic.subtree) if t.type == "DATE" and t.interval.known)
    return next((interval.first for interval in told if interval.precision in {"day", "month", "season"}), None)


def _after_since(page: Page, topic: Token) -> TimeExpression | None:
    """Return the first date after a "since" that stands behind a word: "since that of his father in May 2011"."""
    since = next((t for t in topic.sent if t.lower_ == "since" and t.i > topic.i), None)
    if since is None:
        return None
    near = page.doc[since.i + 1 : min(since.i + REACH, topic.sent.end)]
    dates = [
        t for t, span in page.times_within(near) if t.interval.known and t.start >= since.idx and len(span) < REACH
    ]
    return min(dates, key=lambda time: (time.start, -time.end), default=None)


def _counts_back(page: Page, start: int) -> bool:
    before = page.text[max(0, start - 24) : start].lower().split()
    return any(word in {"in", "for"} for word in before[-3:])


def date_words(page: Page, start: int, end: int) -> str:
    """Return the words of a date without its preposition: `October 2019`."""
    text = page.text[start:end]
    for word in ("since ", "Since ", "the "):
        text = text.removeprefix(word)
    return _THAT_OF.sub("", text).rstrip(".")


def reaching_back(page: Page, length: Length | None, day: date | None = None) -> Interval | None:
    """Return the year or day that lies a length of time before a day, else before the publication."""
    published = page.published
    day = day or (published.last if published else None)
    if length is None or length.days is None or length.number is None or day is None:
        return None
    if length.unit in ("year", "decade"):
        year = day.year - length.number * (10 if length.unit == "decade" else 1)
        return (
            Interval(date(year, 1, 1), date(year, 12, 31), "year", "reaching-back", length.value) if year > 0 else None
        )
    try:
        before = day - timedelta(days=round(length.days))
    except OverflowError:
        return None
    return Interval.day(before, "reaching-back", length.value)


def dated(page: Page, topic: Token | None) -> str:
    """Return the date of an act in ISO form at its precision, `""` where the words do not tell it.

    "It was their first meeting" is the meeting told before.
    """
    if topic is None:
        return ""
    event, frame = page.event_at(topic), page.frame_at(topic)
    if frame is not None and frame.type and _refers_back(topic):
        event = page.told_before(topic, frame.type) or event
    interval = event.interval if event and event.interval and event.interval.rule not in WEAK else None
    if interval is None:
        known = [
            time.interval
            for time, span in _own_times(page, topic)
            if time.interval.known and time.type in {"DATE", "TIME"} and span.start - topic.i < REACH
        ]
        interval = known[0] if known else None
    return interval.iso()[0] if interval else ""


def _own_times(page: Page, topic: Token) -> list[Timed]:
    """Return the times that date an act: under it, but in no clause or apposition of its own; else of its clause.

    "March 28 marks the first time": the subject of such a clause is the date.
    """
    under = page.times_within(_plainly_under(topic))
    if under:
        return under
    verb = syntax.clause_of(topic)
    own = [c for c in verb.children if c.dep_ in {"prep", "npadvmod", "advmod"} or (c.i < verb.i and page.is_time(c))]
    return page.times_within(word for child in own for word in child.subtree)


def _plainly_under(topic: Token) -> Iterator[Token]:
    yield topic
    for child in topic.children:
        if child.dep_ not in {"relcl", "acl", "appos"}:
            yield from _plainly_under(child)


def _refers_back(topic: Token) -> bool:
    nouns = syntax.subjects(topic.head) if topic.dep_ == "attr" else []
    return any(noun.lower_ in {"it", "this", "that", "these", "those"} for noun in nouns)
