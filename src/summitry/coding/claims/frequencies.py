"""Frequencies: "an annual forum", "held semiannually", "twice a year"."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.coding import syntax
from summitry.coding.claims.finding import Finding
from summitry.coding.claims.numbers import read_number
from summitry.coding.claims.page import Page
from summitry.coding.claims.windows import window_of
from summitry.coding.claims.words import words
from summitry.language import Token

__all__ = ["find_frequencies"]

_REGULAR = ("annual", "twice a year", "monthly", "weekly", "quarterly", "biennial")
_TIMES = {"once": 1, "twice": 2, "thrice": 3}


def find_frequencies(page: Page) -> Iterator[Finding]:
    """Yield what may be frequencies; those that an ordinal tells with a window come with the ordinals."""
    for value in _REGULAR:
        for token in page.having(words("frequency", value)):
            yield _finding(page, token, token, value, "regularly")
    for token in page.having(words("frequency", "units")):
        if token.i < token.sent.start + 2:
            continue
        article, number = token.nbor(-1), token.nbor(-2)
        if article.lower_ in {"a", "an", "per", "each", "every"}:
            first, times = _times(number)
            if times is None and article.lower_ in {"every", "each"}:
                yield _finding(page, article, token, f"every {token.lower_}", "times a unit")
            elif times is not None:
                words_ = {1: "once", 2: "twice"}
                yield _finding(
                    page, first, token, f"{words_.get(times, f'{times} times')} a {token.lemma_}", "times a unit"
                )


def _times(word: Token) -> tuple[Token, int | None]:
    """Return how often: "twice", "three times"."""
    if word.lower_ in _TIMES:
        return word, _TIMES[word.lower_]
    if word.lower_ == "times" and word.i > word.sent.start:
        return word.nbor(-1), read_number(word.nbor(-1).text)
    return word, None


def _finding(page: Page, first: Token, last: Token, value: str, rule: str) -> Finding:
    head = last.head if last.dep_ in {"amod", "compound", "nmod"} else syntax.clause_of(last)
    act = page.frame_at(head) or page.event_at(head)
    habit = act is not None and (act.type == "CONSULT" or rule == "times a unit")
    how = "a habit of acts" if habit else "acts" if act is not None else "no acts"
    signs = (rule, how, "adverb" if last.pos_ == "ADV" else "adjective")
    window = window_of(page, head)
    return Finding("frequency", first, (first, last, head), value, rule, head, "exactly", window, signs=signs)
