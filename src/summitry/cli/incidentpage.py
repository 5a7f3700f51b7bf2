"""One incident on a terminal: its chosen fields, what disagrees, its history, and every sentence that states it."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from summitry.cli.output import counted, table_width
from summitry.cli.safety import plain
from summitry.incidents import SeriesCheck, date_text
from summitry.model import Choice, Incident
from summitry.record import EventTable, RecordedEvent
from summitry.record.values import published_text

__all__ = ["print_incident"]

_LABEL = 13
_NAMES = {"interval": "when", "place": "where"}


def print_incident(incident: Incident, events: EventTable, series: SeriesCheck | None, *, why: bool) -> None:
    """Print an incident.

    Args:
        incident: what to print.
        events: the events that state it.
        series: the single incidents that it counts, where it stands for several.
        why: whether to say by which rule each field was chosen.
    """
    console = Console(width=min(table_width(), 100), highlight=False)
    console.print(
        Text(plain(f"{incident.type} {incident.mode}".strip()), style="bold"),
        Text(f" {incident.id}", style="dim"),
        sep="",
    )
    rules = {choice.field: choice.rule for choice in incident.choices} if why else {}
    _field(console, "when", (date_text(incident.interval) or "undated") + _rule(rules, "interval"))
    for participant in incident.participants:
        who = ", ".join(part for part in (participant.name, participant.office, participant.state) if part)
        _field(console, "who" if participant.role == "actor" else "whom", who)
    _field(console, "where", incident.place + (_rule(rules, "place") if incident.place else ""))
    _field(console, "status", incident.status + _rule(rules, "status"))
    _field(console, "level", incident.level)
    if series is not None:
        _field(console, "count", series.text)
        for member in series.members:
            _field(console, "", f"{date_text(member.interval)} {member.place} {member.id}")
    _field(console, "score", f"{incident.score:.2f}" if why else "")
    for choice in incident.choices:
        _disagreement(console, choice)
    if len({step.status for step in incident.history}) > 1:
        steps = [f"{step.status} ({step.reported or 'undated'})" for step in incident.history]
        _field(console, "history", " → ".join(steps))
    for citation in incident.citations:
        _field(console, "source", citation)
    for correction in incident.corrections:
        _field(console, "corrected", correction)
    for event in events:
        _statement(console, event)
    if not events:
        console.print()
        console.print(Text(plain(incident.sentence)))
    reports = f"{counted(incident.documents, 'document')}, {counted(incident.sources, 'independent source')}"
    console.print(Text(f"\n{reports}." if incident.documents else "\nEntered by hand.", style="dim"))


def _rule(rules: dict[str, str], field: str) -> str:
    return f"  ({rules[field]})" if field in rules else ""


def _disagreement(console: Console, choice: Choice) -> None:
    for other in choice.alternatives:
        name = _NAMES.get(choice.field, choice.field)
        voices = ", ".join(other.event_ids) or "no event"
        _field(console, "but", f"{name} {other.value}, says {voices}")


def _statement(console: Console, recorded: RecordedEvent) -> None:
    console.print()
    for evidence in recorded.event.evidence[:1]:
        console.print(Text(f"“{plain(evidence.readable)}”"))
    about = (recorded.title or recorded.document_id, recorded.publisher, published_text(recorded.published))
    console.print(Text(plain(", ".join(part for part in about if part)), style="dim"))
    console.print(Text(f"{recorded.id} in {recorded.document_id}, {recorded.event.status}", style="dim"))


def _field(console: Console, label: str, value: str) -> None:
    """Print a labelled value; what does not fit on one line goes on below its beginning."""
    for line in Text(plain(value)).wrap(console, console.width - _LABEL) if value else ():
        line.rstrip()
        console.print(Text(f"{label:<{_LABEL}}", style="dim").append(line.plain, style="not dim"))
        label = ""
