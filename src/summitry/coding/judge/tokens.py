"""Sentences as word pieces, and the pieces that a span of characters covers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from tokenizers import Tokenizer

__all__ = ["MOST_PIECES", "Pieces", "Span", "cut_into_pieces", "span_mask"]

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


def cut_into_pieces(tokenizer: Tokenizer, sentences: Sequence[str]) -> list[Pieces]:
    """Return each sentence's word pieces, at most `MOST_PIECES` of them."""
    return [
        Pieces(tuple(cut.ids[:MOST_PIECES]), tuple(cut.offsets[:MOST_PIECES]))
        for cut in tokenizer.encode_batch(list(sentences))
    ]


def span_mask(pieces: Pieces, span: Span | None, width: int) -> NDArray[np.float32]:
    """Return 1.0 for each piece that a span covers, 0.0 for the others.

    Args:
        pieces: a sentence's pieces.
        span: characters of that sentence; `None` covers nothing, as does a span that was cut away.
        width: length of the row that is returned.
    """
    row = np.zeros(width, dtype=np.float32)
    if span is not None:
        start, end = span
        for at, (low, high) in enumerate(pieces.offsets):
            if low < end and start < high:
                row[at] = 1.0
    return row
