"""A text cut into pieces that a language model can take, at the ends of sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summitry.annotation import Annotation
from summitry.language import sentence_spans
from summitry.model import Span

__all__ = ["Piece", "pieces_of"]

MOST_CHARS = 12_000
"""Longest piece: some 3,000 tokens, which leaves room for the answer in the smallest windows in use (8,192)."""
_BREAK = re.compile(r"[^\S\n]*\n\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some sentences of a text that are sent at once.

    Args:
        text: the whole text, everything outside the article blanked out.
        sentences: where they stand in it, in order, at least one.
    """

    text: str
    sentences: tuple[Span, ...]

    @property
    def span(self) -> Span:
        """Where the piece begins and ends."""
        return self.sentences[0][0], self.sentences[-1][1]

    @property
    def words(self) -> str:
        """What is sent: paragraphs kept, other runs of white space made one blank."""
        start, end = self.span
        paragraphs = _BREAK.split(self.text[start:end])
        return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)

    def halves(self) -> tuple[Piece, ...]:
        """Return two shorter pieces, none where one sentence is all there is."""
        middle = len(self.sentences) // 2
        if not middle:
            return ()
        return Piece(self.text, self.sentences[:middle]), Piece(self.text, self.sentences[middle:])


def pieces_of(annotation: Annotation, most: int = MOST_CHARS) -> Iterator[Piece]:
    """Yield an article in pieces of whole sentences.

    Args:
        annotation: the article, parsed.
        most: characters of a piece; a longer sentence is a piece of its own.
    """
    text = annotation.document.masked_text
    held: list[Span] = []
    for span in sentence_spans(annotation.doc):
        if held and span[1] - held[0][0] > most:
            yield Piece(text, tuple(held))
            held = []
        held.append(span)
    if held:
        yield Piece(text, tuple(held))
