"""Title phrases resolved to people."""

from __future__ import annotations

from dataclasses import replace

from summitry.actors.folding import fold
from summitry.actors.holders import office_matches
from summitry.actors.nationality import state_beside
from summitry.actors.office_alone import bare_title, body_of, holder_of_body, home_of, named_again
from summitry.actors.people import (
    best_person,
    person_mention,
    resolve_misspelt,
    resolve_short,
    unknown_person,
)
from summitry.actors.phrases import Phrase, body_at, is_local, name_after
from summitry.actors.scene import Scene, nobody
from summitry.actors.setting import state_spoken_of
from summitry.model import Mention, Tenure

__all__ = ["resolve_phrase"]

_OWNERS = frozenset({"his", "her", "its", "their"})
_ABROAD = frozenset(
    """
    ambassador archbishop bishop cardinal commissioner coordinator delegate mediator negotiator rapporteur
    representative
    """.split()
)
"""Titles of those who may be of another land than the one spoken of, or of none."""


def resolve_phrase(scene: Scene, phrase: Phrase) -> Mention | None:
    """Resolve a title phrase, with a name or without.

    Returns:
        A mention, of kind `none` for a local office; `None` where the words tell nobody.
    """
    if phrase.local and not phrase.bodies:
        return nobody(scene, phrase.begin, phrase.end, "an office outside politics")
    if phrase.name:
        return _named(scene, phrase, phrase.name)
    if phrase.title.role == "style":
        return None
    if (apposed := _apposed(scene, phrase)) is not None:
        return apposed
    if phrase.bodies:
        return holder_of_body(scene, phrase)
    return bare_title(scene, phrase)


def _apposed(scene: Scene, phrase: Phrase) -> Mention | None:
    """Resolve `the envoy for Korea, Sung Kim,` and `Wen Jiabao, the premier,` by the name beside."""
    return _name_behind(scene, phrase) or _name_before(scene, phrase)


def _name_behind(scene: Scene, phrase: Phrase) -> Mention | None:
    page = scene.page
    comma = _comma_after(scene, phrase.end)
    name = name_after(scene, comma + 1) if comma is not None else None
    if name is None or name[1] - name[0] < 2 or name[1] >= len(page):
        return None
    if page.words[name[1]] not in (",", ".", ")", ";"):
        return None
    start, stop, surface = scene.span(phrase.begin, phrase.end)
    return replace(_named(scene, phrase, name), start=start, end=stop, surface=surface)


def _name_before(scene: Scene, phrase: Phrase) -> Mention | None:
    page, place = scene.page, phrase.begin - 1
    while place > 0 and page.folded[place] in ("the", "a", "an"):
        place -= 1
    if place <= 0 or page.words[place] != "," or not scene.seen:
        return None
    last = scene.seen[-1].mention
    same = page.sentence[place - 1] == page.sentence[phrase.begin]
    if last.kind != "person" or not same or last.end != page.ends[place - 1]:
        return None
    if last.state or last.actor_id in scene.registry.actors:
        return named_again(scene, phrase, last)
    body = body_of(scene, phrase)
    state = scene.registry.actors[body].state if body else _state_untold(scene, phrase)
    return named_again(scene, phrase, replace(last, state=state))


def _comma_after(scene: Scene, end: int) -> int | None:
    """Return the comma that ends a title phrase, at once or after `for North Korea`."""
    page = scene.page
    for index in range(end, min(end + 7, len(page))):
        if page.words[index] == ",":
            return index
        if index == end and page.folded[index] not in ("for", "to", "of", "on", "in", "at"):
            return None
        if page.pos[index] in ("VERB", "AUX", "PUNCT") and page.words[index] != "-":
            return None
    return None


def _named(scene: Scene, phrase: Phrase, name: tuple[int, int]) -> Mention:
    body = body_of(scene, phrase)
    state = body if body in scene.registry.states else ""
    full = _full_name(scene, phrase, name, state)
    found = full or resolve_short(scene, *name, phrase.title, state, phrase.former)
    if found is None:
        found = _by_any_word(scene, phrase, name)
    if found is None and name[1] - name[0] > 1:
        found = resolve_misspelt(scene, *name, state) or _last_word(scene, phrase, name, state)
    if isinstance(found, Mention):
        start, stop, surface = scene.span(phrase.begin, name[1])
        return replace(found, start=start, end=stop, surface=surface)
    if found is None:
        office = "" if phrase.title.role == "style" else phrase.title.office or phrase.title.words[-1].capitalize()
        office = f"Deputy {office}" if office and "deputy" in phrase.modifiers else office
        state = scene.registry.actors[body].state if body else state_beside(scene, phrase.begin, name[1])
        state = state or (_state_untold(scene, phrase) if phrase.title.role != "style" else "")
        if not body and (is_local(scene, phrase.begin, name[1]) or not (state or scene.codes)):
            return nobody(scene, phrase.begin, name[1], "an office outside politics", _words(scene, name))
        return unknown_person(scene, phrase.begin, name[1], name, state=state, office=office)
    return _with_title(scene, phrase, name, *found)


