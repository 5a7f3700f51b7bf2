"""The desk: what all pages share."""

from __future__ import annotations

from summitry.web.counting import Counting
from summitry.web.drawing import Drawings
from summitry.web.options import Options
from summitry.web.reading import Jobs
from summitry.web.records import Records

__all__ = ["Desk"]


class Desk:
    """One record being served.

    Args:
        options: how the desk is set up.
    """

    def __init__(self, options: Options) -> None:
        self.options = options
        self.records = Records(options.record, options.question_seconds)
        self.counting = Counting(self.records, options.record)
        self.jobs = Jobs(options.record)
        self.drawings = Drawings(options.record, options.name)

    def close(self) -> None:
        """Stop what runs beside the pages; documents that were read so far are kept."""
        self.counting.close()
        self.jobs.close()
