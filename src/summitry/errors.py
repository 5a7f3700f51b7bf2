"""Every error a user can meet, in one tree.

    SummitryError
    ├── UsageError          the call makes no sense (exit status 2)
    ├── InputError          one document, file or line could not be read; the rest goes on
    │   └── LimitError      it was refused because it exceeds a stated limit
    ├── RecordError         the record file cannot be used
    │   ├── NotARecordError     it is not a summitry record
    │   ├── NewerRecordError    it was written by a newer version
    │   └── DamagedRecordError  what it holds contradicts its own checks
    ├── SlowQuestionError   a question took longer than it may
    ├── EndpointError       the language model that a user named cannot be asked; the run stops
    ├── AnswerError         a language model gave no usable answer for one document; the rest goes on
    │   └── TooLongError        the question or its answer is longer than the model can take
    └── DataError           a data file of the package or of the user is malformed

A message says in one line what happened, to which input, and what to do.
"""

from __future__ import annotations

__all__ = [
    "AnswerError",
    "DamagedRecordError",
    "DataError",
    "EndpointError",
    "InputError",
    "LimitError",
    "NewerRecordError",
    "NotARecordError",
    "RecordError",
    "SlowQuestionError",
    "SummitryError",
    "TooLongError",
    "UsageError",
]


class SummitryError(Exception):
    """The root of all errors that summitry raises on purpose."""


class UsageError(SummitryError):
    """The call makes no sense: an unknown option value, a path that is not there."""


class InputError(SummitryError):
    """One input could not be read.

    Args:
        source: the file, address or line that the input came from.
        reason: what is wrong with it, in a few words.
    """

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason


class LimitError(InputError):
    """An input was refused because it exceeds a limit of `summitry.limits.Limits`."""


class RecordError(SummitryError):
    """The record file cannot be used."""


class NotARecordError(RecordError):
    """The file is not a summitry record."""


class NewerRecordError(RecordError):
    """The record was written by a newer version of summitry."""


class DamagedRecordError(RecordError):
    """What the record holds contradicts its own checks."""


class SlowQuestionError(SummitryError):
    """A question to the record took longer than it may; a narrower one is quicker."""


class EndpointError(SummitryError):
    """The language model that a user named cannot be asked: the run stops, what was stored is kept."""


class AnswerError(SummitryError):
    """A language model gave no usable answer for one document."""


class TooLongError(AnswerError):
    """The question, or the answer to it, is longer than the model can take."""


class DataError(SummitryError):
    """A data file is malformed: names the file and the line."""
