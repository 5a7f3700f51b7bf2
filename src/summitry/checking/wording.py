"""Verdicts in words: days, windows, lists of dates, the rule by which incidents were counted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from summitry.checking.question import Question
from summitry.incidents import date_text
from summitry.model import HAPPENED, Incident, Interval

__all__ = ["days_apart", "days_of", "plural", "rule_text", "told_days", "window_text", "with_partners"]

_SHOWN = 12
_NOUNS = {
    "CONSULT": "meetings",
    "visit": "visits",
    "phone": "calls",
    "weapons": "tests and deployments of weapons",
    "troops": "movements of troops",
}


def window_text(window: Interval | None, until: date | None = None) -> str:
    """Return a window as bounds: `2018-04-01…2019-06-19`; open where a side is.

    >>> window_text(Interval.parse("2018-04"))
    '2018-04-01…2018-04-30'
    """
    first = window.first.isoformat() if window and window.first else ""
    last = window.last if window and window.last else until
    if until is not None and last is not None:
        last = min(last, until)
    return f"{first}…{last.isoformat() if last else ''}" if first or last else "the whole record"


def plural(count: int, noun: str) -> str:
    """Return a number with its noun.

    >>> plural(1, "day"), plural(3, "day")
    ('1 day', '3 days')
    """
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def days_apart(days: int) -> str:
    """Return a number of days, with months or years where they are many.

    >>> days_apart(12), days_apart(132), days_apart(900)
    ('12 days', '132 days (4.3 months)', '900 days (2.5 years)')
    """
    text = plural(days, "day")
    if days >= 730:
        return f"{text} ({days / 365.25:.1f} years)"
    return f"{text} ({days / 30.44:.1f} months)" if days >= 45 else text


def told_days(incidents: Sequence[Incident]) -> str:
    """Return the dates of incidents, parted by commas, the rest as a number."""
    shown = ", ".join(date_text(incident.interval) or "undated" for incident in incidents[:_SHOWN])
    more = len(incidents) - _SHOWN
    return f"{shown} and {more} more" if more > 0 else shown


def days_of(incident: Incident) -> str:
    """Return the date of an incident, `undated` where it has none."""
    return date_text(incident.interval) or "undated"


def with_partners(names: Iterable[str]) -> str:
    """Return names joined by commas and an `and`.

    >>> with_partners(["Xi Jinping", "Kim Jong Un"])
    'Xi Jinping and Kim Jong Un'
    """
    row = list(names)
    return f"{', '.join(row[:-1])} and {row[-1]}" if len(row) > 1 else "".join(row)


def rule_text(question: Question) -> str:
    """Return by which rule incidents were counted, in words."""
    noun = _NOUNS.get(question.mode) or _NOUNS.get(question.type) or f"{question.type} {question.mode}".strip()
    names = with_partners(party.name for party in question.parties)
    joint = "by" if question.acting and len(question.parties) == 1 else "with" if len(question.parties) == 1 else "of"
    parts = [
        noun if question.type != "CONSULT" or question.phone or question.mode == "phone" else f"{noun} in person",
        f"{joint} {names}" if names else "",
        f"{question.parties[0].name} acting" if question.acting and len(question.parties) > 1 else "",
        f"{question.level} level" if question.level else "any level",
        *(f"{holder.name} by its {question.office}" for holder in question.holders),
        f"{question.parties[0].name} in power" if question.in_power and question.parties else "",
        "of two sides" if question.bilateral else "",
        "prime ministers left out" if question.headed else "",
        f"in {question.place}" if question.place else "",
        *(f"about: {matter.name}" for matter in question.matters),
        "status occurred or ongoing" if question.statuses == HAPPENED else f"status {' or '.join(question.statuses)}",
        f"window {window_text(question.window, question.until)}",
    ]
    return ", ".join(part for part in parts if part)
