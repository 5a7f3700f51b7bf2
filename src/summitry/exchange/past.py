"""A panel's events as a chronicle to forecast from."""

from __future__ import annotations

from datetime import date

import numpy as np
from numpy.typing import NDArray

from summitry.errors import UsageError
from summitry.exchange.engine import MEMORY, connect, quoted
from summitry.exchange.store import Panel
from summitry.forecasting.arrays import Ints
from summitry.forecasting.chronicle import ANYONE, Chronicle, Columns
from summitry.model import HAPPENED, MUTUAL

__all__ = ["chronicle_of_panel"]

Texts = NDArray[np.str_]

_BODY = 3
"""Panels do not tell how high an act stands: all count as acts of bodies."""


def chronicle_of_panel(panel: Panel, *, memory: str = MEMORY) -> Chronicle:
    """Return what a panel tells of acts between states that happened: one a day, source, target, category and mode.

    Args:
        panel: the panel; of several events alike on one day the id of the first in order stands for all.
        memory: what DuckDB may hold.

    Raises:
        UsageError: the panel holds no such events.
    """
    paths = ", ".join(map(quoted, panel.files()))
    if not paths:
        raise UsageError(f"{panel.folder}: the panel is empty")
    statuses = ", ".join(map(quoted, HAPPENED))
    connection = connect(memory=memory)
    try:
        found = connection.execute(
            "SELECT source, target, type, mode, (start_date - DATE '1970-01-01')::BIGINT AS day, min(event_id) AS id "
            f"FROM read_parquet([{paths}], hive_partitioning=false) WHERE status IN ({statuses}) AND type <> '' "
            "AND source <> '' AND target <> '' AND source <> target GROUP BY ALL "
            "ORDER BY day, source, target, type, mode"
        ).fetchnumpy()
    finally:
        connection.close()
    if not len(found["day"]):
        raise UsageError(f"{panel.folder}: the panel tells of no act between two states that happened")
    day = np.asarray(found["day"], dtype=np.int64) + date(1970, 1, 1).toordinal()
    source, target, type_, mode, ids = (
        np.asarray(found[name]).astype(np.str_) for name in ("source", "target", "type", "mode", "id")
    )
    return _chronicle(source, target, type_, mode, ids, day)


def _chronicle(source: Texts, target: Texts, type_: Texts, mode: Texts, ids: Texts, day: Ints) -> Chronicle:
    sides = np.unique(np.concatenate([source, target, np.array([ANYONE])]))
    types, type_numbers = np.unique(type_, return_inverse=True)
    modes, mode_numbers = np.unique(mode, return_inverse=True)
    one, other = np.searchsorted(sides, source), np.searchsorted(sides, target)
    both = np.isin(type_, sorted(MUTUAL))
    anyone = np.full(len(day), int(np.searchsorted(sides, ANYONE)), dtype=np.int64)
    number = np.arange(len(day), dtype=np.int64)
    twice = np.tile(number, 2)
    order = np.argsort(day[twice], kind="stable")
    picked = twice[order]
    rows = Columns(
        np.concatenate([one, one])[order], np.concatenate([other, anyone])[order],
        np.concatenate([both, np.zeros(len(day), dtype=np.bool_)])[order], type_numbers[picked].astype(np.int64),
        mode_numbers[picked].astype(np.int64), np.full(len(picked), _BODY, dtype=np.int64), day[picked], picked,
    )  # fmt: skip
    none = rows.take(np.zeros(0, dtype=np.int64))
    return Chronicle(
        tuple(sides.tolist()), tuple(types.tolist()), tuple(modes.tolist()), tuple(ids.tolist()), rows, none
    )
