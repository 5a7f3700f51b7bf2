"""Who held the office that a title names, in a state, at a time."""

from __future__ import annotations

from datetime import date

from summitry.actors.folding import fold
from summitry.actors.lexicon import Title
from summitry.actors.offices import same_office
from summitry.actors.registry import Registry
from summitry.model import Interval, Tenure

__all__ = ["find_envoy", "find_holder", "last_holder_before", "next_holder_after", "office_matches"]

_LEADING = frozenset({"head-of-state", "head-of-government", "leader"})
_CROWNS = ("king", "queen", "emperor", "sultan", "emir", "shah", "pope", "monarch", "prince", "grand duke", "sovereign")
_NO_FALLBACK = {"secretary of state": frozenset({"USA", "VAT"}), "foreign secretary": frozenset({"GBR"})}
"""Offices that are the foreign minister's in these states only."""


def office_matches(title: Title, tenure: Tenure) -> bool:
    """Tell whether a title may be said of the holder of a tenure."""
    if title.office and same_office(title.office, tenure.office):
        return True
    words, office = fold(title.office), fold(tenure.office)
    if title.role == "effective-leader":
        return tenure.role in _LEADING or tenure.role == "party-leader"
    if title.role == "other" or title.role == "envoy":
        return bool(words) and (office.startswith(words) or (words in office and len(words) > 7))
    if title.role == "party-leader":
        return tenure.role in ("party-leader", "leader") and ("secretary" in office or "chairman" in office)
    if title.role in ("head-of-state", "head-of-government", "deputy"):
        return _same_sort(words, office) and tenure.role in (*_LEADING, "deputy") and _not_of_region(office)
    return tenure.role == title.role and _allowed(title, tenure.body)


def _same_sort(words: str, office: str) -> bool:
    """Tell whether a state office may go by a title: an acting president is a president, a king is none."""
    if not words:
        return True
    if words in _CROWNS and (words == "pope") == ("pope" in office):
        return any(crown in office for crown in _CROWNS)
    if words in ("premier", "prime minister"):
        return any(
            word in office
            for word in (
                "premier",
                "prime minister",
                "head of government",
                "chairman of the council",
                "council of ministers",
            )
        )
    return office == words or office.removeprefix("acting ") == words or office.removeprefix("interim ") == words


def _not_of_region(office: str) -> bool:
    return " of " not in office or office.startswith(
        ("chairman", "president of the", "president of council", "head of")
    )


def _allowed(title: Title, body: str) -> bool:
    states = _NO_FALLBACK.get(fold(title.office))
    return states is None or body in states


def find_holder(
    registry: Registry, title: Title, body: str, time: Interval | None, acting: bool = False
) -> Tenure | None:
    """Return the tenure of who bore a title for a state or organisation at a time, `None` where unknown."""
    if time is None or not time.known:
        return None
    if title.role == "effective-leader":
        return registry.holding("effective-leader", body, time) or registry.holding("igo-head", body, time)
    if acting and (tenure := registry.holding(f"Acting {title.office}", body, time)):
        return tenure
    if title.office and (tenure := registry.holding(title.office, body, time)):
        return tenure
    if title.role in ("style", "other", "envoy"):
        return _in_chamber(registry, title, body, time)
    held = [t for t in registry.tenures_of(body) if t.span.overlaps(time) and office_matches(title, t)]
    if not held and (tenure := _of_region(registry, title, body, time)):
        return tenure
    if not title.office and title.role != "igo-head":
        return registry.holding(title.role, body, time)
    return max(held, key=lambda t: (_overlap(t, time), t.span.first is not None and t.span.first), default=None)


def find_envoy(
    registry: Registry, title: Title, body: str, targets: tuple[str, ...], time: Interval | None
) -> Tenure | None:
    """Return the tenure of who was sent by one body to another under a title at a time."""
    if time is None:
        return None
    for target in targets:
        name = registry.actors[target].name
        for office in (f"{title.office} to {name}", f"{title.office} to the {name}"):
            if tenure := registry.holding(office, body, time):
                return tenure
    return None


def _of_region(registry: Registry, title: Title, body: str, time: Interval) -> Tenure | None:
    """Find the president of an unrecognised state among the offices of the state that claims it."""
    state = registry.states.get(body)
    if state is None or not state.successor or not title.office:
        return None
    return registry.holding(f"{title.office} of {state.name}", state.successor, time)


def _in_chamber(registry: Registry, title: Title, body: str, time: Interval) -> Tenure | None:
    """Find the speaker of a house, the director of an agency: an office of the state that names its body."""
    actor = registry.actors[body]
    if actor.kind == "state" or not actor.state or not title.office:
        return None
    words = {word for word in fold(actor.name).split() if len(word) > 3}
    return next(
        (
            tenure
            for tenure in registry.tenures_of(actor.state)
            if tenure.span.overlaps(time)
            and fold(tenure.office).startswith(fold(title.office))
            and words & set(fold(tenure.office).split())
        ),
        None,
    )


def last_holder_before(registry: Registry, title: Title, body: str, time: Interval | None) -> Tenure | None:
    """Return the latest tenure of a title that ended before a time and whose holder does not hold it then."""
    if time is None or time.first is None:
        return None
    matching = [t for t in registry.tenures_of(body) if office_matches(title, t)]
    now = {t.actor_id for t in matching if t.span.overlaps(time)}
    past = [t for t in matching if t.span.last and t.span.last < time.first and t.actor_id not in now]
    return max(past, key=lambda t: t.span.last or date.min, default=None)


def next_holder_after(registry: Registry, title: Title, body: str, time: Interval | None) -> Tenure | None:
    """Return the first tenure to begin after a time of the office that somebody was elected to."""
    if time is None or time.last is None:
        return None
    office = title.office.removesuffix("-elect")
    coming = [
        tenure
        for tenure in registry.tenures_of(body)
        if same_office(tenure.office, office) and tenure.span.first and tenure.span.first >= time.last
    ]
    return min(coming, key=lambda tenure: tenure.span.first or date.max, default=None)


def _overlap(tenure: Tenure, time: Interval) -> int:
    assert time.first is not None
    assert time.last is not None
    first = max(time.first, tenure.span.first or time.first)
    last = min(time.last, tenure.span.last or time.last)
    return (last - first).days
