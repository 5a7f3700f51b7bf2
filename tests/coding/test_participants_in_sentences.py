"""Who acts and who is acted upon, where a sentence does not say it by subject and object alone."""

from __future__ import annotations

import pytest

from .conftest import Code

Case = tuple[str, str, set[str], set[str]]

SHARED_HEADS: list[Case] = [
    ("Greek and Turkish forces clashed on the border.", "ASSAULT", {"Greece", "Turkey"}, set()),
    ("Indian and Pakistani officials met in Lahore.", "CONSULT", {"India", "Pakistan"}, set()),
    ("Blinken met Polish and Japanese negotiators.", "CONSULT", {"Antony Blinken", "Poland", "Japan"}, set()),
    ("Chinese and Vietnamese troops fought in the hills.", "ASSAULT", {"China", "Vietnam"}, set()),
    ("Egypt and Sudan condemned Ethiopia.", "ACCUSE", {"Egypt", "Sudan"}, {"Ethiopia"}),
    ("Iran denounced the United States and Israel.", "ACCUSE", {"Iran"}, {"United States", "Israel"}),
    ("The treaty was signed by Chad and Niger.", "SUPPORT", {"Chad", "Niger"}, set()),
    ("Serbia held talks with Hungary and Austria.", "CONSULT", {"Serbia", "Hungary", "Austria"}, set()),
]

PARTICIPLES: list[Case] = [
    ("Analysts spoke of Turkey invading Syria.", "ASSAULT", {"Turkey"}, {"Syria"}),
    ("The truce was followed by Ethiopia releasing Sudanese soldiers.", "RETREAT", {"Ethiopia"}, {"Sudan"}),
    ("Ukraine accused Russia of attacking Odesa.", "ASSAULT", {"Russia"}, {"Ukraine"}),
    ("France thanked Qatar for providing aid to Lebanon.", "AID", {"Qatar"}, {"Lebanon"}),
    ("Washington blamed Iran for a cyber attack against Albania.", "COERCE", {"Iran"}, {"Albania"}),
    ("Biden warned Iran will face a price for arming Russia.", "THREATEN", {"Joe Biden"}, {"Iran"}),
]

REPRESENTATIVES: list[Case] = [
    ("The Biden administration condemned Russia.", "ACCUSE", {"United States"}, {"Russia"}),
    ("The Assad regime accused Israel of aggression.", "ACCUSE", {"Syria"}, {"Israel"}),
    ("Erdogan's government expelled Dutch diplomats.", "SANCTION", {"Turkey"}, {"Dutch diplomats"}),
    ("Turkey condemned the Netanyahu government.", "ACCUSE", {"Turkey"}, {"Israel"}),
    ("Bolivia expelled Mexico's ambassador.", "SANCTION", {"Bolivia"}, {"Mexico"}),
    ("Belgian forces withdrew from Mali.", "RETREAT", {"Belgium"}, {"Mali"}),
    ("U.S. troops occupied Haiti in 1915.", "COERCE", {"U.S. military"}, {"Haiti"}),
    ("Otto Berg was arrested at Minsk airport.", "COERCE", {"Belarus"}, {"Otto Berg"}),
    ("Serbian soldiers entered Hungary.", "MOBILIZE", {"Serbian military"}, {"Hungary"}),
    ("Serbian soldiers left Hungary.", "RETREAT", {"Serbia"}, {"Hungary"}),
    ("Israeli troops shelled Lebanon.", "ASSAULT", {"Israel Defense Forces"}, {"Lebanon"}),
    ("North Korean soldiers attacked South Korea.", "ASSAULT", {"Korean People's Army"}, {"South Korea"}),
    ("Peru demanded the removal of Chilean troops.", "REQUEST", {"Peru"}, {"Chile"}),
    ("Iran released five Americans.", "RETREAT", {"Iran"}, {"U.S. citizens"}),
    ("Myanmar deported all Bangladeshis.", "COERCE", {"Myanmar"}, {"Bangladeshi citizens"}),
    ("Israel killed dozens of Syrians in Homs.", "ASSAULT", {"Israel"}, {"Syria"}),
    ("Turkey criticized Americans.", "ACCUSE", {"Turkey"}, {"United States"}),
]

POSSESSORS: list[Case] = [
    ("The resolution was drafted by France and Russia's ally Serbia.", "COOPERATE", {"France", "Serbia"}, set()),
    ("Canada welcomed Japan's decision.", "SUPPORT", {"Canada"}, {"Japan"}),
    (
        "Spain condemned the announcement by Maduro and Daniel Ortega.",
        "ACCUSE",
        {"Spain"},
        {"Nicolás Maduro", "Daniel Ortega"},
    ),
    ("Australia condemned the violence by Myanmar.", "ACCUSE", {"Australia"}, {"Myanmar"}),
    ("Sudan condemned the arrest of its envoy by Egypt.", "ACCUSE", {"Sudan"}, {"Egypt"}),
    ("Russia's neighbours condemned Belarus.", "ACCUSE", {"Unknown"}, {"Belarus"}),
]

