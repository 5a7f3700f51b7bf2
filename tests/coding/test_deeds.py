"""Acts done in deed: the words that tell them, the modes, and what is only thought of."""

from __future__ import annotations

import pytest

from .conftest import Code

DEEDS = [
    ("North Korea sent a salvo of rockets into the Yellow Sea.", "MOBILIZE", "weapons"),
    ("India put a satellite into orbit in 1980.", "MOBILIZE", "weapons"),
    ("A North Korean missile flew over Hokkaido in August 2017.", "MOBILIZE", "weapons"),
    ("Seoul detected a missile launch from North Korea.", "MOBILIZE", "weapons"),
    ("Pakistan has tested nuclear devices before; it conducted its sixth test in May 1998.", "MOBILIZE", "weapons"),
    ("Russia moved missiles to Kaliningrad in 2016.", "MOBILIZE", "weapons"),
    ("China held naval drills around Taiwan in August 2022.", "MOBILIZE", "troops"),
    ("Kim Jong Un inspected an artillery drill.", "MOBILIZE", "troops"),
    ("France toughened its sanctions on Mali.", "COERCE", "restrict"),
    ("Canada issued new sanctions against Belarus.", "COERCE", "restrict"),
    ("The treaty of Versailles banned Germany from building submarines.", "COERCE", "ban"),
    ("The British occupation of Egypt began in 1882.", "COERCE", "seize"),
    ("Brittney Griner was being held in Russia.", "COERCE", "arrest"),
    ("Alexei Navalny remained in custody in Russia.", "COERCE", "arrest"),
    ("The capture of Saddam Hussein by American soldiers was announced on Sunday.", "COERCE", "arrest"),
    ("Syria responded with violence in 2011.", "ASSAULT", ""),
    ("Yugoslavia descended into war in 1991.", "ASSAULT", ""),
    ("Israel shot down a Syrian jet in 2014.", "ASSAULT", ""),
    ("Iraq stepped up its aggression against Iran.", "ASSAULT", ""),
    ("Egypt received American support in 1979.", "AID", ""),
    ("Germany admitted 60 defectors from Belarus.", "AID", ""),
    ("Norway invested 2 million kroner and dollars in Latvia.", "COOPERATE", ""),
    ("Mao Zedong proclaimed the establishment of the People's Republic of China in 1949.", "TRANSITION", ""),
    ("Douglas MacArthur took charge of the occupation forces.", "TRANSITION", ""),
    ("The Embassy in Riga was opened in 1991 with William Burns as Chargé d'Affaires.", "TRANSITION", ""),
    ("The United States eased the export restrictions against Sudan.", "RETREAT", ""),
    ("Lisbon decided to withdraw its troops from Angola.", "RETREAT", "withdraw"),
    ("Soviet tanks rolled into Prague.", "MOBILIZE", "troops"),
    ("Hungarian forces seized control of the town of Komarno in Slovakia.", "COERCE", "seize"),
    ("Turkey shut down the office of a Kurdish newspaper.", "COERCE", "restrict"),
    ("Belarus diverted a Greek flight to Minsk.", "COERCE", "seize"),
    ("Hackers stole data from the ministry of Estonia.", "COERCE", "cyber"),
    ("Ho Chi Minh was placed under arrest in China.", "COERCE", "arrest"),
    ("The United States put Cuba on its blacklist.", "COERCE", "restrict"),
    ("Washington removed Sudan from the list in 2020.", "RETREAT", ""),
    ("Spain returned the archive to France.", "RETREAT", "return"),
    ("Iraq used chemical weapons against Iran.", "ASSAULT", "unconventional"),
    ("Russia launched 60 drones at Ukraine.", "ASSAULT", "drone"),
    ("Turkey backed Azerbaijan with drones and weapons.", "AID", ""),
    ("Norway sent medical teams to Sierra Leone.", "AID", ""),
    ("Egypt purchased arms from Czechoslovakia.", "COOPERATE", ""),
    ("Thai and American marines took part in an exercise.", "COOPERATE", ""),
    ("Czechoslovakia split into two states in 1993.", "TRANSITION", ""),
    ("Mass protests erupted across Iran.", "PROTEST", ""),
    ("Demonstrators clashed with police in Belgrade, Serbia.", "PROTEST", ""),
    ("Israel withdrew in March 1957.", "RETREAT", "withdraw"),
    ("Lebanon signed an armistice with Israel in 1949.", "RETREAT", "ceasefire"),
    ("Russia and Ukraine exchanged a group of prisoners.", "RETREAT", "release"),
    ("Georgia defended itself against Russia's invasion.", "ASSAULT", ""),
    ("A Polish court jailed a Belarusian agent.", "SANCTION", "convict"),
    ("The poet Galal El-Behairy was given three years in prison by an Egyptian court.", "SANCTION", "convict"),
    ("Vietnam gave Pham Doan Trang nine years in jail.", "SANCTION", "convict"),
    ("Ekrem Imamoglu got two years in prison in Turkey.", "SANCTION", "convict"),
    ("Thein Sein received a suspended sentence in Myanmar.", "SANCTION", "convict"),
    ("Iran executed the boxer Mohammad Mehdi Karami in January.", "ASSAULT", "execute"),
    ("Vietnam executed the smuggler Nguyen Van Hoa.", "ASSAULT", "execute"),
    ("Ecuador declined to rule out an expulsion of the Mexican ambassador.", "THREATEN", "expel"),
    ("The Armed Islamic Group handed over two policemen to Mauritania.", "RETREAT", "return"),
    ("Estonia ordered a Russian consul to leave by Friday.", "SANCTION", "expel"),
    ("Portugal sent 120 police officers to Timor-Leste.", "MOBILIZE", "police"),
    ("Fiji dispatched police to the Solomon Islands.", "MOBILIZE", "police"),
    ("Civil war broke out in Greece in 1946.", "ASSAULT", ""),
    ("Eritrean forces committed atrocities in Tigray.", "ASSAULT", ""),
    ("The Soviet Union absorbed Estonia in 1940.", "COERCE", "seize"),
    ("Moscow placed rockets in Bulgaria.", "MOBILIZE", "weapons"),
    ("Poland has welcomed a million Ukrainian refugees.", "AID", ""),
    ("Canada is proud to announce 20 million dollars in aid for Haiti.", "AID", ""),
    ("London congratulated Lula da Silva on his election as president of Brazil.", "TRANSITION", ""),
    ("The military takeover in Sudan shocked its neighbours.", "TRANSITION", ""),
    ("Khrushchev was removed as First Secretary in October 1964.", "TRANSITION", ""),
]


