"""The desk: what all pages share."""

from __future__ import annotations

from summitry.record.browsing import Tallies, tally
from summitry.web.aside import Aside
from summitry.web.drawing import Drawings
from summitry.web.options import Options
from summitry.web.outlooks import Outlooks
from summitry.web.reading import Jobs
from summitry.web.records import Records

__all__ = ["Desk"]

_COUNTS_FOR = 60.0
_ALL = "all"


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
        self._counting: Aside[str, Tallies] = Aside(options.record, self._count)

    def tallies(self, patience: float = 0.0) -> Tallies | None:
        """Return what the record holds, counted, perhaps a moment ago; `None` while the first count is going on.

        Args:
            patience: seconds to wait for it.
        """
        return self._counting.get(_ALL, patience)

    def _count(self, _: str) -> Tallies:
        with self.records.reading(_COUNTS_FOR) as record:
            return tally(record)

    def close(self) -> None:
        """Stop what runs beside the pages; documents that were read so far are kept."""
        self._counting.close()
        self.outlooks.close()
        self.jobs.close()
