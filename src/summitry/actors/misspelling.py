"""Misspelt names of people: near enough to one person of the registry, and to nobody else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

from rapidfuzz.distance import OSA

from summitry.actors.folding import fold
from summitry.actors.offices import rank_tenure
from summitry.actors.registry import Registry
from summitry.model import Interval

__all__ = ["closest"]

_NEAR = 0.84
"""Least similarity: one slip in seven letters, two in thirteen."""

_SLIPS = 2
_LONG = 9
"""Letters from which on a name is told apart from its neighbours in spite of a slip in a short word."""

_ONE_SOUND = frozenset(map(frozenset, ("gk", "bp", "dt", "lr", "iy", "sz", "vw")))
"""Letters that romanisations put for one sound."""
_LONG_WORD = 5
_PROMINENT = 6
"""Weight of an office, from foreign minister upwards, that makes its holder likely to be meant."""


def closest(registry: Registry, words: str, time: Interval | None, state: str = "") -> tuple[str, float] | None:
    """Return the person whose name is nearest to folded words, and how near, 0 to 1.

    Args:
        registry: where to look.
        words: at least two folded words, or one of seven letters or more.
        time: when; of several equally near the one in office then is taken.
        state: alpha-3 code that the person must belong to, `""` for any.

    Returns:
        `None` where no name is near enough.
    """
    joined = words.replace(" ", "")
    parts = words.split()
    single = len(parts) == 1
    if len(joined) < (7 if single else 5) or len(parts) > 5 or (single and registry.bearers(words)):
        return None
    best: tuple[float, float, str] | None = None
    for name, form, person in _candidates(registry, parts, joined):
        if abs(len(name) - len(joined)) > _SLIPS or (state and registry.actors[person].state != state):
            continue
        weight = _weight(registry, person, time)
        similarity = _similarity(parts, joined, form, name, prominent=weight >= _PROMINENT)
        if similarity is None or _another_name(registry, parts, form):
            continue
        offered = (similarity, weight, person)
        best = max(best, offered) if best else offered
    return (best[2], best[0]) if best else None


def _similarity(parts: list[str], joined: str, form: tuple[str, ...], name: str, prominent: bool) -> float | None:
    """Return how near two names are, `None` where they are too far apart to be one.

    Two slips count where they lie in two words that begin alike, and not in names of short syllables, whose
    neighbours are other names. Short names must be long enough to tell, or be those of somebody in high office
    with a letter lost, doubled or moved.
    """
    distance = OSA.distance(joined, name, score_cutoff=_SLIPS)
    longest = max(len(name), len(joined))
    if distance > _SLIPS:
        return None
    similarity = 1 - distance / longest
    if len(parts) != len(form):
        told = distance <= 1 and longest >= _LONG and (parts[0] == form[0] or parts[-1] == form[-1])
        if _begins_otherwise(parts, joined, name) or _begins_otherwise(list(form), name, joined):
            return None
        return similarity if told and similarity >= _NEAR else None
    slips = [OSA.distance(a, b) for a, b in zip(parts, form, strict=True)]
    if any(slip > 1 + (len(part) >= _LONG) for part, slip in zip(parts, slips, strict=True)):
        return None
    if any(part[:1] != word[:1] for part, word in zip(parts, form, strict=True)) and distance > 1:
        return None
    syllables = max(len(part) for part in form) < _LONG_WORD
    if syllables and any(slip and not _same_syllable(*pair) for slip, *pair in zip(slips, parts, form, strict=True)):
        return None
    pairs = [(part, word) for slip, part, word in zip(slips, parts, form, strict=True) if slip]
    if prominent and distance <= 1 and all(_same_syllable(*pair) for pair in pairs):
        return max(similarity, _NEAR)
    near = similarity >= _NEAR or (longest >= _LONG and not syllables)
    told = longest >= _LONG or all(len(part) >= _LONG_WORD for part, _ in pairs)
    return similarity if near and told else None


def _begins_otherwise(parts: list[str], joined: str, name: str) -> bool:
    """True where the letter put for another begins a word: `Kim Dong Chul` is no slip for `Kim Jongchul`."""
    if len(joined) != len(name):
        return False
    starts = {sum(map(len, parts[:i])) for i in range(len(parts))}
    slips = (frozenset((joined[i], name[i])) for i in starts if joined[i] != name[i])
    return any(slip not in _ONE_SOUND for slip in slips)


def _same_syllable(part: str, word: str) -> bool:
    """Tell a slip of the pen (a letter doubled, lost or moved) from another syllable of a Chinese or Korean name."""
    if part[:1] != word[:1]:
        return False
    return len(part) != len(word) or sorted(part) == sorted(word) or len(word) >= _LONG_WORD


def _another_name(registry: Registry, parts: list[str], form: tuple[str, ...]) -> bool:
    """True where a short word differs by a letter put for another and is a name of its own: `Paul` for `Raul`."""
    if len(parts) != len(form):
        return False
    return any(
        part != word
        and len(part) == len(word) <= _LONG_WORD
        and sorted(part) != sorted(word)
        and (part[:1] != word[:1] or bool(registry.bearers(part)))
        for part, word in zip(parts, form, strict=True)
    )


def _weight(registry: Registry, person: str, time: Interval | None) -> float:
    tenure = registry.office_at(person, time)
    return rank_tenure(tenure) + 1 if tenure else 0


def _candidates(registry: Registry, parts: list[str], joined: str) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """Yield joined names that share a word, or begin and end of the first and last word, with their bearers."""
    by_word = _by_word(registry)
    if len(parts) == 1:
        yield from by_word.get(f"={joined[0]}", ())
        return
    known: set[tuple[str, tuple[str, ...], str]] = set()
    for key in (*parts, f"^{parts[0][:1]}{parts[-1][:1]}"):
        for candidate in by_word.get(key, ()):
            if candidate not in known:
                known.add(candidate)
                yield candidate


@lru_cache(maxsize=4)
def _by_word(registry: Registry) -> Mapping[str, list[tuple[str, tuple[str, ...], str]]]:
    index: dict[str, list[tuple[str, tuple[str, ...], str]]] = defaultdict(list)
    for person, form in registry.person_forms():
        parts = fold(form).split()
        candidate = ("".join(parts), tuple(parts), person)
        if len(parts) < 2:
            continue
        for key in {*parts, f"^{parts[0][:1]}{parts[-1][:1]}"}:
            index[key].append(candidate)
    for short, people in registry.shorts.items():
        if len(short) >= 7:
            for person in people:
                index[f"={short[0]}"].append((short.replace(" ", ""), (short,), person))
    return index
