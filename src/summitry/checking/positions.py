"""Positions as a table: who wants what, since when, according to whom, and how that changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from summitry.actors.folding import fold
from summitry.model import Claim

__all__ = ["Position", "Told", "positions_of"]

_WORDS = re.compile(r"[a-z]{3,}")
_EMPTY = frozenset(
    "the and for with that its their his her not against from into over more than have has all any".split()
)
_STEM = 6
_ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Told:
    """A position as one document tells it.

    Args:
        claim: the claim.
        day: publication day of the document in ISO form, `""` where unknown.
        document: its id.
        author: who wrote it: author, publisher, or its id.
    """

    claim: Claim
    day: str
    document: str
    author: str


@dataclass(frozen=True, slots=True)
class Position:
    """What somebody wants or holds, told once or often.

    Args:
        holder: who.
        value: what, in the words of the first who told it.
        since: day on which it was told first, `""` where unknown.
        until: day on which it was told last.
        according_to: who said so, in order, each once.
        told: every telling, in order of time.
        changed_from: what the same holder was said to want before on the same matter, `""` where nothing.
    """

    holder: str
    value: str
    since: str
    until: str
    according_to: tuple[str, ...]
    told: tuple[Told, ...]
    changed_from: str = ""

    def to_dict(self) -> dict[str, object]:
        """Return it as a JSON object."""
        return {
            "holder": self.holder,
            "position": self.value,
            "since": self.since,
            "until": self.until,
            "according_to": list(self.according_to),
            "changed_from": self.changed_from,
            "documents": sorted({told.document for told in self.told}),
            "evidence": [told.claim.evidence.quote for told in self.told],
        }


def positions_of(told: Iterable[Told], holder: str = "", issue: str = "") -> tuple[Position, ...]:
    """Return positions by holder, then by time; tellings of the same matter in like words are one position.

    Args:
        told: the claims of kind `position`.
        holder: only those of whom a name holds this.
        issue: only those whose words or sentence hold all of these words.
    """
    grouped: list[tuple[str, list[Told]]] = []
    for telling in sorted(told, key=lambda t: (t.day or "9999", t.document, t.claim.evidence.start)):
        if not _is_on(telling.claim, issue):
            continue
        for name in _holders(telling.claim):
            if fold(holder) in fold(name):
                _file(grouped, name, telling)
    in_order = sorted(grouped, key=lambda group: (group[0], group[1][0].day or "9999"))
    made: list[Position] = []
    for name, tellings in in_order:
        made.append(_position(name, tellings, made))
    return tuple(made)


def _holders(claim: Claim) -> tuple[str, ...]:
    return claim.counted.parties or claim.subject[:1]


def _is_on(claim: Claim, issue: str) -> bool:
    text = fold(f"{claim.value} {claim.evidence.readable}")
    return all(fold(word) in text for word in issue.split())


def _file(grouped: list[tuple[str, list[Told]]], name: str, telling: Told) -> None:
    for other, tellings in grouped:
        if other == name and _alike(tellings[0].claim.value, telling.claim.value) >= _ALIKE:
            tellings.append(telling)
            return
    grouped.append((name, [telling]))


def _alike(one: str, other: str) -> float:
    """Return the share of content words that two positions have in common; a denied one is like none that is not."""
    mine, theirs = _stems(one), _stems(other)
    if one.startswith("against ") != other.startswith("against ") or not mine or not theirs:
        return 0.0
    return len(mine & theirs) / len(mine | theirs)


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _WORDS.findall(text.lower()) if word not in _EMPTY)


def _position(name: str, tellings: Sequence[Told], before: Sequence[Position]) -> Position:
    days = [telling.day for telling in tellings if telling.day]
    value = tellings[0].claim.value
    voices = [t.author if t.claim.according_to == "author" else t.claim.according_to for t in tellings]
    earlier = [
        p for p in before if p.holder == name and p.since < (min(days) if days else "") and _shares(p.value, value)
    ]
    return Position(
        name,
        value,
        min(days, default=""),
        max(days, default=""),
        tuple(dict.fromkeys(voice for voice in voices if voice)),
        tuple(tellings),
        earlier[-1].value if earlier else "",
    )


def _shares(one: str, other: str) -> bool:
    return bool(_stems(one) & _stems(other))
