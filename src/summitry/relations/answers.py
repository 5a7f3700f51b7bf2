"""An answer: a frame with the incidents that it rests on, the rule by which they were chosen, and what covers them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from summitry.incidents import IncidentTable
from summitry.model import Incident
from summitry.relations.coverage import Coverage

if TYPE_CHECKING:
    import polars

__all__ = ["Answer", "coverage_line", "noun_for", "plural", "span_of"]

_SHOWN = 100


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """What was found, and on what it rests.

    Args:
        title: what was asked, in a few words.
        frame: the answer as a table.
        incidents: the incidents that it rests on, in order of time.
        rule: which incidents count, in words.
        coverage: how many they are, at which level and status, in how many documents, from when to when.
        notes: sentences that say what the table means.
    """

    title: str
    frame: polars.DataFrame
    incidents: IncidentTable
    rule: str
    coverage: str
    notes: tuple[str, ...] = ()

    def to_polars(self) -> polars.DataFrame:
        """Return the table."""
        return self.frame

    def to_dict(self) -> dict[str, object]:
        """Return a JSON object: `title`, `rule`, `coverage`, `notes`, `rows`, and the ids of the `incidents`."""
        return {
            "title": self.title,
            "rule": self.rule,
            "coverage": self.coverage,
            "notes": list(self.notes),
            "rows": [{name: _plain(value) for name, value in row.items()} for row in self.frame.iter_rows(named=True)],
            "incidents": [incident.id for incident in self.incidents],
        }

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{escape(name)}</th>" for name in self.frame.columns)
        rows = "".join(
            "<tr>" + "".join(f"<td>{escape(_text(cell))}</td>" for cell in row) + "</tr>"
            for row in self.frame.head(_SHOWN).iter_rows()
        )
        more = self.frame.height - _SHOWN
        notes = "".join(
            f"<p>{escape(note)}</p>" for note in (*self.notes, *([f"… and {more} more"] if more > 0 else []))
        )
        return (
            f"<h4>{escape(self.title)}</h4><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>{notes}"
            f"<p><small>{escape(self.rule)}<br>{escape(self.coverage)}</small></p>"
        )


def _plain(value: object) -> object:
    return value if value is None or isinstance(value, bool | int | float | str) else _listed(value)


def _listed(value: object) -> object:
    return [_plain(item) for item in value] if isinstance(value, list) else str(value)


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return ", ".join(map(_text, value))
    return f"{value:.4g}" if isinstance(value, float) else str(value)


def plural(count: int, noun: str) -> str:
    """Return a number with its noun.

    >>> plural(1, "meeting"), plural(5, "visit"), plural(2, "clash")
    ('1 meeting', '5 visits', '2 clashes')
    """
    return f"{count} {noun}" if count == 1 else f"{count} {noun}{'es' if noun.endswith(('s', 'sh', 'ch')) else 's'}"


def noun_for(type: str | None, mode: str | None = None) -> str:
    """Return what incidents of a category and mode are called."""
    if (type or "").upper() == "CONSULT":
        return {"visit": "visit", "phone": "call"}.get(mode or "", "meeting")
    return "incident" if not type else f"{type.upper()} incident"


def span_of(incidents: Iterable[Incident]) -> str:
    """Return from which month to which incidents are dated: `2018-03 to 2019-06`; `""` where none is dated."""
    days = [day for i in incidents if i.interval for day in (i.interval.first or i.interval.last,) if day]
    if not days:
        return ""
    first, last = min(days).isoformat()[:7], max(days).isoformat()[:7]
    return first if first == last else f"{first} to {last}"


def coverage_line(
    incidents: Sequence[Incident], coverage: Coverage, noun: str, conditions: Sequence[str], window: str = ""
) -> str:
    """Return a number with its inclusion rule and its coverage.

    For example: "5 meetings, leader level, occurred, in 43 documents from 2018-03 to 2019-06".

    Args:
        incidents: what is counted.
        coverage: what states them.
        noun: what one of them is called.
        conditions: what they had to be, in words.
        window: the window asked for; else the time that they span is told.
    """
    mentions = coverage.of([incident.id for incident in incidents])
    documents = len({mention.document_id for mention in mentions if not mention.by_hand})
    hand = len({mention.incident_id for mention in mentions if mention.by_hand})
    named = len({mention.source for mention in mentions if mention.by_hand})
    parts = [plural(len(incidents), noun), *conditions]
    if not (documents or hand) and coverage.compiled:
        parts.append("in a chronology entered by hand")
    elif documents or not hand:
        parts.append(f"in {plural(documents, 'document')}")
    if hand:
        some = f"{hand} of them " if documents else ""
        parts.append(f"{some}entered by hand from {plural(named, 'named source')}")
    span = window or span_of(incidents)
    return ", ".join(parts) + (f" from {span}" if " to " in span else f" in {span}" if span else "")
