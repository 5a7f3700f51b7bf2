"""When: which of a text's time expressions belongs to an act.

By syntax first: the expression that hangs nearest below or beside the trigger; then by the sentence;
then by discourse: a statement in the present tense is of the day it was published, a history goes on
from the last date it told. An act that nothing dates stays undated: never a false day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from summitry.model import Interval, TimeExpression

__all__ = ["TimeIndex"]

CROSSING = {"ccomp": 4.0, "relcl": 3.0, "advcl": 2.0, "acl": 1.5, "conj": 0.5, "parataxis": 4.0, "appos": 1.0}
"""What it costs to cross a clause border on the way from a trigger to a time expression, in steps."""
FARTHEST = 9.0
"""Expressions that cost more steps than this belong to something else."""
_TIMES = frozenset({"DATE", "TIME"})


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
        for expression in times:
            span = doc.char_span(expression.start, expression.end, alignment_mode="expand")
            if span is None or not _tells_days(expression):
                continue
            self._by_sentence.setdefault(span.sent.start, []).append(_Anchored(span.root, expression))

    def date_of(self, trigger: Token) -> tuple[Interval | None, TimeExpression | None]:
        """Return when the act of a trigger lies and the expression that says so, if one does."""
        best: tuple[float, TimeExpression] | None = None
        for anchored in self._by_sentence.get(trigger.sent.start, ()):
            cost = _distance(trigger, anchored.head)
            if cost <= FARTHEST and (best is None or cost < best[0]):
                best = (cost, anchored.expression)
        if best is None:
            return None, None
        return self._closed(best[1].interval), best[1]

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


def _path_up(token: Token) -> dict[int, float]:
    """Return what it costs to climb from a word to each word above it."""
    costs, cost, word = {token.i: 0.0}, 0.0, token
    while word.head != word:
        cost += CROSSING.get(word.dep_, 1.0)
        word = word.head
        costs[word.i] = cost
    return costs


def _distance(trigger: Token, head: Token) -> float:
    up, down = _path_up(trigger), _path_up(head)
    meeting = [i for i in down if i in up]
    nearest = min(meeting, key=lambda i: up[i] + down[i], default=None)
    if nearest is None:
        return FARTHEST + 1
    return up[nearest] + down[nearest] + 0.01 * abs(trigger.i - head.i)
