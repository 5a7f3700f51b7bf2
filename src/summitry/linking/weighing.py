"""What reports say of a field of an incident: which values, and how much speaks for each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from summitry.model import Alternative, Choice, Event

__all__ = ["Report", "Value", "choice_of", "values_of"]


@dataclass(frozen=True, slots=True)
class Report:
    """One event with where it stands.

    Args:
        event_id: its id; `h-…` for what a person added.
        event: what it says.
        document_id: the document that states it, `""` for what a person added.
        source: who speaks, for counting independent sources: the publisher, or the document where that is unknown.
        published: when the document appeared, first possible day.
        citations: public sources that a person gave.
    """

    event_id: str
    event: Event
    document_id: str
    source: str
    published: date | None
    citations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a field with who gives it."""

    text: str
    reports: tuple[Report, ...]

    @property
    def weight(self) -> tuple[int, float]:
        """How many independent sources give it, and the best score among them."""
        return len({r.source for r in self.reports}), max(r.event.score for r in self.reports)

    @property
    def ids(self) -> tuple[str, ...]:
        """The events that give it."""
        return tuple(r.event_id for r in self.reports)


def values_of(reports: Iterable[Report], text: Callable[[Event], str]) -> list[Value]:
    """Return the values that reports give for a field, the most supported first, then in order of the reports."""
    found: dict[str, list[Report]] = {}
    for report in reports:
        value = text(report.event)
        if value:
            found.setdefault(value, []).append(report)
    values = [Value(value, tuple(giving)) for value, giving in found.items()]
    return sorted(values, key=lambda value: value.weight, reverse=True)


def choice_of(field: str, rule: str, chosen: Value, others: Iterable[Value]) -> Choice:
    """Return how a field was chosen: the value, by which rule, and the others that stand beside it."""
    return Choice(field, chosen.text, rule, chosen.ids, tuple(Alternative(o.text, o.ids) for o in others))
