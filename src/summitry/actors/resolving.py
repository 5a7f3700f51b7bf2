"""All mentions of one document, found and resolved from left to right."""

from __future__ import annotations

from collections.abc import Sequence

from summitry.actors.acronyms import defined_otherwise
from summitry.actors.bare import bare_group_at
from summitry.actors.compass import divided_at
from summitry.actors.definite import definite_at
from summitry.actors.family_names import is_namesake
from summitry.actors.folding import slug
from summitry.actors.groups import group_at, head_noun, people_of_organisation
from summitry.actors.groups_of import group_of_at
from summitry.actors.guests import guest_or_host
from summitry.actors.hyphens import hyphenated_at
from summitry.actors.lexicon import Head
from summitry.actors.nationality import with_states
from summitry.actors.page import Page
from summitry.actors.pairs import counted_at
from summitry.actors.people import (
    best_person,
    person_mention,
    unknown_person,
)
from summitry.actors.phrases import parse_phrase
from summitry.actors.pronouns import pronoun_at
from summitry.actors.registry import Registry
from summitry.actors.scene import Name, Scene, nobody, pick_state
from summitry.actors.states import part_of_name, resolve_state
from summitry.actors.titled import resolve_phrase
from summitry.actors.unlisted import Found, ship_at, site_follows, unlisted
from summitry.language import Doc
from summitry.model import ActorKind, Interval, Mention, Tenure, TimeExpression

__all__ = ["resolve_mentions"]

_REGIONS = frozenset({"western", "european", "arab", "african", "asian", "allied", "gulf", "baltic", "nordic"})
_TOGETHER = frozenset({"capitals", "countries", "governments", "leaders", "nations", "powers", "states"})
"""Nouns of the many that a region's name tells of: "the *Baltic* states"."""
_GOVERNMENTS = frozenset({"administration", "government", "regime", "cabinet", "junta"})

_LINKING = frozenset({"ADP", "AUX", "CCONJ", "PART", "SCONJ"})
_SMALL_WORDS = frozenset(
    """
    after and are as at be because been before but by can could did do does for from had has have if in into is
    might not of on or over since that than to under until was were when which while will with would
    """.split()
)
"""Words of which, as links or auxiliaries, no name and no phrase begins."""


def resolve_mentions(
    doc: Doc,
    published: Interval | None,
    registry: Registry,
    times: Sequence[TimeExpression] | None = None,
) -> tuple[Mention, ...]:
    """Find and resolve everyone a document names.

    Args:
        doc: the text, parsed by `summitry.language`.
        published: when it appeared; offices are those of the times told in the text, else of then.
        registry: who is known.
        times: the time expressions of the text; without them plain months and years are read.

    Returns:
        Mentions in the order of the text. Those of kind `place` say where, those of kind `none`
        are people and things that are no diplomatic actors.
    """
    page = Page(doc, published, times)
    if not len(page):
        return ()
    scene = Scene.open(page, registry)
    mentions: list[Mention] = []
    index = 0
    while index < len(page):
        found = _at(scene, index)
        if found is None:
            index += 1
            continue
        resolved, after = found
        head = _head(page, index, after)
        for mention in resolved:
            scene.remember(mention, head)
        mentions.extend(resolved)
        index = max(after, index + 1)
    return with_states(scene, mentions)


def _head(page: Page, begin: int, end: int) -> int:
    """Return the word of a range on which the others depend."""
    for index in range(begin, end):
        if not begin <= page.heads[index] < end or page.heads[index] == index:
            return index
    return end - 1


def _at(scene: Scene, index: int) -> Found | None:
    """Resolve what begins at a word; the index after it comes along."""
    page = scene.page
    word = page.folded[index]
    if not word or (page.pos[index] in _LINKING and word in _SMALL_WORDS):
        return None
    for step in _STEPS:
        found = step(scene, index)
        if found is not None:
            return _administration(scene, found)
    return None


