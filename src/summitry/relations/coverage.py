"""What an answer rests on: which documents state which incidents, and when anything was published at all."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from summitry.model import Incident

__all__ = ["Coverage", "Mention", "assumed_coverage", "by_incident"]


@dataclass(frozen=True, slots=True)
class Mention:
    """That a document states an incident. One entered by hand is a document of its own.

    Args:
        incident_id: the incident.
        document_id: the document.
        source: who published it.
        by_hand: whether a person entered it with a citation in place of a document.
    """

    incident_id: str
    document_id: str
    source: str
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Coverage:
    """What is known of the reports behind incidents.

    Args:
        mentions: which documents state which incidents.
        published: the days on which the documents of the record that tell anything of the parties appeared, in order.
        compiled: first and last day that a chronology compiled by hand covers, `None` for a record of documents.
    """

    mentions: tuple[Mention, ...] = ()
    published: tuple[date, ...] = ()
    compiled: tuple[date, date] | None = None

    @property
    def end(self) -> date | None:
        """The last day of which anything is known."""
        ends = [*self.published[-1:], *(self.compiled[1:] if self.compiled else ())]
        return max(ends, default=None)

    def of(self, ids: Collection[str]) -> tuple[Mention, ...]:
        """Return the mentions of some incidents."""
        wanted = set(ids)
        return tuple(mention for mention in self.mentions if mention.incident_id in wanted)

    def state(self, first: date, last: date, incidents: int) -> str:
        """Tell what a number of incidents within some days means.

        Returns:
            `reported` where there are any; `silent` where documents of those days tell of the parties, or a chronology
            covers the days, but nothing happened in them; `no reports` where nothing can be said.
        """
        if incidents:
            return "reported"
        if self.compiled and self.compiled[0] <= last and first <= self.compiled[1]:
            return "silent"
        return "silent" if self.count_published(first, last) else "no reports"

    def count_published(self, first: date, last: date) -> int:
        """Return how many documents appeared within some days."""
        return bisect_right(self.published, last) - bisect_left(self.published, first)


def assumed_coverage(incidents: Iterable[Incident]) -> Coverage:
    """Return coverage as far as incidents alone tell it: each with documents of its own, one of a source of its own.

    It knows of no document that states two incidents, nor when any was published; a record knows both.
    """
    mentions, days, by_hand = [], [], True
    for incident in incidents:
        mentions += [Mention(incident.id, incident.id, text, True) for text in _cited(incident)]
        names = [f"{incident.id}#{number}" for number in range(incident.documents)]
        mentions += [
            Mention(incident.id, name, names[min(k, max(incident.sources, 1) - 1)]) for k, name in enumerate(names)
        ]
        by_hand &= not incident.documents
        if incident.interval:
            days += [day for day in (incident.interval.first, incident.interval.last) if day]
    return Coverage(tuple(mentions), (), (min(days), max(days)) if by_hand and days else None)


def _cited(incident: Incident) -> tuple[str, ...]:
    return incident.citations or (() if incident.documents else (incident.id,))


def by_incident(mentions: Iterable[Mention]) -> Mapping[str, list[Mention]]:
    """Return mentions by incident."""
    found: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        found[mention.incident_id].append(mention)
    return found
