"""Questions to a record: counts, ranks, sequences, the course of relations; answers with incidents and coverage."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from summitry import relations
from summitry.incidents import IncidentTable
from summitry.model import Incident
from summitry.record.connection import plainly
from summitry.record.covering import coverage_of
from summitry.record.given_dates import as_bound
from summitry.record.incident_questions import IncidentFilter
from summitry.record.naming import whom
from summitry.relations import (
    Answer,
    Coverage,
    Judgement,
    Party,
    Profile,
    Series,
    Unit,
    find_party,
    noun_for,
    step_named,
)

if TYPE_CHECKING:
    from summitry.record.picturing import PictureKind
    from summitry.record.record import Record
    from summitry.relations.plots import Picture

__all__ = ["Asking", "asked_for", "conditions_of"]

Day = str | date | None


class Asking:
    """The questions that a record answers with tables; `Record.ask` gives it.

    Incidents are narrowed by the fields of `IncidentFilter`. Unless told otherwise only what occurred counts, and
    series that are told only as a number do not.

    Args:
        record: whom to ask.
        connection: its connection.
    """

    def __init__(self, record: Record, connection: sqlite3.Connection) -> None:
        self._record = record
        self._connection = connection

    def count(self, *, by: str = "", **narrowing: Any) -> Answer:
        """Count incidents, whole or by a step of time, `type`, `mode`, `level`, `status`, `place`, `state` or `person`.

        >>> record.ask.count(between=("CHN", "PRK"), type="CONSULT", level="leader", by="year")  # doctest: +SKIP
        """
        asked = asked_for(narrowing, status=None if by == "status" else "occurred")
        found = self._record.incidents(asked)
        noun, conditions = noun_for(asked.type, asked.mode), conditions_of(asked)
        covering = self.coverage(found, _names(asked))
        return relations.count_answer(
            found, by=by, noun=noun, conditions=conditions, coverage=covering, window=_window(asked)
        )

    def rank(self, actor: str = "", *, unit: Unit = "person", **narrowing: Any) -> Answer:
        """Rank with whom an actor met most often; without an actor, which two states or persons met each other."""
        asked = asked_for(narrowing, type="CONSULT", status="occurred", actor=actor or None)
        found = self._record.incidents(asked)
        told: dict[str, Any] = {"noun": noun_for(asked.type, asked.mode), "conditions": conditions_of(asked)}
        covering = self.coverage(found, _names(asked))
        if not actor:
            return relations.rank_pairs(found, unit=unit, coverage=covering, **told)
        return relations.rank_partners(found, self.party(actor, found), unit=unit, coverage=covering, **told)

    def sequence(
        self,
        first: IncidentFilter | tuple[str, str],
        second: IncidentFilter | tuple[str, str],
        days: int = 30,
        lag: int = 0,
    ) -> Answer:
        """Tell whether each incident of one kind was preceded or followed by one of another within some days.

        Args:
            first: what is asked about; two actors stand for their meetings that occurred.
            second: what is looked for around it.
            days: how far to look on each side.
            lag: how many days at least must lie between.
        """
        asked = [
            kind
            if isinstance(kind, IncidentFilter)
            else asked_for({"between": kind}, type="CONSULT", status="occurred")
            for kind in (first, second)
        ]
        one, other = (self._record.incidents(kind) for kind in asked)
        covering = self.coverage(IncidentTable((*one, *other)), [name for kind in asked for name in _names(kind)])
        labels = (_kind(asked[0]), _kind(asked[1]))
        statuses = sorted({kind.status or "of any status" for kind in asked})
        conditions = (" and ".join(labels), *statuses)
        return relations.sequence_answer(one, other, labels, days, lag=lag, coverage=covering, conditions=conditions)

    def actor(self, name: str, **narrowing: Any) -> Profile:
        """Return what is known of an actor: offices, acts, partners, journeys."""
        asked = asked_for(narrowing, actor=name)
        found = self._record.incidents(asked)
        return relations.profile_of(found, self.party(name, found), self.coverage(found, [name]))

    def series(
        self, one: str, other: str = "", *, by: str = "month", since: Day = None, until: Day = None, **options: Any
    ) -> Series:
        """Return the course of a relation, or of one actor; several names parted by `+` are a group.

        Args:
            one: code or name.
            other: the other side; without it the course of the first alone.
            by: day, week, month, quarter, year or decade.
            since: first day.
            until: last day.
            options: `half_life` in days, `draws` of documents for the bounds.
        """
        found = self.gather(one, other)
        window = {"since": _day("since", since, last=False), "until": _day("until", until, last=True)}
        common = {"step": step_named(by), "coverage": self.coverage(found, [one, other]), **window, **options}
        if not other:
            return relations.series_of(found, self.party(one, found), **common)
        return relations.series_between(found, self.party(one, found), self.party(other, found), **common)

    def turning_points(
        self, one: str, other: str, *, by: str = "month", since: Day = None, until: Day = None
    ) -> Answer:
        """Return when a relation changed its course, what drove it, and a sentence that says it."""
        return relations.turning_answer(self.series(one, other, by=by, since=since, until=until, draws=0))

    def word(self, said: str, one: str, other: str, since: Day, until: Day) -> Judgement:
        """Tell whether a word (strained, restored, `warmest`, `coldest` …) fits a relation from one day to another."""
        found = self.gather(one, other)
        first, last = _day("since", since, last=False), _day("until", until, last=True)
        covering = self.coverage(found, [one, other])
        window = (first or date.min, last or date.max)
        parties = (self.party(one, found), self.party(other, found))
        if said in ("warmest", "coldest"):
            warm = said == "warmest"
            return relations.judge_extreme(found, *parties, *window, warmest=warm, coverage=covering)
        return relations.judge_word(said, found, *parties, *window, covering)

    def firsts(self, *, years: float = 5, **narrowing: Any) -> Answer:
        """Return visits that were the first of their kind for some years, or ever in the record."""
        found, told = self._narrowed(narrowing)
        return relations.firsts_answer(found, years=years, **told)

    def reciprocity(self, one: str, other: str, **narrowing: Any) -> Answer:
        """Return who visits whom, and how evenly."""
        found, told = self._narrowed({"between": (one, other), **narrowing})
        return relations.reciprocity_answer(found, self.party(one, found), self.party(other, found), **told)

    def travel(self, actor: str = "", **narrowing: Any) -> Answer:
        """Return the journeys of an actor, or of everybody, with where they led."""
        found, told = self._narrowed({"actor": actor or None, **narrowing})
        return relations.travel_answer(found, self.party(actor, found) if actor else None, **told)

    def network(self, *, unit: Unit = "state", by: str = "year", top: int = 5, **narrowing: Any) -> Answer:
        """Return who stands at the centre of meetings, step by step."""
        found, told = self._narrowed(narrowing)
        return relations.centrality_answer(found, unit=unit, step=step_named(by), top=top, **told)

    def dyads(self, *dyads: tuple[str, str], **narrowing: Any) -> Answer:
        """Compare dyads side by side."""
        found, told = self._narrowed(narrowing, type=None)
        return relations.dyads_answer(found, dyads, **told)

    def compare(self, other: Record, names: tuple[str, str] = ("this", "the other"), **narrowing: Any) -> Answer:
        """Compare with another record: what is in both, what in one alone, and which fields differ."""
        asked = asked_for(narrowing, status=None)
        return relations.compare_answer(self._record.incidents(asked), other.incidents(asked), names)

    def party(self, name: str, incidents: IncidentTable) -> Party:
        """Return whom a name means in this record; the group of several parted by `+`."""
        members = []
        for part in (part.strip() for part in name.split("+") if part.strip()):
            with plainly(self._record.path):
                known = whom(self._connection, part)
            label = find_party(incidents, part).label or part
            members.append(Party(label, frozenset(known.states), frozenset(known.names)))
        states, names = (frozenset().union(*(getattr(m, field) for m in members)) for field in ("states", "names"))
        return Party(" + ".join(member.label for member in members), states, names)

    def _narrowed(self, narrowing: dict[str, Any], **defaults: Any) -> tuple[IncidentTable, dict[str, Any]]:
        asked = asked_for(narrowing, **{"type": "CONSULT", "status": "occurred", **defaults})
        found = self._record.incidents(asked)
        return found, {"coverage": self.coverage(found, _names(asked)), "conditions": conditions_of(asked)}

    def gather(self, one: str, other: str = "", **narrowing: Any) -> IncidentTable:
        """Return all in which anybody of one side takes part, and of the other; a side may be a group, `A+B`."""
        sides = [[part.strip() for part in name.split("+") if part.strip()] for name in (one, other)]
        found: dict[str, Incident] = {}
        for first in sides[0]:
            for second in sides[1] or [""]:
                who: dict[str, Any] = {"between": (first, second)} if second else {"actor": first}
                found |= {i.id: i for i in self._record.incidents(asked_for({**who, **narrowing}))}
        return IncidentTable(tuple(sorted(found.values(), key=_time_order)))

    def plot(self, kind: PictureKind, *names: str, **options: Any) -> Picture:
        """Draw a `relation`, `timeline`, `calendar`, `network` or `travel`; `.save("out.svg")` writes it."""
        from summitry.record.picturing import draw

        return draw(self._record, kind, *names, **options)

    def coverage(self, incidents: IncidentTable, names: Sequence[str]) -> Coverage:
        """Return what states some incidents, and when documents that tell of some actors appeared."""
        with self._plainly():
            return coverage_of(self._connection, incidents, [name for name in names if name])

    def _plainly(self) -> AbstractContextManager[None]:
        return plainly(self._record.path)


def conditions_of(asked: IncidentFilter) -> tuple[str, ...]:
    """Return what a filter asks for, in words: `leader level`, `occurred`, `between CHN and PRK`."""
    level = "leader level" if asked.level == "leader" else f"{asked.level} level or above" if asked.level else ""
    said = (
        f"between {asked.between[0]} and {asked.between[1]}" if asked.between else "",
        f"with {asked.actor}" if asked.actor else "",
        f"mode {asked.mode}" if asked.mode else "",
        level,
        asked.status or "of any status",
        f"in {asked.place}" if asked.place else "",
        f"with the words {asked.search!r}" if asked.search else "",
    )
    return tuple(part for part in said if part)


def asked_for(narrowing: dict[str, Any], **defaults: Any) -> IncidentFilter:
    """Return a filter of what is given and, where nothing is, of defaults; the status `any` narrows nothing."""
    given = {**defaults, "series": False, **narrowing}
    if given.get("status") == "any":
        given["status"] = None
    return replace(IncidentFilter(), **given)


def _names(asked: IncidentFilter) -> list[str]:
    return [*(asked.between or ()), *([asked.actor] if asked.actor else [])]


def _kind(asked: IncidentFilter) -> str:
    noun = noun_for(asked.type, asked.mode)
    if asked.between:
        return f"{asked.between[0]} – {asked.between[1]} {noun}s"
    return f"{noun}s with {asked.actor}" if asked.actor else f"{noun}s"


def _window(asked: IncidentFilter) -> str:
    since, until = (str(bound or "") for bound in (asked.since, asked.until))
    return f"{since or 'the beginning'} to {until or 'now'}" if since or until else ""


def _day(field: str, given: Day, *, last: bool) -> date | None:
    return date.fromisoformat(as_bound(field, given, last=last)) if given else None


def _time_order(incident: Incident) -> tuple[date, str]:
    interval = incident.interval
    return (interval.first or interval.last or date.max if interval else date.max), incident.id
