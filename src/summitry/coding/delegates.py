"""Who met for a state: the people whom the next sentences tell to have led its side."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span, Token

from summitry.coding.mention_index import MentionIndex
from summitry.model import Mention

__all__ = ["by_delegates"]

REPRESENTING = frozenset({"represent", "lead", "head"})
"""Verbs that tell who stands for a side."""
TEAMS = frozenset({"delegation", "negotiator", "side", "team", "party"})
"""Nouns of what such people lead."""
REACH = 2
"""How many sentences after a meeting may tell who came to it."""
BODIES = frozenset({"state", "government"})


def by_delegates(trigger: Token, side: Sequence[Mention], index: MentionIndex) -> tuple[Mention, ...]:
    """Return one side of a meeting with those in place of a state who came for it.

    "U.S. and Cuban officials met. Emily Mendrala led the U.S. delegation." tells that Mendrala met.

    Args:
        trigger: the word that tells the meeting.
        side: who took part.
        index: the document's mentions.
    """
    if not any(m.kind in BODIES for m in side):
        return tuple(side)
    people = [m for sentence in _following(trigger) for m in _delegates(sentence, index)]
    told: dict[str, Mention] = {}
    for mention in side:
        came = [p for p in people if p.state and p.state == mention.state] if mention.kind in BODIES else []
        for one in came or [mention]:
            told.setdefault(one.actor_id, one)
    return tuple(told.values())


def _following(trigger: Token) -> list[Span]:
    """Return the sentences after a trigger's in the same paragraph, as far as may tell who came."""
    doc, sentence = trigger.doc, trigger.sent
    found: list[Span] = []
    while len(found) < REACH and sentence.end < len(doc):
        after = doc[sentence.end].sent
        words = sentence.text_with_ws
        if "\n" in words[len(words.rstrip()) :]:
            break
        found.append(after)
        sentence = after
    return found


def _delegates(sentence: Span, index: MentionIndex) -> list[Mention]:
    """Return the people of a sentence that tells who led or stood for a side."""
    verbs = [token for token in sentence if token.pos_ == "VERB" and token.lemma_.lower() in REPRESENTING]
    if not verbs or (not any(v.lemma_.lower() == "represent" for v in verbs) and not _names_team(sentence)):
        return []
    return [m for m in index.within(sentence) if m.kind == "person" and m.surface[:1].isupper()]


def _names_team(sentence: Span) -> bool:
    return any(token.lemma_.lower() in TEAMS for token in sentence)
