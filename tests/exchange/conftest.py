"""Small event files, written here in each shape, about events of public record."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from summitry.exchange import ImportReport, Shape, import_events
from summitry.incidents import IncidentTable, level_of_incident
from summitry.model import (
    Alternative,
    Choice,
    EventType,
    Incident,
    Interval,
    Participant,
    Status,
    StatusReport,
)
from summitry.model.event import Role

XI = ("Xi Jinping", "CHN", "President")
KIM = ("Kim Jong Un", "PRK", "Supreme Leader")
MOON = ("Moon Jae-in", "KOR", "President")
TRUMP = ("Donald Trump", "USA", "President")


def person(role: Role, who: tuple[str, str, str]) -> Participant:
    """One of the people above in a role."""
    name, state, office = who
    return Participant(role, name, state, office, "person", name.lower().replace(" ", "-"))


def state(role: Role, code: str, name: str) -> Participant:
    """A state in a role."""
    return Participant(role, name, code, "", "state", code)


def incident(
    id: str, type: EventType, *people: Participant, on: Interval | str | None = None, mode: str = "", place: str = "",
    status: Status = "occurred", **more: object,
) -> Incident:  # fmt: skip
    """An incident with what a test needs to say of it."""
    interval = Interval.parse(on) if isinstance(on, str) else on
    level = level_of_incident(people)
    return Incident(id, type, mode, people, interval, place, status, level, **more)  # type: ignore[arg-type]


@pytest.fixture
def record() -> IncidentTable:
    """A small record: visits, a meeting of all, a plan, a denial, a promise, a sanction, an undated act."""
    return IncidentTable(
        (
            incident(
                "i-visit", "CONSULT", person("actor", KIM), person("recipient", XI), on="2018-03-26", mode="visit",
                place="Beijing, China", documents=3, sources=2, event_ids=("e-1", "e-2"), contexts=("diplomatic",),
                sentence="Kim came to Beijing by train and met Xi.", score=0.9,
                citations=("https://www.example.org/kim-in-beijing",),
                choices=(Choice("place", "Beijing, China", "only", ("e-1",), (Alternative("China", ("e-2",)),)),),
                history=(StatusReport("planned", "2018-03-20", "e-2"), StatusReport("occurred", "", "e-1")),
                corrections=("c-1",),
            ),
            incident(
                "i-panmunjom", "CONSULT", person("actor", KIM), person("actor", MOON), on="2018-04-27",
                mode="third-party", place="Panmunjom, South Korea", documents=5, sources=5, event_ids=("e-3",),
            ),
            incident(
                "i-plan", "CONSULT", person("actor", TRUMP), person("recipient", KIM), on="2019-02", mode="visit",
                status="planned", documents=1, sources=1,
            ),
            incident("i-denied", "ASSAULT", state("actor", "PRK", "North Korea"),
                     state("recipient", "KOR", "South Korea"), on="2010-03-26", status="denied", mode="explosives"),
            incident("i-sanction", "COERCE", state("actor", "USA", "United States"),
                     state("actor", "JPN", "Japan"), state("recipient", "PRK", "North Korea"), on="2017-09-11",
                     mode="restrict", documents=2, sources=1, sentence="=HYPERLINK(1)"),
            incident("i-handover", "TRANSITION", person("actor", KIM), on="2011-12-17"),
            incident("i-sometime", "AID", state("actor", "CHN", "China"), state("recipient", "PRK", "North Korea")),
            incident("i-years", "AID", state("actor", "CHN", "China"), state("recipient", "PRK", "North Korea"),
                     on=Interval(date(1950, 1, 1), date(1953, 12, 31), "year", "iso")),
        )
    )  # fmt: skip


@pytest.fixture
def imported(tmp_path: Path) -> Callable[..., ImportReport]:
    """Return a function that writes a file and imports it into a panel in an empty folder."""

    def call(shape: Shape, text: str | bytes, name: str = "events.txt", **options: object) -> ImportReport:
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return import_events([path], tmp_path / "panel", shape, threads=1, **options)  # type: ignore[arg-type]

    return call