def _joined(scene: Scene, index: int) -> Found | None:
    name = scene.names.get(index)
    after = name.end if name else index + 1
    if after < len(scene.page) and scene.page.words[after] in ("-", "–", "—", "/") and scene.page.capital(index):
        found = hyphenated_at(scene, index)
        if found:
            return found
    return counted_at(scene, index)


def _titled(scene: Scene, index: int) -> Found | None:
    name = scene.names.get(index)
    if name and all(scene.registry.actors[alias.actor_id].kind == "person" for alias in name.aliases):
        return None
    phrase = parse_phrase(scene, index)
    if phrase is None:
        return None
    if (
        not phrase.bodies
        and scene.page.capital(phrase.head)
        and _names_site(scene, phrase.title.words[-1], phrase.head + 1)
    ):
        return (nobody(scene, index, phrase.head + 1, "part of the name of a site"),), phrase.head + 1
    mention = resolve_phrase(scene, phrase)
    if mention is None and "deputy" in phrase.modifiers:
        return (), phrase.end  # "Deputy Minister of Defense" is not the minister, whoever it is
    return ((mention,), phrase.end) if mention else None


def _names_site(scene: Scene, title: str, index: int) -> bool:
    """True for `King Street`, false for `President Park`."""
    page = scene.page
    if index >= len(page) or not site_follows(scene, index):
        return False
    return title in ("king", "queen", "prince") or page.folded[index] not in scene.registry.shorts


def _named(scene: Scene, index: int) -> Found | None:
    name = scene.names.get(index)
    if name is None:
        return None
    kinds = {scene.registry.actors[alias.actor_id].kind for alias in name.aliases}
    if "person" in kinds and (len(kinds) == 1 or scene.page.entities[index] == "PERSON"):
        return _known_person(scene, name)
    seat = any(alias.type == "seat" for alias in name.aliases)
    if kinds - {"person", "state"} and not seat and ("state" not in kinds or name.end - name.begin > 1):
        if _goes_on(scene, name):
            return None
        if spelt := defined_otherwise(scene, name):
            return (nobody(scene, name.begin, name.end, f"short for {spelt}"),), name.end
        return people_of_organisation(scene, name, _organisation(scene, name))
    group = group_at(scene, name)
    if group:
        return (group[0],), group[1]
    mention = resolve_state(scene, name)
    if mention:
        return (mention,), max(name.end, scene.page.words_between(mention.start, mention.end)[1])
    return unlisted(scene, index) or _name_part(scene, name)


def _goes_on(scene: Scene, name: Name) -> bool:
    """True for the West of "the West Bank" and "West African states"."""
    page, end = scene.page, name.end
    capital = end < len(page) and page.adjoins(end) and page.capital(end) and page.pos[end] in ("ADJ", "PROPN")
    return capital and all(alias.text.removeprefix("the ") == "West" for alias in name.aliases)


def _name_part(scene: Scene, name: Name) -> Found:
    """Tell that a state's name is only the first word of somebody's name."""
    alias = pick_state(scene, name)
    if alias and part_of_name(scene, name, alias) == "person":
        return (nobody(scene, name.begin, name.end + 1, "part of a person's name"),), name.end + 1
    return (), name.end


def _regional(scene: Scene, index: int) -> Found | None:
    """Keep `Western diplomats` and `Arab officials`, who belong to no one state, under their description."""
    if scene.page.folded[index] not in _REGIONS or not scene.page.capital(index):
        return None
    together = scene.page.folded[index + 1 : index + 2]
    found = (Head(together[0], "other", "self"), index + 2) if together and together[0] in _TOGETHER else None
    found = found or head_noun(scene, index + 1, index)
    if found is None or found[0].meaning == "none":
        return None
    head, end = found
    start, stop, surface = scene.span(index, end)
    label = " ".join(scene.page.text[scene.page.starts[index] : stop].split())
    kind: ActorKind = "military" if head.kind == "military" else "other"
    return (Mention(start, stop, surface, label, "", "", kind, slug(label), 0.6, (f"head: {head.noun}",)),), end


