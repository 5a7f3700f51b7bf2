"""Acts done by saying what others must do or have done, "we" in quotations, what words refer back to."""

from __future__ import annotations

import pytest

from .conftest import Code

Cast = tuple[set[str], set[str]]


def casts(code: Code, text: str, category: str, published: str = "2019-06-19") -> list[Cast]:
    found = (e for e in code(text, published) if e.type == category)
    return [({p.name for p in e.actors}, {p.name for p in e.recipients}) for e in found]


TOLD = [
    ("Norway said that Iran must free the sailors.", "REQUEST", {"Norway"}, {"Iran"}),
    ("The United Nations ordered Serbia to lift the siege.", "REQUEST", {"United Nations"}, {"Serbia"}),
    ("Ethiopia charged that Somalia had let rebels through.", "ACCUSE", {"Ethiopia"}, {"Somalia"}),
    (
        "Eritrea moved troops to Badme. Ethiopia said the move violated the treaty.",
        "ACCUSE",
        {"Ethiopia"},
        {"Eritrea"},
    ),
    ('"We call on Chad to open the border," said Libya\'s foreign ministry.', "REQUEST", {"Libya"}, {"Chad"}),
    ("Kenya shelled Kismayo. Somalia responded with a barrage of artillery.", "ASSAULT", {"Kenya"}, {"Somalia"}),
    (
        "Belgium expelled two Malian envoys on Friday. Mali called the move an act of war and recalled its ambassador.",
        "ACCUSE",
        {"Mali"},
        {"Belgium"},
    ),
    ("Iran said that it would launch a strike on Israel and Jordan.", "ASSAULT", {"Iran"}, {"Israel", "Jordan"}),
    ("Georgia blames the shelling on Russia.", "ACCUSE", {"Georgia"}, {"Russia"}),
]


@pytest.mark.parametrize(("text", "category", "actors", "recipients"), TOLD)
def test_who_says_it_of_whom(code: Code, text: str, category: str, actors: set[str], recipients: set[str]) -> None:
    assert (actors, recipients) in casts(code, text, category)


MORE = [
    ("Every Nordic country except Denmark signed the accord with Chile.", "SUPPORT", "Denmark", False),
    ("The pilot of a Turkish plane was shot down over Latakia by Syrian soldiers.", "ASSAULT", "Turkey", True),
    ("Russia is engaged in an unprovoked war on Georgia.", "ASSAULT", "Georgia", True),
    ("Nepal offered its condolences to the families in Bhutan.", "SUPPORT", "Nepal", False),
    ("Nepal offered its condolences to the families in Bhutan.", "AGREE", "Nepal", False),
    ("Iran built missiles capable of striking Cyprus.", "ASSAULT", "Cyprus", False),
    ("Iran said it would act if it saw signs that Omani troops were invading Qatar.", "ASSAULT", "Qatar", False),
    ("Chad warned of an attack on Niger.", "ASSAULT", "Niger", False),
    ("Iran has condemned the drills staged by Oman and Qatar.", "COOPERATE", "Iran", False),
    ("Iran has condemned the drills staged by Oman and Qatar.", "COOPERATE", "Oman", True),
    ("Fiji does not believe that Tonga has launched a rocket.", "MOBILIZE", "Tonga", False),
    ("Inviting Fiji would show that the forum is open.", "REQUEST", "Fiji", False),
]


@pytest.mark.parametrize(("text", "category", "name", "there"), MORE)
def test_who_is_in_an_act_and_who_is_not(code: Code, text: str, category: str, name: str, there: bool) -> None:
    found = {n for actors, recipients in casts(code, text, category) for n in actors | recipients}
    assert (name in found) is there


def test_talks_that_go_on_are_of_these_days(code: Code) -> None:
    text = "Peru condemns the raid. We are closely coordinating our answer with Chile."
    (talks,) = [e for e in code(text, "2019-06-19") if e.type == "CONSULT"]
    assert talks.interval is not None
    assert talks.interval.iso() == ("2019-06-01", "2019-06-19")


def test_an_envoy_is_of_the_other_state(code: Code) -> None:
    text = "Chile and Japan opened ties in 1897. Ramon Sotomayor presented his credentials to the Government of Japan."
    told = [e for e in code(text, "") if e.type == "CONSULT"]
    assert {p.state for e in told for p in e.actors} == {"CHL"}


def test_nobody_demands_of_oneself(code: Code) -> None:
    assert not casts(code, "China said that China must grow faster.", "REQUEST")


def test_a_violation_that_nobody_tells_is_no_accusation(code: Code) -> None:
    assert not casts(code, "The launch violated the treaty with Chile.", "ACCUSE")


def test_an_answer_after_a_test_is_no_test_of_those_who_answer(code: Code) -> None:
    text = "France tested a nuclear device on Monday. Chile and Peru are seeking sanctions following the nuclear test."
    assert {frozenset(actors) for actors, _ in casts(code, text, "MOBILIZE", "1995-09-06")} == {frozenset({"France"})}


