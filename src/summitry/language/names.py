"""Names of persons, bodies and places, as the model's own recogniser finds them, at less than half of its cost.

The recogniser (spaCy's transition-based one, `ner.pyx`) asks at each word which of seventy moves are allowed and which
is best. Outside a name, where most words are, all that it sees is that word, so that all words can be asked together.
Within a name two moves are left: to go on, and to end. Sums are those of `parser_model.pyx`, added in the same order.
"""

from __future__ import annotations

from collections.abc import Sequence
from sys import intern
from typing import Any, NamedTuple

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc

__all__ = ["OUTSIDE", "Name", "NameFinder"]


class Name(NamedTuple):
    """What the recogniser puts on a word, under the names of spaCy's attributes.

    `B` stands for a word with which a name begins, `I` for one in which it goes on, `O` for one outside every name.
    """

    ent_iob_: str
    ent_type_: str


OUTSIDE = Name("O", "")

_WORDS_SEEN = 3
"""The recogniser sees a word, the first of the name that it may be in, and the one before it in that name."""

_PIECES = 2
"""Its hidden layer takes the greater of two sums."""

Floats = NDArray[np.float32]


class NameFinder:
    """Finds names in texts that have been split into sentences and hold no white-space tokens.

    Args:
        pipeline: holds the recogniser, under spaCy's name for it.
    """

    def __init__(self, pipeline: spacy.language.Language) -> None:
        recogniser = pipeline.get_pipe("ner")
        assert isinstance(recogniser, EntityRecognizer)
        model = recogniser.model
        self._words, self._seen, self._scorer = (model.get_ref(part) for part in ("tok2vec", "lower", "upper"))
        assert self._seen.get_dim("nF") == _WORDS_SEEN
        assert self._seen.get_dim("nP") == _PIECES
        assert not model.attrs["unseen_classes"]
        self._ops: Any = self._scorer.ops
        moves = [recogniser.moves.get_class_name(move).partition("-") for move in range(recogniser.moves.n_moves)]
        self._labels = [intern(label) for _, _, label in moves]
        self._kinds = np.array([kind if label or kind == "O" else "never" for kind, _, label in moves])
        self._begins = self._kinds == "B"
        self._never = ~np.isin(self._kinds, ("B", "U", "O"))
        self._go_on, self._end = (self._moves_of(kind) for kind in "IL")

    def _moves_of(self, kind: str) -> dict[str, int]:
        """Return the moves of a kind by their labels."""
        return {self._labels[move]: move for move in np.flatnonzero(self._kinds == kind).tolist()}

    def find(self, docs: Sequence[Doc]) -> list[list[Name]]:
        """Return for each text the parts of its words in names."""
        if not docs:
            return []
        seen: NDArray[np.float32] = self._seen.predict(self._words.predict(list(docs)))
        absent, words = seen[0], seen[1:]
        alone = self._scores(words[:, 0] + absent[1] + absent[2])
        found, begin = [], 0
        for doc in docs:
            end = begin + len(doc)
            found.append(self._walk(doc, words[begin:end], alone[begin:end]))
            begin = end
        return found

    def _scores(self, seen: Floats) -> Floats:
        """Return the scores of all moves for what is seen at some words."""
        pieces = seen + self._seen.get_param("b")
        hidden = np.maximum(pieces[:, :, 0], pieces[:, :, 1])
        scores: Floats = self._ops.gemm(hidden, self._scorer.get_param("W"), trans2=True) + self._scorer.get_param("b")
        return scores

    def _walk(self, doc: Doc, words: NDArray[np.float32], alone: Floats) -> list[Name]:
        """Go through a text, from name to name."""
        names = [OUTSIDE] * len(doc)
        last = np.append(doc.to_array("SENT_START")[1:] == 1, True)
        best = np.where(self._never | (last[:, None] & self._begins), -np.inf, alone).argmax(axis=1)
        free = 0
        for start in np.flatnonzero(self._kinds[best] != "O").tolist():
            if start >= free:
                label, begins = self._labels[best[start]], self._kinds[best[start]] == "B"
                free = self._end_of(start, label, words, last) if begins else start + 1
                names[start:free] = [Name("B", label), *[Name("I", label)] * (free - start - 1)]
        return names

    def _end_of(self, start: int, label: str, words: NDArray[np.float32], last: NDArray[np.bool_]) -> int:
        """Return the offset after a name of several words. It ends with its sentence at the latest."""
        go_on, end = self._go_on[label], self._end[label]
        at = start + 1
        while not last[at]:
            scores = self._scores((words[at, 0] + words[start, 1] + words[at - 1, 2])[None])[0]
            if scores[end] > scores[go_on]:
                break
            at += 1
        return at + 1
