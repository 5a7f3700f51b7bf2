"""What the encoder says of one sentence, word by word: which act each word tells, and who takes part in it.

A pair of actors stands in an act of a category where some word tells it and takes the one for its actor, the other for
its recipient. Words are taken to speak independently, so that an act is missing where no word tells it ("noisy or").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from summitry.coding.judge.judgement import Judgement, Pair, judgement_of
from summitry.coding.judge.labels import MODES, NONE, STATUSES, TYPES
from summitry.coding.judge.tokens import Pieces, Span

__all__ = ["ROLE_WIDTH", "SIZE", "TOGETHER", "Reading"]

ROLE_WIDTH = 96
"""Numbers by which a word and somebody are matched, for each role."""
_LABELS = len(TYPES) + len(MODES) + len(STATUSES)
_CUTS = np.cumsum([_LABELS, 2 * ROLE_WIDTH, 2 * ROLE_WIDTH, 2])
SIZE = int(_CUTS[-1]) + 2
"""Numbers that the encoder says of a word piece: categories, modes, statuses, what it asks of those who take part in
its act, what it offers as one who takes part, and how ready it is for either."""
_SURE = 0.9995
TOGETHER = frozenset({"CONSULT", "AGREE", "COOPERATE", "SUPPORT", "ASSAULT", "RETREAT"})
"""Categories in which several actors may act on each other."""
_TOGETHER = np.array([kind in TOGETHER for kind in TYPES if kind != NONE])

_Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Reading:
    """One sentence as the encoder reads it.

    Args:
        sentence: its words.
        pieces: its word pieces.
        answers: pieces × `SIZE`, before any softmax.
    """

    sentence: str
    pieces: Pieces
    answers: NDArray[np.float32]

    @cached_property
    def types(self) -> _Numbers:
        """Pieces × categories: the chance that a piece tells an act of it; the last is that it tells none."""
        return _softmax(self.answers[:, : len(TYPES)].astype(np.float64))

    @cached_property
    def _asked(self) -> tuple[_Numbers, _Numbers]:
        _, asks, offers, ready, open_ = np.split(self.answers.astype(np.float64), _CUTS, axis=1)
        return np.hstack([asks, ready]), np.hstack([offers, open_])

    def at(self, word: Span) -> int | None:
        """Return the first piece of a word, None where the sentence was cut before it."""
        return next(iter(self.pieces.under(word)), None)

    def told_at(self, piece: int) -> Judgement:
        """Return what is said of the act that the word at a piece tells."""
        return judgement_of(self.answers[piece, :_LABELS])

    def roles(self, pieces: Sequence[int], who: Span) -> _Numbers:
        """Return the chances that somebody acts, and is acted upon, in what the words at some pieces tell.

        Args:
            pieces: where those words begin.
            who: characters of the sentence.

        Returns:
            Pieces × 2; zeros for somebody behind the cut.
        """
        stands = self.pieces.under(who)
        if not stands:
            return np.zeros((len(pieces), 2))
        asks, offers = self._asked
        asking, offering = asks[list(pieces)], offers[stands].mean(axis=0)
        width = 2 * ROLE_WIDTH
        match = (asking[:, :width] * offering[:width]).reshape(len(pieces), 2, ROLE_WIDTH).sum(axis=2)
        total = 2 * match / np.sqrt(ROLE_WIDTH) + asking[:, width:] + offering[width:]
        return np.asarray(1 / (1 + np.exp(-total)))

    def judge(self, pair: Pair) -> Judgement:
        """Return what a pair does to each other, whichever word tells it."""
        words = self._beginnings
        told = self.types[words][:, :-1]
        actor, recipient = pair
        if actor is not None:
            told = told * self.roles(words, actor)[:, :1]
        if recipient is not None:
            acting, acted = np.split(self.roles(words, recipient), 2, axis=1)
            told = told * np.where(_TOGETHER, 1 - (1 - acting) * (1 - acted), acted)
        missing = np.log1p(-np.minimum(told, _SURE)).sum(axis=0)
        found = np.append(-np.expm1(missing), np.exp(missing.sum()))
        teller = words[int(told[:, int(found[:-1].argmax())].argmax())]
        answers = self.answers[teller, :_LABELS].astype(np.float64)
        answers[: len(TYPES)] = np.log(np.maximum(found, 1e-9))
        return judgement_of(answers)

    @cached_property
    def _beginnings(self) -> list[int]:
        """Pieces at which words begin, marks of punctuation left out; the opening mark where there are none."""
        text = self.sentence
        return [
            at
            for at, (low, high) in enumerate(self.pieces.offsets)
            if high > low and text[low].isalnum() and not text[low - 1 : low].isalnum()
        ] or [0]


def _softmax(rows: _Numbers) -> _Numbers:
    grown = np.exp(rows - rows.max(axis=1, keepdims=True))
    return np.asarray(grown / grown.sum(axis=1, keepdims=True))
