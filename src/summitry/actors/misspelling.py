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
    if len(joined) < 7 or len(parts) > 5:
        return None
    best: tuple[float, float, str] | None = None
    for name, person in _candidates(registry, parts, joined):
        if abs(len(name) - len(joined)) > _SLIPS or (state and registry.actors[person].state != state):
            continue
        distance = OSA.distance(joined, name, score_cutoff=_SLIPS)
        if distance > _SLIPS:
            continue
        similarity = 1 - distance / max(len(name), len(joined))
        if similarity < _NEAR:
            continue
        offered = (similarity, _weight(registry, person, time), person)
        best = max(best, offered) if best else offered
    return (best[2], best[0]) if best else None


def _weight(registry: Registry, person: str, time: Interval | None) -> float:
    tenure = registry.office_at(person, time)
    return rank_tenure(tenure) + 1 if tenure else 0


def _candidates(registry: Registry, parts: list[str], joined: str) -> Iterator[tuple[str, str]]:
    """Yield joined names that share a word, or begin and end of the first and last word, with their bearers."""
    by_word = _by_word(registry)
    if len(parts) == 1:
        yield from by_word.get(f"={joined[0]}", ())
        return
    known: set[tuple[str, str]] = set()
    for key in (*parts, f"^{parts[0][:1]}{parts[-1][:1]}"):
        for candidate in by_word.get(key, ()):
            if candidate not in known:
                known.add(candidate)
                yield candidate


@lru_cache(maxsize=4)
def _by_word(registry: Registry) -> Mapping[str, list[tuple[str, str]]]:
    index: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for person, form in registry.person_forms():
        parts = fold(form).split()
        candidate = ("".join(parts), person)
        if len(parts) < 2:
            continue
        for key in {*parts, f"^{parts[0][:1]}{parts[-1][:1]}"}:
            index[key].append(candidate)
    for short, people in registry.shorts.items():
        if len(short) >= 7:
            for person in people:
                index[f"={short[0]}"].append((short.replace(" ", ""), person))
    return index
