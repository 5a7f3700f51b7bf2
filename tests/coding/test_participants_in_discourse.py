"""Who is meant where a sentence leaves it to what the text told before."""

from __future__ import annotations

import pytest

from .conftest import Code

CASES: list[tuple[str, str, set[str], set[str]]] = [
    ("Croatia joined Slovenia as a member of the European Union in 2013.", "SUPPORT", {"Croatia"}, {"European Union"}),
    ("Angola, a former Portuguese colony, became independent in 1975.", "TRANSITION", {"Angola"}, {"Portugal"}),
    ("Iran met Oman in Muscat. On Friday Iran threatened the Occident with war.", "THREATEN", {"Iran"}, set()),
    (
        "Chad fought Libya in the north. The war ended with African Union mediation.",
        "CONSULT",
        {"African Union"},
        {"Chad", "Libya"},
    ),
    (
        "Antony Blinken met Polish and Estonian officials in Riga and said they had agreed to send weapons.",
        "AGREE",
        {"Antony Blinken", "Poland", "Estonia"},
        set(),
    ),
    (
        "Claudia Sheinbaum and Justin Trudeau announce they have agreed to end the tariffs.",
        "AGREE",
        {"Claudia Sheinbaum", "Justin Trudeau"},
        set(),
    ),
    (
        "Japan and the Philippines held joint drills in April. China denounced the drills.",
        "ACCUSE",
        {"China"},
        {"Japan", "Philippines"},
    ),
    (
        "Eritrea and Ethiopia agreed to open the border. Djibouti welcomed the accord.",
        "SUPPORT",
        {"Djibouti"},
        {"Eritrea", "Ethiopia"},
    ),
    (
        "Kenya and Somalia agreed to reopen the border. Qatar welcomed the outcome.",
        "SUPPORT",
        {"Qatar"},
        {"Kenya", "Somalia"},
    ),
    (
        "Belarus arrested Roman Protasevich. Belarus said he broke the law. Lithuania demanded his immediate release.",
        "REQUEST",
        {"Lithuania"},
        {"Belarus"},
    ),
    (
        "Iran ordered Afghans out of the province, forbidding them to work.",
        "COERCE",
        {"Iran"},
        {"Afghanistan"},
    ),
    (
        "Venezuela and Guyana talked for two days. Venezuela broke off the talks after a Brazilian patrol was seen.",
        "SANCTION",
        {"Venezuela"},
        {"Guyana"},
    ),
    (
        "Serbian workers in Kosovo met Aleksandar Vučić. Kosovo and Serbia quarrel. Serbia threatened war.",
        "THREATEN",
        {"Serbia"},
        {"Kosovo"},
    ),
]


@pytest.mark.parametrize(("text", "category", "actors", "recipients"), CASES)
def test_text_before_tells_who(code: Code, text: str, category: str, actors: set[str], recipients: set[str]) -> None:
    found = [event for event in code(text, "2022-06-15") if event.type == category]
    casts = [({p.name for p in e.actors}, {p.name for p in e.recipients}) for e in found]
    assert (actors, recipients) in casts


def test_six_party_talks_are_no_party_to_themselves(code: Code) -> None:
    events = code("The Six-Party Talks between China, Japan and Russia collapsed in 2009.")
    assert [{p.name for p in e.participants} for e in events] == [{"China", "Japan", "Russia"}]


def test_state_of_a_punished_person_is_that_of_the_punishing_state(code: Code) -> None:
    (event,) = code("Iran jailed the rapper Toomaj Salehi for propaganda.", "2023-07-11")
    assert [(p.name, p.state) for p in event.recipients] == [("Toomaj Salehi", "IRN")]


def test_puntland_forces_are_not_somalia(code: Code) -> None:
    (event, *_) = code("The militants surrendered to Puntland forces.", "2025-02-03")
    assert {p.name for p in event.recipients} == {"Puntland forces"}


