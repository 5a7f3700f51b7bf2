"""Whether two statements of one document tell the same happening."""

from __future__ import annotations

from summitry.coding.naming import is_nobody
from summitry.coding.statements import UNDATED, Statement, is_weak, width
from summitry.model import HAPPENED, MUTUAL, TO_COME, Event, Interval, Participant

__all__ = ["is_apart", "is_same_happening", "is_toll"]

LONG = 365
"""How many days what has gone on for long spans at least."""
NEAR = 2
"""How many days a date that no words tell may lie beside one that words tell, for the same happening."""
SINGULAR = frozenset({"CONSULT", "TRANSITION"})
"""Categories in which participants and date alone tell whether two statements are of one happening."""
TWO_SIDED = MUTUAL | {"ASSAULT"}
"""Categories in which both sides act."""
PERSONAL = frozenset({"ASSAULT", "COERCE", "RETREAT", "SANCTION"})
"""Categories of what is done to a person once, whatever it is called."""
DEEDS = frozenset({"AID", "ASSAULT", "COERCE", "COOPERATE", "MOBILIZE", "RETREAT", "SANCTION"})
"""Categories of what is done, not said, which a text recalls by a noun alone: "the attack"."""
VAGUE = frozenset(
    """act action anger behavior behaviour complaint concern condemnation conduct criticism criticize denounce
    condemn deep firm formal grave harsh move outrage protest provocation rebuke serious sharp step stern strong
    """.split()
)
"""Words of protest that do not say against what."""
AIMED = frozenset({"COERCE", "SANCTION"})
"""Categories in which a ruler and the ruler's state are punished apart."""
FAR = 600
"""How many characters apart an undated meeting of leaders and one of their states may be the same."""
PAIR = 2
LONGEST_VISIT = 31
"""How many days a visit lasts at most whose stops are meetings of their own."""
RECOGNISING = "recogni"
"""How words of recognition begin, in the names of the frames that tell it."""
DISTINCT = frozenset({"COERCE", "MOBILIZE", "REQUEST", "SANCTION", "TRANSITION"})
"""Categories in which one sentence often tells several acts of the same people."""


def is_same_happening(one: Statement, other: Statement) -> bool:
    """True where category, matter, count and standing (told as real or as coming) agree and nothing contradicts.

    No mode, date or place contradicts, and one's participants are among the other's.
    """
    first, second = one.event, other.event
    if is_toll(one, other):
        return True
    if first.type != second.type or first.count != second.count:
        return False
    if not _contained(first, second) and not (one.heading != other.heading and _is_of_same_doers(first, second)):
        return False
    if (first.status == "denied") != (second.status == "denied") or not _can_both_stand(one, other):
        return False
    if {first.status, second.status} == {"occurred", "ongoing"} and _apart_in_kind(first, second):
        return False
    if one.heading != other.heading:
        dated = not (is_weak(first.interval) or is_weak(second.interval))
        return not one.matter.differs(other.matter) and not (dated and is_apart(first, second))
    if _is_done_to_another(first, second) or _is_told_beside(one, other):
        return False
    if first.mode and second.mode and first.mode != second.mode:
        return False
    if _is_mediated(first) != _is_mediated(second) or _is_stop_of(one, other):
        return False
    if _is_reversed(first, second) or (first.type in SINGULAR and not _can_be_one_place(first.place, second.place)):
        return False
    if (
        first.type == "CONSULT"
        and min(len(first.participants), len(second.participants)) < PAIR
        and is_apart(first, second)
    ):
        return False
    if first.type == "CONSULT" and (one.anew or other.anew) and not _is_of_same_people(first, second):
        return False
    if first.type == "CONSULT" and _is_far(one, other) and not (first.interval and second.interval):
        return _same_people(first, second)
    return _compatible(first.interval, second.interval) and _same_matter(one, other)


