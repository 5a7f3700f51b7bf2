"""Ordinals: the act that the words speak of is found, and counted among its like."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from summitry.checking.asking import counts_acts, is_anybodys, is_told, place_told, question_for
from summitry.checking.charity import kindest
from summitry.checking.counts import Tally, judge, tally
from summitry.checking.coverage import Coverage, coverage_of
from summitry.checking.frequencies import check_in_length
from summitry.checking.matching import Found, is_at, starts
from summitry.checking.near import before_text, other_readings, shortly_before
from summitry.checking.numbers import Number, number_of, ordinal_text, with_number
from summitry.checking.question import Question
from summitry.checking.setting import Setting
from summitry.checking.sums import check_sum
from summitry.checking.telling import announces, dates_told
from summitry.checking.verdicts import if_dense, undecided, verdict
from summitry.checking.wording import days_of, told_days, window_text
from summitry.model import Claim, Incident, Interval, Verdict, VerdictWord

__all__ = ["at_the_host", "check_ordinal", "nearest_to", "same_host", "spoken_of"]

_ABROAD = re.compile(
    r"\b(?:foreign|abroad|overseas|international)\b|\bleft (?:his|her|the|their) country\b", re.IGNORECASE
)
JUST_NOW = timedelta(days=10)
"""An act so shortly before the article is the one that it reports."""
_NOW = re.compile(r"\b(?:is|are) (?:now )?(?:on|in|at|making|paying|visiting|meeting|holding)\b", re.IGNORECASE)
"""What goes on as the article is written: "is on his third visit"."""
SLACK_DAYS = 3
"""How far a date that the words tell may lie from the incident's own."""


def check_ordinal(claim: Claim, setting: Setting) -> Verdict:
    """Check the how-manieth an act was.

    The act is the one that the article announces, else the one at a date that the sentence names, else the one of that
    number: "the second summit collapsed" speaks of the second, whenever it was.
    """
    number = number_of(claim.value, "exactly")
    if number is None or not counts_acts(claim):
        return undecided(claim, f"the record counts acts between actors, not “{claim.counted.words or claim.value}”")
    if claim.parts:
        return check_sum(claim, number, setting)
    question = question_for(claim, setting)
    if not is_told(question, claim) or is_anybodys(question):
        return undecided(claim, "the words do not tell between whom")
    if claim.window is None and question.window is not None and question.window.rule.startswith("window"):
        return check_in_length(claim, number, setting)
    return kindest(claim, question, setting, lambda q: _in_reading(claim, number, q, setting))


def _in_reading(claim: Claim, number: Number, question: Question, setting: Setting) -> Verdict:
    counted = tally(question, claim, setting)
    if counted.to_come and not _is_past(claim, counted, setting):
        return judge(claim, number, counted, setting)
    return _placed(claim, number, question, counted.found, setting)


def _is_past(claim: Claim, counted: Tally, setting: Setting) -> bool:
    """True where the sentence dates an act that is in the record already, whatever it announces besides."""
    told = dates_told(claim, setting)
    return not counted.announced and spoken_of(claim, told, counted.found.incidents, setting) is not None


def _placed(claim: Claim, number: Number, question: Question, found: Found, setting: Setting) -> Verdict:
    coverage = coverage_of(question, setting)
    near = list(other_readings(question, setting, found))
    before = shortly_before(question, setting)
    meant = spoken_of(claim, dates_told(claim, setting), found.incidents, setting)
    found = at_the_host(meant, found, claim, question)
    place = found.incidents.index(meant) + 1 if meant is not None else 0
    total, window = len(found), window_text(question.window, question.until)
    if meant is None and (number.value == total + 1 or _NOW.search(claim.evidence.readable)):
        meant, place = _just_now(claim, found, setting)
    if meant is None and total >= number.value:
        meant, place = found.incidents[number.value - 1], number.value
    if meant is None:
        why = f"{total} in window {window}{': ' if total else ''}{told_days(found.incidents)}"
        word: VerdictWord = "not in record" if total + 1 == number.value else if_dense("contradicted", coverage)
        right = with_number(claim.evidence.readable, claim.evidence.quote, number.value, total) if total else ""
        if len(before):
            near.insert(0, before_text(total + len(before), before))
        return verdict(claim, word, why, found.incidents, question, coverage, near, right)
    return _told(claim, number, (meant, place), question, found, setting)


