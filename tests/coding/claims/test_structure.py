"""Claims name what is counted, between whom, in which window, set against what, according to whom."""

from __future__ import annotations

from datetime import date

from summitry.model import Claim

from .conftest import Read

SUM = (
    "This was Erdogan's ninth summit since January last year. These include "
    "four with Putin, three with Ilham Aliyev, and one each with Emmanuel Macron and Giorgia Meloni."
)


def only(claims: tuple[Claim, ...]) -> Claim:
    assert len(claims) == 1, claims
    return claims[0]


def test_a_sum_has_its_parts_and_they_share_its_window(read: Read) -> None:
    claims = read(SUM)
    whole = next(claim for claim in claims if claim.parts)
    assert [(part.value, part.parties) for part in whole.parts] == [
        (4, ("Vladimir Putin",)),
        (3, ("Ilham Aliyev",)),
        (1, ("Emmanuel Macron",)),
        (1, ("Giorgia Meloni",)),
    ]
    assert whole.counted.parties == ("Recep Tayyip Erdogan",)
    assert whole.counted.level == "leader"
    assert whole.window is not None
    assert (whole.window.first, whole.window.last) == (date(2023, 1, 1), date(2024, 11, 20))
    parts = [claim for claim in claims if claim.rule == "part of a sum"]
    assert {claim.window for claim in parts} == {whole.window}
    assert ("Recep Tayyip Erdogan", "Vladimir Putin") in [claim.counted.parties for claim in parts]


def test_a_number_told_before_its_sum_is_a_part_of_it(read: Read) -> None:
    text = (
        "It was Modi's sixth meeting with Emmanuel Macron. It was also Modi's eleventh summit since March 2023. "
        "These include three with Shigeru Ishiba, and one each with Vladimir Putin and Keir Starmer."
    )
    whole = next(claim for claim in read(text, "ordinal") if claim.parts)
    assert sum(part.value for part in whole.parts) == int(whole.value) == 11
    assert whole.parts[0].parties == ("Emmanuel Macron",)


def test_who_acts_comes_first_in_a_visit_and_an_office_stands_for_its_state(read: Read) -> None:
    claim = only(read("It was the first visit to Russia by an Indian prime minister in five years.", "first"))
    assert (claim.counted.type, claim.counted.mode, claim.counted.level) == ("CONSULT", "visit", "leader")
    assert claim.counted.parties == ("India", "Russia")
    assert claim.counted.subject_role == "actor"
    assert claim.since is not None
    assert claim.since.iso() == ("2019", "2019")


def test_an_interval_names_the_act_it_is_counted_from_and_its_day(read: Read) -> None:
    text = "Barely a week after Iran's second missile test of October 1, Grossi flew to Tehran."
    claim = only(read(text, "interval"))
    assert (claim.value, claim.comparison) == ("about a week", "about")
    assert claim.counted.parties == ("Rafael Grossi", "Iran")
    assert claim.other is not None
    assert (claim.other.type, claim.other.parties) == ("MOBILIZE", ("Iran",))
    assert claim.other_window is not None
    assert claim.other_window.first == date(2024, 10, 1)


def test_neither_before_nor_after_is_one_denied_sequence(read: Read) -> None:
    text = (
        "Putin met Lukashenko in Minsk. His meeting with Lukashenko was neither preceded nor followed by talks "
        "with Tokayev."
    )
    claim = only(read(text, "sequence"))
    assert claim.negated
    assert claim.counted.parties == ("Vladimir Putin", "Alexander Lukashenko")
    assert claim.other is not None
    assert claim.other.parties == ("Vladimir Putin", "Kassym-Jomart Tokayev")


def test_a_comparison_with_all_others_is_about_its_subject_alone(read: Read) -> None:
    text = (
        "It was Xi's fourth meeting with Viktor Orban in the last 18 months, and Xi has not met any other European "
        "leader with such frequency."
    )
    claim = only(read(text, "rank"))
    assert claim.counted.parties == ("Xi Jinping",)
    assert (claim.counted.level, claim.negated) == ("leader", True)
    assert claim.window is not None
    assert claim.window.first == date(2023, 5, 20)


def test_people_and_things_are_told_from_acts(read: Read) -> None:
    assert not only(read("The air strike on Aleppo killed at least 40 people.", "count")).counted.acts
    assert only(read("It was Macron's seventh meeting with Olaf Scholz.", "ordinal")).counted.acts


def test_a_reported_claim_names_its_source(read: Read) -> None:
    own = only(read("Lavrov held his fourth meeting with Wang Yi this year.", "ordinal"))
    reported = only(read("According to Tass, Lavrov held his fourth meeting with Wang Yi this year.", "ordinal"))
    assert (own.according_to, reported.according_to) == ("author", "Tass")
