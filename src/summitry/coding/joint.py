"""What is done with others: "patrolled the strait *together*", "*jointly* launched a satellite"."""

from __future__ import annotations

from summitry.coding.lexicon import load_classes
from summitry.language import Token

__all__ = ["ANY", "is_shared"]

ANY = "*"
"""Trigger of the frames of whatever is done with others."""
TOGETHER = frozenset({"alongside", "jointly", "together"})


def is_shared(verb: Token) -> bool:
    """True where the words under a verb tell that people do it with others: not that they "sat *together*"."""
    shared = any(child.lower_ in TOGETHER for child in verb.children)
    return shared and verb.lemma_.lower() not in load_classes()["apart"]
