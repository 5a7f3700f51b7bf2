"""Halves of divided countries, continents, origins, and names after a spaced dash."""

from __future__ import annotations

import pytest

from .test_mentions import mentions

CASES = [
    ("The North and South opened a hot line in Panmunjom.", {"PRK", "KOR"}),
    ("North and South Korea held talks.", {"PRK", "KOR"}),
    ("South and North Korean envoys met.", {"PRK", "KOR"}),
    ("The inter-Korean line was cut.", {"PRK", "KOR"}),
    ("North and South Dakota share a border.", set()),
    ("East and West agreed on little.", set()),
    ("Latin American ministers gathered.", set()),
    ("The inter-American court ruled.", set()),
    ("South American leaders gathered.", set()),
    ("American leaders gathered.", {"USA"}),
    ("A Turkish-born Austrian journalist was released.", {"AUT"}),
]


@pytest.mark.parametrize(("text", "states"), CASES)
def test_states_named(text: str, states: set[str]) -> None:
    assert {m.state for m in mentions(text, "2018-06-12") if m.state and m.kind not in {"none", "place"}} == states


def test_name_after_a_dated_dash_is_no_date() -> None:
    found = mentions("Nicolás Maduro closed the bridge. 23 February 2019 - Maduro cuts all ties.", "2020-01-01")
    assert [m.surface for m in found] == ["Nicolás Maduro", "Maduro"]


def test_two_countries_are_those_named_as_a_pair() -> None:
    found = mentions("Armenia and Azerbaijan signed in Washington, United States, an accord of the two countries.")
    assert {m.state for m in found if m.surface == "the two countries"} == {"ARM", "AZE"}


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Japan and France tightened sanctions on Iran since it tested a missile.", "IRN"),
        ("Peru recalled its envoy from Bolivia after it seized a mine.", "BOL"),
        ("Peru said after the vote that it would leave.", "PER"),
    ],
)
def test_it_is_whom_an_act_answers(text: str, state: str) -> None:
    assert [m.state for m in mentions(text) if m.surface == "it"] == [state]


@pytest.mark.parametrize(
    ("text", "surface", "kind"),
    [
        ("Khartoum signed the Comprehensive Peace Agreement (CPA). The CPA ended the war.", "CPA", "none"),
        ("The Organisation of African Unity (OAU) met. The OAU voted.", "OAU", "igo"),
        ("The Association of Southeast Asian Nations (ASEAN) met. ASEAN voted.", "ASEAN", "igo"),
    ],
)
def test_acronym_is_what_the_text_says(text: str, surface: str, kind: str) -> None:
    found = [m.kind for m in mentions(text, "2005-06-12") if m.surface.removeprefix("The ") == surface]
    assert found
    assert set(found) == {kind}
