"""What an assistant may ask of a record. Every tool reads; each answer names its rule and leads to the words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from summitry.errors import UsageError
from summitry.incidents import date_text, incident_dict
from summitry.model import EventType, Incident, Level, Status
from summitry.record import IncidentFilter, Record
from summitry.record.browsing import find_page, list_documents

__all__ = ["TOOLS", "Tool"]

_MOST = 100
_CONTEXT = 400
_LIKELIEST = 20

Arguments = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Tool:
    """One thing that can be asked.

    Args:
        name: its name.
        title: what it is called for people.
        description: what it answers, for the assistant.
        properties: its arguments as JSON Schema.
        required: those that it needs.
        call: answers.
    """

    name: str
    title: str
    description: str
    properties: Mapping[str, object]
    required: tuple[str, ...]
    call: Callable[[Record, Arguments], object]

    def to_dict(self) -> dict[str, object]:
        """Return it as the protocol lists it."""
        schema = {
            "type": "object",
            "properties": dict(self.properties),
            "required": list(self.required),
            "additionalProperties": False,
        }
        return {
            "name": self.name,
            "title": self.title,
            "description": self.description,
            "inputSchema": schema,
            "annotations": {"readOnlyHint": True, "openWorldHint": False},
        }


def _text(description: str, words: tuple[str, ...] = ()) -> dict[str, object]:
    return {"type": "string", "description": description, **({"enum": list(words)} if words else {})}


_NARROWING: Mapping[str, object] = {
    "between": {
        "type": "array",
        "items": {"type": "string"},
        "minItems": 2,
        "maxItems": 2,
        "description": "Two that both take part: alpha-3 codes (CHN, PRK) or names (Xi Jinping).",
    },
    "actor": _text("One that takes part: code or name."),
    "type": _text("PLOVER category; meetings and visits are CONSULT.", get_args(EventType)),
    "level": _text("Lowest level of office.", get_args(Level)),
    "status": _text("Whether it happened.", get_args(Status)),
    "since": _text("First day: 2018-03-01, 2018-03 or 2018."),
    "until": _text("Last day."),
    "place": _text("A town, or a country."),
    "words": _text("Words that it must all hold."),
    "limit": {"type": "integer", "minimum": 1, "maximum": _MOST, "description": "Most to return; 50 unless told."},
    "offset": {"type": "integer", "minimum": 0, "description": "How many to pass over."},
}

_CALLED = {"words": "search"}
"""What the record's filter calls by another name."""
_PAGING = ("limit", "offset")


def _filter(given: Arguments) -> IncidentFilter:
    asked = {_CALLED.get(name, name): value for name, value in given.items() if name not in _PAGING and value}
    if "between" in asked:
        asked["between"] = (str(asked["between"][0]), str(asked["between"][1]))
    return IncidentFilter(**asked, series=False)


def _timeline(record: Record, given: Arguments) -> object:
    asked = _filter(given)
    found = find_page(record, asked, int(given.get("limit", 50)), int(given.get("offset", 0)))
    names = [*(asked.between or ()), *([asked.actor] if asked.actor else [])]
    meant = {name: near for name in names if not found.total and (near := record.meant(name))}
    return {
        "total": found.total,
        "rule": f"{asked.status or 'any status'}; series told as a number and rejected incidents left out",
        "incidents": [_line(incident) for incident in found.incidents],
        **({"did_you_mean": meant} if meant else {}),
    }


def _line(incident: Incident) -> dict[str, object]:
    return {
        "id": incident.id,
        "date": date_text(incident.interval) or "undated",
        "type": f"{incident.type} {incident.mode}".strip(),
        "actors": [", ".join(x for x in (p.name, p.office, p.state) if x) for p in incident.actors],
        "recipients": [", ".join(x for x in (p.name, p.office, p.state) if x) for p in incident.recipients],
        "place": incident.place,
        "status": incident.status,
        "documents": incident.documents,
        "sentence": incident.sentence,
        "conflicts": list(incident.conflicts),
    }


def _incident(record: Record, given: Arguments) -> object:
    return incident_dict(record.incident(str(given["id"])))


