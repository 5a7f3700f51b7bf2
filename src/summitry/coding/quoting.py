"""The words of a sentence that tell an act, and the sentence as readers see it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summitry.coding import syntax
from summitry.coding.around import object_heads
from summitry.language import Token
from summitry.model import Evidence, Mention, TimeExpression

__all__ = ["LONGEST_SENTENCE", "sentence_around", "words_of"]

LONGEST_SENTENCE = 600
"""A sentence is shown in full up to this many characters."""
_GAP = re.compile(r"\s{8,}|\s*\n\s*\n\s*")

Stretch = tuple[int, int]


def words_of(trigger: Token, mentions: Sequence[Mention], expression: TimeExpression | None, text: str) -> Evidence:
    """Return the shortest run of a sentence that tells an act: its trigger, participants and date.

    A bare noun ("the meeting") tells nothing by itself: it is quoted with its clause's verb and subject. Words that
    stand earlier in the text, too, are quoted with their whole sentence, so that nobody looks them up in the wrong one.

    Args:
        trigger: the word that tells the act.
        mentions: who takes part.
        expression: when, as told.
        text: the document's text; that of the trigger's parse has its furniture blanked out.
    """
    low, high = trigger.sent.start_char, trigger.sent.end_char
    spans = [_span(trigger)]
    spans += [(m.start, m.end) for m in mentions if m.surface and low <= m.start < high]
    if expression is not None and low <= expression.start and expression.end <= high:
        spans.append((expression.start, expression.end))
    if trigger.pos_ == "VERB":
        spans += map(_span, object_heads(trigger))
    if len(spans) == 1:
        spans += _clause(trigger)
    start, end = min(s for s, _ in spans), max(e for _, e in spans)
    if text.find(text[start:end]) < start:
        start, end = _without_furniture(trigger.doc.text, low, high, start, end)
    return Evidence(start, end, text[start:end], sentence_around(trigger.doc.text, low, high, start, end))


def _span(word: Token) -> Stretch:
    return word.idx, word.idx + len(word)


def _clause(trigger: Token) -> list[Stretch]:
    """Return the verb above an act's noun, or of an act itself, with its subject."""
    verb = syntax.clause_of(trigger)
    return [_span(verb), *(_span(noun) for noun in syntax.own_subjects(verb))]


def _without_furniture(masked: str, low: int, high: int, start: int, end: int) -> Stretch:
    """Return where a sentence begins and ends around some of its words, without what stands beside it on the page."""
    low = max((gap.end() for gap in _GAP.finditer(masked, low, start)), default=low)
    gap = _GAP.search(masked, end, high)
    words = masked[low : gap.start() if gap else high]
    return low + len(words) - len(words.lstrip()), low + len(words.rstrip())


def sentence_around(masked: str, low: int, high: int, start: int, end: int) -> str:
    """Return the sentence for readers: without furniture beside it, and cut where it is very long."""
    low, high = _without_furniture(masked, low, high, start, end)
    if high - low > LONGEST_SENTENCE:
        low, high = max(low, start - LONGEST_SENTENCE // 4), min(high, max(end, start + LONGEST_SENTENCE))
    return masked[min(low, start) : max(high, end)].strip()
