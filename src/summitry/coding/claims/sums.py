"""Breakdowns: "three with Moon, two with Trump, and one each with Trong and Putin" as parts of a sum."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.coding import syntax
from summitry.coding.claims.finding import Finding
from summitry.coding.claims.numbers import TIMES, read_number, read_ordinal
from summitry.coding.claims.page import Page
from summitry.coding.claims.windows import window_of
from summitry.language import Token
from summitry.model import Part

__all__ = ["find_sums", "parts_after"]

_SHARED = frozenset({"each", "apiece"})
_WITH = frozenset({"with", "by", "in", "to", "from", "for", "against", "of"})
_FEWEST = 2
_OCCASIONS = frozenset({"times", "time", "occasions"})
"""Nouns beside which a number counts the act of the clause: "three *times* with Moon and once with Trump"."""


def find_sums(page: Page) -> Iterator[Finding]:
    """Yield a finding for every part of a breakdown that stands without the noun it counts."""
    for sentence in page.sentences:
        row = _row(page, sentence.start, sentence.end)
        if len(row) < _FEWEST:
            continue
        noun = next((n for _, _, n, _ in row if n is not None), None) or _whole_before(page, row[0][0])
        if noun is None and any(number.lower_ in TIMES for number, *_ in row):
            continue  # the acts of a clause are counted where they are told
        for number, value, own, with_words in row:
            if own is not None:
                continue  # the plain count of its noun tells it
            yield Finding(
                "count",
                number,
                (number, *with_words[-1:]),
                str(value),
                "part of a sum",
                noun,
                "exactly",
                window_of(page, noun) if noun is not None else None,
                partners=with_words[1:],
                signs=("part",),
            )


def _whole_before(page: Page, number: Token) -> Token | None:
    """Return the noun that a breakdown without one breaks down: "nine summits: four with …"."""
    start = number.sent.start
    before = page.doc[start - 1].sent.start if start else start
    for token in reversed(page.doc[before : number.i]):
        counted = any(c.dep_ == "nummod" or read_ordinal(c.lower_) for c in token.children if c.i < token.i)
        if counted and token.pos_ == "NOUN" and page.frame_at(token) is not None:
            return token
    return None


def parts_after(page: Page, sentence_start: int, topic: Token) -> tuple[Part, ...]:
    """Return the parts of a sum told in the sentence of a topic or in the one after it.

    Args:
        page: the document.
        sentence_start: first word of the topic's sentence.
        topic: the noun that the sum counts.
    """
    sentence = page.doc[sentence_start].sent
    ends = [sentence.end]
    if sentence.end < len(page.doc):
        ends.append(page.doc[sentence.end].sent.end)
    start = topic.i + 1
    for end in ends:
        row = _row(page, start, end)
        if len(row) >= _FEWEST:
            return tuple(part for entry in row for part in _parts(page, entry))
        start = end
    return ()


Entry = tuple[Token, int, Token | None, tuple[Token, ...]]
"""A number, its value, the noun it counts if it stands there, the words of "with whom"."""


def _row(page: Page, start: int, end: int) -> list[Entry]:
    """Return the entries of a breakdown: numbers that are each followed by the same preposition."""
    row: list[Entry] = []
    for token in page.doc[start:end]:
        number = token.pos_ == "NUM" or token.lower_ == "one"
        value = read_number(token.text) if number and not page.is_time(token) else TIMES.get(token.lower_)
        if value is None:
            continue
        noun = token.head if token.dep_ == "nummod" and token.head.i > token.i else None
        after = [noun, token] if noun is not None else [token]
        noun = None if noun is not None and noun.lower_ in _SHARED | _OCCASIONS else noun
        with_words = next((found for holder in after if (found := _with_whom(page, holder, end))), ())
        if with_words and not _is_in_brackets(page, token):
            row.append((token, value, noun, with_words))
    prepositions = [words[0].lower_ for *_, words in row]
    if not prepositions or len({*prepositions}) > 1:
        return []
    return row if any(noun is None for *_, noun, _ in row) else []


def _is_in_brackets(page: Page, token: Token) -> bool:
    before = page.text[token.sent.start_char : token.idx]
    return before.count("(") > before.count(")")


def _with_whom(page: Page, holder: Token, end: int) -> tuple[Token, ...]:
    """Return the preposition after a number or its noun, and the actors under it."""
    at = holder.i + 1
    if at < end and page.doc[at].lower_ in _SHARED:
        at += 1
    if at >= end or page.doc[at].lower_ not in _WITH:
        return ()
    preposition = page.doc[at]
    nouns = [c for c in preposition.children if c.dep_ == "pobj"]
    people = tuple(t for noun in nouns for t in syntax.conjuncts(noun) if page.actors_at(t))
    if not people:  # a parser may hang the names elsewhere: take those that stand right behind
        people = tuple(_names_behind(page, at + 1, end))
    return (preposition, *people) if people else ()


def _names_behind(page: Page, start: int, end: int) -> Iterator[Token]:
    seen: set[str] = set()
    for token in page.doc[start:end]:
        if token.pos_ in {"NUM", "VERB"} or token.text in {",", ";", "(", "."}:
            return
        for mention in page.index.at(token)[:1]:
            last = page.index.span_of(mention)
            if mention.actor_id not in seen and last is not None and token.i == last.end - 1:
                seen.add(mention.actor_id)
                yield token


def _parts(page: Page, entry: Entry) -> Iterator[Part]:
    number, value, _, with_words = entry
    people = [m for token in with_words[1:] for m in page.actors_at(token)[:1]]
    shared = page.doc[number.i + 1].lower_ in _SHARED if number.i + 1 < len(page.doc) else False
    groups = [(m,) for m in people] if shared else [tuple(people[:1])]
    for group in groups:
        last = max((m.end for m in group), default=number.idx + len(number))
        yield Part(value, tuple(m.name for m in group), page.text[number.idx : max(last, number.idx + len(number))])
