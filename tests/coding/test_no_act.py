"""Sentences that name acts of states and tell none: what could, might, nearly did or never happened."""

from __future__ import annotations

import pytest

from .conftest import Code

LEFT_UNDONE = [
    ("Saudi Arabia stopped short of cutting relations with Lebanon.", "SANCTION"),
    ("Mali refrained from expelling the French ambassador.", "SANCTION"),
    ("Kenya avoided criticising Ethiopia over Tigray.", "ACCUSE"),
    ("Chile has so far abstained from recognising the breakaway government in Moldova.", "SUPPORT"),
]
NO_ACT = [
    "Instead of attacking Kuwait, the emissary urged, Iraq should have waited.",
    "Poland nearly broke off relations with Israel over the law.",
    "Greece came close to attacking Turkey over two uninhabited rocks in 1996.",
    "Suppose Moscow cut off gas to Moldova in the middle of winter.",
    "Imagine that Cuba had fired on the American ships.",
    "Qatar would release the funds provided that Hamas frees the hostages.",
    "The frigate could sink any ship that Greece sends into the strait.",
    "Under the treaty, the United States is obliged to defend Japan.",
    "Europe dreaded a Soviet invasion of West Germany for forty years.",
    "The Kremlin declined to comment on the strike in Syria.",
    "The ministry in Hanoi refused to say whether it had arrested the Chinese sailors.",
    "A British couple were attacked by a shark off Egypt.",
    "Locusts invaded Kenya from Somalia.",
    "Iran's newest drones are able to hit Israel from Yemen.",
    "The alliance was created to deter a Soviet attack on Western Europe.",
    "An American withdrawal from Korea would alarm Japan.",
    "Analysts believe that Moscow wants to divide the alliance.",
    "A war of words between London and Paris does not catch any fish.",
    "Sanctions rarely change the behaviour of governments.",
    "The paper examines threats by Libya against Chad.",
]


@pytest.mark.parametrize(("text", "category"), LEFT_UNDONE)
def test_what_somebody_leaves_undone_is_denied(code: Code, text: str, category: str) -> None:
    assert [(event.type, event.status) for event in code(text)] == [(category, "denied")]


@pytest.mark.parametrize("text", NO_ACT)
def test_no_act_is_told(code: Code, text: str) -> None:
    assert not [event for event in code(text) if event.status in {"occurred", "ongoing"}]


def test_what_somebody_was_obliged_to_do_was_done(code: Code) -> None:
    (event,) = code("Under American pressure, Britain was forced to withdraw its troops from Suez.")
    assert (event.type, event.status) == ("RETREAT", "occurred")