def test_a_date_right_before_the_verb_is_that_of_the_verb(code: Code) -> None:
    text = "Spain on Wednesday suspended trade with Morocco as punishment for a raid last month."
    found = [e for e in code(text, "2019-06-21") if e.type == "SANCTION"]
    assert [str(e.interval and e.interval.first) for e in found] == ["2019-06-19"]


def test_what_somebody_calls_a_thing_is_the_thing(code: Code) -> None:
    text = "Japan and India stage what they call annual war games."
    assert ({"Japan", "India"}, set()) in casts(code, text, "COOPERATE")
    assert not casts(code, text, "ACCUSE")


def test_killed_in_a_strike_by_those_whose_strike_it_is(code: Code) -> None:
    text = "Three people are killed and six are injured in an Ethiopian strike on Mekelle, Ethiopia."
    assert casts(code, text, "ASSAULT") == [({"Ethiopia"}, set())]
    text = "Three people were killed and six were injured in a Saudi missile strike on Sanaa, Yemen."
    assert ({"Saudi Arabia"}, {"Yemen"}) in casts(code, text, "ASSAULT")


def test_what_is_ruled_out_does_not_happen(code: Code) -> None:
    assert not casts(code, "Ulf Kristersson ruled out Sweden joining the war bloc CSTO.", "SUPPORT")


def test_items_of_a_day_do_not_lend_one_another_their_actors(code: Code, coder: object) -> None:
    from summitry.coding import Coder
    from summitry.model import Document, Interval

    assert isinstance(coder, Coder)
    text = "Peru expels the ambassador of Chile.\nKenya admits that it held a smuggler.\n"
    page = Document("d", text, ((0, len(text)),), "Events of 2019 June 19", Interval.parse("2019-06-19"))
    (admitted,) = [e for e in next(coder.code([page])).events if e.type == "CONCEDE"]
    assert {p.state for p in admitted.participants} == {"KEN"}


def test_a_joint_statement_speaks_for_all_who_issue_it(code: Code) -> None:
    text = (
        "The following is a joint statement by the governments of Peru, Chile, and Ecuador.\n\n"
        "We condemn the arrest of the mayors in Bolivia."
    )
    assert any(actors == {"Peru", "Chile", "Ecuador"} for actors, _ in casts(code, text, "ACCUSE"))


ISSUED = [
    ("Joint statement by Chile and the African Union on Sudan", "", {"Chile", "African Union"}),
    ("On the border incident of Monday", "Ministry of Foreign Affairs, Government of Peru\n\n", {"Peru"}),
    ("Press conference of Foreign Minister Sergei Lavrov on Sudan", "", {"Russia"}),
]


@pytest.mark.parametrize(("title", "letterhead", "issuers"), ISSUED)
def test_the_head_of_a_release_tells_who_we_are(code: Code, title: str, letterhead: str, issuers: set[str]) -> None:
    acts = "Sudan shut its border. Sudan held two drivers. Sudan is silent."
    text = f"{title}\n\n{letterhead}{acts}\n\nWe condemn the arrest of the mayors in Sudan."
    assert any(actors == issuers for actors, _ in casts(code, text, "ACCUSE"))


@pytest.mark.parametrize(
    "text", ["Wang Yi spoke by telephone to Hakan Fidan on Monday.", "Wang Yi and Hakan Fidan met virtually on Monday."]
)
def test_a_talk_at_a_distance_is_a_call(code: Code, text: str) -> None:
    assert [e.mode for e in code(text, "2024-05-08") if e.type == "CONSULT"] == ["phone"]


NOBODY = [
    "Fiji was invited to the talks in Suva.",
    "The White House is committed.",
    "To mark the 200th anniversary of its independence, Peru held a parade.",
]


def test_words_that_nobody_says_are_no_act(code: Code) -> None:
    for text in NOBODY:
        assert not [e for e in code(text) if e.type in {"REQUEST", "AGREE", "ACCUSE"}]


def test_a_launch_that_fails_is_one(code: Code) -> None:
    (launch,) = [e for e in code("Iran tried but failed to launch a missile on Monday.") if e.type == "MOBILIZE"]
    assert launch.status == "occurred"


def test_an_anniversary_dates_no_act(code: Code) -> None:
    text = "To honour the 30th anniversary of the fall of the shah, Iran launched a satellite."
    (launch,) = [e for e in code(text, "2009-02-03") if e.type == "MOBILIZE"]
    assert launch.interval is not None
    assert launch.interval.iso() == ("2009-02-03", "2009-02-03")


def test_a_relative_clause_is_of_its_noun(code: Code) -> None:
    text = "A Kenyan official spoke of a country that conducted a nuclear test this year."
    assert not casts(code, text, "MOBILIZE")
