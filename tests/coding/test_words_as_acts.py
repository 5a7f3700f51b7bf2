"""Which words are acts: threats and promises in what is foretold, willingness, refusals; and which are none."""

from __future__ import annotations

import pytest

from summitry.coding import Coder
from summitry.model import Document, Interval

from .conftest import Code

TOLD = [
    ("Iran's army said it would take military action against Oman.", "THREATEN", {"Oman"}),
    ("Oman's raids will have consequences and will lead to retaliation, Iran said.", "THREATEN", {"Oman"}),
    ("Peru says it will close its ports unless Chile lifts the ban.", "THREATEN", {"Chile"}),
    ("Peru refuses to rule out the use of force against Chile.", "THREATEN", {"Chile"}),
    ("India said it would not use nuclear weapons against Nepal.", "AGREE", {"Nepal"}),
    ("Fiji said it would continue to work with Tonga.", "AGREE", {"Tonga"}),
    ("Fiji's prime minister is willing to negotiate with Tonga.", "AGREE", {"Tonga"}),
    ("Hamas renounced violence against Israel.", "AGREE", {"Israel"}),
    ("Ghana recognised Togo's right to the river.", "SUPPORT", {"Togo"}),
    ("Cuba insisted that Haiti free the sailors.", "REQUEST", {"Haiti"}),
    ("Cuba said Haiti should not close the border.", "REQUEST", {"Haiti"}),
    ("Cuba said in a statement that Haiti must return the ship.", "REQUEST", {"Haiti"}),
    ("Cuba expects Haiti to honour the treaty.", "REQUEST", {"Haiti"}),
]


@pytest.mark.parametrize(("text", "category", "recipients"), TOLD)
def test_words_are_acts(code: Code, text: str, category: str, recipients: set[str]) -> None:
    assert recipients in [{p.name for p in e.recipients} for e in code(text) if e.type == category]


NONE = [
    ("Iran is willing to test new missiles.", "AGREE"),
    ("Officials of Iran, who asked not to be named, confirmed the deal.", "REQUEST"),
    ("Norway admitted 40 defectors from Iran.", "CONCEDE"),
    ("Peru and Chile agreed to meet in May.", "AGREE"),
    ("Fiji rules out Tonga joining the pact.", "SUPPORT"),
    ("Talks between Iran and Oman on restoring relations began on Monday.", "SUPPORT"),
    ("Peru committed to signing the treaty with Chile.", "SUPPORT"),
    ("Peru says it will close its ports unless Chile lifts the ban.", "COERCE"),
    ("The climber from Nepal reached the summit of the mountain on Monday.", "CONSULT"),
    ("Kim Jong Un visited a shipyard in Nampo, North Korea, on Monday.", "CONSULT"),
    ("This joint statement shows that Peru and Chile agree.\n", "SUPPORT"),
    ("[Peru condemns Chile over the treaty]", "ACCUSE"),
    # what is asked at home, left unsaid or only habit
    ("Putin urged his army to be ready to strike Georgia.", "REQUEST"),
    ("The plan failed because Peru did not call for an end to the raids by Chile.", "REQUEST"),
    ("Peru kept to its policy of rejecting inspections by Chile.", "REJECT"),
    ("Peru refused to rule out the use of force against Chile.", "REJECT"),
    ("Peru rejected talk of security guarantees for Chile.", "AGREE"),
]


@pytest.mark.parametrize(("text", "category"), NONE)
def test_words_are_no_acts(code: Code, text: str, category: str) -> None:
    assert not [e for e in code(text) if e.type == category]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Brazil closed its embassy in Quito in 1984.", "withdraw"),
        ("Brazil suspended diplomatic relations with Ecuador.", "withdraw"),
        ("Brazil suspended the project with Ecuador as punishment for the raid.", "discontinue"),
        ("The pastor from Canada is serving a life sentence in Laos.", "convict"),
    ],
)
def test_how_ties_are_cut(code: Code, text: str, mode: str) -> None:
    assert [e.mode for e in code(text) if e.type == "SANCTION"] == [mode]


def test_a_headline_tells_of_a_call(coder: Coder) -> None:
    text = "The foreign minister of Chile, Jose Rojas, spoke with the foreign minister of Peru on Monday."
    document = Document("d", text, ((0, len(text)),), "Minister Rojas's Call with Peru", Interval.parse("2019-06-19"))
    assert [e.mode for e in next(coder.code([document])).events if e.type == "CONSULT"] == ["phone"]


def test_a_headline_of_the_same_doers_is_told_once(code: Code) -> None:
    text = "Iran threatens to attack neighbours – Daily Post\n\nIran has warned that it might attack Oman and Qatar.\n"
    assert len([e for e in code(text) if e.type == "THREATEN"]) == 1


MORE = [
    ("Iran said it would never give up its rockets.", "REJECT", {"Iran"}),
    ("Togo's president said Ghana was a great friend.", "SUPPORT", {"Faure Gnassingbé"}),
    ('Togo called the plan of Ghana to build the dam "a dangerous farce".', "ACCUSE", {"Togo"}),
    ("Peru has laid the blame for the raid on Chile.", "ACCUSE", {"Peru"}),
    ("Peru is outraged by Chile's raid.", "ACCUSE", {"Peru"}),
]


@pytest.mark.parametrize(("text", "category", "actors"), MORE)
def test_more_words_are_acts(code: Code, text: str, category: str, actors: set[str]) -> None:
    assert actors in [{p.name for p in e.actors} for e in code(text) if e.type == category]


def test_ties_are_of_those_named_beside(code: Code) -> None:
    text = "Diplomatic relations were established in 1922, upon Peru's recognition of Chile."
    ties = [e for e in code(text) if e.type == "SUPPORT" and "establish" in e.rule]
    assert [{p.name for p in e.actors} for e in ties] == [{"Peru", "Chile"}]


def test_recognition_is_an_act_beside_the_ties(code: Code) -> None:
    text = "Diplomatic relations were established in 1922, upon Peru's recognition of Chile."
    assert len([e for e in code(text) if e.type == "SUPPORT"]) == 2


def test_who_acts_at_a_conference_meets(code: Code) -> None:
    text = "At a conference in Geneva in 1955, Peru proposed a plan to Chile."
    assert [{p.name for p in e.actors} for e in code(text) if e.type == "CONSULT"] == [{"Peru", "Chile"}]


def test_what_is_anothers_right_is_no_concession(code: Code) -> None:
    assert not [e for e in code("Chile acknowledged that it is Peru's right to decide.") if e.type == "CONCEDE"]
    assert [e for e in code("Chile acknowledged that it had shelled Peru.") if e.type == "CONCEDE"]
