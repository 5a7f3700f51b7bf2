"""From the words of a mention to the whole phrase, which is what the judge was taught to look at."""

from __future__ import annotations

from summitry.language import Span as Words
from summitry.language import Token

__all__ = ["phrase_of"]

INSIDE = frozenset({"det", "amod", "compound", "nmod", "nummod", "poss", "quantmod"})
"""What belongs to a noun and stands before it."""
QUALIFYING = frozenset({"amod", "compound", "nmod"})
"""A name so attached stands for its head: the *Chinese* of "Chinese warplanes"."""
LONGEST = 9
"""Longer phrases are not taken; the mention is kept as it is."""


def phrase_of(sentence: Words, start: int, end: int) -> tuple[int, int]:
    """Return the characters of the noun phrase whose head a mention is or stands for.

    Args:
        sentence: the parsed sentence.
        start: first character of the mention in the document.
        end: the one after its last.
    """
    words = sentence.doc.char_span(start, end, alignment_mode="expand")
    if words is None:
        return start, end
    head = words.root
    while head.dep_ in QUALIFYING and head.head.pos_ in {"NOUN", "PROPN"} and head.head.i > head.i:
        head = head.head
    first, last = min(_first(head), words.start), max(head.i, words.end - 1)
    if last - first >= LONGEST:
        return start, end
    return sentence.doc[first].idx, sentence.doc[last].idx + len(sentence.doc[last])


def _first(head: Token) -> int:
    lefts = [_first(child) for child in head.lefts if child.dep_ in INSIDE]
    return min([head.i, *lefts])
