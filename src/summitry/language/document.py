"""A parsed text as plain Python objects, which the rules read many thousand times a page.

Names and meanings are those of spaCy's `Doc`, `Span` and `Token`, for as much of these as is asked here. There, each
attribute is looked up in C and made into a new string, and sentences and children are gone through anew each time they
are asked for; here all is made once.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal, overload

from summitry.language.edges import edges_of
from summitry.language.form import Form
from summitry.language.names import Name
from summitry.language.span import Span
from summitry.language.token import Token
from summitry.language.words import Word

__all__ = ["Doc"]


class Doc:
    """A parsed text.

    Args:
        text: all of it.
        words: its words and runs of white space in order, which are all of it but single blanks between words.
        starts: the offset of each.
        forms: tag, part of speech, lemma and dependency label of each.
        names: the part of each in a name.
        heads: the number of the head of each.
    """

    __slots__ = ("_starts", "sents", "text", "tokens")

    def __init__(
        self,
        text: str,
        words: Sequence[Word],
        starts: Sequence[int],
        forms: Sequence[Form],
        names: Sequence[Name],
        heads: Sequence[int],
    ) -> None:
        self.text = text
        self._starts = starts
        rows = zip(range(len(words)), starts, words, forms, names, strict=True)
        self.tokens = tuple([Token(self, *row) for row in rows])
        self._hang(heads)
        self.sents = tuple(self._sentences(heads))

    def _hang(self, heads: Sequence[int]) -> None:
        lefts: defaultdict[int, list[Token]] = defaultdict(list)
        rights: defaultdict[int, list[Token]] = defaultdict(list)
        for token, head in zip(self.tokens, heads, strict=True):
            token.head = self.tokens[head]
            if head != token.i:
                (lefts if token.i < head else rights)[head].append(token)
        for at, found in lefts.items():
            self.tokens[at].lefts = self.tokens[at].children = tuple(found)
        for at, found in rights.items():
            above = self.tokens[at]
            above.rights = tuple(found)
            above.children = above.lefts + above.rights

    def _sentences(self, heads: Sequence[int]) -> Iterator[Span]:
        lefts, rights, begins = edges_of(heads)
        for token, left, right in zip(self.tokens, lefts, rights, strict=True):
            token._left, token._right = left, right
        for begin in begins:
            self.tokens[begin].is_sent_start = True
        for start, end in pairwise(dict.fromkeys((0, *begins, len(heads)))):
            sentence = Span(self, start, end)
            for token in sentence:
                token.sent = sentence
            yield sentence

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Span: ...
    def __getitem__(self, at: int | slice) -> Token | Span:
        if isinstance(at, slice):
            start, end, _ = at.indices(len(self.tokens))
            return Span(self, start, max(start, end))
        return self.tokens[at]

    def char_span(self, start: int, end: int, alignment_mode: Literal["expand"]) -> Span | None:
        """Return the words that offsets touch, `None` where they lie outside the text.

        Args:
            start: first character.
            end: the one after the last.
            alignment_mode: `expand`, that words are taken whole; what else spaCy can do is not asked for.
        """
        if not (0 <= start < len(self.text) and 0 < end <= len(self.text)):
            return None
        first, last = bisect_right(self._starts, start) - 1, bisect_right(self._starts, end - 1) - 1
        if start == self._starts[first] + len(self.tokens[first]):  # the blank behind a word
            first += 1
        return Span(self, first, last + 1)
