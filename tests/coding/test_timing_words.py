"""Which words of a sentence date which act.

Each row: the day of publication, the text, the category of the act asked for, the days it is expected to lie on
(`""`: undated). The sentences are written for these tests.
"""

from __future__ import annotations

from datetime import date

import pytest

from summitry.model import Event, Interval

from .conftest import Code

HANGS_ON_THE_ACT = [
    ("", "Japan apologized for the raid of 1937.", "CONCEDE", ""),
    ("2019-06-20", "Japan condemned Tuesday's raid.", "ACCUSE", "2019-06"),
    ("", "The plan of May 1929 was accepted by Peru.", "AGREE", ""),
    ("2021-03-04", "France postponed its talks with Spain until Sunday.", "CONSULT", "2021-03-07"),
    ("2021-03-04", "France called off talks with Spain planned for Sunday.", "CONSULT", "2021-03-07"),
    ("", "France invaded Mexico in 1838 and again in 1861.", "ASSAULT", "1838..1861"),
    ("", "In May 1951 Iran seized the wells and expelled, a year later, the British envoy.", "COERCE", "1951-05"),
    ("", "Some two thousand people were killed by the Iraqi army.", "ASSAULT", ""),
    ("", "On 4 May 1991 Eden flew to the town of Bonn, where he condemned Iraq.", "ACCUSE", "1991-05-04"),
    ("", "Albania scrapped the 1961 treaty with Russia.", "SANCTION", ""),
    ("", "Albania was banned from the club by Greece until May 1993.", "COERCE", ""),
    ("", "France did not recognize Mongolia until April 1965.", "SUPPORT", "1965-04"),
    ("", "The raid that took place in Oslo on 4 May 1940 shook Norway.", "ASSAULT", "1940-05-04"),
    ("", "Peru and Chile signed a treaty at the end of 1957.", "SUPPORT", "1957-12"),
    ("", "Peru and Chile concluded the treaty of June 1929.", "SUPPORT", "1929-06"),
    ("", "It was in May 1954 that France condemned Iran.", "ACCUSE", "1954-05"),
    ("", "On 4 May 1991 Eden flew to Bonn, where he condemned Iraq.", "ACCUSE", "1991-05-04"),
    ("", "Sadat, who had condemned Iraq, flew to Bonn on 4 May 1975.", "ACCUSE", ""),
    ("", "On 3 May 2019 France condemned Iran.", "ACCUSE", "2019-05-03"),
    ("", "France condemned Iran on 3 May 2019, and Germany expelled two Russian diplomats.", "ACCUSE", "2019-05-03"),
    ("", "Germany protested, and France expelled two Russian diplomats on 8 October 1990.", "SANCTION", "1990-10-08"),
    ("", "Egypt rejected the plan, and its August 1954 raid shook Israel.", "REJECT", ""),
    (
        "",
        "In late 1949 Britain hesitated, but after the outbreak of war in June 1950 China invaded Tibet.",
        "ASSAULT",
        "1950-06",
    ),
    ("", "Under a law passed in February 2011, Canada imposed sanctions on Libya.", "COERCE", ""),
    ("", "Sweden condemned a treaty that Iraq had signed in 1955 with Turkey.", "ACCUSE", ""),
    ("2019-06-19", "The Council voted on Wednesday on a resolution drafted by France and Germany.", "COOPERATE", ""),
    ("", "Norway thanked Oman for hosting talks in 2013 and 2014.", "SUPPORT", ""),
    (
        "",
        "The envoy was arrested in Turkey and was eventually deported to Greece on 7 June 1987.",
        "COERCE",
        "1987-06-07",
    ),
    ("", "The talks between Peru and Chile, which began in 1931, had stalled; they met in 1936.", "CONSULT", "1931"),
    ("", "Iraq invaded Kuwait on 2 August 1990 and annexed it.", "ASSAULT", "1990-08-02"),
    ("", "Having attacked Kuwait, Iraq accused Iran on 4 May 1991.", "ACCUSE", "1991-05-04"),
    (
        "2017-05-10",
        "Russia condemned Turkey on Monday before its president visited China on Tuesday.",
        "ACCUSE",
        "2017-05-08",
    ),
    (
        "2017-05-10",
        "Russia condemned Turkey on Monday before its president visited China on Tuesday.",
        "CONSULT",
        "2017-05-09",
    ),
]

