"""Whom an attack hit whose words name nobody: the state of the town that it hit, whoever says that it was done."""

from __future__ import annotations

from summitry.coding import syntax
from summitry.coding.around import object_heads
from summitry.coding.guessing import guess
from summitry.coding.lexicon import load_classes
from summitry.coding.participants import MentionIndex
from summitry.language import Token
from summitry.model import Mention

__all__ = ["AT", "HIT", "hit", "strikes"]

AT = ("on", "against", "at", "near", "across")
"""Prepositions before what is attacked."""
SAYING = frozenset("accuse allege charge claim complain declare insist maintain say".split())
HIT = "the state of what was hit"
"""Why a state is taken to be attacked."""


def hit(trigger: Token, known: set[str], index: MentionIndex) -> tuple[Mention, ...]:
    """Return whom an attack hit: the state of the town that it hit, or whoever says that it was done."""
    heads = object_heads(trigger) if trigger.pos_ == "VERB" else []
    aims = [noun for word in (trigger, *strikes(trigger)) for name in AT for noun in syntax.prepositional(word, name)]
    below = [word for noun in aims for word in noun.subtree]
    towns = [m for noun in (*heads, *below) for m in index.at(noun, places=True) if m.state and m.state not in known]
    if towns:
        return guess(towns[:1], HIT)
    return guess([m for m in _accusers(trigger, index) if m.state not in known], "who says so")


def strikes(verb: Token) -> list[Token]:
    """Return the attacks in which somebody "was killed"."""
    verbs = [verb, *(c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB")] if verb.pos_ == "VERB" else []
    nouns = [noun for word in verbs for noun in syntax.prepositional(word, "in")]
    return [noun for noun in nouns if noun.lemma_.lower() in load_classes()["strike"]]


def _accusers(trigger: Token, index: MentionIndex) -> tuple[Mention, ...]:
    """Return the states that a text makes say that an act was done, or accuse its doer of it."""
    verb = trigger
    while verb.head != verb and verb.dep_ in {"ccomp", "pcomp"}:
        above = syntax.governor(verb)
        if above is None:
            break
        verb = above
        if verb.lemma_.lower() in SAYING:
            return tuple(m for noun in syntax.subjects(verb) for m in index.at(noun) if m.state and m.kind != "media")
    return ()
