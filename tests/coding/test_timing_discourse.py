"""What the discourse dates: leads of reports, entries of chronologies, histories, a day's page.

The texts are written for these tests.
"""

from __future__ import annotations

from datetime import date

import pytest

from summitry.annotation import load_annotator
from summitry.coding import Coder
from summitry.coding.frames import load_frames
from summitry.model import Document, Event, Interval

from .conftest import Code

REPORT = (
    "OSLO Norway's foreign minister met the Russian foreign minister in Oslo on Tuesday to discuss fishing in the "
    "Barents Sea.\n\n"
)
"""A lead; published on the Thursday after."""
REPORTS = [
    (REPORT + "Norway accused Russia of jamming its satellites.", "ACCUSE", "2021-03-02"),
    (REPORT + "Sweden welcomed the meeting.", "SUPPORT", "2021-03-02..2021-03-04"),
    (REPORT + "After two months of silence, Norway rejected the offer.", "REJECT", "2021-03"),
    (REPORT + "Finland has condemned the exercises and threatened to close its border with Russia.", "THREATEN", ""),
    (REPORT + "Russia had condemned Norway.", "ACCUSE", ""),
    (REPORT + "Norway later condemned Russia.", "ACCUSE", ""),
    (REPORT + "Norway condemns Russia.", "ACCUSE", "2021-03-04"),
    (REPORT + "In February 2020 Norway condemned Russia.", "ACCUSE", "2020-02"),
]
LEADS = [
    (
        (
            "OSLO Norway accused Russia of jamming its satellites on Tuesday.\n\n"
            "Jonas Gahr Støre, speaking by telephone to Vladimir Putin, asked Russia for an inquiry."
        ),
        "CONSULT",
        "2021-03-02",
    ),
    (
        "VIENNA Iran and Oman signed a treaty on Tuesday.\n\nIt followed four days of talks between Iran and Oman.",
        "CONSULT",
        "2021-02-27..2021-03-02",
    ),
    ("After three days of talks in Lima, Peru and Chile signed a treaty on Tuesday.", "SUPPORT", "2021-03-02"),
    (
        "On Tuesday Iran and Oman signed a treaty after four days of talks in Vienna between Iran and Oman.",
        "CONSULT",
        "2021-02-27..2021-03-02",
    ),
    (
        "PARIS France rejected a Russian offer because it came too late, the foreign ministry said on Tuesday.",
        "REJECT",
        "",
    ),
    (
        "PARIS France condemned a missile test by Iran and called on its neighbours to stay calm.",
        "ACCUSE",
        "2021-03-04",
    ),
    (
        "PARIS French officials will meet Iranian officials on Friday, papers said, after Germany urged Iran to stop.",
        "REQUEST",
        "2021-03",
    ),
    (REPORT + "In the evening Norway condemned Iran.", "ACCUSE", "2021-03-02"),
    (
        REPORT + "On Wednesday Norway accused Russia of spying, a day after Russia expelled a diplomat.",
        "SANCTION",
        "2021-03-02",
    ),
    (REPORT + "We are imposing sanctions on Russia.", "COERCE", "2021-03-04"),
    ("LIMA Peru signed a treaty with Chile last Friday.\n\nBolivia condemned the treaty.", "ACCUSE", "2021-03"),
]
LEADS += [
    ("We urge Norway to invite Sweden to the congress this March.", "REQUEST", "2021-03-04"),
    (REPORT + "Russia is holding a sailor who is serving a life sentence in Norway.", "SANCTION", ""),
    (REPORT + "The minister said this on the sidelines of talks between Sweden and Iran.", "CONSULT", "2021-03-02"),
    ("PARIS France said half of the fees had been stolen by Spain.\n\nFrance left on Tuesday.", "ACCUSE", "2021-03-04"),
    ("PARIS The Senate of France imposed sanctions on Spain.", "COERCE", "2021-03-04"),
    (REPORT + "Nine were hurt in a raid that Norway blames on Russia.", "ACCUSE", ""),
    (REPORT + "A resolution that bans Norway from the port is old.", "COERCE", ""),
    (
        "We stand with its people. The United States condemns Russia. The Russian government arrested two Norwegians.",
        "COERCE",
        "2021-03",
    ),
    (
        REPORT + "Norway has been wary since Russia tested a bomb in May and a month later fired a rocket at Norway.",
        "MOBILIZE",
        "2020-05",
    ),
]
LEADS += [
    ("PARIS France has warned Spain that it might attack its ships.", "THREATEN", "2021-03-04"),
    ("PARIS France expelled a Russian diplomat on Friday. France condemned Russia.", "SANCTION", "2021-03-05"),
    ("PARIS France expelled a Russian diplomat on Friday. France condemned Russia.", "ACCUSE", "2021-03-05"),
    (
        REPORT + "She noted that Norway has been a donor since 1994. Norway commended Sweden.",
        "SUPPORT",
        "2021-03-02",
    ),
    (REPORT + "Russia is holding a Norwegian fisherman.", "COERCE", ""),
    (REPORT + "The two are holding talks on cod.", "CONSULT", "2021-03-02"),
    ("We will continue to support Norway. The United States welcomes the accord.", "SUPPORT", "2021-03-04"),
    ("The ministry expels a Russian diplomat after accusing Russia of helping Libya.", "AID", ""),
]
LEADS += [
    (
        "PARIS The sailors who seized a Spanish ship on Sunday freed it on Tuesday.\n\nSpain thanked France.",
        "SUPPORT",
        "2021-03-02",
    ),
    (
        "France expels three Russian diplomats\n\nFrance expelled three Russian diplomats on Tuesday.",
        "SANCTION",
        "2021-03-02",
    ),
]
LEADS += [
    (REPORT + "Sweden said it was deeply concerned at a raid by Russia.", "ACCUSE", "2021-03-02..2021-03-04"),
    ("We urge Norway to free the sailors, held since Tuesday.", "REQUEST", "2021-03-04"),
    (REPORT + "The minister flew to Riga, where he condemned Russia.", "ACCUSE", "2021-03-02"),
]
LEADS += [
    (
        "A quarrel in Lima\n\nLIMA, March 4 (Reuters) - Peru met Chile on Wednesday.\n\nPeru accused Chile of spying.",
        "ACCUSE",
        "2021-03-03",
    ),
    (REPORT + "Ties have been cold since June 2019, when Russia expelled a Norwegian envoy.", "SANCTION", "2019-06"),
    (REPORT + "In a call of forty minutes Norway accused Russia of spying.", "ACCUSE", "2021-03-02"),
    (REPORT + "On Monday Norway condemned Russia. Russia expelled two Norwegian diplomats.", "SANCTION", ""),
]
ENTRIES = [
    ("Timeline\n\nMay 4, 1982\nBritish planes attacked Argentina.", "ASSAULT", "1982-05-04"),
    ("Timeline\n\nMay 4, 1982\nThe minister said that Argentina deployed troops to Chile.", "MOBILIZE", "1982-05"),
    ("Timeline\n\nMay 4, 1982\nThe minister said that Argentina has deployed troops to Chile.", "MOBILIZE", ""),
    ("Timeline\n\nMay 4, 1982\nThe minister warned Argentina.", "THREATEN", "1982-05-04"),
    ("Timeline\n\nMay 4, 1982\nThe spy was eventually tried and deported to Chile by Argentina.", "COERCE", ""),
]
ENTRIES += [
    (
        "Timeline\n\nMay 4, 1982 - Two days after Chile expelled a diplomat, Peru condemned it.",
        "SANCTION",
        "1982-05-02",
    ),
]
ENTRIES += [
    ("4 May 1982. British planes attacked Argentina.", "ASSAULT", "1982-05-04"),
    ("4 May 1982. British planes attacked Argentina.\n9 June. Peru condemned Chile.", "ACCUSE", "1982-06-09"),
]
HISTORIES = [
    ("On 5 May 1963 Kenya and Uganda signed a treaty. Kenya recognized Tanzania.", "SUPPORT", "1963-05-05"),
    ("On 5 May 1963 Kenya and Uganda met. Kenya recognized Tanzania.", "SUPPORT", "1963-05"),
    ("At a congress in Bern in 1955, Peru offered Chile a truce. Chile rejected the offer.", "REJECT", "1955"),
    (
        "In 1974 President Ford visited Mexico. During this visit, Mexico and the United States agreed on dams.",
        "AGREE",
        "1974",
    ),
    (
        "In 1974 President Ford visited Mexico.\n\nDuring a crisis, Mexico and the United States agreed on dams.",
        "AGREE",
        "",
    ),
    (
        "In 1974 President Ford visited Mexico.\n\nIn the course of this visit, Mexico and Canada agreed on dams.",
        "AGREE",
        "1974",
    ),
    ("On 5 September 1960 Belgium condemned Ghana. Ghana expelled the Belgian ambassador.", "SANCTION", "1960-09"),
    ("In June 1950 China condemned Japan. Japan expelled the Chinese ambassador.", "SANCTION", "1950"),
    ("By late 1970 France was losing patience. Spain condemned Portugal.", "ACCUSE", "1970-09..1970-12"),
    (
        "When the ministers met on 5 September 1960, Belgium condemned Ghana. Ghana expelled the Belgian ambassador.",
        "SANCTION",
        "1960-09",
    ),
    ("In 1950 China condemned Japan. For thirty years, Japan recognized Taiwan.", "SUPPORT", ""),
    ("In 1950 China condemned Japan. Once the war was over, Japan recognized Taiwan.", "SUPPORT", ""),
    ("In 1950 China condemned Japan. This angered Taiwan, which expelled the Chinese ambassador.", "SANCTION", ""),
    ("In 1950 China condemned Japan.\n\nJapan expelled the Chinese ambassador.", "SANCTION", ""),
]


