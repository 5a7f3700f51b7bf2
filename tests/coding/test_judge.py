"""The bundled judge: what it says of plain sentences, and that it says the same whatever stands beside them."""

from __future__ import annotations

from pathlib import Path

import pytest

import summitry.coding.judge
from summitry.coding.judge import NONE, STATUSES, TYPES, Judge, Pair, Reading, load_judge
from summitry.coding.judge.labels import MODES, modes_of

MOST_BYTES = 40_000_000


@pytest.fixture(scope="module")
def judge() -> Judge:
    return load_judge()


def pair(sentence: str, actor: str, recipient: str = "") -> Pair:
    spans = [(at, at + len(name)) if name and (at := sentence.find(name)) >= 0 else None for name in (actor, recipient)]
    return spans[0], spans[1]


@pytest.mark.parametrize(
    ("sentence", "actor", "recipient", "kind"),
    [
        ("Ghana's president visited Togo on Friday for talks on the border.", "Ghana's president", "Togo", "CONSULT"),
        ("Peru condemned Chile for moving the marker stones.", "Peru", "Chile", "ACCUSE"),
        ("Riot police arrested forty dock workers in Tema.", "Riot police", "forty dock workers", "COERCE"),
        ("Shells fired by the rebels killed nine villagers.", "the rebels", "nine villagers", "ASSAULT"),
        ("Norway sent Malawi 40,000 tonnes of maize.", "Norway", "Malawi", "AID"),
        ("Cairo urged Khartoum to reopen the river port.", "Cairo", "Khartoum", "REQUEST"),
        ("Nepal expelled two Indian diplomats.", "Nepal", "two Indian diplomats", "SANCTION"),
    ],
)
def test_plain_acts_are_named(judge: Judge, sentence: str, actor: str, recipient: str, kind: str) -> None:
    verdict = judge.read(sentence).judge(pair(sentence, actor, recipient))
    assert verdict.act == kind
    assert verdict.types[kind] > verdict.types[NONE]


def test_the_act_goes_one_way(judge: Judge) -> None:
    sentence = "The rebels freed eleven policemen whom they had held since March."
    read = judge.read(sentence)
    forth = read.judge(pair(sentence, "The rebels", "eleven policemen"))
    reversed_ = read.judge(pair(sentence, "eleven policemen", "The rebels"))
    assert forth.types["RETREAT"] > 0.5 > reversed_.types["RETREAT"]


def test_a_bystander_does_nothing(judge: Judge) -> None:
    sentence = "While Brazil played Ghana at football, the Kenyan army shelled a camp of the rebels."
    read = judge.read(sentence)
    shelling = read.judge(pair(sentence, "the Kenyan army", "the rebels"))
    playing = read.judge(pair(sentence, "Brazil", "the rebels"))
    assert shelling.types["ASSAULT"] > playing.types["ASSAULT"]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Hungary's premier met his Slovak counterpart on Monday.", "occurred"),
        ("Hungary's premier will meet his Slovak counterpart next month.", "planned"),
        ("Hungary's premier did not meet his Slovak counterpart.", "denied"),
    ],
)
def test_status_is_told(judge: Judge, sentence: str, status: str) -> None:
    verdict = judge.read(sentence).judge(pair(sentence, "Hungary's premier", "his Slovak counterpart"))
    assert verdict.status == status


def test_probabilities_are_whole(judge: Judge) -> None:
    sentence = "Laos and Vietnam signed a treaty."
    verdict = judge.read(sentence).judge(pair(sentence, "Laos", "Vietnam"))
    assert tuple(verdict.types) == TYPES
    assert tuple(verdict.statuses) == STATUSES
    assert sum(verdict.types.values()) == pytest.approx(1)
    assert all(sum(verdict.modes[kind, mode] for mode in modes_of(kind)) == pytest.approx(1) for kind in TYPES)
    assert set(verdict.modes) == set(MODES)


@pytest.mark.parametrize("sentence", ["", " ", "no", "🤝" * 300, "Mali " * 5_000])
def test_odd_sentences_are_answered(judge: Judge, sentence: str) -> None:
    end = len(sentence)
    read = judge.read(sentence)
    for asked in ((None, None), ((0, end), None), (None, (end, end)), ((end + 5, end + 9), (0, 1))):
        assert sum(read.judge(asked).types.values()) == pytest.approx(1)


def test_the_same_again(judge: Judge) -> None:
    sentence = "Uganda lent Burundi two ferries."
    asked = pair(sentence, "Uganda", "Burundi")
    first = judge.read(sentence).judge(asked)
    judge.read("Fiji recalled its envoy from Tonga after the seizure of a trawler.")
    assert judge.read(sentence).judge(asked) == first


def test_words_tell_acts_and_people_take_part(judge: Judge) -> None:
    sentence = "Kenya, whose ministers met in Mombasa, expelled two Russian diplomats."
    read = judge.read(sentence)
    assert isinstance(read, Reading)
    places = {word: read.at((at := sentence.find(word), at + len(word))) for word in ("met", "expelled", "Mombasa")}
    tells = {word: TYPES[int(read.types[at].argmax())] for word, at in places.items() if at is not None}
    assert tells["expelled"] == "SANCTION"
    assert tells["Mombasa"] == NONE
    who = sentence.find("Kenya"), sentence.find("Kenya") + len("Kenya")
    [[acts, acted]] = read.roles([places["expelled"]], who) if places["expelled"] is not None else [[0, 1]]
    assert acts > 0.5 > acted


def test_what_is_cut_away_takes_no_part(judge: Judge) -> None:
    sentence = "Mali " * 5_000
    read = judge.read(sentence)
    assert isinstance(read, Reading)
    assert read.at((24_000, 24_004)) is None
    assert not read.roles([1], (24_000, 24_004)).any()


def test_the_package_stays_small() -> None:
    folder = Path(summitry.coding.judge.__file__).parent / "data"
    assert 0 < sum(path.stat().st_size for path in folder.iterdir()) < MOST_BYTES
