"""Who acts and is acted upon: namesakes, people without a name, officials who speak for a state, lists of officials."""

from __future__ import annotations

import pytest

from .conftest import Code

CASES = [
    # a bearer of a known name who is somebody else
    ("Donald Trump Jr. visited Hungary on Monday.", "CONSULT", {"Donald Trump Jr."}, {"Hungary"}),
    (
        (
            "Kim Sang Duk was detained in North Korea in April. Kim had taught in Pyongyang. Reporters met Kim in May. "
            "Leader Kim Jong Un watched a parade. In May Kim apologised to North Korea."
        ),
        "CONCEDE",
        {"Kim Sang Duk"},
        {"North Korea"},
    ),
    # one person of a nationality
    ("Iran detained an Iranian-American businessman.", "COERCE", {"Iran"}, {"Iranian-American businessman"}),
    ("A Canadian was arrested in China in December.", "COERCE", {"China"}, {"Canadian citizen"}),
    ("New U.S. sanctions on Iran were issued on Monday.", "COERCE", {"United States"}, {"Iran"}),
    # people without a name
    (
        "A group of colonels abducted President Lula in Brasilia.",
        "ASSAULT",
        {"colonels"},
        {"Luiz Inácio Lula da Silva"},
    ),
    ("Iran seized two foreign oil tankers on Friday.", "COERCE", {"Iran"}, {"foreign oil tankers"}),
    (
        "More than forty governments condemned Belarus on Friday.",
        "ACCUSE",
        {"More than forty governments"},
        {"Belarus"},
    ),
    ("Iran attacked American soldiers in Iraq on Friday.", "ASSAULT", {"Iran"}, {"U.S. military"}),
    # bodies by their names
    (
        "The Peruvian interior ministry expelled two Chilean diplomats.",
        "SANCTION",
        {"Ministry of the Interior (Peru)"},
        {"Chilean diplomats"},
    ),
    (
        "Kenya's supreme court sentenced a British journalist to two years in prison on Monday.",
        "SANCTION",
        {"Supreme Court of Kenya"},
        {"British journalist"},
    ),
    (
        "Chilean police arrested a Peruvian consulate employee.",
        "COERCE",
        {"Chilean police"},
        {"Peruvian consulate employee"},
    ),
    # who speaks for a state
    (
        "Japan opposes the tariffs that China announced, Foreign Minister Taro Kono said on Monday.",
        "ACCUSE",
        {"Taro Kono"},
        {"China"},
    ),
    (
        '"We call on Iran to release the crew," said British Foreign Secretary Jeremy Hunt.',
        "REQUEST",
        {"Jeremy Hunt"},
        {"Iran"},
    ),
    # whom a passive leaves unsaid
    (
        "Kenneth Bae was arrested in North Korea in 2012. Bae was sentenced to 15 years of hard labour in April 2013.",
        "SANCTION",
        {"North Korea"},
        {"Kenneth Bae"},
    ),
    (
        "Under Security Council resolutions, Iran was prohibited from launching rockets.",
        "COERCE",
        {"UN Security Council"},
        {"Iran"},
    ),
    ("An American spy plane was shot down while flying over Cuban territory.", "ASSAULT", {"Cuba"}, {"United States"}),
    ("Ten Indians were killed in attacks that Delhi blames on Pakistan.", "ASSAULT", {"Pakistan"}, {"Indian citizens"}),
    ("Chilean troops have been sent to Haiti.", "MOBILIZE", {"Chile"}, {"Haiti"}),
    ("In 1991 Estonia was admitted into the United Nations.", "SUPPORT", {"United Nations"}, {"Estonia"}),
    (
        "Peru admitted that it had assisted Chile in the kidnapping of Evo Morales.",
        "ASSAULT",
        {"Peru", "Chile"},
        {"Evo Morales"},
    ),
    # peoples
    ("Tens of thousands of Cubans took to the streets of Havana.", "PROTEST", {"Cuban protesters"}, {"Cuba"}),
    ("Canada stands with the people of Venezuela.", "SUPPORT", {"Canada"}, {"Venezuelan people"}),
    (
        "In December 1992 the Israelis and Palestinians held talks in Oslo.",
        "CONSULT",
        {"Israel", "Palestinians"},
        set(),
    ),
    # what a meeting and an act before tell
    (
        "Antony Blinken spoke with Armenian Prime Minister Nikol Pashinyan on Monday. Blinken offered help with roads.",
        "AGREE",
        {"Antony Blinken"},
        {"Armenia"},
    ),
    ("A U.S. interests section was opened in the Swiss embassy in Havana.", "SUPPORT", {"United States"}, {"Cuba"}),
    # a name behind a description, and what only describes somebody
    (
        "North Korea has detained a Korean-American professor, Kim Sang-duk, at Pyongyang airport.",
        "COERCE",
        {"North Korea"},
        {"Kim Sang-duk"},
    ),
    ("In 2016 Sung Kim met his Chinese counterpart Wu Dawei in Beijing.", "CONSULT", {"Sung Kim"}, {"Wu Dawei"}),
    ("The Iranian judiciary executes a man convicted of spying for Israel.", "ASSAULT", {"Iran"}, set()),
    (
        "The American Embassy in Kigali was established on July 1, 1962, with David Manbey as Charge d'Affaires.",
        "SUPPORT",
        {"United States"},
        {"Rwanda"},
    ),
    (
        "The European Union adopts its 16th package of sanctions against Russia.",
        "COERCE",
        {"European Union"},
        {"Russia"},
    ),
    # a deputy named before, two told at once, whoever led to an act
    (
        "Deputy Secretary of State Wendy Sherman met Peruvian officials. The Deputy Secretary urged Peru to help.",
        "REQUEST",
        {"Wendy Sherman"},
        {"Peru"},
    ),
    (
        "Norway and Ireland recognised the State of Palestine, prompting Israel to recall its ambassadors.",
        "SANCTION",
        {"Israel"},
        {"Norway", "Ireland"},
    ),
    ("Nine people were killed by a suicide bomber at a mosque in Peshawar.", "ASSAULT", {"Unknown"}, {"Pakistan"}),
    ("The U.S. Navy sent the aircraft carrier USS Carl Vinson to the Gulf.", "MOBILIZE", {"U.S. Navy"}, set()),
    # the state of a government does not act on itself
    (
        "The U.S. State Department terminated U.S. support of Mali's power grid.",
        "SANCTION",
        {"U.S. Department of State"},
        {"Mali"},
    ),
    # lists of officials whose offices part their names
    (
        (
            "Wang Yi met in Vientiane with Foreign Minister Saleumxay Kommasith, Chairman of the National Assembly of "
            "Laos's Committee on Foreign Affairs Sanya Praseuth, and Deputy Minister of Defense Thongloy Silivong."
        ),
        "CONSULT",
        {"Wang Yi", "Saleumxay Kommasith", "Sanya Praseuth", "Thongloy Silivong"},
        set(),
    ),
]


@pytest.mark.parametrize(("text", "category", "actors", "recipients"), CASES)
def test_who_is_told(code: Code, text: str, category: str, actors: set[str], recipients: set[str]) -> None:
    found = [event for event in code(text, "2019-06-19") if event.type == category]
    casts = [({p.name for p in e.actors}, {p.name for p in e.recipients}) for e in found]
    assert (actors, recipients) in casts


def test_a_text_may_break_off_behind_a_demonstrative(code: Code) -> None:
    (blame,) = [event for event in code("Peru attacked Chile. Bolivia condemned this") if event.type == "ACCUSE"]
    assert [p.name for p in blame.recipients] == ["Peru"]
