"""The region of a state, from which quiet pairs borrow."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import numpy as np

from summitry.forecasting.arrays import Ints

__all__ = ["region_of", "regions_of"]


@cache
def _table() -> dict[str, str]:
    text = files("summitry.forecasting").joinpath("data/regions.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return {code: row["region"] for row in rows for code in row["states"].split()}


def region_of(side: str) -> str:
    """The region of a state by its alpha-3 code, `""` for anyone else.

    >>> region_of("PRK"), region_of("Kim Jong Un")
    ('East Asia', '')
    """
    return _table().get(side, "")


def regions_of(sides: Sequence[str]) -> Ints:
    """The number of each side's region; those without share one."""
    names = sorted({region_of(side) for side in sides} | {""})
    return np.array([names.index(region_of(side)) for side in sides], dtype=np.int64)
