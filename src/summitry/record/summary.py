"""What a run did, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

__all__ = ["Progress", "ProgressCallback", "ReadSummary", "SkippedInput"]


@dataclass(frozen=True, slots=True)
class SkippedInput:
    """An input that was not read or not coded.

    Args:
        source: the file, archive member or line.
        code: the kind of reason, for programs.
        reason: what is wrong with it, for people.
    """

    source: str
    code: str
    reason: str


@dataclass(slots=True)
class ReadSummary:
    """What became of the inputs of one run. Everything counted as read is committed.

    Args:
        new: documents not met before.
        updated: documents coded anew: by another coder, or with another date or cleaning.
        unchanged: documents read before and left as they are.
        duplicate: further addresses of documents already stored, word for word or nearly.
        skipped: inputs that were not read, with reasons.
    """

    new: int = 0
    updated: int = 0
    unchanged: int = 0
    duplicate: int = 0
    skipped: list[SkippedInput] = field(default_factory=list)

    @property
    def read(self) -> int:
        """How many documents were read."""
        return self.new + self.updated + self.unchanged + self.duplicate

    def add(self, other: ReadSummary) -> None:
        """Count what another run did to this one."""
        self.new += other.new
        self.updated += other.updated
        self.unchanged += other.unchanged
        self.duplicate += other.duplicate
        self.skipped += other.skipped

    @property
    def reasons(self) -> dict[str, int]:
        """How many inputs were skipped for each kind of reason, the commonest first."""
        return dict(Counter(item.code for item in self.skipped).most_common())

    def __str__(self) -> str:
        counts = [f"{self.read} read", f"{self.new} new"]
        counts += [f"{self.updated} updated"] if self.updated else []
        counts += [f"{self.unchanged} unchanged", f"{self.duplicate} duplicate", f"{len(self.skipped)} skipped"]
        return ", ".join(counts)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is.

    Args:
        sources_done: files finished.
        sources_total: files found.
        documents: documents committed so far.
        skipped: inputs skipped so far.
    """

    sources_done: int
    sources_total: int
    documents: int
    skipped: int


ProgressCallback = Callable[[Progress], None]
