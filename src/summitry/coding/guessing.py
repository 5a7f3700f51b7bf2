"""What a guess from the discourse is worth beside what syntax tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summitry.model import Mention

__all__ = ["guess"]

GUESSED = 0.5
"""What a guess from the discourse is worth beside what syntax tells."""


def guess(mentions: Sequence[Mention], reason: str) -> tuple[Mention, ...]:
    """Return mentions at a guess's score, with the reason."""
    return tuple(replace(m, score=m.score * GUESSED, reasons=(*m.reasons, reason)) for m in mentions)
