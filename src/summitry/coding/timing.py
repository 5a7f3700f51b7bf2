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

from summitry.coding import syntax
from summitry.coding.anchoring import FARTHEST, depth, distance, is_perfect, is_present_perfect
from summitry.coding.cues import cues
from summitry.dates import outermost
from summitry.dates.calendar import month_days
from summitry.model import Interval, Status, TimeExpression

__all__ = ["TimeIndex", "to_month"]

LOOK_BACK = 1
"""How many sentences back a history's running date still holds, inside one paragraph."""
LONGEST_ENTRY = 12
"""How many lines one entry of a chronology may have."""
NEAR_MAIN = 4.0
"""A date told farther from a main verb is that of something else."""
NEAR_STAY = 4.0
"""A stay told farther from the trigger is that of something else."""
LONGEST_HEADING = 8
"""A sentence of at most this many words does not begin a body."""
LONGEST_LINK = 8
"""Longest link between the two ends of a range or the members of a list, in characters."""
_TIMES = frozenset({"DATE", "TIME"})
_DAYS_LONG = re.compile(r"P(\d{1,2})D")
_WHEN = frozenset("after before once until till when since".split())
_OFFSETS = frozenset("after before later ago earlier prior since following".split())
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
        self._doc = doc
        self._published = published
        self._timed: set[int] = set()
        self._by_sentence: dict[int, list[_Anchored]] = {}
        self._all = tuple(times)
        self._by_start = {e.start: e for e in outermost(times) if _tells_days(e)}
        self._stays: dict[int, list[_Anchored]] = {}
        for expression in outermost([time for time in times if not _is_open(time)]):
            span = doc.char_span(expression.start, expression.end, alignment_mode="expand")
            if span is None:
                continue
            if self._is_own_time(expression) and not _is_attributive(span.root):
                self._timed.add(span.sent.start)
            if _DAYS_LONG.fullmatch(expression.value) and not self._is_offset(expression):
                self._stays.setdefault(span.sent.start, []).append(_Anchored(span.root, expression))
            if not _tells_days(expression):
                continue
            self._by_sentence.setdefault(span.sent.start, []).append(_Anchored(span.root, expression))

    def _is_own_time(self, expression: TimeExpression) -> bool:
        """True for a time other than that of the text itself: no "recent", no "today", no coming year."""
        interval, published = expression.interval, self._published
        if not interval.known:
            return expression.type == "DURATION"
        if not published or not published.last or not interval.first:
            return True
        return interval.first < published.last and interval.last != published.last

    def _is_offset(self, expression: TimeExpression) -> bool:
        """True for a length that tells how far off something is: "three days after", "a week ago"."""
        words = self._doc.text[expression.start : expression.end + LONGEST_LINK + 4].lower().split()
        return not _OFFSETS.isdisjoint(words)

    def date_of(self, trigger: Token, status: Status = "occurred") -> tuple[Interval | None, TimeExpression | None]:
        """Return when the act of a trigger lies and the expression that says so, if one does."""
        inside = self._around(trigger)
        if inside is not None:
            return self._closed(inside.interval), inside
        row = self._by_sentence.get(trigger.sent.start, [])
        best: tuple[float, int] | None = None
        for position, anchored in enumerate(row):
            if anchored.expression.interval.rule.startswith("since") and not _lasts(trigger):
                continue
            if status == "occurred" and self._is_ahead(anchored.expression.interval, trigger):
                continue
            cost = distance(trigger, anchored.head)
            if cost <= FARTHEST and (best is None or cost < best[0]):
                best = (cost, position)
        if best is None:
            return None, None
        interval = self._with_neighbours(row, best[1])
        if best[0] and self._lies_behind(trigger, row[best[1]].head):
            return self._until_now(interval), row[best[1]].expression
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

    def _is_ahead(self, interval: Interval, trigger: Token) -> bool:
        """True for a day after the publication, on which nothing told in the past can have happened."""
        published = self._published
        if not published or not published.last or not interval.first or interval.first <= published.last:
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
        """Return the time that a history last told, for an act that it goes on to tell.

        It is that of the sentence before, in the same paragraph, widened: a day to its month, a month to its
        year. Both acts must be told by main clauses, and nothing in the act's own sentence may tell a time.
        """
        if self.tells_any(trigger) or not _is_main(trigger) or _has_time_clause(trigger.sent.root):
            return None
        told = self.told_before(trigger, main=True)
        return _widened(told) if told else None

    def told_before(self, trigger: Token, *, main: bool = False) -> Interval | None:
        """Return the date told in the sentence before, in the same paragraph, None where none is.

        Args:
            trigger: an act's trigger.
            main: it must be the date of that sentence's main clause.
        """
        doc, sentence = trigger.doc, trigger.sent
        for _ in range(LOOK_BACK):
            if sentence.start == 0:
                return None
            before = doc[sentence.start - 1].sent
            if _line_breaks(doc, before, sentence):
                return None
            if before.start in self._by_sentence:
                if main and not self._dates_main_clause(before):
                    return None
                return self._told_in(before, "running-date")
            sentence = before
        return None

    def _dates_main_clause(self, sentence: Span) -> bool:
        return any(
            syntax.clause_of(a.head) == sentence.root and distance(sentence.root, a.head) < NEAR_MAIN
            for a in self._by_sentence[sentence.start]
        )

    def _told_in(self, sentence: Span, rule: str) -> Interval:
        row = self._by_sentence[sentence.start]
        main = min(row, key=lambda a: (depth(a.head), a.expression.start))
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
            if days and distance(trigger, anchored.head) <= NEAR_STAY:
                last = interval.first + timedelta(days=max(int(days[1]) - 1, 0))
                return replace(interval, last=last, precision="range", rule=f"{interval.rule}/stay")
        return interval

    def tells_any(self, trigger: Token) -> bool:
        """True where the words of an act's sentence tell a time of their own, even of no known day."""
        return trigger.sent.start in self._timed

    def tells_when_said(self, trigger: Token, day: Interval) -> bool:
        """True where a day of the sentence is that of the saying, under which a trigger stands."""
        row = [a for a in self._by_sentence.get(trigger.sent.start, ()) if a.expression.interval.first == day.first]
        word = trigger
        while row and word.head != word:
            verb = word.head
            if word.dep_ == "ccomp" and verb.lemma_.lower() in cues("attribution", "verbs"):
                return any(distance(verb, anchored.head) < NEAR_MAIN for anchored in row)
            word = verb
        return False

    def lead_words(self) -> Sequence[Token]:
        """Return the words of the first sentence that tells a time."""
        return list(self._doc[min(self._by_sentence)].sent) if self._by_sentence else []

    def in_lead(self, trigger: Token) -> bool:
        """True in the first paragraph of a text's body, below headings and what stands beside them."""
        for sentence in self._doc.sents:
            if sentence.text.rstrip()[-1:] in {".", "!", "?", '"', "”"} and len(sentence) > LONGEST_HEADING:
                between = self._doc.text[sentence.start_char : trigger.idx]
                return trigger.i >= sentence.start and "\n" not in between
        return False

    def lead_day(self, days: int, *, coming: bool = False) -> Interval | None:
        """Return the day that a report's lead tells, if it lies at most some days before the publication.

        What a report goes on to tell in the past tense happened then, unless it says otherwise.
        """
        if self._published is None or self._published.last is None or not self._by_sentence:
            return None
        for anchored in self._by_sentence[min(self._by_sentence)]:
            told = anchored.expression.interval
            if "future" in told.rule and not coming:
                continue
            if (
                told.first
                and told.precision in {"day", "range"}
                and 0 <= (self._published.last - told.first).days <= days
            ):
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


