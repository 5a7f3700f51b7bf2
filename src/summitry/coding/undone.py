"""Acts that their words say were left undone: avoided, refrained from, stopped short of."""

from __future__ import annotations

from summitry.language import Token
from summitry.model import Status

__all__ = ["left_undone"]

AVOIDING = frozenset("avoid eschew escape evade forego forgo miss neglect omit resist shun skip".split())
"""Verbs whose gerund is not done: "*avoided* criticising its neighbour"."""
REFRAINING = {
    "from": frozenset("abstain back desist flinch forbear hold pull recoil refrain retreat shrink shy".split()),
    "of": frozenset({"short"}),
}
"""What stands before a preposition whose gerund is not done: "*refrained from* expelling"."""
OTHERWISE = {
    "of": frozenset({"brink", "cusp", "edge", "instead", "point", "verge"}),
    "than": frozenset({"rather"}),
    "to": frozenset({"close", "closer", "near"}),
}
"""What stands before a preposition whose gerund tells of no act at all: "came *close to* breaking off ties"."""
_GERUNDS = frozenset({"pcomp", "xcomp", "ccomp", "dobj"})


def left_undone(word: Token, status: Status) -> Status | None:
    """Return `denied` for an act that somebody leaves undone, None for one only come close to, else the status given.

    Args:
        word: the verb of the act, or a word on the way from it to the top of its sentence.
        status: as the words below tell it.
    """
    if word.tag_ != "VBG" or word.dep_ not in _GERUNDS:
        return status
    above = word.head
    if word.dep_ != "pcomp":
        return "denied" if above.lemma_.lower() in AVOIDING else status
    before = {above.head.lemma_.lower(), *(child.lower_ for child in above.lefts)}
    if before & OTHERWISE.get(above.lower_, frozenset()):
        return None
    return "denied" if before & REFRAINING.get(above.lower_, frozenset()) else status
