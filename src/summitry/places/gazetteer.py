"""All place names that summitry knows, and what each can mean."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from summitry.model import Place, Span
from summitry.places.curated import curated_entries
from summitry.places.entry import Entry
from summitry.places.folding import fold_text, look_up_key
from summitry.places.states import capitals, country_entries, country_names
from summitry.places.towns import town_entries, us_state_entries

__all__ = ["Gazetteer", "load_gazetteer"]

_SHORTEST = 2
"""Shortest name looked for in texts: `US`, `UK`."""

_LAYER_RANK = {"curated": 0, "country": 1, "town": 2}


class Gazetteer:
    """Place names with what they can mean, the likeliest meaning first.

    Args:
        entries: names with a place each, in any order; a name may come more than once.
    """

    def __init__(self, entries: Iterable[tuple[str, Entry]]) -> None:
        self._by_key: dict[str, list[Entry]] = {}
        spellings: dict[str, str] = {}
        for name, entry in entries:
            key = look_up_key(name)
            if not key:
                continue
            same = self._by_key.setdefault(key, [])
            if entry not in same:
                same.append(entry)
            for spelling in _spellings(name):
                spellings.setdefault(spelling, key)
        for same in self._by_key.values():
            same.sort(key=_rank)
        self._spellings = tuple(spellings)
        self._keys = tuple(spellings.values())
        self._automaton = AhoCorasick(self._spellings, matchkind=MatchKind.Standard)

    def find(self, name: str, near_state: str = "") -> Place | None:
        """Return the place that a name most likely means, or `None` where it is unknown.

        Args:
            name: in any casing, with or without accents; `Dalian, China` is understood.
            near_state: alpha-3 code of a state; a place there is preferred to a likelier one elsewhere.
        """
        entry = choose(self.candidates(name), near_state)
        if entry is None and "," in name:
            town, _, where = name.rpartition(",")
            around = self.find(where)
            entry = choose(self.candidates(town), around.state if around else near_state)
        return entry.place if entry else None

    def candidates(self, name: str) -> tuple[Entry, ...]:
        """Return everything that a name can mean, the likeliest first."""
        return tuple(self._by_key.get(look_up_key(name), ()))

    def matches(self, folded: str) -> list[tuple[Span, tuple[Entry, ...]]]:
        """Return the known names in a text, leftmost longest, each with what it can mean.

        Args:
            folded: the text as `fold_text` gives it.
        """
        found = [
            (start, -end, index)
            for index, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True)
            if _is_whole(folded, start, end)
        ]
        kept: list[tuple[Span, tuple[Entry, ...]]] = []
        last = 0
        for start, minus_end, index in sorted(found):
            if start >= last:
                last = -minus_end
                kept.append(((start, last), tuple(self._by_key[self._keys[index]])))
        return kept


@cache
def load_gazetteer() -> Gazetteer:
    """Return the gazetteer of the package: our own places, states, and the world's towns."""
    return Gazetteer(
        [
            *curated_entries(),
            *us_state_entries(),
            *country_entries(),
            *town_entries(country_names(), capitals()),
        ]
    )


def choose(candidates: tuple[Entry, ...], near_state: str = "") -> Entry | None:
    """Return the likeliest of a name's meanings, preferring those in a given state."""
    if near_state:
        for entry in candidates:
            if entry.place.state == near_state:
                return entry
    return candidates[0] if candidates else None


def _rank(entry: Entry) -> tuple[int, int]:
    return _LAYER_RANK[entry.layer], -entry.population


def _spellings(name: str) -> set[str]:
    folded = fold_text(name)
    if len(folded) < _SHORTEST:
        return set()
    return {folded, folded.replace("-", " ")} if "-" in folded else {folded}


def _is_whole(text: str, start: int, end: int) -> bool:
    """True where a match is no part of a longer word or of a compound such as `US-led`."""
    before = text[start - 1 : start]
    after = text[end : end + 1]
    if before.isalnum() or after.isalnum():
        return False
    if after == "-" and text[end + 1 : end + 2].isalpha():
        return False
    return not (before == "-" and text[start - 2 : start - 1].isalpha())
