"""Who did what to whom, one sentence of our own a case."""

from __future__ import annotations

import pytest

from .conftest import Code

CASES = [
    # sentence, category, mode, actors, recipients
    ("Wang Yi met Sergey Lavrov in Moscow on Tuesday.", "CONSULT", "visit", {"Wang Yi"}, {"Sergey Lavrov"}),
    ("Emmanuel Macron visited Algeria in May.", "CONSULT", "visit", {"Emmanuel Macron"}, {"Algeria"}),
    ("India and Pakistan held talks in Lahore.", "CONSULT", "", {"India", "Pakistan"}, set()),
    ("The Trump-Putin summit in Helsinki lasted two hours.", "CONSULT", "", {"Donald Trump", "Vladimir Putin"}, set()),
    ("Turkey condemned Israel over the raid.", "ACCUSE", "disapprove", {"Turkey"}, {"Israel"}),
    ("Cyprus accused Turkey of drilling in its waters.", "ACCUSE", "allege", {"Cyprus"}, {"Turkey"}),
    ("Armenia urged Russia to send observers.", "REQUEST", "change", {"Armenia"}, {"Russia"}),
    ("Serbia called on Kosovo to lift the tariffs.", "REQUEST", "", {"Serbia"}, {"Kosovo"}),
    ("Iran rejected an American offer.", "REJECT", "", {"Iran"}, {"United States"}),
    ("Egypt and Sudan signed a defence agreement.", "SUPPORT", "", {"Egypt", "Sudan"}, set()),
    ("Spain recognised Kosovo.", "SUPPORT", "", {"Spain"}, {"Kosovo"}),
    ("The United States imposed sanctions on Venezuela.", "COERCE", "restrict", {"United States"}, {"Venezuela"}),
    ("Russia expelled three Polish diplomats.", "SANCTION", "expel", {"Russia"}, None),
    ("Morocco severed ties with Iran.", "SANCTION", "withdraw", {"Morocco"}, {"Iran"}),
    ("India tested a ballistic missile on Monday.", "MOBILIZE", "weapons", {"India"}, set()),
    ("France deployed 400 troops to Niger.", "MOBILIZE", "troops", {"France"}, None),
    ("Iraq invaded Kuwait.", "ASSAULT", "", {"Iraq"}, {"Kuwait"}),
    ("Georgia was attacked by Russia.", "ASSAULT", "", {"Russia"}, {"Georgia"}),
    ("Japan provided aid to Myanmar.", "AID", "", {"Japan"}, {"Myanmar"}),
    ("Ethiopia withdrew its troops from Somalia.", "RETREAT", "withdraw", {"Ethiopia"}, None),
    ("Colombia released two Venezuelan soldiers.", "RETREAT", "release", {"Colombia"}, None),
    ("Denmark apologised to Greenland.", "CONCEDE", "", {"Denmark"}, {"Greenland"}),
]


@pytest.mark.parametrize(("text", "category", "mode", "actors", "recipients"), CASES)
def test_sentence_yields_its_act(
    code: Code, text: str, category: str, mode: str, actors: set[str], recipients: set[str] | None
) -> None:
    found = [event for event in code(text) if event.type == category]
    assert found, f"no {category} in {text!r}"
    event = found[0]
    assert {p.name for p in event.actors} == actors
    if mode:
        assert event.mode == mode
    if recipients is not None:
        assert {p.name for p in event.recipients} == recipients


def test_coordinated_adjectives_are_both_actors(code: Code) -> None:
    events = code("Greek and Turkish jets clashed over the Aegean Sea.", "2018-04-10")
    assert {p.state for e in events for p in e.participants} >= {"GRC", "TUR"}


def test_dateline_is_no_participant(code: Code) -> None:
    events = code("GENEVA, Switzerland (Alpine Press) -- Joe Biden met Vladimir Putin on Wednesday.", "2021-06-16")
    assert {p.name for e in events for p in e.participants} == {"Joe Biden", "Vladimir Putin"}


def test_city_of_a_summit_is_its_place(code: Code) -> None:
    (event,) = code("The Singapore summit between Kim Jong Un and Donald Trump ended on Tuesday.", "2018-06-13")
    assert {p.name for p in event.participants} == {"Kim Jong Un", "Donald Trump"}


def test_office_is_that_of_the_time(code: Code) -> None:
    (event, *_) = code("In April 2009 Hu Jintao met Gordon Brown in London.", "2019-06-19")
    assert {p.name: p.office for p in event.actors} == {"Hu Jintao": "President"}
    assert {p.name: p.office for p in event.recipients} == {"Gordon Brown": "Prime Minister"}
