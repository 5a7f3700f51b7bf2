"""Of whose offices and people a text speaks where it does not say so: "the *police*", "*Judge* Ana Lima"."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.actors.parties import acts
from summitry.actors.scene import Scene

__all__ = ["state_spoken_of"]

_REACH, _ASIDE = 1, 3
"""How many sentences before a noun tell of whose state it is: in a text, and on a page of news of many lands."""
_SHARE = 1 / 3
"""Which part of all names of states in a text are of the one that it is about."""


def state_spoken_of(scene: Scene, index: int) -> str:
    """Return the state of whose offices and people a text speaks at a word, `""` where it speaks of none.

    A place told in the same sentence comes first ("*in Santiago* riot police ..."), then the state that the text
    names most, unless only others have acted in this sentence and the one before. A page of news of many lands is
    about none of them: there the state named last is meant.
    """
    if here := next(_places(scene, index), ""):
        return here
    main = max(scene.codes, key=lambda code: scene.codes[code], default="")
    near = tuple(scene.states(index, reach=_REACH))
    acting = tuple(_acting(scene, index))
    if main in near or main in acting:
        return main
    aside = () if _is_all_about(scene, main) else tuple(scene.states(index, reach=_ASIDE))
    return next(iter(acting or aside), main)


def _is_all_about(scene: Scene, state: str) -> bool:
    """True where a text is about one state, not a page of news of many."""
    return scene.codes.get(state, 0) >= _SHARE * sum(scene.codes.values())


def _places(scene: Scene, index: int) -> Iterator[str]:
    """Yield the states of the places in which a clause says that it plays, where they are told before a word."""
    page = scene.page
    for seen in scene.recent():
        if page.sentence[seen.index] != page.sentence[index]:
            return
        inside = page.deps[seen.index] == "pobj" and page.folded[page.heads[seen.index]] == "in"
        clause = page.heads[page.heads[seen.index]] if inside else -1
        if inside and page.pos[clause] in ("VERB", "AUX") and seen.mention.state in scene.registry.states:
            yield seen.mention.state


def _acting(scene: Scene, index: int) -> Iterator[str]:
    """Yield the states that act in the sentence of a word and the one before, as a whole or by their people."""
    here = scene.page.sentence[index]
    for seen in scene.recent():
        if here - scene.page.sentence[seen.index] > _REACH:
            return
        mention = seen.mention
        if (
            mention.state in scene.registry.states
            and mention.kind not in ("media", "none", "place", "person")
            and acts(scene, seen)
        ):
            yield mention.state
