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
    text = "A quarrel ends\n\nNorway and Chad held talks on Monday. Talks went on for hours. Talks went on by night."
    [event] = _meetings(code(text, "2021-03-03"))
    assert [e.quote for e in event.evidence] == [
        "Norway and Chad held talks on Monday",
        "Talks went",
        "Talks went on by night.",
    ]
    assert [e.start for e in event.evidence] == [text.find(e.quote) for e in event.evidence]


def test_who_calls_on_somebody_visits(code: Code) -> None:
    [event] = _meetings(code("Subrahmanyam Jaishankar called on Prime Minister Sheikh Hasina on Monday.", "2021-03-09"))
    assert (event.mode, *_sides(event)) == ("visit", {"Subrahmanyam Jaishankar"}, {"Sheikh Hasina"})


def test_a_call_is_nowhere(code: Code) -> None:
    text = "Joe Biden met Olaf Scholz in Berlin in May, and the two spoke by telephone on Monday."
    events = _meetings(code(text, "2023-06-20"))
    assert [e.place for e in events if e.mode == "phone"] == [""]


def test_who_takes_part_in_a_meeting_with_others_met_them(code: Code) -> None:
    text = "Wendy Sherman will participate in a trilateral meeting with Cho Hyun-dong and Takeo Mori on 8 June."
    [event] = _meetings(code(text, "2022-06-01"))
    assert event.status == "planned"
    assert {p.name for p in event.participants} >= {"Wendy Sherman", "Cho Hyun-dong"}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Barack Obama cancelled his 30 August meeting with Vladimir Putin.", "2013-08-30"),
        ("Angela Merkel postponed her September 2 visit to Israel.", "2013-09-02"),
        ("Barack Obama recalled his June 17 meeting with Vladimir Putin.", "2013-06-17"),
    ],
)
def test_what_is_called_off_lay_ahead(code: Code, text: str, day: str) -> None:
    [event] = _meetings(code(text, "2013-08-07"))
    assert str(event.interval and event.interval.first) == day


def test_also_met_is_another_meeting(code: Code) -> None:
    text = "Xi Jinping met Boris Johnson in London on Monday. The British leader also met China's senior diplomats."
    assert len(_meetings(code(text, "2019-11-13"))) == 2
    assert len(_meetings(code(text.replace("also ", ""), "2019-11-13"))) == 1


def test_a_place_of_the_next_clause_is_not_that_of_the_first(code: Code) -> None:
    text = "Justin Trudeau visited Kenya on Monday, and he is scheduled to stop in Madrid."
    assert _meetings(code(text, "2020-02-05"))[0].place == "Kenya"
