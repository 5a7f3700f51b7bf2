"""Comparisons of two partners: "has met Xi more often than Trump", "more summits with Moon than with Abe"."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.coding import syntax
from summitry.coding.claims.finding import Finding
from summitry.coding.claims.page import Page
from summitry.coding.claims.windows import window_of
from summitry.language import Token

__all__ = ["RULE", "find_rivals"]

RULE = "more than a rival"
"""The name of the pattern: the other side of such a claim is who the first is compared with."""
_HOW_OFTEN = frozenset({"often", "frequently", "rarely", "seldom", "times", "many", "much"})
_MORE = frozenset({"more", "less", "fewer", "oftener"})
_ANYBODY = frozenset({"any", "no", "other", "else", "ever", "all"})
_TO_WHOM = frozenset({"with", "to", "in", "by", "from"})
REACH = 8
"""The comparative stands at most so many words before its "than"."""


def find_rivals(page: Page) -> Iterator[Finding]:
    """Yield what was done more often with one than with another whom the words name."""
    for mark in page.having(["than", "as"]):
        more = _comparative(mark)
        rival = _rival(page, mark)
        if more is None or rival is None or any(t.lower_ in _ANYBODY for t in mark.sent):
            continue
        act = _compared(page, more, mark)
        if act is None:
            continue
        words_ = (act, more, mark, rival)
        span = page.doc[more.i : mark.i + 1]
        yield Finding(
            "rank",
            more,
            words_,
            span.text,
            RULE,
            act,
            "exactly",
            window_of(page, syntax.clause_of(act)),
            other=rival,
            subject_only=True,
            signs=("than a rival", "actors"),
        )


def _comparative(mark: Token) -> Token | None:
    """Return the first word of what compares: "*more* often than", "*as* many times as", "*fewer* visits than"."""
    before = mark.doc[max(mark.sent.start, mark.i - REACH) : mark.i]
    if mark.lower_ == "as":
        first = next((t for t in reversed(before) if t.lower_ in {"as", "so"}), None)
        often = first is not None and any(t.lower_ in _HOW_OFTEN for t in mark.doc[first.i : mark.i])
        if first is None or not often:
            return None
        return first.nbor(-1) if first.i > mark.sent.start and first.nbor(-1).lower_ == "twice" else first
    return next((t for t in reversed(before) if t.lower_ in _MORE), None)


def _rival(page: Page, mark: Token) -> Token | None:
    """Return whom a "than" compares with: a name under it, under its preposition, or the object of its clause."""
    below = [c for c in mark.children if c.dep_ in {"pobj", "nsubj", "dobj", "prep", "pcomp"}]
    if mark.dep_ in {"mark", "advmod"} and mark.head.i > mark.i:
        below += [*syntax.objects(mark.head), *(n for p in _TO_WHOM for n in syntax.prepositional(mark.head, p))]
    nouns = [n for word in below for n in ([word] if word.pos_ != "ADP" else word.children)]
    if mark.i + 1 < mark.sent.end and mark.nbor().lower_ in _TO_WHOM:
        nouns += [c for c in mark.nbor().children if c.dep_ == "pobj"]
    return next((noun for noun in nouns if noun.i > mark.i and page.actors_at(noun)), None)


def _compared(page: Page, more: Token, mark: Token) -> Token | None:
    """Return the act that is compared: the noun that the comparative counts, else the verb that it qualifies."""
    between = page.doc[more.i : mark.i]
    noun = next((t for t in between if t.pos_ == "NOUN" and page.frame_at(t) is not None), None)
    if noun is not None:
        return noun
    verbs = (t for t in reversed(page.doc[more.sent.start : more.i]) if t.pos_ in {"VERB", "AUX"})
    return next((verb for verb in verbs if page.frame_at(verb) is not None), None)
