"""Help given, trade, withdrawals and offices: one sentence of our own a construction, about real events."""

from __future__ import annotations

import pytest

from .conftest import Code

TELLING = [
    # AID
    ("Japan gave Turkey ten ambulances after the earthquake.", "AID", "JPN", "TUR"),
    ("Poland handed Ukraine fourteen tanks in 2023.", "AID", "POL", "UKR"),
    ("China lent Angola two billion dollars in 2004.", "AID", "CHN", "AGO"),
    ("Russia wrote off eleven billion dollars that North Korea had owed.", "AID", "RUS", "PRK"),
    ("Germany increased its aid to Jordan in 2016.", "AID", "DEU", "JOR"),
    ("Qatar paid the salaries of the Palestinian Authority.", "AID", "QAT", "PSE"),
    ("Lebanon took in Syrian refugees by the hundred thousand.", "AID", "LBN", "SYR"),
    ("Israel treated wounded Syrian fighters in Safed.", "AID", "ISR", "SYR"),
    ("Kenya announced a package of food aid to Somalia.", "AID", "KEN", "SOM"),
    ("A loan from South Africa to Eswatini followed in 2011.", "AID", "ZAF", "SWZ"),
    ("Iran shipped thousands of rockets to Lebanon.", "AID", "IRN", "LBN"),
    ("The United States airdropped meals over Gaza.", "AID", "USA", ""),
    ("Jordanian nurses treated Libyan patients in Misrata.", "AID", "JOR", "LBY"),
    ("Canada granted visas to Afghan interpreters.", "AID", "CAN", "AFG"),
    ("Kenya handed out maize to Somali refugees.", "AID", "KEN", ""),
    ("Saudi Arabia deposited two billion dollars in Yemen's central bank.", "AID", "SAU", "YEM"),
    (
        "The Security Council authorized the deployment of a force to Haiti.",
        "AID",
        "UNITED-NATIONS-SECURITY-COUNCIL",
        "HTI",
    ),
    # COOPERATE
    ("Algeria resumed gas deliveries to Morocco.", "COOPERATE", "DZA", "MAR"),
    ("Kenya and Uganda jointly surveyed the lake.", "COOPERATE", "KEN", "UGA"),
    ("Norway and Russia fished for cod together.", "COOPERATE", "NOR", "RUS"),
    ("Chadian soldiers hunted the gunmen alongside Nigerian soldiers.", "COOPERATE", "TCD", "NGA"),
    ("Japan sold Ukraine its gas turbines.", "COOPERATE", "JPN", "UKR"),
    ("India bought crude from Russia throughout 2023.", "COOPERATE", "IND", "RUS"),
    ("Cuba traded doctors with Venezuela for oil.", "COOPERATE", "CUB", "VEN"),
    ("Mossad passed intelligence on the plot to Denmark.", "COOPERATE", "ISR", "DNK"),
    ("Colombia turned the fugitive over to the United States.", "COOPERATE", "COL", "USA"),
    ("Finland shared its radar data with Sweden.", "COOPERATE", "FIN", "SWE"),
    ("Sweden ran a drill with Finland in the Gulf of Bothnia.", "COOPERATE", "SWE", "FIN"),
    ("Brazil built the transport aircraft with Portugal.", "COOPERATE", "BRA", "PRT"),
    ("Intelligence sharing between Norway and Sweden began in 1952.", "COOPERATE", "NOR", "SWE"),
    ("Romania let the United States use the base at Constanta.", "COOPERATE", "ROU", "USA"),
    ("In cooperation with the Soviet Union, Egypt built the Aswan High Dam.", "COOPERATE", "EGY", "SUN"),
    ("With the help of Pakistani agents, the CIA captured the planner in Rawalpindi.", "COOPERATE", "USA", "PAK"),
    # RETREAT
    ("France withdrew its last soldiers from Mali in 2022.", "RETREAT", "FRA", "MLI"),
    ("Vietnamese troops left Cambodia in 1989.", "RETREAT", "VNM", "KHM"),
    ("The withdrawal of Soviet troops from Hungary ended in 1991.", "RETREAT", "SUN", "HUN"),
    ("Iran let the American hikers go in 2011.", "RETREAT", "IRN", "USA"),
    ("North Korea handed over the remains of American soldiers in 2018.", "RETREAT", "PRK", "USA"),
    ("Azerbaijan and Armenia stopped shelling on Thursday.", "RETREAT", "AZE", "ARM"),
    ("The United States lifted its controls on travel to Cuba.", "RETREAT", "USA", "CUB"),
    ("Syria let United Nations inspectors into Ghouta in 2013.", "RETREAT", "SYR", ""),
    ("Iraq granted access to United Nations inspectors in 2002.", "RETREAT", "IRQ", ""),
    ("India removed Bangladesh from its blacklist.", "RETREAT", "IND", "BGD"),
    ("UNESCO's inspectors left; Syria let the nurses go in May.", "RETREAT", "SYR", ""),
    ("Ethiopia withdrew thousands of its troops from Somalia.", "RETREAT", "ETH", "SOM"),
    ("Iran freed 11 of its prisoners.", "RETREAT", "IRN", ""),
    ("An Egyptian court ordered the release of the Canadian journalist.", "RETREAT", "EGY", ""),
    ("The United States lowered its tariffs on Chinese steel.", "RETREAT", "USA", "CHN"),
    ("Germany returned dozens of artefacts to Nigeria.", "RETREAT", "DEU", "NGA"),
    # TRANSITION
    ("Narendra Modi was elected leader in 2014.", "TRANSITION", "IND", ""),
    ("Emmanuel Macron removed Michel Barnier.", "TRANSITION", "FRA", "FRA"),
    ("Lula ended four years of rule by Jair Bolsonaro.", "TRANSITION", "BRA", ""),
    ("Wang Yi was appointed foreign minister by the National People's Congress.", "TRANSITION", "CHN", ""),
    ("Salvador Allende was forced from power in 1973.", "TRANSITION", "CHL", ""),
    ("Joe Biden beat Donald Trump by seven million votes.", "TRANSITION", "USA", "USA"),
    ("Lula won a third term in October 2022.", "TRANSITION", "BRA", ""),
    ("Rishi Sunak took over from Liz Truss in October 2022.", "TRANSITION", "GBR", "GBR"),
    ("Eritrea separated from Ethiopia in May 1993.", "TRANSITION", "ERI", "ETH"),
    ("Mubarak's downfall came on 11 February 2011.", "TRANSITION", "EGY", ""),
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
