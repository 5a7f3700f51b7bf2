"""Corrections brought to bear on what was linked: which incidents people merged, split, edited, rejected or added."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import cast

from summitry.incidents import level_of_incident
from summitry.linking import Report, Statement, statement_of
from summitry.model import Alternative, Anchor, Choice, Correction, Incident
from summitry.record.correction_rows import read_corrections
from summitry.record.editing import FIELDS, added_event, edited, field_text

__all__ = ["Decisions", "Member", "Unit", "addition_of", "correction_of", "event_at", "read_decisions", "undone_by"]


def addition_of(correction: str) -> str:
    """Return the id under which linking sees what a correction added."""
    return f"h-{correction.partition('-')[2]}"


def correction_of(addition: str) -> str:
    """Return the correction that made an addition."""
    return f"c-{addition.partition('-')[2]}"


@dataclass(frozen=True, slots=True)
class Member:
    """An event in a unit.

    Args:
        id: the event's id.
        key: its `link_key`.
        guessed: whether it could mean another incident too.
    """

    id: str
    key: str
    guessed: bool


@dataclass(frozen=True, slots=True)
class Unit:
    """What is to become one incident.

    Args:
        lead: id of the event that gives it its id.
        key: `link_key` of that event.
        events: its events by their numbers.
        additions: ids (`h-…`) of what people added.
        corrections: ids of the corrections that bear on it, in order.
    """

    lead: str
    key: str
    events: Mapping[int, Member]
    additions: tuple[str, ...] = ()
    corrections: tuple[str, ...] = ()

    @property
    def members(self) -> set[int | str]:
        """Events and additions together."""
        return {*self.events, *self.additions}


@dataclass(frozen=True, slots=True)
class _Standing:
    """A correction that stands, with the events and additions that its targets mean."""

    correction: Correction
    targets: tuple[frozenset[int | str], ...]
    keys: frozenset[str]


@dataclass(slots=True)
class Decisions:
    """The corrections that stand. See `read_decisions`.

    Args:
        connection: the record, from which those about single incidents are read when it is their turn.
        undone: ids of those that were taken back.
        standing: those that add, merge and split, in the order in which they were made.
        additions: what was added.
        joining: places in `standing` of those that merge and split, by key.
        adding: what was added, by key.
        judged: whether there are any about single incidents.
    """

    connection: sqlite3.Connection
    undone: frozenset[str]
    standing: Sequence[_Standing]
    additions: Mapping[str, tuple[Statement, Report]]
    joining: Mapping[str, Sequence[int]]
    adding: Mapping[str, Sequence[str]]
    judged: bool
    _bearing: dict[str, list[Correction]] = field(default_factory=lambda: defaultdict(list))

    def groups(self, keys: Sequence[str]) -> list[tuple[str, ...]]:
        """Return keys in groups that must be linked together, each with the keys that a merge ties it to."""
        parent: dict[str, str] = {}

        def root(key: str) -> str:
            while parent.setdefault(key, key) != key:
                key = parent[key]
            return key

        for standing in self.standing:
            if standing.correction.action == "merge" and standing.keys:
                first, *others = sorted(standing.keys)
                for other in others:
                    parent[root(other)] = root(first)
        members: dict[str, list[str]] = defaultdict(list)
        for key in sorted({*keys, *parent}):
            members[root(key)].append(key)
        roots = sorted({root(key) for key in keys})
        return [tuple(members[of]) for of in roots]

    def added(self, keys: Iterable[str]) -> list[Statement]:
        """Return what people added under some keys."""
        return [self.additions[addition][0] for key in keys for addition in self.adding.get(key, ())]

    def report(self, addition: str) -> Report:
        """Return an addition as a report."""
        return self.additions[addition][1]

    @property
    def joined_keys(self) -> frozenset[str]:
        """The keys of which incidents are merged or split: there an incident is not what linking alone makes."""
        return frozenset(self.joining)

    def decide(self, units: list[Unit], keys: Iterable[str]) -> list[Unit]:
        """Apply merges and splits, in the order in which they were made, and note which corrections bear on what.

        Args:
            units: what linking makes of the events of some keys.
            keys: the keys.
        """
        for place in sorted({place for key in keys for place in self.joining.get(key, ())}):
            standing = self.standing[place]
            units = _merged(units, standing) if standing.correction.action == "merge" else self._split(units, standing)
        naming: dict[int | str, list[_Standing]] = defaultdict(list)
        for standing in (*self.standing, *self._about(units)):
            for member in frozenset().union(*standing.targets):
                naming[member].append(standing)
        return [self._with_corrections(unit, naming) for unit in units]

    def _about(self, units: Iterable[Unit]) -> list[_Standing]:
        """Return the edits, rejections and confirmations of the incidents of some units."""
        if not self.judged:
            return []
        events = [number for unit in units for number in unit.events]
        added = [correction_of(addition) for unit in units for addition in unit.additions]
        found = read_corrections(self.connection, _ABOUT, (json.dumps(events), json.dumps(added)))
        return [_standing(self.connection, c, self.additions) for c in found if c.id not in self.undone]

    def edit(self, incident: Incident, unit: Unit) -> Incident:
        """Apply the edits that bear on a unit; what the sources say, and what other people say, stands beside them."""
        given: dict[str, list[Correction]] = defaultdict(list)
        for correction in self._of(unit, "edit"):
            given[str(correction.change["field"])].append(correction)
        choices = {choice.field: choice for choice in incident.choices}
        for name, corrections in given.items():
            last = corrections[-1]
            before = choices.get(name) or Choice(name, field_text(incident, name), "only")
            incident = edited(incident, name, last.change["value"])
            text = field_text(incident, name)
            others = {before.value: before.event_ids, **{a.value: a.event_ids for a in before.alternatives}}
            others |= {FIELDS[name].text(c.change["value"]): (c.id,) for c in corrections[:-1]}
            rest = tuple(Alternative(value, ids) for value, ids in others.items() if value and value != text)
            choices[name] = Choice(name, text, "corrected", (last.id,), rest)
        confirmed = bool(self._of(unit, "confirm")) or bool(unit.additions)
        return replace(
            incident,
            choices=tuple(choices.values()),
            score=1.0 if confirmed else incident.score,
            level=level_of_incident(incident.participants),
        )

    def rejects(self, unit: Unit) -> bool:
        """Tell whether the last word on a unit is that it is wrong."""
        words = [c for c in self._bearing.get(unit.lead, ()) if c.action in ("reject", "confirm")]
        return bool(words) and words[-1].action == "reject"

    def _of(self, unit: Unit, action: str) -> list[Correction]:
        return [c for c in self._bearing.get(unit.lead, ()) if c.action == action]

    def _with_corrections(self, unit: Unit, naming: Mapping[int | str, Sequence[_Standing]]) -> Unit:
        """Note which corrections bear on a unit: those of whose target more than half is there."""
        near = {s.correction.id: s for member in unit.members for s in naming.get(member, ())}
        meant = [s.correction for s in near.values() if any(_mostly(target, unit.members) for target in s.targets)]
        bearing = sorted(meant, key=lambda c: (c.made_at, c.id))
        if bearing:
            self._bearing[unit.lead] = bearing
        return replace(unit, corrections=tuple(correction.id for correction in bearing))

    def _split(self, units: list[Unit], standing: _Standing) -> list[Unit]:
        found: list[Unit] = []
        for unit in units:
            out = unit.members & standing.targets[0]
            if not out or out == unit.members:
                found.append(unit)
                continue
            found += [self._part(unit, unit.members - out), self._part(unit, out)]
        return found

    def _part(self, unit: Unit, members: set[int | str]) -> Unit:
        """Return part of a unit, led by its own lead where that is in it."""
        events = {number: member for number, member in unit.events.items() if number in members}
        additions = tuple(a for a in unit.additions if a in members)
        ids = {(member.id, member.key) for member in events.values()}
        ids |= {(a, self.additions[a][0].key) for a in additions}
        lead, key = next((pair for pair in ids if pair[0] == unit.lead), min(ids))
        return Unit(lead, key, events, additions)


def _mostly(target: frozenset[int | str], members: set[int | str]) -> bool:
    """Tell whether a correction's target is this incident: more than half of what it names is there."""
    return bool(target) and 2 * len(target & members) > len(target)


