"""Phrases that stand for several actors named before: `the two leaders`, `both sides`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from summitry.actors.holders import find_holder, office_matches
from summitry.actors.lexicon import Title
from summitry.actors.parties import coordinated_before, doing, parties_of, party_key
from summitry.actors.people import person_mention
from summitry.actors.scene import Scene, Seen
from summitry.model import Mention

__all__ = ["counted_at"]

_NUMBERS = {"two": 2, "both": 2, "pair": 2, "duo": 2, "three": 3, "trio": 3, "four": 4}
_LEADERS = frozenset(
    {
        "leaders",
        "presidents",
        "premiers",
        "ministers",
        "statesmen",
        "men",
        "women",
        "heads",
        "chiefs",
        "rulers",
        "diplomats",
    }
)
_STATES = frozenset(
    """
    countries nations sides states neighbours neighbors governments capitals powers allies rivals
    parties adversaries foes superpowers belligerents enemies teams delegations armies militaries navies
    """.split()
)
_SIDES = frozenset(
    {"sides", "parties", "teams", "delegations", "belligerents", "adversaries", "foes", "enemies", "rivals"}
)
"""Nouns that may stand for armed groups as well as for states."""
_NAMED: Mapping[str, tuple[str, ...]] = {
    "koreas": ("PRK", "KOR"),
    "germanys": ("DEU", "DDR"),
    "germanies": ("DEU", "DDR"),
    "vietnams": ("VNM", "VDR"),
    "yemens": ("YEM", "YMD"),
    "congos": ("COD", "COG"),
    "sudans": ("SDN", "SSD"),
    "chinas": ("CHN", "TWN"),
}
_REACH = 8
"""How many sentences back those may be named of whom a text speaks as of two."""


def counted_at(scene: Scene, index: int) -> tuple[tuple[Mention, ...], int] | None:
    """Resolve `the two leaders` and `both countries` to those named last, one mention each."""
    page = scene.page
    if page.folded[index] in _NAMED and page.capital(index):
        return _states(scene, index, index + 1, _NAMED[page.folded[index]], "named pair")
    if page.folded[index] == "their":
        return _their_holders(scene, index)
    number = _NUMBERS.get(page.folded[index])
    if number is None:
        return None
    if page.folded[index] in ("two", "three", "four") and not (
        index and page.folded[index - 1] in ("the", "these", "those", "s")
    ):
        return None
    end = index + 1
    while (
        end < min(index + 4, len(page))
        and page.pos[end] in ("ADJ", "NOUN", "PROPN")
        and page.folded[end] not in _LEADERS | _STATES | set(_NAMED)
    ):
        end += 1
    noun = page.folded[end] if end < len(page) and page.sentence[end] == page.sentence[index] else ""
    if noun in _NAMED:
        return _states(scene, index, end + 1, _NAMED[noun], "named pair")
    if noun in _LEADERS:
        return _leaders(scene, index, end + 1, number, _plural_title(scene, index + 1, end + 1))
    if noun in _STATES:
        return _parties(scene, index, end + 1, number, noun)
    if page.deps[index] in ("nsubj", "nsubjpass") and noun not in ("of",):
        return _leaders(scene, index, index + 1, number) or None
    return None


def _parties(scene: Scene, begin: int, end: int, number: int, noun: str) -> tuple[tuple[Mention, ...], int] | None:
    """Return those of whom a text speaks as of two: the pair named just before, else who acts most in it."""
    acting = parties_of(scene, begin, groups=noun in _SIDES)
    pair = coordinated_before(scene, begin) if number == 2 else ()
    if pair and {party_key(m) for m in pair} & {party_key(m) for m in acting[:number]}:
        return _again(scene, begin, end, pair, "the pair named before"), end
    inside = _named_inside(scene, begin)
    if len(inside) == number and noun not in _SIDES:
        return _states(scene, begin, end, inside, "states of the same sentence")
    if len(acting) >= number:
        return _again(scene, begin, end, acting[:number], "who acts most in the text"), end
    codes = tuple(scene.states(begin))[:number][::-1]
    return _states(scene, begin, end, codes, "states named last") if len(codes) == number else None


def _named_inside(scene: Scene, index: int) -> tuple[str, ...]:
    """Return the states that a sentence names before a word, in their order."""
    page = scene.page
    codes = [seen.mention.state for seen in scene.recent() if page.sentence[seen.index] == page.sentence[index]]
    return tuple(dict.fromkeys(code for code in reversed(codes) if code in scene.registry.states))


def _again(scene: Scene, begin: int, end: int, parties: Sequence[Mention], reason: str) -> tuple[Mention, ...]:
    start, stop, surface = scene.span(begin, end)
    told = []
    for party in parties:
        code = party.state if party.kind in ("state", "government") and party.state in scene.registry.states else ""
        told.append(
            scene.state_mention(code, begin, end, score=0.7, reasons=(reason,))
            if code
            else replace(party, start=start, end=stop, surface=surface, score=0.7, reasons=(reason,))
        )
    return tuple(told)


def _states(scene: Scene, begin: int, end: int, codes: tuple[str, ...], reason: str) -> tuple[tuple[Mention, ...], int]:
    return tuple(scene.state_mention(code, begin, end, score=0.7, reasons=(reason,)) for code in codes), end


def _plural_title(scene: Scene, begin: int, end: int) -> Title | None:
    """Return the title that words such as `foreign ministers` are the plural of."""
    words = [word for word in scene.page.folded[begin:end] if word]
    if not words or not words[-1].endswith("s"):
        return None
    title = scene.lexicon.title_at([*words[:-1], words[-1][:-1]], 0)
    return title if title and len(title.words) == len(words) and title.role != "effective-leader" else None


def _their_holders(scene: Scene, index: int) -> tuple[tuple[Mention, ...], int] | None:
    """Resolve `their foreign ministers` to the holders of the two states named last."""
    for end in (index + 3, index + 2):
        title = _plural_title(scene, index + 1, end)
        if title and title.role not in ("other", "envoy", "style") and not _bodies_inside(scene, index):
            return _by_states(scene, index, end, 2, title)
    return None


def _bodies_inside(scene: Scene, index: int) -> bool:
    """True where a sentence names organisations before a word, whose "their" may be."""
    page = scene.page
    return any(
        seen.mention.kind == "igo" and page.sentence[seen.index] == page.sentence[index] for seen in scene.recent()
    )


def _leaders(
    scene: Scene, begin: int, end: int, number: int, title: Title | None = None
) -> tuple[tuple[Mention, ...], int] | None:
    """Return the people named together just before, else those of whom most is told, else the leaders of states.

    "The two" alone are those named last.
    """
    actor = doing(scene, begin)
    weights: Counter[str] = Counter()
    latest: dict[str, Seen] = {}
    for seen in scene.people(begin, reach=_REACH):
        person = seen.mention.actor_id
        if person != actor and (title is None or _bears(scene, person, title, begin)):
            latest.setdefault(person, seen)
            weights[person] += 2 if seen.subject else 1
    chosen = list(latest.values())
    if end - begin > 1 and not _together(scene, chosen, number, begin):
        chosen.sort(key=lambda seen: -weights[seen.mention.actor_id] - scene.codes.get(seen.mention.state, 0))
        chosen = _of_many_states(chosen)
    if len(chosen) < number:
        return _by_states(scene, begin, end, number, title)
    start, stop, surface = scene.span(begin, end)
    told = sorted(chosen[:number], key=lambda seen: seen.index)
    return tuple(
        replace(seen.mention, start=start, end=stop, surface=surface, score=0.7, reasons=("people named before",))
        for seen in told
    ), end


def _together(scene: Scene, people: Sequence[Seen], number: int, index: int) -> bool:
    """True where this sentence or the one before names just so many of the people, each of another state.

    Args:
        people: the latest first.
    """
    page = scene.page
    sentence = page.sentence[people[0].index] if people else 0
    named = [seen for seen in people if page.sentence[seen.index] == sentence]
    states = {seen.mention.state for seen in named}
    return len(named) == len(states) == number and page.sentence[index] - sentence <= 1


def _of_many_states(people: Sequence[Seen]) -> list[Seen]:
    """Return people with the first of each state before the others: two leaders are hardly of one."""
    first = {seen.mention.state: seen for seen in reversed(people)}
    return sorted(people, key=lambda seen: first[seen.mention.state] is not seen)


def _bears(scene: Scene, person: str, title: Title, index: int) -> bool:
    time = scene.page.time_for(index)
    return any(
        office_matches(title, tenure) and (time is None or tenure.span.overlaps(time))
        for tenure in scene.registry.tenures(person)
    )


def _by_states(
    scene: Scene, begin: int, end: int, number: int, title: Title | None = None
) -> tuple[tuple[Mention, ...], int] | None:
    time = scene.page.time_for(begin)
    named = sorted(scene.states(begin, reach=_REACH), key=lambda code: -scene.codes.get(code, 0))
    codes = tuple(named)[:number][::-1]
    if time is None or len(codes) < number:
        return None
    title = title or Title(("leader",), "", "effective-leader")
    mentions = []
    for code in codes:
        tenure = find_holder(scene.registry, title, code, time)
        if tenure is None:
            return None
        reasons = (f"{' '.join(title.words)} of {code} at the time",)
        office = "" if title.role == "effective-leader" else tenure.office
        mention = person_mention(
            scene, tenure.actor_id, begin, end, office=office, score=0.5, reasons=reasons, article=True
        )
        mentions.append(mention)
    return tuple(mentions), end
