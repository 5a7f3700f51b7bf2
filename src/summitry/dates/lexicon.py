"""The words of time: which class each word belongs to and what it stands for.

The classes are the alphabet of the grammar. Each has one character of its own, so that a text
becomes a string of classes, one character a token, and the grammar is matched against that string.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["FORM_CLASSES", "OTHER", "Lexicon", "lexicon", "load_table"]

OTHER = "."
"""The class of every token that can be part of no time expression."""

FORM_CLASSES = (
    "isodate",
    "slashdate",
    "clock",
    "decade",
    "year",
    "int2",
    "int",
    "shortyear",
    "dot",
    "comma",
    "dash",
    "slash",
    "poss",
    "apos",
    "open",
    "close",
    "stop",
    "para",
)
"""Classes that the form of a token tells, not its word."""

_FIRST_CHARACTER = 0x0100


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words with their classes.

    Args:
        words: lower-case word to (class character, value).
        characters: class name to its character.
    """

    words: dict[str, tuple[str, int | float | str]]
    characters: dict[str, str]


def load_table(name: str) -> dict[str, Any]:
    """Return the data file `data/NAME.toml` of this package."""
    text = files("summitry.dates").joinpath("data", f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def lexicon() -> Lexicon:
    """Return the lexicon, read once."""
    table = load_table("words")
    names = [*FORM_CLASSES, *table]
    characters = {name: chr(_FIRST_CHARACTER + number) for number, name in enumerate(dict.fromkeys(names))}
    words = {word: (characters[name], value) for name, entries in table.items() for word, value in entries.items()}
    return Lexicon(words, characters)
