"""When: which of a text's time expressions belongs to an act.

The expression that hangs nearest below or beside the trigger dates it, joined with those that it is
coordinated or ranged with. What the rest of the text tells is asked by `telling`, `entries` and `dating`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from summitry.coding import syntax
from summitry.coding.anchoring import FARTHEST, distance, is_aside, is_perfect, is_present_perfect
from summitry.coding.time_words import home, hull, is_open, is_over, tells_days, told_by_month
from summitry.coding.times_beside import is_of_matter, is_of_next, is_of_telling, is_of_treaty, is_ranked, lasts
from summitry.coding.widening import to_month
from summitry.dates import outermost
from summitry.language import Doc, Token
from summitry.model import TO_COME, Interval, Status, TimeExpression

__all__ = ["Anchored", "TimeIndex"]

NEAR_STAY = 4.0
"""A stay told farther from the trigger is that of something else."""
BESIDE = 0.5
"""What it costs to go from an act's noun to the time right behind it."""
PAST = frozenset({"VBD", "VBN"})
"""Tags of verbs of what is over."""
LONGEST_LINK = 8
"""Longest link between the two ends of a range, in characters."""
_DAYS_LONG = re.compile(r"P(\d{1,2})D")
_DAYS = re.compile(r"PT|P(\d+|X)D")
"""What takes hours or days is of the time told before: "spoke for forty minutes", "rioted for days"."""
_BESIDE = re.compile(r"\s+(?:of|in|on|at|from|during)\s+(?:the\s+)?", re.IGNORECASE)
_OFFSETS = frozenset("after before later ago earlier prior since following".split())
_JOINT = re.compile(r"\s*(?:,|and|,\s*and|or|to|[-–])\s*(?:again\s+(?:in|on)\s+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Anchored:
    """A time expression and the word of it that hangs on the sentence."""

    head: Token
    expression: TimeExpression
    home: int


class TimeIndex:
    """The time expressions of one document, by the words that they hang on.

    Args:
        doc: the parsed document.
        times: its time expressions, resolved.
        published: when the document was published, None where unknown.
    """

    def __init__(self, doc: Doc, times: Sequence[TimeExpression], published: Interval | None) -> None:
        self._text = doc.text
        self._published = published
        self._timed: set[int] = set()
        self._by_sentence: dict[int, list[Anchored]] = {}
        self._all = tuple(times)
        self._stays: dict[int, list[Anchored]] = {}
        for expression in map(told_by_month, outermost([time for time in times if not is_open(time)])):
            span = doc.char_span(expression.start, expression.end, alignment_mode="expand")
            if span is None:
                continue
            if self._is_own_time(expression) and not is_aside(span.root):
                self._timed.add(span.sent.start)
            if _DAYS_LONG.fullmatch(expression.value) and not self._is_offset(expression) and not is_over(span.root):
                self._stays.setdefault(span.sent.start, []).append(Anchored(span.root, expression, span.sent.start))
            if not tells_days(expression) or expression.interval.rule == "anniversary":
                continue  # "marked its 104th anniversary with a launch" tells when it was founded
            sentence = home(span, self._text)
            self._by_sentence.setdefault(sentence, []).append(Anchored(span.root, expression, sentence))
        for row in self._by_sentence.values():
            row[:] = self._without_dateline(row)

    def _without_dateline(self, row: list[Anchored]) -> list[Anchored]:
        """Leave out the day of a dateline, blank in the parsed text, where the sentence tells a day of its own."""
        told = [a for a in row if self._text[a.expression.start : a.expression.end].strip()]
        return told if any(a.expression.interval.precision == "day" for a in told) else row

    def _is_own_time(self, expression: TimeExpression) -> bool:
        """True for a time other than that of the text itself: no "recent", no "today", no coming year."""
        interval, published = expression.interval, self._published
        if not interval.known:
            return expression.type == "DURATION" and not _DAYS.match(expression.value)
        if not published or not published.last or not interval.first:
            return True
        return interval.first < published.last and interval.last != published.last

    def _is_offset(self, expression: TimeExpression) -> bool:
        """True for a length that tells how far off something is: "three days after", "a week ago"."""
        words = self._text[expression.start : expression.end + LONGEST_LINK + 4].lower().split()
        return not _OFFSETS.isdisjoint(words)

    def date_of(
        self, trigger: Token, status: Status = "occurred", spoken: bool = False
    ) -> tuple[Interval | None, TimeExpression | None]:
        """Return when the act of a trigger lies and the expression that says so, if one does.

        Args:
            trigger: the word that tells the act.
            status: whether it happened or is to come.
            spoken: the act is done by words.
        """
        inside = self._around(trigger)
        if inside is not None:
            return self._closed(inside.interval), inside
        row = self._by_sentence.get(trigger.sent.start, [])
        best: tuple[float, int] | None = None
        for position, anchored in enumerate(row):
            marks = self._marks(anchored, trigger)
            since = anchored.expression.interval.rule.startswith("since") and not marks
            if since and (not lasts(trigger) or is_ranked(anchored.head)):
                continue
            if status == "occurred" and self._is_ahead(anchored.expression.interval, trigger):
                continue
            if is_of_next(anchored.expression, trigger) or is_of_treaty(anchored.head, trigger):
                continue
            if is_of_matter(anchored.head, trigger, spoken):
                continue
            if status == "occurred" and self._is_end_of(anchored, trigger):
                continue
            if status in TO_COME and is_of_telling(trigger, anchored.head):
                continue
            cost = 0.0 if marks else distance(trigger, anchored.head, spoken)
            if self._stands_beside(trigger, anchored):
                cost = min(cost, BESIDE)
            if cost <= FARTHEST and (best is None or cost < best[0]):
                best = (cost, position)
        if best is None:
            return None, None
        interval = self._with_neighbours(row, best[1])
        if interval.rule.startswith(("since", "after")) and self._marks(row[best[1]], trigger):
            interval = self._bare(row[best[1]].expression)
        if best[0] and self._lies_behind(trigger, row[best[1]].head):
            return self._until_now(interval), row[best[1]].expression
        return self._lengthened(self._up_to_now(self._closed(interval), trigger), trigger), row[best[1]].expression

    def _marks(self, anchored: Anchored, trigger: Token) -> bool:
        """True for the date of "March 28 marks the first time that …": it is the day of what follows."""
        if anchored.expression.end > trigger.idx:
            return False
        between = self._text[anchored.expression.end : trigger.idx]
        lapse = anchored.expression.interval.rule.startswith("shift")
        if trigger.pos_ == "VERB" and not between.strip() and (lapse or self._stands_under_on(anchored)):
            return True
        if between.lstrip(" ,").startswith("when "):
            opens = next((c for c in syntax.clause_of(trigger).children if c.lower_ == "when"), None)
            return opens is not None and not self._text[anchored.expression.end : opens.idx].strip(" ,")
        opening = between.lstrip().partition(" ")[0].lower()
        if opening == "that" and trigger.sent.text[:2].lower() == "it":  # "it was in May that they met"
            return syntax.clause_of(trigger).head.lemma_ == "be"
        return opening in {"marks", "marked"}

    def _bare(self, expression: TimeExpression) -> Interval:
        """Return the date inside a phrase, where it has one: "*since May 4*, when they met" tells the day they met."""
        inside = [t for t in self._all if expression.start < t.start and t.end == expression.end and tells_days(t)]
        bare = min(inside, key=lambda t: t.start, default=expression)
        return told_by_month(bare).interval

    def _is_end_of(self, anchored: Anchored, trigger: Token) -> bool:
        """True for the end of what lasted: "was banned *until* 1993"; not in "did not meet until 1993"."""
        before = self._text[: anchored.expression.start].rstrip().lower()
        if not before.endswith((" until", " till")) or self._marks(anchored, trigger):
            return False
        above = [word for word in (trigger, *trigger.ancestors) if word.pos_ in {"VERB", "AUX"}]
        return not any(child.dep_ == "neg" for verb in above for child in verb.children)

    def _stands_beside(self, noun: Token, anchored: Anchored) -> bool:
        """True for a time right behind an act's noun, wherever the parser hung it: "its *test in May*"."""
        between = self._text[noun.idx + len(noun) : anchored.expression.start]
        return noun.pos_ == "NOUN" and bool(_BESIDE.fullmatch(between))

    def _stands_under_on(self, anchored: Anchored) -> bool:
        """True for a date right before the verb, wherever the parser hung it: "Lima *on Friday* closed the border"."""
        return self._text[: anchored.expression.start].rstrip().endswith((" on", " in"))

    def _around(self, trigger: Token) -> TimeExpression | None:
        """Return the date inside a phrase that a trigger is part of.

        "A month after the test of May 25" dates something else by the test; the test itself is of May 25.
        """
        start, end = trigger.idx, trigger.idx + len(trigger)
        if not any(time.start <= start and end <= time.end for time in self._all):
            return None
        phrase = max((t for t in self._all if t.start <= start and end <= t.end), key=lambda t: t.end - t.start)
        inner = [t for t in self._all if phrase.start <= t.start and t.end <= phrase.end and t.start >= end]
        return min((t for t in inner if tells_days(t)), key=lambda t: (t.start, -t.end), default=None)

    def _is_ahead(self, interval: Interval, trigger: Token) -> bool:
        """True for a day after the publication, on which nothing told in the past can have happened."""
        published = self._published
        if not published or not published.last or not interval.first:
            return False
        if interval.first <= published.last and not interval.rule.startswith("later-of"):
            return False
        return trigger.tag_ == "VBD" or is_perfect(trigger)

    def _lies_behind(self, trigger: Token, head: Token) -> bool:
        """True where an act in the present perfect followed what a date tells: "since it tested in May"."""
        if trigger.pos_ != "VERB" or not is_present_perfect(trigger):
            return False
        verbs = {trigger.i, *(word.i for word in trigger.ancestors)}
        word = head
        while word.head != word and word.head.i not in verbs:
            word = word.head
        marks = {c.lower_ for c in word.children if c.dep_ in {"mark", "prep"}} | {word.lower_}
        return not marks.isdisjoint({"after", "since"})

    def _until_now(self, interval: Interval) -> Interval:
        """Stretch a date to the publication, by months where it is told by the month."""
        published = self._published
        if not published or not published.last or not interval.first or interval.first > published.last:
            return interval
        last = to_month(published).last if interval.precision == "month" else published.last
        return replace(interval, last=last, precision="range", rule=f"{interval.rule}/until-now")

    def _up_to_now(self, interval: Interval, trigger: Token) -> Interval:
        """Cut the week in which a text is written at its day for what is told as past: "began this week"."""
        published = self._published
        if interval.precision != "week" or not published or not published.last or trigger.tag_ not in PAST:
            return interval
        if not interval.first or not interval.last or not interval.first <= published.last < interval.last:
            return interval
        return replace(interval, last=published.last, precision="range")

    def told_in(self, sentence: int) -> Sequence[Anchored]:
        """Return the times that tell days in the sentence which begins at a token."""
        return self._by_sentence.get(sentence, ())

    def first_sentence(self) -> int | None:
        """Return the token at which the first sentence that tells days begins."""
        return min(self._by_sentence, default=None)

    def is_timed(self, sentence: int) -> bool:
        """True where a sentence tells a time of its own, even of no known day."""
        return sentence in self._timed

    def interval_of(self, anchored: Anchored) -> Interval:
        """Return when an expression lies, with those it is coordinated or ranged with, an open end closed."""
        row = self._by_sentence[anchored.home]
        return self._closed(self._with_neighbours(row, row.index(anchored)))

    def _with_neighbours(self, row: Sequence[Anchored], position: int) -> Interval:
        """Return an expression's interval, joined with those it is coordinated or ranged with."""
        interval = row[position].expression.interval
        for step in (-1, 1):
            at = position
            while 0 <= at + step < len(row) and self._joined(row[min(at, at + step)], row[max(at, at + step)]):
                at += step
                interval = hull(interval, row[at].expression.interval)
        return interval

    def _joined(self, left: Anchored, right: Anchored) -> bool:
        between = self._text[left.expression.end : right.expression.start]
        ranged = left.expression.interval.rule.endswith("range-first")
        listed = left.expression.interval.precision == right.expression.interval.precision
        listed = listed and not right.expression.interval.rule.startswith("shift")  # "in May and a month later"
        if ranged and len(between) < LONGEST_LINK and right.expression.interval.rule.endswith("range-last"):
            return True
        return listed and bool(_JOINT.fullmatch(between))

    def _lengthened(self, interval: Interval, trigger: Token) -> Interval:
        """Stretch a day by the stay told beside it: "on Thursday for a two-day visit"."""
        if interval.precision != "day" or interval.first is None or interval.first != interval.last:
            return interval
        for anchored in self._stays.get(trigger.sent.start, ()):
            days = _DAYS_LONG.fullmatch(anchored.expression.value)
            if days and distance(trigger, anchored.head) <= NEAR_STAY:
                last = interval.first + timedelta(days=max(int(days[1]) - 1, 0))
                return replace(interval, last=last, precision="range", rule=f"{interval.rule}/stay")
        return interval

    def _closed(self, interval: Interval) -> Interval:
        """Close an open end with the publication date: "since 2006" runs until the day of writing."""
        if interval.known or not interval.first or not self._published or not self._published.last:
            return interval
        last = max(self._published.last, interval.first)
        return replace(interval, last=last)