@pytest.mark.parametrize(("text", "category", "mode"), DEEDS)
def test_deed_is_read(code: Code, text: str, category: str, mode: str) -> None:
    assert mode in [event.mode for event in code(text, "") if event.type == category]


THOUGHT_OF = [
    "Moscow called the manoeuvres a rehearsal for an invasion of Kaliningrad.",
    "Tehran saw the flight as a pretext for an attack on Iran.",
    "An Israeli strike on Iran that would end its enrichment is unlikely.",
    "Any further Russian attack on Ukraine would meet a swift response.",
    "Poland strengthened its defences against a Russian invasion.",
    "Finland published a list aiming to restrict Russia.",
    "The agents travelled to Havana with the intent of killing Castro.",
    "Paris had hopes that Algeria would release the hostages.",
    "Tension rises when Seoul and Washington hold joint drills.",
    "Once Turkey deploys missiles in Cyprus, Greece will answer.",
    "Japan has no plan to deploy missiles on Okinawa.",
    "Iran trained for a blockade of the Strait of Hormuz.",
    "Iran warned that it might attack Israel.",
    "Chad executed the plan of the African Union, and its generals executed a flawless manoeuvre.",
    "Pyongyang has used nuclear tests as bargaining chips.",
]


@pytest.mark.parametrize("text", THOUGHT_OF)
def test_what_is_only_thought_of_is_no_deed(code: Code, text: str) -> None:
    deeds = {"ASSAULT", "COERCE", "COOPERATE", "MOBILIZE", "RETREAT"}
    assert not [event for event in code(text, "2021-03-04") if event.type in deeds and event.status != "planned"]


