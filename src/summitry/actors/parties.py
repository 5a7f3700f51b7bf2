"""Between whom a text tells something: the states and groups that act in it, by how often they do."""

from __future__ import annotations

from collections import Counter

from summitry.actors.scene import Scene, Seen
from summitry.model import Mention

__all__ = ["acts", "coordinated_before", "doing", "parties_of", "party_key"]

_BODIES = frozenset({"state", "government"})
_GROUPS = frozenset({"armed-group"})
_ACTING = frozenset({"nsubj", "nsubjpass", "agent", "dobj", "conj"})
_DEALING = frozenset({"with", "between", "by", "against", "and"})
"""Prepositions before those with whom somebody deals; "in", "for" and "of" name lands and matters."""
_REACH = 8
"""How many sentences back one of two sides was named last."""


def party_key(mention: Mention) -> str:
    """Return what tells two parties apart: the state of a government, else the group itself."""
    return mention.state if mention.kind in _BODIES else mention.actor_id


def parties_of(scene: Scene, index: int, *, groups: bool) -> tuple[Mention, ...]:
    """Return the states, and armed groups where asked for, that act before a word, those that act most first.

    A state counts as acting as a subject, as an object and under "with" or "between"; where a text tells only of
    lands ("in Chad") nobody is returned. How often the whole text names a state counts too: it tells whose matter
    is told, and who only comments on it.
    """
    here = scene.page.sentence[index]
    weights: Counter[str] = Counter()
    latest: dict[str, Seen] = {}
    for seen in scene.recent():
        kinds = _BODIES | _GROUPS if groups else _BODIES
        if seen.index >= index or seen.mention.kind not in kinds or not acts(scene, seen):
            continue
        key = party_key(seen.mention)
        latest.setdefault(key, seen)
        weights[key] += 2 if seen.subject else 1
    for key in weights:
        weights[key] += scene.codes.get(key, 0)
    near = [key for key in weights if key and here - scene.page.sentence[latest[key].index] <= _REACH]
    order = sorted(near, key=lambda key: (-weights[key], -latest[key].index))
    return tuple(latest[key].mention for key in order)


def acts(scene: Scene, seen: Seen) -> bool:
    """True for somebody who acts, is acted upon or dealt with, and does not just tell where or what for."""
    page, index = scene.page, seen.index
    while page.deps[index] in ("compound", "amod", "nmod", "poss") and page.heads[index] != index:
        index = page.heads[index]
    if page.deps[index] == "pobj":
        return page.folded[page.heads[index]] in _DEALING
    return page.deps[index] in _ACTING


def coordinated_before(scene: Scene, index: int) -> tuple[Mention, ...]:
    """Return the two states that the sentence or the one before names as a pair: `Armenia and Azerbaijan`."""
    page, here = scene.page, scene.page.sentence[index]
    later = None
    for seen in scene.recent():
        if here - page.sentence[seen.index] > 1:
            break
        if seen.mention.kind not in _BODIES:
            continue
        joined = later is not None and page.deps[later.index] == "conj" and page.heads[later.index] == seen.index
        if joined and later is not None and seen.mention.state != later.mention.state:
            return seen.mention, later.mention
        later = seen
    return ()


def doing(scene: Scene, index: int) -> str:
    """Return who acts on a word in its own clause, and so is none of those it stands for: "*Bush* met both men"."""
    page, verb = scene.page, index
    while page.pos[verb] != "VERB" and page.heads[verb] != verb:
        verb = page.heads[verb]
    inside = (seen for seen in scene.recent() if page.sentence[seen.index] == page.sentence[index])
    return next((s.mention.actor_id for s in inside if s.subject and page.heads[s.index] == verb), "")
