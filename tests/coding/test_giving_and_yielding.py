"""Help given, trade, withdrawals and offices: one sentence of our own a construction, about real events."""

from __future__ import annotations

import pytest

from .conftest import Code

TELLING = [
    # AID
    ("China lent Angola two billion dollars in 2004.", "AID", "CHN", "AGO"),
    ("Lebanon took in Syrian refugees by the hundred thousand.", "AID", "LBN", "SYR"),
    ("Kenya announced a package of food aid to Somalia.", "AID", "KEN", "SOM"),
    ("Iran shipped thousands of rockets to Lebanon.", "AID", "IRN", "LBN"),
    ("The United States airdropped meals over Gaza.", "AID", "USA", ""),
    # COOPERATE
    ("Intelligence sharing between Norway and Sweden began in 1952.", "COOPERATE", "NOR", "SWE"),
    ("In cooperation with the Soviet Union, Egypt built the Aswan High Dam.", "COOPERATE", "EGY", "SUN"),
    # RETREAT
    ("France withdrew its last soldiers from Mali in 2022.", "RETREAT", "FRA", "MLI"),
    ("Vietnamese troops left Cambodia in 1989.", "RETREAT", "VNM", "KHM"),
    ("The withdrawal of Soviet troops from Hungary ended in 1991.", "RETREAT", "SUN", "HUN"),
    ("North Korea handed over the remains of American soldiers in 2018.", "RETREAT", "PRK", "USA"),
    ("The United States lifted its controls on travel to Cuba.", "RETREAT", "USA", "CUB"),
    ("Syria let United Nations inspectors into Ghouta in 2013.", "RETREAT", "SYR", ""),
    ("India removed Bangladesh from its blacklist.", "RETREAT", "IND", "BGD"),
    ("Ethiopia withdrew thousands of its troops from Somalia.", "RETREAT", "ETH", "SOM"),
    ("Iran freed 11 of its prisoners.", "RETREAT", "IRN", ""),
    ("An Egyptian court ordered the release of the Canadian journalist.", "RETREAT", "EGY", ""),
    ("Germany returned dozens of artefacts to Nigeria.", "RETREAT", "DEU", "NGA"),
    # TRANSITION
    ("Narendra Modi was elected leader in 2014.", "TRANSITION", "IND", ""),
    ("Wang Yi was appointed foreign minister by the National People's Congress.", "TRANSITION", "CHN", ""),
    ("Joe Biden beat Donald Trump by seven million votes.", "TRANSITION", "USA", "USA"),
    ("Rishi Sunak took over from Liz Truss in October 2022.", "TRANSITION", "GBR", "GBR"),
]

TELLING_NOTHING = [
    ("Canada offered Kenya a loan of ten million dollars.", "AID"),
    ("Bill Clinton left office in 2001.", "TRANSITION"),
    ("Germany gave Poland the names of the witnesses.", "AID"),
    ("China sold out.", "COOPERATE"),
    ("A photo of Kim Jong Un was released by Yonhap.", "RETREAT"),
    ("George Bush sent troops and planes to Saudi Arabia.", "AID"),
    ("France halted the German advance on the Marne.", "RETREAT"),
    ("Madeleine Albright spoke before leaving Andrews Air Force Base.", "RETREAT"),
    ("Angela Merkel and Emmanuel Macron sat together at dinner.", "COOPERATE"),
    ("Peru gave up its rifles to Chile.", "AID"),
    ("Hamas took hostages in Israel.", "AID"),
    ("The museum removed the portrait of Saddam Hussein.", "TRANSITION"),
    ("Brazil beat Italy by two goals in the final.", "TRANSITION"),
]


def _states(people: object) -> set[str]:
    return {p.state or p.actor_id.upper() for p in people}  # type: ignore[attr-defined]


@pytest.mark.parametrize(("text", "category", "actor", "recipient"), TELLING)
def test_act_is_read_with_both_sides(code: Code, text: str, category: str, actor: str, recipient: str) -> None:
    told = [event for event in code(text) if event.type == category]
    assert told
    assert any(actor in _states(event.actors) for event in told)
    assert not recipient or any(recipient in _states(event.participants) for event in told)


@pytest.mark.parametrize(("text", "category"), TELLING_NOTHING)
def test_like_words_tell_no_such_act(code: Code, text: str, category: str) -> None:
    assert category not in {event.type for event in code(text)}
