"""Who is guest and who host where a text calls somebody a visitor: "met the *visiting* foreign minister"."""

from __future__ import annotations

from collections.abc import Sequence

from summitry.coding.mention_index import MentionIndex
from summitry.language import Token
from summitry.model import Mention

__all__ = ["by_visitors", "calls_visitor"]

VISITING = "visiting"
RECEIVING = frozenset(
    """address assure brief congratulate greet host inform meet receive reassure see tell thank urge welcome""".split()
)
"""Verbs of what one does with a visitor, right behind which "visiting" says who it is, not what is done."""
BESIDE = frozenset({"with", "to", "by", "between", "and"})
"""Words before a visitor whom a phrase names; who speaks *after visiting* a king visited the king."""


def calls_visitor(trigger: Token, index: MentionIndex) -> bool:
    """True for the "visiting" of "received *visiting* Prime Minister Modi", which only says who Modi is there."""
    if trigger.lower_ != VISITING or trigger.i + 1 >= len(trigger.doc):
        return False
    after = trigger.nbor(1)
    if not any(m.kind in {"person", "other"} for m in index.at(after)):
        return False
    before = trigger.nbor(-1) if trigger.i > trigger.sent.start else None
    return before is None or before.lemma_.lower() in RECEIVING or before.lower_ in BESIDE


def by_visitors(
    actors: Sequence[Mention], recipients: Sequence[Mention], index: MentionIndex
) -> tuple[tuple[Mention, ...], tuple[Mention, ...]] | None:
    """Return guests and hosts of a meeting where one side is called visiting, None where nobody is.

    Args:
        actors: one side of a meeting, or all who met.
        recipients: the other side.
        index: the document's mentions.
    """
    everybody = (*actors, *recipients)
    called = {m.actor_id for m in everybody if _is_called_visiting(m, index)}
    states = {m.state for m in everybody if m.actor_id in called}
    guests = tuple(m for m in everybody if m.actor_id in called or (m.state and m.state in states))
    hosts = tuple(m for m in everybody if m not in guests)
    return (guests, hosts) if guests and hosts else None


def _is_called_visiting(mention: Mention, index: MentionIndex) -> bool:
    span = index.span_of(mention) if mention.surface else None
    if span is None:
        return False
    before = [span.doc[span.start - 1]] if span.start else []
    return any(token.lower_ == VISITING for token in (*before, *span))
