"""When: which of a text's time expressions belongs to an act.

By syntax first: the expression that hangs nearest below or beside the trigger; then by the sentence;
then by discourse: a statement in the present tense is of the day it was published, a history goes on
from the last date it told. An act that nothing dates stays undated: never a false day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from spacy.tokens import Doc, Span, Token

from summitry.dates import outermost
from summitry.model import Interval, TimeExpression

__all__ = ["TimeIndex"]

UPWARD = {"ccomp": 9.0, "relcl": 3.0, "advcl": 2.0, "acl": 2.0, "conj": 1.5, "parataxis": 9.0, "appos": 1.0}
"""What it costs to leave a clause on the way up from a trigger, in steps: who says on Friday that
something happened does not say that it happened on Friday."""
DOWNWARD = {"ccomp": 5.0, "relcl": 4.0, "advcl": 2.5, "acl": 2.0, "conj": 1.5, "parataxis": 5.0, "appos": 1.0}
"""What it costs to enter a clause on the way down to a time expression."""
FARTHEST = 9.0
"""Expressions that cost more steps than this belong to something else."""
LOOK_BACK = 1
"""How many sentences back a history's running date still holds, inside one paragraph."""
LONGEST_ENTRY = 12
"""How many lines one entry of a chronology may have."""
NEAR_STAY = 4.0
"""A stay told farther from the trigger is that of something else."""
LONGEST_LINK = 8
"""Longest link between the two ends of a range or the members of a list, in characters."""
_TIMES = frozenset({"DATE", "TIME"})
_DAYS_LONG = re.compile(r"P(\d{1,2})D")
_JOINT = re.compile(r"\s*(?:,|and|,\s*and|or|to|[-–])\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Anchored:
    head: Token
    expression: TimeExpression


class TimeIndex:
    """The time expressions of one document, by the words that they hang on.

    Args:
        doc: the parsed document.
        times: its time expressions, resolved.
        published: when the document was published, None where unknown.
    """

    def __init__(self, doc: Doc, times: Sequence[TimeExpression], published: Interval | None) -> None:
        self._published = published
        self._by_sentence: dict[int, list[_Anchored]] = {}
        self._all = tuple(times)
        self._by_start = {e.start: e for e in outermost(times) if _tells_days(e)}
        self._stays: dict[int, list[_Anchored]] = {}
        for expression in outermost([time for time in times if not _is_open(time)]):
            span = doc.char_span(expression.start, expression.end, alignment_mode="expand")
            if span is None:
                continue
            if _DAYS_LONG.fullmatch(expression.value):
                self._stays.setdefault(span.sent.start, []).append(_Anchored(span.root, expression))
            if not _tells_days(expression):
                continue
            self._by_sentence.setdefault(span.sent.start, []).append(_Anchored(span.root, expression))

    def date_of(self, trigger: Token) -> tuple[Interval | None, TimeExpression | None]:
        """Return when the act of a trigger lies and the expression that says so, if one does."""
        inside = self._around(trigger)
        if inside is not None:
            return self._closed(inside.interval), inside
        row = self._by_sentence.get(trigger.sent.start, [])
        best: tuple[float, int] | None = None
        for position, anchored in enumerate(row):
            if anchored.expression.interval.rule.startswith("since") and not _lasts(trigger):
                continue
            cost = _distance(trigger, anchored.head)
            if cost <= FARTHEST and (best is None or cost < best[0]):
                best = (cost, position)
        if best is None:
            return None, None
        interval = self._with_neighbours(row, best[1])
        return self._lengthened(self._closed(interval), trigger), row[best[1]].expression

    def _around(self, trigger: Token) -> TimeExpression | None:
        """Return the date inside a phrase that a trigger is part of.

        "A month after the test of May 25" dates something else by the test; the test itself is of May 25.
        """
        start, end = trigger.idx, trigger.idx + len(trigger)
        if not any(time.start <= start and end <= time.end for time in self._all):
            return None
        phrase = max((t for t in self._all if t.start <= start and end <= t.end), key=lambda t: t.end - t.start)
        inner = [t for t in self._all if phrase.start <= t.start and t.end <= phrase.end and t.start >= end]
        return min((t for t in inner if _tells_days(t)), key=lambda t: (t.start, -t.end), default=None)

    def entry_date(self, trigger: Token) -> Interval | None:
        """Return the date that heads the entry of a chronology in which a trigger stands.

        It stands at the head of the trigger's own line ("21 January 1974 - …"), or alone on a line
        above, with no blank line between unless that line is all there is above it.
        """
        text = trigger.doc.text
        line = text.rfind("\n", 0, trigger.idx) + 1
        for _ in range(LONGEST_ENTRY):
            heading = self._at_line_start(text, line)
            if heading is not None:
                return replace(
                    heading.interval, rule=f"entry-date/{heading.interval.rule}", anchor=_words(text, heading)
                )
            above = text[:line].rstrip(" \t")
            if not above:
                return None
            blank = above.endswith("\n\n")
            line = above.rstrip().rfind("\n") + 1
            if blank and not self._is_date_line(text, line):
                return None
        return None

    def _at_line_start(self, text: str, line: int) -> TimeExpression | None:
        """Return the date with which a line begins and after which a dash, a colon or nothing follows."""
        indent = len(text[line:]) - len(text[line:].lstrip(" \t-–—*•"))
        expression = self._by_start.get(line + indent)
        if expression is None or expression.interval.precision not in {"day", "month", "range"}:
            return None
        if self._published and expression.interval.first == self._published.first:
            return None  # the date of a byline heads the page, no entry of a chronology
        follows = text[expression.end : expression.end + 3].lstrip(" \t")
        return expression if not follows or follows[0] in "\n-–—:|" else None

    def _is_date_line(self, text: str, line: int) -> bool:
        heading = self._at_line_start(text, line)
        return heading is not None and text[heading.end : heading.end + 1] in {"\n", ""}

    def running(self, trigger: Token) -> Interval | None:
        """Return the date last told before a sentence in the same paragraph, None where none is."""
        doc, sentence = trigger.doc, trigger.sent
        for _ in range(LOOK_BACK):
            if sentence.start == 0:
                return None
            before = doc[sentence.start - 1].sent
            if _line_breaks(doc, before, sentence):
                return None
            if before.start in self._by_sentence:
                return _to_year(self._told_in(before, "running-date"))
            sentence = before
        return None

    def _told_in(self, sentence: Span, rule: str) -> Interval:
        row = self._by_sentence[sentence.start]
        main = min(row, key=lambda a: (_depth(a.head), a.expression.start))
        interval = self._closed(self._with_neighbours(row, row.index(main)))
        return replace(interval, rule=f"{rule}/{interval.rule}", anchor=_words(sentence.doc.text, main.expression))

    def _with_neighbours(self, row: Sequence[_Anchored], position: int) -> Interval:
        """Return an expression's interval, joined with those it is coordinated or ranged with."""
        interval = row[position].expression.interval
        for step in (-1, 1):
            at = position
            while 0 <= at + step < len(row) and self._joined(row[min(at, at + step)], row[max(at, at + step)]):
                at += step
                interval = _hull(interval, row[at].expression.interval)
        return interval

    def _joined(self, left: _Anchored, right: _Anchored) -> bool:
        doc = left.head.doc
        between = doc.text[left.expression.end : right.expression.start]
        ranged = left.expression.interval.rule.endswith("range-first")
        listed = left.expression.interval.precision == right.expression.interval.precision
        return len(between) < LONGEST_LINK and (
            (ranged and right.expression.interval.rule.endswith("range-last"))
            or (listed and bool(_JOINT.fullmatch(between)))
        )

    def _lengthened(self, interval: Interval, trigger: Token) -> Interval:
        """Stretch a day by the stay told beside it: "on Thursday for a two-day visit"."""
        if interval.precision != "day" or interval.first is None or interval.first != interval.last:
            return interval
        for anchored in self._stays.get(trigger.sent.start, ()):
            days = _DAYS_LONG.fullmatch(anchored.expression.value)
            if days and _distance(trigger, anchored.head) <= NEAR_STAY:
                last = interval.first + timedelta(days=max(int(days[1]) - 1, 0))
                return replace(interval, last=last, precision="range", rule=f"{interval.rule}/stay")
        return interval

    def lead_day(self, days: int) -> Interval | None:
        """Return the day that a report's lead tells, if it lies at most some days before the publication.

        What a report goes on to tell in the past tense happened then, unless it says otherwise.
        """
        if self._published is None or self._published.last is None or not self._by_sentence:
            return None
        for anchored in self._by_sentence[min(self._by_sentence)]:
            told = anchored.expression.interval
            if told.first and told.precision in {"day", "range"} and 0 <= (self._published.last - told.first).days <= days:
                return replace(told, rule=f"lead-day/{told.rule}")
        return None

    def published_day(self, rule: str) -> Interval | None:
        """Return the publication date as the date of an act, with the rule that says why."""
        return replace(self._published, rule=rule, anchor="publication") if self._published else None

    def _closed(self, interval: Interval) -> Interval:
        """Close an open end with the publication date: "since 2006" runs until the day of writing."""
        if interval.known or not interval.first or not self._published or not self._published.last:
            return interval
        last = max(self._published.last, interval.first)
        return replace(interval, last=last)


def _is_open(expression: TimeExpression) -> bool:
    """True where only the end is told ("by 1961", "before May"): the bare date inside it dates better."""
    return expression.interval.first is None and expression.interval.last is not None


def _lasts(trigger: Token) -> bool:
    """True where an act is told as lasting: "has been under sanctions since 2006".

    Elsewhere "since" tells how long nothing like it happened ("the first visit since 2000").
    """
    word = trigger
    while word.pos_ not in {"VERB", "AUX"} and word.head != word:
        word = word.head
    return any(child.dep_ == "aux" and child.lemma_ == "have" for child in word.children)


def _tells_days(expression: TimeExpression) -> bool:
    return expression.interval.first is not None and (expression.type in _TIMES or expression.interval.known)


def _hull(one: Interval, other: Interval) -> Interval:
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return one
    first, last = min(one.first, other.first), max(one.last, other.last)
    precision = one.precision if one.precision == other.precision != "day" else "range"
    return replace(one, first=first, last=last, precision=precision)


def _to_year(interval: Interval) -> Interval:
    """Widen a date to its year: what a history goes on to tell lies near it, on no certain day."""
    if interval.first is None or interval.last is None:
        return interval
    first, last = interval.first.replace(month=1, day=1), interval.last.replace(month=12, day=31)
    return replace(interval, first=first, last=last, precision="year" if first.year == last.year else "range")


def _depth(token: Token) -> int:
    return sum(1 for _ in token.ancestors)


def _words(text: str, expression: TimeExpression) -> str:
    return text[expression.start : expression.end]


def _line_breaks(doc: Doc, before: Span, after: Span) -> int:
    """Return how many line breaks part two sentences."""
    words = before.text.rstrip()
    return doc.text.count("\n", before.start_char + len(words), after.start_char + 1)


def _path_up(token: Token, costs_of: dict[str, float]) -> dict[int, float]:
    """Return what it costs to climb from a word to each word above it."""
    costs, cost, word = {token.i: 0.0}, 0.0, token
    while word.head != word:
        cost += costs_of.get(word.dep_, 1.0)
        word = word.head
        costs[word.i] = cost
    return costs


def _distance(trigger: Token, head: Token) -> float:
    up, down = _path_up(trigger, UPWARD), _path_up(head, DOWNWARD)
    meeting = [i for i in down if i in up]
    nearest = min(meeting, key=lambda i: up[i] + down[i], default=None)
    if nearest is None:
        return FARTHEST + 1
    return up[nearest] + down[nearest] + 0.01 * abs(trigger.i - head.i)
