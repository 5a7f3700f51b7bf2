"""What became of the events that a language model offered: kept or refused, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from summitry.errors import SummitryError
from summitry.model import Document

__all__ = ["RejectedError", "Tally"]

SHOWN = 20
"""So many refused events are told one by one; all are counted."""
SHOWN_WORDS = 80


class RejectedError(SummitryError):
    """An event that a language model offered does not check out against the text.

    Args:
        why: the kind of reason, one of a few.
        words: the words that it was refused for, as the model gave them.
    """

    def __init__(self, why: str, words: str = "") -> None:
        shown = words if len(words) <= SHOWN_WORDS else f"{words[:SHOWN_WORDS]}…"
        super().__init__(f"{why}: “{shown}”" if words else why)
        self.why = why
        self.words = words


@dataclass(slots=True)
class Tally:
    """Counts what was kept and what was refused, each document once however often it is coded."""

    _kept: dict[tuple[str, str], int] = field(default_factory=dict)
    _rejected: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    _shown: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)

    def note(self, document: Document, kept: int, rejected: Sequence[RejectedError]) -> None:
        """Note what became of the events offered for one document."""
        place = (document.address.source, document.id)
        self._kept[place] = kept
        self._rejected[place] = tuple(error.why for error in rejected)
        room = SHOWN - sum(map(len, self._shown.values()))
        if rejected and place not in self._shown and room > 0:
            source = document.address.source or document.id
            self._shown[place] = tuple(f"refused from {source}: {error}" for error in rejected[:room])

    @property
    def kept(self) -> int:
        """How many events were kept."""
        return sum(self._kept.values())

    @property
    def rejected(self) -> int:
        """How many events were refused."""
        return sum(map(len, self._rejected.values()))

    @property
    def reasons(self) -> dict[str, int]:
        """How many events were refused for each reason, the commonest first."""
        return dict(Counter(why for whys in self._rejected.values() for why in whys).most_common())

    def lines(self) -> Iterator[str]:
        """Yield what to tell the user: refused events with reasons, then the counts."""
        for told in self._shown.values():
            yield from told
        untold = self.rejected - sum(map(len, self._shown.values()))
        if untold:
            yield f"… and {untold} more refused."
        why = ", ".join(f"{count} {reason}" for reason, count in self.reasons.items())
        refused = f"{self.rejected} refused{f' ({why})' if why else ''}"
        yield f"Events that the language model offered: {self.kept + self.rejected}; {self.kept} kept, {refused}."
