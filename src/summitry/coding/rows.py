"""Lists of actors, told by what stands between their names: "Mali, the United Nations, Niger, and Chad"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summitry.model import Mention

__all__ = ["Row", "rows_of"]

Row = tuple[Mention, ...]
LEAST = 3
"""Lists of fewer names are left to the parser, which errs on long ones only; "Thai and Lao navies" are not."""
_TITLE = r"(?:(?:[A-Z][\w.'’&-]*|\([A-Z]+\)|'s|’s|of|the|for|on|to|and|in)\s+){1,15}"
"""Words of an office before its holder's name: "*Chairman of the Party's Commission on Trade* Le Anh"."""
_OF_STATE = r"(?:of\s+(?:the\s+)?[A-Z][\w.'’-]*(?:\s+(?:of\s+)?[A-Z][\w.'’-]*){0,3})?"
"""Of whom the one before holds an office: "Foreign Minister Saiki *of Japan* and"."""
_NEXT_PERSON = re.compile(rf"{_OF_STATE},\s+(?:{_TITLE})?")
_LAST_PERSON = re.compile(rf"{_OF_STATE}(?:,\s+|\s*)and\s+(?:{_TITLE})?")
_COMMA = re.compile(r",\s+(?:the\s+)?", re.IGNORECASE)
_LAST = re.compile(r",?\s+(?:and|as well as)\s+(?:the\s+)?", re.IGNORECASE)


def rows_of(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[tuple[int, int], Row]]:
    """Yield the span of each mention in a list of three or more, with all mentions of the list in their order.

    Args:
        text: the document's text.
        mentions: its actors.
    """
    yield from _rows_of_people(text, mentions)
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


def _rows_of_people(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[tuple[int, int], Row]]:
    """Yield lists of people whose offices may part their names: "A and Palestine Liberation Organization envoy B"."""
    people = [m for m in mentions if m.kind == "person" and _is_named(m)]
    row: list[Mention] = []
    for person in people:
        between = text[row[-1].end : person.start].lstrip(" ") if row else ""
        if row and _LAST_PERSON.fullmatch(between):
            row.append(person)
            if len(row) >= LEAST or (not between.startswith(",") and len(between.split()) > 1):
                yield from (((m.start, m.end), tuple(row)) for m in row)
            row = []
        elif row and _NEXT_PERSON.fullmatch(between):
            row.append(person)
        else:
            row = [person]


def _is_named(mention: Mention) -> bool:
    return mention.surface.split()[-1:] == mention.name.split()[-1:]


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
