"""Statements of one happening in a document are one event; evidence is verbatim."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summitry.coding import Coder
from summitry.model import Document, Interval

from .conftest import Code

REPORT = """Leaders of Egypt and Israel meet in Sharm el-Sheikh

SHARM EL-SHEIKH (Gulf Ledger) - Abdel Fattah el-Sisi met Naftali Bennett on Monday.

El-Sisi told reporters that the meeting with Bennett on Monday had been long.
"""


def test_headline_lead_and_retelling_are_one_event(code: Code) -> None:
    meetings = [e for e in code(REPORT, "2021-09-14") if e.type == "CONSULT"]
    assert len(meetings) == 1
    assert len(meetings[0].evidence) > 1
    assert str(meetings[0].interval and meetings[0].interval.first) == "2021-09-13"


def test_two_meetings_of_different_days_stay_two(code: Code) -> None:
    text = "Xi Jinping met Vladimir Putin on 5 June 2019. Xi Jinping met Vladimir Putin again on 13 November 2019."
    assert len([e for e in code(text, "2019-12-01") if e.type == "CONSULT"]) == 2


def test_different_weapons_are_different_acts(code: Code) -> None:
    text = "Pakistan conducted a nuclear test in May 1998. Pakistan launched a missile in April 1998."
    assert len([e for e in code(text, "1998-06-01") if e.type == "MOBILIZE"]) == 2


def test_measures_of_one_sentence_are_as_many_as_it_tells(code: Code) -> None:
    text = "Qatar cut off aid to Iran and suspended trade with Iran."
    assert len([e for e in code(text, "2016-01-05") if e.type == "SANCTION"]) == 2


def test_furniture_is_never_coded(coder: Coder) -> None:
    text = "Chad recalled its ambassador from Libya.\n\nComments\nbob: I heard that Iran invaded Iraq!"
    document = Document("d", text, ((0, text.index("\n")),), published=Interval.parse("2020-01-02"))
    (event,) = next(coder.code([document])).events
    assert event.type == "SANCTION"
    assert event.evidence[0].end <= document.article[0][1]


WORDS = st.lists(
    st.sampled_from(
        "Xi Jinping met Putin . the sanctions on Iran , “ ” ( ) - and Monday 1998 \n\n war between U.S. of to attacked "
        "North Korea's said will not visit Paris é 😀 \u200b".split(" ")
    ),
    max_size=60,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=WORDS)
def test_any_text_is_coded_with_exact_evidence(coder: Coder, words: list[str]) -> None:
    text = " ".join(words)
    article = ((0, len(text)),) if text else ()
    coded = next(coder.code([Document("d", text, article, published=Interval.parse("2019-06-19"))]))
    for event in coded.events:
        assert event.participants
        for evidence in event.evidence:
            assert text[evidence.start : evidence.end] == evidence.quote != ""


def test_same_text_same_events(coder: Coder) -> None:
    document = Document("d", REPORT, ((0, len(REPORT)),), published=Interval.parse("2021-09-14"))
    assert next(coder.code([document])) == next(coder.code([document]))
