"""Corrections: what a person decided about incidents, kept apart from what was coded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

__all__ = ["Action", "Anchor", "Correction"]

Action = Literal["merge", "split", "edit", "reject", "confirm", "add", "undo"]


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words of a document by which a correction finds what it is about, whatever coder reads them.

    Args:
        document_id: the document; for an incident added by hand the id of the correction that added it.
        start: offset of the first character of the evidence; 0 for an incident added by hand.
        end: offset after the last one.
        type: the category that the event had when it was corrected.
    """

    document_id: str
    start: int
    end: int
    type: str


@dataclass(frozen=True, slots=True)
class Correction:
    """One decision.

    Args:
        id: `c-` and a digest of all that follows.
        made_at: when, ISO 8601 in UTC.
        author: who.
        reason: why, in words.
        action: what is done.
        targets: what is meant: one group for each incident (`merge`), else one group; none for `add` and `undo`.
        change: `edit`: `field` and `value`; `add`: the incident; `undo`: `undoes`, the id of a correction.
    """

    id: str
    made_at: str
    author: str
    reason: str
    action: Action
    targets: tuple[tuple[Anchor, ...], ...] = ()
    change: Mapping[str, object] = field(default_factory=dict)
