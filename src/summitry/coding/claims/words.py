"""The words of `data/words.toml` and the trends of `data/trends.csv`, read once. Needs no parser."""

from __future__ import annotations

import csv
import tomllib
from functools import cache
from importlib.resources import files

__all__ = ["listed", "read_data", "standings", "trends", "words"]


@cache
def words(section: str, name: str) -> frozenset[str]:
    """Return one list of words, for example `words("rank", "adjectives")`."""
    return frozenset(_all()[section][name])


@cache
def listed(section: str, name: str) -> tuple[str, ...]:
    """Return one list of words in its own order, for example the number words."""
    return tuple(_all()[section][name])


@cache
def trends() -> dict[str, str]:
    """Return the trend that a word tells of a relation, by its lemma."""
    rows = (line for line in read_data("trends.csv").splitlines() if not line.startswith("#"))
    return {word: value for word, value, _ in csv.reader(rows)}


@cache
def standings() -> dict[str, str]:
    """Return what a noun says of a relation that a preposition places in or on it: "on the *mend*"."""
    rows = (row.partition(": ") for row in listed("relation", "standings"))
    return {word: value for word, _, value in rows}


def read_data(name: str) -> str:
    """Return the text of a data file of this package."""
    return files("summitry.coding.claims").joinpath(f"data/{name}").read_text(encoding="utf-8")


@cache
def _all() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(read_data("words.toml"))
