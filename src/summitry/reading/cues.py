"""The phrases that page furniture is known by, from `data/furniture.csv`."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, cast, get_args

from summitry.errors import DataError
from summitry.reading.lines import normal_words

__all__ = ["Kind", "Lexicon", "Match", "load_lexicon"]

Kind = Literal[
    "ads",
    "byline",
    "chatter",
    "comments",
    "consent",
    "footer",
    "nav",
    "newsletter",
    "occupation",
    "promo",
    "related",
    "share",
    "wire",
]
Match = Literal["any", "colon", "label", "start", "whole"]
"""How a phrase is looked for: anywhere in a line; at its start before a colon or other mark (`colon`: only in
lines that are no sentence); at its start; as the whole line, numbers at its ends left aside."""

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Phrases by how they are matched, then by first word.

    Args:
        phrases: match to first word to (phrase, kind), the longest phrase first.
        cells: whole-line phrases that menus and button rows are made of, by first word.
    """

    phrases: dict[Match, dict[str, tuple[tuple[Words, Kind], ...]]]
    cells: dict[str, tuple[tuple[Words, Kind], ...]]

    def whole(self, words: Words) -> Kind | None:
        """Return the kind of a line that is a phrase and nothing else but numbers."""
        first, last = 0, len(words)
        while first < last and words[first] == "#":
            first += 1
        while last > first and words[last - 1] == "#":
            last -= 1
        core = words[first:last]
        if not core:
            return None
        return next((kind for phrase, kind in self.phrases["whole"].get(core[0], ()) if phrase == core), None)

    def start(self, words: Words, match: Match = "start") -> tuple[Kind, int] | None:
        """Return kind and length of the phrase that a line starts with."""
        if not words:
            return None
        candidates = self.phrases[match].get(words[0], ())
        return next(((kind, len(phrase)) for phrase, kind in candidates if words[: len(phrase)] == phrase), None)

    def anywhere(self, words: Words) -> Iterator[Kind]:
        """Yield the kind of each phrase that stands somewhere in a line."""
        index = self.phrases["any"]
        for place, word in enumerate(words):
            for phrase, kind in index.get(word, ()):
                if words[place : place + len(phrase)] == phrase:
                    yield kind

    def coverage(self, words: Words) -> float:
        """Return the share of words that whole menu entries and buttons make up, the longest entry first."""
        place, covered, numbers = 0, 0, 0
        while place < len(words):
            entries = self.cells.get(words[place], ())
            length = next((len(p) for p, _ in entries if words[place : place + len(p)] == p), 0)
            covered += length
            numbers += words[place] == "#"
            place += length or 1
        return (covered + min(numbers, covered / 2)) / len(words) if words else 0.0


_RANK: dict[Kind, int] = {"comments": 0, "related": 1, "ads": 2}
"""Where one phrase has several kinds, the one that heads a section counts first."""
_CELL_KINDS = frozenset({"footer", "nav", "newsletter", "share"})


@cache
def load_lexicon() -> Lexicon:
    """Read the phrases.

    Raises:
        DataError: a row has an unknown kind or match, or no words.
    """
    found: dict[Match, dict[str, list[tuple[Words, Kind]]]] = {match: {} for match in get_args(Match)}
    cells: dict[str, list[tuple[Words, Kind]]] = {}
    for line, (kind, match, words) in enumerate(_rows(), start=2):
        if kind not in get_args(Kind) or match not in get_args(Match) or not words:
            raise DataError(f"furniture.csv:{line}: unknown kind or match, or no words")
        entry = (words, cast(Kind, kind))
        found[cast(Match, match)].setdefault(words[0], []).append(entry)
        if match == "whole" and kind in _CELL_KINDS:
            cells.setdefault(words[0], []).append(entry)
    return Lexicon({match: _longest_first(index) for match, index in found.items()}, _longest_first(cells))


def _rows() -> Iterator[tuple[str, str, Words]]:
    with files("summitry.reading").joinpath("data/furniture.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            yield row["kind"], row["match"], normal_words(row["phrase"].replace("#", "0"))


def _longest_first(index: dict[str, list[tuple[Words, Kind]]]) -> dict[str, tuple[tuple[Words, Kind], ...]]:
    return {
        word: tuple(sorted(entries, key=lambda e: (-len(e[0]), _RANK.get(e[1], 9), e)))
        for word, entries in index.items()
    }
