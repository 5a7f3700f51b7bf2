"""Ranks: with whom somebody had most to do, and which two had most to do with each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Literal

from summitry.incidents import IncidentTable, date_text
from summitry.model import Incident, Participant
from summitry.relations.answers import Answer, coverage_line
from summitry.relations.coverage import Coverage, assumed_coverage
from summitry.relations.meetings import others_in, pairs_in
from summitry.relations.parties import Party

__all__ = ["Unit", "partners_of", "rank_pairs", "rank_partners"]

Unit = Literal["person", "state", "any"]
"""What is ranked: persons, states (with all who act for them), or whoever takes part."""


def rank_partners(
    incidents: IncidentTable,
    party: Party,
    *,
    unit: Unit = "person",
    noun: str = "meeting",
    conditions: Sequence[str] = (),
    coverage: Coverage | None = None,
) -> Answer:
    """Rank with whom a party had most to do.

    Args:
        incidents: what counts; only those in which the party takes part are used.
        party: about whom.
        unit: what is ranked.
        noun: what one incident is called.
        conditions: what the incidents had to be, in words.
        coverage: what states them.
    """
    counted = partners_of(incidents, party, unit)
    used = {i.id: i for found in counted.values() for i in found}
    rule = (
        f"Each {noun} with {party.label} counts once for each {unit if unit != 'any' else 'participant'} on the other "
        "side, or present where there is only one side; equal numbers share a rank."
    )
    return _answer(
        f"{party.label}: most {noun}s", counted, "with", used.values(), rule, noun, conditions, coverage, incidents
    )


def partners_of(incidents: Iterable[Incident], party: Party, unit: Unit = "person") -> dict[str, list[Incident]]:
    """Return the incidents with each partner, by the partner's name or state."""
    found: dict[str, list[Incident]] = defaultdict(list)
    for incident in incidents:
        if party.takes_part(incident):
            for name in dict.fromkeys(map(_namer(unit), others_in(incident, party))):
                if name:
                    found[name].append(incident)
    return found


def rank_pairs(
    incidents: IncidentTable,
    *,
    unit: Unit = "state",
    noun: str = "meeting",
    conditions: Sequence[str] = (),
    coverage: Coverage | None = None,
) -> Answer:
    """Rank which two had most to do with each other. Arguments as for `rank_partners`."""
    name = _namer(unit)
    counted: dict[str, list[Incident]] = defaultdict(list)
    for incident in incidents:
        pairs = {tuple(sorted((name(one), name(other)))) for one, other in pairs_in(incident)}
        for pair in sorted(pairs):
            if all(pair) and pair[0] != pair[1]:
                counted[" – ".join(pair)].append(incident)
    used = {i.id: i for found in counted.values() for i in found}
    rule = f"Each {noun} counts once for each two {unit}s who meet in it; equal numbers share a rank."
    return _answer(f"Most {noun}s", counted, "pair", used.values(), rule, noun, conditions, coverage, incidents)


def _namer(unit: Unit) -> Callable[[Participant], str]:
    def name(participant: Participant) -> str:
        if unit == "state":
            return participant.state
        return participant.name if unit == "any" or participant.kind == "person" else ""

    return name


def _answer(
    title: str,
    counted: dict[str, list[Incident]],
    column: str,
    used: Iterable[Incident],
    rule: str,
    noun: str,
    conditions: Sequence[str],
    coverage: Coverage | None,
    incidents: IncidentTable,
) -> Answer:
    import polars as pl

    order = sorted(counted, key=lambda name: (-len(counted[name]), name))
    numbers = [len(counted[name]) for name in order]
    places = {number: place for place, number in reversed([*enumerate(numbers, 1)])}
    frame = pl.DataFrame(
        {
            "rank": [places[number] for number in numbers],
            column: order,
            f"{noun.replace(' ', '_')}s": numbers,
            "first": [date_text(counted[name][0].interval) for name in order],
            "last": [date_text(counted[name][-1].interval) for name in order],
            "incidents": [[incident.id for incident in counted[name]] for name in order],
        },
        schema_overrides={"rank": pl.Int64, column: pl.String, "incidents": pl.List(pl.String)},
    )
    kept = {incident.id for incident in used}
    table = IncidentTable(tuple(incident for incident in incidents if incident.id in kept))
    line = coverage_line(table, coverage or assumed_coverage(table), noun, conditions)
    return Answer(title, frame, table, rule, line)
