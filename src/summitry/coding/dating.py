"""What an act is dated: by the words of its sentence, else by where and how the text tells it.

Words of the sentence come first (`timing`). Then the discourse: the heading of a chronology's entry,
the day of a page that tells in the present tense, the day that a report's lead tells, the date that a
history told in the sentence before. An act that nothing dates stays undated: never a false day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from summitry.annotation import Annotation
from summitry.coding import syntax
from summitry.coding.acts_beside import days_after, days_before_end, done_at, is_at_meeting
from summitry.coding.anchoring import is_later, is_perfect, is_present_perfect, is_reason, is_set_apart
from summitry.coding.cues import cues
from summitry.coding.dispatch import in_local_time
from summitry.coding.entries import Entries
from summitry.coding.frames import Frame
from summitry.coding.light import told_by
from summitry.coding.participants import MentionIndex
from summitry.coding.standing import (
    goes_on,
    is_done_by_telling,
    is_reacted_to,
    is_reported,
    is_standing_view,
    is_told_there,
)
from summitry.coding.telling import Telling
from summitry.coding.timing import TimeIndex
from summitry.coding.widening import to_month
from summitry.language import Token
from summitry.model import Interval, Mention, Status, TimeExpression

__all__ = ["Dater", "names_day"]

FRESH = 7
"""What happened at most this many days before the publication is news."""
STALE = 4
"""What a report's lead tells of more days ago dates nothing else by the day."""
TOGETHER = frozenset({"CONSULT", "COOPERATE"})
"""Categories of what two do together, for days."""
CREDIT_REACH = 40
"""How far behind a caption its credit begins, in characters."""
_CREDIT = re.compile(r"\s*[(\[]?(?:Photo|Picture|Image|Credit|File photo|File picture|Courtesy|©)", re.IGNORECASE)
_SIDES = re.compile(r"\((?:L|R|C|left|right|centre|center)\)|, (?:left|right|centre|center),")
_VERBAL = frozenset({"VERB", "AUX"})

When = tuple[Interval | None, TimeExpression | None]


