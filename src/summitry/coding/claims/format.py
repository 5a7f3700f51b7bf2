"""Claims as JSON objects, in the fields of the gold guidelines and a few more; and back."""

from __future__ import annotations

from datetime import date
from typing import Any

from summitry.model import Claim, Counted, Evidence, Interval, Part

__all__ = ["claim_from_json", "claim_to_json"]


def claim_to_json(claim: Claim, claim_id: str) -> dict[str, Any]:
    """Return a claim as a JSON object of plain values; `claim_from_json` reads it back."""
    return {
        "id": claim_id,
        "kind": claim.kind,
        "evidence": claim.evidence.quote,
        "span": [claim.evidence.start, claim.evidence.end],
        "sentence": claim.evidence.readable,
        "subject": list(claim.subject),
        "event_type": claim.counted.type,
        "counted": _counted_to_json(claim.counted),
        "value": claim.value,
        "comparison": claim.comparison,
        "window": _interval_to_json(claim.window),
        "since": _interval_to_json(claim.since),
        "other": _counted_to_json(claim.other) if claim.other else None,
        "other_window": _interval_to_json(claim.other_window),
        "parts": [{"value": p.value, "parties": list(p.parties), "words": p.words} for p in claim.parts],
        "according_to": claim.according_to,
        "negated": claim.negated,
        "score": round(claim.score, 4),
        "rule": claim.rule,
    }


def claim_from_json(line: dict[str, Any]) -> Claim:
    """Return the claim that a JSON object of `claim_to_json` holds.

    Raises:
        KeyError: a field is missing.
    """
    start, end = line["span"]
    other = line["other"]
    return Claim(
        kind=line["kind"],
        evidence=Evidence(start, end, line["evidence"], line["sentence"]),
        subject=tuple(line["subject"]),
        counted=_counted_from_json(line["counted"]),
        value=line["value"],
        comparison=line["comparison"],
        window=_interval_from_json(line["window"]),
        since=_interval_from_json(line["since"]),
        other=_counted_from_json(other) if other else None,
        other_window=_interval_from_json(line["other_window"]),
        parts=tuple(Part(p["value"], tuple(p["parties"]), p["words"]) for p in line["parts"]),
        according_to=line["according_to"],
        negated=line["negated"],
        score=line["score"],
        rule=line["rule"],
    )


def _counted_to_json(counted: Counted) -> dict[str, Any]:
    return {
        "type": counted.type,
        "mode": counted.mode,
        "level": counted.level,
        "parties": list(counted.parties),
        "subject_role": counted.subject_role,
        "place": counted.place,
        "words": counted.words,
        "acts": counted.acts,
        "unread": list(counted.unread),
    }


def _counted_from_json(line: dict[str, Any]) -> Counted:
    return Counted(**{**line, "parties": tuple(line["parties"]), "unread": tuple(line.get("unread", ()))})


def _interval_to_json(interval: Interval | None) -> dict[str, str] | None:
    """Return bounds shortened to the precision, as gold has them, with the days and the rule beside."""
    if interval is None:
        return None
    start, end = interval.iso()
    return {
        "start": start,
        "end": end,
        "first_day": interval.first.isoformat() if interval.first else "",
        "last_day": interval.last.isoformat() if interval.last else "",
        "precision": interval.precision,
        "rule": interval.rule,
        "anchor": interval.anchor,
    }


def _interval_from_json(line: dict[str, Any] | None) -> Interval | None:
    if line is None:
        return None
    first, last = (date.fromisoformat(line[k]) if line[k] else None for k in ("first_day", "last_day"))
    return Interval(first, last, line["precision"], line["rule"], line["anchor"])
