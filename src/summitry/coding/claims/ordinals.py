"""Ordinals: "the fifth meeting", "its fourth", "the 40th anniversary"; with a window also a frequency."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summitry.coding import syntax
from summitry.coding.claims.finding import Finding
from summitry.coding.claims.numbers import ordinal_at, read_ordinal
from summitry.coding.claims.page import Page
from summitry.coding.claims.sums import parts_after
from summitry.coding.claims.windows import frequency_window, window_of
from summitry.coding.claims.words import words
from summitry.coding.status import status_of
from summitry.language import Token

__all__ = ["antecedent", "find_ordinals", "is_of_a_row", "nth_time"]

_IN_ALL = re.compile(
    r"(?: \w+){0,2},? (?:in all|overall|altogether|in total|all told|of all time|ever)\b", re.IGNORECASE
)
_ATTRIBUTE = frozenset({"amod", "compound", "nummod", "nmod", "advmod", "det", "quantmod"})


def find_ordinals(page: Page) -> Iterator[Finding]:
    """Yield what may be ordinals above the first, and the frequencies that they tell with a window."""
    for token in page.where(lambda word: (read_ordinal(word) or 0) > 0):
        number = ordinal_at(token)
        topic = _topic(token) if number > 1 else None
        timed = page.is_time(token) and number == read_ordinal(token.lower_)
        if topic is None or timed or (_is_name(token, topic) and not _is_unbroken(token, topic)):
            continue
        value = f"{token.lower_} anniversary" if topic.lemma_.lower() == "anniversary" else str(number)
        in_all = _IN_ALL.match(page.text, token.idx + len(token)) is not None
        window = None if in_all else window_of(page, topic)
        signs = (*_signs(page, token, topic), "second" if number == 2 else "third or later")
        signs += ("of a row",) if is_of_a_row(page, token, topic) else ()
        parts = parts_after(page, token.sent.start, topic)
        stand_in = token if token.head != topic and token.dep_ not in _ATTRIBUTE else None
        yield Finding(
            "ordinal",
            token,
            (token, topic),
            value,
            "ordinal before a noun",
            topic,
            "exactly",
            window or (window_of(page, stand_in) if stand_in is not None and not in_all else None),
            parts=parts,
            stand_in=stand_in,
            signs=(*signs, *(("with parts",) if parts else ())),
        )
        yield from _frequency(page, token, topic, number, signs)


def _topic(token: Token) -> Token | None:
    """Return the noun that an ordinal orders; of "its fourth", what that stands for."""
    after = token.nbor() if token.i + 1 < len(token.doc) else None
    if after is not None and after.text in {"-", "–"}:
        return None  # "third-generation", "second-largest"
    if token.dep_ == "conj" and read_ordinal(token.head.lower_):
        return _topic(token.head)
    if token.dep_ in _ATTRIBUTE and token.head.pos_ in {"NOUN", "PROPN"}:
        if token.head.i > token.i and token.head.lemma_.lower() == "time":
            return nth_time(token.head) or token.head
        return token.head if token.head.i > token.i else None
    return antecedent(token)


def antecedent(token: Token) -> Token | None:
    """Return what an ordinal without a noun stands for: the subject of its copula, the act of its clause.

    "Last week's test was the North's fourth"; "it tested a weapon in January, its fourth".
    """
    behind = _noun_before_comma(token)
    if behind is not None:
        return behind
    if not any(c.dep_ == "poss" or (c.dep_ == "det" and token.dep_ in {"attr", "appos"}) for c in token.children):
        return None
    if token.dep_ == "attr":
        nouns = syntax.subjects(token.head)
        return nouns[0] if nouns else None
    if (
        token.dep_ == "appos"
        and token.head.pos_ in {"NOUN", "PROPN"}
        and token.head.lemma_.lower() not in words("frequency", "units")
    ):
        return token.head
    if token.dep_ in {"appos", "npadvmod", "conj", "dobj", "oprd", "dep"}:
        verb = syntax.clause_of(token)
        nouns = [n for n in syntax.objects(verb) if n != token]
        return nouns[0] if nouns else verb if verb.pos_ == "VERB" else None
    return None


def _noun_before_comma(token: Token) -> Token | None:
    """Return the noun right before ", the first": "a party congress, *the first* since 1980"."""
    if token.i < token.sent.start + 3 or token.nbor(-1).lower_ != "the" or token.nbor(-2).text != ",":
        return None
    noun = token.nbor(-3)
    return noun if noun.pos_ in {"NOUN", "PROPN"} and noun.ent_type_ not in {"DATE", "TIME"} else None


def nth_time(time: Token) -> Token | None:
    """Return what was done for the first time: the clause under "time", else the one above it."""
    under = next((c for c in time.children if c.dep_ in {"relcl", "acl", "ccomp"}), None)
    verb = under if under is not None else syntax.clause_of(time)
    return verb if verb.pos_ in {"VERB", "AUX"} else None


def _is_name(token: Token, topic: Token) -> bool:
    name = topic.pos_ == "PROPN" and token.text[:1].isupper() and token.i > token.sent.start
    return name or topic.lemma_.lower() in words("ordinal", "names")


_ROW = frozenset({"first", "second", "third", "another", "other", "latter", "next"})
_NEAR = 90
"""Members of a row are told at most this many words apart."""


def is_of_a_row(page: Page, token: Token, topic: Token) -> bool:
    """True for one of several of a kind that a text tells one after another: "the first missile … the second"."""
    others = (
        t for t in page.having(_ROW) if t.i != token.i and abs(t.i - token.i) < _NEAR and t.lower_ != token.lower_
    )
    return any(t.head.lemma_ == topic.lemma_ and t.dep_ in _ATTRIBUTE for t in others)


def _is_unbroken(token: Token, topic: Token) -> bool:
    """True for one of an unbroken row: "the third year *running*", "for a fourth *straight* week"."""
    between = token.doc[token.i : topic.i]
    behind = token.doc[topic.i + 1 : min(topic.i + 4, token.sent.end)].text.lower()
    return any(t.lower_ in words("ordinal", "unbroken") for t in between) or behind.startswith(("running", "in a row"))


def _signs(page: Page, token: Token, topic: Token) -> Iterator[str]:
    if page.frame_at(topic) is not None:
        yield "acts"
    elif page.event_at(topic) is not None:
        yield "in an act"
    if any(c.dep_ in {"poss"} for c in (*topic.children, *token.children)):
        yield "possessed"
    if token.lower_[0].isdigit():
        yield "figures"
    if topic.dep_ == "attr" or token.dep_ == "attr":
        yield "predicate"
    if any(c.lower_ in {"a", "an"} for c in topic.children):
        yield "indefinite"
    if token.head.lemma_.lower() == "time":
        yield "nth time"
    if status_of(topic) is None:
        yield "unreal"


def _frequency(page: Page, token: Token, topic: Token, number: int, signs: tuple[str, ...]) -> Iterator[Finding]:
    found = frequency_window(page, topic)
    if found is not None:
        window, length = found
        words_ = (
            token,
            topic,
            *(t for time, span in page.times_within(token.sent) for t in span if time.interval == window),
        )
        yield Finding(
            "frequency",
            token,
            words_,
            f"{number} in {length}",
            "ordinal in a window",
            topic,
            "exactly",
            window,
            signs=("nth in a window", *signs),
        )
