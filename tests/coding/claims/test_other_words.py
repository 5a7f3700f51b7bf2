"""Acts that claims count in other words: going somewhere, the holder of an office, an act only pointed back to."""

from __future__ import annotations

import pytest

from summitry.model import Claim

from .conftest import Read

COUNTED = [
    ("count", "Emmanuel Macron has been to Berlin three times this year.", {"Emmanuel Macron", "Germany"}, "visit"),
    ("count", "Olaf Scholz came to Beijing twice between 2022 and 2024.", {"Olaf Scholz", "China"}, "visit"),
    (
        "count",
        "Narendra Modi crossed into Bhutan no fewer than two times in 2014.",
        {"Narendra Modi", "Bhutan"},
        "visit",
    ),
    ("ordinal", "Modi's fourth encounter with Emmanuel Macron was short.", {"Narendra Modi", "Emmanuel Macron"}, ""),
    ("ordinal", "The journey to Delhi was Emmanuel Macron's third to India.", {"Emmanuel Macron", "India"}, "visit"),
    ("duration", "Olaf Scholz stayed in Japan for two days in May 2023.", {"Olaf Scholz", "Japan"}, "visit"),
    ("duration", "Narendra Modi's tour of Australia lasted three days.", {"Narendra Modi", "Australia"}, "visit"),
]


def only(claims: tuple[Claim, ...]) -> Claim:
    assert len(claims) == 1, claims
    return claims[0]


@pytest.mark.parametrize(("kind", "text", "parties", "mode"), COUNTED)
def test_going_and_seeing_are_acts_to_a_claim(read: Read, kind: str, text: str, parties: set[str], mode: str) -> None:
    claim = only(read(text, kind))
    assert (claim.counted.type, claim.counted.mode, {*claim.counted.parties}) == ("CONSULT", mode, parties)


def test_the_first_of_an_office_to_do_something_acts_for_its_state(read: Read) -> None:
    claim = only(read("Narendra Modi became in 2017 the first Indian prime minister to visit Israel.", "first"))
    assert claim.counted.parties == ("India", "Israel")


def test_the_first_treaty_that_somebody_signed_has_no_office(read: Read) -> None:
    (claim,) = read("It was the first treaty that France signed with India.", "first")
    assert "treaty" in claim.counted.words


def test_what_hangs_on_the_first_belongs_to_the_act(read: Read) -> None:
    text = "Tuesday's summit in Singapore was the first ever between a French president and an Indian prime minister."
    assert {*only(read(text, "first")).counted.parties} == {"France", "India"}


def test_since_names_an_act_by_its_date(read: Read) -> None:
    window = only(read("Keir Starmer has visited Kyiv twice since taking office in July 2024.", "count")).window
    assert window is not None
    assert window.iso() == ("2024-07-01", "2024-11-20")


def test_another_that_had_done_so_did_the_same(read: Read) -> None:
    text = "Spain recognised Palestine two weeks after Sweden had done so."
    claim = only(read(text, "interval"))
    assert claim.other is not None
    assert (claim.other.type, claim.other.parties) == (claim.counted.type, ("Sweden", "Palestine"))


def test_the_act_after_which_somebody_died_is_its_own(read: Read) -> None:
    claim = only(read("Hugo Chavez died three months after his last visit to Cuba.", "interval"))
    assert claim.other is not None
    assert (claim.counted.type, claim.other.type) == ("TRANSITION", "CONSULT")


def test_never_is_none_at_all(read: Read) -> None:
    claim = only(read("Emmanuel Macron and Kim Jong Un have never met.", "count"))
    assert (claim.value, claim.negated) == ("0", True)


def test_whom_the_others_are_compared_with_is_a_party(read: Read) -> None:
    (claim, *_) = read("Olaf Scholz has met no other leader as often as Emmanuel Macron.", "rank")
    assert claim.counted.parties == ("Olaf Scholz", "Emmanuel Macron")


def test_a_town_that_names_a_meeting_is_no_party(read: Read) -> None:
    text = "Joe Biden's Geneva summit with Vladimir Putin was followed by a meeting with Olaf Scholz."
    assert {*only(read(text, "sequence")).counted.parties} == {"Joe Biden", "Vladimir Putin"}


def test_a_position_is_held_by_the_subject(read: Read) -> None:
    claim = only(read("Hungary insists that Ukraine protect its minorities first.", "position"))
    assert (claim.counted.parties, claim.counted.type) == (("Hungary",), "")


def test_led_a_delegation_is_no_cause(read: Read) -> None:
    assert read("France led a delegation in response.", "cause") == ()
