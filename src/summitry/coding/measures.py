"""Nouns that only count or measure what stands behind their "of"."""

from __future__ import annotations

from summitry.coding import syntax
from summitry.coding.lexicon import load_classes
from summitry.language import Token

__all__ = ["measured"]


def measured(heads: list[Token]) -> list[Token]:
    """Return heads with what they measure: "thousands of *rockets*", "11 of its *prisoners*"."""
    measures = [head for head in heads if head.pos_ == "NUM" or head.lemma_.lower() in load_classes()["measure"]]
    below = (noun for head in measures for noun in syntax.prepositional(head, "of"))
    return [*heads, *(member for noun in below for member in syntax.conjuncts(noun))] if measures else heads
