"""Where an act is placed: by what a preposition of place hangs on. The sentences are written for these tests."""

from __future__ import annotations

import pytest

from .conftest import Code

NOWHERE = [
    ("The European Union imposed sanctions on Minsk in June 2021.", "COERCE"),
    ("Kuwait praised the accord between Oman and Yemen in Muscat.", "SUPPORT"),
    ("France condemned the attack on a market in Mogadishu.", "ACCUSE"),
    ("Estonia accused the Russian embassy in Tallinn of spying.", "ACCUSE"),
    ("In the Norway-Russia Barents Statement, Norway promised Russia aid.", "AGREE"),
    ("Kenya agreed to let Uganda use a port in Mombasa.", "AGREE"),
    ("Leaders in London and Paris condemned Libya.", "ACCUSE"),
    ("Peru condemned Chile at the request of Bolivia.", "ACCUSE"),
]
SOMEWHERE = [
    ("Tension in South Asia has been high since Pakistan tested a missile in May.", "MOBILIZE", "Pakistan"),
    ("The command in Nebraska said that Iran launched a missile.", "MOBILIZE", "Iran"),
    ("At a conference in Lausanne, Turkey offered Greece a truce.", "AGREE", "Lausanne"),
    ("Brazil urged Bolivia at a hotel in Lima to hold elections.", "REQUEST", "Lima"),
    ("Angola met South African officials on the outskirts of Kinshasa.", "CONSULT", "Kinshasa"),
    ("Japan thanked Brazil on the sidelines of a conference in Lima.", "SUPPORT", "Lima"),
    ("Chad fired rockets into Lake Chad.", "MOBILIZE", "Lake Chad"),
    ("Sweden put its troops on alert against Russia.", "MOBILIZE", "Sweden"),
    ("Italy seized a ship off Lampedusa.", "COERCE", "Lampedusa"),
    ("Turkey shelled Syrian positions and pulled back into Hatay.", "ASSAULT", "Syria"),
]


@pytest.mark.parametrize(("text", "kind"), NOWHERE)
def test_what_else_a_place_tells_is_not_where_it_was_done(code: Code, text: str, kind: str) -> None:
    assert {event.place for event in code(text) if event.type == kind} == {""}


@pytest.mark.parametrize(("text", "kind", "place"), SOMEWHERE)
def test_where_it_was_done(code: Code, text: str, kind: str, place: str) -> None:
    assert place in {event.place.split(", ")[0] for event in code(text) if event.type == kind}


MEETING = "Emmanuel Macron met Olaf Scholz in Prague on 6 May 2022. "


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("Macron thanked Germany on 6 May 2022.", "SUPPORT", "Prague"),
        ("Macron thanked Germany on 9 May 2022.", "SUPPORT", ""),
        ("On 6 May 2022 Norway thanked Germany.", "SUPPORT", ""),
    ],
)
def test_what_was_said_at_a_meeting_was_said_there(code: Code, text: str, kind: str, place: str) -> None:
    [told] = [event.place for event in code(MEETING + text, "2022-06-01") if event.type == kind]
    assert told.split(", ")[0] == place
