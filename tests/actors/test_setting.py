"""Of whose offices a text speaks, which two it means, who its guest is: told by the text as a whole."""

from __future__ import annotations

import pytest

from actors.test_mentions import mentions as mentions_of

MALI = "Mali closed its roads. Oil was found off Togo. Mali is poor, and in Mali police beat students."
PRESS = "Mali shut its roads. (BBC News) (The Guardian) (Reuters) Governor Ana Keita resigned. (BBC News)"
STATES = [
    ("Slovakia held a vote. Judge Marta Kovac stopped the count in Slovakia.", "2014-03-30", "Kovac", "SVK"),
    ("Chancellor Helmut Kohl spoke. His mining minister, Ulf Brandt, agreed.", "1993-05-04", "Brandt", "DEU"),
    ("Fiji waited. Pita Vula, the fisheries minister in Suva, resigned.", "2007-01-09", "Vula", "FJI"),
    ("Peru sued Chile. Commissioner Dora Lind came to Peru.", "2009-01-09", "Lind", ""),
    ("Uganda was quiet. General Amin shut the border of Uganda with Tanzania.", "1972-08-10", "Amin", "UGA"),
    (MALI, "2012-02-03", "police", "MLI"),
    (PRESS, "2012-02-03", "Keita", "MLI"),
    ("In 1946 the Kuomintang attacked the Communists in China.", "2009-01-09", "Kuomintang", "CHN"),
    ("In 1962 the Kuomintang arrested its critics on Taiwan.", "2009-01-09", "Kuomintang", "TWN"),
    ("In July 1960 the Republic of the Congo asked for help.", "2009-01-09", "Congo", "COD"),
]


@pytest.mark.parametrize(("text", "day", "word", "state"), STATES)
def test_the_state_is_the_one_that_the_text_speaks_of(text: str, day: str, word: str, state: str) -> None:
    assert [m.state for m in mentions_of(text, day) if m.surface.split()[-1] == word][-1:] == [state]


ISLANDS = (
    "Chile and Argentina quarrel over three islands. Chile refused a vote. Argentina wants one. "
    "Pope John Paul II warned Chile. France and Spain watched. The two governments met in Rome."
)
CALLS = (
    "Menem of Argentina and Aylwin of Chile met. Carlos Menem thanked Patricio Aylwin. "
    "Carlos Menem praised Chile, and Patricio Aylwin praised Argentina. "
    "They heard King Juan Carlos. President George Bush telephoned both leaders."
)
FAREWELL = """Carlos Menem left Santiago on Friday, the first Argentine president to stay there since Arturo Frondizi.

Patricio Aylwin met Menem at the airport. The two leaders spoke for an hour."""
PAIRS = [
    (ISLANDS, {"Chile", "Argentina"}),
    (CALLS, {"Carlos Menem", "Patricio Aylwin"}),
    (FAREWELL, {"Carlos Menem", "Patricio Aylwin"}),
]


@pytest.mark.parametrize(("text", "names"), PAIRS)
def test_two_are_those_of_whom_the_text_tells_most(text: str, names: set[str]) -> None:
    told = [m for m in mentions_of(text, "1991-08-02") if m.surface.startswith(("The two", "both"))]
    assert {m.name for m in told} == names


GUESTS = [
    ("Vaclav Havel flew to Warsaw. Lech Walesa waited. The visitor laid a wreath.", "The visitor", "Václav Havel"),
    ("Lech Walesa met Vaclav Havel. His guest thanked Poland.", "guest", "Václav Havel"),
    ("Vaclav Havel came to Poland and met Lech Walesa. The host thanked him.", "The host", "Lech Wałęsa"),
]


@pytest.mark.parametrize(("text", "surface", "name"), GUESTS)
def test_guests_and_hosts_are_those_named(text: str, surface: str, name: str) -> None:
    assert [m.name for m in mentions_of(text, "1991-10-02") if m.surface == surface] == [name]


NOBODY = [
    ("The spies fled after the Salisbury poisoning.", "2018-04-02", "Salisbury"),
    ("A banner in Turkish hung from the wall.", "2018-04-02", "Turkish"),
    ("Britain sank the cruiser General Belgrano.", "1982-05-03", "General Belgrano"),
]


@pytest.mark.parametrize(("text", "day", "surface"), NOBODY)
def test_towns_languages_and_ships_are_nobody(text: str, day: str, surface: str) -> None:
    found = [m for m in mentions_of(text, day) if m.surface == surface]
    assert all(m.kind == "none" for m in found)


def test_the_court_is_the_one_named_before() -> None:
    text = "Iran was taken to the International Court of Justice. Iran ignored the court. The Court waited."
    found = [m.name for m in mentions_of(text, "1951-07-16") if m.surface.lower().endswith("court")]
    assert found == ["International Court of Justice"] * 2


def test_a_headline_ends_before_the_title_below_it() -> None:
    text = "Powell flies to Lima\n\nPresident George W. Bush praised Peru on Friday."
    assert [m.surface for m in mentions_of(text, "2002-03-22")] == [
        "Powell",
        "Lima",
        "President George W. Bush",
        "Peru",
    ]