LIGHT_VERBS: list[Case] = [
    ("Norway extended recognition to Palestine.", "SUPPORT", {"Norway"}, {"Palestine"}),
    ("Iran faces new U.N. sanctions.", "COERCE", {"United Nations"}, {"Iran"}),
    ("Libya bombed an airliner, resulting in U.N. sanctions.", "COERCE", {"United Nations"}, {"Libya"}),
    ("North Korea tested a bomb, provoking condemnation from Japan.", "ACCUSE", {"Japan"}, {"North Korea"}),
    ("Serbia made a proposal to Kosovo.", "REQUEST", {"Serbia"}, {"Kosovo"}),
]

PASSIVES: list[Case] = [
    ("A Dutch journalist was arrested in Belarus.", "COERCE", {"Belarus"}, {"Dutch journalist"}),
    ("Four Islamic State fighters were killed in a raid in Baghdad, Iraq.", "ASSAULT", {"Iraq"}, {"Islamic State"}),
    (
        "Ten militants were killed in a security operation in Dagestan, Russia, against the Islamic State.",
        "ASSAULT",
        {"Russia"},
        {"Islamic State"},
    ),
    ("A state of emergency was declared in Sri Lanka.", "COERCE", {"Sri Lanka"}, set()),
    ("A mob stormed the Danish embassy in Beirut.", "PROTEST", {"Lebanese protesters"}, {"Denmark"}),
    ("Georgia was attacked and occupied by Russia.", "COERCE", {"Russia"}, {"Georgia"}),
    ("U.S. sanctions were eased.", "RETREAT", {"United States"}, set()),
]

TARGETS: list[Case] = [
    ("Tokyo said the Russians had hacked its ministry.", "COERCE", {"Russia"}, {"Japan"}),
    ("Cuba sent troops to Angola to fight against South Africa.", "MOBILIZE", {"Cuba"}, {"South Africa"}),
    ("Syria sent soldiers to the Libya war.", "MOBILIZE", {"Syria"}, {"Libya"}),
    ("Sergei Shoigu proposed holding exercises with China and Iran.", "REQUEST", {"Sergei Shoigu"}, {"China", "Iran"}),
    ("Iran condemned a deal between Israel and Morocco.", "ACCUSE", {"Iran"}, {"Israel", "Morocco"}),
    ("Qatar hosted talks between Chad and Libya.", "CONSULT", {"Chad", "Libya"}, {"Qatar"}),
    ("Jordan broke off ties with Qatar after the Saudi boycott.", "SANCTION", {"Jordan"}, {"Qatar"}),
    ("The colony of Angola gained independence from Portugal in 1975.", "TRANSITION", {"Angola"}, {"Portugal"}),
    ("Russian missiles hit Kharkiv.", "ASSAULT", {"Russia"}, {"Ukraine"}),
    ("Xi Jinping praised Serbia during a visit to Belgrade.", "CONSULT", {"Xi Jinping"}, {"Serbia"}),
]

MANY: list[Case] = [
    ("Members of the African Union met. They praised Kenya.", "SUPPORT", {"African Union"}, {"Kenya"}),
    (
        "Danish sailors boarded the ship. They freed two Peruvians.",
        "RETREAT",
        {"Danish sailors"},
        {"Peruvian citizens"},
    ),
    (
        "Minister Penny Wong of Australia, Minister Retno Marsudi of Indonesia and Minister Nanaia Mahuta of Fiji met.",
        "CONSULT",
        {"Penny Wong", "Retno Marsudi", "Nanaia Mahuta"},
        set(),
    ),
]

WHOSE: list[Case] = [
    (
        "Lula and Maduro sat down in Lima with Boluarte between them.",
        "CONSULT",
        {"Luiz Inácio Lula da Silva", "Nicolás Maduro"},
        set(),
    ),
    (
        "Two Canadians, Mélanie Joly and Mark Carney, met Olaf Scholz.",
        "CONSULT",
        {"Mélanie Joly", "Mark Carney", "Olaf Scholz"},
        set(),
    ),
    ("Blinken offered Moldova the United States' help.", "AGREE", {"Antony Blinken"}, {"Moldova"}),
    ("Opposition leaders whom a court in Lusaka sentenced were freed.", "SANCTION", {"Zambia"}, {"Opposition leaders"}),
    ("Sweden condemned the execution of two Australians in Iran.", "ASSAULT", {"Iran"}, {"Australian citizens"}),
    ("Officers overthrew President Alpha Condé.", "TRANSITION", {"Guinean officers"}, {"Alpha Condé"}),
    ("Venezuela insulted Spain. King Felipe recalled his envoy.", "SANCTION", {"Felipe VI"}, {"Venezuela"}),
]

CASES = [*SHARED_HEADS, *PARTICIPLES, *REPRESENTATIVES, *POSSESSORS, *LIGHT_VERBS, *PASSIVES, *TARGETS, *MANY, *WHOSE]


@pytest.mark.parametrize(("text", "category", "actors", "recipients"), CASES)
def test_sentence_tells_both_sides(
    code: Code, text: str, category: str, actors: set[str], recipients: set[str]
) -> None:
    found = [event for event in code(text, "2022-06-15") if event.type == category]
    casts = [({p.name for p in e.actors}, {p.name for p in e.recipients}) for e in found]
    assert (actors, recipients) in casts
