"""The desk: what all pages share."""

from __future__ import annotations

from typing import Any, Protocol, TypeVar, cast

from summitry.record import Record
from summitry.record.browsing import Tallies, size, tally
from summitry.web.aside import Aside
from summitry.web.drawing import Drawings
from summitry.web.options import Options
from summitry.web.outlooks import Outlooks
from summitry.web.reading import Jobs
from summitry.web.records import Records

__all__ = ["Desk", "Question"]

_COUNTS_FOR = 60.0
_KEPT = 500
_THREADS = 3
_ALL = "all"
Value = TypeVar("Value")
Got = TypeVar("Got", covariant=True)


class Question(Protocol[Got]):
    """Something to ask of a record; equal questions have equal answers while it stands."""

    def answer(self, record: Record) -> Got:
        """Return the answer."""

    def __hash__(self) -> int: ...


class Desk:
    """One record being served.

    Args:
        options: how the desk is set up.
    """

    def __init__(self, options: Options) -> None:
        self.options = options
        self.records = Records(options.record, options.question_seconds)
        self.jobs = Jobs(options.record)
        self.drawings = Drawings(options.record, options.name)
        self.outlooks = Outlooks(options.record)
        self._aside: Aside[Question[Any], object] = Aside(options.record, self._answer, _KEPT, _THREADS)
        self._counting: Aside[str, Tallies] = Aside(options.record, self._count)

    def tallies(self, patience: float = 0.0) -> Tallies | None:
        """Return what the record holds, counted, perhaps a moment ago; `None` while the first count is going on.

        Args:
            patience: seconds to wait for it.
        """
        return self._counting.get(_ALL, patience)

    def ask(self, record: Record, question: Question[Value], seconds: float) -> Value | None:
        """Return the answer to a question that takes long in a large record; `None` while it is being worked out.

        Args:
            record: the record as the page sees it; a small one answers at once.
            question: what is asked.
            seconds: to wait for the answer of a large record.
        """
        if size(record) < self.options.large:
            return question.answer(record)
        return cast("Value | None", self._aside.get(question, seconds))

    def _answer(self, question: Question[object]) -> object:
        with self.records.reading(_COUNTS_FOR) as record:
            return question.answer(record)

    def _count(self, _: str) -> Tallies:
        with self.records.reading(_COUNTS_FOR) as record:
            return tally(record)

    def close(self) -> None:
        """Stop what runs beside the pages; documents that were read so far are kept."""
        self._aside.close()
        self._counting.close()
        self.outlooks.close()
        self.jobs.close()
