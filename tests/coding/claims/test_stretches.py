"""Lengths told by their ends, firsts and lasts told by adverbs, counts in units and of several harms."""

from __future__ import annotations

import pytest

from .conftest import Read

FOUND = [
    ("duration", "since 1999", "The United Nations has been in charge of customs in Kosovo since 1999."),
    ("duration", "decades", "Turkey has been facing off against Greece in the Aegean for decades."),
    ("duration", "several months", "The post of ambassador to Chad has been vacant for several months."),
    ("duration", "life", "Egypt's court gave the former president Mohamed Morsi a life sentence for spying."),
    ("first", "2009-02", "Iran first launched a satellite of its own in February 2009."),
    ("last", "2017", "North Korea last tested a nuclear bomb in 2017."),
    ("last", "2011-05", "Kim Jong Il has not met Hu Jintao since May 2011."),
    ("first", "first since 1990", "It was settled before the Arab League summit in Baghdad, the first since 1990."),
    ("count", "more than 12", "More than a dozen governments condemned the strike on Doha."),
    ("count", "tens of thousands", "Tens of thousands of Georgians marched to parliament."),
    ("count", "37 killed, 125 injured", "The bombing in Ankara killed 37 people and injured 125 others."),
    ("count", "3 soldiers, 19 insurgents", "Three Malian soldiers and 19 insurgents were killed in Gao."),
    ("count", "12 people, 30 civilians", "The raid on Homs killed 12 and the shelling killed 30 civilians."),
    ("count", "0", "Brazil has never had a successful launch of its VLS rocket."),
    ("count", "40 percent", "France said 40 percent of the grain sold by Ukraine went to Egypt."),
]


@pytest.mark.parametrize(("kind", "value", "text"), FOUND)
def test_a_claim_is_found_with_its_value(read: Read, kind: str, value: str, text: str) -> None:
    assert value in [claim.value for claim in read(text, kind)]


def test_a_date_since_which_something_was_not_done_is_no_length(read: Read) -> None:
    assert "since May 2011" not in [
        c.value for c in read("Kim Jong Il has not met Hu Jintao since May 2011.", "duration")
    ]


CAUSES = [
    ("raid", "Angered by the raid, Turkey recalled its ambassador."),
    ("mutiny led to intervention", "The mutiny led to the Belgian intervention in the Congo."),
    ("ambition", "Ties between Serbia and Kosovo soured; the rift stems from ambition."),
    ("response to the missile launch", "Japan closed its ports in response to Sunday's missile launch by North Korea."),
    ("wartime corruption", "The wartime corruption made the government of South Vietnam vulnerable to a coup."),
    ("spying", "Russia jailed the American reporter Evan Gershkovich for spying."),
]


@pytest.mark.parametrize(("value", "text"), CAUSES)
def test_a_cause_is_what_the_words_give_as_the_reason(read: Read, value: str, text: str) -> None:
    assert value in [claim.value for claim in read(text, "cause")]


RELATIONS = [
    ("deadlocked", "The talks between Kosovo and Serbia became deadlocked."),
    ("tension high", "Tension in the Taiwan Strait has been high since the drills."),
    ("hostility", "The usual hostility of Greece and Turkey erupts in skirmishes."),
    ("no diplomatic relations", "Indonesia has no diplomatic relations with Israel."),
    ("at odds over migration", "Hungary is at odds with the European Union over migration."),
]


@pytest.mark.parametrize(("value", "text"), RELATIONS)
def test_how_talks_and_sides_stand_is_a_relation(read: Read, value: str, text: str) -> None:
    assert value in [claim.value for claim in read(text, "relation")]


RANKS = [
    ("largest since 1945", "It is the largest war in Europe since 1945, President Macron said."),
    ("most heavily armed", "Korea is cut in two by the world's most heavily armed border."),
    ("among the most advanced", "THAAD is one of the most advanced missile systems of the United States."),
]


@pytest.mark.parametrize(("value", "text"), RANKS)
def test_a_rank_is_told_with_its_scope(read: Read, value: str, text: str) -> None:
    assert value in [claim.value for claim in read(text, "rank")]


def test_a_date_of_a_relative_clause_does_not_date_the_first(read: Read) -> None:
    text = "It was the first meeting of Serbia and Kosovo, which became independent in 2008."
    assert [claim.value for claim in read(text, "first")] == ["first"]
