"""Forecasts as they are told: odds in percents, questions in words, answers as JSON objects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from summitry.forecasting.chronicle import ANYONE
from summitry.forecasting.outlook import Asked, Forecast
from summitry.forecasting.resolving import Resolved, score_resolved
from summitry.forecasting.scoring import Scores

__all__ = [
    "days_untold",
    "forecast_dict",
    "percent",
    "question_text",
    "resolved_dict",
    "scored_texts",
    "scores_dict",
    "track_text",
]


def percent(chance: float | None) -> str:
    """A probability for people: whole percents, and at the ends what it is at least or at most.

    >>> percent(0.153), percent(0.0004), percent(0.997), percent(None)
    ('15%', 'under 1%', 'over 99%', 'no basis')
    """
    if chance is None:
        return "no basis"
    if chance < 0.01:
        return "under 1%"
    return "over 99%" if chance > 0.99 else f"{chance:.0%}"


def question_text(asked: Asked) -> str:
    """A question in words."""
    sides = f"{asked.first} and {asked.second}" if asked.kind.mutual else f"{asked.first} on {asked.second}"
    sides = asked.first if asked.second == ANYONE else sides
    return f"{asked.kind.text}, {sides}, {asked.as_of.isoformat()} to {asked.due.isoformat()}"


def days_untold(forecast: Forecast) -> int:
    """How many days before the window nobody recorded, where that is more than a third of the horizon, else 0.

    Such days look like quiet ones, and the odds come out too low.
    """
    gap = (forecast.asked.as_of - forecast.known_until).days - 1
    return gap if gap > forecast.asked.horizon / 3 else 0


def track_text(scores: Scores | None, which: str = "such") -> str:
    """In a line, how forecasts have done."""
    if scores is None:
        return "none of the kind could be tested."
    return (
        f"{scores.count:,} {which} forecasts of the past, by what was known then: Brier {scores.brier:.4f} "
        f"(base rate {scores.climatology:.4f}, as last time {scores.persistence:.4f}), skill {scores.skill:+.1%} "
        f"± {scores.error_of_skill:.1%}, calibration slope {scores.slope:.2f}."
    )


def forecast_dict(forecast: Forecast) -> dict[str, object]:
    """A forecast as a JSON object."""
    asked = forecast.asked
    return {
        "first": asked.first,
        "second": asked.second,
        "type": asked.kind.type,
        "mode": asked.kind.mode,
        "level": asked.kind.level or "",
        "start": asked.as_of.isoformat(),
        "end": asked.due.isoformat(),
        "horizon": asked.horizon,
        "known_until": forecast.known_until.isoformat(),
        "basis": forecast.basis,
        "probability": _rounded(forecast.probability),
        "low": _rounded(forecast.low),
        "high": _rounded(forecast.high),
        "base_rate": _rounded(forecast.base_rate),
        "windows": forecast.windows,
        "windows_with_one": forecast.hits,
        "reasons": [
            {"incidents": list(r.ids), "date": r.day.isoformat(), "words": r.words, "without": _rounded(r.without)}
            for r in forecast.reasons
        ],
        "without_all": _rounded(forecast.without_all),
        "patterns": list(forecast.patterns),
        "track": scores_dict(forecast.track) if forecast.track else None,
        "track_of": asked.kind.text if forecast.of_kind else "all acts",
        "verdict": forecast.verdict if forecast.basis else "",
    }


def scores_dict(scores: Scores) -> dict[str, Any]:
    """Scores as a JSON object, with the skills."""
    found = {name: round(value, 5) if isinstance(value, float) else value for name, value in asdict(scores).items()}
    found["bins"] = [{name: round(value, 4) for name, value in asdict(one).items()} for one in scores.bins]
    return found | {
        "skill": round(scores.skill, 4),
        "skill_on_persistence": round(scores.skill_on_persistence, 4),
        "skilled": scores.skilled,
    }


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, 4)


def resolved_dict(resolved: Resolved) -> dict[str, object]:
    """A filed forecast with what became of it as a JSON object."""
    fate = {"outcome": resolved.outcome, "incidents": list(resolved.ids), "squared_error": resolved.squared_error}
    return {**asdict(resolved.forecast), "ahead": resolved.forecast.ahead, **fate}


def scored_texts(found: Sequence[Resolved]) -> Iterator[str]:
    """Yield how filed forecasts did, a line for those made ahead and one for those looking back."""
    for name, ahead in (("made ahead", True), ("looking back", False)):
        part = [one for one in found if one.forecast.ahead is ahead]
        if not part:
            continue
        told = f"{len(part)} forecast{'' if len(part) == 1 else 's'} {name}"
        scores = score_resolved(part)
        if scores is None:
            yield f"{told}; none is due yet."
        else:
            yield (
                f"{told}, {scores.count} resolved: Brier {scores.brier:.4f}, base rate {scores.climatology:.4f}, "
                f"skill {scores.skill:+.1%}; {scores.happened:.0%} came true, log score {scores.log_score:.3f}."
            )
