"""What words leave open contradicts nothing; what they single out is looked for first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checking.making import RECORD, check, claim, days, incident, other, window


@pytest.mark.parametrize(
    ("words", "word"),
    [("meetings", "contradicted"), ("official meetings", "not in record"), ("secret meetings", "not in record")],
)
def test_too_many_contradict_only_where_no_word_leaves_some_out(words: str, word: str) -> None:
    made = claim("count", f"They held two {words} in 2018.", "Kim Xi", "2", words=words, window=window("2018", "2018"))
    assert check(made).word == word


@pytest.mark.parametrize(
    ("words", "word"), [("official meetings", "contradicted"), ("secret meetings", "not in record")]
)
def test_none_that_was_official_is_none_at_all_of_those_in_office(words: str, word: str) -> None:
    made = claim("count", f"There were no {words} in 2018.", "Kim Xi", "0", words=words, window=window("2018", "2018"))
    assert check(made).word == word


def test_too_few_are_too_few_official_ones_all_the_more() -> None:
    text = "They held five official meetings in 2018."
    made = claim("count", text, "Kim Xi", "5", words="official meetings", window=window("2018", "2018"))
    assert check(made).word == "contradicted"


def test_rounds_of_talks_are_a_series_that_the_record_does_not_tell() -> None:
    text = "Their second round of talks ended on June 19, 2018."
    assert check(claim("ordinal", text, "Kim Xi", "2", words="round")).word == "not in record"
    assert check(claim("ordinal", text.replace("round of talks", "meeting"), "Kim Xi", "2")).word == "contradicted"


def test_the_talks_of_six_are_no_visit_about_them() -> None:
    six = incident("2004-06-23", "PRK CHN", mode="multilateral", sentence="The six parties met in Beijing.")
    about = incident("2003-10-29", "CHN", "PRK", sentence="An envoy spoke of the Six-Party Talks.")
    made = claim("count", "There was one meeting of the six-party talks.", "PRK CHN", "1", words="six-party talks")
    assert days(check(made, record=(*RECORD, six, about))) == ["2004-06-23"]


def test_an_interval_counts_from_the_act_of_that_number() -> None:
    made = claim(
        "interval",
        "Trump saw Kim fourteen months after the first summit.",
        "Kim Trump",
        "14 months",
        words="summit",
        other=other("Kim Moon", words="first summit"),
    )
    assert days(check(made)) == ["2018-04-27", "2019-06-30"]


def test_the_third_this_year_is_the_one_that_the_article_reports() -> None:
    made = claim("ordinal", "It was their fourth.", "Kim Xi", "4", window=window("2018", "2018"))
    assert check(made, "2018-06-22").word == "contradicted"
    assert check(made, "2018-08-22").word == "not in record"


def test_who_is_met_far_oftener_than_all_others_leads_whatever_the_record_lacks() -> None:
    crowd = tuple(incident(f"2018-0{m}-0{d}", "Moon", "Trump") for m in range(1, 10) for d in range(1, 9))
    led = (*RECORD, *crowd, *(incident(f"2017-0{m}-01", "Xi", "Putin") for m in range(1, 8)))
    made = claim("rank", "Xi met Putin more often than any other leader.", "Xi Putin", "most", level="leader")
    assert check(made, record=led).word == "supported"


def test_a_state_is_the_one_that_lived_in_the_window() -> None:
    visit = incident("1984-05-23", "Kim", "SUN")
    made = claim("count", "They met once.", "Kim RUS", "1", window=window("1980", "1989"))
    assert check(made, record=(*RECORD, visit)).word == "supported"


@pytest.mark.parametrize(
    ("unread", "word"),
    [((), "contradicted"), (("on margins",), "not in record"), (("historic",), "contradicted")],
)
def test_words_that_no_field_holds_keep_too_many_from_contradicting(unread: tuple[str, ...], word: str) -> None:
    made = claim(
        "count", "They held two meetings in 2018.", "Kim Xi", "2", unread=unread, window=window("2018", "2018")
    )
    assert check(made).word == word


def test_the_office_asked_for_is_no_word_left_open() -> None:
    text = "It was the first visit by a Chinese president to North Korea."
    made = claim(
        "first", text, "CHN PRK", "first", mode="visit", subject_role="actor", words="visit", unread=("president",)
    )
    assert check(made).word == "contradicted"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Xi paid two visits to North Korea.", "contradicted"),
        ("Xi paid two visits to North Korea, not counting the one of June.", "not in record"),
        ("Xi paid two visits to North Korea as foreign minister.", "not in record"),
        ("Xi paid two visits to North Korea under Kim Jong Un.", "not in record"),
    ],
)
def test_words_behind_a_count_that_bound_it_keep_too_many_from_contradicting(text: str, word: str) -> None:
    more = [incident(f"201{n}-05-01", "Xi", "PRK") for n in range(3, 6)]
    made = claim("count", text, "Xi PRK", "2", quote="two visits", mode="visit", subject_role="actor", words="visits")
    assert check(made, record=(*RECORD, *more)).word == word


def test_as_president_counts_what_one_did_in_that_office() -> None:
    before = incident("2016-03-01", "Moon", "PRK")
    envoy = replace(before.participants[0], office="Chief of Staff")
    record = (*RECORD, replace(before, participants=(envoy, before.participants[1])))
    text = "It was Moon's first visit to North Korea as president."
    made = claim("first", text, "Moon PRK", "first", mode="visit", subject_role="actor", words="visit")
    assert check(made, "2018-05-30", record=record).word == "supported"


def test_a_series_of_three_is_none_that_a_record_tells_from_meetings_of_three() -> None:
    meetings = [incident(f"20{n:02}-05-01", "CHN KOR PRK", mode="multilateral") for n in range(10, 15)]
    made = claim("ordinal", "It was the third summit of the three, in May 2014.", "CHN KOR PRK", "3", words="summit")
    assert check(made, record=(*RECORD, *meetings)).word == "not in record"


def test_a_first_that_only_dates_something_is_the_first_there_was() -> None:
    text = "It was the sharpest answer since the first test."
    made = claim("first", text, "PRK", "first", quote="first test", type="MOBILIZE", mode="weapons", words="test")
    verdict = check(made, "2009-06-01")
    assert (verdict.word, days(verdict)) == ("not in record", ["2006-10-09"])


def test_two_who_never_met_are_denied_by_what_the_record_holds_of_each() -> None:
    envoys = [incident(f"201{n}-09-01", "RUS", "PRK") for n in range(5, 8)]
    made = claim("count", "Kim and Putin did not meet once in 2018.", "Kim Putin", "0", window=window("2018", "2018"))
    assert check(made, "2019-06-29").word == "not in record"
    assert check(made, "2019-06-29", record=(*RECORD, *envoys)).word == "supported"