def _state_untold(scene: Scene, phrase: Phrase) -> str:
    """Return the state of an office holder of whom no word beside tells it, `""` where the text leaves it open.

    It is that of whoever is named right before, of the "his" or "its" before the title, of the seat behind it, else
    the one of which the text speaks: "his *interior minister*, Ion Dumitru", "*the foreign minister* in Cairo".
    """
    page, begin = scene.page, phrase.begin
    if listed := _state_of_list(scene, phrase):
        return listed
    last = scene.seen[-1].mention if scene.seen else None
    if begin and page.folded[begin - 1] in _OWNERS:
        owner = last if last and last.end == page.ends[begin - 1] else None
        return owner.state if owner and owner.state in scene.registry.states else ""
    if phrase.title.role in ("envoy", "igo-head") or phrase.title.words[-1] in _ABROAD:
        return ""
    seat = body_at(scene, phrase.head + 2)[0] if page.folded[phrase.head + 1 : phrase.head + 2] == ["in"] else ()
    told = next((code for code in seat if code in scene.registry.states), "") or state_spoken_of(scene, begin)
    return scene.public(scene.state_on(told, page.time_for(begin))) if told else ""


def _state_of_list(scene: Scene, phrase: Phrase) -> str:
    """Return the state of the office holder named right before: "met Prime Minister Oli, *Deputy Minister* Karki"."""
    last = scene.seen[-1].mention if scene.seen else None
    if last is None or last.kind != "person":
        return ""
    between = scene.page.text[last.end : scene.page.starts[phrase.begin]]
    return last.state if between.strip(" \n") in (",", "and", ", and") else ""


def _words(scene: Scene, span: tuple[int, int]) -> str:
    return scene.page.text[scene.page.starts[span[0]] : scene.page.ends[span[1] - 1]]


def _full_name(
    scene: Scene, phrase: Phrase, name: tuple[int, int], state: str
) -> tuple[str, float, tuple[str, ...]] | None:
    known = scene.names.get(name[0])
    if known is None or known.end < name[1] - 1:
        return None
    people = [alias.actor_id for alias in known.aliases if scene.registry.actors[alias.actor_id].kind == "person"]
    if not people:
        return None
    person, weight, _ = best_person(scene, people, name[0], phrase.title, state, phrase.former)
    if weight < -6 and state:
        return None
    return person, 0.95, (f"alias: {known.aliases[0].text}",)


def _by_any_word(scene: Scene, phrase: Phrase, name: tuple[int, int]) -> tuple[str, float, tuple[str, ...]] | None:
    """Take `President Ayub` for whoever held that office then and bears that word in any part of the name."""
    if name[1] - name[0] > 1 or phrase.title.role in ("style", "other", "envoy"):
        return None
    word, time = scene.page.folded[name[0]], scene.time_of_office(name[0])
    for person in scene.registry.bearers(word):
        for tenure in scene.registry.tenures(person):
            if time and tenure.span.overlaps(time) and office_matches(phrase.title, tenure):
                return person, 0.7, (f"the only {word} with that office then",)
    return None


def _last_word(
    scene: Scene, phrase: Phrase, name: tuple[int, int], state: str
) -> tuple[str, float, tuple[str, ...]] | Mention | None:
    """Take `Secretary of State John Foster Dulles` for Dulles where the office and date fit."""
    if phrase.title.role in ("style", "other", "envoy"):
        return None
    found = resolve_short(scene, name[1] - 1, name[1], phrase.title, state, phrase.former)
    if not isinstance(found, tuple) or not any(
        office_matches(phrase.title, tenure) for tenure in scene.registry.tenures(found[0])
    ):
        return None
    given = fold(scene.page.words[name[0]])
    full = fold(scene.registry.actors[found[0]].name).split()
    return found if any(word[:1] == given[:1] for word in full[:-1]) else None


def _with_title(
    scene: Scene, phrase: Phrase, name: tuple[int, int], person: str, score: float, reasons: tuple[str, ...]
) -> Mention:
    """Make the mention, with the office that the title names where it was held at the time."""
    title = phrase.title
    if title.role == "style":
        return person_mention(scene, person, phrase.begin, name[1], score=score, reasons=reasons)
    held = _held(scene, phrase, person)
    why = (*reasons, f"title: {' '.join(title.words)}")
    if held is None:
        office = title.office
        mention = person_mention(
            scene, person, phrase.begin, name[1], office=office, former=phrase.former, score=score, reasons=why
        )
        return replace(mention, state=_only_home(scene, phrase, person) or mention.state)
    mention = person_mention(scene, person, phrase.begin, name[1], office=held.office, score=score, reasons=why)
    if mention.office and phrase.title.role != "effective-leader":
        return replace(mention, office=held.office, state=home_of(scene, held))
    return mention


def _held(scene: Scene, phrase: Phrase, person: str) -> Tenure | None:
    """Return the tenure of the title at the time; for `then-premier` and the like, at any time."""
    if phrase.title.role == "effective-leader":
        return None
    matching = [tenure for tenure in scene.registry.tenures(person) if office_matches(phrase.title, tenure)]
    exact = [tenure for tenure in matching if fold(tenure.office) == fold(phrase.title.office)]
    time = scene.page.time_for(phrase.begin)
    for tenures in (exact, matching):
        now = [tenure for tenure in tenures if time is None or tenure.span.overlaps(time)]
        if now:
            return now[-1]
    return None


def _only_home(scene: Scene, phrase: Phrase, person: str) -> str:
    """Return the state for which alone somebody ever held a title, though it is gone: the Soviet foreign minister's."""
    if phrase.title.role in ("other", "envoy", "effective-leader"):
        return ""
    homes = {home_of(scene, t) for t in scene.registry.tenures(person) if office_matches(phrase.title, t)}
    return homes.pop() if len(homes) == 1 else ""
