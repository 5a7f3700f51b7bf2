"""Where a text names a place, and where a name is none."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from summitry.language import load_language
from summitry.model import PlaceMention
from summitry.places import find_places, load_gazetteer

Find = Callable[[str], tuple[PlaceMention, ...]]


@pytest.fixture(scope="module")
def find() -> Find:
    language, gazetteer = load_language(), load_gazetteer()

    def find_in(text: str) -> tuple[PlaceMention, ...]:
        (doc,) = language.parse([text])
        return find_places(doc, gazetteer)

    return find_in


def labels(mentions: tuple[PlaceMention, ...], least: float = 0.0) -> list[str]:
    return [mention.place.label for mention in mentions if mention.score >= least]


NAMED = [
    ("Kim and Trump sat down at the Capella Hotel on Singapore's Sentosa Island.", "Singapore"),
    ("HANOI (Harbour Wire) — The leaders left without a deal on Thursday.", "Hanoi, Vietnam"),
    ("PYONGYANG, April 27 (Delta News) -- The delegation crossed on foot.", "Pyongyang, North Korea"),
    ("Kim met Xi for the second time in the Chinese port city of Dalian.", "Dalian, China"),
    ("Wen Jiabao landed in northeast China's Shenyang before noon.", "Shenyang, China"),
    ("The envoys toasted each other at the Great Hall of the People.", "Beijing, China"),
    ("Officers spoke for an hour at the truce village of Panmunjom.", "Panmunjom"),
    ("A soldier ran across the DMZ on Monday under fire.", "DMZ"),
    ("The two men posed near the summit of Mt. Paektu.", "Mount Paektu"),
    ("Shells fell on Yeonpyeong Island, killing two marines.", "Yeonpyeong Island, South Korea"),
    ("The corvette sank in the West Sea that night.", "West Sea"),
    ("Begin and Sadat spent thirteen days at Camp David.", "Camp David, United States"),
    ("Abe played golf with Trump at Mar-a-Lago.", "Palm Beach, United States"),
    ("Obama hosted Xi at Sunnylands, California, in June 2013.", "Rancho Mirage, United States"),
    ("Nixon flew to Peking in February 1972.", "Beijing, China"),
    ("The British envoy reached Canton by river.", "Guangzhou, China"),
    ("Russian ships were trapped at Port Arthur.", "Dalian, China"),
    ("The G20 leaders met on Bali in November.", "Bali, Indonesia"),
    ("Government and rebels signed a truce in Pretoria, South Africa.", "Pretoria, South Africa"),
    ("Engineers blew up tunnels at Punggye-ri before foreign reporters.", "Punggye-ri, North Korea"),
    ("The rocket rose from Tongchang-ri at dawn.", "Cholsan, North Korea"),
    ("Delegates gathered in Sharm El Sheikh for the climate talks.", "Sharm el-Sheikh, Egypt"),
    ("US troops are based at Camp Lemonnier in Djibouti.", "Djibouti"),
    ("Detainees were held at Guantánamo Bay.", "Guantánamo Bay, Cuba"),
    ("The three presidents initialled the accord in Dayton, Ohio.", "Dayton, United States"),
    ("Soldiers clashed in the Galwan valley in June.", "Galwan Valley"),
    ("Armenian fighters withdrew from Nagorno‑Karabakh in September.", "Nagorno-Karabakh"),
    ("Famine spread across Darfur that year.", "Darfur, Sudan"),
    ("Houthi missiles hit a tanker in the Bab al-Mandab strait.", "Bab el-Mandeb"),
    ("Putin received Kim at the Vostochny Cosmodrome.", "Amur Oblast, Russia"),
    ("They met in Nice, France, in May.", "Nice, France"),
    ("Ministers from both sides meet again in Tripoli, Lebanon, on Friday.", "Tripoli, Lebanon"),
    ("Kim Arrives In Hanoi For Second Summit With Trump", "Hanoi, Vietnam"),
    ("He was received in Ho\nChi Minh City with honours.", "Ho Chi Minh City, Vietnam"),
    ("Kim's Vladivostok summit with Putin yielded little.", "Vladivostok, Russia"),
    ("Talks moved from Seoul to Busan.", "Busan, South Korea"),
    ("The fleet left Sevastopol on Tuesday.", "Sevastopol, Ukraine"),
    ("They signed at Rambouillet outside Paris.", "Rambouillet, France"),
    ("Both met in Almaty, the former capital of Kazakhstan.", "Almaty, Kazakhstan"),
    ("The plane was forced down in Minsk.", "Minsk, Belarus"),
]


@pytest.mark.parametrize(("text", "label"), NAMED)
def test_names_the_place(find: Find, text: str, label: str) -> None:
    assert label in labels(find(text))


NO_PLACE = [
    ("Michael Jordan scored again.", "Jordan"),
    ("Mr. Paris told reporters nothing.", "Paris, France"),
    ("The Geneva Conventions forbid it.", "Geneva, Switzerland"),
    ("It was a nice day, but Reading the text took long.", "Reading, United Kingdom"),
    ("General Austin said the army was ready.", "Austin, United States"),
    ("The Paris Agreement was signed by many.", "Paris, France"),
    ("The Washington Post reported it first.", "Washington, United States"),
    ("The navy corvette Cheonan sank that night.", "Cheonan, South Korea"),
    ("In early March the council voted.", "March, United Kingdom"),
    ("Secretary Antony J. Blinken gave an interview.", "Antony, France"),
    ("She grew up on a farm in Preston County, West Virginia.", "Preston, United Kingdom"),
    ("Both sides threatened the Dayton Peace Agreement.", "Dayton, United States"),
    ("A Singapore-flagged ship was boarded.", "Singapore"),
    ("Romans and Omanis traded.", "Oman"),
]


@pytest.mark.parametrize(("text", "label"), NO_PLACE)
def test_leaves_alone_what_is_no_place(find: Find, text: str, label: str) -> None:
    assert label not in labels(find(text))


def test_a_capital_that_acts_scores_below_one_where_something_happens(find: Find) -> None:
    (acting,) = find("Pyongyang rejected the offer.")
    (where,) = find("The envoys met in Pyongyang.")
    assert acting.score < 0.5 < where.score


def test_a_joined_place_is_led_in_like_the_one_before_it(find: Find) -> None:
    seoul, tokyo = find("He held talks in Seoul and Tokyo.")
    assert seoul.score == tokyo.score > 0.9


def test_a_journey_leads_to_a_place_but_not_from_it(find: Find) -> None:
    (to,) = find("The envoy flew to Tokyo.")
    (away,) = find("The envoy flew from Tokyo.")
    assert away.score < 0.9 <= to.score


def test_another_name_in_brackets_stays_outside_the_mention(find: Find) -> None:
    found = find("They met in Leopoldville (Kinshasa) in 1960.")
    assert [mention.surface for mention in found] == ["Leopoldville", "Kinshasa"]


def test_a_place_that_spacy_takes_for_a_person_is_kept(find: Find) -> None:
    assert "Vladivostok, Russia" in labels(
        find("Russian navy ships carried them to Vladivostok between the 8th and 13th.")
    )


def test_a_country_after_a_comma_decides_between_namesakes(find: Find) -> None:
    assert labels(find("The fair was held in Canton, Ohio.")) == ["Canton, United States"]


def test_a_country_after_a_comma_may_be_the_subject(find: Find) -> None:
    found = find("After a night in Seoul, China demanded an answer.")
    assert labels(found) == ["Seoul, South Korea", "China"]


def test_a_place_that_no_gazetteer_has_is_kept_as_written(find: Find) -> None:
    found = find("Rebels attacked an army post in Kouki, Central African Republic.")
    assert "Kouki, Central African Republic" in labels(found)


def test_one_mention_covers_town_and_country(find: Find) -> None:
    text = "They met in Dalian, China, on Monday."
    (mention,) = find(text)
    assert (mention.surface, text[mention.start : mention.end]) == ("Dalian, China", "Dalian, China")


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["in", "Hanoi", ",", "Vietnam", "—", "(", "KIM", "of", "the", "Nice", "\n", "’s", "\u0301", "é"]
        )
        | st.text(max_size=8),
        max_size=30,
    )
)
def test_any_text_gives_verbatim_ordered_mentions(parts: list[str]) -> None:
    doc = spacy.blank("en")(" ".join(parts))
    found = find_places(doc, load_gazetteer())
    assert all(doc.text[mention.start : mention.end] == mention.surface for mention in found)
    assert [m.start for m in found] == sorted(m.start for m in found)
    assert all(before.end <= after.start for before, after in itertools.pairwise(found))
