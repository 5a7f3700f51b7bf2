"""Verbs in the present tense that the model takes for nouns."""

from __future__ import annotations

import pytest

from summitry.language import load_language


def roles(text: str) -> set[tuple[str, str, str]]:
    [doc] = load_language().parse([text])
    return {(token.text, token.pos_, token.dep_) for token in doc}


@pytest.mark.parametrize(
    ("text", "verb", "subject", "acted_on"),
    [
        ("Chile's foreign ministry summons the Bolivian consul over the map.", "summons", "ministry", "consul"),
        ("Uruguay's Luis Lacalle petitions the Supreme Court to hear him.", "petitions", "Lacalle", "Court"),
        ("A landmine wounds three Malian soldiers on the road to Gao.", "wounds", "landmine", "soldiers"),
        ("The corvette Aysberg fires on Berdyansk.", "fires", "Aysberg", ""),
    ],
)
def test_the_only_verb_of_a_sentence_is_no_noun(text: str, verb: str, subject: str, acted_on: str) -> None:
    told = roles(text)
    assert (verb, "VERB", "ROOT") in told
    assert any(word == subject and role == "nsubj" for word, _, role in told)
    assert not acted_on or any(word == acted_on and role == "dobj" for word, _, role in told)


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Closure of the embassies in Minsk.", "embassies"),
        ("North Korean missile tests in 2016.", "tests"),
        ("Joint naval drills", "drills"),
        ("Student protests, a curfew and a general strike.", "protests"),
    ],
)
def test_nouns_stay_nouns(text: str, noun: str) -> None:
    assert any(word == noun and pos == "NOUN" for word, pos, _ in roles(text))
