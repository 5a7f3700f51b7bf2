"""The word classes of `data/classes.toml`, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

__all__ = ["load_classes"]


@cache
def load_classes() -> dict[str, frozenset[str]]:
    """Read the word classes."""
    text = files("summitry.coding").joinpath("data/classes.toml").read_text(encoding="utf-8")
    return {name: frozenset(words) for name, words in tomllib.loads(text).items()}
