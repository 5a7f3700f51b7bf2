"""What several pages share: where a page of rows stands among all, and whom a misspelt name may mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from summitry.record import Record
from summitry.web.links import with_query

__all__ = ["Pager", "nearly", "pager"]


@dataclass(frozen=True, slots=True)
class Pager:
    """Where a page stands among all.

    Args:
        first: number of its first row, from 1.
        last: number of its last row.
        total: of all rows, `None` while they are being counted.
        page: its number, from 1.
        pages: how many there are, so far as is known.
        before: address of the page before, `""` where there is none.
        after: address of the page after.
    """

    first: int
    last: int
    total: int | None
    page: int
    pages: int
    before: str
    after: str

    def to_dict(self) -> dict[str, object]:
        """Return it as JSON fields of a list."""
        around = {"next": self.after, "previous": self.before}
        return {"total": self.total, "page": self.page, "pages": self.pages, **around}


def pager(path: str, query: Mapping[str, object], page: int, rows: int, total: int | None, shown: int = 0) -> Pager:
    """Return a pager.

    Args:
        path: the page's address.
        query: its query, without `page`.
        page: its number.
        rows: most rows a page.
        total: of all rows, `None` while they are being counted.
        shown: rows of this page, for one whose total is not known.
    """
    before_it = (page - 1) * rows
    known = before_it + shown + (shown == rows) if total is None else total
    pages = max(1, -(-known // rows))
    before = with_query(path, {**query, "page": page - 1 if page > 2 else ""}) if 1 < page <= pages + 1 else ""
    after = with_query(path, {**query, "page": page + 1}) if page < pages else ""
    last = min(page * rows, known if total is not None else before_it + shown)
    return Pager(before_it + 1 if known else 0, last, total, page, pages, before, after)


def nearly(record: Record, named: Mapping[str, str]) -> dict[str, list[str]]:
    """Return, for names that the record does not know, those spelt most like them.

    Args:
        record: where.
        named: names by the field that holds them.
    """
    return {field: near for field, name in named.items() if name and (near := record.meant(name))}
