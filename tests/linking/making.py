"""Events to link, written shortly."""

from __future__ import annotations

from summitry.linking import Report, Statement, statement_of
from summitry.model import Event, Evidence, Interval, Participant

PEOPLE = {
    "Kim": ("Kim Jong Un", "PRK", "Supreme Leader"),
    "Xi": ("Xi Jinping", "CHN", "President"),
    "Li": ("Li Keqiang", "CHN", "Premier"),
    "Moon": ("Moon Jae-in", "KOR", "President"),
    "Trump": ("Donald Trump", "USA", "President"),
}


def participant(name: str, role: str = "actor") -> Participant:
    if name in PEOPLE:
        full, state, office = PEOPLE[name]
        return Participant(role, full, state, office, "person", full.lower().replace(" ", "-"))
    return Participant(role, name, name, "", "state", name)


def event(who: str, whom: str = "", date: str = "", **more: object) -> Event:
    """Return an event of participants named by words parted by spaces; `date` is ISO, or two parted by a slash."""
    start, _, end = date.partition("/")
    interval = Interval.parse(start) if start else None
    if interval and end:
        last = Interval.parse(end).last
        interval = Interval(interval.first, last, "range", str(more.get("rule", "range")))
    elif interval and "rule" in more:
        interval = Interval(interval.first, interval.last, interval.precision, str(more["rule"]))
    people = [participant(name) for name in who.split()] + [participant(name, "recipient") for name in whom.split()]
    words = f"{who} {more.get('type', 'CONSULT')} {whom} {date}"
    return Event(
        type=more.get("type", "CONSULT"),
        mode=str(more.get("mode", "")),
        participants=tuple(people),
        interval=interval,
        place=str(more.get("place", "")),
        status=more.get("status", "occurred"),
        according_to="author",
        count=int(str(more.get("count", 1))),
        evidence=(Evidence(0, len(words), words),),
        score=float(str(more.get("score", 0.5))),
    )


def statement(name: str, made: Event) -> Statement:
    """Return an event of the document that the name begins with: `a1` is the first of document a."""
    return statement_of(f"e-{name}", made, name[0])


def report(name: str, made: Event, published: str = "", source: str = "") -> Report:
    day = Interval.parse(published).first if published else None
    return Report(f"e-{name}", made, f"d-{name[0]}", source or name[0], day)