def _bounds(text: str) -> tuple[date | None, date | None]:
    if not text:
        return None, None
    first, _, last = text.partition("..")
    return Interval.parse(first).first, Interval.parse(last or first).last


def _told(event: Event) -> tuple[date | None, date | None]:
    return (event.interval.first, event.interval.last) if event.interval else (None, None)


def _days_of(events: tuple[Event, ...], kind: str) -> list[tuple[date | None, date | None]]:
    return [_told(event) for event in events if event.type == kind]


@pytest.mark.parametrize(("text", "kind", "days"), REPORTS + LEADS)
def test_reports_go_on_from_their_lead(code: Code, text: str, kind: str, days: str) -> None:
    assert _bounds(days) in _days_of(code(text, "2021-03-04"), kind)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("We stand with its people. The United States condemns the arrest of a journalist by Belarus.", "2021-05"),
        ("We stand with its people. The United States condemns the recent arrest of a journalist by Belarus.", ""),
        ("We stand with its people. The United States has sanctioned two judges of Belarus.", "2021-05"),
        ("We stand with its people. The United States has already sanctioned two judges of Belarus.", ""),
    ],
)
def test_news_that_a_release_answers_is_of_its_month(code: Code, text: str, days: str) -> None:
    assert _bounds(days) in _days_of(code(text, "2021-05-23"), "COERCE")


