"""What is asked of incidents, between the query of an address and the record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from summitry.model import EventType, Interval, Level, Status
from summitry.record import IncidentFilter
from summitry.web.view import Asked

__all__ = ["FIELDS", "SOUND", "TAKES", "Narrowing", "narrowing"]

_ALIKE = ("type", "mode", "level", "since", "until", "status", "place")
"""Fields of an address that the record's filter calls by the same name."""
FIELDS = ("a", "b", "actor", *_ALIKE, "q")
SWITCHES = ("conflicts", "series", "rejected")


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What is asked, with what of it makes no sense.

    Args:
        asked: what the record is asked.
        values: the query's own words, for the form and for links.
        wrong: fields that were left aside, each with what they take.
    """

    asked: IncidentFilter
    values: Mapping[str, str]
    wrong: Mapping[str, str]

    @property
    def any(self) -> bool:
        """Whether anything narrows."""
        return bool(self.values)

    def in_words(self) -> str:
        """Return what narrows, in words for readers."""
        parts = [f"{_WORDS[name]} {value}".strip() for name, value in self.values.items() if name not in SWITCHES]
        return ", ".join(parts + [_WORDS[name] for name in SWITCHES if name in self.values])

    def rule(self) -> str:
        """Return which incidents are counted, in words."""
        parts = [self.asked.status or "any status"]
        parts += [f"{self.asked.level} level or higher"] if self.asked.level else []
        parts += ["series told as a number left out" if self.asked.series is False else "series counted as one"]
        parts += [] if self.asked.rejected else ["rejected ones left out"]
        return ", ".join(parts)


def narrowing(asked: Asked, **fixed: str) -> Narrowing:
    """Read a query; a field that makes no sense is left aside and told.

    Args:
        asked: the request.
        fixed: fields that the page sets, whatever the query says.
    """
    values = {name: asked.text(name)[:200] for name in FIELDS if asked.text(name)} | fixed
    wrong = {name: TAKES[name] for name, sound in SOUND.items() if name in values and not sound(values[name])}
    switches = {name: "1" for name in SWITCHES if asked.on(name)}
    good = {name: value for name, value in values.items() if name not in wrong}
    if "since" in good and "until" in good and _first(good["since"]) > _first(good["until"]):
        wrong["until"] = "a day after the first"
        del good["until"]
    pair = (good.get("a", ""), good.get("b", ""))
    one = good.get("actor") or (pair[0] or pair[1] if not all(pair) else "")
    alike: dict[str, Any] = {name: good[name] for name in _ALIKE if name in good}
    return Narrowing(
        IncidentFilter(
            **alike,
            between=pair if all(pair) else None,
            actor=one or None,
            search=good.get("q"),
            series=None if "series" in switches else False,
            rejected="rejected" in switches,
            conflicts="conflicts" in switches,
        ),
        {name: value for name, value in (values | switches).items() if name not in fixed},
        wrong,
    )


def _is_date(text: str) -> bool:
    try:
        Interval.parse(text)
    except ValueError:
        return False
    return True


def _first(text: str) -> str:
    return str(Interval.parse(text).first)


def _among(words: tuple[str, ...]) -> Callable[[str], bool]:
    known = {word.casefold() for word in words}
    return lambda text: text.casefold() in known


SOUND: Mapping[str, Callable[[str], bool]] = {
    "type": _among(get_args(EventType)),
    "level": _among(get_args(Level)),
    "status": _among(get_args(Status)),
    "since": _is_date,
    "until": _is_date,
}
"""Whether a field can have a value."""
_WORDS = {
    "a": "between",
    "b": "and",
    "actor": "with",
    "type": "",
    "mode": "",
    "level": "at least",
    "since": "since",
    "until": "until",
    "status": "",
    "place": "in",
    "q": "saying",
    "conflicts": "where sources disagree",
    "series": "series too",
    "rejected": "rejected ones too",
}
TAKES = {
    "type": "a PLOVER category",
    "level": ", ".join(get_args(Level)),
    "status": ", ".join(get_args(Status)),
    "since": "a date: 2018, 2018-03 or 2018-03-25",
    "until": "a date: 2018, 2018-03 or 2018-03-25",
}
