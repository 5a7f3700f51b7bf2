"""Talks, accords, praise and concessions in words that the first lexicon lacked, and what stands around."""

from __future__ import annotations

import pytest

from .conftest import Code

TELLING = [
    # CONSULT
    ("Indonesia and Australia returned to the negotiating table.", "CONSULT", ""),
    ("Pope Francis was on a visit to Iraq.", "CONSULT", "visit"),
    ("Richard Nixon became the first American president to visit China.", "CONSULT", "visit"),
    ("China opened a fifth cycle of negotiations with Vietnam.", "CONSULT", ""),
    # SUPPORT
    ("Australia joined the convention in 1954.", "SUPPORT", ""),
    ("Turkey gave its blessing to Azerbaijan.", "SUPPORT", ""),
    ("Nicaragua pledged its full support to Russia.", "SUPPORT", ""),
    ("Georgia won praise from the European Union.", "SUPPORT", ""),
    ("Chile extended thanks to Peru.", "SUPPORT", ""),
    ("Mexico was the first country to recognize the new government in Cuba.", "SUPPORT", ""),
    # AGREE
    ("Spain and Morocco settled their dispute over Perejil.", "AGREE", ""),
    ("Armenia and Turkey agreed after the quake to let third-country citizens cross.", "AGREE", ""),
    ("Belgrade said it was willing to share fingerprints with Pristina.", "AGREE", ""),
    ("Malaysia said its government was willing to work with Sri Lanka on harbours.", "AGREE", ""),
    # CONCEDE
    ("Hungary dropped its objection to Ukraine.", "CONCEDE", ""),
    ("Japan acknowledged that its soldiers had mistreated Korean workers.", "CONCEDE", ""),
]

SILENT = [
    ("Ghana expressed condolences to Togo.", "SUPPORT"),
    ("The sailors were given a glimpse of winter in the Arctic by Nokia.", "CONCEDE"),
    ("Taiwan offers considerable value to the World Health Assembly.", "AGREE"),
    ("Denmark voted in favour of sanctions on Syria.", "SUPPORT"),
    ("Cyprus accepted an invitation to visit Malta.", "AGREE"),
    ("Justin Trudeau spoke to foreign reporters.", "CONSULT"),
    ("Peru and Chile decided to attack Bolivia.", "AGREE"),
    ("Sudan came to power in Juba.", "CONSULT"),
    ("Japan acknowledged that its relations with Russia were cold.", "CONCEDE"),
]

WHETHER = [
    ("Ethiopia was among the first to recognise independent Ghana in March 1957.", "SUPPORT", "occurred"),
    ("Khalifa Haftar walked out to greet Giuseppe Conte.", "CONSULT", "occurred"),
    ("Iran was the last country to ratify the treaty with Oman.", "SUPPORT", "occurred"),
    ("Poland was quick to condemn Belarus.", "ACCUSE", "occurred"),
    ("Canada stopped short of endorsing Israel.", "SUPPORT", "denied"),
    ("Narendra Modi put off his visit to Kuwait.", "CONSULT", "cancelled"),
]

WHO = [
    (
        "Assured by Germany that the missiles would stay, Poland turned to other worries.",
        "AGREE",
        ["Germany"],
        ["Poland"],
    ),
    ("Egypt said it was ready to host a summit with Sudan.", "AGREE", ["Egypt"], ["Sudan"]),
    ("Switzerland undertook in a letter to Italy to open the archives.", "AGREE", ["Switzerland"], ["Italy"]),
    ("Russia promised Armenia a loan.", "AGREE", ["Russia"], ["Armenia"]),
    ("Oslo was the first capital to recognise Latvia.", "SUPPORT", ["Norway"], ["Latvia"]),
    ("The new cabinet in Lima praised Chile.", "SUPPORT", ["Peru"], ["Chile"]),
    ("Juan Manuel Santos met striking truckers on Friday.", "CONSULT", ["Juan Manuel Santos", "striking truckers"], []),
    ("Peru held talks with a group of miners.", "CONSULT", ["Peru", "miners"], []),
    ("Kevin Rudd apologised to former child migrants.", "CONCEDE", ["Kevin Rudd"], ["former child migrants"]),
    ("The Houthis promised the UN envoy calm in Hodeidah.", "AGREE", ["Houthis"], ["UN envoy"]),
]


@pytest.mark.parametrize(("text", "category", "mode"), TELLING)
def test_words_tell_the_act(code: Code, text: str, category: str, mode: str) -> None:
    found = [event for event in code(text) if event.type == category]
    assert found, f"no {category} in {text!r}"
    assert not mode or mode in {event.mode for event in found}


@pytest.mark.parametrize(("text", "category"), SILENT)
def test_like_words_tell_none(code: Code, text: str, category: str) -> None:
    assert not [event for event in code(text) if event.type == category]


@pytest.mark.parametrize(("text", "category", "status"), WHETHER)
def test_words_around_tell_whether_it_was_done(code: Code, text: str, category: str, status: str) -> None:
    assert [event.status for event in code(text) if event.type == category] == [status]


@pytest.mark.parametrize(("text", "category", "actors", "recipients"), WHO)
def test_words_around_tell_who(code: Code, text: str, category: str, actors: list[str], recipients: list[str]) -> None:
    (event,) = [event for event in code(text) if event.type == category]
    assert [p.name for p in event.actors] == actors
    assert [p.name for p in event.recipients] == recipients
