"""Counts: the incidents in the window are counted; a sum is held against its own parts first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from summitry.checking.asking import after_since, counts_acts, is_told, question_for
from summitry.checking.charity import kindest
from summitry.checking.coverage import Coverage, coverage_of, denial_coverage
from summitry.checking.matching import Found, ask
from summitry.checking.near import before_text, other_readings, shortly_before
from summitry.checking.numbers import Number, number_of, with_number
from summitry.checking.question import Question
from summitry.checking.setting import Setting
from summitry.checking.sums import check_sum
from summitry.checking.telling import announces, soon_after
from summitry.checking.verdicts import undecided, verdict
from summitry.checking.wording import plural, told_days, window_text
from summitry.model import Claim, Incident, Verdict, VerdictWord

__all__ = ["Tally", "check_count", "coming", "judge", "tally"]

_EACH = re.compile(r"\b(?:each|apiece|respectively)\b", re.IGNORECASE)
_PAIR = 2
_WORST: tuple[VerdictWord, ...] = ("contradicted", "conflicting", "not in record", "supported")


def check_count(claim: Claim, setting: Setting) -> Verdict:
    """Check how many acts there were."""
    number = number_of(claim.value, claim.comparison)
    if number is None:
        return undecided(claim, f"{claim.value!r} is no number of acts")
    if claim.parts:
        return check_sum(claim, number, setting)
    if not counts_acts(claim):
        return undecided(claim, f"the record counts acts between actors, not “{claim.counted.words or claim.value}”")
    question = question_for(claim, setting)
    if not is_told(question, claim):
        return undecided(claim, "the words do not tell between whom")
    if _EACH.search(claim.evidence.quote) and len(question.parties) > _PAIR:
        return _each(claim, number, question, setting)
    if number.value == 0:
        question = replace(question, window=after_since(question.window, claim, setting))
    return kindest(claim, question, setting, lambda q: judge(claim, number, Tally(q, ask(setting.source, q)), setting))


def _each(claim: Claim, number: Number, question: Question, setting: Setting) -> Verdict:
    """Check "one each with A and B": the first party with every other, one by one."""
    pairs = [replace(question, parties=(question.parties[0], other)) for other in question.parties[1:]]
    verdicts = [judge(claim, number, Tally(q, ask(setting.source, q)), setting) for q in pairs]
    worst = min(verdicts, key=lambda v: _WORST.index(v.word))
    ids = tuple(name for v in verdicts for name in v.incident_ids)
    return replace(worst, incident_ids=ids, why="; ".join(v.why for v in verdicts), correction="")


@dataclass(frozen=True, slots=True)
class Tally:
    """What was counted.

    Args:
        question: what was asked.
        found: what answers it.
        announced: an act that the article announces, as the record dates it; never used to decide anything else.
        to_come: 1 where the article announces an act of the kind, else 0.
    """

    question: Question
    found: Found
    announced: tuple[Incident, ...] = ()
    to_come: int = 0

    @property
    def count(self) -> int:
        """How many there are with the announced one."""
        return len(self.found) + self.to_come

    @property
    def incidents(self) -> tuple[Incident, ...]:
        """Those counted, the announced one at the end."""
        return (*self.found.incidents, *self.announced)


def tally(question: Question, claim: Claim, setting: Setting) -> Tally:
    """Count the incidents that answer a question, and the one that the article announces."""
    found = ask(setting.source, question)
    today = setting.until
    if today is None or not announces(claim, setting):
        return Tally(question, found)
    return Tally(question, found, coming(question, today, setting), 1)


def coming(question: Question, today: date, setting: Setting) -> tuple[Incident, ...]:
    """Return the act that an article announces, as the record dates it; nothing where it does not hold it."""
    asked = replace(question, window=soon_after(today), until=None, statuses=(*question.statuses, "planned"))
    return ask(setting.source, asked).incidents[:1]


def judge(claim: Claim, number: Number, counted: Tally, setting: Setting) -> Verdict:
    """Return the verdict on a number of acts."""
    found, question = counted.found, counted.question
    coverage = (coverage_of if number.value else denial_coverage)(question, setting)
    word = _word(number, counted, coverage)
    near = list(other_readings(question, setting, found))
    before = shortly_before(question, setting)
    if len(before) and number.wants_more(counted.count):
        near.insert(0, before_text(counted.count + len(before), before))
    right = word == "contradicted" and number.comparison == "exactly"
    sentence = claim.evidence.readable
    correction = with_number(sentence, claim.evidence.quote, number.value, counted.count) if right else ""
    return verdict(claim, word, _why(counted, near[:1]), counted.incidents, question, coverage, near, correction)


def _word(number: Number, counted: Tally, coverage: Coverage) -> VerdictWord:
    found, count = counted.found, counted.count
    open_ids = found.imprecise | found.disputed
    possible = range(count - len(open_ids), count + 1)
    if number.holds(count):
        if found.disputed and not number.holds(count - len(found.disputed)):
            return "conflicting"
        return "supported" if count or coverage.dense else "not in record"
    if any(number.holds(other) for other in possible):
        return "conflicting" if found.disputed else "not in record"
    if number.wants_more(count):
        return "contradicted" if coverage.dense else "not in record"
    return "contradicted"


def _why(counted: Tally, near: Sequence[str]) -> str:
    question = counted.question
    text = f"{counted.count} in window {window_text(question.window, question.until)}"
    days = told_days(counted.found.incidents)
    text += f": {days}" if days else ""
    if counted.to_come:
        told = told_days(counted.announced)
        text += f" and the announced one{f' ({told})' if told else ''}"
    for line in near:
        text += f"; {line}" if "before the window" in line else ""
    if counted.found.imprecise:
        text += f"; {plural(len(counted.found.imprecise), 'date')} known only roughly"
    return text
