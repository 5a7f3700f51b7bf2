"""Short definite phrases resolved by what was named before: "the regime", "the council", "the isolated nation"."""

from __future__ import annotations

from dataclasses import replace

from summitry.actors.folding import slug
from summitry.actors.groups import described
from summitry.actors.institutions import COURTS, institution_at
from summitry.actors.phrases import body_at
from summitry.actors.pronouns import again
from summitry.actors.scene import Scene
from summitry.actors.setting import state_spoken_of
from summitry.model import Actor, Mention

__all__ = ["definite_at"]

_REGIMES = frozenset({"regime", "government", "administration", "junta", "cabinet", "leadership"})
_BODIES = frozenset(
    "agency alliance assembly bloc commission committee council court department organization tribunal union".split()
)
_NAMED_SO = frozenset({"igo", "government"})
_WORDS_BEFORE = 4
"""How far before such a noun its article may stand."""
_LANDS = frozenset({"country", "nation", "kingdom", "republic", "state"})
_WHICH = frozenset({"other", "same", "only", "certain", "various", "whole", "entire", "host", "third"})
_TOLD_AGAIN = frozenset(
    "official officials spokesman spokeswoman diplomat diplomats lawmakers envoys negotiators group movement".split()
)
_GROUPS = frozenset({"group", "movement"})
_AGAIN = 4
"""How many sentences before such a noun those may be named whom it tells again."""
_CLIMB = 3
"""How far above a noun its verb may be."""


def _is_portfolio(scene: Scene, index: int) -> bool:
    """True for the `health` of `the health ministry`: what some state has a minister of."""
    return scene.lexicon.title_at([scene.page.folded[index], "minister"], 0) is not None


def _is_high(scene: Scene, index: int) -> bool:
    """True for the court that a state has one of."""
    return scene.page.capital(index) and scene.page.folded[index - 1] in COURTS


def _institution(scene: Scene, index: int) -> Mention | None:
    """Resolve `the Foreign Ministry`, `the Supreme Court` by the capital that follows, else by the state spoken of."""
    page = scene.page
    bodies: tuple[str, ...] = ()
    if index + 2 < len(page) and page.folded[index + 1] in ("in", "of"):
        bodies = body_at(scene, index + 2)[0]
    state = next((code for code in bodies if code in scene.registry.states), "")
    state = state or state_spoken_of(scene, index)
    if not state:
        return None
    code = scene.state_on(state, page.time_for(index))
    reasons = (f"institution of the state spoken of: {code}",)
    return institution_at(scene, code, index - 1, index + 1, page.folded[index - 1 : index + 1], 0.6, reasons)


def _is_definite(scene: Scene, index: int) -> bool:
    """True after "the"; there may be words between: "the 15-nation council", "the isolated state"."""
    page = scene.page
    noun = page.folded[index]
    if page.folded[index - 1] == "the":
        return noun != "state"  # "the state" alone may be any part of it
    if noun not in _BODIES | _LANDS | _REGIMES:
        return False
    first = max(0, index - _WORDS_BEFORE)
    begin = next((i for i in range(index - 1, first - 1, -1) if page.folded[i] == "the"), None)
    if begin is None or any(page.capital(j) for j in range(begin + 1, index + 1)):
        return False
    return noun in _BODIES or all(_tells_kind(scene, j) for j in range(begin + 1, index))


def _tells_kind(scene: Scene, index: int) -> bool:
    """True for the `isolated` of `the isolated state`; not for `other`, `same` and `largest`, which tell which one."""
    page = scene.page
    return not page.folded[index] or (page.tags[index] == "JJ" and page.folded[index] not in _WHICH)


def _body_named(scene: Scene, index: int) -> Mention | None:
    """Resolve `the council` to the organisation of that name that came up last."""
    noun = scene.page.folded[index]
    named = [
        seen for seen in scene.recent() if seen.mention.kind in _NAMED_SO and noun in seen.mention.name.lower().split()
    ]
    latest = next((seen for seen in named if seen.mention.kind == "igo"), named[0] if named else None)
    return replace(again(scene, index, latest), score=0.6) if latest is not None else None


def _told_again(scene: Scene, index: int) -> Mention | None:
    """Resolve `the official` to whoever was told by that noun last, `the group` to the last armed group."""
    page = scene.page
    noun = page.folded[index]
    for seen in scene.recent():
        if page.sentence[index] - page.sentence[seen.index] > _AGAIN:
            return None
        armed = noun in _GROUPS and seen.mention.kind == "armed-group"
        if armed or (seen.mention.state and seen.mention.surface.lower().split()[-1:] == [noun]):
            return replace(again(scene, index, seen), score=0.55)
    return None


def definite_at(scene: Scene, index: int) -> Mention | None:
    """Resolve `the regime`, `the government`, `the country` to the state spoken of."""
    page = scene.page
    noun = page.folded[index]
    told = index > 1 and page.folded[index - 2] == "the"
    if told and (_is_portfolio(scene, index - 1) if noun == "ministry" else noun == "court" and _is_high(scene, index)):
        return _institution(scene, index)
    if not index or not _is_definite(scene, index):
        return None
    if index + 1 < len(page) and page.folded[index + 1] in ("of", "in"):
        return None
    if noun in _BODIES:
        return _body_named(scene, index)
    if noun in _TOLD_AGAIN:
        return _told_again(scene, index)
    states = tuple(scene.states(index, reach=4))
    if not states:
        return None
    if page.folded[index - 1] != "the" and noun in _LANDS:
        states = tuple(code for code in states if code not in _acting_above(scene, index))[:1] or states
    state = max(states, key=lambda code: scene.codes.get(code, 0)) if noun in _LANDS else states[0]
    reasons = (f"state spoken of: {state}",)
    if noun in _REGIMES:
        return scene.state_mention(state, index, index + 1, kind="government", score=0.55, reasons=reasons)
    if noun in _LANDS:
        return scene.state_mention(state, index, index + 1, score=0.5, reasons=reasons)
    if noun in ("military", "army", "navy"):
        label = described(scene, state, noun)
        actor = Actor(slug(label), label, "military", state)
        return scene.mention_of(actor, index, index + 1, score=0.5, reasons=reasons)
    if noun == "ministry":
        return scene.state_mention(state, index, index + 1, kind="government", score=0.5, reasons=reasons)
    return None


def _acting_above(scene: Scene, index: int) -> frozenset[str]:
    """Return the states of those who act on what a word names: the Peru of "Peru warned *the small nation*"."""
    page, verb = scene.page, index
    for _ in range(_CLIMB):
        verb = page.heads[verb]
        if page.pos[verb] == "VERB":
            break
    inside = (seen for seen in scene.recent() if page.sentence[seen.index] == page.sentence[index])
    return frozenset(seen.mention.state for seen in inside if seen.subject and page.heads[seen.index] == verb)
