"""Who protests against whom where a text gives neither a name: "*villagers* blocked the road to *the mine*"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from summitry.actors.folding import slug
from summitry.coding import syntax
from summitry.coding.crowds import FRONTS, gathered_by, is_crowd
from summitry.coding.frames import Frame
from summitry.coding.lexicon import load_classes
from summitry.coding.mention_index import MentionIndex
from summitry.coding.participants import Cast, heads_at
from summitry.coding.phrases import POSTS
from summitry.coding.unnamed import as_told, is_body
from summitry.language import Token
from summitry.model import Mention

__all__ = ["crowd_and_target"]

PAIR = 2
FOREIGN = POSTS | {"flag"}
"""Nouns of what is another state's than that of those who storm or burn it."""
DOERS = frozenset({"above", "by", "in", "light", "mod", "of", "subj"})
"""Slots in which a crowd without a name stands."""


def crowd_and_target(frame: Frame, trigger: Token, told: Cast, index: MentionIndex) -> Cast:
    """Return a protest's cast with those who have no name, and with the land in which they are, as far as told.

    Args:
        frame: the frame that told the protest.
        trigger: its trigger.
        told: whom the text names.
        index: the document's mentions.
    """
    doers, targets = told
    lands = {m.state for m in doers}
    if all(m.kind == "state" for m in doers) and len(lands) < PAIR:  # "residents of Nuuk" are no state
        crowd = tuple(_crowds(frame, trigger, index))[:1]
        doers = tuple(_of(state, m) for m in crowd for state in lands or {""}) or doers
    actors = doers
    recipients = targets or tuple(_targets(frame, trigger, index))[:1]
    posts = [h for slot in frame.recipients for h in heads_at(slot, trigger) if h.lemma_.lower() in FOREIGN]
    hosts = {
        m.state for post in posts for noun in syntax.prepositional(post, "in") for m in index.at(noun, places=True)
    }
    at_home = not posts
    foreign = {m.state for m in recipients} if posts else set()
    if foreign and not hosts:
        hosts = _lands(trigger, index) - foreign or set(index.salient(foreign)[:1])
    actors = tuple(_of_no_land(m) if m.state in foreign else m for m in actors)
    lands = {m.state for m in actors if m.state} or (_lands(trigger, index) if at_home else hosts)
    state = lands.pop() if len(lands) == 1 else ""
    return tuple(_of(state, m) for m in actors), tuple(_of(state if at_home else "", m) for m in recipients)


def _of_no_land(crowd: Mention) -> Mention:
    """Return a crowd without a state that was only guessed for it, since the text speaks of that one."""
    guessed = any(reason.startswith("state spoken of") for reason in crowd.reasons)
    return replace(crowd, name=crowd.surface, state="", actor_id=slug(crowd.surface)) if guessed else crowd


def _lands(trigger: Token, index: MentionIndex) -> set[str]:
    """Return the states of everybody and every place that a sentence names."""
    return {m.state for word in trigger.sent for m in index.at(word, places=True) if m.state}


def _of(state: str, mention: Mention) -> Mention:
    return replace(mention, state=state) if state and not mention.state and mention.kind == "other" else mention


def _crowds(frame: Frame, trigger: Token, index: MentionIndex) -> Iterator[Mention]:
    for slot in frame.actors:
        if slot.path in DOERS:
            for head in heads_at(slot, trigger):
                yield from _without_name(head, trigger, index, slot.path == "by")


def _without_name(head: Token, trigger: Token, index: MentionIndex, are_doers: bool) -> Iterator[Mention]:
    for member in syntax.conjuncts(head):
        for people in gathered_by(member):
            known = is_crowd(people) or is_body(people) or (are_doers and people.tag_ == "NNS")
            if known and not index.at(people, places=True):
                yield as_told(people, trigger, index)


def _targets(frame: Frame, trigger: Token, index: MentionIndex) -> Iterator[Mention]:
    for slot in frame.recipients:
        heads = [body for head in heads_at(slot, trigger) for body in _bodies(head)]
        yield from (as_told(noun, trigger, index) for noun in heads if not index.at(noun, places=True))


def _bodies(head: Token) -> Iterable[Token]:
    """Return the body or person that a phrase names: its head's owner, else its head, else what it is of."""
    owners = [child for child in head.children if child.dep_ == "poss"]
    of = [noun for name in ("of", "by", "from", "at") for noun in syntax.prepositional(head, name)]
    if head.lemma_.lower() in load_classes()["seat"] - FRONTS:
        return [head, *owners]
    return [noun for noun in (*owners, head, *of) if is_body(noun)]
