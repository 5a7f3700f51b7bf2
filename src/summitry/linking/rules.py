"""The rules of linking, read from `data/rules.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["Rules", "load_rules"]


@dataclass(frozen=True, slots=True)
class Rules:
    """What is taken for one incident.

    Args:
        mutual: types in which the unordered set of states counts.
        personal: types that a person sees so rarely that the name alone says which is meant.
        by_place: types of which different places are different acts.
        by_mode: types of which different modes are different acts.
        meeting_gap: most days between reports of one meeting of the same two persons.
        meeting_span: most days that one such meeting lasts.
        vague_days: widest interval, in days, that is joined to the only incident within it.
        weak_before: days before a guessed date in which the act may lie.
        weak_after: days after it.
        weak: date rules that only guess.
    """

    mutual: frozenset[str]
    personal: frozenset[str]
    by_place: frozenset[str]
    by_mode: frozenset[str]
    meeting_gap: int
    meeting_span: int
    vague_days: int
    weak_before: int
    weak_after: int
    weak: frozenset[str]


@cache
def load_rules() -> Rules:
    """Read the rules."""
    row = tomllib.loads(files("summitry.linking").joinpath("data/rules.toml").read_text(encoding="utf-8"))
    sets = {name: frozenset(value) for name, value in row.items() if isinstance(value, list)}
    return Rules(**(row | sets))
