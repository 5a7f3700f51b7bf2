"""Within which days a claim counts: "in the last 15 months", "since April last year", "in 2018"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from spacy.tokens import Token

from summitry.coding import syntax
from summitry.coding.claims.lengths import Length, read_length
from summitry.coding.claims.page import Page, Timed
from summitry.model import Interval

__all__ = ["dated", "date_words", "frequency_window", "reaching_back", "since_of", "window_of"]

_WIDE = frozenset({"range", "year", "decade", "decade-part", "century", "year-part", "half-year", "quarter", "open"})


def _around(page: Page, topic: Token) -> list[Timed]:
    """Return the times told under a topic, else those of its clause."""
    under = page.times_within(topic.subtree)
    if under:
        return under
    verb = syntax.clause_of(topic)
    own = [child for child in verb.children if child.dep_ in {"prep", "npadvmod", "advmod", "mark"}]
    return page.times_within(word for child in own for word in child.subtree)


def window_of(page: Page, topic: Token) -> Interval | None:
    """Return the window in which acts are counted, None where the words set none.

    A window is wider than a month: a single day dates an act and bounds no count.
    """
    for time, _ in _around(page, topic):
        interval = time.interval
        if interval.first and (interval.precision in _WIDE or interval.rule.startswith(("window", "since"))):
            last = interval.last or (page.published.last if page.published else None)
            return replace(interval, last=last) if last and last >= interval.first else None
    return None


def frequency_window(page: Page, topic: Token) -> tuple[Interval, str] | None:
    """Return a window told by its length, and that: "in the last 15 months"."""
    for time, _ in _around(page, topic):
        length = read_length(page.text, time.start, time.end)
        if time.interval.rule.startswith("window") and time.interval.known and length is not None:
            return time.interval, length.value
    return None


def since_of(page: Page, topic: Token) -> tuple[Interval | None, str]:
    """Return since when something is the first, with the words that say it: "since 2005", "in eight years"."""
    for time, span in _around(page, topic):
        told = time.interval
        if told.rule.startswith("since") and told.first:
            inner = [t for t, _ in page.times_within(span) if t.start > time.start and t.end <= time.end]
            start = inner[0].interval if inner else Interval.day(told.first, told.rule)
            return start, date_words(page, time.start, time.end)
    for preposition in topic.sent:
        if preposition.lower_ == "since" and preposition.i > topic.i and preposition.dep_ in {"prep", "mark"}:
            below = preposition.subtree if preposition.dep_ == "prep" else preposition.head.subtree
            for time, _ in page.times_within(t for t in below if t.i > preposition.i):
                if time.interval.first and time.interval.known:
                    return time.interval, date_words(page, time.start, time.end)
    for time, _ in _around(page, topic):
        if time.type == "DURATION" and _counts_back(page, time.start):
            start = reaching_back(page, read_length(page.text, time.start, time.end))
            if start is not None and start.first is not None:
                return start, str(start.first.year)
    return None, ""


def _counts_back(page: Page, start: int) -> bool:
    before = page.text[max(0, start - 24) : start].lower().split()
    return any(word in {"in", "for"} for word in before[-3:])


def date_words(page: Page, start: int, end: int) -> str:
    """Return the words of a date without its preposition: `October 2019`."""
    text = page.text[start:end]
    for word in ("since ", "Since ", "the "):
        text = text.removeprefix(word)
    return text.rstrip(".")


def reaching_back(page: Page, length: Length | None) -> Interval | None:
    """Return the year or day that lies a length of time before the publication, None where that is unknown."""
    published = page.published
    if length is None or length.days is None or length.number is None or not published or not published.last:
        return None
    if length.unit in ("year", "decade"):
        year = published.last.year - length.number * (10 if length.unit == "decade" else 1)
        return Interval(date(year, 1, 1), date(year, 12, 31), "year", "reaching-back", length.value) if year > 0 else None
    try:
        day = published.last - timedelta(days=round(length.days))
    except OverflowError:
        return None
    return Interval.day(day, "reaching-back", length.value)


def dated(page: Page, topic: Token | None) -> str:
    """Return the date of an act in ISO form at its precision, `""` where the words do not tell it.

    "It was their first meeting" is the meeting told before.
    """
    if topic is None:
        return ""
    event, frame = page.event_at(topic), page.frame_at(topic)
    if frame is not None and frame.type and _refers_back(topic):
        event = page.told_before(topic, frame.type) or event
    interval = event.interval if event else None
    if interval is None:
        known = [t.interval for t, _ in _around(page, topic) if t.interval.known and t.type in {"DATE", "TIME"}]
        interval = known[0] if known else None
    return interval.iso()[0] if interval else ""


def _refers_back(topic: Token) -> bool:
    nouns = syntax.subjects(topic.head) if topic.dep_ == "attr" else []
    return any(noun.lower_ in {"it", "this", "that", "these", "those"} for noun in nouns)
