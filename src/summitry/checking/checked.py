"""A text with its claims checked: iterate the verdicts, turn them into plain objects."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from summitry.incidents import incident_dict
from summitry.model import Document, Incident, Verdict

__all__ = ["CheckedText", "verdict_dict"]


@dataclass(frozen=True, slots=True)
class CheckedText(Sequence[Verdict]):
    """A text with the verdicts on its claims, in the order of the text.

    Args:
        document: the text.
        verdicts: one a claim.
        incidents: the incidents that decide them, by id.
    """

    document: Document
    verdicts: tuple[Verdict, ...]
    incidents: dict[str, Incident]

    def __len__(self) -> int:
        return len(self.verdicts)

    def __iter__(self) -> Iterator[Verdict]:
        return iter(self.verdicts)

    def __getitem__(self, index: int) -> Verdict:  # type: ignore[override]
        return self.verdicts[index]

    @property
    def contradicted(self) -> tuple[Verdict, ...]:
        """The verdicts that something is wrong."""
        return tuple(verdict for verdict in self.verdicts if verdict.word == "contradicted")

    @property
    def counts(self) -> dict[str, int]:
        """How many claims there are of each verdict."""
        return dict(Counter(verdict.word for verdict in self.verdicts))

    def rows(self, verdict: Verdict) -> tuple[Incident, ...]:
        """Return the incidents that decide a verdict."""
        return tuple(self.incidents[name] for name in verdict.incident_ids if name in self.incidents)

    def to_dicts(self) -> list[dict[str, object]]:
        """Return one JSON object a claim, as `summitry check --format json` prints them."""
        return [verdict_dict(verdict, self.rows(verdict)) for verdict in self.verdicts]

    def _repr_html_(self) -> str:
        cells = ((v.word, v.claim.kind, v.claim.evidence.quote, v.why) for v in self.verdicts)
        rows = "".join(
            "<tr>" + "".join(f"<td>{escape(' '.join(cell.split()))}</td>" for cell in row) + "</tr>" for row in cells
        )
        return f"<table><thead><tr><th>verdict<th>kind<th>words<th>why</tr></thead><tbody>{rows}</tbody></table>"


def verdict_dict(verdict: Verdict, incidents: Sequence[Incident]) -> dict[str, object]:
    """Return a verdict as a JSON object, its incidents whole."""
    claim = verdict.claim
    counted = claim.counted
    return {
        "kind": claim.kind,
        "evidence": claim.evidence.quote,
        "span": [claim.evidence.start, claim.evidence.end],
        "sentence": claim.evidence.readable,
        "subject": list(claim.subject),
        "event_type": counted.type,
        "mode": counted.mode,
        "level": counted.level or "",
        "parties": list(counted.parties),
        "value": claim.value,
        "comparison": claim.comparison,
        "window": dict(zip(("start", "end"), claim.window.iso(), strict=True)) if claim.window else None,
        "according_to": claim.according_to,
        "verdict": verdict.word,
        "why": verdict.why,
        "rule": verdict.rule,
        "coverage": verdict.coverage,
        "near_misses": list(verdict.near_misses),
        "correction": verdict.correction,
        "incidents": [incident_dict(incident) for incident in incidents],
    }
