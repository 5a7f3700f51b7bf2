"""Names joined by hyphens that stand for several actors: `Xi-Kim`, `China-DPRK`."""

from __future__ import annotations

from dataclasses import replace

from summitry.actors.groups import head_noun
from summitry.actors.nationality import ONE_OF_MANY
from summitry.actors.people import person_mention, resolve_short
from summitry.actors.scene import Scene, pick_state
from summitry.model import Mention

__all__ = ["hyphenated_at"]

_MOST = 6
"""Most names joined by hyphens."""
_HYPHENS = ("-", "–", "—", "/")
_RELATIONAL = frozenset(
    """
    relation relations talks summit meeting treaty agreement accord war conflict border dialogue ties
    trade alliance pact dispute tension tensions axis friendship cooperation negotiations exchange
    exchanges rivalry split rift
    """.split()
)


def hyphenated_at(scene: Scene, index: int) -> tuple[tuple[Mention, ...], int] | None:
    """Resolve names joined by hyphens, one mention each on the whole span."""
    page = scene.page
    members: list[Mention] = []
    position = index
    for _ in range(_MOST):
        member = _member(scene, position)
        if member is None:
            return None
        mention, position = member
        members.append(mention)
        joined = position + 1 < len(page) and page.words[position] in _HYPHENS
        if (
            not joined
            or page.starts[position] != page.ends[position - 1]
            or page.starts[position + 1] != page.ends[position]
        ):
            break
        position += 1
    if len(members) < 2 or len({member.name for member in members}) < 2 or _one_nationality(scene, index, position):
        return None
    if members[0].kind == "person" and (_one_person(scene, index, position) or min(m.score for m in members) < 0.6):
        return None
    start, stop = page.starts[index], page.ends[position - 1]
    surface = page.text[start:stop]
    return tuple(
        replace(m, start=start, end=stop, surface=surface, score=min(m.score, 0.85)) for m in members
    ), position


def _member(scene: Scene, index: int) -> tuple[Mention, int] | None:
    name = scene.names.get(index)
    if name and (alias := pick_state(scene, name)):
        code = scene.state_on(alias.actor_id, scene.page.time_for(index))
        reasons = (f"alias: {alias.text} ({alias.type})", "pair")
        return scene.state_mention(code, index, name.end, score=0.85, reasons=reasons), name.end
    if not scene.page.capital(index):
        return None
    found = resolve_short(scene, index, index + 1)
    if not isinstance(found, tuple):
        return None
    person, score, why = found
    return person_mention(scene, person, index, index + 1, score=score, reasons=(*why, "pair")), index + 1


def _one_person(scene: Scene, begin: int, end: int) -> bool:
    """True for the first name of `Hassan-Ali Mansur`."""
    page = scene.page
    return page.entities[begin] == "PERSON" and page.entity(begin)[1] > end and page.pos[end] == "PROPN"


def _one_nationality(scene: Scene, begin: int, end: int) -> bool:
    """True for `Korean-American` and `a Greek-Canadian pastor`, of one people, not two states."""
    page = scene.page
    following = page.folded[end] if end < len(page) else ""
    if page.folded[begin].endswith("o"):
        return False  # "Sino-American"
    found = head_noun(scene, end, begin)
    if found and found[0].kind == "other" and found[0].meaning == "self" and page.tags[found[1] - 1] == "NN":
        return True  # "a Greek-Canadian pastor"
    if begin and page.folded[begin - 1] in ONE_OF_MANY and page.deps[end - 1] not in ("compound", "amod", "nmod"):
        return True  # "another Greek-Canadian"
    if not page.folded[end - 1].startswith("american"):
        return False
    return (
        following not in _RELATIONAL and page.deps[end - 1] != "conj" and page.pos[begin] != "PROPN"
    ) or page.folded[end - 1] == "americans"
