"""Orders of acts told by phrases: "*on the heels of* the accord", "talks *gave way to* war", "*no sooner* … *than*"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from summitry.coding import syntax
from summitry.coding.claims.finding import Finding
from summitry.coding.claims.page import Page
from summitry.coding.claims.words import listed
from summitry.language import Token

__all__ = ["find_orders"]

_LONGEST_VALUE = 8


def find_orders(page: Page) -> Iterator[Finding]:
    """Yield what may be sequences."""
    for sentence in page.sentences:
        for match in _pattern().finditer(sentence.text):
            start, end = sentence.start_char + match.start(), sentence.start_char + match.end()
            span = page.doc.char_span(start, end, alignment_mode="expand")
            if span is None or span.end >= sentence.end or page.is_time(span[0]):
                continue
            how = "verb" if span[0].pos_ == "VERB" else "phrase"
            verb = span[0] if how == "verb" else syntax.clause_of(span[0])
            behind = page.doc[span.end : min(span.end + _LONGEST_VALUE, sentence.end)]
            other = next((t for t in behind if t.head.i < span.end and t.pos_ in {"NOUN", "PROPN", "VERB"}), None)
            nouns = syntax.subjects(verb)
            topic = page.act_of(verb) if how == "phrase" else nouns[0] if nouns else verb
            yield _finding(
                page, (topic, *span), topic, other, f"{match[0].lower()} {behind.text}", match[0].lower(), how
            )
    for token in page.having(["sooner"]):
        than = next((t for t in token.sent if t.lower_ == "than" and t.i > token.i), None)
        if token.i > token.sent.start and token.nbor(-1).lower_ == "no" and than is not None:
            verb = syntax.clause_of(token)
            yield _finding(
                page, (token.nbor(-1), token, verb, than), verb, than.head, "right before", "no sooner", "phrase"
            )


@cache
def _pattern() -> re.Pattern[str]:
    phrases = sorted(listed("sequence", "phrases"), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b", re.IGNORECASE)


def _finding(
    page: Page, row: tuple[Token, ...], topic: Token, other: Token | None, value: str, phrase: str, how: str
) -> Finding:
    signs = [f"order by a {how}", f"order: {phrase}"]
    if page.is_act(topic):
        signs.append("acts")
    if page.is_act(other):
        signs.append("other acts")
    words_ = (*row, other) if other is not None else row
    return Finding("sequence", row[1], words_, value, "order told", topic, other=other, signs=tuple(signs))
