"""The many ways of saying a claim: by class of construction, on sentences of our own."""

from __future__ import annotations

import pytest

from .conftest import Read

SAID = [
    ("ordinal", "22", "The twenty-second summit of India and Russia opened in Moscow on Monday."),
    ("ordinal", "31", "Finland became NATO's thirty-first member on Tuesday."),
    ("first", "first since 1990", "Not since 1990 had a Saudi foreign minister come to Baghdad."),
    ("first", "first", "Never before had a pope been received on the Arabian peninsula."),
    ("last", "2004-05", "Japan and North Korea held their most recent summit in May 2004."),
    ("last", "1979", "No American ambassador has served in Tehran since 1979."),
    ("count", "24", "Hamas freed two dozen hostages on Friday."),
    ("count", "32 killed, 159 wounded", "The clashes in Tripoli killed 32 people and wounded 159."),
    ("duration", "50 years", "Santos and Timochenko ended half a century of war."),
    ("interval", "2 weeks", "The Shah had left Iran a fortnight before Khomeini's return."),
    ("frequency", "every 2 years", "The ministers of the Nordic states meet every other year."),
    ("rank", "second-largest contributor", "Japan was then the second-largest contributor to the budget."),
    ("relation", "improving", "Yugoslavia and the Soviet Union had patched up their quarrel."),
]


@pytest.mark.parametrize(("kind", "value", "text"), SAID)
def test_a_way_of_saying_it_is_read(read: Read, kind: str, value: str, text: str) -> None:
    assert value in {claim.value for claim in read(text, kind)}


def test_a_hyphened_ordinal_is_no_first_and_no_length(read: Read) -> None:
    text = "The twenty-first summit of India and Russia followed the twenty-second session of the commission."
    assert not read(text, "first")
    assert not read(text, "duration")


def test_the_first_of_all_counts_nothing(read: Read) -> None:
    assert not read("First of all, let me thank our hosts in Montevideo.", "first")
