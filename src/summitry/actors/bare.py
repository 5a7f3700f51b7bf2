"""Groups told by a noun alone, of whose state the text speaks: "generals abducted him", "its pilots"."""

from __future__ import annotations

from summitry.actors.folding import slug
from summitry.actors.groups import described
from summitry.actors.groups_of import begin_of
from summitry.actors.institutions import institution_at
from summitry.actors.lexicon import Head
from summitry.actors.scene import Scene
from summitry.actors.setting import state_spoken_of
from summitry.model import Actor, Mention

__all__ = ["bare_group_at"]

_ACTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "dative", "agent"})
_SEVERAL = frozenset(
    """
    activists commanders conscripts demonstrators deputies dissidents generals gunners judges lawmakers legislators
    magistrates ministers officers officials parliamentarians policemen prosecutors protesters rebels rioters rulers
    senators sergeants soldiers strikers troops
    """.split()
)
"""Plurals of people who act in politics without an article: "*generals* abducted him"."""
_ONE = frozenset(
    """
    army congress court courts gendarmerie judiciary junta legislature military monarchy ombudsman opposition parliament
    police presidency senate treasury
    """.split()
)
"""Nouns of what a state has one of: "the *police*"."""
_OWNERS = frozenset({"his", "her", "its", "their"})
_OWNED = frozenset({"armed-group", "government", "military", "party"})
_BESIDE = frozenset({"at", "in", "on", "who", "with"})
"""Words behind a group that tell what it has on or does: "soldiers *in* riot gear"."""
_NEAR = 4
_TOLD = frozenset({"ADJ", "DET", "NUM", "PART", "PRON", "PROPN"})
"""Parts of speech before a plural that tell which or how many are meant."""


def bare_group_at(scene: Scene, index: int) -> tuple[tuple[Mention, ...], int] | None:
    """Resolve a noun of a group without a nationality to the group of the state that the text speaks of.

    Args:
        scene: the document.
        index: the noun.

    Returns:
        The mention and the index after it, `None` where the word is no such noun or the text tells no state.
    """
    page = scene.page
    head = scene.lexicon.heads.get(page.folded[index])
    if head is None or head.meaning == "none" or page.pos[index] != "NOUN" or page.deps[index] not in _ACTS:
        return None
    begin = begin_of(scene, index)
    if head.meaning == "self" and (state := _shared(scene, begin, index)):
        return ((_mention(scene, head, begin, index, state),), index + 1)
    if not scene.codes or _told_behind(scene, index):
        return None
    before = page.folded[begin - 1] if begin and page.adjoins(begin) else ""
    owned = before in _OWNERS and head.kind in _OWNED
    elsewhere = page.entities[begin - 1] in ("DATE", "TIME") and page.heads[begin - 1] != index  # "In 1966 *officers*"
    several = head.noun in _SEVERAL and (not begin or page.pos[begin - 1] not in _TOLD or elsewhere)
    unique = head.noun in _ONE and (before == "the" or head.noun == "police")
    if not (owned or several or unique):
        return None
    state = _state(scene, index, before)
    return ((_mention(scene, head, begin, index, state),), index + 1) if state else None


def _told_behind(scene: Scene, index: int) -> bool:
    """True where the words behind tell whose a group is: "officials of Chad", "officials and", "the army's"."""
    page = scene.page
    if page.heads[min(index + 1, len(page) - 1)] != index:
        return False
    named = any(place in scene.names for place in range(index + 1, index + 1 + _NEAR))
    return named or page.folded[index + 1] not in _BESIDE


def _shared(scene: Scene, begin: int, noun: int) -> str:
    """Return the state of the group that a noun goes on from: "Danish soldiers, *medics* and *engineers*"."""
    last = scene.seen[-1].mention if scene.seen and scene.page.deps[noun] == "conj" else None
    if last is None or not last.state or not last.reasons[-1:] or not last.reasons[-1].startswith("head: "):
        return ""
    between = scene.page.text[last.end : scene.page.starts[begin]].split()
    return last.state if between and set(between) <= {",", "and", "or"} else ""


def _state(scene: Scene, index: int, before: str) -> str:
    """Return the state of whoever "its" stands for, else the one spoken of."""
    if before in _OWNERS:
        last = scene.seen[-1] if scene.seen else None
        return last.mention.state if last and last.mention.surface.lower() == before else ""
    return state_spoken_of(scene, index)


def _mention(scene: Scene, head: Head, begin: int, noun: int, state: str) -> Mention:
    page = scene.page
    code = scene.state_on(state, page.time_for(noun))
    reasons = (f"state spoken of: {code}", f"head: {head.noun}")
    words = " ".join(page.text[page.starts[begin] : page.ends[noun]].split())
    if body := institution_at(scene, code, begin, noun + 1, page.folded[begin : noun + 1], 0.5, reasons):
        return body
    if head.meaning == "state" and head.kind == "government":
        return scene.state_mention(code, begin, noun + 1, kind="government", score=0.5, reasons=reasons)
    label = described(scene, code, words[:1].lower() + words[1:])
    actor = Actor(slug(label), label, "other" if head.kind == "state" else head.kind, scene.public(code))  # type: ignore[arg-type]
    return scene.mention_of(actor, begin, noun + 1, score=0.5, reasons=reasons)