def _merged(units: list[Unit], standing: _Standing) -> list[Unit]:
    meant = frozenset().union(*standing.targets)
    touched = [unit for unit in units if unit.members & meant]
    if len(touched) < 2:
        return units
    first = min(touched, key=lambda unit: (bool(not unit.additions), unit.lead))
    whole = Unit(
        first.lead,
        first.key,
        {number: member for unit in touched for number, member in unit.events.items()},
        tuple(sorted(a for unit in touched for a in unit.additions)),
    )
    return [unit for unit in units if unit not in touched] + [whole]


_JOINING = "action IN ('add', 'merge', 'split', 'undo')"
_ABOUT = """
    +action IN ('edit', 'reject', 'confirm') AND correction_id IN (
        SELECT correction_id FROM correction_targets WHERE target_id IN (
            SELECT document_id FROM documents JOIN events USING (document_number)
            WHERE event_number IN (SELECT value FROM json_each(?))
            UNION SELECT value FROM json_each(?)))
"""


def read_decisions(connection: sqlite3.Connection) -> Decisions:
    """Return the corrections that stand, with what they mean among the events that the record holds now."""
    corrections = list(read_corrections(connection, _JOINING))
    undone = undone_by(corrections)
    in_force = [c for c in corrections if c.action != "undo" and c.id not in undone]
    additions: dict[str, tuple[Statement, Report]] = {}
    adding: dict[str, list[str]] = defaultdict(list)
    for correction in in_force:
        if correction.action == "add":
            addition = addition_of(correction.id)
            additions[addition] = _addition(correction)
            adding[additions[addition][0].key].append(addition)
    standing = [_standing(connection, correction, additions) for correction in in_force]
    joining: dict[str, list[int]] = defaultdict(list)
    for place, decision in enumerate(standing):
        if decision.correction.action != "add":
            for key in decision.keys:
                joining[key].append(place)
    judged = connection.execute("SELECT 1 FROM correction_targets LIMIT 1").fetchone() is not None
    return Decisions(connection, undone, standing, additions, joining, adding, judged)


