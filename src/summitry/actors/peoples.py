"""A people told apart from the state that rules it: "the people of Ukraine"."""

from __future__ import annotations

from summitry.actors.folding import slug
from summitry.actors.scene import Scene, pick_state
from summitry.actors.states import described
from summitry.model import Actor, Mention

__all__ = ["people_of"]

_PEOPLES = frozenset({"people", "peoples"})


def people_of(scene: Scene, index: int) -> tuple[tuple[Mention, ...], int] | None:
    """Resolve `the people of Ukraine`, whom a text does not take for Ukraine's government."""
    page = scene.page
    if page.folded[index] not in _PEOPLES or index == 0 or page.folded[index - 1] != "the":
        return None
    place = index + 1
    if place >= len(page) or page.folded[place] != "of":
        return None
    place += 2 if page.folded[place + 1 : place + 2] == ["the"] else 1
    name = scene.names.get(place)
    alias = pick_state(scene, name) if name else None
    if name is None or alias is None or alias.type not in ("name", "long-name", "acronym", "former-name"):
        return None
    code = scene.state_on(alias.actor_id, page.time_for(place))
    label = described(scene, code, "people")
    actor = Actor(slug(label), label, "other", scene.public(code))
    reasons = (f"alias: {alias.text} ({alias.type})", "the people of a state")
    return (scene.mention_of(actor, index, name.end, score=0.75, reasons=reasons),), name.end
