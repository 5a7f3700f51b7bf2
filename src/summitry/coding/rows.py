"""Lists of actors, told by what stands between their names: "Mali, the United Nations, Niger, and Chad"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summitry.model import Mention

__all__ = ["Row", "rows_of"]

Row = tuple[Mention, ...]
LEAST = 3
"""Lists of fewer names are left to the parser, which errs on long ones only; "Thai and Lao navies" are not."""
_COMMA = re.compile(r",\s+(?:the\s+)?", re.IGNORECASE)
_LAST = re.compile(r",?\s+(?:and|as well as)\s+(?:the\s+)?", re.IGNORECASE)


def rows_of(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[tuple[int, int], Row]]:
    """Yield the span of each mention in a list of three or more, with all mentions of the list in their order.

    Args:
        text: the document's text.
        mentions: its actors.
    """
    spans: dict[tuple[int, int], list[Mention]] = {}
    for mention in mentions:
        spans.setdefault((mention.start, mention.end), []).append(mention)
    row: list[tuple[int, int]] = []
    for span in sorted(spans):
        between = text[row[-1][1] : span[0]] if row else ""
        if row and _LAST.fullmatch(between):
            yield from _told([*row, span], spans)
            row = []
        elif row and _COMMA.fullmatch(between):
            row.append(span)
        else:
            row = [span]


def _told(
    row: Sequence[tuple[int, int]], spans: dict[tuple[int, int], list[Mention]]
) -> Iterator[tuple[tuple[int, int], Row]]:
    if len(row) >= LEAST or any(_is_adjective(mention) for mention in spans[row[0]]):
        members = tuple(mention for span in row for mention in spans[span])
        if any(map(_is_adjective, members)):  # "after Madrid, Thai, Lao and Burmese envoys met"
            first = next(i for i, mention in enumerate(members) if _is_adjective(mention))
            members, row = members[first:], [span for span in row if span[0] >= members[first].start]
        yield from ((span, members) for span in row)


def _is_adjective(mention: Mention) -> bool:
    return any(reason.endswith("(adjective)") for reason in mention.reasons)
