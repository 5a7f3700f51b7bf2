"""Meetings as news agencies and foreign ministries tell them: guests, delegations, places, lengths, plans."""

from __future__ import annotations

import pytest

from summitry.model import Event

from .conftest import Code


def _meetings(events: tuple[Event, ...]) -> list[Event]:
    return [event for event in events if event.type == "CONSULT"]


def _sides(event: Event) -> tuple[set[str], set[str]]:
    return {p.name for p in event.actors}, {p.name for p in event.recipients}


@pytest.mark.parametrize(
    ("text", "guests", "hosts", "place"),
    [
        ("Emmanuel Macron met visiting Prime Minister Narendra Modi.", "Narendra Modi", "Emmanuel Macron", "France"),
        (
            "Olaf Scholz held talks with visiting President Emmanuel Macron.",
            "Emmanuel Macron",
            "Olaf Scholz",
            "Germany",
        ),
        ("Visiting Prime Minister Rishi Sunak conferred with Joe Biden.", "Rishi Sunak", "Joe Biden", "United States"),
    ],
)
def test_who_is_called_visiting_is_the_guest(code: Code, text: str, guests: str, hosts: str, place: str) -> None:
    [event] = _meetings(code(text, "2023-07-14"))
    assert (event.mode, event.place, *_sides(event)) == ("visit", place, {guests}, {hosts})


def test_who_spoke_after_visiting_somebody_was_the_guest(code: Code) -> None:
    [event] = _meetings(code("Justin Trudeau spoke to reporters after visiting Donald Trump on Friday.", "2017-02-18"))
    assert _sides(event) == ({"Justin Trudeau"}, {"Donald Trump"})


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "A delegation from Peru, headed by Foreign Minister Elmer Schialer, met Chilean officials in Arica.",
            {"Elmer Schialer", "Chile"},
        ),
        (
            "Norway and Iceland opened talks in Bergen.\n\nThe Norwegian delegation was led by Espen Barth Eide.",
            {"Espen Barth Eide", "Iceland"},
        ),
        (
            "Norway and Iceland opened talks in Bergen. A team from Cuba headed by Bruno Rodríguez met Sergei Lavrov.",
            {"Norway", "Iceland"},
        ),
    ],
)
def test_who_leads_a_delegation_meets_for_its_state(code: Code, text: str, people: set[str]) -> None:
    assert people in [{p.name for p in e.participants} for e in _meetings(code(text, "2024-10-02"))]


def test_to_lead_a_team_is_no_meeting(code: Code) -> None:
    assert not _meetings(code("The Norwegian delegation was led by Espen Barth Eide.", "2024-10-02"))


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Xi Jinping and Olaf Scholz held a video summit.", "phone"),
        ("Joe Biden had a telephone conversation with Fumio Kishida.", "phone"),
        ("Joe Biden and Fumio Kishida spoke by phone.", "phone"),
        ("Joe Biden met Fumio Kishida in Hiroshima, and the two had spoken by telephone in April.", "visit"),
    ],
)
def test_meetings_through_a_wire(code: Code, text: str, mode: str) -> None:
    event = _meetings(code(text, "2023-05-19"))[0]
    assert (event.mode, len(event.participants)) == (mode, 2)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Angela Merkel flew to Sochi, where she met Vladimir Putin.", "Sochi, Russia"),
        ("Leaders gathered in Astana. Recep Tayyip Erdogan met Vladimir Putin there.", "Astana, Kazakhstan"),
        (
            "Mark Rutte met Emmanuel Macron in Lisbon on Tuesday. Emmanuel Macron also met Pedro Sánchez on Tuesday.",
            "Lisbon, Portugal",
        ),
    ],
)
def test_where_there_and_the_same_day(code: Code, text: str, place: str) -> None:
    assert _meetings(code(text, "2023-05-19"))[-1].place == place


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Tony Blair ended two days of talks with Bertie Ahern on Friday.", ("2000-05-04", "2000-05-05")),
        ("Tony Blair wrapped up a three-day visit to India on Friday.", ("2000-05-03", "2000-05-05")),
        ("Tony Blair returned on Friday from a week-long visit to India.", ("2000-04-29", "2000-05-05")),
    ],
)
def test_what_ends_on_a_day_has_lasted_until_then(code: Code, text: str, days: tuple[str, str]) -> None:
    [event] = _meetings(code(text, "2000-05-06"))
    assert event.interval is not None
    assert (str(event.interval.first), str(event.interval.last)) == days


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Emmanuel Macron spoke of Xi Jinping's visit to France later this year.", "planned"),
        ("A visit by Joe Biden to Angola is under consideration.", "possible"),
        ("A meeting between Joe Biden and Xi Jinping is in the works.", "possible"),
        ("Wang Yi discussed preparations for Vladimir Putin's upcoming visit to Beijing.", "planned"),
        ("Joe Biden thanked his hosts at the end of his visit to Angola.", "occurred"),
    ],
)
def test_whether_they_have_met_yet(code: Code, text: str, status: str) -> None:
    events = [e for e in _meetings(code(text, "2024-03-04")) if e.mode == "visit" or len(e.participants) > 1]
    assert [e.status for e in events] == [status]


def test_a_meeting_to_be_held_on_a_weekday_lies_ahead(code: Code) -> None:
    text = "Officials prepared a meeting of Chad and Niger to be held in Agadez on Thursday."
    [event] = _meetings(code(text, "2021-03-03"))
    assert str(event.interval and event.interval.first) == "2021-03-04"


def test_a_bare_noun_is_quoted_with_its_clause(code: Code) -> None:
    text = "Talks in Oslo\n\nNorway and Chad held talks. The talks lasted long, and talks go on between them."
    for event in _meetings(code(text, "2021-03-03")):
        for evidence in event.evidence:
            assert len(evidence.quote.split()) > 1
            assert text.find(evidence.quote) == evidence.start
