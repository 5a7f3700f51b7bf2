"""Title phrases without a name: `the Chinese president`, `the premier`, resolved by tenures and by who came before."""

from __future__ import annotations

from dataclasses import replace

from summitry.actors.folding import fold, slug
from summitry.actors.groups import described
from summitry.actors.holders import find_envoy, find_holder, last_holder_before, next_holder_after, office_matches
from summitry.actors.phrases import Phrase
from summitry.actors.scene import Scene
from summitry.actors.setting import state_spoken_of
from summitry.model import Actor, Mention, Tenure

__all__ = ["bare_title", "body_of", "holder_of_body", "home_of", "named_again"]

_RULING = frozenset({"defence-minister", "foreign-minister", "head-of-government", "head-of-state"})


_SEATS = {"Pope": "VAT"}
"""Offices that there are in one state alone."""


def body_of(scene: Scene, phrase: Phrase) -> str:
    """Return the id of the body that fits best, as it was at the time."""
    time = scene.page.time_for(phrase.begin)
    codes = [scene.state_on(body, time) if body in scene.registry.states else body for body in phrase.bodies]
    holding = [code for code in codes if find_holder(scene.registry, phrase.title, code, time)]
    return next(iter(holding or codes), "")


def home_of(scene: Scene, tenure: Tenure) -> str:
    """Return the state of the body in which an office is held."""
    return scene.registry.actors[tenure.body].state


def holder_of_body(scene: Scene, phrase: Phrase) -> Mention | None:
    """Resolve `the Chinese president` to who held the office at the time."""
    body = body_of(scene, phrase)
    time = scene.page.time_for(phrase.begin)
    actor = scene.registry.actors.get(body)
    if actor and actor.kind == "party" and actor.state and phrase.title.role == "party-leader":
        body = actor.state
    if scene.page.dies(phrase.head) and scene.page.published is time:
        time = scene.page.days_before(2)
    if "deputy" in phrase.modifiers:
        return _unnamed(scene, phrase, body)
    if phrase.target:
        tenure = find_envoy(scene.registry, phrase.title, body, phrase.target, time)
        return _holder(scene, phrase, tenure) if tenure else _unnamed(scene, phrase, body)
    if phrase.title.role == "igo-head" and body in scene.registry.states:
        return None
    if phrase.title.words[-1] == "elect":
        tenure = next_holder_after(scene.registry, phrase.title, body, time)
        return _holder(scene, phrase, tenure, elect=True) if tenure else _unnamed(scene, phrase, body)
    if phrase.former:
        tenure = last_holder_before(scene.registry, phrase.title, body, time)
        return _holder(scene, phrase, tenure, former=True) if tenure else _unnamed(scene, phrase, body)
    tenure = find_holder(scene.registry, phrase.title, body, time, "acting" in phrase.modifiers)
    if tenure:
        return _holder(scene, phrase, tenure)
    return (_named_before(scene, phrase, body) if time is None else None) or _unnamed(scene, phrase, body)


def _named_before(scene: Scene, phrase: Phrase, body: str) -> Mention | None:
    """Without any date, take a holder of that office whom the text has named."""
    for seen in scene.people(phrase.begin):
        tenures = scene.registry.tenures(seen.mention.actor_id)
        if any(tenure.body == body and office_matches(phrase.title, tenure) for tenure in tenures):
            return named_again(scene, phrase, seen.mention)
    return None


def _holder(
    scene: Scene, phrase: Phrase, tenure: Tenure, former: bool = False, elect: bool = False, score: float = 0.9
) -> Mention:
    actor = scene.registry.actors[tenure.actor_id]
    office = f"former {tenure.office}" if former else f"{tenure.office}-elect" if elect else tenure.office
    if not former and phrase.title.role == "effective-leader":
        held = scene.tenure_of(actor.id, phrase.begin)
        office = held.office if held and held.body == tenure.body else office
    why = (
        f"title: {' '.join(phrase.title.words)}",
        f"tenure: {tenure.office} {tenure.span.first}..{tenure.span.last or ''}",
    )
    return scene.mention_of(
        actor, phrase.begin, phrase.end, office=office, state=home_of(scene, tenure), score=score, reasons=why
    )


def _unnamed(scene: Scene, phrase: Phrase, body: str) -> Mention:
    """Keep the description as the name of an office holder whom neither text nor registry names."""
    state = scene.registry.actors[body].state
    words = " ".join(scene.page.text[scene.page.starts[phrase.begin] : scene.page.ends[phrase.end - 1]].split())
    actor = Actor(slug(words), words, "person", state)
    office = f"Deputy {phrase.title.office}" if "deputy" in phrase.modifiers else phrase.title.office
    return scene.mention_of(
        actor, phrase.begin, phrase.end, office=office, score=0.4, reasons=("no holder known at the time",)
    )


