"""Guests and hosts told by these words alone: "*the visitor* laid a wreath", "*his host* thanked him"."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from summitry.actors.parties import doing
from summitry.actors.scene import Scene
from summitry.model import Mention

__all__ = ["guest_or_host"]

_GUESTS = frozenset({"guest", "visitor"})
_HOSTS = frozenset({"host"})
_OWNERS = frozenset({"his", "her"})
_TRAVELLING = frozenset({"arrive", "come", "drive", "fly", "go", "land", "sail", "travel", "visit"})
_REACH = 12
"""How many sentences back a guest or host is named last."""


def guest_or_host(scene: Scene, index: int) -> Mention | None:
    """Resolve `the visitor`, `his guest` and `the host` to whom the text has named, `None` where it leaves them open.

    "His guest" is of another state than he is. A guest without an owner is whoever has travelled, else whom the text
    named first; a host is of another state than the guest. Of several the one of whom most is told is meant.
    """
    page, noun = scene.page, scene.page.folded[index]
    if noun not in _GUESTS | _HOSTS or page.pos[index] != "NOUN" or page.deps[index] == "compound" or not index:
        return None
    if page.folded[index + 1 : index + 2] == ["of"]:
        return None  # "the guest of the queen" is told there
    found: Mention | None = None
    if page.folded[index - 1] in _OWNERS:
        owner = scene.seen[-1].mention if scene.seen else None
        if owner and owner.end == page.ends[index - 1]:
            found = _most_told(scene, index, owner)
    elif page.folded[index - 1] == "the":
        guest = _guest(scene, index)
        found = guest if noun in _GUESTS or guest is None else _most_told(scene, index, guest)
    if found is None:
        return None
    start, stop, surface = scene.span(index, index + 1)
    return replace(
        found, start=start, end=stop, surface=surface, score=0.55, reasons=(f"antecedent: {found.surface!r}",)
    )


def _guest(scene: Scene, index: int) -> Mention | None:
    page, not_he = scene.page, doing(scene, index)
    people = [seen for seen in scene.people(index) if seen.mention.actor_id != not_he]
    going = [seen for seen in people if seen.subject and page.lemmas[page.heads[seen.index]] in _TRAVELLING]
    often = Counter(seen.mention.actor_id for seen in people)
    seen = max(going or people[-1:], key=lambda seen: often[seen.mention.actor_id], default=None)
    return seen.mention if seen else None


def _most_told(scene: Scene, index: int, other: Mention) -> Mention | None:
    """Return of the people of another state than somebody the one most often named before, the latest of equals."""
    named = (seen.mention for seen in scene.people(index, reach=_REACH))
    foreign = [m for m in named if m.state and m.state != other.state]
    often = Counter(m.actor_id for m in foreign)
    return max(foreign, key=lambda m: often[m.actor_id], default=None)
