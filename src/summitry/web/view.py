"""What a page is made of, before anybody decides whether it goes out as HTML, JSON or CSV."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeVar

from summitry.errors import UsageError
from summitry.record import Record
from summitry.web.desk import Desk
from summitry.web.tables import Table

__all__ = ["Asked", "Form", "NotFoundError", "Page", "View", "found"]

Form = Literal["html", "json", "csv"]
Found = TypeVar("Found")

_LAST_PAGE = 1_000_000


class NotFoundError(Exception):
    """There is nothing at this address.

    Args:
        what: what the record does not hold, a noun for readers; never words of the address.
    """

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


def found(what: str, find: Callable[[], Found]) -> Found:
    """Return what is looked for.

    Args:
        what: its noun.
        find: looks for it in the record.

    Raises:
        NotFoundError: the record knows no such thing.
    """
    try:
        return find()
    except UsageError as error:
        raise NotFoundError(what) from error


@dataclass(frozen=True, slots=True)
class Asked:
    """What a visitor asks for.

    Args:
        path: the address without its query.
        parts: the parts of the address that name something.
        query: its query.
        form: how the answer is to be written.
        author: who corrects.
    """

    path: str
    parts: Mapping[str, str] = field(default_factory=dict)
    query: Mapping[str, str] = field(default_factory=dict)
    form: Form = "html"
    author: str = ""

    def text(self, name: str) -> str:
        """Return a value of the query, `""` where it is not there."""
        return self.query.get(name, "").replace("\x00", "").strip()

    def on(self, name: str) -> bool:
        """Return whether a switch of the query is on."""
        return self.text(name) not in ("", "0", "no", "false")

    def number(self, name: str, default: int, most: int = _LAST_PAGE) -> int:
        """Return a whole number of the query from 1 to a bound, the default where it is none."""
        given = self.text(name)
        if not given.isascii() or not given.isdigit() or len(given) > 9:
            return default
        return min(max(int(given), 1), most)


@dataclass(frozen=True, slots=True)
class View:
    """A page.

    Args:
        template: the template that writes it as HTML.
        context: what the template shows.
        data: the same as plain values, for JSON.
        table: its rows, where it has any to download.
        status: HTTP status.
    """

    template: str
    context: Mapping[str, object]
    data: object
    table: Table | None = None
    status: int = 200


@dataclass(frozen=True, slots=True)
class Page:
    """An address with what makes its page.

    Args:
        path: the address, with `{names}` of its parts.
        view: makes the page.
        csv: whether its rows can be downloaded.
        wait: waits so many seconds for what the page shows and is worked out beside the pages: a person waits only a
            moment, a program longer.
    """

    path: str
    view: Callable[[Desk, Record, Asked], View]
    csv: bool = False
    wait: Callable[[Desk, Asked, float], object] | None = None
