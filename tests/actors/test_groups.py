"""Groups of people, bodies and ships: by nationality, by the state behind them, by their organisation."""

from __future__ import annotations

import pytest

from actors.test_mentions import mentions as mentions_of

FOUND = [
    ("Dutch growers blocked the motorway near Utrecht.", "Dutch growers", "Dutch growers", "NLD"),
    ("The Kenyan wildlife service shot a poacher.", "The Kenyan wildlife service", "Kenyan wildlife service", "KEN"),
    ("Villagers in Nepal stoned the convoy.", "Villagers in Nepal", "Villagers", "NPL"),
    ("The government of Kyrgyzstan closed the base.", "The government of Kyrgyzstan", "Kyrgyzstan", "KGZ"),
    ("Bus drivers in Lima struck on Friday.", "Bus drivers in Lima", "Bus drivers", "PER"),
    ("Harare policemen beat the marchers.", "Harare policemen", "Harare policemen", "ZWE"),
    ("The leaders of Honduras fled.", "The leaders of Honduras", "Honduras", "HND"),
    ("Iran's leaders condemned the raid.", "Iran's leaders", "Iran", "IRN"),
    ("Hezbollah fighters crossed the border.", "Hezbollah fighters", "Hezbollah", "LBN"),
    ("Fighters of M23 took Goma.", "Fighters of M23", "M23", "COD"),
    ("The supreme court of Peru freed Alberto Fujimori.", "The supreme court of Peru", "Supreme Court of Peru", "PER"),
    ("Kurdish rebels shelled a post in Turkey.", "Kurdish rebels", "Kurdish rebels", ""),
    ("A Russian frigate fired at a Danish helicopter.", "Russian frigate", "Russia", "RUS"),
    (
        "Sweden's migration minister went to Ankara.",
        "Sweden's migration minister",
        "Sweden's migration minister",
        "SWE",
    ),
    ("Chile was shaken in 1973, when generals bombed the palace.", "generals", "Chilean generals", "CHL"),
    ("Nepal was tense. Soldiers had fired, and the army denied it.", "the army", "Nepalese army", "NPL"),
    ("Iran held Danish soldiers, medics and engineers.", "engineers", "Danish engineers", "DNK"),
    ("Pretoria freed Nelson Rolihlahla Mandela.", "Nelson Rolihlahla Mandela", "Nelson Mandela", "ZAF"),
    ("The court heard Ion Popa, a pro-Serbia politician.", "Ion Popa", "Ion Popa", ""),
    ("Peru was ill. The health ministry shut the schools.", "The health ministry", "Ministry of Health (Peru)", "PER"),
    ("Mali was ill. The Supreme Court sat.", "The Supreme Court", "Supreme Court of Mali", "MLI"),
    ("Mali was ill. In July 1968 young officers met.", "young officers", "Malian young officers", "MLI"),
    ("Soldiers in white gloves stood in Mali.", "Soldiers", "Malian soldiers", "MLI"),
    ("The Lao parliament sat.", "The Lao parliament", "Parliament of Laos", "LAO"),
    ("U.S.-backed rebels in Laos held the plain.", "U.S.-backed rebels", "U.S.-backed rebels", ""),
]


@pytest.mark.parametrize(("text", "surface", "name", "state"), FOUND)
def test_a_group_is_known_by_whose_it_is(text: str, surface: str, name: str, state: str) -> None:
    assert (surface, name, state) in {(m.surface, m.name, m.state) for m in mentions_of(text, "2020-06-02")}


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("A crowd stormed the embassy in Tehran.", "the embassy in Tehran"),
        ("The Dutch human rights report named Peru.", "The Dutch human"),
        ("The U.N.'s International Atomic Energy Agency met.", "The U.N.'s International Atomic Energy Agency"),
        ("In Peru all officers of the club resigned.", "officers"),
        ("Critics of Serbia wrote to the paper.", "Critics of Serbia"),
    ],
)
def test_others_are_left_alone(text: str, surface: str) -> None:
    assert surface not in {m.surface for m in mentions_of(text, "2020-06-02")}


def test_an_office_holder_whom_nobody_names_is_of_the_state_spoken_of() -> None:
    found = {(m.surface, m.name, m.state) for m in mentions_of("Peru was quiet. The finance minister resigned.", "")}
    assert ("The finance minister", "Peruvian finance minister", "PER") in found


def test_a_former_president_is_not_the_present_one() -> None:
    text = "Peru was quiet. The former president left the country."
    assert [m.name for m in mentions_of(text, "2012-06-02") if "former" in m.surface] == ["Alan García"]


def test_they_are_the_states_of_a_list() -> None:
    text = (
        "At Potsdam sat the United States, Great Britain, and the Soviet Union. In a declaration they called for peace."
    )
    assert [m.state for m in mentions_of(text, "") if m.surface == "they"] == ["USA", "GBR", "SUN"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Peru asked the international community for help.", "International community"),
        ("Moscow threatened the West on Friday.", "Western world"),
        ("Tehran warned the Baltic states.", "Baltic states"),
    ],
)
def test_the_many_are_kept_under_their_name(text: str, name: str) -> None:
    assert (name, "") in {(m.name, m.state) for m in mentions_of(text, "2020-06-02")}


@pytest.mark.parametrize("text", ["Troops of Mali moved to the west.", "Israel built houses in the West Bank."])
def test_a_direction_is_nobody(text: str) -> None:
    assert "Western world" not in {m.name for m in mentions_of(text, "2020-06-02")}
