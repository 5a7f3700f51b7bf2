"""With what an assault is done, from the words beside it: drones, artillery, a car bomb, knives."""

from __future__ import annotations

from collections.abc import Iterable

from summitry.coding import syntax
from summitry.coding.around import object_heads
from summitry.language import Token

__all__ = ["means_of"]

MEANS = {
    "suicide-attack": frozenset({"suicide"}),
    "drone": frozenset({"drone", "quadcopter", "shahed", "uav"}),
    "aerial": frozenset("aerial airstrike air-strike bomber gunship helicopter warplane".split()),
    "heavy-weapons": frozenset(
        "artillery ballistic bombardment howitzer missile mortar rocket shell shelling tank torpedo".split()
    ),
    "firearms": frozenset(
        """bullet firefight firearm gun gunbattle gunfight gunfire gunman gunmen machine-gun pistol rifle shooting
        shootout shot sniper""".split()
    ),
    "explosives": frozenset(
        "blast bomb bombing explosion explosive grenade ied landmine mine dynamite detonation".split()
    ),
    "primitive": frozenset("axe knife machete spear stabbing sword".split()),
    "crowd-control": frozenset("baton cannon tear truncheon".split()),
    "unconventional": frozenset("chemical chlorine nerve novichok poison polonium sarin toxin".split()),
}
"""Words of the means by mode, in the order in which they are looked for: a suicide bomb is no mere bomb."""
AIR = frozenset({"attack", "assault", "operation", "raid", "strike"})
"""What "air" before makes an attack from the air."""
OVERRULED = {"explosives": {"aerial", "drone", "suicide-attack"}, "firearms": {"aerial", "drone", "heavy-weapons"}}
"""Modes that a trigger word tells loosely, with those that its means may tell instead."""
LETTING_FLY = frozenset("detonate drop explode fire hurl launch lob plant rain shoot throw use".split())
"""Verbs whose object is the means: "fired *rockets* at the town"."""
_ASIDE = frozenset({"acl", "advcl", "ccomp", "parataxis", "relcl"})


def means_of(trigger: Token, mode: str) -> str:
    """Return the mode of an assault: what its means tell, else the mode that its trigger tells.

    Whom or what it is done to is no means: "downed two *helicopters*".
    """
    if mode and mode not in OVERRULED:
        return mode
    words = list(_beside(trigger))
    lemmas = {word.lemma_.lower() for word in words}
    found = [name for name, told in MEANS.items() if told & lemmas]
    if "aerial" not in found and any(w.lower_ == "air" and w.head.lemma_.lower() in AIR for w in words):
        found.insert(0, "aerial")
    if mode:
        found = [name for name in found if name in OVERRULED[mode]]
    return found[0] if found else mode


def _beside(trigger: Token) -> Iterable[Token]:
    verbal = trigger.pos_ == "VERB" and trigger.lemma_.lower() not in LETTING_FLY
    aside = {w.i for child in trigger.children if child.dep_ in _ASIDE for w in child.subtree}
    aside |= {w.i for noun in object_heads(trigger) for w in noun.subtree} if verbal else set()
    aside |= {
        w.i
        for child in trigger.children
        if not verbal and child.dep_ == "prep" and child.lower_ in {"against", "at", "of", "on"}
        for w in child.subtree
    }
    aside -= {trigger.i}
    inside = [word for word in trigger.subtree if word.i not in aside]
    doers = (
        [w for noun in syntax.subjects(trigger) for w in noun.subtree]
        if verbal and not syntax.is_passive(trigger)
        else []
    )
    return [*inside, *(word for word in doers if word.i not in aside)]
