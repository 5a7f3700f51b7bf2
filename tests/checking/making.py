"""Incidents and claims, written shortly."""

from __future__ import annotations

from dataclasses import replace

from summitry.checking import TableSource, check_claims
from summitry.incidents import IncidentTable, level_of_incident
from summitry.model import Claim, Counted, Evidence, Incident, Interval, Part, Participant, Verdict

PEOPLE = {
    "Kim": ("Kim Jong Un", "PRK", "Supreme Leader"),
    "Xi": ("Xi Jinping", "CHN", "President"),
    "Hu": ("Hu Jintao", "CHN", "President"),
    "Moon": ("Moon Jae-in", "KOR", "President"),
    "Trump": ("Donald Trump", "USA", "President"),
    "Putin": ("Vladimir Putin", "RUS", "President"),
    "Pompeo": ("Mike Pompeo", "USA", "Secretary of State"),
}
STATES = {
    "PRK": "North Korea", "CHN": "China", "USA": "United States", "KOR": "South Korea",
    "RUS": "Russia", "SUN": "Soviet Union",
}  # fmt: skip
NAMES = {short: full for short, (full, _, _) in PEOPLE.items()} | STATES


def participant(short: str, role: str) -> Participant:
    if short in PEOPLE:
        name, state, office = PEOPLE[short]
        return Participant(role, name, state, office, "person", name.lower().replace(" ", "-"))
    return Participant(role, STATES[short], short, "", "state", short)


def incident(day: str, who: str, whom: str = "", **more: object) -> Incident:
    """Return an incident of participants named by words parted by spaces; two dates are parted by a slash."""
    start, _, end = day.partition("/")
    first, last = Interval.parse(start), Interval.parse(end or start)
    interval = Interval(first.first, last.last, "range" if end else first.precision, "by-hand")
    sides = (*(participant(n, "actor") for n in who.split()), *(participant(n, "recipient") for n in whom.split()))
    made = Incident(
        id=f"i-{day}-{who}-{whom}".replace(" ", "+"),
        type="CONSULT",
        mode="visit" if whom else "",
        participants=sides,
        interval=interval,
        place="",
        status="occurred",
        level=level_of_incident(sides),
    )
    return replace(made, **more)


# What the North's leaders did, and whom Xi met besides: a record about North Korea.
RECORD = (
    incident("2005-10-28/2005-10-30", "Hu", "PRK"),
    incident("2006-10-09", "PRK", type="MOBILIZE", mode="weapons", sentence="A nuclear test.", level="body"),
    incident("2009-05-25", "PRK", type="MOBILIZE", mode="weapons", sentence="A nuclear test.", level="body"),
    incident("2013-02-12", "PRK", type="MOBILIZE", mode="weapons", sentence="A nuclear test.", level="body"),
    incident("2017-08-29", "PRK", type="MOBILIZE", mode="weapons", sentence="A missile flew.", level="body"),
    incident("2018-03-25/2018-03-28", "Kim", "Xi"),
    incident("2018-03-31", "Pompeo", "Kim"),
    incident("2018-04-27", "Kim", "Moon"),
    incident("2018-05-07/2018-05-08", "Kim", "Xi"),
    incident("2018-05-26", "Moon", "Kim"),
    incident("2018-06-12", "Kim Trump", mode="third-party", place="Singapore"),
    incident("2018-06-19/2018-06-20", "Kim", "Xi"),
    incident("2018-09-18/2018-09-20", "Moon", "Kim"),
    incident("2019-01-07/2019-01-10", "Kim", "Xi"),
    incident("2019-02-27/2019-02-28", "Kim Trump", mode="third-party", place="Hanoi, Vietnam"),
    incident("2019-04-24/2019-04-26", "Kim", "Putin"),
    incident("2019-06-20/2019-06-21", "Xi", "Kim"),
    incident("2019-06-30", "Kim Trump", place="Panmunjom"),
    incident("2018-06-08", "Putin", "Xi"),
    incident("2018-07-26", "Xi Putin", mode="third-party"),
    incident("2018-09-11", "Xi", "Putin"),
    incident("2018-11-30", "Xi Putin", mode="third-party"),
    incident("2019-06-05", "Xi", "Putin"),
)


def claim(kind: str, sentence: str, parties: str, value: str, **more: object) -> Claim:
    """Return a claim of meetings between parties named by words; `quote` is the whole sentence unless told."""
    quote = str(more.pop("quote", sentence))
    fields = {
        k: more.pop(k)
        for k in ("type", "mode", "level", "subject_role", "place", "words", "acts", "unread")
        if k in more
    }
    counted = Counted(
        **{"type": "CONSULT", "words": "meeting", **fields}, parties=tuple(NAMES[p] for p in parties.split())
    )
    at = sentence.index(quote)
    made = Claim(kind, Evidence(at, at + len(quote), quote, sentence), counted.parties, counted, value, "exactly")
    return replace(made, **more)


def other(parties: str, **more: object) -> Counted:
    return Counted(**{"type": "CONSULT", "words": "meeting", **more}, parties=tuple(NAMES[p] for p in parties.split()))


def part(value: int, who: str) -> Part:
    return Part(value, (NAMES[who],), f"{value} with {who}")


def window(first: str, last: str) -> Interval:
    return Interval(Interval.parse(first).first, Interval.parse(last).last, "range")


def check(one: Claim, published: str = "2019-07-15", record: tuple[Incident, ...] = RECORD, **more: object) -> Verdict:
    """Return the verdict on a claim."""
    source = TableSource(IncidentTable(record))
    beside = (*more.pop("beside", ()), one)
    day = Interval.parse(published) if published else None
    return check_claims(beside, source, published=day, **more)[-1]


def days(verdict: Verdict) -> list[str]:
    """Return the first days of the incidents that decide a verdict."""
    return [name.removeprefix("i-")[:10] for name in verdict.incident_ids]
