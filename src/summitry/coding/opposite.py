"""Whom somebody meets where the sentence names one side alone: who came to see whom, the text has told before."""

from __future__ import annotations

from collections.abc import Sequence

from summitry.actors import Registry
from summitry.coding.frames import Frame
from summitry.coding.guessing import guess
from summitry.coding.history import History
from summitry.coding.mention_index import MentionIndex
from summitry.model import Mention

__all__ = ["is_one_sided", "land_of", "opposite"]

MET = frozenset({"CONSULT"})


def is_one_sided(frame: Frame, actors: Sequence[Mention], recipients: Sequence[Mention]) -> bool:
    """True for a meeting of which one party alone is told, or a visit of which the guests alone are."""
    if frame.type != "CONSULT" or not actors or recipients:
        return False
    sides = {m.state if frame.mode == "visit" and m.state else m.actor_id for m in actors}
    return len(sides) == 1


def land_of(place: str, registry: Registry) -> str:
    """Return the code of the state in which a place lies, `""` where none is known."""
    return next((actor.state for actor in registry.find(place.rsplit(", ", 1)[-1]) if actor.kind == "state"), "")


def opposite(
    frame: Frame, one: Sequence[Mention], land: str, took_place: bool, index: MentionIndex, history: History
) -> tuple[Mention, ...]:
    """Return the other side of a meeting, `()` where nothing tells it: one at home among one's own visits nobody.

    A guest's host is the state where it goes, else the one that its side dealt with last, else the other state that the
    text mostly speaks of; of a plan the latter would be too little to go by.

    Args:
        frame: the frame that told the meeting.
        one: the side told.
        land: code of the state where they meet, `""` where untold.
        took_place: it has happened, and the words tell when.
        index: the document's mentions.
        history: the acts told before.
    """
    own = {m.state for m in one if m.state}
    if frame.mode == "visit" and land in own:
        return ()
    if frame.mode == "visit" and land:
        return guess([index.standing_for(land)], "where they went")
    if frame.mode == "multilateral":
        return ()
    met = guess(history.counterparts(own, MET), "with whom they met before")
    if met or frame.mode != "visit" or not took_place:
        return met
    return guess([index.standing_for(state) for state in index.salient(own)[:1]], "of whom the text mostly speaks")
