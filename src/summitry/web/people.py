"""Participants as a person writes them in a field: names parted by semicolons."""

from __future__ import annotations

from summitry.actors import load_registry
from summitry.errors import UsageError
from summitry.model import Incident, Participant
from summitry.record.reference.opening import participant_named, parts

__all__ = ["people_from", "people_text"]


def people_text(participants: tuple[Participant, ...]) -> str:
    """Return participants as the field of a form shows them."""
    return "; ".join(p.name for p in participants)


def people_from(text: str, incident: Incident) -> list[dict[str, str]]:
    """Return participants as a correction keeps them; those whom the incident names already stay as they are.

    Args:
        text: names, or `Name|STATE|Office|kind`, parted by semicolons.
        incident: whose date tells which offices were held.

    Raises:
        UsageError: a name is known to nobody, or to several.
    """
    known = {p.name: p for p in incident.participants}
    try:
        return [
            _as_is(known[part]) if part in known else participant_named(part, incident.interval, load_registry())
            for part in parts(text)
        ]
    except ValueError as error:
        raise UsageError(str(error)) from error


def _as_is(p: Participant) -> dict[str, str]:
    return {"name": p.name, "state": p.state, "office": p.office, "kind": p.kind, "actor_id": p.actor_id}
