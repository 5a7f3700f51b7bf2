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

from summitry.model import Interval, TimeExpression

__all__ = ["TimeIndex"]

UPWARD = {"ccomp": 9.0, "relcl": 3.0, "advcl": 2.0, "acl": 2.0, "conj": 1.5, "parataxis": 9.0, "appos": 1.0}
"""What it costs to leave a clause on the way up from a trigger, in steps: who says on Friday that
something happened does not say that it happened on Friday."""
DOWNWARD = {"ccomp": 5.0, "relcl": 4.0, "advcl": 2.5, "acl": 2.0, "conj": 1.5, "parataxis": 5.0, "appos": 1.0}
"""What it costs to enter a clause on the way down to a time expression."""
FARTHEST = 9.0
"""Expressions that cost more steps than this belong to something else."""
LOOK_BACK = 3
"""How many sentences back a history's running date still holds, inside one paragraph."""
LONGEST_ENTRY = 12
"""How many sentences one entry of a chronology may have."""
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
        self._stays: dict[int, list[_Anchored]] = {}
        for expression in times:
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
        row = self._by_sentence.get(trigger.sent.start, [])
        best: tuple[float, int] | None = None
        for position, anchored in enumerate(row):
            cost = _distance(trigger, anchored.head)
            if cost <= FARTHEST and (best is None or cost < best[0]):
                best = (cost, position)
        if best is None:
            return None, None
        interval = self._with_neighbours(row, best[1])
        return self._lengthened(self._closed(interval), trigger), row[best[1]].expression

    def entry_date(self, trigger: Token) -> Interval | None:
        """Return the date of the line that heads the entry of a chronology in which a trigger stands.

        An entry is a run of lines without a blank one between; the line that is little more
        than a date may also stand by itself above it.
        """
        doc, sentence = trigger.doc, trigger.sent
        for _ in range(LONGEST_ENTRY):
            if sentence.start == 0:
                return None
            before = doc[sentence.start - 1].sent
            headed = self._is_date_line(before)
            if _line_breaks(doc, before, sentence) > 1 and not headed:
                return None
            if headed:
                return self._told_in(before, "entry-date")
            sentence = before
        return None

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
                return self._told_in(before, "running-date")
            sentence = before
        return None

    def _told_in(self, sentence: Span, rule: str) -> Interval:
        row = self._by_sentence[sentence.start]
        main = min(row, key=lambda a: (_depth(a.head), a.expression.start))
        interval = self._closed(self._with_neighbours(row, row.index(main)))
        return replace(interval, rule=f"{rule}/{interval.rule}", anchor=_words(sentence.doc, main.expression))

    def _is_date_line(self, sentence: Span) -> bool:
        row = self._by_sentence.get(sentence.start, ())
        told = sum(a.expression.end - a.expression.start for a in row)
        return 2 * told > len(sentence.text.strip()) > 0

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

    def published_day(self, rule: str) -> Interval | None:
        """Return the publication date as the date of an act, with the rule that says why."""
        return replace(self._published, rule=rule, anchor="publication") if self._published else None

    def _closed(self, interval: Interval) -> Interval:
        """Close an open end with the publication date: "since 2006" runs until the day of writing."""
        if interval.known or not interval.first or not self._published or not self._published.last:
            return interval
        last = max(self._published.last, interval.first)
        return replace(interval, last=last)


def _tells_days(expression: TimeExpression) -> bool:
    return expression.interval.first is not None and (expression.type in _TIMES or expression.interval.known)


def _hull(one: Interval, other: Interval) -> Interval:
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return one
    first, last = min(one.first, other.first), max(one.last, other.last)
    precision = one.precision if one.precision == other.precision != "day" else "range"
    return replace(one, first=first, last=last, precision=precision)


def _depth(token: Token) -> int:
    return sum(1 for _ in token.ancestors)


def _words(doc: Doc, expression: TimeExpression) -> str:
    return doc.text[expression.start : expression.end]


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
