"""The judge where onnxruntime is missing: a linear model over the words around the pair."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from summitry.coding.judge.judgement import Judgement, Pair, judgement_of
from summitry.coding.judge.tokens import Span

__all__ = ["BUCKETS", "LinearJudge", "LinearRead", "features_of"]

BUCKETS = 2**14
"""Features are hashed into so many numbers."""
_WORD = re.compile(r"\w+|[^\w\s]")
_SUFFIXES = ("ing", "ed", "es", "s", "ment", "tion", "al")
_NEAR = 4
"""Words this near to a span are counted with their side of it."""


def features_of(sentence: str, pair: Pair) -> list[int]:
    """Return the hashed features of a pair: words, stems and word pairs, with where they stand to the two spans."""
    return sorted({crc32(feature.encode()) % BUCKETS for feature in _features(sentence, pair)})


def _features(sentence: str, pair: Pair) -> Iterator[str]:
    words = [(match[0].lower(), match.start()) for match in _WORD.finditer(sentence)]
    zones = [_zone(start, pair) for _, start in words]
    yield f"order {_order(pair)}"
    before, before_zone = "^", ""
    for (word, _), zone in zip(words, zones, strict=True):
        if zone in "AR":
            yield f"{zone} {word}"
            before = zone
        else:
            yield f"w {word}"
            yield f"{zone} {_stem(word)}"
            yield f"{before} {word}"
            before = _stem(word)
        if zone != before_zone and before_zone:
            yield f"{before_zone}>{zone} {word}"
        before_zone = zone
    for role, span in zip("AR", pair, strict=True):
        yield from _beside(role, span, words)


def _beside(role: str, span: Span | None, words: Sequence[tuple[str, int]]) -> Iterator[str]:
    if span is None:
        return
    ahead = [word for word, start in words if start < span[0]][-_NEAR:]
    after = [word for word, start in words if start >= span[1]][:_NEAR]
    yield from (f"<{role} {_stem(word)}" for word in ahead)
    yield from (f"{role}> {_stem(word)}" for word in after)


def _zone(start: int, pair: Pair) -> str:
    for role, span in zip("AR", pair, strict=True):
        if span is not None and span[0] <= start < span[1]:
            return role
    spans = [span for span in pair if span is not None]
    passed = sum(start >= span[1] for span in spans)
    return f"{passed} of {len(spans)} {_order(pair)}"


def _order(pair: Pair) -> str:
    actor, recipient = pair
    if actor is None or recipient is None:
        return "A" if actor else "R"
    return "AR" if actor <= recipient else "RA"


def _stem(word: str) -> str:
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) > 3:
            return word.removesuffix(suffix)
    return word


class LinearJudge:
    """Judges pairs by a weighted sum of their features.

    Args:
        weights: buckets × answers.
        offsets: what is added to each answer.
    """

    def __init__(self, weights: NDArray[np.float32], offsets: NDArray[np.float32]) -> None:
        self._weights = weights
        self._offsets = offsets

    @classmethod
    def load(cls, path: Path) -> LinearJudge:
        """Read eight-bit weights, each answer's with a scale of its own."""
        with np.load(path, allow_pickle=False) as stored:
            return cls(stored["weights"].astype(np.float32) * stored["scales"], stored["offsets"])

    def read(self, sentence: str) -> LinearRead:
        """Read a sentence."""
        return LinearRead(sentence, self)

    def answers_to(self, features: Sequence[int]) -> NDArray[np.float32]:
        """Return the answers for some features, before any softmax."""
        total: NDArray[np.float32] = self._weights[list(features)].sum(axis=0) / np.sqrt(len(features)) + self._offsets
        return total


@dataclass(frozen=True, slots=True)
class LinearRead:
    """One sentence as the linear judge has read it."""

    sentence: str
    reader: LinearJudge

    def judge(self, pair: Pair) -> Judgement:
        """Return what a pair does to each other."""
        return judgement_of(self.reader.answers_to(features_of(self.sentence, pair)))
