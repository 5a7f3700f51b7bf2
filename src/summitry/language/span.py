"""Words of a parsed text that stand side by side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, overload

from summitry.language.token import Token

if TYPE_CHECKING:
    from summitry.language.document import Doc

__all__ = ["Span"]


class Span:
    """Words that stand side by side.

    Args:
        doc: the text they stand in.
        start: number of the first.
        end: the number after the last.
    """

    __slots__ = ("_words", "doc", "end", "start")

    def __init__(self, doc: Doc, start: int, end: int) -> None:
        self.doc = doc
        self.start = start
        self.end = end
        self._words = doc.tokens[start:end]

    def __len__(self) -> int:
        return len(self._words)

    def __iter__(self) -> Iterator[Token]:
        return iter(self._words)

    def __reversed__(self) -> Iterator[Token]:
        return reversed(self._words)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Span: ...
    def __getitem__(self, at: int | slice) -> Token | Span:
        if isinstance(at, slice):
            start, end, _ = at.indices(len(self._words))
            return Span(self.doc, self.start + start, self.start + max(start, end))
        return self._words[at]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Span):
            return NotImplemented
        return self.doc is other.doc and self.start == other.start and self.end == other.end

    def __hash__(self) -> int:
        return hash((self.start, self.end))

    def __repr__(self) -> str:
        return self.text

    @property
    def start_char(self) -> int:
        """The offset of its first character in the text."""
        if self._words:
            return self._words[0].idx
        return self.doc[self.start].idx if self.start < len(self.doc) else len(self.doc.text)

    @property
    def end_char(self) -> int:
        """The offset after its last character."""
        return self._words[-1].idx + len(self._words[-1].text) if self._words else self.start_char

    @property
    def text(self) -> str:
        """Its characters."""
        return self.doc.text[self.start_char : self.end_char]

    @property
    def text_with_ws(self) -> str:
        """Its characters with the blank behind them, if there is one."""
        after = self.doc.tokens[self.end : self.end + 1]
        return self.doc.text[self.start_char : after[0].idx if after else None] if self._words else ""

    @property
    def sent(self) -> Span:
        """The sentence in which it begins."""
        return self.doc[self.start].sent

    @property
    def root(self) -> Token:
        """The word nearest to the top of the sentence, the first of several."""
        tops = (word for word in self._words if word.head is word)
        if (top := next(tops, None)) is not None:
            return top
        outward = [word for word in self._words if not self.start <= word.head.i < self.end]
        return min(outward, key=_depth, default=self.doc[self.start])


def _depth(word: Token) -> int:
    """Return how many words stand above one; for punctuation and white space, so many that any word comes before it."""
    if (word.is_space or word.is_punct) and not word.children:
        return len(word.doc) - 1
    return sum(1 for _ in word.ancestors)
