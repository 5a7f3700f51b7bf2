"""Who says what a verb tells, by the verbs of saying above it."""

from __future__ import annotations

from collections.abc import Container

from summitry.coding import syntax
from summitry.language import Token

__all__ = ["claimants"]


def claimants(verb: Token, reporting: Container[str]) -> list[Token]:
    """Return who says what a verb tells: the *Lima* of "Lima said that the raid violated the treaty".

    Args:
        verb: a verb.
        reporting: lemmas of verbs of saying.
    """
    word = verb
    while word.head != word and word.dep_ in {"aux", "ccomp", "conj", "parataxis"}:
        above = word.head
        if word.dep_ != "conj" and above.lemma_.lower() in reporting:
            return [] if syntax.is_passive(above) else syntax.subjects(above)
        word = above
    return []
