"""The known meetings: whole, certain of their form, found by who took part."""

from __future__ import annotations

from collections import Counter
from datetime import date

from summitry.actors import load_registry
from summitry.annotation.known import KnownMeetings, load_known
from summitry.model import Interval


def test_there_are_many_and_none_twice() -> None:
    meetings = load_known().all
    assert len(meetings) >= 500
    assert not [label for label, times in Counter((m.label, m.city, m.kind) for m in meetings).items() if times > 1]


def test_people_met_while_they_held_some_office() -> None:
    registry = load_registry()
    out = {
        (meeting.label, person)
        for meeting in load_known().all
        for person in meeting.people
        if not any(tenure.span.overlaps(Interval(meeting.start, meeting.end)) for tenure in registry.tenures(person))
    }
    # Former presidents on missions, and a president-elect.
    assert {(label[-10:], person) for label, person in out} == {
        ("1994-06-15", "jimmy-carter"),
        ("2009-08-04", "bill-clinton"),
        ("2016-11-17", "donald-trump"),
        ("2024-12-07", "donald-trump"),
    }


def test_states_and_bodies_existed() -> None:
    registry = load_registry()
    for meeting in load_known().all:
        for body in meeting.bodies:
            life = registry.life(body)
            # Relations may come before independence: those of India with Moscow, of Algeria with China.
            if (
                life is not None
                and body not in ("RUS", "DEU", "VNM")
                and meeting.kind in ("summit", "talks", "nuclear test")
            ):
                assert life.overlaps(Interval(meeting.start, meeting.end)), meeting.label


def test_meetings_are_found_by_any_participant() -> None:
    known = load_known()
    assert {m.start for m in known.of(["kim-jong-un"]) if "xi-jinping" in m.people} >= {
        date(2018, 3, 25),
        date(2019, 6, 20),
    }
    assert date(2019, 6, 28) in {m.start for m in known.of(["g20"])}
    assert KnownMeetings(()).of(["kim-jong-un"]) == ()
