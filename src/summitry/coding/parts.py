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
SURE = 0.9
"""Who is acted upon at this chance or more is so, where the words tell of nobody else."""
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

    def surely(self, act: Token, kind: str | None, found: Sequence[Mention]) -> tuple[Mention, ...]:
        """Return those of some who are acted upon beyond doubt in an act of a category."""
        reading, piece = self._reading(act, kind, found)
        if reading is None or piece is None:
            return ()
        return tuple(m for m in found if _chances(act, piece, reading, m)[_ACTED] >= SURE)

    def _reading(self, act: Token, kind: str | None, found: Sequence[Mention]) -> tuple[Reading | None, int | None]:
        reading = self._reads(act.sent) if self._reads is not None and found and kind else None
        if not isinstance(reading, Reading) or kind is None:
            return None, None
        return reading, teller_of(act, kind, reading)

    def _likely(self, act: Token, kind: str | None, found: Sequence[Mention], role: int) -> tuple[Mention, ...]:
        reading, piece = self._reading(act, kind, found)
        if reading is None or piece is None:
            return tuple(found)

        def may_be(mention: Mention) -> bool:
            if not _stands_in(act, mention) or (kind in ON_SOIL and mention.kind == "state"):
                return True
            chances = _chances(act, piece, reading, mention)
            return (max(chances) if kind in TOGETHER else chances[role]) >= UNLIKELY

        return tuple(filter(may_be, found))


def teller_of(act: Token, kind: str, reading: Reading) -> int | None:
    """Return the piece of a word or of one beside it, whichever rather tells an act of a category."""
    low = act.sent.start_char
    words = [act, *(word for word in (act.head, *act.children) if word.pos_ in _TELLING)]
    pieces = [at for word in words if (at := reading.at((word.idx - low, word.idx - low + len(word)))) is not None]
    return max(pieces, key=lambda at: float(reading.types[at, TYPES.index(kind)]), default=None)


def _stands_in(act: Token, mention: Mention) -> bool:
    """True for somebody whom the sentence of an act names."""
    sentence = act.sent
    return bool(mention.surface) and sentence.start_char <= mention.start < mention.end <= sentence.end_char


def _chances(act: Token, piece: int, reading: Reading, mention: Mention) -> tuple[float, float]:
    """Return the chances that somebody acts and is acted upon, zero for one whom the sentence does not name."""
    if not _stands_in(act, mention):
        return 0.0, 0.0
    sentence = act.sent
    start, end = phrase_of(sentence, mention.start, mention.end)
    low = sentence.start_char
    acts, acted = reading.roles([piece], (max(start - low, 0), min(end, sentence.end_char) - low))[0].tolist()
    return acts, acted
