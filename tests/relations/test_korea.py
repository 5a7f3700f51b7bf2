"""What the reference record says of the questions that the package was made for, reviewed by hand."""

from __future__ import annotations

from datetime import date

import pytest

from summitry.incidents import date_text
from summitry.record import Record


def test_the_curve_shows_the_estrangement_of_2013_to_2017(korea: Record) -> None:
    frame = korea.ask.series("CHN", "PRK", by="year", since="2008", until="2019", draws=0).frame
    meetings = dict(zip(frame["label"], frame["leader_meetings"], strict=True))
    warmth = dict(zip(frame["label"], frame["intensity"], strict=True))
    assert [meetings[str(year)] for year in range(2012, 2018)] == [0] * 6
    assert (meetings["2018"], meetings["2019"]) == (3, 2)
    assert max(warmth[str(year)] for year in range(2014, 2018)) < 0.5 * warmth["2011"]
    assert min(warmth, key=lambda year: warmth[year]) == "2017"
    assert warmth["2018"] > 3 * warmth["2017"]


def test_the_turn_of_march_2018_is_found_with_what_drove_it(korea: Record) -> None:
    found = korea.ask.turning_points("CHN", "PRK", since="2000", until="2019")
    rows = [row for row in found.frame.iter_rows(named=True) if row["stream"] == "leader meetings"]
    assert [(row["from"], row["course"]) for row in rows] == [
        (date(2011, 9, 26), "colder"),
        (date(2018, 3, 25), "warmer"),
    ]
    assert rows[1]["sentence"] == (
        "from 2018-03: leader meetings after six years without, 5 in 16 months; the last before on 2011-09-26"
    )
    driving = [korea.incident(id_) for id_ in rows[1]["incidents"]]
    assert [(date_text(i.interval)[:10], i.place) for i in driving] == [
        ("2018-03-25", "Beijing, China"),
        ("2018-05-07", "Dalian, China"),
        ("2018-06-19", "Beijing, China"),
        ("2019-01-07", "Beijing, China"),
        ("2019-06-20", "Pyongyang, North Korea"),
    ]


def test_each_kim_trump_summit_and_the_kim_xi_meetings_around_it(korea: Record) -> None:
    found = korea.ask.sequence(("Kim Jong Un", "Donald Trump"), ("Kim Jong Un", "Xi Jinping"), 30)
    columns = ["date", "preceded_by", "preceded_by_days", "followed_by", "followed_by_days"]
    assert found.frame.select(columns).rows() == [
        ("2018-06-12", None, None, "2018-06-19 – 2018-06-20", 7),
        ("2019-02-27 – 2019-02-28", None, None, None, None),
        ("2019-06-30", "2019-06-20 – 2019-06-21", 10, None, None),
    ]
    assert [note.split(" within")[0] for note in found.notes] == [
        "1 of 3 preceded",
        "1 of 3 followed",
        "2 of 3 preceded or followed",
    ]


def test_a_wider_window_finds_the_visit_to_dalian_too(korea: Record) -> None:
    found = korea.ask.sequence(("Kim Jong Un", "Donald Trump"), ("Kim Jong Un", "Xi Jinping"), 60)
    assert found.frame["preceded_by"].to_list() == [
        "2018-05-07 – 2018-05-08",
        "2019-01-07 – 2019-01-10",
        "2019-06-20 – 2019-06-21",
    ]


def test_whom_xi_met_most_often_from_march_2018_to_june_2019(korea: Record) -> None:
    found = korea.ask.rank("Xi Jinping", since="2018-03", until="2019-06")
    assert found.frame.select("rank", "with", "meetings").rows()[:4] == [
        (1, "Vladimir Putin", 8),
        (2, "Kim Jong Un", 5),
        (3, "Donald Trump", 2),
        (3, "Moon Jae-in", 2),
    ]
    assert found.coverage.startswith("18 meetings, with Xi Jinping, occurred, entered by hand from")


def test_five_meetings_at_leader_level_with_their_rule(korea: Record) -> None:
    found = korea.ask.count(between=("CHN", "PRK"), type="CONSULT", level="leader", since="2018-03", until="2019-06")
    assert found.frame["incidents"].to_list() == [5]
    assert found.coverage.startswith("5 meetings, between CHN and PRK, leader level, occurred, entered by hand from")
    assert found.coverage.endswith("from 2018-03 to 2019-06")
    assert len(found.incidents) == 5


@pytest.mark.parametrize(
    ("word", "since", "until", "holds"),
    [
        ("strained", "2013", "2017", True),
        ("tense", "2013", "2017", True),
        ("close", "2013", "2017", False),
        ("restored", "2018", "2019", True),
        ("strained", "2018", "2019", False),
        ("hectic", "2018", "2019", True),
        ("hectic", "2013", "2016", False),
        ("worsening", "2013", "2017", True),
        ("coldest", "1964", "1968", True),
        ("warmest", "2018", "2019", False),
    ],
)
def test_words_for_the_relation_of_china_and_north_korea(
    korea: Record, word: str, since: str, until: str, holds: bool
) -> None:
    judged = korea.ask.word(word, "CHN", "PRK", since, until)
    assert judged.holds is holds
    assert judged.rule
    assert f"from {since}-01 to {until}-12" in judged.coverage


def test_the_first_visit_by_a_chinese_leader_since_2005(korea: Record) -> None:
    found = korea.ask.firsts(years=3, between=("CHN", "PRK"), level="leader")
    sentences = found.frame["sentence"].to_list()
    assert "2018-03: first visit at leader level from North Korea to China since 2011" in sentences
    assert "2009-10: first visit at leader level from China to North Korea since 2005" in sentences
    assert "2019-06: first visit at leader level from China to North Korea since 2009" in sentences


def test_silence_and_absence_of_reports_differ(korea: Record) -> None:
    frame = korea.ask.series("CHN", "PRK", by="year", since="1940", until="2000", draws=0).frame
    states = dict(zip(frame["label"], frame["state"], strict=True))
    assert (states["1942"], states["1966"], states["1992"]) == ("no reports", "silent", "reported")
    unknown = korea.ask.word("strained", "CHN", "PRK", "1930", "1940")
    assert unknown.holds is None


def test_a_record_compared_with_itself_differs_in_nothing(korea: Record) -> None:
    found = korea.ask.compare(korea, ("one", "other"), since="2018", until="2018")
    assert set(found.frame["found"]) == {"both"}
    assert not any(found.frame["differing"].to_list())


def test_what_is_known_of_an_actor(korea: Record) -> None:
    profile = korea.ask.actor("Xi Jinping")
    assert {"President", "General Secretary"} <= set(profile.offices["office"])
    assert "Dalian, China" not in profile.travels.frame["place"].to_list()  # he was host there
    assert "Pyongyang, North Korea" in profile.travels.frame["place"].to_list()
    assert profile.partners.frame["with"][0] == "Vladimir Putin"
