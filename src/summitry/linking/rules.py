"""The rules of linking, read from `data/rules.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files

__all__ = ["Rules", "load_rules", "rules_digest"]


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
        version: of the program's way of linking.
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
    version: int

    @property
    def widest(self) -> int:
        """Days of the widest window, room for a guessed date included, in which the only incident may be meant."""
        return self.vague_days + self.weak_before + self.weak_after


@cache
def load_rules() -> Rules:
    """Read the rules."""
    row = tomllib.loads(_text())
    sets = {name: frozenset(value) for name, value in row.items() if isinstance(value, list)}
    return Rules(**(row | sets))


def rules_digest() -> str:
    """Return what tells the rules from any others: what was linked by others is linked again."""
    return sha256(_text().encode("utf-8")).hexdigest()


def _text() -> str:
    return files("summitry.linking").joinpath("data/rules.toml").read_text(encoding="utf-8")
