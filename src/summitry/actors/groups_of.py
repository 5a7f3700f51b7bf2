"""Groups whose state is told behind them: "the people of Ukraine", "nurses in Lima", "fighters of M23"."""

from __future__ import annotations

from summitry.actors.folding import slug
from summitry.actors.groups import OTHERS, described
from summitry.actors.institutions import institution_at
from summitry.actors.lexicon import Head
from summitry.actors.names import Alias
from summitry.actors.scene import Name, Scene, pick_state
from summitry.model import Actor, Mention

__all__ = ["begin_of", "group_of_at"]

_NAMES = frozenset({"name", "long-name", "acronym", "former-name", "short"})
_INSIDE = frozenset({"in", "across", "from", "throughout"})
"""Prepositions that tell where a group is at home."""
_AT_HOME = frozenset({"other", "armed-group", "government", "party", "state"})
"""Kinds of groups that are of the state in which they are told to be; soldiers may be anybody's there."""
_ABROAD = frozenset(
    """
    attache attaches attaché attachés consul consulate consulates consuls correspondent correspondents delegates
    delegation delegations diplomat diplomats embassies embassy emissaries emissary envoy envoys exiles expatriates
    inspector inspectors investors journalist journalists legation mission missions missionaries monitors negotiators
    observers peacekeepers reporter reporters representatives team tourists
    """.split()
)
"""Nouns of those who are where they are not at home."""
_BETWEEN = 3
"""Most words between the preposition and the name: "in the troubled south of Mali"."""
_MODIFIES = frozenset({"amod", "compound", "nmod"})
_MOST_BEFORE = 3


def group_of_at(scene: Scene, index: int) -> tuple[tuple[Mention, ...], int] | None:
    """Resolve a noun of a group and the state, capital or organisation named behind it.

    Args:
        scene: the document.
        index: the noun.

    Returns:
        The mention and the index after it, `None` where the word is no such noun or nobody is named behind it.
    """
    page = scene.page
    head = scene.lexicon.heads.get(page.folded[index])
    if head is None or head.meaning == "none" or page.pos[index] not in ("NOUN", "PROPN"):
        return None
    behind = index + 1
    if behind >= len(page) or not page.adjoins(behind) or page.folded[behind] not in _INSIDE | {"of"}:
        return None
    name = _name_behind(scene, index, behind)
    if name is None:
        return None
    begin = begin_of(scene, index)
    if (alias := pick_state(scene, name)) is not None:
        return _of_state(scene, head, (begin, index), name, alias)
    return _of_organisation(scene, head, begin, name) if page.folded[behind] == "of" else None


def _name_behind(scene: Scene, noun: int, preposition: int) -> Name | None:
    """Return the name that a preposition behind a noun leads to, where it is one name, not a list."""
    page, place = scene.page, preposition + 1
    while place < min(preposition + 1 + _BETWEEN, len(page)) and place not in scene.names:
        if page.pos[place] not in ("DET", "ADJ"):
            return None
        place += 1
    name = scene.names.get(place)
    if name is None or not preposition < name.end <= len(page) or page.sentence[place] != page.sentence[noun]:
        return None
    last, after = name.end - 1, name.end
    if page.deps[last] in _MODIFIES | {"poss"} or page.heads[last] != preposition:
        return None
    listed = (after + 1 < len(page) and page.folded[after] in ("and", "or")) or page.words[after : after + 1] == [","]
    return None if listed and any(i in scene.names for i in range(after + 1, min(after + 3, len(page)))) else name


def begin_of(scene: Scene, noun: int) -> int:
    """Return where the phrase of a noun begins, without what is named in it: the `bus` of "bus drivers in Lima"."""
    page, begin = scene.page, noun
    taken = scene.seen[-1].mention.end if scene.seen else 0
    while begin > max(0, noun - _MOST_BEFORE) and page.adjoins(begin):
        before = begin - 1
        if page.deps[before] not in _MODIFIES or not begin <= page.heads[before] <= noun or page.starts[before] < taken:
            break
        begin = before
    return begin


def _of_state(
    scene: Scene, head: Head, span: tuple[int, int], name: Name, alias: Alias
) -> tuple[tuple[Mention, ...], int] | None:
    page, (begin, noun) = scene.page, span
    belongs = page.folded[noun + 1] == "of"
    if alias.type not in _NAMES and (belongs or alias.type != "capital"):
        return None
    if (belongs and head.noun in OTHERS) or (not belongs and (head.noun in _ABROAD or head.kind not in _AT_HOME)):
        return None
    code = scene.state_on(alias.actor_id, page.time_for(name.begin))
    reasons = (f"alias: {alias.text} ({alias.type})", f"head: {head.noun}")
    if belongs and (body := institution_at(scene, code, begin, name.end, page.folded[begin : noun + 1], 0.7, reasons)):
        return (body,), name.end
    if head.meaning == "state":
        return (scene.state_mention(code, begin, name.end, kind=head.kind, score=0.7, reasons=reasons),), name.end
    words = " ".join(page.text[page.starts[begin] : page.ends[noun]].split())
    label = described(scene, code, words) if belongs else words
    actor = Actor(slug(label), label, head.kind, scene.public(code))  # type: ignore[arg-type]
    return (scene.mention_of(actor, begin, name.end, score=0.65, reasons=reasons),), name.end


def _of_organisation(scene: Scene, head: Head, begin: int, name: Name) -> tuple[tuple[Mention, ...], int] | None:
    """Return the organisation for its people: "fighters of M23", "the leaders of the African Union"."""
    ids = [a.actor_id for a in name.aliases if scene.registry.actors[a.actor_id].kind not in ("person", "state")]
    if not ids or head.noun in OTHERS or scene.registry.actors[ids[0]].kind == "media":
        return None
    reasons = (f"alias: {name.aliases[0].text}", f"head: {head.noun}")
    return (scene.mention_of(scene.registry.actors[ids[0]], begin, name.end, score=0.7, reasons=reasons),), name.end
