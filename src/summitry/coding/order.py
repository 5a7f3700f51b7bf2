"""Who does something before or after others: "became the *first* leader to visit", "was among the *last* to sign"."""

from __future__ import annotations

from summitry.language import Token

__all__ = ["is_next_in_a_row"]

ROW = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth last latest only next".split())
"""Words for the place of somebody among those who do something one after the other."""
COPULAS = frozenset({"be", "become"})
FARTHEST = 9
"""So many words may stand between a copula and its infinitive."""


def is_next_in_a_row(infinitive: Token) -> bool:
    """True for what somebody is told to have been the first, the third or the last to do.

    Args:
        infinitive: a verb with "to", on the copula or on its predicate, as the parser likes.
    """
    above = infinitive.head
    copula = above if above.lemma_ in COPULAS else above.head
    if copula.lemma_ not in COPULAS or not 0 < infinitive.i - copula.i <= FARTHEST:
        return False
    return any(word.lower_ in ROW for word in infinitive.doc[copula.i + 1 : infinitive.i])
