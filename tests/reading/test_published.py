"""The publication date and the rule that found it."""

from __future__ import annotations

import pytest

from summitry.reading.published import find_published, from_address, from_words, parse_stamp


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/2019/06/19/xi-in-pyongyang", "2019-06-19"),
        ("https://a.example/news/2019-06-19-xi", "2019-06-19"),
        ("https://a.example/20190619/xi.html", "2019-06-19"),
        ("https://a.example/2019/jun/19/xi", "2019-06-19"),
        ("https://a.example/wiki/Events/2019_June_19", "2019-06-19"),
        ("https://a.example/2019/06/xi", "2019-06"),
        ("https://a.example/story-20190699/x", ""),
        ("https://a.example/id/2019/1234567", ""),
        ("https://2019-06-19.example/xi", ""),
        ("", ""),
    ],
)
def test_addresses(url: str, day: str) -> None:
    found = from_address(url)
    assert (found.iso()[0] if found else "") == day
    assert found is None or found.rule == "address"


@pytest.mark.parametrize(
    ("head", "day", "rule"),
    [
        ("By Jane Roe | Saturday 11 March 2023, updated 6:14 pm", "2023-03-11", "byline"),
        ("Published: 15:40, 16 November 2021", "2021-11-16", "byline"),
        ("Posted on February 6, 2016 by editor", "2016-02-06", "byline"),
        ("December 15, 2020 by admin", "2020-12-15", "byline"),
        ("26 March 2023, 09:12", "2023-03-26", "byline"),
        ("April 2018", "2018-04", "byline"),
        ("TUNIS, March 19, 2022. The president spoke.", "2022-03-19", "dateline"),
        ("On 3 March 2016 the Council adopted a resolution.", "", ""),
        ("The treaty was adopted by the Senate on 3 March 2016.", "", ""),
        ("Updated terms were issued on 3 March 2016 by the bank.", "", ""),
        ("BEIJING, June 18 (Agency) -- Talks began.", "", ""),
    ],
)
def test_words(head: str, day: str, rule: str) -> None:
    found = from_words(f"A headline of some words\n{head}\n\nThe ministers met again and said nothing new at all.\n")
    assert (found.iso()[0] if found else "") == day
    assert (found.rule if found else "") == rule


def test_the_dates_of_a_chronology_are_not_the_day_of_publication() -> None:
    assert from_words("A chronology\n\n3 March 2016\nTalks begin\n\n5 March 2016\nTalks end\n") is None


def test_metadata_comes_before_the_address_and_that_before_the_words() -> None:
    given = parse_stamp("2019-06-20T08:00:00Z", "metadata")
    url, text = "https://a.example/2019/06/21/x", "Published: 22 June 2019\n\nWords."
    assert find_published(url, text, given) == given
    assert find_published(url, text).rule == "address"  # type: ignore[union-attr]
    assert find_published("", text).rule == "byline"  # type: ignore[union-attr]
    assert find_published("", "Words.") is None


@pytest.mark.parametrize("stamp", ["", "someday", "2019-13", "2019-02-30", "20191340", "99"])
def test_no_date_is_not_guessed(stamp: str) -> None:
    assert parse_stamp(stamp, "given") is None
