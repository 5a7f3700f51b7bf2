"""How high an act stands."""

from __future__ import annotations

import pytest

from summitry.actors import load_registry
from summitry.incidents import level_of_incident, level_of_office
from summitry.model import Level, Participant

EXPECTED: dict[str, Level] = {
    "leader": "leader",
    "head-of-state": "leader",
    "head-of-government": "leader",
    "foreign-minister": "minister",
    "defence-minister": "minister",
    "deputy": "official",
    "envoy": "official",
}


def person(name: str, state: str, office: str) -> Participant:
    return Participant("actor", name, state, office, "person", name.lower().replace(" ", "-"))


def test_the_words_agree_with_the_roles_of_the_registry() -> None:
    registry = load_registry()
    tenures = [t for actor_id in registry.actors for t in registry.tenures(actor_id) if t.role in EXPECTED]
    right = sum(level_of_office(tenure.office) == EXPECTED[tenure.role] for tenure in tenures)
    assert len(tenures) > 8000
    assert right / len(tenures) >= 0.97


@pytest.mark.parametrize(
    ("office", "level"),
    [
        ("Supreme Leader", "leader"),
        ("Prime Minister", "leader"),
        ("Deputy Prime Minister", "official"),
        ("former President", "official"),
        ("Secretary of State", "minister"),
        ("Chancellor of the Exchequer", "minister"),
        ("Leader of the Opposition", "official"),
        ("Ambassador to China", "official"),
        ("", "official"),
    ],
)
def test_offices_that_are_easily_confused(office: str, level: str) -> None:
    assert level_of_office(office) == level


def test_a_leader_who_receives_a_minister_meets_at_ministers_level() -> None:
    kim, pompeo = person("Kim Jong Un", "PRK", "Supreme Leader"), person("Mike Pompeo", "USA", "Secretary of State")
    assert level_of_incident([kim, pompeo]) == "minister"
    assert level_of_incident([kim]) == "leader"
    assert level_of_incident([kim, Participant("recipient", "China", "CHN", "", "state", "CHN")]) == "body"
    assert level_of_incident([]) == "body"
