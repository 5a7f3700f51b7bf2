"""What several pages show: pages of rows, and incidents as rows of a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from summitry.incidents import date_text, people
from summitry.model import Incident
from summitry.web.links import with_query

__all__ = ["INCIDENT_COLUMNS", "Pager", "incident_rows", "pager"]

INCIDENT_COLUMNS = (
    "date", "type", "mode", "who", "whom", "place", "status", "level", "count", "documents", "sources", "conflicts",
    "sentence", "id", "start", "end", "citations",
)  # fmt: skip
"""The columns of `summitry incidents --format csv`."""


def incident_rows(incidents: Iterable[Incident]) -> Iterator[Sequence[str]]:
    """Yield incidents as rows of `INCIDENT_COLUMNS`."""
    for incident in incidents:
        start, end = incident.interval.iso() if incident.interval else ("", "")
        yield (
            date_text(incident.interval) or "undated",
            incident.type,
            incident.mode,
            people(incident.actors),
            people(incident.recipients),
            incident.place,
            incident.status,
            incident.level,
            str(incident.count),
            str(incident.documents),
            str(incident.sources),
            ", ".join(incident.conflicts),
            incident.sentence,
            incident.id,
            start,
            end,
            "; ".join(incident.citations),
        )


@dataclass(frozen=True, slots=True)
class Pager:
    """Where a page stands among all.

    Args:
        first: number of its first row, from 1.
        last: number of its last row.
        total: of all rows.
        page: its number, from 1.
        pages: how many there are.
        before: address of the page before, `""` where there is none.
        after: address of the page after.
    """

    first: int
    last: int
    total: int
    page: int
    pages: int
    before: str
    after: str

    def to_dict(self) -> dict[str, object]:
        """Return it as JSON fields of a list."""
        around = {"next": self.after, "previous": self.before}
        return {"total": self.total, "page": self.page, "pages": self.pages, **around}


def pager(path: str, query: Mapping[str, object], page: int, rows: int, total: int) -> Pager:
    """Return a pager.

    Args:
        path: the page's address.
        query: its query, without `page`.
        page: its number.
        rows: most rows a page.
        total: of all rows.
    """
    pages = max(1, -(-total // rows))
    before = with_query(path, {**query, "page": page - 1 if page > 2 else ""}) if 1 < page <= pages + 1 else ""
    after = with_query(path, {**query, "page": page + 1}) if page < pages else ""
    first = (page - 1) * rows + 1
    return Pager(first if total else 0, min(page * rows, total), total, page, pages, before, after)
