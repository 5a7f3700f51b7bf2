"""Corrections made through the record: merge, split, edit, reject, confirm, add, undo; shared as a file."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TextIO

from summitry.errors import UsageError
from summitry.linking import link_key
from summitry.model import Action, Anchor, Correction
from summitry.record.connection import plainly, transaction
from summitry.record.correction_rows import (
    correction_from_json,
    correction_id,
    correction_to_json,
    corrections_called,
    put_correction,
    read_corrections,
)
from summitry.record.deciding import event_at
from summitry.record.editing import added_event, check_edit
from summitry.record.incident_questions import incident_number
from summitry.record.looking_up import number_of
from summitry.record.relinking import relink
from summitry.record.runs import now

__all__ = ["Corrections"]


class Corrections:
    """What people decided about a record's incidents. Rows are only ever added; `undo` is one of them.

    Each correction names the words of documents that it is about, not rows, so that it holds when a newer coder
    reads the documents again. Iterate to see all, in the order in which they were made.

    Args:
        connection: the record.
        path: its file, for messages.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def __iter__(self) -> Iterator[Correction]:
        with plainly(self._path):
            yield from list(read_corrections(self._connection))

    def __len__(self) -> int:
        with plainly(self._path):
            return int(self._connection.execute("SELECT count(*) FROM corrections").fetchone()[0])

    def merge(self, incidents: Sequence[str], *, author: str, reason: str) -> Correction:
        """Make one incident of several.

        Args:
            incidents: their ids, two or more.
            author: who decides.
            reason: why.

        Raises:
            UsageError: there is no such incident, or fewer than two are given.
            RecordError: the record could not be written.
        """
        targets = [self._anchors(incident) for incident in dict.fromkeys(incidents)]
        if len(targets) < 2:
            raise UsageError("a merge needs two incidents or more")
        return self._make("merge", author, reason, targets)

    def split(self, incident: str, events: Sequence[str], *, author: str, reason: str) -> Correction:
        """Take events out of an incident and make them one of their own.

        Args:
            incident: its id.
            events: ids of the events to take out: some of its events, not all.
            author: who decides.
            reason: why.

        Raises:
            UsageError: there is no such incident or event, or nothing would be left.
        """
        with plainly(self._path):
            number = incident_number(self._connection, incident)
            rows = [number_of(self._connection, "events", event) for event in events]
            held = {n for (n,) in self._connection.execute(_EVENTS_OF, (number,))}
        if not rows or not set(rows) < held:
            raise UsageError(f"a split takes some of the {len(held)} events of {incident}, and leaves at least one")
        return self._make("split", author, reason, [self._anchors_of_events(rows)])

    def edit(self, incident: str, field: str, value: object, *, author: str, reason: str) -> Correction:
        """Set a field: `interval`, `place`, `type`, `mode`, `status`, `count`, `actors` or `recipients`.

        Args:
            incident: its id.
            field: what to set.
            value: text; for `interval` an ISO date or two parted by a slash; for participants a list of objects
                with `name`, `state`, `office` and `kind`.
            author: who decides.
            reason: why.

        Raises:
            UsageError: there is no such incident or field, or it cannot have this value.
        """
        change = {"field": field, "value": check_edit(field, value)}
        return self._make("edit", author, reason, [self._anchors(incident)], change)

    def reject(self, incident: str, *, author: str, reason: str) -> Correction:
        """Say that an incident is wrong: it is kept, and no longer listed or counted."""
        return self._make("reject", author, reason, [self._anchors(incident)])

    def confirm(self, incident: str, *, author: str, reason: str = "") -> Correction:
        """Say that an incident is right."""
        return self._make("confirm", author, reason, [self._anchors(incident)])

    def add(self, incident: Mapping[str, object], *, citation: str, author: str, reason: str = "") -> Correction:
        """Add an incident that no document of the record states.

        Args:
            incident: `type`, `mode`, `actors`, `recipients`, `start`, `end`, `place`, `status`, `count` and `note`,
                as in JSON from the command line.
            citation: a public source that it can be checked in.
            author: who decides.
            reason: why.

        Raises:
            UsageError: a field cannot have its value, or the citation is missing.
        """
        if not citation.strip():
            raise UsageError("an incident added by hand needs a citation")
        added_event(incident)
        return self._make("add", author, reason, [], {"incident": dict(incident), "citation": citation})

    def undo(self, correction: str, *, author: str, reason: str = "") -> Correction:
        """Take a correction back; an undo can be undone too.

        Raises:
            UsageError: there is no such correction.
        """
        with plainly(self._path):
            known = corrections_called(self._connection, correction)
        if len(known) != 1:
            raise UsageError(f"the record holds {'no' if not known else 'more than one'} correction {correction!r}")
        return self._make("undo", author, reason, known[0].targets, {"undoes": known[0].id})

    def export(self, target: TextIO) -> int:
        """Write all corrections as JSON Lines, one each, in the order in which they were made; return how many."""
        count = 0
        for correction in self:
            target.write(json.dumps(correction_to_json(correction), ensure_ascii=False, sort_keys=True) + "\n")
            count += 1
        return count

    def import_lines(self, lines: Iterator[str], source: str = "corrections") -> int:
        """Take in corrections that colleagues exported; those known already are passed over.

        Args:
            lines: JSON Lines.
            source: their file, for messages.

        Returns:
            How many were new.

        Raises:
            UsageError: a line is no correction; none of the file is taken in.
        """
        read: list[Correction] = []
        for number, line in enumerate(lines, start=1):
            if line.strip():
                try:
                    read.append(correction_from_json(json.loads(line)))
                except (json.JSONDecodeError, UsageError) as error:
                    raise UsageError(f"{source}, line {number}: {error}") from error
        return self._store(read)

    def _make(
        self,
        action: Action,
        author: str,
        reason: str,
        targets: Sequence[Sequence[Anchor]],
        change: Mapping[str, object] | None = None,
    ) -> Correction:
        if not author.strip():
            raise UsageError("a correction needs an author")
        content: dict[str, object] = {
            "made_at": now(),
            "author": author.strip(),
            "reason": reason.strip(),
            "action": action,
            "targets": [[asdict(anchor) for anchor in group] for group in targets],
            "change": dict(change or {}),
        }
        correction = correction_from_json({"id": correction_id(content), **content})
        self._store([correction])
        return correction

    def _store(self, corrections: Sequence[Correction]) -> int:
        """Write corrections and link again what they touch."""
        with plainly(self._path), transaction(self._connection):
            new = [c for c in corrections if put_correction(self._connection, c)]
            for correction in new:
                self._unsettle(self._undone(correction))
        relink(self._connection, self._path)
        return len(new)

    def _undone(self, correction: Correction) -> Correction:
        """Return the correction that an undo, or an undo of undos, is about in the end; any other is its own."""
        while correction.action == "undo":
            found = corrections_called(self._connection, str(correction.change.get("undoes", "")))
            if len(found) != 1:
                break
            correction = found[0]
        return correction

    def _unsettle(self, correction: Correction) -> None:
        """Have made again what a correction is about: its incidents, or all of a key where it joins or parts them."""
        if correction.action == "add":
            incident = correction.change["incident"]
            assert isinstance(incident, Mapping)
            self._link_whole("SELECT ?", link_key(added_event(incident)))
        joins = correction.action in ("merge", "split")
        for anchor in (anchor for group in correction.targets for anchor in group):
            self._link_whole(_KEYS_OF_ADDITION, anchor.document_id)
            event = event_at(self._connection, anchor)
            if event is not None:
                number = (event["event_number"],)
                self._connection.execute("UPDATE events SET linked = 0 WHERE event_number = ?", number)
                if joins:
                    self._link_whole("SELECT ?", event["link_key"])

    def _link_whole(self, keys: str, value: str) -> None:
        self._connection.execute(f"INSERT OR IGNORE INTO stale_keys {keys}", (value,))

    def _anchors(self, incident: str) -> list[Anchor]:
        with plainly(self._path):
            number = incident_number(self._connection, incident)
            events = [n for (n,) in self._connection.execute(_EVENTS_OF, (number,))]
            added = self._connection.execute(
                "SELECT a.correction_id, i.type FROM incident_additions a JOIN incidents i USING (incident_number) "
                "WHERE incident_number = ? ORDER BY correction_id",
                (number,),
            ).fetchall()
        by_hand = [Anchor(row["correction_id"], 0, 0, row["type"]) for row in added]
        return by_hand + self._anchors_of_events(events)

    def _anchors_of_events(self, numbers: Sequence[int]) -> list[Anchor]:
        marks = ", ".join("?" for _ in numbers)
        with plainly(self._path):
            rows = self._connection.execute(
                "SELECT d.document_id, v.quote_start, v.quote_end, e.type FROM events e "
                "JOIN documents d USING (document_number) JOIN evidence v USING (event_number) "
                f"WHERE v.position = 0 AND e.event_number IN ({marks}) "
                "ORDER BY d.document_id, v.quote_start, e.event_id",
                list(numbers),
            ).fetchall()
        return [Anchor(row["document_id"], row["quote_start"], row["quote_end"], row["type"]) for row in rows]


_KEYS_OF_ADDITION = (
    "SELECT i.link_key FROM incidents i JOIN incident_additions a USING (incident_number) WHERE a.correction_id = ?"
)
_EVENTS_OF = "SELECT event_number FROM incident_events WHERE incident_number = ? ORDER BY event_number"
