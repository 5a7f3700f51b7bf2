"""Light verbs, whose subject does what their object tells: "China *held* talks", "both *engaged* in talks"."""

from __future__ import annotations

from summitry.coding import syntax
from summitry.coding.lexicon import load_classes
from summitry.language import Token

__all__ = ["light_verb", "told_by"]

BEARING = frozenset({"at", "by", "in", "into", "of", "on", "to", "upon", "with"})
"""Prepositions through which a light verb's subject does what a noun tells."""


def light_verb(noun: Token) -> Token | None:
    """Return the light verb above an act's noun, `None` where none is: not the one of "sought aid *after the raid*"."""
    top = syntax.topmost_noun(noun)
    if top.dep_ == "pobj" and top.head.lower_ not in BEARING:
        return None
    above = syntax.governor(top)
    light = above is not None and above.pos_ in {"VERB", "AUX"} and above.lemma_.lower() in load_classes()["light"]
    return above if light else None


def told_by(trigger: Token) -> Token | None:
    """Return the verb whose tense tells when an act is: its own, or the light verb above its noun."""
    if trigger.pos_ in {"VERB", "AUX"}:
        return trigger.head if trigger.dep_ == "acomp" else trigger
    if trigger.pos_ == "ADJ":
        return trigger.head
    return light_verb(trigger)
