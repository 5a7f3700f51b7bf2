"""Bodies that act for a state told beside them: "*its government*", "the *cabinet* in Lima"."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from summitry.coding import syntax

__all__ = ["SEATED", "IsActor", "speaks_for"]

IsActor = Callable[[Token, bool], bool]
"""Tells whether a word stands in a mention of an actor, or of a person if its second argument is true."""
SEATED = frozenset("administration army cabinet government junta military ministry parliament regime".split())
"""Nouns of bodies whose "in" tells the seat, and so the state."""
BODIES = SEATED | frozenset("country delegation force movement nation negotiator party side troop".split())
"""Nouns of bodies that act for a state told beside."""


def speaks_for(noun: Token, is_actor: IsActor) -> bool:
    """True for a body whose state is told beside: "*its government*", "the new *cabinet* in Lima".

    Args:
        noun: a word.
        is_actor: tells whether a word stands in a mention of an actor.
    """
    if noun.lemma_.lower() not in BODIES:
        return False
    owners = [child for child in noun.children if child.dep_ == "poss"]
    owners += [place for name in ("of", "in") for place in syntax.prepositional(noun, name)]
    return any(is_actor(owner, False) for owner in owners)
