"""Who denies what others told of him before."""

from __future__ import annotations

from .conftest import Code


def test_a_denied_attack_is_an_entry_of_its_own(code: Code) -> None:
    events = code("Rwanda shelled a village in Burundi on Monday. Rwanda denied it.")
    told = [(e.status, e.according_to) for e in events if e.type == "ASSAULT"]
    assert ("denied", "Rwanda") in told
    assert "occurred" in {status for status, _ in told}


def test_who_did_nothing_has_nothing_to_deny(code: Code) -> None:
    events = code("Rwanda shelled a village in Burundi on Monday. Kenya denied it.")
    assert "denied" not in {e.status for e in events}


def test_a_denial_that_is_denied_denies_nothing(code: Code) -> None:
    events = code("Rwanda shelled a village in Burundi on Monday. Rwanda did not deny it.")
    assert "denied" not in {e.status for e in events if e.type == "ASSAULT"}
