"""The mode of a meeting from its place, the place of an act from whose it is."""

from __future__ import annotations

import pytest

from .conftest import Code


def test_two_on_the_soil_of_a_third(code: Code) -> None:
    [event] = code("Kim Jong Un met Donald Trump in Hanoi on February 27, 2019.")
    assert (event.mode, event.place) == ("third-party", "Hanoi, Vietnam")


def test_guest_and_host_by_the_town_where_they_met(code: Code) -> None:
    [event] = code("Kim Jong Un met Vladimir Putin in Vladivostok on April 25, 2019.")
    assert event.mode == "visit"
    assert [p.name for p in event.actors] == ["Kim Jong Un"]
    assert [p.name for p in event.recipients] == ["Vladimir Putin"]


def test_a_matter_is_no_place(code: Code) -> None:
    [event] = code("China and the United States held talks on Taiwan in January 2019.")
    assert (event.mode, event.place) == ("", "")


def test_a_meeting_in_a_region_of_no_state_keeps_no_mode(code: Code) -> None:
    [event] = code("India and China held talks at Panmunjom in January 2019.")
    assert event.mode == ""


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Pakistan tested a ballistic missile on Tuesday.", "Pakistan"),
        ("Iran arrested a British sailor on Tuesday.", "Iran"),
        ("Macky Sall took office as president in April 2012.", "Senegal"),
        ("Iraq invaded Kuwait in August 1990.", "Kuwait"),
    ],
)
def test_acts_done_at_home_and_abroad(code: Code, text: str, place: str) -> None:
    assert [event.place for event in code(text)] == [place]


def test_words_have_no_place_of_their_own(code: Code) -> None:
    [event] = code("Norway urged Sudan to open its border on Monday.")
    assert event.place == ""


def test_a_visit_told_beside_is_where_it_was_said(code: Code) -> None:
    events = code("France urged Mali to hold elections during a visit to Dakar.")
    assert "Dakar, Senegal" in {event.place for event in events if event.type == "REQUEST"}


def test_ties_cut_are_withdrawn_from(code: Code) -> None:
    [event] = code("Morocco severed diplomatic relations with Iran on May 1, 2018.")
    assert (event.type, event.mode) == ("SANCTION", "withdraw")


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Kenya demanded the withdrawal of Ugandan troops.", "yield"),
        ("Kenya urged Uganda to release the prisoners.", "yield"),
        ("Kenya urged Uganda to study the map.", "change"),
    ],
)
def test_what_is_asked_for(code: Code, text: str, mode: str) -> None:
    assert mode in {event.mode for event in code(text) if event.type == "REQUEST"}
