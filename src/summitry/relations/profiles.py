"""What a record and the registry know of one actor: offices, meetings, journeys, partners."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from summitry.actors import load_registry
from summitry.actors.folding import fold
from summitry.incidents import IncidentTable
from summitry.model import Incident
from summitry.relations.answers import Answer, coverage_line
from summitry.relations.coverage import Coverage, assumed_coverage
from summitry.relations.meetings import meetings_in
from summitry.relations.parties import Party
from summitry.relations.ranks import rank_partners
from summitry.relations.travel import travel_answer

if TYPE_CHECKING:
    import polars

__all__ = ["Profile", "offices_of", "profile_of"]


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """One actor.

    Args:
        name: what to call it.
        offices: offices with body, first and last day, and whether the registry or the record's incidents tell them.
        acts: incidents by category and role.
        partners: whom it met most often.
        travels: its journeys, or for a state those of all who act for it.
        incidents: all incidents in which it takes part.
        coverage: how many, in how many documents, from when to when.
    """

    name: str
    offices: polars.DataFrame
    acts: polars.DataFrame
    partners: Answer
    travels: Answer
    incidents: IncidentTable
    coverage: str

    def to_dict(self) -> dict[str, object]:
        """Return a JSON object."""
        return {
            "name": self.name,
            "coverage": self.coverage,
            "offices": self.offices.to_dicts(),
            "acts": self.acts.to_dicts(),
            "partners": self.partners.to_dict(),
            "travels": self.travels.to_dict(),
            "incidents": [incident.id for incident in self.incidents],
        }

    def tables(self) -> tuple[Answer, ...]:
        """Return its parts as answers: offices, acts, partners, journeys."""
        told = "Offices that the registry knows, and those that incidents name besides."
        counted = "Incidents by category, and by whether the actor acts or is acted upon."
        return (
            Answer(f"{self.name}: offices", self.offices, IncidentTable(()), told, self.coverage),
            Answer(f"{self.name}: acts", self.acts, self.incidents, counted, self.coverage),
            self.partners,
            self.travels,
        )

    def _repr_html_(self) -> str:
        return f"<h3>{escape(self.name)}</h3>" + "".join(table._repr_html_() for table in self.tables())


def profile_of(incidents: IncidentTable, party: Party, coverage: Coverage | None = None) -> Profile:
    """Return what is known of an actor.

    Args:
        incidents: what to look through.
        party: who.
        coverage: what states the incidents.
    """
    import polars as pl

    table = IncidentTable(tuple(i for i in incidents if party.takes_part(i)))
    covering = coverage or assumed_coverage(table)
    meetings = IncidentTable(tuple(meetings_in(table)))
    roles = [(i.type, "acts" if any(map(party.includes, i.actors)) else "is acted upon", i.status) for i in table]
    counts = [(*key, roles.count(key)) for key in sorted(set(roles), key=lambda key: (-roles.count(key), key))]
    acts = pl.DataFrame(counts, schema={"type": str, "role": str, "status": str, "incidents": int}, orient="row")
    line = coverage_line(table, covering, "incident", [])
    return Profile(
        party.label,
        offices_of(table, party),
        acts,
        rank_partners(meetings, party, conditions=("occurred",), coverage=covering),
        travel_answer(meetings, party, coverage=covering, conditions=("occurred",)),
        table,
        line,
    )


def offices_of(incidents: Sequence[Incident], party: Party) -> polars.DataFrame:
    """Return the offices of a person, or of all who act for a state: the registry's, and those that incidents name."""
    import polars as pl

    registry = load_registry()
    rows: list[tuple[str, str, str, str, str, str]] = []
    people = {p.actor_id: p for i in incidents for p in i.participants if party.includes(p) and p.kind == "person"}
    for actor_id, person in sorted(people.items(), key=lambda item: fold(item[1].name)):
        known = registry.tenures(actor_id) if fold(person.name) in party.names else ()
        for tenure in known:
            first, last = tenure.span.iso()
            rows.append((person.name, tenure.office, tenure.body, first, last, "registry"))
    told = {row[:2] for row in rows}
    for incident in incidents:
        for p in incident.participants:
            if party.includes(p) and p.office and (p.name, p.office) not in told:
                told.add((p.name, p.office))
                start, _ = incident.interval.iso() if incident.interval else ("", "")
                rows.append((p.name, p.office, p.state, start, "", "incident"))
    names = ("name", "office", "body", "since", "until", "known_from")
    return pl.DataFrame(rows, schema=dict.fromkeys(names, pl.String), orient="row")
