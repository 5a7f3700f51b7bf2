"""Exercises that one side holds alone: a show of force, no cooperation."""

from __future__ import annotations

from dataclasses import replace

from summitry.coding import syntax
from summitry.coding.around import object_heads
from summitry.coding.frames import Frame, Slot
from summitry.coding.lexicon import load_classes
from summitry.coding.participants import Cast
from summitry.language import Token

__all__ = ["held_alone"]

TOGETHER = frozenset(
    "allied bilateral combined joint jointly multilateral multinational together trilateral with".split()
)
"""Words of an exercise that several sides hold."""
NEAR = tuple(Slot(path, places=True) for path in ("near", "around", "off", "against", "opposite"))
"""Where those stand at whom a show of force is aimed: "drills *around Taiwan*"."""


def held_alone(frame: Frame, trigger: Token, told: Cast) -> Frame:
    """Return the frame of a show of force where one side alone is told to hold an exercise, else the frame itself.

    Args:
        frame: the frame that matched.
        trigger: its trigger.
        told: who takes part by the words of the sentence.
    """
    actors, recipients = told
    drills = [n for n in object_heads(trigger) if n.lemma_.lower() in load_classes()["exercise"]]
    if frame.type != "COOPERATE" or trigger.pos_ != "VERB" or not drills or recipients:
        return frame
    beside = {w.lower_ for noun in drills for w in (*noun.children, *syntax.modifiers(noun))} | {
        child.lower_ for child in trigger.children
    }
    states = {m.state for m in actors}
    if len(states) != 1 or "" in states or beside & TOGETHER or any(noun.lower_ == "they" for noun in trigger.children):
        return frame
    return replace(frame, type="MOBILIZE", mode="troops", recipients=NEAR)
