"""The PLOVER conflict-cooperation score of a category and mode, read from `data/scores.csv`."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import get_args

from summitry.errors import DataError
from summitry.model import EventType

__all__ = ["load_scores", "score_of"]


@cache
def load_scores() -> Mapping[tuple[str, str], float]:
    """Return scores by category and mode, a category's own under the mode `""`. TRANSITION has none.

    Source: PLOVER manual (September 2021). Its row for ACCUSE lacks the minus sign; the data file says so and has -3.

    Raises:
        DataError: a category is unknown or has no score of its own.
    """
    text = files("summitry.coding").joinpath("data/scores.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    scores = {(row["category"], row["mode"]): float(row["score"]) for row in rows}
    if {category for category, mode in scores if not mode} != {*get_args(EventType)} - {"TRANSITION"}:
        raise DataError("scores.csv: its categories differ from PLOVER's")
    return MappingProxyType(scores)


def score_of(category: str, mode: str = "") -> float | None:
    """Return the score of an act, -10 (conflict) to +10 (cooperation); that of its category where its mode has none.

    >>> score_of("CONSULT", "visit"), score_of("ACCUSE"), score_of("TRANSITION")
    (4.0, -3.0, None)
    """
    scores = load_scores()
    return scores.get((category, mode), scores.get((category, "")))
