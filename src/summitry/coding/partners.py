"""With whom a text without names tells somebody to deal: "talks with *striking nurses*", "apologised to *monks*"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from summitry.coding.frames import Frame
from summitry.coding.mention_index import MentionIndex
from summitry.coding.participants import heads_at
from summitry.coding.phrases import actors_of
from summitry.coding.unnamed import described
from summitry.language import Token
from summitry.model import Mention

__all__ = ["unnamed_addressees", "unnamed_partners"]

DEALING = frozenset({"AGREE", "CONSULT"})
"""Categories of what two do together."""
ADDRESSED = frozenset({"AGREE", "CONCEDE", "SUPPORT"})
"""Categories of words that are said to somebody."""
ADDRESSING = frozenset({"obj", "dative", "to", "for", "with", "by", "behind", "of"})
"""Slots of those to whom words are said."""
LISTENING = frozenset(
    """audience broadcaster correspondent crowd journalist listener medium newspaper pilgrim press reporter spectator
    viewer worshipper""".split()
)
"""Nouns of those to whom somebody speaks of an act, or before whom it is done."""


def unnamed_partners(
    frame: Frame, trigger: Token, known: Sequence[Mention], index: MentionIndex
) -> tuple[Mention, ...]:
    """Return those without a name with whom the one who is known deals, `()` where nobody or both are known."""
    if frame.type not in DEALING or len(known) != 1 or frame.mode == "multilateral":
        return ()
    heads = (head for slot in frame.actors for head in heads_at(slot, trigger) if not actors_of(head, index, False))
    return _told(heads, trigger, index)


def unnamed_addressees(frame: Frame, trigger: Token, index: MentionIndex) -> tuple[Mention, ...]:
    """Return those without a name to whom a text tells that something is said, `()` where nobody is."""
    if frame.type not in ADDRESSED:
        return ()
    heads = (head for slot in frame.recipients if slot.path in ADDRESSING for head in heads_at(slot, trigger))
    return _told(heads, trigger, index)


def _told(heads: Iterable[Token], trigger: Token, index: MentionIndex) -> tuple[Mention, ...]:
    return tuple(described((head for head in heads if head.lemma_.lower() not in LISTENING), trigger, index))
