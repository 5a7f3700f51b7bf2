"""What family an event code belongs to: CAMEO roots read off the names of the codes."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import numpy as np

from summitry.forecasting.arrays import Ints

__all__ = ["UNKNOWN_ROOT", "root_of", "roots_of"]

UNKNOWN_ROOT = 0


@cache
def _beginnings() -> tuple[tuple[str, int], ...]:
    """The table of beginnings, longest first."""
    text = files("summitry.forecasting").joinpath("data/cameo_roots.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    pairs = [(row["beginning"], int(row["root"])) for row in rows]
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0])))


def root_of(name: str) -> int:
    """The CAMEO root (1-20) of an event name, or `UNKNOWN_ROOT` where no beginning fits.

    >>> root_of("Threaten with sanctions, boycott, embargo")
    13
    """
    return next((root for beginning, root in _beginnings() if name.startswith(beginning)), UNKNOWN_ROOT)


def roots_of(names: Sequence[str]) -> Ints:
    """The roots of many names, as an array aligned with them."""
    return np.array([root_of(name) for name in names], dtype=np.int64)