NOBODYS = [
    "An earthquake strikes Herat in Afghanistan, killing 800 people.",
    "A plane crashes near Aktau in Kazakhstan, killing 38 people.",
    "Two Indian ministers were killed in a helicopter crash in Nepal.",
    "A fire in a hotel in Turkey kills 76 guests.",
    "Argentina defeated France in the final on penalties.",
    "Iran's rial has lost its worth under sanctions, and sanctions have not stopped its centrifuges.",
    "If Serbia mobilises, it will face sanctions.",
]


@pytest.mark.parametrize("text", NOBODYS)
def test_disasters_games_and_states_of_things_are_no_deeds(code: Code, text: str) -> None:
    deeds = {"ASSAULT", "COERCE"}
    assert not [e for e in code(text, "2021-03-04") if e.type in deeds and e.status == "occurred"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norway and Sweden discussed deploying fighter jets to Gotland.", "possible"),
        ("Iran attempted to launch a satellite.", "occurred"),
        ("The attempt by Iran to launch a satellite failed.", "occurred"),
        ("Kyiv has a plan for deploying missiles near Kherson.", "planned"),
        ("Iran ordered the test of a new missile.", "planned"),
        ("The Iranian missile test could be a violation of the accord.", "occurred"),
        ("Moscow will begin to deploy missiles in Belarus.", "planned"),
    ],
)
def test_what_is_talked_of_or_tried(code: Code, text: str, status: str) -> None:
    assert [e.status for e in code(text, "2021-03-04") if e.type == "MOBILIZE"] == [status]


def test_joint_drills_stay_cooperation(code: Code) -> None:
    assert {e.type for e in code("Japan and India held naval drills off Chennai in 2018.")} == {"COOPERATE"}


@pytest.mark.parametrize(
    "text",
    [
        "Russia must end its occupation of Crimea.",
        "We urge Serbia to lift its blockade of Kosovo.",
        "An end to Russia's war against Georgia is overdue.",
    ],
)
def test_what_must_stop_goes_on(code: Code, text: str) -> None:
    assert "ongoing" in [e.status for e in code(text, "2021-03-04") if e.type in {"ASSAULT", "COERCE"}]


def test_what_was_ended_does_not_go_on(code: Code) -> None:
    events = code(
        "Serbia ended its siege of Sarajevo in 1996. Unless China ends its blockade of Taiwan, trade will fall."
    )
    assert not [e for e in events if e.status == "ongoing"]


def test_attempts_are_counted(code: Code) -> None:
    text = "Brazil failed in three attempts to launch a rocket."
    assert [e.count for e in code(text) if e.type == "MOBILIZE"] == [3]


def test_row_of_acts_shares_its_owner(code: Code) -> None:
    text = "The council met in Geneva after Iran's missile test in May and a satellite launch in June."
    acts = [e for e in code(text, "2019-07-01") if e.type == "MOBILIZE"]
    assert [{p.name for p in e.actors} for e in acts] == [{"Iran"}, {"Iran"}]


def test_relative_clause_reaches_over_who_said_so(code: Code) -> None:
    (event,) = [
        e for e in code("The bomb that Pakistan said it tested in May 1998 was small.", "") if e.type == "MOBILIZE"
    ]
    assert event.interval is not None
    assert event.interval.iso() == ("1998-05", "1998-05")


def test_act_that_a_clause_gives_a_day_to_come_is_planned(code: Code) -> None:
    text = "Beijing criticised the annual U.S.-South Korean military drills, which were set to start on Friday."
    assert [e.status for e in code(text, "2021-03-04") if e.type == "COOPERATE"] == ["planned"]


@pytest.mark.parametrize(
    "text",
    [
        "Armenia and Azerbaijan agreed to a ceasefire.",
        "Poland raised its alert level on Monday, ordering its troops to the border.",
    ],
)
def test_one_act_told_by_two_words_is_one(code: Code, text: str) -> None:
    assert len(code(text, "2021-03-04")) == 1


