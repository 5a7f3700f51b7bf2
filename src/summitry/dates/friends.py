"""The lists of false friends: words that show that a number, a month or a season is no date."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from summitry.dates.lexicon import load_table

__all__ = ["FalseFriends", "friends", "words_beside"]


@dataclass(frozen=True, slots=True)
class FalseFriends:
    """The lists of `false_friends.toml` as sets."""

    labels: frozenset[str]
    counted: frozenset[str]
    given_names: frozenset[str]
    titles: frozenset[str]
    after_person: frozenset[str]
    names_before: frozenset[str]
    names_after: frozenset[str]
    manners: frozenset[str]
    named_after: frozenset[str]
    relations: frozenset[str]
    ages: frozenset[str]
    after_ordinal_day: frozenset[str]
    before_ordinal_day: frozenset[str]


@cache
def friends() -> FalseFriends:
    """Return the lists, read once."""
    return FalseFriends(**{name: frozenset(words) for name, words in load_table("false_friends").items()})


@cache
def words_beside(name: str) -> frozenset[str]:
    """Return one of the lists of `beside.toml`."""
    return frozenset(load_table("beside")[name])
