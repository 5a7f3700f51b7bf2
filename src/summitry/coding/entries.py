"""The dates that head the entries of a chronology."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from summitry.dates import outermost
from summitry.language import Token
from summitry.model import Interval, TimeExpression

__all__ = ["Entries"]

LONGEST_ENTRY = 12
"""How many lines one entry of a chronology may have."""
LONGEST_OPENING = 40
"""How many blanks and bullets may stand before the date of an entry, in characters."""
LONGEST_GAP = 400
"""How far above an entry's line the line before it may end, in characters."""


_HEADING_STOP = re.compile(r"\.[ \t]+[A-Z“\"]")
"""A full stop behind the date that heads an entry: "17 August. The town fell."."""


class Entries:
    """The dates at the beginning of a text's lines.

    Args:
        text: the text.
        times: its time expressions, resolved.
        published: when it was published, None where unknown.
    """

    def __init__(self, text: str, times: Sequence[TimeExpression], published: Interval | None) -> None:
        self._text = text
        self._published = published
        self._by_start = {time.start: time for time in outermost(times) if time.interval.first is not None}

    def date_at(self, trigger: Token) -> Interval | None:
        """Return the date that heads the entry of a chronology in which a trigger stands.

        It stands at the head of the trigger's own line ("21 January 1974 - …"), or alone on a line
        above, with no blank line between unless that line is all there is above it.
        """
        text = self._text
        line = text.rfind("\n", 0, trigger.idx) + 1
        for _ in range(LONGEST_ENTRY):
            heading = self._at_line_start(line)
            if heading is not None:
                words = text[heading.start : heading.end]
                return replace(heading.interval, rule=f"entry-date/{heading.interval.rule}", anchor=words)
            far = max(0, line - LONGEST_GAP)
            above = text[far:line].rstrip(" \t")
            if not above:
                return None
            blank = above.endswith("\n\n")
            line = text.rfind("\n", 0, far + len(above.rstrip())) + 1
            if blank and not self._is_date_line(line):
                return None
        return None

    def _at_line_start(self, line: int) -> TimeExpression | None:
        """Return the date with which a line begins and after which a dash, a colon or nothing follows."""
        text = self._text
        opening = text[line : line + LONGEST_OPENING]
        indent = len(opening) - len(opening.lstrip(" \t-–—*•"))
        expression = self._by_start.get(line + indent)
        if expression is None or expression.interval.precision not in {"day", "month", "range"}:
            return None
        if self._published and expression.interval.first == self._published.first:
            return None  # the date of a byline heads the page, no entry of a chronology
        follows = text[expression.end : expression.end + 3].lstrip(" \t")
        if not follows or follows[0] in "\n-–—:|":
            return expression
        return expression if _HEADING_STOP.match(text, expression.end) else None

    def _is_date_line(self, line: int) -> bool:
        heading = self._at_line_start(line)
        return heading is not None and self._text[heading.end : heading.end + 1] in {"\n", ""}
