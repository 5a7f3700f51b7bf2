"""Where the trigger frames find who acts and who is acted upon."""

from __future__ import annotations

import pytest

from .conftest import Code

ROLES = [
    ("The American embassy at Ulaanbaatar was opened in April 1988.", "SUPPORT", {"USA"}, {"MNG"}),
    ("The American Legation in Libya was established in December 1951.", "SUPPORT", {"USA"}, {"LBY"}),
    ("Britain closed its embassy in Tehran.", "SANCTION", {"GBR"}, {"IRN"}),
    ("Six Ukrainian soldiers were killed in a Russian missile strike.", "ASSAULT", {"RUS"}, {"UKR"}),
    ("Mongolia received aid from Japan.", "AID", {"JPN"}, {"MNG"}),
    ("Turkey on Tuesday called for talks with Greece.", "REQUEST", {"TUR"}, {"GRC"}),
    ("Joe Biden was hosted by Emmanuel Macron.", "CONSULT", {"USA"}, {"FRA"}),
    ("Italy denied Libya access to the port.", "COERCE", {"ITA"}, {"LBY"}),
]


@pytest.mark.parametrize(("text", "category", "actors", "recipients"), ROLES)
def test_frame_finds_both_sides(code: Code, text: str, category: str, actors: set[str], recipients: set[str]) -> None:
    found = [event for event in code(text) if event.type == category]
    assert found, f"no {category} in {text!r}"
    event = found[0]

    assert {p.state for p in event.actors} == actors
    assert {p.state for p in event.recipients} == recipients


def test_missile_fired_on_a_day_is_no_attack_on_it(code: Code) -> None:
    assert {event.type for event in code("India fired a ballistic missile on Saturday.")} == {"MOBILIZE"}


def test_lemma_that_the_tagger_gets_wrong_is_read(code: Code) -> None:
    assert [event.type for event in code("Pakistan staged a raid on India.")] == ["ASSAULT"]
