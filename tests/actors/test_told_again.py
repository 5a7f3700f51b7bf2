"""Who is meant by a qualified land, an official told again, a deputy's title, a name that two states bore."""

from __future__ import annotations

import pytest

from actors.test_mentions import mentions as mentions_of

CASES = [
    ("Peru said Belarus had erred. Minsk shelled Vilnius. Sanctions followed on the isolated state.", "state", "PRK"),
    ("A Kenyan official spoke to reporters. Chad is at war. The official said no more.", "official", "KEN"),
    ("In 1920 Armenia was conquered by the Soviet Red Army.", "Army", "SUN"),
    ("The United States went on to recognize the Republic of China on that island.", "China", "TWN"),
    ("In September 1990 Foreign Minister Eduard Shevardnadze flew to Pyongyang.", "Shevardnadze", "SUN"),
    ("The court freed a Korean-Canadian pastor.", "pastor", "CAN"),
    ("The Ortega-Murillo regime closed the schools of Nicaragua.", "regime", "NIC"),
]


@pytest.mark.parametrize(("text", "word", "state"), CASES)
def test_the_state_that_words_mean(text: str, word: str, state: str) -> None:
    assert [m.state for m in mentions_of(text, "2016-06-02") if m.surface.split()[-1] == word][-1:] == [state]


def test_a_deputy_is_not_the_minister() -> None:
    text = "She met Vietnam's Deputy Minister of Defense in Hanoi."
    assert "Phan Van Giang" not in {m.name for m in mentions_of(text, "2022-06-14")}


def test_one_of_a_list_of_ministers_is_of_their_state() -> None:
    text = "She met Cuban Foreign Minister Bruno Rodriguez, Vice Foreign Minister Carlos Cossio and others."
    assert [m.state for m in mentions_of(text, "2023-06-28") if "Cossio" in m.surface] == ["CUB"]


def test_a_name_of_another_syllable_is_somebody_else() -> None:
    assert "Kim Jong Chul" not in {m.name for m in mentions_of("Kim Dong Chul was freed in North Korea.", "2016-03-25")}