@pytest.mark.parametrize(
    ("text", "category", "actors", "recipients"),
    [
        (
            (
                "Spain and Portugal deployed a Patriot battery. The move to deploy the guns, which drew a protest "
                "from Morocco, came late. Algeria called this a provocation."
            ),
            "ACCUSE",
            {"Algeria"},
            {"Spain", "Portugal"},
        ),
        (
            "A Norwegian pensioner was detained in Russia in 2017 and given a prison sentence of fourteen years.",
            "SANCTION",
            {"Russia"},
            {"Norwegian pensioner"},
        ),
        (
            "An armed Dutch agent named Piet Janssen shot President Lula. Janssen was later convicted.",
            "SANCTION",
            {"Brazil"},
            {"Piet Janssen"},
        ),
        ("Brazil and Peru have ignored calls from Chile to stop.", "REQUEST", {"Chile"}, {"Brazil", "Peru"}),
        ("A U.S. liaison office was established in Hanoi in 1995.", "SUPPORT", {"United States"}, {"Vietnam"}),
        (
            "Mali committed to signing a treaty with the U.N.'s World Health Organization in 1992.",
            "AGREE",
            {"Mali"},
            {"World Health Organization"},
        ),
        (
            "The UN Security Council acted on Monday. Kofi Annan applauded the 15-member council's decision.",
            "SUPPORT",
            {"Kofi Annan"},
            {"UN Security Council"},
        ),
        (
            "Bolivia and Paraguay fought. Paraguay took Boquerón. In 1938 a treaty brokered by Argentina was signed.",
            "CONSULT",
            {"Argentina"},
            {"Bolivia", "Paraguay"},
        ),
        (
            "North Korea spoke of a victory. Two Japanese fishermen held since 1983 came home in October 1990.",
            "COERCE",
            {"North Korea"},
            {"Japanese fishermen"},
        ),
        (
            "Georgia moved a court. Former Georgian president Mikheil Saakashvili was arrested.",
            "COERCE",
            {"Georgia"},
            {"Mikheil Saakashvili"},
        ),
        (
            "Ghana deplored the attack of the Ivorian army on the consulate of Ghana in Bouaké.",
            "ASSAULT",
            {"Ivorian army"},
            {"Ghana"},
        ),
        (
            "Chile recalled its ambassador from Lima and asked the Organization of American States for a session.",
            "SANCTION",
            {"Chile"},
            {"Peru"},
        ),
    ],
)
def test_who_is_left_to_what_stands_around(
    code: Code, text: str, category: str, actors: set[str], recipients: set[str]
) -> None:
    casts = [({p.name for p in e.actors}, {p.name for p in e.recipients}) for e in code(text) if e.type == category]
    assert (actors, recipients) in casts


def test_talks_are_asked_for_of_those_between_whom_they_are(code: Code) -> None:
    text = "On Monday Norway called for talks between Peru, Chile and Bolivia on the border."
    assert {p.name for e in code(text) if e.type == "REQUEST" for p in e.recipients} == {"Peru", "Chile", "Bolivia"}


def test_a_crowd_is_of_the_land_of_what_it_storms(code: Code) -> None:
    text = "In 1979 a crowd stormed the Peruvian embassy in Quito in protest at a Chilean verdict."
    assert {p.state for e in code(text) if e.type == "PROTEST" for p in e.actors} == {"ECU"}


def test_a_crowd_that_burns_a_flag_is_of_another_land(code: Code) -> None:
    text = "Chile and Bolivia quarrelled over water in 2016. Bolivia shut a mine. Crowds burned a Chilean flag."
    crowds = [({p.state for p in e.actors}, {p.state for p in e.recipients}) for e in code(text) if e.type == "PROTEST"]
    assert crowds == [({"BOL"}, {"CHL"})]


def test_who_attacks_nobody_in_particular_attacks_the_foe(code: Code) -> None:
    text = "In January 1995 Peru attacked Ecuador. On Friday Ecuadorian troops attacked along the whole front."
    assert [{p.state for p in e.recipients} for e in code(text) if e.type == "ASSAULT"] == [{"ECU"}, {"PER"}]


def test_who_is_responsible_for_a_killing_did_it(code: Code) -> None:
    text = "In 2009 a court held that Alberto Fujimori was responsible for the killing of 25 people."
    assert {p.name for e in code(text) if e.type == "ASSAULT" for p in e.actors} == {"Alberto Fujimori"}


@pytest.mark.parametrize(
    ("text", "category", "recipient"),
    [
        ("Vietnam invaded Cambodia in 1978. Vietnam withdrew its last soldiers in September 1989.", "RETREAT", "KHM"),
        ("Chile fought Peru over nitrate. In 1880 Chilean forces overran the southern provinces.", "COERCE", "PER"),
        (
            "A junta overthrew the president of Niger. Niger expelled envoys. Togo recognized the junta.",
            "SUPPORT",
            "NER",
        ),
        ("Qatar received Chad's leader in Doha. Qatar offered to pay for a railway.", "AGREE", "TCD"),
    ],
)
def test_an_act_that_has_another_side_is_done_to_whom_the_text_speaks_of(
    code: Code, text: str, category: str, recipient: str
) -> None:
    assert {p.state for p in next(e for e in reversed(code(text)) if e.type == category).recipients} == {recipient}


@pytest.mark.parametrize(
    ("text", "category", "name"),
    [
        ("In May the African Union asked Sudan to admit observers. Sudan refused.", "REJECT", "African Union"),
        ("Chad and Niger quarrelled in June. At Niger's request, the Security Council met.", "REQUEST", "Council"),
    ],
)
def test_an_organisation_is_answered_and_asked_as_a_state_is(code: Code, text: str, category: str, name: str) -> None:
    told = next(e for e in reversed(code(text)) if e.type == category)
    assert len(told.recipients) == 1
    assert name in told.recipients[0].name


def test_people_without_a_name_are_of_the_state_that_holds_them(code: Code) -> None:
    told = code("Zambian police arrested two miners in Ndola. Chile seized a trawler.")
    assert {(e.type, p.state) for e in told for p in e.recipients} == {("COERCE", "ZMB"), ("COERCE", "")}
