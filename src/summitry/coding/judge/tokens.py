"""Sentences as word pieces, and the pieces that a span of characters covers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tokenizers import Tokenizer

__all__ = ["MOST_PIECES", "Pieces", "Span", "cut_into_pieces"]

Span = tuple[int, int]
"""First character and the one after the last."""
MOST_PIECES = 160
"""Longer sentences are cut here: two in a thousand are longer."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """A sentence's word pieces.

    Args:
        ids: their numbers in the vocabulary, the opening and closing marks included.
        offsets: which characters each covers; (0, 0) for the marks.
    """

    ids: tuple[int, ...]
    offsets: tuple[Span, ...]

    def under(self, span: Span) -> list[int]:
        """Return which pieces some characters cover, none where the sentence was cut before them."""
        start, end = span
        return [at for at, (low, high) in enumerate(self.offsets) if low < end and start < high]


def cut_into_pieces(tokenizer: Tokenizer, sentences: Sequence[str]) -> list[Pieces]:
    """Return each sentence's word pieces, at most `MOST_PIECES` of them."""
    return [
        Pieces(tuple(cut.ids[:MOST_PIECES]), tuple(cut.offsets[:MOST_PIECES]))
        for cut in tokenizer.encode_batch(list(sentences))
    ]
