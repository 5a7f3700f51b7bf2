"""Where incidents come from: a record, or a table in memory; the checker asks either in the same way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from summitry.actors import Registry, load_registry
from summitry.checking.parties import party_named, takes_part
from summitry.incidents import LEVELS, IncidentTable, at_least
from summitry.model import Incident, Level

__all__ = ["IncidentSource", "Memory", "Narrowing", "TableSource"]

Narrowing = str | tuple[str, str] | bool | int | None
"""What a question to a source may be narrowed by."""


class IncidentSource(Protocol):
    """What the checker asks of a record. Narrowings used: `actor`, `between`, `type`, `mode`, `level`, `since`,
    `until`, `series`, `limit`."""

    def incidents(self, **narrowing: Narrowing) -> Sequence[Incident]:
        """Return the incidents that match all that is given, in order of time, undated last."""
        ...

    def count_incidents(self, **narrowing: Narrowing) -> int:
        """Return how many match."""
        ...


@dataclass(frozen=True, slots=True)
class TableSource:
    """A table of incidents that answers as a record does.

    Args:
        table: the incidents.
    """

    table: IncidentTable

    def incidents(self, **narrowing: Narrowing) -> Sequence[Incident]:
        """Return the incidents that match all that is given, in the order of the table."""
        registry, limit = load_registry(), int(str(narrowing.pop("limit", 0)))
        found = tuple(incident for incident in self.table if _matches(incident, narrowing, registry))
        return found[:limit] if limit else found

    def count_incidents(self, **narrowing: Narrowing) -> int:
        """Return how many match."""
        return len(self.incidents(**narrowing))


def _matches(incident: Incident, narrowing: dict[str, Narrowing], registry: Registry) -> bool:
    between = narrowing.get("between")
    actor = narrowing.get("actor")
    names = (*(between if isinstance(between, tuple) else ()), *([actor] if isinstance(actor, str) else []))
    kind, series = narrowing.get("type"), narrowing.get("series")
    return (
        (not kind or incident.type == kind)
        and narrowing.get("mode") in (None, incident.mode)
        and at_least(incident.level, _level(narrowing.get("level")))
        and (series is None or (incident.count > 1) == series)
        and all(takes_part(party_named(name, registry), incident.participants) for name in names)
        and _within(incident, str(narrowing.get("since") or ""), str(narrowing.get("until") or ""))
    )


def _level(given: Narrowing) -> Level | None:
    return next((level for level in LEVELS if level == given), None)


def _within(incident: Incident, since: str, until: str) -> bool:
    interval = incident.interval
    if not since and not until:
        return True
    if interval is None or (interval.first is None and interval.last is None):
        return False
    ends = interval.last.isoformat() if interval.last else "9999"
    begins = interval.first.isoformat() if interval.first else "0000"
    return (not since or ends >= since) and (not until or begins <= until)


class Memory:
    """A source that remembers what it was asked: the claims of one text ask the same again and again.

    Args:
        source: whom to ask first.
    """

    def __init__(self, source: IncidentSource) -> None:
        self._source = source
        self._found: dict[tuple[tuple[str, Narrowing], ...], Sequence[Incident]] = {}
        self._counts: dict[tuple[tuple[str, Narrowing], ...], int] = {}

    def incidents(self, **narrowing: Narrowing) -> Sequence[Incident]:
        """Return the incidents that match all that is given."""
        key = tuple(sorted(narrowing.items()))
        if key not in self._found:
            self._found[key] = tuple(self._source.incidents(**narrowing))
        return self._found[key]

    def count_incidents(self, **narrowing: Narrowing) -> int:
        """Return how many match."""
        key = tuple(sorted(narrowing.items()))
        if key not in self._counts:
            self._counts[key] = self._source.count_incidents(**narrowing)
        return self._counts[key]