class Dater:
    """Dates the acts of one annotated document.

    Args:
        annotation: the document with its times.
        index: its mentions.
        speaks: the document speaks for itself ("we"), as a government's release does.
    """

    def __init__(self, annotation: Annotation, index: MentionIndex, speaks: bool) -> None:
        self._text = annotation.document.text
        self._is_of_day = names_day(annotation.document.title, annotation.document.published)
        told = annotation.times, annotation.document.published
        times, self._published = told if self._is_of_day else in_local_time(*told)
        self._index = index
        self._speaks = speaks
        self._entries = Entries(self._text, times, self._published)
        self._times = TimeIndex(annotation.doc, times, self._published)
        self._telling = Telling(annotation.doc, self._times, self._published)
        self._meeting: Interval | None = None

    @property
    def written(self) -> Interval | None:
        """When the document was written, None where unknown."""
        return self._published

    def when(self, frame: Frame, trigger: Token, status: Status, actors: Sequence[Mention]) -> When:
        """Return when an act lies and the expression that says so, if one does."""
        interval, expression = self._when(frame, trigger, status, actors)
        if interval is None and status == "ongoing":
            interval = self._going_on(frame)
        if interval is None and status == "occurred" and is_at_meeting(trigger):
            interval = self._meeting
        elif frame.type == "CONSULT" and status == "occurred":
            self._meeting = replace(interval, rule=f"meeting/{interval.rule}") if interval else None
        return interval, expression

    def _going_on(self, frame: Frame) -> Interval | None:
        """Return the time of what goes on as the text is written: its month up to its day.

        What a release says that its author goes on doing is said on its day; since when a measure stands, nobody
        tells.
        """
        published = self._published
        if published is None or published.first is None or published.last is None:
            return None
        if self._speaks and frame.type in cues("speech", "types") | {"COOPERATE"}:
            return self._telling.published_day("present-tense")
        if self._is_of_day:
            return self._telling.published_day("page-of-the-day")
        if frame.type not in TOGETHER:
            return None
        first = published.first.replace(day=1)
        return Interval(first, published.last, "range", "these-days", "publication")

    def _when(self, frame: Frame, trigger: Token, status: Status, actors: Sequence[Mention]) -> When:
        stretch = days_before_end(trigger) if status == "occurred" else None
        if stretch is not None:
            return self._until(*stretch, trigger), None
        speaking = frame.type in cues("speech", "types")
        interval, expression = self._times.date_of(trigger, status, speaking)
        verb = told_by(trigger)
        if interval is not None and speaking and verb is not None and self._is_said_now(verb, interval):
            return self._telling.published_day("present-tense"), None
        now = self._is_of_day or (self._speaks and speaking and self._entries.date_at(trigger) is None)
        if interval is not None and now and self._is_told_today(verb, interval, status):
            return self._telling.published_day("present-tense"), None
        if interval is not None or status in {"planned", "possible", "ongoing"}:
            return interval, expression
        if is_later(verb or syntax.clause_of(trigger)) and not self._is_of_day:
            return None, None
        apart = days_after(trigger)
        if apart is not None:
            return self._days_before(trigger, apart), None
        same_day = self._telling.same_day(trigger)
        if same_day is not None:
            return same_day, None
        entry = self._entries.date_at(trigger)
        if entry is not None:
            return self._in_entry(entry, trigger, speaking), None
        if self._published is None:
            return self._telling.running(trigger, frame.type in {"AGREE", "SUPPORT"}), None
        if status == "occurred" and self._is_of_day and (goes_on(trigger) or is_reacted_to(trigger)):
            return self._telling.published_day("page-of-the-day"), None
        if self._speaks and status == "occurred" and is_reacted_to(trigger):
            return replace(to_month(self._published), rule="news-of-the-month"), None
        if (verb is None or verb == trigger) and frame.type == "CONSULT" and (beside := done_at(trigger)):
            return self._times.date_of(beside)[0] or self._news_day(beside, actors), None
        if verb is None or self._is_caption(trigger) or any(is_reason(w) for w in (verb, *verb.ancestors)):
            return None, None
        if is_standing_view(verb):
            return None, None
        if syntax.is_present(verb) and (speaking or not self._speaks or is_done_by_telling(frame, trigger)):
            said = self._said_day(verb, actors) if speaking else None
            return said or self._headline_day(trigger) or self._telling.published_day("present-tense"), None
        if speaking and status == "occurred" and is_present_perfect(verb) and self._telling.in_lead(trigger):
            return self._telling.published_day("news-of-the-day"), None
        if verb.dep_ == "conj" and is_present_perfect(verb.head):
            return None, None
        if (syntax.is_simple_past(verb) or is_told_there(verb)) and (speaking or frame.type == "CONSULT"):
            return self._news_day(trigger, actors), None
        if status == "occurred" and verb.dep_ in {"ROOT", "conj"}:
            return self._deed_day(verb), None
        return None, None

    def _is_told_today(self, verb: Token | None, interval: Interval, status: Status) -> bool:
        """True for what a page of a day, or a speaker, tells in the present tense: no day before dates it."""
        published = self._published
        if published is None or published.first is None or interval.last is None:
            return False
        now = verb is not None and verb.tag_ in syntax.PRESENT and not is_perfect(verb)
        return now and status == "occurred" and interval.last < published.first

    def _headline_day(self, trigger: Token) -> Interval | None:
        """Return the day that a report's first paragraph tells for what its headline tells."""
        if self._is_of_day or self._speaks or not self._telling.in_headline(trigger):
            return None
        told = any(self._telling.in_lead(word) for word in self._telling.lead_words())
        return self._telling.lead_day(STALE) if told else None

    def _is_said_now(self, verb: Token, interval: Interval) -> bool:
        """True for what "we urge" in a month or year of which the text is: it is said as it is written."""
        published = self._published
        if published is None or published.precision != "day" or verb.tag_ not in syntax.PRESENT or not published.first:
            return False
        if interval.first is None or interval.last is None or interval.precision not in {"month", "year"}:
            return False
        return interval.first <= published.first <= interval.last

    def _deed_day(self, verb: Token) -> Interval | None:
        """Return when a deed was done that a main clause tells as news.

        That of a report's first paragraph is of its day, that which a government's release answers of its month.
        """
        if self._speaks and (syntax.is_simple_past(verb) or is_present_perfect(verb)):
            told = self._published is not None and self._telling.told_before(verb) is None
            told = told and not any(child.lower_ == "already" for child in verb.children)
            return replace(to_month(self._published), rule="news-of-the-month") if told and self._published else None
        if not syntax.is_simple_past(verb) or not self._telling.in_lead(verb):
            return None
        if self._telling.lead_day(FRESH) is not None and not self._telling.precedes_lead(verb):
            return None
        return self._telling.published_day("news-of-the-day")

    def _said_day(self, verb: Token, actors: Sequence[Mention]) -> Interval | None:
        """Return the day on which somebody is told to have said what they do by saying it: "we oppose it, he said"."""
        above = verb.head
        if verb.dep_ != "ccomp" or above.lemma_.lower() not in cues("attribution", "verbs"):
            return None
        if not syntax.is_simple_past(above):
            return None
        return self._times.date_of(above, spoken=True)[0] or self._news_day(above, actors)

    def _days_before(self, trigger: Token, apart: tuple[Token, int]) -> Interval | None:
        """Return the day of an act told as some days before another: "a day after they met, ..."."""
        above, days = apart
        told = self._times.date_of(above)[0] or self._entries.date_at(above) or self._telling.same_day(above)
        if told is None and syntax.is_simple_past(above):
            told = self._telling.told_before(trigger)
        if told is None and self._is_of_day and goes_on(above):
            told = self._telling.published_day("page-of-the-day")
        if told is None or told.precision != "day" or told.first is None:
            return None
        day = told.first - timedelta(days=days)
        return Interval(day, day, "day", f"days-before/{told.rule}", told.anchor)

    def _until(self, above: Token, days: int, trigger: Token) -> Interval | None:
        """Return the days of an act that another one ended: "after *five days of talks* they agreed on Friday"."""
        told = self._times.date_of(above)[0] or self._entries.date_at(above) or self._telling.same_day(above)
        last = told or self._telling.told_before(trigger) or self._telling.lead_day(FRESH)
        if last is None or last.first is None or not (last.precision == "day" or last.rule.endswith("/stay")):
            return None
        first = last.first - timedelta(days=max(days - 1, 0))
        return Interval(first, last.first, "range", f"days-until/{last.rule}", last.anchor)

    def _in_entry(self, entry: Interval, trigger: Token, speaking: bool) -> Interval | None:
        """Return what an entry's date tells of an act: of one that somebody reports, not the day."""
        verb = trigger if trigger.pos_ in _VERBAL else syntax.clause_of(trigger)
        if speaking or not is_reported(verb):
            return entry
        return None if is_perfect(verb) else to_month(entry)

    def _is_caption(self, trigger: Token) -> bool:
        """True under a picture, where the present tense tells no day."""
        sentence = trigger.sent.text.rstrip()
        end = trigger.sent.start_char + len(sentence)
        return bool(_CREDIT.match(self._text[end : end + CREDIT_REACH]) or _SIDES.search(sentence))

    def _news_day(self, trigger: Token, actors: Sequence[Mention]) -> Interval | None:
        """Return the day of fresh news: the one told before if it is close to the publication, else the lead's."""
        published = self._published
        if published is None or published.last is None:
            return None
        month = replace(to_month(published), rule="news-of-the-month")
        if _stands_apart(trigger):
            return month if self._telling.is_report(FRESH) else None
        before = self._telling.told_before(trigger)
        if before is not None and (_is_fresh(before, published) or self._telling.told_before(trigger, main=True)):
            return before if _is_fresh(before, published) else None
        lead = self._telling.lead_day(FRESH)
        if lead is None or self._telling.precedes_lead(trigger):
            return self._telling.published_day("news-of-the-day") if self._telling.in_lead(trigger) else None
        if self._telling.tells_when_said(trigger, lead):
            return None
        stale = lead.first is not None and (published.last - lead.first).days > STALE
        if stale or self._telling.tells_any(trigger):
            return month
        return self._reaction(lead, published) if self._is_third(actors) else lead

    def _reaction(self, lead: Interval, published: Interval) -> Interval:
        """Return when others than those of the lead answered it: between its day and the publication."""
        if not lead.last or not published.last or lead.last >= published.last:
            return lead
        return replace(lead, last=published.last, precision="range", rule=f"since-{lead.rule}")

    def _is_third(self, actors: Sequence[Mention]) -> bool:
        """True for actors that a report's lead does not tell of."""
        lead = {m.state or m.actor_id for m in self._index.within(self._telling.lead_words())}
        return not any((m.state or m.actor_id) in lead for m in actors)


def _is_fresh(told: Interval, published: Interval) -> bool:
    if told.first is None or published.last is None:
        return False
    return 0 <= (published.last - told.first).days <= FRESH


def names_day(title: str, published: Interval | None) -> bool:
    """True for a title that names the day of publication, as that of a day's list of events does."""
    if published is None or published.first is None or published.first != published.last:
        return False
    day = published.first
    named = {str(day.year), day.strftime("%B").casefold(), str(day.day)}
    return named <= set(re.findall(r"\w+", title.casefold()))


def _stands_apart(trigger: Token) -> bool:
    """True in a clause or phrase that tells what came before or after something."""
    return any(is_set_apart(word) for word in (trigger, *trigger.ancestors) if word.dep_ in {"advcl", "pcomp"})