def _same_matter(one: Statement, other: Statement) -> bool:
    if one.matter.differs(other.matter) or _is_of_recognition(one.event) != _is_of_recognition(other.event):
        return False
    founding = one.event.type == "TRANSITION" and all(p.kind == "state" for s in (one, other) for p in s.event.actors)
    if (one.event.type in SINGULAR and not founding) or one.matter.shares(other.matter):
        return True
    if ((one.recalled or other.recalled) and one.event.type in DEEDS) or _is_of_one_person(one.event, other.event):
        return True
    if _is_of_one_speech(one, other):
        return True
    return one.sentence == other.sentence and one.event.type not in DISTINCT


def _is_of_recognition(event: Event) -> bool:
    """True where a state is recognised, which is an act beside the ties opened with it."""
    return event.type == "SUPPORT" and RECOGNISING in event.rule


def _is_of_one_person(one: Event, other: Event) -> bool:
    """True where both do the same to one person: nobody is killed, arrested or sentenced twice at a time."""
    if one.type not in PERSONAL or len(one.recipients) != 1 or len(other.recipients) != 1:
        return False
    first, second = one.recipients[0], other.recipients[0]
    if first.kind == "person" and first.actor_id == second.actor_id:
        return True
    return one.mode == other.mode and _is_described(first) and _is_described(second) and _is_same(first, second)


def _is_of_one_speech(one: Statement, other: Statement) -> bool:
    """True for charges that one person makes on one day, and for those that say nothing of what is charged."""
    if one.event.type != "ACCUSE" or other.event.type != "ACCUSE":
        return False
    if one.matter.lemmas <= VAGUE or other.matter.lemmas <= VAGUE:
        return True
    said = [{p.actor_id for p in s.event.actors if p.kind == "person"} for s in (one, other)]
    days = [(i.first, i.last) for i in (one.event.interval, other.event.interval) if i is not None]
    return bool(said[0] & said[1]) and len(days) == PAIR and days[0] == days[1]


def is_toll(one: Statement, other: Statement) -> bool:
    """True where one tells the toll of the assault that the other tells in the same breath."""
    first, second = one.event, other.event
    if first.type != "ASSAULT" or second.type != "ASSAULT" or bool(one.toll) == bool(other.toll):
        return False
    toll, deed = (one, other) if one.toll else (other, one)
    real = (first.status in TO_COME) == (second.status in TO_COME) and "denied" not in {first.status, second.status}
    return real and deed.sentence in toll.toll and not deed.heading and _compatible(first.interval, second.interval)


def _can_both_stand(one: Statement, other: Statement) -> bool:
    """True where both tell what is real or both what is to come, or one only the plan of what the other tells."""
    first, second = (s.event.status in TO_COME for s in (one, other))
    if first == second:
        return True
    plan, real = (one, other) if first else (other, one)
    return plan.foretold and is_weak(plan.event.interval) and real.event.status in HAPPENED


def _can_be_one_place(one: str, other: str) -> bool:
    """True unless two places are both known and neither lies in the other ("Dalian, China" lies in "China")."""
    return not one or not other or one.endswith(other) or other.endswith(one)


def _is_reversed(one: Event, other: Event) -> bool:
    """True where those who act in one are those to whom it is done in the other: an answer, not the same act."""
    if one.type in TWO_SIDED or not one.recipients or not other.recipients:
        return False
    doers, done_to = {_key(p) for p in one.actors}, {_key(p) for p in other.recipients}
    return bool(doers) and doers == done_to and {_key(p) for p in other.actors} == {_key(p) for p in one.recipients}


def _is_done_to_another(one: Event, other: Event) -> bool:
    """True where one is done to a person and the other to that person's state: sanctions on a ruler and on the land."""
    if one.type not in AIMED or not one.recipients or not other.recipients:
        return False
    return all(p.kind == "person" for p in one.recipients) != all(p.kind == "person" for p in other.recipients)


def _is_told_beside(one: Statement, other: Statement) -> bool:
    """True where one sentence tells the acts of a person and of that person's state apart, each in words of its own."""
    if one.sentence != other.sentence or one.event.type in TWO_SIDED:
        return False
    doers, others = ({p.actor_id: p.span for p in s.event.actors if p.span} for s in (one, other))
    apart = doers.keys().isdisjoint(others) and set(doers.values()).isdisjoint(others.values())
    return bool(doers and others) and apart