WHAT_ELSE_IS_TOLD = [
    (
        "2016-02-02",
        "Kenya has led calls for aid in response to last year's drought, the region's fourth since 2006.",
        "REQUEST",
        "2016-02-02",
    ),
    ("2024-06-12", "Nigeria admits that it bombed a village in March.", "CONCEDE", "2024-06-12"),
    ("2016-05-11", "Finland put its army on alert on Tuesday for a possible Russian missile launch.", "MOBILIZE", ""),
    ("2016-05-11", "Chile and Peru agreed on Tuesday to meet.", "CONSULT", ""),
    (
        "2016-06-12",
        "The Council imposed new sanctions on Iran in May following its third missile test in April and a launch.",
        "MOBILIZE",
        "2016-04",
    ),
]

WHAT_ELSE_IS_TOLD += [
    (
        "2016-06-23",
        "Officials have said that Iran launched what appeared to be two missiles dubbed Sejil on Wednesday.",
        "MOBILIZE",
        "2016-06-22",
    ),
    (
        "2016-06-23",
        "Iran tested what it said was a bomb on June 6 and on Sunday invaded Iraq.",
        "MOBILIZE",
        "2016-06-06",
    ),
    (
        "2016-06-23",
        "Iran tested what it said was a bomb on June 6 and on Sunday invaded Iraq.",
        "ASSAULT",
        "2016-06-19",
    ),
    ("", "Fears had eased by June 1993, when Oman and Iran signed a treaty.", "SUPPORT", "1993-06"),
    ("", "Peru and Chile agreed to open a road in letters dated 30 June 2015.", "AGREE", "2015-06-30"),
]

PARTS = [
    ("2016-08-12", "France and Spain signed a treaty in early March.", "SUPPORT", "2016-03"),
    ("2016-08-12", "France will meet Spain at the end of September.", "CONSULT", "2016-09"),
    ("2016-08-26", "France signed a treaty with Spain earlier this month.", "SUPPORT", "2016-08"),
    ("2016-08-12", "France and Spain began joint military drills this week.", "COOPERATE", "2016-08-08..2016-08-12"),
]

SAYINGS = [
    ("2016-08-12", "A month ago Iran said it carried out a missile test.", "MOBILIZE", "2016-07"),
    (
        "2016-08-12",
        "Norway opposes the deployment of missiles in Poland, its minister said on Tuesday.",
        "ACCUSE",
        "2016-08-09",
    ),
]

TENSES = [
    (
        "2016-07-06",
        "The United States has sanctioned North Korea since it tested a bomb in January.",
        "COERCE",
        "2016-01..2016-07",
    ),
    (
        "2016-07-06",
        "After the failed summit in February, North Korea has tested missiles.",
        "MOBILIZE",
        "2016-02..2016-07",
    ),
    ("2016-07-06", "In 2009 France began talks with Turkey, but Germany has not ratified the treaty.", "SUPPORT", ""),
    ("2018-10-27", "President Macron invited President Putin to visit France in 2019.", "REQUEST", "2018-10-27"),
    (
        "2016-01-14",
        "Xi met his Japanese counterpart in Seoul on Wednesday and said that they had agreed on sanctions.",
        "AGREE",
        "2016-01-13",
    ),
    ("2018-06-25", "Angela Merkel will visit Jordan on Thursday.", "CONSULT", "2018-06-28"),
]

LENGTHS = [
    (
        "",
        "On 10 August 2010, three days after the election, Spain's king received President Sarkozy.",
        "CONSULT",
        "2010-08-10",
    ),
    (
        "2015-08-26",
        "On Monday Vladimir Putin arrived in China for a two-day visit.",
        "CONSULT",
        "2015-08-24..2015-08-25",
    ),
]


def _bounds(text: str) -> tuple[date | None, date | None]:
    if not text:
        return None, None
    first, _, last = text.partition("..")
    return Interval.parse(first).first, Interval.parse(last or first).last


def _told(event: Event) -> tuple[date | None, date | None]:
    return (event.interval.first, event.interval.last) if event.interval else (None, None)


@pytest.mark.parametrize(
    ("published", "text", "kind", "days"),
    HANGS_ON_THE_ACT + WHAT_ELSE_IS_TOLD + PARTS + SAYINGS + TENSES + LENGTHS,
)
def test_words_date_the_act_they_belong_to(code: Code, published: str, text: str, kind: str, days: str) -> None:
    events = [event for event in code(text, published) if event.type == kind]
    assert events, "the act was not found"
    assert _bounds(days) in [_told(event) for event in events]
