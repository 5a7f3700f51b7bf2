"""Forecasts as they were shown, each sealed by a digest of itself and of the one before: none can be changed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from hashlib import sha256

from summitry.forecasting.outlook import Forecast

__all__ = ["SealedForecast", "broken_seals", "seal_all", "seal_of"]

_DIGITS = 16
_PLACES = 6


@dataclass(frozen=True, slots=True)
class SealedForecast:
    """A forecast that was shown to a user.

    Args:
        forecast_id: `f-` and a digest of the question, the day and the odds.
        made_at: ISO 8601, UTC. known_until: last day of which the record told then.
        as_of_date, due_date: first and last day of the window.
        first_side, second_side, type, mode, level: the question; `""` for any mode or level.
        probability, low, high, base_rate: the answer.
        previous_seal, seal: links of the chain.
    """

    forecast_id: str
    made_at: str
    known_until: str
    as_of_date: str
    due_date: str
    first_side: str
    second_side: str
    type: str
    mode: str
    level: str
    probability: float
    low: float
    high: float
    base_rate: float
    previous_seal: str = ""
    seal: str = ""

    @property
    def ahead(self) -> bool:
        """Whether it was made before the record told of its window: a forecast, not a look back."""
        return self.known_until < self.as_of_date


def seal_of(forecast: SealedForecast) -> str:
    """The digest of a forecast and of the seal before it."""
    content = {name: value for name, value in asdict(forecast).items() if name != "seal"}
    return _digest(content)


def _digest(content: object) -> str:
    packed = json.dumps(content, ensure_ascii=True, separators=(",", ":"), sort_keys=True)
    return sha256(packed.encode("ascii")).hexdigest()


def seal_all(
    forecasts: Iterable[Forecast], made_at: str, known: Iterable[str], previous: str
) -> Iterator[SealedForecast]:
    """Seal forecasts in order, each once; those without a basis say nothing and are left out.

    Args:
        forecasts: as shown.
        made_at: when.
        known: ids of those sealed already. previous: the last seal, `""` where there is none.
    """
    seen = set(known)
    for forecast in forecasts:
        sealed = _unsealed(forecast, made_at)
        if sealed is None or sealed.forecast_id in seen:
            continue
        linked = replace(sealed, previous_seal=previous)
        linked = replace(linked, seal=seal_of(linked))
        seen.add(linked.forecast_id)
        previous = linked.seal
        yield linked


def _unsealed(forecast: Forecast, made_at: str) -> SealedForecast | None:
    asked = forecast.asked
    probability, low, high, usual = (
        None if number is None else round(number, _PLACES)
        for number in (forecast.probability, forecast.low, forecast.high, forecast.base_rate)
    )
    if probability is None or low is None or high is None or usual is None:
        return None
    kind = asked.kind
    question = (
        asked.as_of.isoformat(), asked.due.isoformat(), asked.first, asked.second, kind.type, kind.mode,
        kind.level or "",
    )  # fmt: skip
    head = _digest([*question, probability, low, high, usual])[:_DIGITS]
    until = forecast.known_until.isoformat()
    return SealedForecast(f"f-{head}", made_at, until, *question, probability, low, high, usual)


def broken_seals(forecasts: Sequence[SealedForecast]) -> Iterator[str]:
    """Yield one line for each forecast that was changed, or before which one was taken away."""
    previous = ""
    for forecast in forecasts:
        if seal_of(forecast) != forecast.seal:
            yield f"forecast {forecast.forecast_id} was changed since it was made"
        elif forecast.previous_seal != previous:
            yield f"before forecast {forecast.forecast_id} one was taken away or put in"
        previous = forecast.seal
