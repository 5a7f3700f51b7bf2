"""What a ruler asks of people at home, which is no act between states."""

from __future__ import annotations

from summitry.coding import syntax
from summitry.coding.around import object_heads
from summitry.coding.frames import Frame
from summitry.coding.lexicon import load_classes
from summitry.language import Token

__all__ = ["asks_own"]

SUBORDINATE = frozenset(
    "administration agency cabinet citizen colleague compatriot country countryman follower government lawmaker "
    "employee minister ministry nation parliament party public staff subject supporter".split()
)
"""Nouns of those whom a ruler tells what to do."""


def asks_own(frame: Frame, trigger: Token) -> bool:
    """True for what a ruler asks of people at home: "urged *his army* to be ready", "*her citizens* to vote"."""
    if frame.type != "REQUEST" or trigger.pos_ != "VERB":
        return False
    people = load_classes()["person"] | load_classes()["force"] | SUBORDINATE
    asked = [
        *object_heads(trigger),
        *(noun for name in ("for", "on", "upon") for noun in syntax.prepositional(trigger, name)),
    ]
    return any(
        noun.lemma_.lower() in people and any(c.dep_ == "poss" and c.pos_ == "PRON" for c in noun.children)
        for noun in asked
    )
