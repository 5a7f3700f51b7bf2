"""`summitry show`: one incident, event or document with its evidence in context."""

from __future__ import annotations

from typing import Annotated, Literal

import typer
from rich.console import Console
from rich.text import Text

from summitry.cli.incidentpage import print_incident
from summitry.cli.options import AnyRecord, Reference, open_asked
from summitry.cli.output import answer, table_width
from summitry.cli.safety import json_text, plain
from summitry.errors import UsageError
from summitry.incidents import incident_dict
from summitry.model import Document, Participant
from summitry.record import EventTable, Record, RecordedDocument, RecordedEvent
from summitry.record.table import date_text
from summitry.record.values import names, published_text

__all__ = ["register"]

_CONTEXT = 240
"""Characters shown on each side of a quote."""

_LABEL = 13
"""Columns of a label."""


def show(
    item: Annotated[str, typer.Argument(metavar="ID", help="Id of an incident, event or document, or its head.")],
    record: AnyRecord = None,
    reference: Reference = "",
    why: Annotated[bool, typer.Option("--why", help="Add the rules that decided each value.")] = False,
    format: Annotated[Literal["text", "json"], typer.Option(help="How to print.")] = "text",
) -> None:
    """Print one incident, event or document with its evidence in context.

    Example: summitry show e-3f21a0 --record my.sqlite --why
    """
    with open_asked(record, reference) as opened:
        if item.startswith(("i-", "c-")):
            incident = opened.incident(item)
            if format == "json":
                answer(json_text(incident_dict(incident) | {"statements": opened.events_in(item).to_dicts()}, indent=1))
            else:
                series = opened.series(item) if incident.count > 1 else None
                print_incident(incident, opened.events_in(item), series, why=why)
            return
        if item.startswith("e-"):
            event = opened.event(item)
            document = opened.document(event.document_id)
            _print_event(event, document, why=why) if format == "text" else answer(json_text(event.to_dict(), indent=1))
            return
        document = _document(opened, item)
        events = opened.events_of(document.id)
        if format == "json":
            answer(json_text(document.to_dict() | {"events": events.to_dicts()}, indent=1))
        else:
            _print_document(document, events)


def _document(opened: Record, item: str) -> RecordedDocument:
    try:
        return opened.document(item)
    except UsageError as error:
        if item.startswith("d-"):
            raise
        raise UsageError(f"the record holds nothing called {item!r}; ids begin with i-, e- or d-") from error


def _print_event(recorded: RecordedEvent, document: RecordedDocument, *, why: bool) -> None:
    console = Console(width=min(table_width(), 100), highlight=False)
    event = recorded.event
    console.print(Text(plain(f"{event.type} {event.mode}"), style="bold"), Text(f" {recorded.id}", style="dim"), sep="")
    _field(console, "when", (date_text(event) or "undated") + _why_date(recorded, why=why))
    for participant in event.participants:
        _field(console, "who" if participant.role == "actor" else "whom", _who(participant))
        if why:
            _field(console, "", _why_who(participant))
    _field(console, "where", event.place or ("not told" if why else ""))
    _field(console, "status", event.status)
    _field(console, "according to", event.according_to)
    _field(console, "count", str(event.count) if event.count > 1 else "")
    _field(console, "contexts", ", ".join(event.contexts))
    if why:
        _field(console, "rule", event.rule)
        _field(console, "score", f"{event.score:.2f}")
        _field(console, "coder", recorded.coder)
    _print_source(console, document)
    for evidence in event.evidence:
        console.print()
        console.print(_in_context(document.document, evidence.start, evidence.end))
        console.print(Text(f"[{evidence.start}, {evidence.end}] of {document.id}", style="dim"))


def _who(participant: Participant) -> str:
    return ", ".join(part for part in (participant.name, participant.office, participant.state) if part)


def _why_who(participant: Participant) -> str:
    """Return how it was told who is meant: the words, the actor, how sure, and what decided."""
    words = f"“{participant.surface}”" if participant.surface else "unsaid"
    text = f"{words}, {participant.actor_id}, {participant.kind}, score {participant.score:.2f}"
    return f"{text}: {'; '.join(participant.reasons)}" if participant.reasons else text


def _why_date(recorded: RecordedEvent, *, why: bool) -> str:
    interval = recorded.event.interval
    if interval is None or not why:
        return ""
    anchor = f", counted from {interval.anchor}" if interval.anchor else ""
    return f"  ({interval.precision}, rule {interval.rule or 'unnamed'}{anchor})"


def _print_document(recorded: RecordedDocument, events: EventTable) -> None:
    console = Console(width=min(table_width(), 100), highlight=False)
    _print_source(console, recorded)
    console.print()
    for start, end in recorded.document.article:
        for paragraph in recorded.document.text[start:end].split("\n"):
            console.print(Text(plain(paragraph)))
    console.print()
    for item in events:
        who = names(item.event.actors)
        whom = names(item.event.recipients)
        line = f"{date_text(item.event) or 'undated'}  {item.event.type}  {who}{' → ' if whom else ''}{whom}"
        console.print(Text(plain(f"{line}  {item.event.status}")), Text(item.id, style="dim"))
    console.print(Text(f"{len(events)} events, coded by {plain(recorded.coder)}", style="dim"))


def _print_source(console: Console, recorded: RecordedDocument) -> None:
    document = recorded.document
    console.print()
    console.print(Text(plain(document.title or "untitled"), style="bold"), Text(f" {recorded.id}", style="dim"), sep="")
    _field(console, "publisher", document.publisher)
    _field(console, "author", document.author)
    rule = _published_rule(document)
    _field(console, "published", (published_text(document.published) or "unknown") + rule)
    for address in recorded.addresses:
        _field(console, "found at", " ".join(part for part in (address.url, address.source, address.source_id) if part))


def _published_rule(document: Document) -> str:
    """Return where a publication date is from; one that a person or the source's own field gave is as given."""
    rule = document.published.rule if document.published else ""
    return "" if not rule else "  (as given)" if rule == "given" else f"  (from {rule})"


def _field(console: Console, label: str, value: str) -> None:
    """Print a labelled value; what does not fit on one line goes on below its beginning."""
    lines = Text(plain(value)).wrap(console, console.width - _LABEL) if value else ()
    for line in lines:
        line.rstrip()
        console.print(Text(f"{label:<{_LABEL}}", style="dim").append(line.plain, style="not dim"))
        label = ""


def _in_context(document: Document, start: int, end: int) -> Text:
    text = document.text
    before, after = text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
    lead = "…" if start > _CONTEXT else ""
    tail = "…" if end + _CONTEXT < len(text) else ""
    shown = Text(lead + _spaced(before, at_end=True), style="dim")
    shown.append(plain(text[start:end]), style="not dim bold underline")
    return shown.append(_spaced(after, at_end=False) + tail, style="dim")


def _spaced(text: str, *, at_end: bool) -> str:
    """Return a text on one line, keeping the space that parts it from the quote."""
    flat = plain(text)
    if at_end:
        return flat + (" " if text[-1:].isspace() else "")
    return (" " if text[:1].isspace() else "") + flat


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(show)
