"""Statements of one key brought together to incidents.

The outcome depends on the set of statements alone, never on their order. First the statements of one day are
sorted out by the persons, place and mode they name; then the days of one meeting are joined; then statements whose
date is only guessed, and last the vague ones, narrow before wide, are given to the incident that they can mean.
What new statements change is worked out by `renewing`, step by step in the same order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from summitry.linking.cluster import Cluster
from summitry.linking.days import link_days
from summitry.linking.reach import said, tells_day
from summitry.linking.rules import Rules, load_rules
from summitry.linking.shelf import Shelf, vague_order
from summitry.linking.statements import Statement

__all__ = ["link", "link_alike", "stands_alone"]


def link(statements: Iterable[Statement], rules: Rules | None = None) -> list[Cluster]:
    """Bring statements together to incidents.

    Args:
        statements: events as `statement_of` gives them, of any keys.
        rules: what is taken for one incident.

    Returns:
        The incidents of each key in order of key, each with its members in a fixed order.
    """
    known = rules or load_rules()
    blocks: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        blocks[statement.key].append(statement)
    return [cluster for key in sorted(blocks) for cluster in _link_block(blocks[key], known)]


def _link_block(statements: Sequence[Statement], rules: Rules) -> list[Cluster]:
    """Link the statements of one key."""
    alone = [s for s in statements if stands_alone(s)]
    dated = [s for s in statements if not stands_alone(s)]
    shelf = Shelf(link_days([s for s in dated if tells_day(s)], rules), rules)
    for statement in sorted((s for s in dated if not tells_day(s)), key=vague_order):
        shelf.place(statement)
    return shelf.clusters + link_alike(alone)


def stands_alone(statement: Statement) -> bool:
    """Tell whether a statement is linked with none but those just like it: undated, or a series told as a number."""
    return statement.start is None or statement.end is None or statement.count > 1


def link_alike(statements: Iterable[Statement]) -> list[Cluster]:
    """Link undated statements and counted series: only series that different documents tell just alike."""
    found: list[Cluster] = []
    alike: dict[tuple[object, ...], Cluster] = {}
    for statement in sorted(statements, key=lambda s: s.id):
        known = alike.get(said(statement))
        if known is not None and statement.start is not None and statement.document not in known.documents:
            known.add(statement)
        else:
            found.append(Cluster.of(statement))
            alike.setdefault(said(statement), found[-1])
    return found
