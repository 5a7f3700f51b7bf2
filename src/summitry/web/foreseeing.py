"""What is asked of the future, between the query of an address and the record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from summitry.errors import UsageError
from summitry.forecasting.chronicle import ANYONE
from summitry.forecasting.outlook import HORIZONS
from summitry.record.given_dates import as_bound
from summitry.record.outlook import horizon_days
from summitry.web.filters import SOUND, TAKES
from summitry.web.links import address
from summitry.web.outlooks import HORIZON, Question
from summitry.web.view import Asked
from summitry.web.words import state_name

__all__ = ["Foreseen", "act_address", "foreseen", "sides_text"]

_FIELDS = ("a", "b", "type", "mode", "level", "horizon", "as_of")
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What is asked, with what of it makes no sense.

    Args:
        question: what the record is asked, `None` where nothing is, or something makes no sense.
        values: the query's own words, for the form.
        wrong: fields that make no sense, each with what they take.
    """

    question: Question | None
    values: Mapping[str, str]
    wrong: Mapping[str, str]


def foreseen(asked: Asked) -> Foreseen:
    """Read a query. Nothing is left aside: an answer to another question than the one asked would mislead."""
    values = {name: asked.text(name)[:_LONGEST] for name in _FIELDS if asked.text(name)}
    values |= {"who": "1"} if asked.on("who") else {}
    wrong = _wrong(values) if values else {}
    question = None if wrong or not values else _question(values)
    return Foreseen(question, values, wrong)


def _wrong(values: Mapping[str, str]) -> dict[str, str]:
    """Return the fields that make no sense, each with what they take."""
    wrong = {name: takes for name, (sound, takes) in _FIELD.items() if name in values and not sound(values[name])}
    if "a" not in values:
        wrong["a"] = "one who acts"
    if "type" not in values and {"level", "mode", "who"} & set(values):
        wrong["type"] = "the act whose level, mode or partners are meant"
    if "who" in values and "b" in values:
        wrong["b"] = "nobody, where partners are ranked"
    return wrong


def _question(values: Mapping[str, str]) -> Question:
    return Question(
        values["a"],
        values.get("b", ""),
        values.get("type", "").upper(),
        values.get("mode", ""),
        values.get("level", "").lower(),
        values.get("horizon", HORIZON),
        values.get("as_of", ""),
        "who" in values,
    )


def act_address(
    first: str, second: str, type: str, mode: str = "", level: str = "", horizon: str = "", as_of: str = ""
) -> str:
    """Return the address of the page on one act between two sides."""
    other = "" if second == ANYONE else second
    far = "" if horizon == HORIZON else horizon
    return address("forecast", a=first, b=other, type=type, mode=mode, level=level, horizon=far, as_of=as_of)


def sides_text(first: str, second: str, mutual: bool) -> str:
    """Return who with whom, or on whom, in words."""
    one, other = state_name(first), state_name(second)
    return one if second == ANYONE else f"{one} {'–' if mutual else '→'} {other}"


def _is_horizon(text: str) -> bool:
    try:
        return HORIZONS[0] <= horizon_days(text) <= HORIZONS[1]
    except UsageError:
        return False


def _is_day(text: str) -> bool:
    try:
        as_bound("as-of", text, last=False)
    except UsageError:
        return False
    return True


_FIELD: Mapping[str, tuple[Callable[[str], bool], str]] = {
    "type": (SOUND["type"], TAKES["type"]),
    "level": (SOUND["level"], TAKES["level"]),
    "horizon": (_is_horizon, f"a time such as 90d, 12w, 3m or 1y, from {HORIZONS[0]} to {HORIZONS[1]} days"),
    "as_of": (_is_day, TAKES["since"]),
}
"""Whether a field can have a value, and what it takes."""
