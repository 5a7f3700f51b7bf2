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


TOLD = [
    ("Helmut Kohl of Germany spoke. The old writer, Vaclav Havel, hurt himself.", "himself", "Václav Havel"),
    ("Envoy Kim Lind of Norway spoke. She met Envoy Bo Ek of Sweden in Oslo. His car broke down.", "His", "Bo Ek"),
    ("Peru and Chile quarrelled. Bolivia's note to Lima says that it agrees.", "it", "Bolivia"),
    ("The president blamed others. The United States is broke.", "The president", "Bill Clinton"),
]


@pytest.mark.parametrize(("text", "surface", "name"), TOLD)
def test_who_is_told_again(text: str, surface: str, name: str) -> None:
    assert [m.name for m in mentions(text, "1995-11-20") if m.surface == surface][-1:] == [name]


def test_a_square_is_nobody_and_a_style_no_name() -> None:
    found = mentions("Polish tanks left Piotr Krol Square. Monsignor Luigi Poggi of Italy prayed.", "1981-12-20")
    assert {m.name for m in found if m.kind == "person"} == {"Luigi Poggi"}


def test_an_aide_is_of_the_state_of_whom_he_serves() -> None:
    found = mentions("Slobodan Milosevic's lawyer, Zdenko Tomanovic, flew to The Hague.", "2002-02-20")
    assert [m.state for m in found if m.name == "Zdenko Tomanovic"] == ["YUG"]


def test_the_shah_is_not_the_pope() -> None:
    found = mentions("A papal envoy saw Iran. The Pope was silent while the shah's police beat students.", "1979-11-20")
    assert "John Paul II" not in {m.name for m in found if m.surface == "the shah"}
