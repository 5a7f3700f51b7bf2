"""Bodies and people that act for whom they are told to be of: "*its government*", "the *cabinet* in Lima"."""

from __future__ import annotations

from collections.abc import Callable

from summitry.actors.lexicon import load_lexicon
from summitry.coding import syntax
from summitry.coding.lexicon import load_classes
from summitry.language import Token

__all__ = ["SEATED", "IsActor", "speaks_for"]

IsActor = Callable[[Token, bool], bool]
"""Tells whether a word stands in a mention of an actor, or of a person if its second argument is true."""
SEATED = frozenset("administration army cabinet government junta military ministry parliament regime".split())
"""Nouns of bodies whose "in" tells the seat, and so the state."""
BODIES = SEATED | frozenset("country delegation force movement nation negotiator party side troop".split())
"""Nouns of bodies that act for a state told beside."""
OWNING = frozenset({"poss", "compound", "nmod", "amod"})


def speaks_for(noun: Token, is_actor: IsActor) -> bool:
    """True for a body or people whose state or organisation is told beside.

    "*Its government*", "the new *cabinet* in Lima", "*Turkey's Red Crescent*", "*UNESCO inspectors*".

    Args:
        noun: a word.
        is_actor: tells whether a word stands in a mention of an actor.
    """
    if noun.lemma_.lower() in BODIES:
        owners = [child for child in noun.children if child.dep_ == "poss"]
        owners += [place for name in ("of", "in", "from") for place in syntax.prepositional(noun, name)]
        if any(is_actor(owner, False) for owner in owners):
            return True
    organ = noun.lemma_.lower() in load_classes()["organ"]
    if not organ and noun.lower_ not in load_lexicon().heads:
        return False
    owners = [child for child in noun.children if child.dep_ in OWNING]
    owners += syntax.prepositional(noun, "of") if organ else []
    return any(is_actor(owner, False) for owner in owners)
