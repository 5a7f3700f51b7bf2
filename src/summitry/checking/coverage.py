"""What a record holds about a question, and whether it is dense enough for what it lacks to count.

That something is in a record is evidence. That it is not is evidence only where the record would hold it. The rule:

1. **Its subject.** A party of the claim is one the record is about: it, or its state, takes part in at least a third
   of all incidents.
2. **These acts.** The record follows such acts between these parties: it holds at least three of the category.
3. **These days.** Incidents of that party stand within a year before the window begins and after it ends.
4. **Read, not compiled.** Where most of those acts come from documents, at least ten documents tell them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from summitry.checking.matching import fetch, keep, narrowing_of, starts
from summitry.checking.parties import Party
from summitry.checking.question import Question
from summitry.checking.setting import Setting
from summitry.checking.source import IncidentSource
from summitry.checking.wording import plural, with_partners
from summitry.model import HAPPENED, Incident, Interval

__all__ = ["FEWEST_ACTS", "FEWEST_DOCUMENTS", "FOCUS", "Coverage", "coverage_of", "denial_coverage"]

FOCUS = 1 / 3
"""The share of incidents in which whom a record is about takes part."""
FEWEST_ACTS = 3
FEWEST_DOCUMENTS = 10
MOST_ACTS = 60
"""So many acts tell whether a record is dense; where it has more, the rest is only counted."""
_YEAR = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a record holds about a question.

    Args:
        dense: whether what it lacks counts against a claim.
        told: what it holds there, in words.
        lacking: why it is not dense, `""` where it is.
    """

    dense: bool
    told: str
    lacking: str = ""


def coverage_of(question: Question, setting: Setting) -> Coverage:
    """Return what a record holds about a question: how many acts, from what, and whether that is dense."""
    wider = _wider(question)
    acts = _acts_of(question, setting)
    many = len(acts) > MOST_ACTS // 2
    count = setting.source.count_incidents(**narrowing_of(wider)) if many else len(acts)
    told = _told(acts, count, question)
    lacking = _lacking(question, setting, acts)
    return Coverage(not lacking, told, lacking)


def denial_coverage(question: Question, setting: Setting) -> Coverage:
    """Return what a record holds about acts that are said never to have been.

    Two who never met leave no acts to count. Where the record follows such acts between their states, and holds enough
    of each of them with others, it would hold theirs.
    """
    plain = coverage_of(question, setting)
    people = [party for party in question.parties if not party.state]
    if plain.dense or not people or not all(party.home for party in people):
        return plain
    sides = tuple(Party(party.home, party.home, party.home) if not party.state else party for party in question.parties)
    between = coverage_of(replace(question, parties=sides, acting=False), setting)
    followed = all(len(_acts_of(replace(question, parties=(party,)), setting)) >= FEWEST_ACTS for party in people)
    return between if between.dense and followed else plain


def _acts_of(question: Question, setting: Setting) -> tuple[Incident, ...]:
    wider = _wider(question)
    return keep(fetch(setting.source, wider, MOST_ACTS), wider).incidents


def _wider(question: Question) -> Question:
    """Return a question for the acts of the category between the parties, whatever their window, level and date."""
    wider = replace(question, window=None, until=None, level=None, office="", holders=(), in_power=False, power="")
    return replace(wider, place="", mode="", acting=False, statuses=HAPPENED)


def _told(acts: tuple[Incident, ...], count: int, question: Question) -> str:
    names = with_partners(party.name for party in question.parties) or "anybody"
    if not acts:
        return f"the record holds no {question.type or 'act'} of {names}"
    if count > len(acts):
        return f"{plural(count, 'incident')} {question.type} of {names}"
    days = [starts(incident) for incident in acts if starts(incident) != date.max]
    span = f", {min(days).isoformat()} to {max(days).isoformat()}" if days else ""
    by_hand = sum(not incident.documents for incident in acts)
    documents = sum(incident.documents for incident in acts)
    sources = [f"{by_hand} entered by hand"] if by_hand else []
    sources += [f"{len(acts) - by_hand} coded from {plural(documents, 'report')}"] if by_hand < len(acts) else []
    return f"{plural(len(acts), 'incident')} {question.type} of {names}{span} ({', '.join(sources)})"


def _lacking(question: Question, setting: Setting, acts: tuple[Incident, ...]) -> str:
    if len(acts) < FEWEST_ACTS:
        return f"it holds fewer than {FEWEST_ACTS} such acts of these parties"
    documents = sum(incident.documents for incident in acts)
    if sum(not incident.documents for incident in acts) * 2 < len(acts) and documents < FEWEST_DOCUMENTS:
        return f"fewer than {FEWEST_DOCUMENTS} documents tell them"
    window = _window(question, setting)
    if not any(_is_focus(party, setting) for party in question.parties):
        return "none of the parties is one the record is about"
    return "" if _is_framed(acts, question, window, setting) else "its entries do not reach over the whole window"


def _window(question: Question, setting: Setting) -> Interval:
    first = question.window.first if question.window else None
    last = (question.window.last if question.window else None) or setting.today
    bounds = [day for day in (last, question.until) if day is not None]
    end = min(bounds) if bounds else None
    return Interval(min(first, end) if first and end else first, end, "range")


def _is_focus(party: Party, setting: Setting) -> bool:
    everything = setting.source.count_incidents(series=False)
    own = setting.source.count_incidents(series=False, actor=party.home or party.asked)
    return everything > 0 and own >= FOCUS * everything


def _is_framed(acts: tuple[Incident, ...], question: Question, window: Interval, setting: Setting) -> bool:
    """True where the focal parties' own incidents stand shortly before the window, and shortly after it."""
    names = [party.home or party.asked for party in question.parties if _is_focus(party, setting)]
    return any(_reaches(name, window, setting) for name in names)


def _reaches(name: str, window: Interval, setting: Setting) -> bool:
    source = setting.source
    before = window.first is None or _some(source, name, window.first - _YEAR, window.first)
    after = window.last is None or _some(source, name, window.last, window.last + _YEAR)
    return before and after


def _some(source: IncidentSource, name: str, first: date, last: date) -> bool:
    count = source.count_incidents(actor=name, since=first.isoformat(), until=last.isoformat())
    return bool(count)
