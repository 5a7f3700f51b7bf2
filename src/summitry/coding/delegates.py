"""Who met for a state: the people who are told to have led its side, or to have stood for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from summitry.coding import syntax
from summitry.coding.mention_index import MentionIndex
from summitry.language import Span, Token
from summitry.model import Mention

__all__ = ["by_delegates"]

REPRESENTING = frozenset({"represent", "lead", "head"})
"""Verbs that tell who stands for a side."""
TEAMS = frozenset({"delegation", "negotiator", "side", "team", "party"})
"""Nouns of what such people lead."""
REACH = 2
"""How many sentences after a meeting may tell who came to it."""
BODIES = frozenset({"state", "government"})


@dataclass(frozen=True, slots=True)
class Leading:
    """Who stands for whom, as one verb tells it.

    Args:
        people: who led or stood for a side.
        states: those whose side it is, where the words tell.
    """

    people: tuple[Mention, ...]
    states: frozenset[str]


def by_delegates(trigger: Token, side: Sequence[Mention], index: MentionIndex) -> tuple[Mention, ...]:
    """Return one side of a meeting with those in place of a state who came for it.

    "U.S. and Cuban officials met. Emily Mendrala led the U.S. delegation." tells that Mendrala met; so does "A U.S.
    delegation led by Emily Mendrala met".

    Args:
        trigger: the word that tells the meeting.
        side: who took part.
        index: the document's mentions.
    """
    if not any(m.kind in BODIES for m in side):
        return tuple(side)
    states = {m.state for m in side if m.kind in BODIES}
    people = [p for leading in _leadings(trigger.sent, index) if leading.states for p in leading.people]
    people += [p for sentence in _following(trigger, states, index) for p in _delegates(sentence, index)]
    told: dict[str, Mention] = {}
    for mention in side:
        came = [p for p in people if p.state and p.state == mention.state] if mention.kind in BODIES else []
        for one in came or [mention]:
            told.setdefault(one.actor_id, one)
    return tuple(told.values())


def _following(trigger: Token, states: set[str], index: MentionIndex) -> Iterator[Span]:
    """Yield the sentences after a trigger's that tell who came: of its paragraph, or of whose side by name."""
    doc, sentence, same = trigger.doc, trigger.sent, True
    for _ in range(REACH):
        if sentence.end >= len(doc):
            return
        words = sentence.text_with_ws
        same = same and "\n" not in words[len(words.rstrip()) :]
        sentence = doc[sentence.end].sent
        told = [leading.states for leading in _leadings(sentence, index)]
        if any(sides & states for sides in told) or (same and not any(told)):
            yield sentence


def _leadings(sentence: Span, index: MentionIndex) -> Iterator[Leading]:
    """Yield who is told to have led or stood for whom: "headed by", "with Ann Lee leading the French side"."""
    for verb in sentence:
        if verb.pos_ != "VERB" or verb.lemma_.lower() not in REPRESENTING:
            continue
        passive = syntax.is_passive(verb)
        leaders = syntax.prepositional(verb, "by") if passive else syntax.subjects(verb)
        sides = syntax.subjects(verb) if passive else syntax.objects(verb)
        if verb.lemma_.lower() != "represent" and not any(side.lemma_.lower() in TEAMS for side in sides):
            continue
        words = [w for side in sides for w in side.subtree if w.i < verb.i or not passive]
        states = frozenset(m.state for m in index.within(words) if m.state and m.kind != "person")
        people = [m for noun in leaders for member in syntax.conjuncts(noun) for m in index.at(member)]
        yield Leading(tuple(_of_side(m, states) for m in people if _is_person(m)), states)


def _of_side(person: Mention, states: frozenset[str]) -> Mention:
    """Return a person of no known state with the one whose side that person leads."""
    return replace(person, state=next(iter(states))) if not person.state and len(states) == 1 else person


def _is_person(mention: Mention) -> bool:
    return mention.kind == "person" and mention.surface[:1].isupper()


def _delegates(sentence: Span, index: MentionIndex) -> list[Mention]:
    """Return the people of a sentence that tells who led or stood for a side, the leaders first."""
    leadings = list(_leadings(sentence, index))
    leaders = [person for leading in leadings for person in leading.people]
    known = {person.actor_id for person in leaders}
    verbs = [token for token in sentence if token.pos_ == "VERB" and token.lemma_.lower() in REPRESENTING]
    if not verbs or (not leadings and not _names_team(sentence)):
        return leaders
    return leaders + [m for m in index.within(sentence) if _is_person(m) and m.actor_id not in known]


def _names_team(sentence: Span) -> bool:
    return any(token.lemma_.lower() in TEAMS for token in sentence)
