"""Evidence of when an undated text was written: each piece leaves some days and says which words leave them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from summitry.annotation.hints import Hint, Reading, read_hint
from summitry.annotation.windows import Days, intersect
from summitry.language import Doc, Span, Token
from summitry.model import Interval, Mention, TimeExpression

__all__ = ["Evidence", "EvidenceKind", "Scene", "Sentence"]

EvidenceKind = Literal["known-meeting", "tenure", "anniversary", "explicit-past", "explicit-future", "hint"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Days on which the text can have been written as far as some words tell.

    Args:
        kind: what sort of evidence.
        days: the days left.
        bits: how much a fit tells, as bits against chance: a weekday fits one time in seven, 2.8 bits.
        words: the words of the text that tell it, with what is known of them.
        hint: the time expression that it reads, `None` where it reads none.
        readings: what the time expression can stand for, each with the days of writing on which it does.
    """

    kind: EvidenceKind
    days: Days
    bits: float
    words: str
    hint: Hint | None = None
    readings: tuple[Reading, ...] = ()

    def pinned(self, days: Days) -> Interval | None:
        """Return the one thing that the time expression stands for if the text was written on some of these days."""
        left = {meant for meant, writing in self.readings if intersect(writing, days)}
        return left.pop() if len(left) == 1 else None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with what it names.

    Args:
        span: its tokens.
        text: its words.
        start: its offset in the text.
        mentions: actors named.
        times: time expressions.
        hints: what those without a year say of the day of writing; of nested ones the widest.
    """

    span: Span
    text: str
    start: int
    mentions: tuple[Mention, ...]
    times: tuple[TimeExpression, ...]
    hints: tuple[Hint, ...]

    def words(self, start: int, end: int) -> str:
        """Return the words between two offsets of the text."""
        return self.text[start - self.start : end - self.start]

    def token_at(self, offset: int) -> Token:
        """Return the token that holds a character of the text."""
        return next(token for token in reversed(self.span) if token.idx <= offset or token.i == self.span.start)


@dataclass(frozen=True, slots=True)
class Scene:
    """A text cut into sentences with what they name.

    Args:
        sentences: its sentences that name anything, in order.
    """

    sentences: tuple[Sentence, ...]

    @classmethod
    def of(cls, doc: Doc, mentions: Sequence[Mention], times: Sequence[TimeExpression]) -> Scene:
        """Gather what each sentence of a text names."""
        text = doc.text
        spans = _whole_sentences(doc, text)
        starts = [doc[first].idx for first, _ in spans]
        named = _shared_out(mentions, starts)
        told = _shared_out(times, starts)
        found: list[Sentence] = []
        for (first, last), start, actors, expressions in zip(spans, starts, named, told, strict=True):
            if actors or expressions:
                words = text[start : doc[last - 1].idx + len(doc[last - 1])]
                hints = tuple(_hints(expressions, text))
                found.append(Sentence(doc[first:last], words, start, tuple(actors), tuple(expressions), hints))
        return cls(tuple(found))


_Placed = TypeVar("_Placed", Mention, TimeExpression)


def _shared_out(things: Sequence[_Placed], starts: list[int]) -> list[list[_Placed]]:
    """Share out what a text names among sentences that begin at some offsets."""
    shares: list[list[_Placed]] = [[] for _ in starts]
    for thing in things:
        number = bisect_right(starts, thing.start) - 1
        if number >= 0:
            shares[number].append(thing)
    return shares


def _hints(times: Iterable[TimeExpression], text: str) -> Iterator[Hint]:
    before = -1
    for time in times:
        if time.start < before or time.type not in ("DATE", "TIME") or _is_counted(time, text):
            continue
        if (hint := read_hint(text[time.start : time.end], time.start)) is not None:
            before = time.end
            yield hint


_COUNTED_BEFORE = re.compile(r"\b(?:ago|(?:years?|decades?)\s(?:earlier|later|before|after))\W{1,2}(?:on\s|in\s)?$")
_COUNTED_AFTER = re.compile(
    r"\W{1,2}(?:\w+\s)?(?:weeks?|months?|years?|decades?)\s(?:ago|earlier|later|before|after)\b"
)


def _is_counted(time: TimeExpression, text: str) -> bool:
    """True for "a year ago this week" and "on Tuesday two years earlier": no day near the writing."""
    before = text[max(0, time.start - 30) : time.start]
    return bool(_COUNTED_BEFORE.search(before) or _COUNTED_AFTER.match(text[time.end : time.end + 40]))


_ENDS = (".", "!", "?", ":", ";", "\n", "”", '"', "’")


def _whole_sentences(doc: Doc, text: str) -> list[tuple[int, int]]:
    """Return the sentences of a text as token ranges, with those joined that the parser cut: "March | 28 marks"."""
    joined: list[tuple[int, int]] = []
    for span in doc.sents:
        at = span.start_char
        if joined and not text[max(0, at - 3) : at].rstrip(" ").endswith(_ENDS):
            joined[-1] = (joined[-1][0], span.end)
        else:
            joined.append((span.start, span.end))
    return joined
