"""`python -m summitry.web.outlook_process RECORD`: answers the question on standard input, with one line of JSON.

A process of its own, because fitting would take the interpreter from the pages. It only reads: nothing is logged.
"""

from __future__ import annotations

import sys
from pathlib import Path

from pydantic import TypeAdapter

from summitry.errors import UsageError
from summitry.record import open_record
from summitry.web.outlooks import FILED, Outlook, Question, wire

__all__ = ["answer", "main"]


def answer(path: Path, question: Question) -> Outlook:
    """Return the answer to a question put to a record."""
    with open_record(path, create=False, writable=False) as record:
        try:
            if question == FILED:
                return Outlook(filed=record.sealed_forecasts())
            found = record.forecast(
                question.first,
                question.second,
                type=question.type or None,
                mode=question.mode or None,
                level=question.level or None,
                horizon=question.horizon,
                as_of=question.as_of or None,
                who=question.who,
                seal=False,
            )
        except UsageError as error:
            return Outlook(why_not=f"{error}")
        return Outlook(found)


def main() -> None:
    """Answer one question."""
    question = TypeAdapter(Question).validate_json(sys.stdin.buffer.read())
    sys.stdout.buffer.write(wire().dump_json(answer(Path(sys.argv[1]), question)))


if __name__ == "__main__":
    main()
