"""Forecasts for the pages: each worked out in a process of its own, beside them, and kept while the record stands."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from summitry.forecasting.outlook import Forecast
from summitry.forecasting.resolving import Resolved
from summitry.web.aside import Aside

__all__ = ["FILED", "HORIZON", "Outlook", "Outlooks", "Question", "wire"]

HORIZON = "90d"
"""How far ahead is looked unless a question says otherwise."""
_KEPT = 64
_SECONDS = 300.0


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, in the words of `summitry forecast`.

    Args:
        first: who acts; `""` asks for the forecasts that were filed.
        second: on or with whom, `""` for anyone.
        type, mode, level: the act; `""` for any.
        horizon: how far ahead: `90d`, `12w`, `3m`, `1y`.
        as_of: the day on which it is asked, `""` for that after the record's last act.
        who: whether it is asked with whom `first` is likeliest to do it.
    """

    first: str = ""
    second: str = ""
    type: str = ""
    mode: str = ""
    level: str = ""
    horizon: str = HORIZON
    as_of: str = ""
    who: bool = False


FILED = Question()
"""Asks for the forecasts that were filed, each with what became of it."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """An answer.

    Args:
        forecasts: what is forecast, the likeliest first.
        filed: forecasts that were filed, where those are asked for.
        why_not: why there is no answer, a sentence.
    """

    forecasts: tuple[Forecast, ...] = ()
    filed: tuple[Resolved, ...] = ()
    why_not: str = ""


@cache
def wire() -> TypeAdapter[Outlook]:
    """Return how an answer is written for another process, and read from it: as JSON, every digit kept."""
    return TypeAdapter(Outlook)


class Outlooks:
    """Answers questions, one after another.

    Args:
        record: the record's file.
    """

    def __init__(self, record: Path) -> None:
        self._record = record.resolve()
        self._running: subprocess.Popen[bytes] | None = None
        self._closed = False
        self._aside: Aside[Question, Outlook] = Aside(self._record, self._ask, _KEPT)

    def get(self, question: Question, patience: float = 0.0) -> Outlook | None:
        """Return the answer to a question; `None` while it is being worked out.

        Args:
            question: what is asked.
            patience: seconds to wait.
        """
        return self._aside.get(question, patience)

    def forget(self, question: Question) -> None:
        """Have a question answered anew when it is asked next."""
        self._aside.forget(question)

    def _ask(self, question: Question) -> Outlook:
        """Have a process answer: fitting takes seconds, and would take the interpreter from the pages."""
        if self._closed:
            return Outlook(why_not="The desk is being closed.")
        asked = TypeAdapter(Question).dump_json(question)
        command = [sys.executable, "-m", "summitry.web.outlook_process", str(self._record)]
        self._running = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        try:
            told, _ = self._running.communicate(asked, _SECONDS)
        except subprocess.TimeoutExpired:
            self._running.kill()
            self._running.communicate()
            return Outlook(why_not=f"This record is too large to be forecast from within {_SECONDS:g} seconds.")
        if self._running.returncode:
            return Outlook(why_not="The forecast failed; the terminal of the desk says why.")
        return wire().validate_json(told)

    def close(self) -> None:
        """Stop what is being worked out."""
        self._closed = True
        self._aside.close()
        if self._running is not None:
            self._running.terminate()
