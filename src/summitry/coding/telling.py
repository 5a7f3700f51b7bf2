"""What a text has told of time before it tells an act: its lead, the sentence before, its publication."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from summitry.coding import syntax
from summitry.coding.anchoring import depth, distance
from summitry.coding.cues import cues
from summitry.coding.timing import TimeIndex
from summitry.coding.widening import widened
from summitry.language import Doc, Span, Token
from summitry.model import Interval

__all__ = ["Telling"]

NEAR_MAIN = 4.0
"""A date told farther from a main verb is that of something else."""
LONGEST_GAP = 4
"""How many undated sentences a history may tell before its time is lost."""
LONGEST_HEADING = 8
"""A sentence of at most this many words does not begin a body."""
_SAME_DAY = re.compile(
    r"\W*(?:(?:later|earlier) )?(?:in the (?:morning|afternoon|evening)|(?:on )?(?:the same|that) "
    r"(?:day|morning|afternoon|evening|night))\b",
    re.IGNORECASE,
)
_SIGNING = frozenset({"conclude", "initial", "ratify", "sign"})
_WHEN = frozenset("after before once until till when since".split())
_SUBORDINATE = frozenset({"relcl", "acl", "advcl", "ccomp", "pcomp", "parataxis"})


class Telling:
    """The course of time in one document.

    Args:
        doc: the parsed document.
        times: its time expressions by the words that they hang on.
        published: when the document was published, None where unknown.
    """

    def __init__(self, doc: Doc, times: TimeIndex, published: Interval | None) -> None:
        self._doc = doc
        self._text = doc.text
        self._times = times
        self._published = published
        self._lead = times.first_sentence()
        self._carried = dict(self._carry_days())
        self._body = next((s for s in doc.sents if _begins_body(s)), None)

    def _carry_days(self) -> Iterator[tuple[int, Interval]]:
        """Yield the sentences that go on in the day told last ("In the evening he met ..."), with that day."""
        day: Interval | None = None
        for sentence in self._doc.sents:
            if self._times.told_in(sentence.start):
                told = self._running_date(sentence)
                day = told if told.precision == "day" else None
            elif day is not None and _SAME_DAY.match(self._text, sentence.start_char):
                yield sentence.start, day

    def same_day(self, trigger: Token) -> Interval | None:
        """Return the day told before, for an act whose sentence begins by saying that it is that day still."""
        return self._carried.get(trigger.sent.start)

    def running(self, trigger: Token, agrees: bool = False) -> Interval | None:
        """Return the time that a history last told, for an act that it goes on to tell.

        It is that of the sentence before, in the same paragraph, widened: a day to its month, a month to its
        year. Both acts must be told by main clauses, and nothing in the act's own sentence may tell a time.

        Args:
            trigger: the word that tells the act.
            agrees: it accepts or grants something; right after a signing, that is of the same day.
        """
        own = self._times.told_in(trigger.sent.start) or self.tells_any(trigger)
        if own or not _is_main(trigger) or _has_time_clause(trigger.sent.root):
            return None
        told = self.told_before(trigger, main=True)
        if not told or not _is_within_a_year(told):
            return None
        if self._is_torn(trigger.sent) or (agrees and self._follows_signing(trigger.sent)):
            return told
        return widened(told)

    def _follows_signing(self, sentence: Span) -> bool:
        """True right after a sentence that tells of something signed, in a main clause or the rest of a torn one."""
        before = self._doc[sentence.start - 1].sent
        return before.root.lemma_.lower() in _SIGNING

    def _is_torn(self, sentence: Span) -> bool:
        """True for the rest of a sentence that the parser tore apart."""
        before = self._text[: sentence.start_char].rstrip(" ")
        return before[-1:].isalnum() or before[-1:] in {",", ")"}

    def told_before(self, trigger: Token, *, main: bool = False) -> Interval | None:
        """Return the date told in the sentence before, in the same paragraph, None where none is.

        Args:
            trigger: an act's trigger.
            main: it must be the date of that sentence's main clause.
        """
        sentence = trigger.sent
        if sentence.start == 0:
            return None
        before = self._doc[sentence.start - 1].sent
        if _line_breaks(self._text, before, sentence):
            return None
        if not self._times.told_in(before.start):
            carried = self._carried.get(before.start)
            return carried or (self._told_earlier(before) if main else None)
        return None if main and not self._dates_main_clause(before) else self._running_date(before)

    def _told_earlier(self, sentence: Span) -> Interval | None:
        """Return the date of the main clause of the last dated sentence before one, in the same paragraph."""
        for _ in range(LONGEST_GAP):
            if sentence.start == 0 or self._times.is_timed(sentence.start):
                return None
            before = self._doc[sentence.start - 1].sent
            if _line_breaks(self._text, before, sentence):
                return None
            if self._times.told_in(before.start):
                return self._running_date(before) if self._dates_main_clause(before) else None
            sentence = before
        return None

    def _dates_main_clause(self, sentence: Span) -> bool:
        """True where a date hangs on the main verb or opens the sentence: "*At a congress in May 1955* he offered".

        So does that of a clause before it: "*When they met in May 1955*, he offered".
        """
        main = sentence.root
        subject = next((c.left_edge.idx for c in main.children if c.dep_ in syntax.SUBJECT), 0)
        for told in self._times.told_in(sentence.start):
            clause = syntax.clause_of(told.head)
            opens = told.expression.end <= subject
            if clause == main and (opens or distance(main, told.head) < NEAR_MAIN):
                return True
            if opens and clause.head == main and (_tells_when(clause) or told.head.left_edge.i <= sentence.start + 1):
                return True
        return False

    def _running_date(self, sentence: Span) -> Interval:
        row = self._times.told_in(sentence.start)
        main = min(row, key=lambda a: (depth(a.head), a.expression.start))
        interval = self._times.interval_of(main)
        words = self._text[main.expression.start : main.expression.end]
        return replace(interval, rule=f"running-date/{interval.rule}", anchor=words)

    def tells_any(self, trigger: Token) -> bool:
        """True where the words of an act's sentence tell a time of their own, even of no known day."""
        return self._times.is_timed(trigger.sent.start)

    def tells_when_said(self, trigger: Token, day: Interval) -> bool:
        """True where a day of the sentence is that of the saying, under which a trigger stands."""
        row = [a for a in self._times.told_in(trigger.sent.start) if a.expression.interval.first == day.first]
        word = trigger
        while row and word.head != word:
            verb = word.head
            if word.dep_ == "ccomp" and verb.lemma_.lower() in cues("attribution", "verbs"):
                return any(distance(verb, anchored.head) < NEAR_MAIN for anchored in row)
            word = verb
        return False

    def lead_words(self) -> Sequence[Token]:
        """Return the words of the first sentence that tells a day."""
        return list(self._doc[self._lead].sent) if self._lead is not None else []

    def in_lead(self, trigger: Token) -> bool:
        """True in the first paragraph of a text's body, below headings and what stands beside them."""
        if self._body is None or trigger.i < self._body.start:
            return False
        return self._text.find("\n", self._body.start_char, trigger.idx) == -1

    def in_headline(self, trigger: Token) -> bool:
        """True above a text's body, where a headline tells in the present tense what has happened."""
        return self._body is not None and trigger.i < self._body.start

    def precedes_lead(self, trigger: Token) -> bool:
        """True for what is told before the first sentence that tells a day."""
        return self._lead is not None and trigger.sent.start < self._lead

    def lead_day(self, days: int) -> Interval | None:
        """Return the latest day that a report's lead tells, if it lies at most some days before the publication.

        What a report goes on to tell in the past tense happened then, unless it says otherwise.
        """
        row = [(age, told) for told, age in self._lead_days() if "future" not in told.rule and 0 <= age <= days]
        if not row:
            return None
        _, told = min(row, key=lambda day: day[0])
        return replace(told, rule=f"lead-day/{told.rule}")

    def is_report(self, days: int) -> bool:
        """True where the lead tells a day at most some days away from the publication, past or coming."""
        return any(abs(age) <= days for _, age in self._lead_days())

    def _lead_days(self) -> Iterator[tuple[Interval, int]]:
        """Yield the days of the lead with their age in days."""
        if self._published is None or self._published.last is None or self._lead is None:
            return
        for anchored in self._times.told_in(self._lead):
            told = anchored.expression.interval
            if told.first and told.precision in {"day", "range"}:
                first = self._published.first or self._published.last
                written = min(max(told.first, first), self._published.last)  # the day of writing nearest to it
                yield told, (written - told.first).days

    def published_day(self, rule: str) -> Interval | None:
        """Return the publication date as the date of an act, with the rule that says why.

        Where only a window is known in which a text was written, the day of its lead comes first.
        """
        if self._published is not None and self._published.precision == "range":
            lead = self.lead_day(0)
            if lead is not None:
                return lead
        return replace(self._published, rule=rule, anchor="publication") if self._published else None


