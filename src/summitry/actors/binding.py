"""Whom a pronoun cannot stand for: the subject of its own clause, for whom "himself" would be said.

Source: Chomsky, Lectures on Government and Binding (1981), condition B; as a filter on antecedents, Lappin and Leass,
An Algorithm for Pronominal Anaphora Resolution (1994). "Xi received *him*" is not Xi; "Xi praised *his* guest" may be.
"""

from __future__ import annotations

from summitry.actors.page import Page
from summitry.actors.scene import Scene

__all__ = ["barred", "subject_of"]

_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
_OBJECT = frozenset({"dobj", "iobj", "dative", "pobj"})
_BESIDE = frozenset({"dative", "prep", "agent"})
_OF_THE_ACT = frozenset({"about", "against", "by", "for", "from", "of", "on", "to", "toward", "towards", "upon"})
"""Prepositions whose noun takes part in the act; "near him" and "behind him" only tell where it was."""
_COMPANY = "with"
"""Tells of company where the verb has an object: "brought his sister with him", not "met with him"."""
_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_VERBAL = frozenset({"VERB", "AUX"})
_STEPS = 6
"""How far from a pronoun its verb may be, and from its verb the one whose subject it shares."""


def barred(scene: Scene, index: int) -> frozenset[str]:
    """Return ids of those for whom a pronoun that is an object cannot stand."""
    page = scene.page
    verb = _verb_of(page, index)
    subject = None if verb is None else subject_of(page, verb)
    if subject is None:
        return frozenset()
    return frozenset(seen.mention.actor_id for seen in scene.recent() if seen.index == subject)


def _verb_of(page: Page, index: int) -> int | None:
    """Return the verb that a pronoun is an object of, `None` where it is none, or one that says "himself"."""
    if page.deps[index] not in _OBJECT or page.folded[index] in _REFLEXIVE:
        return None
    above = page.heads[index]
    if page.deps[index] != "pobj":
        return above if page.pos[above] in _VERBAL else None
    verb = page.heads[above]
    if page.deps[above] not in _BESIDE or page.pos[verb] not in _VERBAL:
        return None
    takes_part = page.folded[above] in _OF_THE_ACT or (
        page.folded[above] == _COMPANY and _child(page, verb, frozenset({"dobj"})) is None
    )
    return verb if takes_part else None


def subject_of(page: Page, verb: int) -> int | None:
    """Return the subject of a verb: its own, or the one that it shares with a verb above it."""
    for _ in range(_STEPS):
        subject = _child(page, verb, _SUBJECT)
        above = page.heads[verb]
        if subject is not None:
            return subject
        shared = page.deps[verb] == "conj" or (
            page.deps[verb] == "xcomp" and _child(page, above, frozenset({"dobj"})) is None
        )
        if not shared or page.pos[above] not in _VERBAL:
            return None
        verb = above
    return None


def _child(page: Page, head: int, deps: frozenset[str]) -> int | None:
    first, last = page.sentence_of(head)
    return next((i for i in range(first, last) if page.heads[i] == head and page.deps[i] in deps), None)
