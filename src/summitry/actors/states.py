"""States named outright, by adjective, by capital or seat of power, or by what they are called."""

from __future__ import annotations

from dataclasses import replace

from summitry.actors.folding import slug
from summitry.actors.metonyms import acts, region_after
from summitry.actors.names import Alias
from summitry.actors.nationality import ONE, ONE_OF_MANY
from summitry.actors.scene import Name, Scene, nobody, pick_state
from summitry.model import Actor, Mention

__all__ = ["apart", "code_of", "part_of_name", "resolve_state"]

_CONTINENTAL = frozenset({"latin", "south", "central", "north", "inter", "pan"})
"""Words before `American` that make it a continent's."""
_LIKENESS = frozenset({"born", "descended", "shaped", "size", "sized", "style"})
"""Words behind a nationality's hyphen that tell an origin or a likeness: "a *Belgium-sized* desert"."""
_MODIFIES = ("compound", "amod", "nmod", "poss")
_WHERE = ("capital", "seat")


def resolve_state(scene: Scene, name: Name) -> Mention | None:
    """Resolve the name of a state, or of the place it is governed from.

    Returns:
        A mention of kind `state`, `government`, `place` or `none`; `None` where no state is meant.
    """
    alias = pick_state(scene, name)
    if alias and (end := apart(scene, name)):
        return nobody(scene, name.begin, end, "a continent or an origin, not a state")
    if alias and _is_language(scene, name, alias):
        return nobody(scene, name.begin, name.end, "a language")
    part = part_of_name(scene, name, alias) if alias else "nature"
    if alias is None or part:
        return nobody(scene, name.begin, name.end, f"part of the name of a {part}") if part == "site" else None
    page = scene.page
    if alias.type == "nickname" and alias.text.lower().startswith("the ") and _direction(scene, name):
        return None
    if region := region_after(scene, name.end):
        return _place(scene, name, alias, region)
    code = code_of(scene, alias, name)
    if alias.type in _WHERE:
        if not acts(scene, name.begin, name.end):
            return _place(scene, name, alias, code)
        kind = "government" if alias.type == "seat" else "state"
        return scene.state_mention(
            code, name.begin, name.end, kind=kind, score=0.85, reasons=(f"alias: {alias.text} ({alias.type})", "acts")
        )
    if one := _one_national(scene, name, alias):
        return one
    begin = name.begin
    score = 0.6 if alias.type == "adjective" else 0.95
    article = (alias.type != "adjective" and page.pos[name.end - 1] == "PROPN") or alias.type == "nickname"
    mention = scene.state_mention(code, begin, name.end, score=score, reasons=(f"alias: {alias.text} ({alias.type})",))
    return mention if article else _without_article(scene, mention, begin)


def _is_language(scene: Scene, name: Name, alias: Alias) -> bool:
    """True for the nationality of "banners *in Russian*", of which no noun follows."""
    page, before = scene.page, name.begin - 1
    told = before >= 0 and page.folded[before] in ("in", "into") and alias.type == "adjective"
    return told and page.deps[name.end - 1] not in _MODIFIES


def _one_national(scene: Scene, name: Name, alias: Alias) -> Mention | None:
    """Return the person whom a nationality alone tells: "a *Canadian* was arrested", "another *Korean-American*"."""
    page, begin, end = scene.page, name.begin, name.end
    joined = scene.names.get(end + 1) if end + 1 < len(page) and page.words[end] in ("-", "–") else None
    later = pick_state(scene, joined) if joined else None
    last = joined if joined is not None and later is not None else name
    alone = page.tags[last.end - 1] in ("NN", "NNP") and page.deps[last.end - 1] not in _MODIFIES
    if alias.type != "adjective" or not begin or page.folded[begin - 1] not in ONE_OF_MANY or not alone:
        return None
    surface = page.text[page.starts[begin] : page.ends[last.end - 1]]
    label = surface if later else f"{surface} citizen"
    actor = Actor(slug(label), label, "other", scene.public(code_of(scene, later or alias, last)))
    reasons = (f"alias: {alias.text} ({alias.type})", ONE)
    return scene.mention_of(actor, begin, last.end, score=0.75, reasons=reasons, article=False)


