"""How many: a series told as a number ("three summits", "its four nuclear tests")."""

from __future__ import annotations

from summitry.coding.lexicon import load_classes
from summitry.language import Token

__all__ = ["count_of", "is_act"]

NUMBERS = {
    word: value
    for value, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen twenty".split(),
        1,
    )
} | {"twice": 2, "thrice": 3, "both": 2, "dozen": 12}
LARGEST = 500
"""A larger number counts people or things, not acts."""


def count_of(trigger: Token) -> int:
    """Return how many acts of a series a trigger stands for, 1 where it is a single one."""
    if trigger.pos_ in {"VERB", "AUX"}:
        if trigger.dep_ == "acl" and trigger.head.lemma_.lower() == "attempt":
            return count_of(trigger.head)
        return next((NUMBERS[c.lower_] for c in trigger.children if c.lower_ in {"twice", "thrice"}), 1)
    if trigger.tag_ not in {"NNS", "NNPS"}:
        return 1
    for child in trigger.children:
        if child.dep_ == "nummod":
            value = NUMBERS.get(child.lower_) or (int(child.text) if child.text.isdecimal() else 1)
            return value if 1 <= value <= LARGEST else 1
    return 1


def is_act(noun: Token) -> bool:
    """True for an act that a verb's object names, not for whom or what it is done to: seven missiles are one launch."""
    return not any(noun.lemma_.lower() in load_classes()[name] for name in ("person", "diplomat", "weapon", "force"))