def _is_main(trigger: Token) -> bool:
    """True where a main clause tells an act, not a clause that hangs on a noun or beside a verb."""
    word = trigger
    while word.head != word:
        if word.dep_ in {"relcl", "acl", "advcl", "ccomp", "pcomp", "parataxis"}:
            return False
        word = word.head
    return True


def _is_attributive(word: Token) -> bool:
    """True inside a clause that tells of a noun: "a law passed in February"."""
    return any(w.dep_ in {"relcl", "acl"} and w.pos_ == "VERB" for w in (word, *word.ancestors))


def _has_time_clause(verb: Token) -> bool:
    """True where a clause tells when: "once it was clear", "until they left"."""
    clauses = [child for child in verb.children if child.dep_ == "advcl"]
    return any(c.lower_ in _WHEN and c.dep_ in {"mark", "advmod"} for clause in clauses for c in clause.children)


def _widened(interval: Interval) -> Interval:
    """Widen a day to its month, a month to its year; a part of a year, a year and wider stay."""
    if interval.precision == "day":
        return to_month(interval)
    return _to_year(interval) if interval.precision == "month" else interval


def _to_year(interval: Interval) -> Interval:
    """Widen a date to its year: what a history goes on to tell lies near it, on no certain day."""
    if interval.first is None or interval.last is None:
        return interval
    first, last = interval.first.replace(month=1, day=1), interval.last.replace(month=12, day=31)
    return replace(interval, first=first, last=last, precision="year" if first.year == last.year else "range")


def to_month(interval: Interval) -> Interval:
    """Widen a date to its months."""
    if interval.first is None or interval.last is None:
        return interval
    first, last = (
        month_days(interval.first.year, interval.first.month)[0],
        month_days(interval.last.year, interval.last.month)[1],
    )
    same = (first.year, first.month) == (last.year, last.month)
    return replace(interval, first=first, last=last, precision="month" if same else "range")


def _words(text: str, expression: TimeExpression) -> str:
    return text[expression.start : expression.end]


def _line_breaks(doc: Doc, before: Span, after: Span) -> int:
    """Return how many line breaks part two sentences."""
    words = before.text.rstrip()
    return doc.text.count("\n", before.start_char + len(words), after.start_char + 1)
