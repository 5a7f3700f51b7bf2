"""Pictures of what a record holds, each with its title, its source and what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, get_args

import summitry
from summitry.errors import UsageError
from summitry.incidents import IncidentTable
from summitry.record.asking import Asking, asked_for, conditions_of
from summitry.relations import coverage_line, journeys_in, noun_for
from summitry.relations.plots import Picture, plot_calendar, plot_network, plot_relation, plot_timeline, plot_travel

if TYPE_CHECKING:
    from summitry.record.record import Record

__all__ = ["PICTURES", "PictureKind", "draw"]

PictureKind = Literal["relation", "timeline", "calendar", "network", "travel"]
PICTURES: tuple[PictureKind, ...] = get_args(PictureKind)


def draw(record: Record, kind: PictureKind, *names: str, by: str = "month", **narrowing: Any) -> Picture:
    """Draw a picture.

    Args:
        record: what to draw from.
        kind: `relation` of two sides; `timeline` or `calendar` of one or between two; `network` of states or, with
            `unit="person"`, of persons; `travel` of one or of everybody.
        names: codes or names.
        by: the step of a relation's curve.
        narrowing: fields of `IncidentFilter`; of a relation `since` and `until`; of a network `unit`.

    Raises:
        UsageError: the picture needs other names, holds nothing, or a library is not installed.
    """
    ask = record.ask
    if kind == "relation":
        if len(names) != 2:
            raise UsageError("a relation has two sides; name both, for example CHN PRK")
        window = {name: narrowing[name] for name in ("since", "until") if narrowing.get(name)}
        return plot_relation(ask.series(*names, by=by, draws=0, **window), source_of(record))
    if len(names) > 2:
        raise UsageError(f"a {kind} shows one or two sides, not {len(names)}; a group is written A+B")
    return _of_incidents(record, ask, kind, names, narrowing)


def _of_incidents(
    record: Record, ask: Asking, kind: PictureKind, names: tuple[str, ...], narrowing: dict[str, Any]
) -> Picture:
    unit = narrowing.pop("unit", "state")
    defaults: dict[str, Any] = {} if kind == "timeline" else {"type": "CONSULT", "status": "occurred"}
    asked = asked_for(narrowing, **defaults)
    found = ask.gather(*names, **{**defaults, **narrowing}) if names else record.incidents(asked)
    title = " – ".join(ask.party(name, found).label for name in names) or record.path.name
    party = ask.party("+".join(names), found) if names else None
    if kind == "travel":
        ids = {journey.incident.id for journey in journeys_in(found, party)}
        found = IncidentTable(tuple(incident for incident in found if incident.id in ids))
    conditions = conditions_of(asked)
    line = coverage_line(found, ask.coverage(found, names), noun_for(asked.type, asked.mode), conditions)
    words = (title, line, f"Counted: {', '.join(conditions)}.", source_of(record))
    if kind == "travel":
        return plot_travel(found, *words, party=party)
    if kind == "network":
        return plot_network(found, *words, unit=unit)
    return plot_timeline(found, *words) if kind == "timeline" else plot_calendar(found, *words)


def source_of(record: Record) -> str:
    """Return where a picture's incidents are from, for the line on it."""
    return f"{record.path.name}, drawn by summitry {summitry.__version__}"
