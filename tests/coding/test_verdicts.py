"""Who says of others' acts that they are wrong accuses them; what a government says in its own text it does."""

from __future__ import annotations

import pytest

from .conftest import Code

CHARGED = [
    ("Chile said on Sunday that Peru was smuggling arms to the rebels.", {"Chile"}, {"Peru"}, "allege"),
    (
        "Norway's closure of the strait was a clear breach of the treaty, Iceland said.",
        {"Iceland"},
        {"Norway"},
        "allege",
    ),
    ("Qatar expelled two envoys. Oman called the move reckless.", {"Oman"}, {"Qatar"}, "disapprove"),
    ("Ghana described Togo's tariffs as a brazen and foolish act.", {"Ghana"}, {"Togo"}, "disapprove"),
    ("Fiji labelled Tonga's drills a declaration of war.", {"Fiji"}, {"Tonga"}, "disapprove"),
    ("Finland condemned Estonia's raid as a war crime.", {"Finland"}, {"Estonia"}, "allege"),
    ("The United Nations reports that Chad has killed 90 civilians.", {"United Nations"}, {"Chad"}, "allege"),
    ("Oman said Iran had stepped up its cyber attacks.", {"Oman"}, {"Iran"}, "allege"),
    ("Laos says Thailand is trying to sabotage the talks.", {"Laos"}, {"Thailand"}, "allege"),
]


@pytest.mark.parametrize(("text", "actors", "recipients", "mode"), CHARGED)
def test_a_verdict_on_others_accuses_them(
    code: Code, text: str, actors: set[str], recipients: set[str], mode: str
) -> None:
    told = [e for e in code(text) if e.type == "ACCUSE"]
    assert (actors, recipients, mode) in [
        ({p.name for p in e.actors}, {p.name for p in e.recipients}, e.mode) for e in told
    ]


NOBODY = [
    "Chile said that Peru's move was not a violation of the treaty.",
    "Chile said that Peru's hunger was a disgrace.",
    "Peru said that the fall in prices posed a danger to farmers.",
    "Reuters reported that Peru had violated the treaty.",
    "Chile said that the launch by Peru might be a provocation.",
    "Chile said that its own policy was a mistake.",
    "Kyiv's air force said Russia had launched 40 drones.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_accused_by_what_says_so_of_nobody(code: Code, text: str) -> None:
    assert not [e for e in code(text) if e.type == "ACCUSE"]


def test_praise_by_a_name_supports(code: Code) -> None:
    found = [e for e in code("Nigeria's foreign minister called Ghana a reliable partner.") if e.type == "SUPPORT"]
    assert [{p.state for p in e.recipients} for e in found] == [{"GHA"}]


RELEASE = "Maria Holt, Foreign Minister of Norway\n\nNorway welcomes the summit in Bergen. We thank our guests. "


@pytest.mark.parametrize(
    ("sentence", "category", "mode"),
    [
        ("Sudan has weaponized hunger for a year.", "ACCUSE", "allege"),
        ("Sudan must immediately withdraw its troops.", "REQUEST", "yield"),
    ],
)
def test_a_release_speaks_for_its_government(code: Code, sentence: str, category: str, mode: str) -> None:
    found = [e for e in code(RELEASE + sentence) if e.type == category and {p.name for p in e.recipients} == {"Sudan"}]
    assert [({p.name for p in e.actors}, e.mode) for e in found] == [({"Norway"}, mode)]


@pytest.mark.parametrize(
    "essay",
    ["Sudan has weaponized hunger for a year. We should not be surprised.", "Sudan must withdraw. Will we see it?"],
)
def test_an_essay_speaks_for_nobody(code: Code, essay: str) -> None:
    assert not [e for e in code(essay) if e.type in {"ACCUSE", "REQUEST"}]


ASKED = [
    ("Kenya urged Chad to exercise restraint.", "yield"),
    ("Kenya called on Chad and Niger to return to dialogue.", "meet"),
    ("Kenya urged Chad to help to end the siege.", "assist"),
    ("Kenya urged Chad to reform its courts.", "change"),
]


@pytest.mark.parametrize(("text", "mode"), ASKED)
def test_what_is_asked_gives_the_mode(code: Code, text: str, mode: str) -> None:
    assert [e.mode for e in code(text) if e.type == "REQUEST"] == [mode]


THREATENED = [
    ("Mali threatened Niger with new tariffs.", "restrict"),
    ("Mali threatened to attack Niger.", "violence"),
    ("Mali threatened to annex the islands of Niger.", "territory"),
]


@pytest.mark.parametrize(("text", "mode"), THREATENED)
def test_what_is_threatened_gives_the_mode(code: Code, text: str, mode: str) -> None:
    assert [e.mode for e in code(text) if e.type == "THREATEN"] == [mode]
