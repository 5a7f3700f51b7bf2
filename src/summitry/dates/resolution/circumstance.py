"""What stands around an expression when it is resolved."""

from __future__ import annotations

from dataclasses import dataclass

from summitry.dates.context import Timeline, Told
from summitry.dates.readings import Reading
from summitry.dates.scan import Tokens
from summitry.dates.tense import Tense

__all__ = ["Circumstance"]


@dataclass(frozen=True, slots=True)
class Circumstance:
    """What stands around an expression.

    Args:
        tokens: the text.
        timeline: the dates told before it.
        tense: tense of the verb nearest to it.
        sentence: number of its sentence.
        anchor: a date that the words after it name ("two weeks after the summit of June 12"), or that
            an event named there has in the text.
        partner: the other end of the range it belongs to, where that one tells the year.
        with_the: True where it begins with "the" ("the next year").
        opens_sentence: True where it stands at the beginning of its sentence.
        heads_entry: True where it heads an entry of a chronology.
        exact: True where "exactly" stands before it.
    """

    tokens: Tokens
    timeline: Timeline
    tense: Tense
    sentence: int
    anchor: Told | None = None
    partner: Reading | None = None
    with_the: bool = False
    opens_sentence: bool = False
    heads_entry: bool = False
    exact: bool = False
