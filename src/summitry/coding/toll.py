"""What an assault leads to, told beside it: "a bomb went off, *killing* two", "Two soldiers *were killed*."."""

from __future__ import annotations

from summitry.coding import syntax
from summitry.coding.hits import strikes
from summitry.language import Token

__all__ = ["toll_of"]

CASUALTIES = frozenset({"die", "hurt", "injure", "kill", "maim", "slay", "wound"})
"""Verbs of what an assault does to people."""
EFFECTS = CASUALTIES | {"damage", "destroy", "devastate", "displace", "level", "raze"}
"""Verbs of what an assault does, told by a participle: "*destroying* the depot"."""
BESIDE = frozenset({"advcl", "conj"})


def toll_of(trigger: Token) -> frozenset[int]:
    """Return the offsets of the sentences of whose assault a word tells the toll, none for an act of its own.

    A participle or a second verb tells the toll of what its own sentence says, a passive without a doer
    also that of the sentence before, if both stand in one line.
    """
    lemma = trigger.lemma_.lower()
    if trigger.pos_ != "VERB" or lemma not in EFFECTS:
        return frozenset()
    own = trigger.sent.start_char
    if trigger.dep_ in BESIDE and not syntax.has_subject(trigger) and (lemma in CASUALTIES or trigger.tag_ == "VBG"):
        return frozenset({own})
    undone = syntax.is_passive(trigger) and not syntax.prepositional(trigger, "by")
    if lemma not in CASUALTIES or not (undone or lemma == "die") or strikes(trigger):
        return frozenset()
    return frozenset({own, *_before(trigger)})


def _before(trigger: Token) -> list[int]:
    """Return the offset of the sentence before in the same line."""
    sentence = trigger.sent
    if sentence.start == 0 or any("\n" in token.text for token in sentence[:1]):
        return []
    before = trigger.doc[sentence.start - 1].sent
    return [] if "\n" in before.text.rstrip(" ")[-1:] else [before.start_char]
