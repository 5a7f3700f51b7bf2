"""Firsts and lasts without the words: "never before had", "not since 1990", "its inaugural summit", "most recent"."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.coding import syntax
from summitry.coding.claims.finding import Finding
from summitry.coding.claims.page import Page
from summitry.coding.claims.windows import date_words, dated
from summitry.coding.claims.words import words
from summitry.language import Token
from summitry.model import Interval

__all__ = ["firsts_by_other_words", "lasts_by_other_words"]

_VERBAL = frozenset({"VERB", "AUX"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_REACH = 6
"""An inverted auxiliary stands at most this many words behind its "not since"."""


def firsts_by_other_words(page: Page) -> Iterator[Finding]:
    """Yield what may be firsts."""
    yield from _never_before(page)
    yield from _not_since_had(page)
    for token in page.having(words("first", "fresh")):
        noun = token.head
        if token.dep_ == "amod" and noun.pos_ in _NOUNS and noun.i > token.i:
            yield _finding(page, token, (token, noun), dated(page, noun) or "first", "fresh", noun)


def _never_before(page: Page) -> Iterator[Finding]:
    """Yield what had never been done: "never before had a pope come", "had never before met", "has never until now"."""
    for token in page.having(["never"]):
        behind = token.doc[token.i + 1 : min(token.i + 3, token.sent.end)]
        before = behind[:1].text.lower() == "before" or behind.text.lower() in {
            "until now",
            "until then",
            "until today",
        }
        inverted = token.i == token.sent.start and any(t.lower_ in {"had", "has", "have"} for t in behind)
        above = next((a for a in token.ancestors if a.pos_ in _VERBAL), None)
        if above is None or not (before or inverted):
            continue
        verb = _acting(above)
        yield _finding(
            page, token, (token, *behind[:1], verb, *syntax.subjects(verb)[:1]), "first", "never before", verb
        )


def _acting(verb: Token) -> Token:
    """Return the verb that an inverted auxiliary stands before: "had a minister *come*"."""
    below = next((c for c in verb.children if c.dep_ in {"ccomp", "xcomp"} and c.pos_ in _VERBAL), None)
    return below if below is not None and verb.lemma_ in {"have", "do", "be"} else verb


def _not_since_had(page: Page) -> Iterator[Finding]:
    """Yield what has happened again: "*not since* 1990 *had* a minister come"."""
    for token in page.having(["not"]):
        if token.i + 2 >= token.sent.end or token.nbor().lower_ != "since":
            continue
        since = token.nbor()
        ahead = token.doc[since.i + 1 : min(since.i + _REACH, token.sent.end)]
        aux = next((t for t in ahead if t.lemma_ in {"have", "do", "be"} and t.pos_ in _VERBAL), None)
        if aux is None:
            continue
        verb = _acting(aux if aux.dep_ not in {"aux", "auxpass"} else aux.head)
        named = token.doc[since.i + 1 : aux.i]
        times = page.times_within(named)
        told = date_words(page, times[0][0].start, times[0][0].end) if times else named.text
        told = told.removeprefix("since ")
        row = (token, since, *named, verb, *syntax.subjects(verb)[:1])
        since_when = next((t.interval for t, _ in times if t.interval.known), None)
        yield _finding(page, token, row, f"first since {told}", "not since", verb, since_when)


def _finding(
    page: Page,
    anchor: Token,
    row: tuple[Token, ...],
    value: str,
    how: str,
    topic: Token,
    since: Interval | None = None,
) -> Finding:
    signs = [how, *(["acts"] if page.is_act(topic) else [])]
    return Finding("first", anchor, row, value, how, topic, "exactly", since=since, signs=tuple(signs))


def lasts_by_other_words(page: Page) -> Iterator[Finding]:
    """Yield what may be lasts: "their most recent summit in May 2004", "the only remaining link", "none since 1979"."""
    yield from _most_recent(page)
    yield from _remaining(page)
    yield from _none_since(page)


def _most_recent(page: Page) -> Iterator[Finding]:
    for token in page.having(["recent"]):
        noun = token.head
        most = token.i > token.sent.start and token.nbor(-1).lower_ == "most"
        if most and token.dep_ == "amod" and noun.pos_ in _NOUNS and page.frame_at(noun) is not None:
            day = dated(page, noun)
            row = (token.nbor(-1), token, noun)
            signs = ("most recent", *(["dated"] if day else []))
            yield Finding("last", token, row, day or f"last {noun.lower_}", "most recent", noun, "exactly", signs=signs)


def _remaining(page: Page) -> Iterator[Finding]:
    """Yield what is left alone: "the only remaining link"; what is called the last says so itself."""
    for token in page.having(["remaining", "surviving"]):
        noun = token.head
        row = token.doc[max(token.sent.start, token.i - 2) : token.i]
        only = next((t for t in row if t.lower_ in {"only", "sole"}), None)
        if only is not None and token.dep_ == "amod" and noun.pos_ in _NOUNS:
            yield Finding(
                "last", token, (only, token, noun), f"last {noun.lower_}", "remaining", noun, "exactly", signs=("left",)
            )


def _none_since(page: Page) -> Iterator[Finding]:
    """Yield what nobody has done since a date: "no ambassador *has* served there *since 1979*"."""
    for since in page.having(["since"]):
        verb = syntax.clause_of(since.head if since.dep_ == "mark" else since)
        nobody = next((n for n in syntax.subjects(verb) if any(c.lower_ == "no" for c in n.children)), None)
        if nobody is None or not any(c.lemma_ == "have" and c.dep_ == "aux" for c in verb.children):
            continue
        known = [t for t, _ in page.times_within(verb.subtree) if t.interval.known and t.start > since.idx]
        if known:
            day = known[0].interval.iso()[0]
            row = (nobody.left_edge, nobody, verb, since, *(t for t in since.subtree if page.is_time(t)))
            yield Finding("last", since, row, day, "none since", verb, "exactly", signs=("none since",))