def _begins_body(sentence: Span) -> bool:
    return sentence.text.rstrip()[-1:] in {".", "!", "?", '"', "”"} and len(sentence) > LONGEST_HEADING


def _is_within_a_year(interval: Interval) -> bool:
    return bool(interval.first and interval.last and interval.first.year == interval.last.year)


def _is_main(trigger: Token) -> bool:
    """True where a main clause tells an act, not a clause that hangs on a noun or beside a verb."""
    word = trigger
    while word.head != word:
        if word.dep_ in _SUBORDINATE:
            return False
        word = word.head
    return True


def _tells_when(clause: Token) -> bool:
    """True for "*when* they met in May", of the time of the clause above it."""
    return clause.dep_ == "advcl" and any(child.lower_ == "when" for child in clause.children)


def _has_time_clause(verb: Token) -> bool:
    """True where a clause tells when: "once it was clear", "until they left"."""
    clauses = [child for child in verb.children if child.dep_ == "advcl"]
    return any(c.lower_ in _WHEN and c.dep_ in {"mark", "advmod"} for clause in clauses for c in clause.children)


def _line_breaks(text: str, before: Span, after: Span) -> int:
    """Return how many line breaks part two sentences."""
    words = before.text.rstrip()
    return text.count("\n", before.start_char + len(words), after.start_char + 1)
