"""A parsed text laid out for the resolver: plain lists in place of spaCy's objects."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from calendar import month_name
from collections.abc import Iterator, Sequence
from datetime import timedelta

from summitry.actors.folding import fold
from summitry.language import Doc, Token
from summitry.model import Interval, TimeExpression

__all__ = ["Page"]

_MONTHS = tuple(month_name[1:])
_YEAR = re.compile(rf"\b(?:({'|'.join(_MONTHS)}) )?((?:19|20)\d\d)\b(?![-\d])")
_DEATH = frozenset(
    {"die", "bury", "death", "dead", "assassinate", "assassination", "murder", "funeral", "kill", "shoot", "mourn"}
)
_FIRST_SINCE = re.compile(r"\b(?:first|last|only)\b[\w\s]{0,30}\bsince\s+$")
_BOUND_WORDS = 50
"""How many characters before a time tell that it only bounds a span."""
_NEAR_TIMES = 20
"""How many times on either side in its sentence a word may speak of."""

_LONGEST_TIME = 400
"""Longest time expression, in days, that dates an office; decades tell too little."""


class Page:
    """Words (white space left out) of a parsed text with what the resolver asks of them.

    Args:
        doc: the parsed text.
        published: when the text appeared, `None` where unknown.
        times: time expressions of the text; `None` lets plain years and months be read here.
    """

    def __init__(self, doc: Doc, published: Interval | None, times: Sequence[TimeExpression] | None) -> None:
        self.text = doc.text
        self.published = published if published is not None and published.known else None
        tokens = [token for token in doc if not token.is_space]
        number = {token.i: index for index, token in enumerate(tokens)}
        self.words = [token.text for token in tokens]
        self.folded = [fold(word) for word in self.words]
        self.starts = [token.idx for token in tokens]
        self.ends = [token.idx + len(token) for token in tokens]
        self.tags = [token.tag_ for token in tokens]
        self.pos = [token.pos_ for token in tokens]
        self.deps = [token.dep_ for token in tokens]
        self.lemmas = [token.lemma_.lower() for token in tokens]
        self.heads = [number.get(token.head.i, index) for index, token in enumerate(tokens)]
        self.entities = [token.ent_type_ for token in tokens]
        self.iob = [token.ent_iob_ for token in tokens]
        self.sentence = self._sentences(tokens)
        self._times = sorted(_intervals(self.text, times), key=lambda item: item[0])
        self._time_starts = [start for start, _ in self._times]
        self._sentence_bounds = self._bounds()
        self._deadly = {number for number, lemma in zip(self.sentence, self.lemmas, strict=True) if lemma in _DEATH}

    def __len__(self) -> int:
        return len(self.words)

    @staticmethod
    def _sentences(tokens: Sequence[Token]) -> list[int]:
        number, numbers = -1, []
        for index, token in enumerate(tokens):
            if index == 0 or token.is_sent_start:
                number += 1
            numbers.append(number)
        return numbers

    def _bounds(self) -> list[tuple[int, int]]:
        bounds: list[tuple[int, int]] = []
        for index, number in enumerate(self.sentence):
            if number == len(bounds):
                bounds.append((index, index + 1))
            else:
                bounds[number] = (bounds[number][0], index + 1)
        return bounds

    def sentence_of(self, index: int) -> tuple[int, int]:
        """Return the half-open range of words of the sentence that a word belongs to."""
        return self._sentence_bounds[self.sentence[index]]

    def word_at(self, offset: int) -> int:
        """Return the index of the word that covers an offset, or of the next one."""
        return min(bisect_right(self.ends, offset), len(self.words) - 1)

    def words_between(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open range of words that overlap offsets."""
        return bisect_right(self.ends, start), bisect_left(self.starts, end)

    def capital(self, index: int) -> bool:
        """True where a word begins with a capital letter."""
        return 0 <= index < len(self.words) and self.words[index][:1].isupper()

    def adjoins(self, index: int) -> bool:
        """True where only white space without a block border parts a word from the one before."""
        if not 0 < index < len(self.words):
            return False
        between = self.text[self.ends[index - 1] : self.starts[index]]
        return "\n\n" not in between and len(between) < 20

    def entity(self, index: int) -> tuple[int, int]:
        """Return the half-open range of words of the entity around a word."""
        begin = end = index
        while begin > 0 and self.iob[begin] == "I":
            begin -= 1
        end += 1
        while end < len(self.words) and self.iob[end] == "I":
            end += 1
        return begin, end

    def tells_death(self, index: int) -> bool:
        """True where the sentence of a word, or one beside it, tells of a death."""
        number = self.sentence[index]
        return not self._deadly.isdisjoint((number - 1, number, number + 1))

    def dies(self, index: int) -> bool:
        """True for the subject of a verb of dying or being killed."""
        subject = self.deps[index] in ("nsubj", "nsubjpass")
        return subject and self.lemmas[self.heads[index]] in _DEATH

    def is_subject(self, index: int) -> bool:
        """True for a subject, the name beside it ("the monk, *Tri Quang*, left"), and the head of a verbless parse."""
        told = self.heads[index] if self.deps[index] == "appos" else index
        return self.deps[told] in ("nsubj", "nsubjpass", "ROOT")

    def days_before(self, days: int) -> Interval | None:
        """Return the day some days before publication, `None` where that is not known."""
        if self.published is None or self.published.first is None:
            return None
        return Interval.day(self.published.first - timedelta(days=days), "before-death")

    def times_for(self, index: int) -> Iterator[Interval]:
        """Yield the times that a word may speak of, the likeliest first.

        The last time told before it in its sentence, another of its sentence, the date of publication,
        then the last one told before in the text. Times after publication are left out.
        """
        first, last = self.sentence_of(index)
        low = bisect_left(self._time_starts, self.starts[first])
        middle = bisect_left(self._time_starts, self.starts[index])
        high = bisect_left(self._time_starts, self.ends[last - 1])
        before = range(middle - 1, max(low, middle - _NEAR_TIMES) - 1, -1)
        for position in (*before, *range(middle, min(high, middle + _NEAR_TIMES))):
            if not self._future(self._times[position][1]) and not self._is_bound(self._times[position][0]):
                yield self._times[position][1]
        if self.published:
            yield self.published
        if low:
            yield self._times[low - 1][1]

    def _is_bound(self, start: int) -> bool:
        """True for a time that only bounds a span: "for the first time since 1991"."""
        return bool(_FIRST_SINCE.search(self.text[max(0, start - _BOUND_WORDS) : start]))

    def _future(self, time: Interval) -> bool:
        """True for a time after publication: offices are not known ahead."""
        published = self.published
        return bool(published and published.last and time.first and time.first > published.last)

    def time_for(self, index: int) -> Interval | None:
        """Return the likeliest time that a word speaks of."""
        return next(self.times_for(index), None)

    def time_of_names(self, index: int) -> Interval | None:
        """Return the time that tells who bore a name: where a text has told none yet, the first that it tells."""
        return self.time_for(index) or (self._times[0][1] if self._times else None)


def _intervals(text: str, times: Sequence[TimeExpression] | None) -> Iterator[tuple[int, Interval]]:
    if times is None:
        for match in _YEAR.finditer(text):
            month = f"-{_MONTHS.index(match[1]) + 1:02d}" if match[1] else ""
            yield match.start(), Interval.parse(match[2] + month, "explicit-year")
        return
    for time in times:
        first, last = time.interval.first, time.interval.last
        if time.type in ("DATE", "TIME") and first and last and (last - first).days <= _LONGEST_TIME:
            yield time.start, time.interval