def _is_mediated(event: Event) -> bool:
    """True where somebody brings others together: no meeting of those others alone."""
    return event.type == "CONSULT" and event.mode != "visit" and len(event.recipients) > 1


def _is_of_same_people(one: Event, other: Event) -> bool:
    return {p.actor_id for p in one.participants} == {p.actor_id for p in other.participants}


def _is_far(one: Statement, other: Statement) -> bool:
    return abs(one.sentence - other.sentence) > FAR


def _same_people(one: Event, other: Event) -> bool:
    """True unless one tells of people and the other of their states: far apart and undated, no one meeting."""
    kinds = [{p.kind == "person" for p in event.participants} for event in (one, other)]
    return kinds[0] == kinds[1] or "visit" in {one.mode, other.mode}


def _is_stop_of(one: Statement, other: Statement) -> bool:
    """True for a visit of several days to a state and a meeting with one of its people on one of those days."""
    if one.event.type != "CONSULT" or one.sentence == other.sentence:
        return False
    visits = [
        s.event for s in (one, other) if s.event.mode == "visit" and {p.kind for p in s.event.recipients} == {"state"}
    ]
    meetings = [s.event for s in (one, other) if all(p.kind == "person" for p in s.event.participants)]
    return any(0 < width(visit.interval) <= LONGEST_VISIT for visit in visits) and any(
        width(meeting.interval) == 0 for meeting in meetings
    )


def _key(participant: Participant) -> str:
    return participant.state or participant.actor_id


def _contained(one: Event, other: Event) -> bool:
    """True where everybody in one event is in the other, by name, or by state where one is unnamed."""
    fewer, more = sorted(([p for p in e.participants if not is_nobody(p)] for e in (one, other)), key=len)
    return all(any(_is_same(p, q) for q in more) for p in fewer)


def _is_of_same_doers(one: Event, other: Event) -> bool:
    """True where both tell acts of the same doers: a headline names at whom an act is directed more loosely."""
    fewer, more = sorted((one.actors, other.actors), key=len)
    return one.type not in TWO_SIDED and bool(fewer) and all(any(_is_same(p, q) for q in more) for p in fewer)


def _is_same(one: Participant, other: Participant) -> bool:
    if one.actor_id == other.actor_id or _is_organ(one, other) or _is_organ(other, one):
        return True
    if _is_described(one) and _is_described(other) and (one.state == other.state or not (one.state and other.state)):
        return True
    return bool(one.state) and one.state == other.state and "person" not in {one.kind} & {other.kind}


def _is_described(person: Participant) -> bool:
    """True for somebody whom a text only describes, each time in other words: "a U.S. citizen", "the professor"."""
    last = person.name.split()[-1]
    return person.kind in {"person", "other"} and last.islower() and not last.endswith("s")


def _is_organ(one: Participant, other: Participant) -> bool:
    """True for an organ of an organisation and the organisation: the UN Security Council and the United Nations."""
    names = [p.name.replace("United Nations", "UN") for p in (one, other)]
    return one.kind == other.kind == "igo" and names[0].startswith(f"{names[1]} ")


def _compatible(one: Interval | None, other: Interval | None) -> bool:
    if one is None or other is None:
        return True
    if one.overlaps(other):
        return True
    return (is_weak(one) or is_weak(other)) and _days_apart(one, other) <= NEAR


def _days_apart(one: Interval, other: Interval) -> int:
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return 0
    return max((other.first - one.last).days, (one.first - other.last).days, 0)


def _apart_in_kind(one: Event, other: Event) -> bool:
    """True for a day's act and what has gone on for long: new sanctions, and sanctions in force since a year."""
    days = sorted(width(event.interval) for event in (one, other))
    return days[0] < LONG <= days[1] < UNDATED


def is_apart(one: Event, other: Event) -> bool:
    """True for two events of different days."""
    return bool(one.interval and other.interval and not one.interval.overlaps(other.interval))
