"""Frequencies: "an annual forum", "held semiannually", "twice a year"."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.coding import syntax
from summitry.coding.claims.finding import Finding
from summitry.coding.claims.lengths import read_length
from summitry.coding.claims.numbers import TIMES, qualifier_before, read_number
from summitry.coding.claims.page import Page
from summitry.coding.claims.windows import window_of
from summitry.coding.claims.words import words
from summitry.language import Token

__all__ = ["find_frequencies"]

_REGULAR = ("annual", "twice a year", "monthly", "weekly", "quarterly", "biennial", "daily")
_EACH = frozenset({"every", "each"})
_OCCASIONS = frozenset({"time", "occasion"})
_REACH = 8
"""A window stands at most this many words behind the number of times."""


def find_frequencies(page: Page) -> Iterator[Finding]:
    """Yield what may be frequencies; those that an ordinal tells with a window come with the ordinals."""
    for value in _REGULAR:
        for token in page.having(words("frequency", value)):
            if value == "daily" and token.pos_ != "ADV":
                continue  # a newspaper, a briefing
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
    for mark in page.having(_EACH):
        unit = next((t for t in mark.doc[mark.i + 2 : min(mark.i + 4, mark.sent.end)] if _is_unit(t)), None)
        between = mark.nbor() if unit is not None else mark
        every = 2 if between.lower_ in {"other", "second"} else read_number(between.text)
        if unit is not None and every is not None and unit.i == mark.i + 2:
            yield _finding(page, mark, unit, f"every {every} {unit.lemma_.lower()}s", "times a unit")
    for season in page.having(words("frequency", "seasons")):
        if season.i > season.sent.start and season.nbor(-1).lower_ in _EACH:
            yield _finding(page, season.nbor(-1), season, "annual", "times a unit")
    yield from _in_a_window(page)


def _is_unit(token: Token) -> bool:
    return token.lemma_.lower() in words("frequency", "units")


def _in_a_window(page: Page) -> Iterator[Finding]:
    """Yield how often within a length of time or a year: "met four times in five years", "twice this year"."""
    for word in page.having([*TIMES, *_OCCASIONS]):
        counted = next((c for c in word.children if c.dep_ == "nummod"), None)
        number = TIMES.get(word.lower_) or (read_number(counted.text) if counted is not None else None)
        verb = syntax.clause_of(word)
        if number is None or word.lower_ == "once" or verb.pos_ not in {"VERB", "AUX"}:
            continue
        for time, span in page.times_within(page.doc[word.i : min(word.i + _REACH, word.sent.end)]):
            length = read_length(page.text, time.start, time.end) if time.type == "DURATION" else None
            near = time.type == "DATE" and time.interval.rule in {"this-unit", "explicit-year"}
            if (length is not None and span[0].nbor(-1).lower_ in {"in", "within", "over"}) or near:
                told = length.value if length is not None else page.text[time.start : time.end]
                first = counted if counted is not None else word
                kept = _qualified(page, first)
                signs = ("in a window", "in a length" if length is not None else "in a year")
                row = (first, word, *span)
                yield Finding(
                    "frequency",
                    first,
                    row,
                    f"{kept}{number} in {told}" if length is not None else f"{kept}{number}",
                    "times in a window",
                    verb,
                    "exactly",
                    window_of(page, verb),
                    signs=signs,
                )
                break


def _qualified(page: Page, first: Token) -> str:
    """Return "at least " or "more than " where it stands before a number, else nothing."""
    before = qualifier_before(page.text, first.idx)
    return f"{before} " if before in {"at least", "more than"} else ""


def _times(word: Token) -> tuple[Token, int | None]:
    """Return how often: "twice", "three times"."""
    if word.lower_ in TIMES:
        return word, TIMES[word.lower_]
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
