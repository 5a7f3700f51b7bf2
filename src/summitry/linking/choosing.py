"""The fields of an incident, each chosen by a stated rule from what its events say; what disagrees is kept.

`only`            all that tell it say the same; an incident of one report needs no choices at all
`most-sources`    more independent sources say so than anything else
`most-precise`    of values that agree, the narrowest date or the fullest place
`latest-report`   of statuses before the act, the one reported last
`reported-done`   some source says it took place
`first-told`      as many sources say one as the other: the one that the surest, earliest event gives
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from summitry.incidents import level_of_incident
from summitry.linking.weighing import Report, Value, choice_of, values_of
from summitry.model import (
    HAPPENED,
    Choice,
    Event,
    Incident,
    Interval,
    Participant,
    Role,
    Status,
    StatusReport,
)

__all__ = ["choose", "interval_text"]

_FEW = 4
"""A place that fewer than a quarter of the sources tell is no better known than the country it lies in."""
_EXACT_DAYS = 10
"""A told stay of up to so many days is as precise as a day."""


def choose(reports: Sequence[Report], lead: str) -> Incident:
    """Return an incident made of its reports.

    Args:
        reports: all that state it, at least one, in any order.
        lead: id of the event that gives the incident its id.
    """
    if len(reports) == 1:
        return _alone_told(reports[0], lead)
    ordered = sorted(reports, key=_surest_first)
    status, history = _status(ordered)
    interval, dates = _interval(ordered)
    place, places = _place(ordered)
    mode, modes = _plain(ordered, "mode", lambda event: event.mode)
    participants, offices = _participants(ordered)
    best = ordered[0]
    count, counts = _plain(ordered, "count", lambda event: str(event.count))
    return Incident(
        id=f"i-{lead.partition('-')[2]}",
        type=best.event.type,
        mode=mode,
        participants=participants,
        interval=interval,
        place=place,
        status=_status_word(status.value),
        level=level_of_incident(participants),
        count=int(count or 1),
        score=_score(ordered),
        event_ids=tuple(sorted(r.event_id for r in ordered if r.document_id)),
        documents=len({r.document_id for r in ordered if r.document_id}),
        sources=len({r.source for r in ordered if r.document_id}),
        sentence=best.event.evidence[0].readable if best.event.evidence else "",
        choices=tuple(c for c in (dates, places, modes, status, counts, *offices) if c.value or c.alternatives),
        history=history,
        contexts=tuple(sorted({context for r in ordered for context in r.event.contexts})),
        citations=tuple(dict.fromkeys(c for r in ordered for c in r.citations)),
    )


def _alone_told(report: Report, lead: str) -> Incident:
    """Return an incident that one event states: there is nothing to choose."""
    event = report.event
    participants = tuple(
        Participant(p.role, p.name, p.state, p.office, p.kind, p.actor_id, "", None, p.score, p.reasons)
        for p in sorted(event.participants, key=_in_order)
    )
    reported = report.published.isoformat() if report.published else ""
    return Incident(
        id=f"i-{lead.partition('-')[2]}",
        type=event.type,
        mode=event.mode,
        participants=participants,
        interval=event.interval,
        place=event.place,
        status=event.status,
        level=level_of_incident(participants),
        count=event.count,
        score=event.score,
        event_ids=(report.event_id,) if report.document_id else (),
        documents=1 if report.document_id else 0,
        sources=1 if report.document_id else 0,
        sentence=event.evidence[0].readable if event.evidence else "",
        history=(StatusReport(event.status, reported, report.event_id),),
        contexts=tuple(sorted(event.contexts)),
        citations=tuple(dict.fromkeys(report.citations)),
    )


def _in_order(p: Participant) -> tuple[str, str, bool, str, str]:
    return p.role, p.state, p.kind != "person", p.name, p.actor_id


def _surest_first(report: Report) -> tuple[bool, bool, int, float, str]:
    """Order reports: given by hand, done before planned, precise before vague, sure before unsure."""
    event = report.event
    return (
        bool(report.document_id),
        event.status not in HAPPENED,
        _width(event.interval),
        -event.score,
        report.event_id,
    )


def _width(interval: Interval | None) -> int:
    if interval is None or interval.first is None or interval.last is None:
        return 1_000_000
    return (interval.last - interval.first).days + 1


def _plain(reports: Sequence[Report], field: str, text: Callable[[Event], str]) -> tuple[str, Choice]:
    """Choose a field whose values either agree or disagree."""
    values = values_of(reports, text)
    if not values:
        return "", Choice(field, "", "untold")
    tied = len(values) > 1 and values[0].weight[0] == values[1].weight[0]
    rule = "only" if len(values) == 1 else "first-told" if tied else "most-sources"
    return values[0].text, choice_of(field, rule, values[0], values[1:])


def _interval(reports: Sequence[Report]) -> tuple[Interval | None, Choice]:
    """Choose when it was: of the exact dates the one that most sources give, else the narrowest."""
    known = [r for r in reports if _width(r.event.interval) < 1_000_000]
    if not known:
        open_ended = next((r.event.interval for r in reports if r.event.interval), None)
        return open_ended, Choice("interval", interval_text(open_ended), "only" if open_ended else "untold")
    exact = [r for r in known if _width(r.event.interval) <= _EXACT_DAYS]
    narrowest = min(_width(r.event.interval) for r in known)
    pool = exact or [r for r in known if _width(r.event.interval) == narrowest]
    values = values_of(pool, lambda event: interval_text(event.interval))
    chosen = values[0]
    interval = chosen.reports[0].event.interval
    assert interval is not None
    others = values_of(known, lambda event: interval_text(event.interval))
    apart = [o for o in others if not _agrees(o.reports[0].event.interval, interval)]
    tied = len(values) > 1 and values[0].weight[0] == values[1].weight[0]
    rule = (
        "only" if len(others) == 1 else "most-precise" if len(values) == 1 else "first-told" if tied else "most-sources"
    )
    return interval, choice_of("interval", rule, chosen, apart)


def _agrees(other: Interval | None, chosen: Interval) -> bool:
    """Tell whether a date says nothing against another: it holds it, or lies in it."""
    return other is not None and other.overlaps(chosen)


def interval_text(interval: Interval | None) -> str:
    """Return a date as text: `2018-03-25`, or both bounds parted by a slash as in ISO 8601."""
    start, end = interval.iso() if interval else ("", "")
    return start if start == end else f"{start}/{end}"


def _place(reports: Sequence[Report]) -> tuple[str, Choice]:
    """Choose where: what most sources give or agree with, then its fullest form that is not one voice alone."""
    values = values_of(reports, lambda event: event.place)
    if not values:
        return "", Choice("place", "", "untold")
    telling = sum(value.weight[0] for value in values)
    wide = max(values, key=lambda v: (_support(v.text, values), v.weight))
    inside = [v for v in values if _within(v.text, wide.text) and v.weight[0] * _FEW >= telling]
    chosen = max(inside, key=lambda v: (v.text.count(","), v.weight)) if inside else wide
    others = [o for o in values if not _within(chosen.text, o.text)]
    tied = any(_support(o.text, values) == _support(chosen.text, values) for o in others)
    rule = "only" if len(values) == 1 else "most-precise" if not others else "first-told" if tied else "most-sources"
    return chosen.text, choice_of("place", rule, chosen, others)


def _support(place: str, values: Sequence[Value]) -> int:
    """Return how many sources say that it was at a place or somewhere in it."""
    return len({r.source for value in values if _within(value.text, place) for r in value.reports})


def _within(place: str, other: str) -> bool:
    """Tell whether a place lies in another or is the same: `Beijing, China` in `China`."""
    return place == other or place.endswith(f", {other}")


def _status(reports: Sequence[Report]) -> tuple[Choice, tuple[StatusReport, ...]]:
    """Choose whether it happened, and tell the history of what was said of it."""
    in_time = sorted(reports, key=lambda r: (r.published or date.max, r.event_id))
    history = tuple(
        StatusReport(r.event.status, r.published.isoformat() if r.published else "", r.event_id) for r in in_time
    )
    values = values_of(reports, lambda event: event.status)
    done = [v for v in values if v.text in HAPPENED]
    if done:
        chosen, rule = done[0], "only" if len(values) == 1 else "reported-done"
        against = [v for v in values if v.text == "denied"]
    else:
        last = in_time[-1].event.status
        chosen = next(v for v in values if v.text == last)
        rule = "only" if len(values) == 1 else "latest-report"
        against = [v for v in values if v is not chosen and "denied" in (v.text, chosen.text)]
    return choice_of("status", rule, chosen, against), history


def _status_word(text: str) -> Status:
    words: dict[str, Status] = {
        word: word for word in ("occurred", "ongoing", "planned", "possible", "denied", "cancelled")
    }
    return words[text]


def _participants(reports: Sequence[Report]) -> tuple[tuple[Participant, ...], list[Choice]]:
    """Choose who took part: everybody that a report names, save states for which a report names the person."""
    role_votes: dict[str, dict[Role, set[str]]] = {}
    first: dict[str, Participant] = {}
    for report in reports:
        for p in report.event.participants:
            first.setdefault(p.actor_id, p)
            role_votes.setdefault(p.actor_id, {}).setdefault(p.role, set()).add(report.source)
    spoken_for = {p.state for p in first.values() if p.kind == "person" and p.state}
    chosen = []
    choices = []
    for actor_id, p in first.items():
        if p.kind in ("state", "government") and p.state in spoken_for and not _alone(p, reports):
            continue
        votes = role_votes[actor_id]
        role = max(votes, key=lambda r: (len(votes[r]), r == p.role))
        offices = _offices(reports, actor_id)
        if len(offices) > 1:
            choices.append(choice_of(f"office of {p.name}", "most-sources", offices[0], offices[1:]))
        chosen.append(replace(p, role=role, office=offices[0].text if offices else "", surface="", span=None))
    chosen.sort(key=_in_order)
    return tuple(chosen), choices


def _alone(state: Participant, reports: Sequence[Report]) -> bool:
    """Tell whether some report has the state beside its own person, as one who is visited by its leader is not."""
    roles = {p.role for r in reports for p in r.event.participants if p.state == state.state and p.kind == "person"}
    return bool(roles) and state.role not in roles


def _offices(reports: Sequence[Report], actor_id: str) -> list[Value]:
    def told(event: Event) -> str:
        return _office(event, actor_id)

    return values_of(reports, told)


def _office(event: Event, actor_id: str) -> str:
    return next((p.office for p in event.participants if p.actor_id == actor_id and p.office), "")


def _score(reports: Sequence[Report]) -> float:
    """Return how likely it is right: one minus the chance that all independent sources were misread."""
    best: dict[str, float] = {}
    for report in reports:
        best[report.source] = max(best.get(report.source, 0.0), report.event.score)
    wrong = 1.0
    for score in best.values():
        wrong *= 1.0 - min(max(score, 0.0), 1.0)
    return 1.0 - wrong
