"""The cue words of `data/cues.toml`, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

__all__ = ["cues"]


@cache
def cues(section: str, name: str) -> frozenset[str]:
    """Return one list of cue words, for example `cues("status", "planned_verbs")`."""
    return _all()[section][name]


@cache
def _all() -> dict[str, dict[str, frozenset[str]]]:
    text = files("summitry.coding").joinpath("data/cues.toml").read_text(encoding="utf-8")
    return {
        section: {name: frozenset(words) for name, words in lists.items()}
        for section, lists in tomllib.loads(text).items()
    }
