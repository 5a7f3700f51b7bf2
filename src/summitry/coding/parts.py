"""Whether somebody whom a rule only guesses has a part in an act: a second opinion, by the judge's reading."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from summitry.coding.judge.labels import TYPES
from summitry.coding.judge.phrase import phrase_of
from summitry.coding.judge.reading import TOGETHER, Reading
from summitry.language import Span as Words
from summitry.language import Token
from summitry.model import Mention

__all__ = ["Parts", "Reads", "teller_of"]

Reads = Callable[[Words], object]
"""Reads a sentence; what is no `Reading` tells nothing of single words."""
UNLIKELY = 0.15
"""Of those guessed from what an act is about, whom the judge gives a lower chance one in seven has the part."""
ON_SOIL = frozenset({"ASSAULT", "MOBILIZE"})
"""Categories that hit a state where they are done on its soil, of which the judge knows nothing."""
_TELLING = frozenset({"VERB", "NOUN"})
_ACTS, _ACTED = 0, 1


class Parts:
    """Knows who takes part in the acts of one document's sentences, as far as a judge tells.

    Args:
        reads: the judge; None where there is none, which doubts nobody.
    """

    def __init__(self, reads: Reads | None = None) -> None:
        self._reads = reads

    def acting(self, act: Token, kind: str | None, found: Sequence[Mention]) -> tuple[Mention, ...]:
        """Return those of some who may be guessed to do an act of a category."""
        return self._likely(act, kind, found, _ACTS)

    def acted_upon(self, act: Token, kind: str | None, found: Sequence[Mention]) -> tuple[Mention, ...]:
        """Return those of some who may be guessed to be acted upon in an act of a category."""
        return self._likely(act, kind, found, _ACTED)

    def _likely(self, act: Token, kind: str | None, found: Sequence[Mention], role: int) -> tuple[Mention, ...]:
        reading = self._reads(act.sent) if self._reads is not None and found and kind else None
        if not isinstance(reading, Reading) or kind is None:
            return tuple(found)
        piece = teller_of(act, kind, reading)
        if piece is None:
            return tuple(found)
        return tuple(
            m
            for m in found
            if (kind in ON_SOIL and m.kind == "state") or _chance(act, piece, reading, m, kind, role) >= UNLIKELY
        )


def teller_of(act: Token, kind: str, reading: Reading) -> int | None:
    """Return the piece of a word or of one beside it, whichever rather tells an act of a category."""
    low = act.sent.start_char
    words = [act, *(word for word in (act.head, *act.children) if word.pos_ in _TELLING)]
    pieces = [at for word in words if (at := reading.at((word.idx - low, word.idx - low + len(word)))) is not None]
    return max(pieces, key=lambda at: float(reading.types[at, TYPES.index(kind)]), default=None)


def _chance(act: Token, piece: int, reading: Reading, mention: Mention, kind: str, role: int) -> float:
    """Return the chance that somebody has a part, 1 for one whom the sentence does not name."""
    sentence = act.sent
    if not mention.surface or not sentence.start_char <= mention.start < mention.end <= sentence.end_char:
        return 1.0
    start, end = phrase_of(sentence, mention.start, mention.end)
    low = sentence.start_char
    chances = reading.roles([piece], (max(start - low, 0), min(end, sentence.end_char) - low))[0]
    return float(chances.max() if kind in TOGETHER else chances[role])