def test_noun_that_a_later_verb_tells_is_no_second_act(code: Code) -> None:
    text = "British sanctions on Zimbabwe were imposed in 2002."
    assert len([e for e in code(text, "") if e.type == "COERCE"]) == 1


def test_missile_fired_goes_on_as_the_same_launch(code: Code) -> None:
    text = (
        "Iran fired a ballistic missile on Monday. The missile was fired from Semnan on Monday, Fars reported. "
        "The projectile fired by Iran on Monday fell into the desert."
    )
    assert len([e for e in code(text, "2019-02-05") if e.type == "MOBILIZE"]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "A bomb exploded in a market in Quetta, Pakistan, killing nine people.",
        "Turkish jets bombed a camp in Iraq and killed three guerrillas.",
        "North Korea shelled Yeonpyeong Island in November 2010. Two marines and two civilians were killed.",
    ],
)
def test_assault_and_its_toll_are_one_act(code: Code, text: str) -> None:
    assert len([e for e in code(text, "2010-12-01") if e.type == "ASSAULT"]) == 1


def test_two_assaults_of_a_sentence_stay_two(code: Code) -> None:
    text = "Hamas attacked Israel on Monday, and Israel bombed a tunnel in Gaza on Tuesday."
    assert len([e for e in code(text, "2018-05-30") if e.type == "ASSAULT"]) == 2


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("A Ukrainian drone hit a refinery in Ryazan, Russia.", "drone"),
        ("Four policemen were killed in an air strike in Idlib, Syria.", "aerial"),
        ("A suicide bombing killed twelve people in Kabul, Afghanistan.", "suicide-attack"),
        ("Saudi Arabia was attacked by Houthi forces with missiles.", "heavy-weapons"),
        ("Two tourists were killed in a shooting in Tunisia.", "firearms"),
        ("Turkey attacked two Syrian helicopters.", ""),
    ],
)
def test_means_tell_the_mode(code: Code, text: str, mode: str) -> None:
    assert mode in [event.mode for event in code(text) if event.type == "ASSAULT"]


def test_count_of_people_let_in_counts_no_acts(code: Code) -> None:
    assert [e.count for e in code("Kenya admitted 90 refugees from Sudan.") if e.type == "AID"] == [1]


def test_what_was_waged_is_over_though_undated(code: Code) -> None:
    (event,) = [e for e in code("Prussia led its allies in the occupation of France.", "") if e.type == "COERCE"]
    assert event.status == "occurred"


def test_new_sanctions_and_those_in_force_for_years_are_two(code: Code) -> None:
    text = (
        "UN imposes new sanctions on Libya\n\nThe UN Security Council imposed new sanctions on Libya on Wednesday. "
        "Libya has been under U.N. sanctions since 2004."
    )
    events = [e for e in code(text, "2011-03-18") if e.type == "COERCE"]
    assert [(e.status, len(e.evidence)) for e in events] == [("occurred", 2), ("ongoing", 1)]


def test_series_of_launches_is_not_the_last_of_them(code: Code) -> None:
    text = "Iran fired a missile on Monday. Iran has fired several missiles this year."
    assert len([e for e in code(text, "2016-03-09") if e.type == "MOBILIZE"]) == 2


def test_salvo_at_a_state_is_an_assault(code: Code) -> None:
    text = "Iran fires 100 ballistic missiles at Israel, injuring sixty people in Haifa."
    assert [e.type for e in code(text, "2025-06-14")] == ["ASSAULT"]


def test_advance_that_an_attack_makes_is_no_second_act(code: Code) -> None:
    text = "Egyptian forces attacked Israel on October 6, 1973, advancing into the Sinai."
    assert "MOBILIZE" not in {e.type for e in code(text, "")}


def test_a_truce_that_is_signed_is_one_act(code: Code) -> None:
    events = code("Senegal and the rebels of Casamance signed a truce in December 2004.", "")
    assert [event.type for event in events] == ["RETREAT"]
