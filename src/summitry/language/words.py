"""What a word is by itself, wherever it stands: looked up once in the model's vocabulary, then remembered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import spacy

__all__ = ["Word", "WordBook"]

_MOST = 200_000
"""So many words are remembered: about 60 MB."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word without its place. Names and meanings are those of spaCy's `Lexeme`."""

    text: str
    lower_: str
    is_space: bool = False
    is_punct: bool = False
    is_stop: bool = False
    is_upper: bool = False
    like_num: bool = False


class WordBook:
    """Remembers the words of a vocabulary.

    Args:
        vocab: says what a word is.
    """

    def __init__(self, vocab: spacy.vocab.Vocab) -> None:
        self._vocab = vocab
        self._known: dict[int, Word] = {}

    def of(self, orths: Iterable[int]) -> list[Word]:
        """Return the words of some spaCy `ORTH` numbers."""
        if len(self._known) > _MOST:
            self._known.clear()
        known = self._known
        return [known.get(orth) or self._look_up(orth) for orth in orths]

    def _look_up(self, orth: int) -> Word:
        lexeme = self._vocab[orth]
        word = self._known[orth] = Word(
            lexeme.text,
            lexeme.lower_,
            lexeme.is_space,
            lexeme.is_punct,
            lexeme.is_stop,
            lexeme.is_upper,
            lexeme.like_num,
        )
        return word
