"""Those who take part only in incidents added by hand are found by name too."""

from __future__ import annotations

import pytest

from summitry.record import Record

ADDED = {
    "type": "CONSULT",
    "start": "2018-03-25",
    "end": "2018-03-28",
    "actors": [{"name": "Kim Jong Un", "state": "PRK", "office": "Supreme Leader", "kind": "person"}],
    "recipients": [{"name": "China", "state": "CHN", "kind": "state"}],
}


@pytest.mark.parametrize("name", ["PRK", "China", "Kim Jong Un", "Kim"])
def test_an_incident_added_by_hand_is_found_by_who_took_part(record: Record, name: str) -> None:
    record.corrections.add(ADDED, citation="a public source", author="tester", reason="")
    assert len(record.incidents(actor=name)) == 1


def test_a_misspelt_name_is_suggested_from_incidents_too(record: Record) -> None:
    guest = {"name": "Orla Testworth", "state": "IRL", "office": "", "kind": "person"}
    record.corrections.add(ADDED | {"actors": [guest]}, citation="a public source", author="tester", reason="")
    assert record.meant("Orla Testworht") == ["Orla Testworth"]
