"""Who does what is counted, whom it is compared with, and what of the words no field holds."""

from __future__ import annotations

import pytest

from .conftest import Read

DOERS = [
    ("first", "Olaf Scholz flew to Nairobi in May 2023, the first German chancellor to do so since 2011."),
    ("first", "Olaf Scholz was in May 2023 the first German chancellor to come to Nairobi since 2011."),
    ("last", "The last German chancellor to travel to Nairobi did so in July 2011."),
    ("count", "Between 2012 and 2022 no German chancellor set foot in Kenya."),
]


@pytest.mark.parametrize(("kind", "text"), DOERS)
def test_an_office_that_does_something_acts_for_its_state(read: Read, kind: str, text: str) -> None:
    [claim] = read(text, kind)
    assert (claim.counted.type, {*claim.counted.parties}) == ("CONSULT", {"Germany", "Kenya"})


def test_there_is_where_the_sentence_went_before(read: Read) -> None:
    [claim] = read("Macron landed in Astana in 2023, the first French president to set foot there.", "first")
    assert {*claim.counted.parties} == {"France", "Kazakhstan"}


@pytest.mark.parametrize(
    "text",
    [
        "Modi has met Vladimir Putin more often than Xi Jinping.",
        "Modi has held more summits with Vladimir Putin than with Xi Jinping.",
        "Modi met Vladimir Putin twice as often as Xi Jinping.",
    ],
)
def test_a_rank_of_two_names_its_rival(read: Read, text: str) -> None:
    [claim] = read(text, "rank")
    assert claim.counted.parties == ("Narendra Modi", "Vladimir Putin")
    assert claim.other is not None
    assert claim.other.parties == ("Xi Jinping",)


def test_no_other_is_no_rival(read: Read) -> None:
    [claim] = read("Modi has met no other leader more often than Vladimir Putin.", "rank")
    assert claim.other is None


def test_a_bare_before_between_two_acts_is_an_order(read: Read) -> None:
    [claim] = read("Scholz travelled to Beijing before Macron went to Moscow.", "sequence")
    assert claim.value.startswith("before")
    assert claim.other is not None
    assert {*claim.other.parties} == {"Emmanuel Macron", "Russia"}


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("Modi and Macron have met three times on the margins of G20 summits.", ("on margins",)),
        ("The defence ministers of India and France met for the third time.", ("defence ministers",)),
        ("It was the third secret meeting of Modi and Macron.", ("secret",)),
        ("It was the third meeting between Modi and Macron in 2024.", ()),
        ("Modi's third visit to France, which nobody had expected, ended on Monday.", ()),
    ],
)
def test_words_that_say_which_acts_are_kept(read: Read, text: str, unread: tuple[str, ...]) -> None:
    found = read(text)
    assert unread in [claim.counted.unread for claim in found if claim.kind in {"count", "ordinal"}]


def test_in_so_many_years_reaches_back_from_the_date_of_the_act(read: Read) -> None:
    [claim] = read("The sea battle of June 2002 was the first between North and South Korea in three years.", "first")
    assert claim.since is not None
    assert claim.since.iso()[0] == "1999"


def test_a_light_verb_keeps_where_its_journeys_went(read: Read) -> None:
    [claim] = read("Olaf Scholz made three journeys to Brazil in 2023.", "count")
    assert claim.counted.parties == ("Olaf Scholz", "Brazil")


def test_the_first_that_somebody_made_is_theirs(read: Read) -> None:
    text = "Macron's journey of July 2023 was the first that a French president had made to Vanuatu since 1966."
    [claim] = read(text, "first")
    assert claim.counted.parties == ("France", "Vanuatu")


def test_a_name_alone_did_the_same(read: Read) -> None:
    [claim] = read("Olaf Scholz visited Nairobi in May 2023, twelve years after Angela Merkel.", "interval")
    assert claim.other is not None
    assert (claim.other.type, {*claim.other.parties}) == ("CONSULT", {"Angela Merkel", "Kenya"})


def test_leaders_of_states_meet_at_their_level(read: Read) -> None:
    [claim] = read("The leaders of India and France met for the third time in July 2023.", "ordinal")
    assert claim.counted.level == "leader"


def test_whom_the_clause_names_besides_is_kept(read: Read) -> None:
    [claim] = read("With Vladimir Putin absent, Modi and Macron met for the third time.", "ordinal")
    assert "vladimir putin named" in claim.counted.unread
