"""Hard words in many wordings: who threatens, blames, asks and refuses whom, by class of verb and construction."""

from __future__ import annotations

import pytest

from .conftest import Code

THREATS = [
    ("Turkey threatened in 2020 to expel the Greek ambassador.", "Turkey", "Greece"),
    ("Greek Cypriot leaders threatened to walk out unless Turkey stopped drilling in 2020.", "", "Turkey"),
    ("Moscow warned Vilnius in June 2022 that it could lose its seat on the railway board.", "Russia", "Lithuania"),
    ("Iceland told the United Kingdom in 1973 that it would leave unless its frigates withdrew.", "Iceland", ""),
    ("Ghana said it would shut the border unless Nigeria reopened its shops.", "Ghana", "Nigeria"),
    ("Belarus warned that Polish lorries would be seized.", "Belarus", "Poland"),
    ("Morocco warned in 2021 that it would close the pipeline if Spain let the rebel leader go.", "Morocco", "Spain"),
    (
        "Hungary's opposition said it would bring down the cabinet unless the judge resigned.",
        "Hungarian opposition",
        "",
    ),
    ("Iran warned the United States that any raid would be met with a crushing response.", "Iran", "United States"),
]
BLAME = [
    ("Ottawa in a statement condemned Saudi Arabia's arrest of two women in 2018.", "Canada", "Saudi Arabia"),
    ("Bulgaria charged in 1984 that Turkey had broken the treaty.", "Bulgaria", "Turkey"),
    ("Rwanda says that Uganda is arming rebels.", "Rwanda", "Uganda"),
    ("Turkey said Syria was behind the car bombing of 2013.", "Turkey", "Syria"),
    ("Georgia claimed in 2008 that Russian aircraft had entered its airspace.", "Georgia", "Russia"),
    ("Gambia took Myanmar to court in 2019.", "Gambia", "Myanmar"),
    ("Chad hit out at Sudan over the refugees.", "Chad", "Sudan"),
]
DEMANDS = [
    ("Zambia asked World Bank experts to look at its debt in 2020.", "Zambia", "World Bank"),
    ("Haiti's government in exile called on the United States to act in 1993.", "Haiti", "United States"),
    ("Canada said it was imperative that Israel allow aid into Gaza.", "Canada", "Israel"),
    ("Canada said it was essential for Israel to open the crossings.", "Canada", "Israel"),
    ("Mali said it was time for France to leave.", "Mali", "France"),
    ('"Russia must withdraw its troops at once," Baerling told reporters.', "Unknown", "Russia"),
]
REFUSALS = [
    ("Denmark dismissed the idea as absurd, and Trump's offer as a stunt, in 2019.", "Denmark", "Donald Trump"),
    ("The Hungarian parliament voted down a proposal by Finland.", "Parliament of Hungary", "Finland"),
]
KINDS = {"THREATEN": THREATS, "ACCUSE": BLAME, "REQUEST": DEMANDS, "REJECT": REFUSALS}
ROWS = [(kind, *row) for kind, rows in KINDS.items() for row in rows]


@pytest.mark.parametrize(("category", "text", "doer", "target"), ROWS)
def test_hard_words_are_acts(code: Code, category: str, text: str, doer: str, target: str) -> None:
    told = [({p.name for p in e.actors}, {p.name for p in e.recipients}) for e in code(text) if e.type == category]
    assert any((not doer or doer in actors) and (not target or target in others) for actors, others in told), told


NONE = [
    ("If Spain will not recognise Kosovo, who will?", "REJECT"),
    ("Norway vowed to fight corruption in 2003.", "THREATEN"),
    ("Canada said it was imperative that Israel allow aid into Gaza.", "RETREAT"),
    ("Canada said it was essential for Israel to open the crossings.", "SUPPORT"),
    ("The Norwegian oil company told its staff to leave.", "REQUEST"),
    ("Kenya held on for a win against Ghana.", "REQUEST"),
    ("Norway said it would not attack Sweden unless its border was crossed.", "THREATEN"),
    ("Economists in Chile warned that prices would rise if the drought went on.", "THREATEN"),
    ("Peru ordered two more battalions to move to the border.", "REQUEST"),
    ("A medal awarded to Chile in 1960 was lost.", "ACCUSE"),
]


@pytest.mark.parametrize(("text", "category"), NONE)
def test_other_words_are_none(code: Code, text: str, category: str) -> None:
    assert not [e for e in code(text) if e.type == category]