def _just_now(claim: Claim, found: Found, setting: Setting) -> tuple[Incident | None, int]:
    """Return the last act with its place, where it was so shortly before the article that this speaks of it."""
    today, last = setting.today, found.incidents[-1] if found.incidents else None
    if last is None or today is None or announces(claim, setting) or today - starts(last) > JUST_NOW:
        return None, 0
    return last, len(found)


def _told(
    claim: Claim, number: Number, placed: tuple[Incident, int], question: Question, found: Found, setting: Setting
) -> Verdict:
    meant, place = placed
    coverage = coverage_of(question, setting)
    rows = found.incidents[:place]
    window = window_text(question.window, question.until)
    why = f"{days_of(meant)} is the {ordinal_text(place)} in window {window}: {told_days(rows)}"
    cut = replace(question, until=starts(meant))
    near = list(other_readings(cut, setting, replace(found, incidents=rows)))
    before = shortly_before(question, setting)
    if len(before) and place < number.value:
        why += f"; {before_text(place + len(before), before)}"
    word = _word(place, number, coverage, len(found.disputed & {incident.id for incident in rows}))
    right = with_number(claim.evidence.readable, claim.evidence.quote, number.value, place)
    return verdict(
        claim,
        word,
        why,
        rows,
        question,
        coverage,
        near,
        right if word == "contradicted" else "",
    )


def _word(place: int, number: Number, coverage: Coverage, disputed: int) -> VerdictWord:
    if place == number.value:
        return "supported"
    if place < number.value:
        return if_dense("contradicted", coverage)
    return "conflicting" if place - disputed <= number.value else "contradicted"


def at_the_host(meant: Incident | None, found: Found, claim: Claim, question: Question) -> Found:
    """Return what was found, of visits without a host named only those to the host of the one meant.

    "His third trip there": where, the text told before. A journey abroad is one to whomever.
    """
    if meant is None or _ABROAD.search(claim.evidence.readable):
        return found
    return replace(found, incidents=tuple(i for i in found.incidents if same_host(meant, i, question)))


def same_host(meant: Incident, other: Incident, question: Question) -> bool:
    """False for a visit to somebody else, where the words name a visitor and no host."""
    if question.mode != "visit" or len(question.parties) > 1 or not question.acting:
        return True
    hosts = [{p.state or p.name for p in incident.recipients} for incident in (meant, other)]
    return not hosts[0] or bool(hosts[0] & hosts[1])


def spoken_of(
    claim: Claim, told: tuple[Interval, ...], incidents: tuple[Incident, ...], setting: Setting
) -> Incident | None:
    """Return the incident of which a sentence speaks, by its date and place, `None` where they tell none or several."""
    place = place_told(claim.counted.place, claim, setting)
    there = tuple(i for i in incidents if is_at(i, place)) if place else ()
    dated = nearest_to(told, there or incidents) or nearest_to(told, incidents)
    return there[0] if dated is None and len(there) == 1 and not told else dated


def nearest_to(told: tuple[Interval, ...], incidents: tuple[Incident, ...]) -> Incident | None:
    """Return the incident at one of some dates that a sentence tells, `None` where none stands there.

    Of several the one that begins nearest to the last day of the date is meant.
    """
    for day in told:
        if day.first is None or day.last is None:
            continue
        last = day.last
        within = [i for i in incidents if i.interval is not None and i.interval.overlaps(day)]
        close = within or [i for i in incidents if abs((starts(i) - last).days) <= SLACK_DAYS]
        if close:
            return min(close, key=lambda incident: abs((starts(incident) - last).days))
    return None
