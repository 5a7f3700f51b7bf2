"""Series told by their number, whose members are told one by one, too."""

from __future__ import annotations

from collections.abc import Sequence

from summitry.coding.statements import Statement, is_weak
from summitry.model import HAPPENED, Event

__all__ = ["is_told_singly"]

FEWEST, MOST = 2, 6
"""Of how many acts a series is that a text may tell one by one."""


def is_told_singly(series: Statement, told: Sequence[Statement]) -> bool:
    """True for a series all of whose acts a text tells one by one: "their *two summits*", at Malta and at Moscow.

    Args:
        series: a statement, of one act or several.
        told: all statements of the text, each happening once.
    """
    if not FEWEST <= series.event.count <= MOST or series.event.status not in HAPPENED:
        return False
    return sum(_is_member(one, series) for one in told) >= series.event.count


def _is_member(one: Statement, series: Statement) -> bool:
    act, row = one.event, series.event
    if act.count > 1 or (act.type, act.status) != (row.type, row.status) or one.matter.differs(series.matter):
        return False
    if act.interval is None and not act.place:
        return False
    told = None if is_weak(row.interval) else row.interval
    if act.interval is not None and told is not None and not told.overlaps(act.interval):
        return False
    return _people(act) == _people(row)


def _people(event: Event) -> set[str]:
    return {p.actor_id for p in event.participants}