def _without_article(scene: Scene, mention: Mention, begin: int) -> Mention:
    start = scene.page.starts[begin]
    return replace(mention, start=start, surface=scene.page.text[start : mention.end])


def code_of(scene: Scene, alias: Alias, name: Name) -> str:
    """Return the state as it was at the time; a name that ended with its state keeps it."""
    return scene.state_on(alias.actor_id, scene.page.time_for(name.begin)) if _renews(scene, alias) else alias.actor_id


def _renews(scene: Scene, alias: Alias) -> bool:
    """True unless a state that ended is called by its own name."""
    return scene.registry.states[alias.actor_id].life.last is None or alias.type in _WHERE


def _place(scene: Scene, name: Name, alias: Alias, code: str) -> Mention:
    page = scene.page
    surface = page.text[page.starts[name.begin] : page.ends[name.end - 1]]
    label = scene.registry.states[alias.actor_id].name if alias.type not in _WHERE else surface
    actor = Actor(slug(surface), label if alias.type not in _WHERE else surface, "other", scene.public(code))
    return scene.mention_of(
        actor,
        name.begin,
        name.end,
        kind="place",
        score=0.8,
        reasons=(f"alias: {alias.text} ({alias.type})", "place"),
        article=False,
    )


def part_of_name(scene: Scene, name: Name, alias: Alias) -> str:
    """Tell what longer name a state's name is part of: a `site`, something of `nature`, a `person`, or nothing.

    `Lebanon Road`, the `South China Sea`, `Chad Miller`, `New Mexico`.
    """
    page, end = scene.page, name.end
    following = page.folded[end] if end < len(page) and page.adjoins(end) and page.capital(end) else ""
    if end < len(page) and page.folded[end] in ("peninsula", "strait", "war"):
        return "nature"
    for sort in ("site", "nature"):
        if following in scene.lexicon.contexts[sort]:
            return sort
    before = page.words[name.begin - 1] if page.adjoins(name.begin) else ""
    if before in ("Mount", "Fort", "Lake") or (before == "New" and alias.type in ("name", "capital")):
        return "nature"
    if name.end - name.begin > 1 or alias.type not in ("name", "capital") or not following:
        return ""
    if page.folded[name.begin] in scene.lexicon.contexts["givenname"] and _surname_like(scene, end):
        return "person"
    begin, stop = page.entity(name.begin)
    inside = page.entities[name.begin] == "PERSON" and stop > name.end and begin >= name.begin - 1
    return "person" if inside and end not in scene.names and page.pos[end] == "PROPN" else ""


def _surname_like(scene: Scene, index: int) -> bool:
    page = scene.page
    if page.pos[index] != "PROPN" or index in scene.names or page.words[index].isupper():
        return False
    word = page.folded[index]
    known = (
        word in scene.lexicon.contexts["compoundnoun"] or word in scene.lexicon.titles or word in scene.lexicon.heads
    )
    return not known and page.entities[index] not in ("DATE", "GPE", "EVENT", "NORP")


def _direction(scene: Scene, name: Name) -> bool:
    """True where `the north` is a direction or part of a longer name."""
    page = scene.page
    if name.end - name.begin > 1:
        return False
    if not page.capital(name.end - 1):
        return True
    if name.end >= len(page) or not page.adjoins(name.end):
        return False
    return page.folded[name.end] == "of" or (page.pos[name.end] in ("PROPN", "NOUN") and page.capital(name.end))


def apart(scene: Scene, name: Name) -> int:
    """Return the end of what only looks like a nationality: `Latin American`, `Russian-born`; 0 for the rest."""
    page, end = scene.page, name.end
    if end + 1 < len(page) and page.words[end] in ("-", "–") and page.folded[end + 1] in _LIKENESS:
        return end + 2
    before = name.begin - 1
    if before > 0 and page.words[before] in ("-", "–"):
        before -= 1
    continental = page.folded[name.begin] in ("american", "americans") and name.end - name.begin == 1
    return end if continental and before >= 0 and page.folded[before] in _CONTINENTAL else 0
