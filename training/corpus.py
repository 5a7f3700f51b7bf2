"""The training sentences: read, checked, as spans of characters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from summitry.coding.judge.labels import MODES, NONE, STATUSES, TYPES
from summitry.coding.judge.tokens import Span

__all__ = ["Example", "read_line", "read_sentences"]

_MARK = re.compile(r"\[([AR]) ([^\[\]]+)\]")


@dataclass(frozen=True, slots=True)
class Example:
    """One pair in one sentence, with the verdict on it.

    Args:
        sentence: without marks.
        actor: characters of the one who acts, `None` where nobody is named.
        recipient: of the one acted upon, `None` where the act has none.
        types: weight of each category, summing to one: several where the pair stands in several acts.
        mode: mode of the category, `""` where it has none; `None` where nobody says.
        status: `None` where nobody says, as for `NONE`.
    """

    sentence: str
    actor: Span | None
    recipient: Span | None
    types: Mapping[str, float]
    mode: str | None
    status: str | None

    @property
    def type(self) -> str:
        """The weightiest category."""
        return max(self.types, key=lambda name: (self.types[name], name))


def read_sentences(folder: Path) -> tuple[list[Example], list[str]]:
    """Read every file of a folder.

    Returns:
        The examples in the order of file names and lines, and a complaint for each line left out.
    """
    examples: list[Example] = []
    complaints: list[str] = []
    for path in sorted(folder.glob("*.tsv")):
        for origin, line in _lines(path):
            try:
                examples.append(read_line(line))
            except ValueError as error:
                complaints.append(f"{origin}: {error}")
    return examples, complaints


def _lines(path: Path) -> Iterator[tuple[str, str]]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield f"{path.name}:{number}", line


def read_line(line: str) -> Example:
    """Read `type`, `mode`, `status` and a sentence with its marks.

    Raises:
        ValueError: the line is malformed; says how.
    """
    cells = line.split("\t")
    if len(cells) != 4:
        raise ValueError(f"expected 4 cells, found {len(cells)}")
    kind, mode, status, marked = (cell.strip() for cell in cells)
    mode = "" if mode == "-" else mode
    if kind not in TYPES:
        raise ValueError(f"no category {kind!r}")
    if (kind, mode) not in MODES and not (kind == NONE and not mode):
        raise ValueError(f"{kind} has no mode {mode!r}")
    if status not in {*STATUSES, "-"}:
        raise ValueError(f"no status {status!r}")
    sentence, spans = _unmark(marked)
    return Example(
        sentence,
        spans["A"],
        spans.get("R"),
        {kind: 1.0},
        mode if mode or kind != NONE else None,
        None if status == "-" or kind == NONE else status,
    )


def _unmark(marked: str) -> tuple[str, dict[str, Span]]:
    spans: dict[str, Span] = {}
    plain, last = "", 0
    for mark in _MARK.finditer(marked):
        plain += marked[last : mark.start()]
        if mark[1] in spans:
            raise ValueError(f"[{mark[1]} …] stands twice")
        spans[mark[1]] = (len(plain), len(plain) + len(mark[2]))
        plain += mark[2]
        last = mark.end()
    plain += marked[last:]
    if "A" not in spans:
        raise ValueError("no [A …]")
    if "[" in plain or "]" in plain:
        raise ValueError("a bracket stands outside the marks")
    return plain, spans
