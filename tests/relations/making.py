"""Incidents written shortly: between Ann and Al of Avonia and Ben of Bravonia, two states that do not exist."""

from __future__ import annotations

from itertools import count

from summitry.incidents import IncidentTable, level_of_incident
from summitry.model import Incident, Interval, Participant

PEOPLE = {
    "Ann": ("Ann Able", "QAA", "President"),
    "Al": ("Al Ash", "QAA", "Foreign Minister"),
    "Ben": ("Ben Bold", "QBB", "President"),
    "Cy": ("Cy Clark", "QCC", "President"),
    "Home": ("Home Body", "VNM", "President"),
}
_numbers = count(1)


def participant(word: str, role: str) -> Participant:
    if word in PEOPLE:
        name, state, office = PEOPLE[word]
        return Participant(role, name, state, office, "person", name.lower().replace(" ", "-"))
    return Participant(role, word, word, "", "state", word)


def incident(day: str, who: str, whom: str = "", type: str = "CONSULT", mode: str = "", **more: object) -> Incident:
    """Return an incident of people or states parted by spaces; `day` is ISO, two parted by a slash, or empty."""
    start, _, end = day.partition("/")
    interval = Interval.parse(start) if start else None
    if interval and end:
        interval = Interval(interval.first, Interval.parse(end).last, "range")
    people = (*(participant(w, "actor") for w in who.split()), *(participant(w, "recipient") for w in whom.split()))
    fields = {"documents": 1, "sources": 1, "place": "", "status": "occurred", "id": f"i-{next(_numbers):04d}", **more}
    return Incident(
        type=type, mode=mode, participants=people, interval=interval, level=level_of_incident(people), **fields
    )


def table(*incidents: Incident) -> IncidentTable:
    return IncidentTable(tuple(incidents))
