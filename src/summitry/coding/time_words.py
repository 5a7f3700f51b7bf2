"""What the words of a time expression tell alone: whose sentence it belongs to, its month, its days."""

from __future__ import annotations

import re
from dataclasses import replace

from summitry.coding.widening import to_month
from summitry.language import Span, Token
from summitry.model import Interval, TimeExpression

__all__ = ["home", "hull", "is_open", "is_over", "tells_days", "told_by_month"]

_TIMES = frozenset({"DATE", "TIME"})
_MONTH = re.compile(r"\d{4}-\d{2}")


def told_by_month(expression: TimeExpression) -> TimeExpression:
    """Return a part of a month as the month, so too the end of a year: "in early March" tells no certain days."""
    interval = expression.interval
    month = to_month(interval)
    edge = interval.rule.startswith(("end-of", "start-of")) and interval.first == interval.last
    part = _MONTH.fullmatch(expression.value) and month.precision == "month"
    return replace(expression, interval=month) if part or edge else expression


def is_open(expression: TimeExpression) -> bool:
    """True where only the end is told ("by 1961", "before May"): the bare date inside it dates better."""
    return expression.interval.first is None and expression.interval.last is not None


def is_over(unit: Token) -> bool:
    """True for days that are over when what is told happened: "*after three days* of talks they announced"."""
    link = unit.head
    return link.lower_ in {"after", "following"} or link.lemma_.lower() == "follow"


def home(span: Span, text: str) -> int:
    """Return the start of the sentence that a time belongs to: the next one for a date cut off before its verb.

    So it is for the day of a dateline, which is blank in the parsed text.
    """
    if not span.text.strip() and span.end < len(span.doc):
        return int(span.doc[span.end].sent.start)
    sentence = span[-1].sent  # a parser may even part "March" from "28"
    if sentence.text.strip() in span.text and sentence.end < len(span.doc):
        after = span.doc[sentence.end]
        if "\n" not in text[span.end_char : after.idx]:
            return int(after.sent.start)
    return int(sentence.start)


def tells_days(expression: TimeExpression) -> bool:
    return expression.interval.first is not None and (expression.type in _TIMES or expression.interval.known)


def hull(one: Interval, other: Interval) -> Interval:
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return one
    first, last = min(one.first, other.first), max(one.last, other.last)
    precision = one.precision if one.precision == other.precision != "day" else "range"
    return replace(one, first=first, last=last, precision=precision)
