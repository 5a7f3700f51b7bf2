"""The article cut into stretches, each with the claims that stand in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from summitry.model import Span, Verdict

__all__ = ["Stretch", "stretches", "verdict_of"]

_STRONGEST = ("contradicted", "conflicting", "supported", "not in record")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a text that stands in the same claims from end to end.

    Args:
        text: its words.
        claims: numbers of the claims that it stands in, from 1, in order.
        ends: numbers of the claims that end with it.
    """

    text: str
    claims: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()


def stretches(text: str, article: Sequence[Span], verdicts: Sequence[Verdict]) -> Iterator[Stretch]:
    """Yield the article in order, cut wherever a claim begins or ends.

    Args:
        text: the text.
        article: the spans of it that are the article; what lies between is left out.
        verdicts: the claims with their verdicts, numbered from 1.
    """
    spans = [(v.claim.evidence.start, v.claim.evidence.end) for v in verdicts]
    for first, last in article:
        cuts = sorted({first, last, *(at for span in spans for at in span if first < at < last)})
        for start, end in pairwise(cuts):
            inside = tuple(n for n, (a, b) in enumerate(spans, 1) if a <= start and end <= b)
            yield Stretch(text[start:end], inside, tuple(n for n in inside if spans[n - 1][1] == end))


def verdict_of(stretch: Stretch, verdicts: Sequence[Verdict]) -> str:
    """Return the verdict by which a stretch is marked: of several the gravest; `""` outside all claims."""
    words = {verdicts[number - 1].word for number in stretch.claims}
    return next((word for word in _STRONGEST if word in words), "")
