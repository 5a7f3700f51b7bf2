"""Words that recall an act told before: "*the launch*", "*its latest test*", "*that decision to leave*"."""

from __future__ import annotations

from summitry.coding import syntax
from summitry.language import Token

__all__ = ["ANYBODY", "is_foretold", "is_recalled", "recalls"]

POINTING = frozenset({"the", "this", "that", "these", "those"})
FRESH = frozenset("additional another different first further last more new next other previous second third".split())
"""Words of an act other than the one told before."""
DECIDING = frozenset("announcement decision intention move order plan pledge promise threat vow".split())
"""Nouns of what comes before an act, by which a text recalls it: "welcomed the *decision* to leave"."""
PLANNING = frozenset("agree announce decide intend order plan prepare promise schedule threaten vow".split())
ANYBODY = frozenset({"anyone", "anybody", "everyone", "people", "those", "whoever"})
"""Words for whoever did something, whom nothing said before names: "vowed revenge on *those* who shot him"."""


def recalls(noun: Token) -> bool:
    """True for a noun that points at something known: definite or somebody's, and not said to be another one."""
    beside = {child.lower_ for child in noun.children}
    owned = any(child.dep_ == "poss" for child in noun.children)
    other = {word.lower_ for word in syntax.modifiers(noun)} | beside
    counted = any(child.dep_ == "nummod" for child in noun.children)
    return (owned or bool(beside & POINTING)) and not other & FRESH and not counted


def is_recalled(trigger: Token) -> bool:
    """True for an act told by a noun that recalls it."""
    return trigger.pos_ == "NOUN" and recalls(syntax.topmost_noun(trigger))


def is_foretold(trigger: Token) -> bool:
    """True for an act told only by what came before it: "*their decision* to leave", "*had planned* to launch one"."""
    for word in (trigger, *trigger.ancestors):
        above = word.head
        if word.dep_ not in {"acl", "xcomp", "ccomp", "advcl", "dobj", "pcomp", "pobj", "prep"}:
            return False
        if above.pos_ == "NOUN" and above.lemma_.lower() in DECIDING and word.dep_ in {"acl", "prep"}:
            return recalls(above)
        if above.pos_ == "VERB" and above.lemma_.lower() in PLANNING:
            past = above.tag_ in {"VBD", "VBN"} and not any(c.tag_ in syntax.PRESENT for c in above.children)
            return past and not any(c.lower_ in FRESH for c in trigger.children)
    return False
