"""Counts, ordinals, sums and frequencies: what is counted, and when too few may be held against a claim."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checking.making import RECORD, check, claim, days, incident, part, window
from summitry.checking import told_once

YEAR = window("2018", "2018")


@pytest.mark.parametrize(
    ("value", "comparison", "word"),
    [
        ("3", "exactly", "supported"),
        ("2", "exactly", "contradicted"),
        ("4", "exactly", "contradicted"),
        ("2", "at-least", "supported"),
        ("more than 3", "at-least", "contradicted"),
        ("3", "at-most", "supported"),
        ("4", "about", "supported"),
    ],
)
def test_a_count_is_held_against_what_lies_in_its_window(value: str, comparison: str, word: str) -> None:
    found = check(claim("count", "They met so often.", "Kim Xi", value, comparison=comparison, window=YEAR))
    assert (found.word, days(found)) == (word, ["2018-03-25", "2018-05-07", "2018-06-19"])
    assert "window 2018-01-01…2018-12-31" in found.why


def test_what_came_after_the_article_is_used_only_where_asked() -> None:
    made = claim("count", "Kim and Xi met four times.", "Kim Xi", "4")
    assert check(made, "2019-06-19").word == "supported"
    assert "2019-06-20" not in days(check(made, "2019-06-19"))
    assert check(made, "2019-06-19", after=True).word == "contradicted"


def test_too_few_are_no_contradiction_where_the_record_is_about_others() -> None:
    made = claim("count", "Xi and Putin met nine times.", "Xi Putin", "9", window=YEAR)
    crowd = tuple(incident(f"2018-0{m}-0{d}", "Moon", "Trump") for m in range(1, 10) for d in range(1, 9))
    found = check(made, record=(*RECORD, *crowd))
    assert found.word == "not in record"
    assert "none of the parties is one the record is about" in found.coverage


def test_too_many_contradict_whoever_the_record_is_about() -> None:
    crowd = tuple(incident(f"2018-0{m}-0{d}", "Moon", "Trump") for m in range(1, 10) for d in range(1, 9))
    assert (
        check(claim("count", "Xi and Putin met once.", "Xi Putin", "1", window=YEAR), record=(*RECORD, *crowd)).word
        == "contradicted"
    )


def test_two_entries_of_one_meeting_count_once() -> None:
    again = (*RECORD, incident("2018-05-08", "Kim Xi"))
    assert check(claim("count", "They met so often.", "Kim Xi", "3", window=YEAR), record=again).word == "supported"


def test_a_correction_says_the_sentence_with_the_right_number() -> None:
    found = check(claim("count", "Kim and Xi met five times in 2018.", "Kim Xi", "5", window=YEAR))
    assert found.correction == "Kim and Xi met three times in 2018."


def test_calls_are_no_meetings_and_talks_may_be_calls() -> None:
    called = (*RECORD, incident("2018-12-01", "Kim Xi", mode="phone"))
    assert (
        check(claim("count", "So often.", "Kim Xi", "3", window=YEAR, words="meetings"), record=called).word
        == "supported"
    )
    assert (
        check(claim("count", "So often.", "Kim Xi", "4", window=YEAR, words="talks"), record=called).word == "supported"
    )


def test_nuclear_tests_are_not_missile_tests() -> None:
    made = claim("count", "Tests.", "PRK", "3", type="MOBILIZE", mode="weapons", words="nuclear tests")
    assert (check(made).word, len(check(made).incident_ids)) == ("supported", 3)


def test_things_that_are_no_acts_are_not_counted() -> None:
    found = check(claim("count", "They banned 59 apps.", "CHN", "59", type="COERCE", words="apps", acts=False))
    assert (found.word, found.incident_ids) == ("not in record", ())


def test_near_misses_tell_other_readings_and_what_lies_before_the_window() -> None:
    made = claim("count", "Four times.", "Kim Xi", "4", window=window("2018-04", "2019-06"))
    found = check(made, "2019-06-19")
    assert found.word == "contradicted"
    assert "4 counting 2018-03-25 – 2018-03-28, before the window" in found.why
    planned = (*RECORD, incident("2018-12-01", "Kim Xi", status="planned"))
    assert "4 with planned ones" in check(replace(made, value="3"), "2019-06-19", planned).near_misses


def test_an_announced_act_is_counted_and_called_so() -> None:
    found = check(claim("ordinal", "This will be their fifth meeting.", "Kim Xi", "5"), "2019-06-19")
    assert found.word == "supported"
    assert "the announced one (2019-06-20 – 2019-06-21)" in found.why
    assert (
        check(claim("ordinal", "This will be their sixth meeting.", "Kim Xi", "6"), "2019-06-19").word == "contradicted"
    )


@pytest.mark.parametrize(
    ("sentence", "value", "word", "count"),
    [
        ("On May 26 they held their second summit.", "2", "supported", 2),
        ("On May 26 they held their third summit.", "3", "contradicted", 2),
        ("On May 26 they held their first summit.", "1", "contradicted", 2),
        ("The second summit is remembered fondly.", "2", "supported", 2),
        ("The eighth summit is remembered fondly.", "8", "contradicted", 3),
    ],
)
def test_an_ordinal_is_the_place_of_the_act_that_the_sentence_dates(
    sentence: str, value: str, word: str, count: int
) -> None:
    found = check(claim("ordinal", sentence, "Moon Kim", value), "2018-12-01")
    assert (found.word, len(found.incident_ids)) == (word, count)


def test_a_place_tells_which_act_an_ordinal_speaks_of() -> None:
    made = claim("ordinal", "They held their second summit in Hanoi.", "Kim Trump", "2", place="Hanoi, Vietnam")
    assert days(check(made, "2020-01-01")) == ["2018-06-12", "2019-02-27"]
    assert check(replace(made, value="1"), "2020-01-01").word == "contradicted"


def test_a_sum_is_added_up_without_a_record() -> None:
    parts = (part(3, "Moon"), part(2, "Trump"))
    found = check(claim("count", "Six summits.", "Kim", "6", parts=parts), record=())
    assert (found.word, found.why) == ("contradicted", "its own parts: 3+2 = 5, not 6")


def test_a_sum_that_adds_up_stands_or_falls_with_its_window() -> None:
    parts = (part(4, "Xi"), part(3, "Moon"), part(2, "Trump"), part(1, "Putin"))
    made = claim(
        "ordinal", "It was his tenth summit since then.", "Kim", "10", parts=parts, window=window("2018-04", "2019-06")
    )
    found = check(made, "2019-06-01")
    assert found.word == "contradicted"
    assert "4+3+2+1 = 10, but 9 in window 2018-04-01…2019-06-01; 10 counting 2018-03-25" in found.why
    assert found.correction == "It was his ninth summit since then."
    assert check(replace(made, window=window("2018-03", "2019-06")), "2019-06-01").word == "supported"


def test_one_each_is_checked_one_by_one() -> None:
    made = claim("count", "one each with Moon and Putin", "Kim Moon Putin", "1", window=window("2019-01", "2019-05"))
    assert check(made).word == "contradicted"
    made = claim("count", "one each with Trump and Putin", "Kim Trump Putin", "1", window=window("2019-01", "2019-05"))
    assert (check(made).word, days(check(made))) == ("supported", ["2019-02-27", "2019-04-24"])


def test_disputed_dates_make_a_verdict_conflicting() -> None:
    from summitry.model import Alternative, Choice

    doubt = (Choice("interval", "2018-06-19", "most-sources", (), (Alternative("2017-06-19", ("e-1",)),)),)
    record = tuple(replace(i, choices=doubt) if "2018-06-19" in i.id else i for i in RECORD)
    assert check(claim("count", "Thrice.", "Kim Xi", "3", window=YEAR), record=record).word == "conflicting"


def test_so_many_a_year() -> None:
    yearly = tuple(incident(f"{year}-05-01", "Kim", "Moon") for year in range(2010, 2021))
    made = claim("frequency", "They meet every year.", "Kim Moon", "annual")
    assert check(made, "2019-07-15", yearly).word == "supported"
    assert check(replace(made, value="monthly"), "2019-07-15", yearly).word == "contradicted"


def test_an_ordinal_in_a_window_is_shown_once() -> None:
    text = "It was their third meeting in three months."
    ordinal = claim("ordinal", text, "Kim Xi", "3", quote="third meeting")
    often = claim("frequency", text, "Kim Xi", "3 in 3 months", quote="third meeting in three months")
    other = claim("ordinal", text, "Kim Moon", "2", quote="meeting")
    assert told_once([ordinal, often, other]) == (often, other)