def _addition(correction: Correction) -> tuple[Statement, Report]:
    """Return what a person added, as linking sees it and as a report. What one hand added as two stays two."""
    event = added_event(cast("Mapping[str, object]", correction.change["incident"]))
    addition, citation = addition_of(correction.id), str(correction.change.get("citation", ""))
    return (
        statement_of(addition, event, f"by {correction.author}"),
        Report(addition, event, "", correction.author, None, (citation,) if citation else ()),
    )


def undone_by(corrections: Sequence[Correction]) -> frozenset[str]:
    """Return the ids of the corrections that others took back; an undo can be undone too."""
    undone: set[str] = set()
    for correction in reversed(corrections):  # a later undo decides on an earlier one
        if correction.action == "undo" and correction.id not in undone:
            undone.add(str(correction.change.get("undoes", "")))
    return frozenset(undone)


def _standing(
    connection: sqlite3.Connection,
    correction: Correction,
    additions: Mapping[str, tuple[Statement, Report]],
) -> _Standing:
    targets: list[frozenset[int | str]] = []
    keys: set[str] = set()
    for group in correction.targets:
        members: set[int | str] = set()
        for anchor in group:
            addition = addition_of(anchor.document_id)
            if addition in additions:
                members.add(addition)
                keys.add(additions[addition][0].key)
            elif (row := event_at(connection, anchor)) is not None:
                members.add(row["event_number"])
                keys.add(row["link_key"])
        targets.append(frozenset(members))
    if correction.action == "add":
        own = addition_of(correction.id)
        targets.append(frozenset({own}))
        keys.add(additions[own][0].key)
    return _Standing(correction, tuple(targets), frozenset(keys))


def event_at(connection: sqlite3.Connection, anchor: Anchor) -> sqlite3.Row | None:
    """Return the event that stands where an anchor points: of the same type if there is one, then the nearest."""
    row: sqlite3.Row | None = connection.execute(
        "SELECT e.event_number, e.event_id, e.link_key FROM documents d JOIN events e USING (document_number) "
        "JOIN evidence v USING (event_number) WHERE d.document_id = ? AND v.quote_start < ? AND v.quote_end > ? "
        "ORDER BY e.type <> ?, abs(v.quote_start - ?) + abs(v.quote_end - ?), e.event_id LIMIT 1",
        (anchor.document_id, anchor.end, anchor.start, anchor.type, anchor.start, anchor.end),
    ).fetchone()
    return row
