"""`python -m summitry.web.reading_process RECORD PUBLISHED PUBLISHER FILE…`: reads uploads, one JSON line a step.

A process of its own, because coding would take the interpreter from the pages. Runs in the folder of the files, so
that the record knows them by their bare names.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

from summitry.errors import SummitryError, UsageError
from summitry.record import Progress, open_record

__all__ = ["main"]


def main(arguments: Sequence[str]) -> None:
    """Read files into a record and tell how far that is."""
    record, published, publisher, *files = arguments
    try:
        with open_record(record, create=False) as opened:
            summary = opened.read(files, published=published or None, publisher=publisher, progress=_progress)
        skipped = [(item.source, item.reason) for item in summary.skipped]
        _tell({"state": "done", "summary": str(summary), "skipped": skipped})
    except UsageError:
        _tell({"state": "failed", "error": "The publication date is none; nothing was read."})
    except SummitryError as error:
        _tell({"state": "failed", "error": "The record could not be written; what was read so far is kept."})
        raise SystemExit(f"{error}") from error


def _progress(progress: Progress) -> None:
    _tell({"documents": progress.documents, "finished": progress.sources_done, "total": progress.sources_total})


def _tell(line: object) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
