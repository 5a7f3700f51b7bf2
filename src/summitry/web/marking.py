"""A text cut where marks begin and end, so that overlapping marks can be shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

__all__ = ["Mark", "Paragraph", "Segment", "in_context", "paragraphs", "segments"]

_BLANK_LINE = re.compile(r"\n[ \t\r]*\n\s*")


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that words of a text are.

    Args:
        start: offset of the first character, in code points.
        end: offset after the last one.
        kind: `event`, `actor`, `time`, `claim`, `quote` or `sentence`.
        link: address that the words lead to, `""` for none.
        label: what the mark says, for readers who cannot see it.
    """

    start: int
    end: int
    kind: str
    link: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """Words with all the marks on them."""

    text: str
    marks: tuple[Mark, ...]
    start: int

    @property
    def kinds(self) -> str:
        """The kinds of its marks, parted by blanks."""
        return " ".join(sorted({mark.kind for mark in self.marks}))

    @property
    def link(self) -> str:
        """The address of the shortest mark that has one."""
        linked = [mark for mark in self.marks if mark.link]
        return min(linked, key=lambda mark: (mark.end - mark.start, mark.start)).link if linked else ""

    @property
    def label(self) -> str:
        """What its marks say."""
        return "; ".join(dict.fromkeys(mark.label for mark in self.marks if mark.label))


Paragraph = Sequence[Segment]


def segments(text: str, marks: Iterable[Mark], start: int = 0, end: int | None = None) -> list[Segment]:
    """Cut a part of a text at every border of a mark; the segments joined are that part.

    Args:
        text: the text that offsets refer to.
        marks: what to mark; what lies outside is left out.
        start: where the part begins.
        end: where it ends, the text's end where `None`.
    """
    end = len(text) if end is None else min(end, len(text))
    inside = sorted((m for m in marks if m.start < end and m.end > start and m.start < m.end), key=lambda m: m.start)
    borders = sorted({start, end, *(min(max(b, start), end) for m in inside for b in (m.start, m.end))})
    found: list[Segment] = []
    open_marks: list[Mark] = []
    coming = 0
    for left, right in pairwise(borders):
        while coming < len(inside) and inside[coming].start <= left:
            open_marks.append(inside[coming])
            coming += 1
        open_marks = [mark for mark in open_marks if mark.end > left]
        found.append(Segment(text[left:right], tuple(open_marks), left))
    return found


def paragraphs(text: str, marks: Iterable[Mark], start: int, end: int) -> Iterator[Paragraph]:
    """Cut a part of a text into paragraphs of segments: at blank lines, or at line ends where there are none."""
    border = _BLANK_LINE if _BLANK_LINE.search(text, start, end) else re.compile(r"\n")
    known = list(marks)
    left = start
    for match in [*border.finditer(text, start, end), None]:
        right = match.start() if match else end
        if text[left:right].strip():
            yield segments(text, known, left, right)
        left = match.end() if match else end


def in_context(text: str, start: int, end: int, sentence: str, around: int = 220) -> list[Segment]:
    """Return words of a text with what stands around them: the sentence marked, the words themselves marked stronger.

    Args:
        text: the document's text.
        start: where the words begin.
        end: where they end.
        sentence: the sentence that holds them, `""` where nobody cut one.
        around: characters on each side of it.
    """
    left, right = _sentence_at(text, start, end, sentence)
    marks = [Mark(left, right, "sentence"), Mark(start, end, "quote")]
    return segments(text, marks, _word_start(text, left - around), _word_end(text, right + around))


def _sentence_at(text: str, start: int, end: int, sentence: str) -> tuple[int, int]:
    """Return where the sentence stands that holds some words."""
    at = text.find(sentence, max(0, start - len(sentence)), end + len(sentence)) if sentence else -1
    return (at, at + len(sentence)) if at >= 0 and at <= start and end <= at + len(sentence) else (start, end)


def _word_start(text: str, offset: int) -> int:
    if offset <= 0:
        return 0
    space = text.find(" ", offset, offset + 40)
    return space + 1 if space >= 0 else offset


def _word_end(text: str, offset: int) -> int:
    if offset >= len(text):
        return len(text)
    space = text.rfind(" ", max(0, offset - 40), offset)
    return space if space >= 0 else offset