def _administration(scene: Scene, found: Found | None) -> Found | None:
    """Take `the Obama administration`, `the Ortega-Murillo regime` for the state that its heads govern."""
    if found is None or not found[0] or {m.kind for m in found[0]} != {"person"}:
        return found
    mention, after = found[0][0], found[1]
    page, registry = scene.page, scene.registry
    if after >= len(page) or page.folded[after] not in _GOVERNMENTS or len({m.state for m in found[0]}) > 1:
        return found
    tenures = (tenure for m in found[0] for tenure in reversed(registry.tenures(m.actor_id)))
    code = next((tenure.body for tenure in tenures if _governs(tenure)), "")
    if code not in registry.states:
        return found
    begin = page.word_at(mention.start)
    kind = "state" if page.folded[after] == "administration" else "government"
    reasons = (*mention.reasons, f"{page.folded[after]} of {mention.name}")
    return (scene.state_mention(code, begin, after + 1, kind=kind, score=0.8, reasons=reasons),), after + 1


def _governs(tenure: Tenure) -> bool:
    return tenure.role in ("head-of-state", "head-of-government", "leader")


def _known_person(scene: Scene, name: Name) -> Found | None:
    if site_follows(scene, name.end):
        return (nobody(scene, name.begin, name.end, "part of the name of a site"),), name.end
    people = [a.actor_id for a in name.aliases if scene.registry.actors[a.actor_id].kind == "person"]
    if longer := _more_of_name(scene, name):
        return longer
    person, weight, lead = best_person(scene, people, name.begin)
    page = scene.page
    if name.end < len(page) and page.adjoins(name.end) and is_namesake(scene.registry, person, page.words[name.end]):
        span, state = (name.begin, name.end + 1), scene.registry.actors[person].state
        return (unknown_person(scene, *span, span, state=state),), name.end + 1
    if name.end - name.begin == 1 and weight < 1 and all(alias.type == "name" for alias in name.aliases):
        return None
    score = 0.97 if len(people) == 1 else 0.85 if lead > 0.5 else 0.6
    reasons = (f"alias: {name.aliases[0].text}",)
    return (person_mention(scene, person, name.begin, name.end, score=score, reasons=reasons),), name.end


def _more_of_name(scene: Scene, name: Name) -> Found | None:
    """Leave `Bibi Andersson`, and `Kim Il Sunng` for `Kim Il`, to the steps for unlisted names."""
    page, end = scene.page, name.end
    if not page.adjoins(end) or not page.capital(end) or end in scene.names:
        return None
    if page.pos[end] != "PROPN" and page.iob[end] != "I":
        return None
    found = unlisted(scene, name.begin)
    known = found is not None and any(m.actor_id in scene.registry.actors for m in found[0])
    return found if name.end - name.begin == 1 or known else None


def _organisation(scene: Scene, name: Name) -> Mention:
    aliases = [a for a in name.aliases if scene.registry.actors[a.actor_id].kind not in ("person", "state")]

    def weight(actor_id: str) -> tuple[bool, int, bool]:
        actor, life = scene.registry.actors[actor_id], scene.registry.life(actor_id)
        time = scene.page.time_of_names(name.begin)
        living = time is None or life is None or life.overlaps(time)
        return living, scene.codes.get(actor.state, 0), not actor.state

    alias = max(aliases, key=lambda alias: weight(alias.actor_id))
    actor = scene.registry.actors[alias.actor_id]
    return scene.mention_of(
        actor, name.begin, name.end, score=0.95 if len(aliases) == 1 else 0.75, reasons=(f"alias: {alias.text}",)
    )


def _pronoun(scene: Scene, index: int) -> Found | None:
    mentions = pronoun_at(scene, index)
    if mentions:
        return mentions, index + 1
    definite = guest_or_host(scene, index) or definite_at(scene, index)
    return ((definite,), index + 1) if definite else bare_group_at(scene, index)


_STEPS = (ship_at, divided_at, _joined, _titled, group_of_at, _named, _regional, unlisted, _pronoun)
