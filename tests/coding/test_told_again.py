"""One happening told again in other words: by a noun, by the plan before it, without a name, as the same charge."""

from __future__ import annotations

import pytest

from summitry.annotation import load_annotator
from summitry.coding.recalling import recalls
from summitry.model import Document, Event

from .conftest import Code


def _of(events: tuple[Event, ...], category: str) -> list[Event]:
    return [event for event in events if event.type == category]


@pytest.mark.parametrize(
    ("text", "category", "count"),
    [
        (
            (
                "Turkey attacked Syria on Sunday. The strike was the third since May. "
                "Russia condemned the attack on Syria by Turkey."
            ),
            "ASSAULT",
            1,
        ),
        (
            (
                "Boris Nemtsov was shot dead in Moscow on Friday. The killing of Nemtsov shocked many. "
                "The murder of Boris Nemtsov was condemned by Barack Obama."
            ),
            "ASSAULT",
            1,
        ),
        (
            "Iran launched a satellite on Thursday. Britain imposed sanctions on Iran as punishment for its launch.",
            "MOBILIZE",
            1,
        ),
        ("Iran launched a satellite on Thursday. It had planned to launch a satellite for years.", "MOBILIZE", 1),
        ("Iran launched a satellite on Thursday. It plans to launch another satellite.", "MOBILIZE", 2),
        (
            (
                "Donald Trump withdrew the United States from the Paris accord on Thursday. Canada regretted Trump's "
                "decision to withdraw the United States from the accord."
            ),
            "SANCTION",
            1,
        ),
        (
            (
                "Iran detains Swedish tourist\n\nIran has detained a Swedish citizen, officials said on Sunday. "
                "A Swedish diplomat said the man was arrested in Iran on Saturday."
            ),
            "COERCE",
            1,
        ),
        (
            "Poland expelled three Russian diplomats on Monday. Poland expelled five Russian diplomats on Thursday.",
            "SANCTION",
            2,
        ),
    ],
)
def test_how_often_it_happened(code: Code, text: str, category: str, count: int) -> None:
    assert len(_of(code(text, "2017-06-04"), category)) == count


def test_charges_of_one_person_on_one_day_are_one(code: Code) -> None:
    text = (
        "Angela Merkel denounced the annexation of Crimea by Russia on Monday. "
        "On Monday Merkel also condemned Russia's support of the rebels."
    )
    assert len(_of(code(text, "2014-11-18"), "ACCUSE")) == 1


def test_a_protest_against_nothing_named_is_the_charge_told_before(code: Code) -> None:
    text = (
        "Japan condemned Russia's flight over Hokkaido on Friday. The government lodged a strong protest with Russia."
    )
    assert len([e for e in _of(code(text, "2018-11-24"), "ACCUSE") if "Japan" in {p.name for p in e.actors}]) == 1


def test_whoever_did_it_is_nobody_named_before(code: Code) -> None:
    text = "Ilham Aliyev vowed revenge against those who killed Vugar Hashimov."
    assert [{p.name for p in e.actors} for e in _of(code(text, "2014-01-12"), "ASSAULT")] == [{"Unknown"}]


def test_killed_in_the_attack_told_before(code: Code) -> None:
    text = "Israel bombed the airport of Damascus on Monday. Ali Reza Tavassoli was also killed in the strike."
    events = _of(code(text, "2015-03-02"), "ASSAULT")
    assert [{p.name for p in e.actors} for e in events] == [{"Israel"}, {"Israel"}]


def test_the_move_is_what_was_done_not_who_welcomed_it(code: Code) -> None:
    text = (
        "Egypt closed its border with Gaza on Monday. Benjamin Netanyahu praised Egypt. Jordan, too, welcomed the move."
    )
    event = _of(code(text, "2013-07-09"), "SUPPORT")[-1]
    assert ({p.name for p in event.actors}, {p.name for p in event.recipients}) == ({"Jordan"}, {"Egypt"})


def test_the_fuller_words_come_first(code: Code) -> None:
    text = "After the attack, Chad closed a road. Sudan attacked Chad with bombers on Monday."
    [event] = _of(code(text, "2008-02-06"), "ASSAULT")
    assert event.evidence[0].quote.startswith("Sudan attacked")


@pytest.mark.parametrize(
    ("text", "pointing"),
    [("Its launch failed.", True), ("The second launch failed.", False), ("Another launch failed.", False)],
)
def test_which_nouns_recall(text: str, pointing: bool) -> None:
    [annotation] = load_annotator().annotate([Document("d", text, ((0, len(text)),))])
    [noun] = [token for token in annotation.doc if token.text == "launch"]
    assert recalls(noun) == pointing


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Israel bombed a depot in Syria on Monday. Oman said little, but Egypt condemned the raid.", "Israel"),
        ("Israel killed Imad Mughniyeh on Monday. Egypt condemned the killing of Mughniyeh.", "Israel"),
        ("Gustavo Petro pulled Colombia out of a treaty. Iván Duque condemned the withdrawal.", "Gustavo Petro"),
        ("China vetoed a US-drafted resolution on Syria. France condemned the veto.", "China"),
    ],
)  # fmt: skip
def test_whose_deed_a_charge_recalls(code: Code, text: str, target: str) -> None:
    event = _of(code(text, "2023-02-14"), "ACCUSE")[-1]
    assert {p.name for p in event.recipients} == {target}


def test_who_drafts_something_is_not_its_target(code: Code) -> None:
    events = code("China vetoed a Mexican-drafted resolution on Syria.", "2023-02-14")
    assert "Mexico" not in {p.name for e in events for p in e.recipients if e.type == "COERCE"}


MALTA = "George H. W. Bush met Mikhail Gorbachev in Malta in December 1989."
HELSINKI = "George H. W. Bush met Mikhail Gorbachev in Helsinki in September 1990."


@pytest.mark.parametrize(("text", "counts"), [(f"{MALTA} {HELSINKI}", [1, 1]), (MALTA, [1, 2])])
def test_a_series_told_one_by_one_is_no_event_beside(code: Code, text: str, counts: list[int]) -> None:
    told = f"{text} The two summits between George H. W. Bush and Mikhail Gorbachev changed much."
    assert sorted(e.count for e in _of(code(told, ""), "CONSULT")) == counts


def test_the_year_of_a_treaty_is_not_that_of_leaving_it(code: Code) -> None:
    text = "Hassan Rouhani regretted the withdrawal of the United States from the 2015 accord."
    [event] = [e for e in code(text, "") if e.type in {"SANCTION", "RETREAT"}]
    assert event.interval is None


def test_who_asks_two_to_talk_is_no_party_to_the_talks(code: Code) -> None:
    text = "Antony Blinken urged Armenia and Azerbaijan to talk on Monday. The talks opened in Tirana in May."
    [event] = _of(code(text, "2023-05-31"), "CONSULT")
    assert {p.name for p in event.participants} == {"Armenia", "Azerbaijan"}
