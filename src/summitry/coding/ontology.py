"""The categories and modes in which events are coded, read from `data/ontology.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import get_args

from summitry.errors import DataError
from summitry.model import EventType

__all__ = ["Category", "load_ontology"]


@dataclass(frozen=True, slots=True)
class Category:
    """One category of the ontology.

    Args:
        name: as written in the record, for example `CONSULT`.
        quadrant: verbal or material, cooperation or conflict; `none` for TRANSITION.
        means: what it covers, in a sentence.
        modes: its modes, none for categories without.
    """

    name: str
    quadrant: str
    means: str
    modes: tuple[str, ...]


@cache
def load_ontology() -> dict[str, Category]:
    """Read the ontology.

    Raises:
        DataError: its categories are not those of the model.
    """
    text = files("summitry.coding").joinpath("data/ontology.toml").read_text(encoding="utf-8")
    categories = {
        name: Category(name, row["quadrant"], row["means"], tuple(row["modes"]))
        for name, row in tomllib.loads(text).items()
    }
    if set(categories) != set(get_args(EventType)):
        raise DataError(f"ontology.toml: its categories differ from the model's: {sorted(categories)}")
    return categories