@pytest.mark.parametrize(("text", "kind", "days"), ENTRIES + HISTORIES)
def test_entries_date_themselves_and_histories_go_on_from_before(code: Code, text: str, kind: str, days: str) -> None:
    assert _bounds(days) in _days_of(code(text, ""), kind)


@pytest.mark.parametrize(
    ("title", "days"),
    [("Current events of 4 March 2021", "2021-03-04"), ("World news, March 2021", ""), ("Borders", "")],
)
def test_a_page_that_names_its_day_dates_what_it_lists(title: str, days: str) -> None:
    coder = Coder(load_annotator(), load_frames())
    told = "The president of Peru weeps after his meeting with the president of Chile."
    quarrel = Document("q", told, ((0, len(told)),), title, Interval.parse("2021-03-04"))
    assert _bounds(days) in _days_of(next(coder.code([quarrel])).events, "CONSULT")
    text = "The president of Peru vetoes the budget, following talks with the president of Chile in Lima."
    document = Document("d", text, ((0, len(text)),), title, Interval.parse("2021-03-04"))
    events = next(coder.code([document])).events
    assert _bounds(days) in _days_of(events, "CONSULT")


@pytest.mark.parametrize(
    ("text", "kind", "days"),
    [
        ("Norway condemns Russia over Tuesday's trial of a Norwegian sailor.", "ACCUSE", "2021-03-04"),
        ("Norway condemns Russia a month after the sinking of a Norwegian ship.", "ACCUSE", "2021-03-04"),
        ("Norway expels a Russian envoy who was to leave on Friday.", "SANCTION", "2021-03-04"),
        ("Norway says that Russia bombed a ship on Tuesday.", "ASSAULT", "2021-03-02"),
        ("The king of Norway receives the president of Peru, who condemns Chile.", "ACCUSE", "2021-03-04"),
        ("The king of Norway leaves Lima, accusing Chile of spying.", "ACCUSE", "2021-03-04"),
        ("A Russian attack on Ukraine kills two.", "ASSAULT", "2021-03-04"),
        ("Norway reports that Russia continues to bomb Ukraine.", "ASSAULT", "2021-03-04"),
        ("A recent Russian attack on Ukraine is condemned.", "ASSAULT", ""),
        ("Norway summons the Russian envoy three days after Russia bombed Ukraine.", "ASSAULT", "2021-03-01"),
    ],
)
def test_what_a_page_of_a_day_tells_in_the_present_is_of_its_day(text: str, kind: str, days: str) -> None:
    coder = Coder(load_annotator(), load_frames())
    page = Document("p", text, ((0, len(text)),), "Current events of 4 March 2021", Interval.parse("2021-03-04"))
    assert _bounds(days) in _days_of(next(coder.code([page])).events, kind)


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Iran tested a missile in defiance of United Nations sanctions.", "COERCE", "ongoing"),
        ("The European Union imposed sanctions on Iran.", "COERCE", "occurred"),
        ("France's unending trade war with Britain hurts both.", "COERCE", "ongoing"),
        ("Iran likely proposed talks with Oman.", "REQUEST", "possible"),
        ("France and Britain agreed on nothing.", "AGREE", "denied"),
        ("France did not recognize Mongolia until April 1965.", "SUPPORT", "occurred"),
        ("France had not recognized Mongolia.", "SUPPORT", "denied"),
        ("The United States is imposing sanctions on Belarus.", "COERCE", "occurred"),
        ("Belarus is holding an American journalist.", "COERCE", "ongoing"),
        ("Iran has long been prohibited by the United Nations from testing missiles.", "COERCE", "ongoing"),
        ("A United Nations resolution that bans Iran from testing missiles stands.", "COERCE", "ongoing"),
        ("Russia continues its war against Ukraine.", "ASSAULT", "ongoing"),
        ("The United States will continue to support Ukraine.", "SUPPORT", "ongoing"),
        ("France continued to support Ukraine.", "SUPPORT", "occurred"),
        ("The Houthis had been fighting the government of Yemen.", "ASSAULT", "occurred"),
        ("Sudan rejected Chad's claim that it had bombed a village.", "ASSAULT", "denied"),
        ("Kenya's decision to reject the Ugandan offer stands.", "REJECT", "occurred"),
        ("Kenya's decision to attack Uganda stands.", "ASSAULT", "planned"),
        ("Analysts expect Kenya to condemn Uganda.", "ACCUSE", "possible"),
        ("A statement condemning Iran could be agreed on soon.", "ACCUSE", "possible"),
        ("Khrushchev and Eisenhower had been due to meet in Moscow.", "CONSULT", "cancelled"),
        ("Merkel said that she would meet Erdogan if he released the reporter.", "CONSULT", "possible"),
        ("Russia announced talks with Belarus.", "CONSULT", "planned"),
        ("We wish to thank Japan for its aid.", "SUPPORT", "occurred"),
    ],
)
def test_standing_likely_and_empty_acts(code: Code, text: str, kind: str, status: str) -> None:
    assert status in [event.status for event in code(text, "") if event.type == kind]


def test_a_history_keeps_its_month_over_an_undated_sentence(code: Code) -> None:
    events = code(
        "On July 5, 1960, soldiers mutinied in Mali. The streets were empty. The shops were shut. "
        "Schools had closed. France deployed troops to Bamako.",
        "",
    )
    [event] = [e for e in events if e.type == "MOBILIZE"]
    assert event.interval is not None
    assert event.interval.iso() == ("1960-07", "1960-07")