def _evidence(record: Record, given: Arguments) -> object:
    incident = record.incident(str(given["id"]))
    statements = []
    for recorded in record.events_in(incident.id)[:_MOST]:
        words = recorded.event.evidence[0]
        text = record.document(recorded.document_id).document.text
        statements.append(
            {
                "event": recorded.id,
                "quote": words.quote,
                "context": text[max(0, words.start - _CONTEXT) : words.end + _CONTEXT],
                "span": [words.start, words.end],
                "document": recorded.document_id,
                "title": recorded.title,
                "publisher": recorded.publisher,
                "published": recorded.published.iso()[0] if recorded.published else "",
                "urls": [a.url for a in recorded.addresses if a.url],
                "status": recorded.event.status,
                "date": date_text(recorded.event.interval),
            }
        )
    return {"incident": incident.id, "statements": statements, "citations": list(incident.citations)}


def _check(record: Record, given: Arguments) -> object:
    checked = record.check(str(given["text"]), published=given.get("published") or None)
    return {"claims": len(checked), "verdicts": checked.to_dicts()}


def _forecast(record: Record, given: Arguments) -> object:
    from summitry.forecasting.told import forecast_dict  # with the statistics of SciPy

    asked = {name: str(given[name]) for name in ("type", "level", "as_of", "horizon") if given.get(name)}
    found = record.forecast(str(given["a"]), str(given.get("b", "")), **asked, seal=False)  # type: ignore[arg-type]
    return {"forecasts": [forecast_dict(one) for one in found[:_LIKELIEST]]}


def _search(record: Record, given: Arguments) -> object:
    found = list_documents(record, search=str(given["words"]), limit=int(given.get("limit", 20)))
    if not str(given["words"]).strip():
        raise UsageError("words are needed")
    return {
        "documents": [
            {"id": d.id, "title": d.title, "publisher": d.publisher, "published": d.published,
             "snippet": d.snippet.replace("\x02", "").replace("\x03", "")}
            for d in found
        ]
    }  # fmt: skip


_ID = _text("Id of an incident (i-…) or of one of its events (e-…).")

TOOLS: Mapping[str, Tool] = {
    tool.name: tool
    for tool in (
        Tool(
            "timeline",
            "Timeline",
            "List what happened, each incident once, in order of time: who did what to whom, when, where. "
            "`total` counts all that match. Cite incidents by their id.",
            _NARROWING,
            (),
            _timeline,
        ),
        Tool(
            "incident",
            "Incident",
            "Give all of one incident: how each field was chosen, what sources disagree on, how its status changed.",
            {"id": _ID},
            ("id",),
            _incident,
        ),
        Tool(
            "evidence",
            "Evidence",
            "Give the verbatim words of every source that states an incident, with document and address.",
            {"id": _ID},
            ("id",),
            _evidence,
        ),
        Tool(
            "check",
            "Check claims",
            "Check the claims of a text against the record (counts, firsts, lasts, ranks, durations, sequences): "
            "each with a verdict, the incidents that decide it, and the rule by which they were counted.",
            {"text": _text("The text."), "published": _text("When it was published: 2019-06-19.")},
            ("text",),
            _check,
        ),
        Tool(
            "forecast",
            "Forecast",
            "Say how likely an act is within a time, with bounds, base rate, the incidents it rests on, and how such "
            "forecasts have done; without `type`, what is likeliest between the two. Tell the base rate beside the "
            "odds, and what `verdict` says. `basis` false: the two were never recorded together, and nothing is said.",
            {
                "a": _text("Who acts: code or name."),
                "b": _text("With or on whom; anyone unless given."),
                "type": _text("PLOVER category.", get_args(EventType)),
                "level": _text("Lowest level of office; needs a type.", get_args(Level)),
                "horizon": _text("How far ahead: 90d, 12w, 3m, 1y; 90d unless given."),
                "as_of": _text("First day of the time asked about; that after the record's last act unless given."),
            },
            ("a",),
            _forecast,
        ),
        Tool(
            "documents",
            "Search documents",
            "Find documents whose title or text holds all the words.",
            {
                "words": _text("Words, each taken literally."),
                "limit": {"type": "integer", "minimum": 1, "maximum": _MOST, "description": "20 unless told."},
            },
            ("words",),
            _search,
        ),
    )
}
"""What can be asked, by name."""
