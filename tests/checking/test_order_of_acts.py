"""Firsts, lasts, intervals, sequences, ranks, durations."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checking.making import RECORD, check, claim, days, incident, other, window
from summitry.model import Interval

VISIT = {"mode": "visit", "subject_role": "actor", "words": "visit"}


def test_the_first_since_names_the_one_before() -> None:
    sentence = "It was the first visit by a Chinese president to North Korea since 2005."
    made = claim("first", sentence, "CHN PRK", "first since 2005", since=Interval.parse("2005"), **VISIT)
    found = check(made, "2019-06-25")
    assert (found.word, days(found)) == ("supported", ["2005-10-28", "2019-06-20"])
    assert "by its president" in found.rule


def test_one_between_contradicts_a_first_since() -> None:
    made = claim("first", "The first since 2017.", "Kim Xi", "first since 2017", since=Interval.parse("2017"))
    found = check(replace(made, value="2018-06-19"), "2018-07-01")
    assert (found.word, days(found)) == ("contradicted", ["2018-03-25", "2018-05-07", "2018-06-19"])
    assert found.correction == "It was the first since 2018-05-07 – 2018-05-08."


def test_an_earlier_one_contradicts_a_first_of_all() -> None:
    found = check(claim("first", "On May 26 they met for the first time.", "Moon Kim", "first"), "2018-06-01")
    assert (found.word, days(found)) == ("contradicted", ["2018-04-27", "2018-05-26"])


def test_a_first_without_a_date_is_the_first_there_was() -> None:
    found = check(claim("first", "Their first meeting is well remembered.", "Moon Kim", "first"), "2019-06-01")
    assert (found.word, days(found)) == ("supported", ["2018-04-27"])


def test_a_first_is_not_in_record_where_the_record_follows_nobody_of_them() -> None:
    crowd = tuple(incident(f"2018-0{m}-0{d}", "Moon", "Trump") for m in range(1, 10) for d in range(1, 9))
    made = claim("first", "They met for the first time on June 8.", "Xi Putin", "2018-06-08")
    assert check(made, "2018-06-10", (*RECORD, *crowd)).word == "not in record"


@pytest.mark.parametrize(("value", "word"), [("2018-09", "supported"), ("2018-05", "contradicted")])
def test_a_last_has_none_after_it(value: str, word: str) -> None:
    assert check(claim("last", "They last met then.", "Moon Kim", value), "2019-06-01").word == word


def test_the_last_before_the_act_of_the_article_is_a_last_too() -> None:
    made = claim("last", "The last visit was in October 2005.", "CHN PRK", "2005-10", **VISIT)
    found = check(made, "2019-06-25")
    assert (found.word, days(found)) == ("supported", ["2005-10-28"])
    assert "the one before 2019-06-20" in found.why
    assert check(made, "2019-12-25").word == "contradicted"


@pytest.mark.parametrize(
    ("value", "word"), [("1 week", "supported"), ("about a month", "contradicted"), ("3 days", "contradicted")]
)
def test_an_interval_is_measured_in_days(value: str, word: str) -> None:
    sentence = "Kim met Xi some time after his summit with Trump."
    made = claim("interval", sentence, "Kim Xi", value, quote="some time after", other=other("Kim Trump"))
    found = check(made, "2018-06-25")
    assert (found.word, days(found)) == (word, ["2018-06-12", "2018-06-19"])
    assert "2018-06-19 – 2018-06-20 is 7 days after 2018-06-12" in found.why


def test_an_interval_before_another_act() -> None:
    sentence = "Kim met Xi a month before his summit with Moon."
    made = claim("interval", sentence, "Kim Xi", "1 month", quote="a month before", other=other("Kim Moon"))
    made = replace(made, other_window=Interval.parse("2018-04-27"))
    assert (check(made).word, days(check(made))) == ("supported", ["2018-03-25", "2018-04-27"])


def test_neither_before_nor_after_states_its_window() -> None:
    made = claim("sequence", "Neither before nor after.", "Kim Putin", "not after or before talks", negated=True)
    found = check(replace(made, other=other("Kim Xi")), "2019-06-01")
    assert (found.word, days(found)) == ("supported", ["2019-04-24"])
    assert "none within 30 days either side" in found.why
    near = check(replace(made, other=other("Kim Trump")), "2019-06-01", (*RECORD, incident("2019-05-02", "Kim Trump")))
    assert (near.word, days(near)) == ("contradicted", ["2019-04-24", "2019-05-02"])


def test_preceded_by_looks_before_and_followed_by_behind() -> None:
    made = claim("sequence", "In June 2018 it came so.", "Kim Trump", "before talks", other=other("Kim Xi"))
    assert days(check(made)) == ["2018-06-12", "2018-06-19"]
    assert days(check(replace(made, value="after talks"))) == ["2018-06-12", "2018-05-07"]


def test_a_rank_counts_all_others_in_the_same_window() -> None:
    often = window("2018", "2019")
    made = claim(
        "rank", "Xi met no other leader as often.", "Xi", "no other", level="leader", window=often, negated=True
    )
    before = claim("ordinal", "It is Xi's fifth meeting with Kim.", "Xi Kim", "5")
    found = check(made, "2019-06-19", beside=(before,))
    assert found.word == "contradicted"
    assert "Vladimir Putin 5" in found.why
    assert len(found.incident_ids) == 5
    assert check(made, "2019-06-19").word == "not in record"


def test_a_rank_names_its_rival_or_finds_it_in_the_sentence() -> None:
    made = claim("rank", "Kim met Xi Jinping more often than any other leader.", "Kim", "more often", level="leader")
    assert check(made, "2019-06-01").word == "supported"
    made = claim("rank", "Kim met Putin more often than any other leader.", "Kim Putin", "more often", level="leader")
    assert check(made, "2019-06-01").word == "contradicted"


@pytest.mark.parametrize(
    ("value", "word"),
    [("4 days", "supported"), ("3 days", "not in record"), ("9 days", "contradicted"), ("5 hours", "not in record")],
)
def test_a_duration_is_the_days_of_the_incident(value: str, word: str) -> None:
    made = claim("duration", "The visit of January 2019 was long.", "Kim Xi", value, **VISIT)
    assert check(made).word == word


def test_an_announced_visit_has_no_length_yet() -> None:
    assert (
        check(claim("duration", "He will pay a two-day visit.", "Xi Kim", "2 days", **VISIT), "2019-06-19").word
        == "not in record"
    )


def test_a_vice_president_is_no_president() -> None:
    came = incident("2008-06-17", "Xi", "PRK")
    vice = tuple(replace(p, office="Vice President") if p.name == "Xi Jinping" else p for p in came.participants)
    record = (replace(came, participants=vice), *RECORD)
    ever = claim("first", "On June 20 he made his first visit to North Korea.", "Xi PRK", "first", **VISIT)
    assert check(ever, "2019-06-25", record).word == "contradicted"
    in_power = claim("first", "On June 20 he made his first visit there as president.", "Xi PRK", "first", **VISIT)
    assert check(in_power, "2019-06-25", record).word == "supported"
