"""Meetings: who came, told as what, and where they are told."""

from __future__ import annotations

import pytest

from summitry.model import Event

from .conftest import Code


def _meetings(events: tuple[Event, ...]) -> list[Event]:
    return [event for event in events if event.type == "CONSULT"]


def test_the_next_sentence_names_who_met_for_a_state(code: Code) -> None:
    [event, *_] = _meetings(
        code(
            "Norwegian and Swedish officials met in Bergen on Monday. "
            "Swedish Foreign Minister Margot Wallström led the Swedish delegation."
        )
    )
    assert {p.name for p in event.participants} == {"Norway", "Margot Wallström"}


def test_a_visit_keeps_whom_the_guest_met(code: Code) -> None:
    [event] = _meetings(code("On Tuesday Wang Yi visited Phnom Penh and met Hun Sen."))
    assert (event.mode, [p.name for p in event.recipients]) == ("visit", ["Hun Sen"])
    assert event.place == "Phnom Penh, Cambodia"


def test_the_sentence_with_the_names_is_the_evidence(code: Code) -> None:
    [event] = _meetings(
        code(
            "Angela Merkel met with Emmanuel Macron and Mark Rutte on Thursday. "
            "The three leaders met at a castle in Brussels.",
            "2018-06-15",
        )
    )
    assert event.evidence[0].quote.startswith("Angela Merkel")
    assert event.place == "Brussels, Belgium"


@pytest.mark.parametrize(
    ("text", "status", "people"),
    [
        ("Shinzo Abe accepted an invitation to visit Kenya.", "planned", {"Shinzo Abe", "Kenya"}),
        ("Tony Blair had to fly to Damascus on Monday.", "occurred", {"Tony Blair", "Syria"}),
        ("Angela Merkel took Barack Obama aside on Monday.", "occurred", {"Angela Merkel", "Barack Obama"}),
        ("Fidel Castro stood beside Nelson Mandela at a parade.", "occurred", {"Fidel Castro", "Nelson Mandela"}),
    ],
)
def test_told_in_other_words(code: Code, text: str, status: str, people: set[str]) -> None:
    [event] = _meetings(code(text))
    assert (event.status, {p.name for p in event.participants}) == (status, people)


def test_any_talks_are_no_talks(code: Code) -> None:
    assert not _meetings(code("Iran must free the sailors before any talks with Canada can start."))


def test_the_partner_is_not_part_of_an_office(code: Code) -> None:
    events = _meetings(
        code(
            "Special Representative for Afghanistan Thomas West led a delegation to continue discussions with "
            "Taliban representatives in Doha.",
            "2022-07-01",
        )
    )
    assert "Afghanistan" not in {p.name for e in events for p in e.participants}


def test_leaders_and_their_states_far_apart_met_at_two_times(code: Code) -> None:
    filler = "The harvest was poor and the roads were bad that year, as they had been in all the years before. " * 7
    text = f"Negotiations between Norway and Russia failed. {filler}Jens Stoltenberg met Vladimir Putin."
    events = _meetings(code(text))
    assert len(events) == 2
