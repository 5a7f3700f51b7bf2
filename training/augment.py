"""Variants of a training sentence: other names in the same places, the target left out, the pair turned round."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from corpus import Example

from summitry.coding.judge.labels import NONE

__all__ = ["Names", "vary"]

MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE", "ASSAULT", NONE})
"""Categories in which the pair turned round may stand in the same act."""
LONGEST_NAME = 4
"""Phrases of more words say too much of the act to be put elsewhere."""
SWAPPED, TURNED, ALONE, UNNAMED = 0.35, 0.08, 0.06, 0.03
"""Shares of the sentences that get other names, are turned round, lose the target, lose the actor."""
_SMALL = frozenset({"the", "of", "and", "a", "an", "de", "al", "bin"})


@dataclass(frozen=True, slots=True)
class Names:
    """Phrases that can stand for one another.

    Args:
        kinds: phrases by what they look like: names of one word, of several, with an article, plurals.
    """

    kinds: Mapping[str, Sequence[str]]

    @classmethod
    def of(cls, examples: Sequence[Example]) -> Names:
        """Collect the phrases of some sentences."""
        kinds: dict[str, set[str]] = {}
        for example in examples:
            for span in (example.actor, example.recipient):
                if span is not None:
                    phrase = example.sentence[span[0] : span[1]]
                    if kind := _kind(phrase):
                        kinds.setdefault(kind, set()).add(phrase)
        return cls({kind: sorted(phrases) for kind, phrases in kinds.items()})


def _kind(phrase: str) -> str:
    words = phrase.split()
    if len(words) > LONGEST_NAME or not words:
        return ""
    naming = [word for word in words if word.lower() not in _SMALL]
    if naming and all(word[0].isupper() for word in naming):
        return "proper with article" if words[0].lower() == "the" else f"proper {min(len(words), 2)}"
    if naming and naming[-1].endswith("s") and not naming[-1].endswith("ss"):
        return "plural"
    return ""


def vary(example: Example, names: Names, random: Random) -> Example:
    """Return a variant of a sentence, or the sentence."""
    draw = random.random()
    if example.recipient is not None and example.actor:
        if draw < TURNED and example.type not in MUTUAL and len(example.types) == 1:
            return replace(
                example,
                actor=example.recipient,
                recipient=example.actor,
                types={NONE: 1.0},
                mode="reversed",
                status=None,
                soft=(),
            )
        if TURNED <= draw < TURNED + ALONE and example.type != NONE:
            return replace(example, recipient=None, soft=())
        if TURNED + ALONE <= draw < TURNED + ALONE + UNNAMED and example.type != NONE:
            return replace(example, actor=None, soft=())
    if random.random() < SWAPPED:
        return _renamed(example, names, random)
    return example


def _renamed(example: Example, names: Names, random: Random) -> Example:
    spans = {"actor": example.actor, "recipient": example.recipient}
    for role, span in sorted(spans.items(), key=lambda item: item[1] or (0, 0), reverse=True):
        if span is None or random.random() < 0.3:
            continue
        kind = _kind(example.sentence[span[0] : span[1]])
        if not kind:
            continue
        other = random.choice(names.kinds[kind])
        if overlapping(spans):
            return example
        sentence = example.sentence[: span[0]] + other + example.sentence[span[1] :]
        grown = len(other) - (span[1] - span[0])
        for name, place in spans.items():
            if place is not None and place[0] > span[0]:
                spans[name] = (place[0] + grown, place[1] + grown)
        spans[role] = (span[0], span[0] + len(other))
        example = replace(example, sentence=sentence, actor=spans["actor"], recipient=spans["recipient"])
    return example


def overlapping(spans: Mapping[str, tuple[int, int] | None]) -> bool:
    """True where actor and recipient share characters."""
    first, *rest = sorted(span for span in spans.values() if span is not None)
    return bool(rest) and rest[0][0] < first[1]