def bare_title(scene: Scene, phrase: Phrase) -> Mention | None:
    """Resolve `the president`: somebody named before with that office, else by the state spoken of."""
    page, begin = scene.page, phrase.begin
    before = page.folded[begin - 1] if begin else ""
    defined = before in ("the", "this", "that", "his", "her", "their", "its", "s") or page.capital(begin)
    if before in ("a", "an") or not defined:
        return None
    if "deputy" in phrase.modifiers:
        return _deputy_named(scene, phrase)
    if phrase.former and phrase.title.role not in ("style", "other", "envoy"):
        return _former(scene, phrase)
    if phrase.title.role in ("style", "other", "envoy"):
        return _mentioned(scene, phrase) or _of_state_told(scene, phrase)
    mentioned = None if before in ("his", "her") else _mentioned(scene, phrase)
    return mentioned or _by_states(scene, phrase) or _of_state_told(scene, phrase)


def _former(scene: Scene, phrase: Phrase) -> Mention | None:
    """Resolve `the former president` to who of those named held the office before, else to its last holder."""
    time = scene.page.time_for(phrase.begin)
    for seen in scene.people(phrase.begin, reach=12):
        for tenure in scene.registry.tenures(seen.mention.actor_id):
            past = tenure.span.last and (time is None or time.first is None or tenure.span.last <= time.first)
            if past and office_matches(phrase.title, tenure):
                return named_again(scene, phrase, seen.mention)
    for state in scene.states(phrase.begin, reach=6):
        if tenure_before := last_holder_before(scene.registry, phrase.title, state, time):
            return _holder(scene, phrase, tenure_before, former=True, score=0.5)
    return None


def _of_state_told(scene: Scene, phrase: Phrase) -> Mention | None:
    """Keep `the finance minister` of the state just spoken of, whom neither text nor registry names."""
    title = phrase.title
    if phrase.past or not (title.role in _RULING or title.words[-1] == "minister"):
        return None
    state = _SEATS.get(title.office) or state_spoken_of(scene, phrase.begin)
    if not state or scene.page.folded[phrase.begin - 1] != "the":
        return None
    time = scene.page.time_for(phrase.begin)
    code = scene.state_on(state, time)
    if held := find_holder(scene.registry, title, code, time, "acting" in phrase.modifiers):
        return _holder(scene, phrase, held, score=0.5)
    label = described(scene, code, " ".join(scene.page.words[phrase.begin : phrase.head + 1]))
    actor = Actor(slug(label), label, "person", scene.public(code))
    reasons = (f"state spoken of: {code}", "no holder known at the time")
    return scene.mention_of(actor, phrase.begin, phrase.end, office=title.office, score=0.4, reasons=reasons)


def _deputy_named(scene: Scene, phrase: Phrase) -> Mention | None:
    """Resolve `the deputy secretary` to whom the text has named with such an office."""
    words = {"deputy", phrase.title.words[-1]}
    for seen in scene.people(phrase.begin, reach=12):
        if any(words <= {*fold(told).split()} for told in (seen.mention.office, seen.mention.surface)):
            return named_again(scene, phrase, seen.mention)
    return None


def _mentioned(scene: Scene, phrase: Phrase) -> Mention | None:
    for seen in scene.people(phrase.begin, reach=12):
        if seen.mention.actor_id not in scene.registry.actors:
            if seen.mention.office and fold(seen.mention.office) == fold(phrase.title.office):
                return named_again(scene, phrase, seen.mention)
            continue
        time = scene.page.time_for(phrase.begin)
        tenures = scene.registry.tenures(seen.mention.actor_id)
        held = [t for t in tenures if time is None or t.span.overlaps(time)]
        if any(office_matches(phrase.title, tenure) for tenure in held):
            return named_again(scene, phrase, seen.mention)
    return None


def named_again(scene: Scene, phrase: Phrase, mention: Mention) -> Mention:
    """Return a mention of somebody named before on a title phrase."""
    start, stop, surface = scene.span(phrase.begin, phrase.end)
    reasons = (f"antecedent: {mention.surface!r}",)
    return replace(mention, start=start, end=stop, surface=surface, score=0.75, reasons=reasons)


def _by_states(scene: Scene, phrase: Phrase) -> Mention | None:
    time = scene.page.time_for(phrase.begin)
    for state in scene.states(phrase.begin, reach=6):
        if tenure := find_holder(scene.registry, phrase.title, state, time, "acting" in phrase.modifiers):
            return _holder(scene, phrase, tenure, score=0.6)
    return None
