"""Which person a name means: by office, state, date, and who came up before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from summitry.actors.folding import fold, slug
from summitry.actors.holders import office_matches
from summitry.actors.lexicon import Title
from summitry.actors.misspelling import closest
from summitry.actors.offices import rank_tenure
from summitry.actors.scene import Scene, Seen
from summitry.model import Actor, Interval, Mention, Tenure

__all__ = [
    "FROM_TEXT",
    "best_person",
    "by_age",
    "person_mention",
    "resolve_misspelt",
    "resolve_short",
    "unknown_person",
]

FROM_TEXT = "known from this text alone"
"""Why somebody named in a text, though by no registry, is an actor."""
_OFTEN, _MOST = 0.5, 6
"""How much each time counts, and how many do, that a text has named one of several with one family name."""

_RANKS = frozenset({"colonel", "general", "marshal"})
"""Ranks by which rulers are called too."""
_FEW = 6
"""How many may bear a family name for a rank to leave no doubt which of them is meant."""
_SURE = 3.0
"""Fitness above which a family name alone, never given in full, is taken for its bearer."""


def fitness(
    scene: Scene, person: str, index: int, title: Title | None = None, state: str = "", former: bool = False
) -> float:
    """Weigh how well a person fits the words around a name.

    Args:
        scene: the document.
        person: id.
        index: word where the name stands.
        title: the title before the name.
        state: the state told before the name.
        former: whether the title is said to be past.
    """
    tenures = scene.registry.tenures(person)
    actor = scene.registry.actors[person]
    time = scene.time_of_office(index)
    score = _title_weight(scene, tenures, title, time, former)
    if state:
        homes = {tenure.body for tenure in tenures} | {actor.state}
        score += 4 if homes & _kin(scene, state) else -6
    score += _time_weight(tenures, time)
    if actor.state in scene.codes:
        score += 1
    return score


def _kin(scene: Scene, state: str) -> set[str]:
    """A state with its predecessor and successor."""
    row = scene.registry.states.get(state)
    kin = {state}
    if row and row.successor:
        kin.add(row.successor)
    kin.update(code for code, other in scene.registry.states.items() if other.successor == state)
    return kin


def _title_weight(
    scene: Scene, tenures: Iterable[Tenure], title: Title | None, time: Interval | None, former: bool
) -> float:
    if title is None or title.role == "style":
        return 0
    matching = [tenure for tenure in tenures if office_matches(title, tenure)]
    if not matching:
        return -1 if title.role == "other" else -3
    if time is None:
        return 2
    now = any(tenure.span.overlaps(time) for tenure in matching)
    past = any(tenure.span.last and time.last and tenure.span.last < time.last for tenure in matching)
    if former:
        return (4 if past else 0) - (3 if now else 0)
    return 6 if now else 1.5 if past else 0


def _time_weight(tenures: Iterable[Tenure], time: Interval | None) -> float:
    if time is None or time.first is None or time.last is None:
        return max((rank_tenure(tenure) for tenure in tenures), default=0) / 8
    best = -1.0
    for tenure in tenures:
        rank = rank_tenure(tenure)
        if tenure.span.overlaps(time):
            best = max(best, 3 if rank >= 6 else 2 if rank >= 5 else 1)
        elif tenure.span.last and tenure.span.last < time.first:
            years = (time.first - tenure.span.last).days / 365
            best = max(best, (1.2 if rank >= 5 else 0.5) - years / 20)
        elif tenure.span.first and tenure.span.first > time.last:
            years = (tenure.span.first - time.last).days / 365
            best = max(best, 0.4 - years / 20)
    return best


def best_person(
    scene: Scene, people: Iterable[str], index: int, title: Title | None = None, state: str = "", former: bool = False
) -> tuple[str, float, float]:
    """Return the fittest person with the fitness and the lead over the next one."""
    ranked = sorted(
        ((fitness(scene, person, index, title, state, former), person) for person in dict.fromkeys(people)),
        key=lambda item: -item[0],
    )
    lead = ranked[0][0] - ranked[1][0] if len(ranked) > 1 else 9.0
    return ranked[0][1], ranked[0][0], lead


def person_mention(
    scene: Scene,
    person: str,
    begin: int,
    end: int,
    *,
    office: str = "",
    former: bool = False,
    score: float = 1.0,
    reasons: tuple[str, ...] = (),
    article: bool = False,
) -> Mention:
    """Return a mention of a registry person with the office held at the time."""
    actor = scene.registry.actors[person]
    tenure = scene.tenure_of(person, begin, office)
    if tenure is None:
        shown = f"former {office}" if former and office else ""
        why = (*reasons, "no office known at the time")
        state = _state_before_office(scene, person, begin)
        return scene.mention_of(actor, begin, end, office=shown, state=state, score=score, reasons=why, article=article)
    state = _state_of(scene, tenure)
    why = (*reasons, f"tenure: {tenure.office} {tenure.span.first or ''}..{tenure.span.last or ''}")
    return scene.mention_of(
        actor, begin, end, office=tenure.office, state=state, score=score, reasons=why, article=article
    )


def _state_before_office(scene: Scene, person: str, index: int) -> str | None:
    """Return the state in which somebody first held office, where a word speaks of the time before."""
    tenures = [tenure for tenure in scene.registry.tenures(person) if tenure.span.first]
    times = list(scene.page.times_for(index))
    if not tenures or not times or times[0].last is None:
        return None
    first = min(tenures, key=lambda tenure: tenure.span.first or date.max)
    before = first.span.first is not None and times[0].last < first.span.first
    return scene.registry.actors[first.body].state or None if before else None


def _state_of(scene: Scene, tenure: Tenure) -> str:
    return scene.registry.actors[tenure.body].state


def resolve_short(
    scene: Scene, begin: int, end: int, title: Title | None = None, state: str = "", former: bool = False
) -> tuple[str, float, tuple[str, ...]] | Mention | None:
    """Resolve a name given in short: `Trump`, `Mr. Kim`.

    Returns:
        Id, score and reasons for a registry person; a mention to repeat for somebody only this text
        knows; `None` where nobody fits.
    """
    short = fold(" ".join(scene.page.words[begin:end]))
    titled = title is not None and title.role != "style"
    ranked = title is not None and title.words[-1] in _RANKS
    before = scene.bearers(short)
    if before and not titled:
        return _repeat(scene, short, begin, state)
    bearers = list(scene.registry.shorts.get(short, ()))
    named = scene.ahead.get(short, ())
    if named:
        person, weight, lead = best_person(scene, named, begin, title, state, former)
        if weight > -2:
            return (
                person,
                0.9 if lead > 0.5 else 0.6,
                (f"short for {scene.registry.actors[person].name} named in the text",),
            )
    if before:
        return _repeat(scene, short, begin, state)
    if not bearers:
        return None
    person, weight, lead = best_person(scene, bearers, begin, title, state, former)
    rare = ranked and len(bearers) <= _FEW
    famous = (not titled or rare) and weight >= 0.8 and lead >= 0.5 and _ruled(scene, person)
    enough = weight >= (4 if titled else _SURE) or famous
    if enough and lead > 0:
        return person, min(0.9, 0.4 + lead / 5), (f"alias: {short}", f"fits best of {len(bearers)} by office and date")
    if titled and title is not None and (only := _only_holder(scene, bearers, title, state)):
        return only, 0.6, (f"alias: {short}", "the only one of that name ever to hold the office")
    return None


def _repeat(scene: Scene, short: str, begin: int, state: str) -> tuple[str, float, tuple[str, ...]] | Mention:
    candidates = list(reversed(scene.bearers(short)))
    if state:
        candidates = [seen for seen in candidates if seen.mention.state == state] or candidates
    often = Counter(seen.mention.actor_id for seen in candidates)
    first = candidates[-1].mention.actor_id
    latest = max(
        candidates,
        key=lambda seen: (
            _presence(scene, seen, seen is candidates[0], begin)
            + _OFTEN * min(often[seen.mention.actor_id], _MOST)
            + (seen.mention.actor_id == first)
        ),
    )
    reasons = (f"antecedent: {latest.mention.surface!r}",)
    if latest.mention.actor_id in scene.registry.actors:
        others = {seen.mention.actor_id for seen in candidates}
        return latest.mention.actor_id, 0.95 if len(others) == 1 else 0.7, reasons
    return latest.mention


def by_age(scene: Scene, index: int, younger: bool) -> tuple[str, float, tuple[str, ...]] | None:
    """Resolve `the younger Kim` among those of the name that the text has named: who came to office later."""
    short = scene.page.folded[index]
    people = dict.fromkeys(
        seen.mention.actor_id for seen in scene.bearers(short) if seen.mention.actor_id in scene.registry.actors
    )
    dated = [
        (tenures[0].span.first or date.min, person) for person in people if (tenures := scene.registry.tenures(person))
    ]
    if len(dated) < 2:
        return None
    person = max(dated)[1] if younger else min(dated)[1]
    return person, 0.7, (f"the {'younger' if younger else 'elder'} of {len(dated)} named {short}",)


def _presence(scene: Scene, seen: Seen, last: bool, index: int) -> float:
    """Weigh who of several with one family name is meant again: whoever holds the higher office, or came last."""
    actor_id = seen.mention.actor_id
    if actor_id not in scene.registry.actors:
        return 2.2 + last
    return _time_weight(scene.registry.tenures(actor_id), scene.page.time_for(index)) + last


def _only_holder(scene: Scene, people: Iterable[str], title: Title, state: str) -> str:
    """Return who alone of some people held an office of this title at any time, `""` where several or none did."""
    if title.role in ("other", "envoy", "style"):
        return ""
    holders = [
        person
        for person in people
        if any(
            office_matches(title, tenure) and state in ("", scene.registry.actors[tenure.body].state)
            for tenure in scene.registry.tenures(person)
        )
    ]
    return holders[0] if len(holders) == 1 else ""


def _ruled(scene: Scene, person: str) -> bool:
    return any(rank_tenure(tenure) >= 5 for tenure in scene.registry.tenures(person))


def unknown_person(
    scene: Scene, begin: int, end: int, name: tuple[int, int], *, state: str = "", office: str = "", score: float = 0.6
) -> Mention:
    """Return a mention of somebody the registry does not know, as an actor of their own."""
    words = scene.page.text[scene.page.starts[name[0]] : scene.page.ends[name[1] - 1]]
    actor = Actor(slug(words), " ".join(words.split()), "person", state)
    return scene.mention_of(actor, begin, end, office=office, score=score, reasons=(FROM_TEXT,), article=False)


def resolve_misspelt(scene: Scene, begin: int, end: int, state: str = "") -> tuple[str, float, tuple[str, ...]] | None:
    """Find the registry person whose name these words misspell."""
    words = fold(" ".join(scene.page.words[begin:end]))
    found = closest(scene.registry, words, scene.page.time_for(begin), state)
    if found is None:
        return None
    person, similarity = found
    name = scene.registry.actors[person].name
    return person, round(similarity - 0.1, 3), (f"taken for a misspelling of {name} ({similarity:.2f})",)
