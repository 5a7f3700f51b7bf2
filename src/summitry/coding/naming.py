"""By which names a record keeps armies, citizens, envoys and those whom a state punishes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from summitry.actors.people import FROM_TEXT
from summitry.coding.frames import Frame
from summitry.coding.mention_index import UNKNOWN, MentionIndex
from summitry.model import Mention, Participant

__all__ = ["as_protesters", "as_recorded", "is_nobody"]

CROWD = frozenset("crowd crowds demonstrators hundreds marchers mob mobs people protesters thousands".split())
"""What people are called of whom nothing is told but that they protest."""

TROOPS = frozenset(
    """
    armor armour battalion battalions brigade brigades columns division divisions forces gunners infantry paratrooper
    paratroopers paratroops personnel soldier soldiers troop troops unit units
    """.split()
)
"""Last words of phrases for parts of a state's military."""
ARMED = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
"""Categories of what an army does of itself; of what is promised, given or drawn back its state disposes."""
UNITS = frozenset({"Army", "Corps", "Force", "Guard", "Marine", "Navy"})
"""Last words of the names of armed services, whose personnel is theirs."""
ARMIES = {"ISR": "Israel Defense Forces", "PRK": "Korean People's Army", "USA": "U.S. military"}
"""Names of armies that are no "military" of an adjective, or of more than one."""
CITIZENS = {"USA": "U.S. citizens", "GBR": "British citizens", "PSE": "Palestinians"}
PEOPLES = {"PSE": "Palestinians"}
"""Peoples whose state is not generally recognised, by its code."""
HARMS = frozenset({"ASSAULT", "COERCE", "RETREAT", "SANCTION"})
"""Categories whose acts are done to citizens and officials, not to their state."""
ENVOYS = frozenset({"ambassador", "ambassadors", "attache", "attaches", "attaché", "attachés", "consul", "envoy"})
UNHELD = "no holder known at the time"
"""Why a title's holder stays unnamed."""
MEASURES = frozenset({"ban", "deport", "expel", "restrict", "seize"})
"""Modes of what states do to the people of another."""
PUNISHED = frozenset({"arrest", "convict", "execute"})
"""Modes of what states do to people of their own, where no other state of theirs is told."""


def as_recorded(
    frame: Frame, actors: Sequence[Mention], recipients: Sequence[Mention], index: MentionIndex
) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """Return a cast under the names that a record keeps.

    Args:
        frame: the frame that told the act.
        actors: who acts.
        recipients: whom it is directed at.
        index: the document's mentions.
    """
    act = frame.type or ""
    fights, alone = act == "ASSAULT", act in ARMED
    told = [_stateless(_people(_troops(m, fights, index), act, index)) for m in recipients]
    doing = [_crowd(_stateless(m)) if act == "PROTEST" else m for m in actors]
    return (
        tuple(_stateless(_troops(m, alone, index)) for m in doing),
        tuple(_subject_of(actors, person, frame, index) for person in told),
    )


def as_protesters(mention: Mention, nationality: Callable[[str], str]) -> Mention:
    """Return a crowd that only protests under its nationality: "a *mob* sacked the embassy in Lima"."""
    nameless = mention.kind == "other" and mention.name.lower() in CROWD and mention.state
    return replace(mention, name=f"{nationality(mention.state)} protesters") if nameless else mention


def is_nobody(participant: Participant) -> bool:
    """True for somebody unknown, and for people without name and land, of whom the words beside may tell more."""
    return participant.actor_id == UNKNOWN or (not participant.state and participant.reasons[-1:] == ("unnamed",))


def _is_demonym(mention: Mention) -> bool:
    return mention.kind == "state" and any(reason.endswith("(demonym)") for reason in mention.reasons)


def _stateless(mention: Mention) -> Mention:
    """Return the people that deals for itself, called by its nationality: "the *Palestinians*", not "Palestine"."""
    told = mention.kind == "state" and any(r.endswith(("(demonym)", "(adjective)")) for r in mention.reasons)
    return _people_named(mention, PEOPLES[mention.state]) if told and mention.state in PEOPLES else mention


def _crowd(mention: Mention) -> Mention:
    """Return the people that protests, not its state: "*Cubans* took to the streets"."""
    singular = mention.surface.removeprefix("the ").removesuffix("s")
    return _people_named(mention, f"{singular} protesters") if _is_demonym(mention) else mention


def _people_named(mention: Mention, name: str) -> Mention:
    return replace(mention, name=name, kind="other", actor_id="-".join(name.lower().split()))


def _troops(mention: Mention, fights: bool, index: MentionIndex) -> Mention:
    """Return the army, where it fights, or else the state whose troops a phrase names: "U.S. forces withdrew"."""
    words = mention.name.split()
    described = mention.reasons[-1:] == (f"head: {words[-1].lower()}",) if words else False
    if mention.kind != "military" or not described or words[-1].lower() not in TROOPS or _is_part(mention, index):
        return mention
    if fights:
        unit = " ".join(word for word in words[:-1] if word[0].isupper())
        if words[-2:-1] and words[-2] in UNITS:
            return replace(mention, name=unit)
        return replace(mention, name=ARMIES.get(mention.state) or f"{unit} military")
    return index.state_mention(mention.state, mention.start, mention.end, mention.surface)


def _is_part(mention: Mention, index: MentionIndex) -> bool:
    """True for troops of a part of a state: "Puntland forces"."""
    named = any(reason.endswith("(name)") for reason in mention.reasons)
    return not mention.state or (named and index.state_name(mention.state) not in mention.name)


def _people(mention: Mention, act: str, index: MentionIndex) -> Mention:
    """Return the citizens, or the state of the envoy, to whom an act is done: "three detained Americans"."""
    words = mention.surface.split()
    if mention.kind == "person" and mention.state and mention.reasons[-1:] == (UNHELD,) and words[-1].lower() in ENVOYS:
        return index.state_mention(mention.state, mention.start, mention.end, mention.surface)
    if act in HARMS and mention.kind == "state" and mention.reasons[-1:] == ("head: officials",):
        named = " ".join(mention.surface.removeprefix("the ").split())
        return _people_named(mention, named)
    if not (_is_demonym(mention) and act in HARMS and mention.surface.endswith("s") and _is_counted(mention, index)):
        return mention
    return _people_named(
        mention, CITIZENS.get(mention.state) or f"{mention.surface.removeprefix('the ')[:-1]} citizens"
    )


def _is_counted(mention: Mention, index: MentionIndex) -> bool:
    span = index.span_of(mention)
    return span is not None and any(
        child.dep_ == "nummod" or child.lower_ in {"all", "several", "many", "dozens", "detained"}
        for child in span.root.children
    )


def _subject_of(actors: Sequence[Mention], person: Mention, frame: Frame, index: MentionIndex) -> Mention:
    """Return a person of no known state with the state that punishes it, or against whose people measures are taken."""
    if person.kind != "person" or person.state or person.reasons[-1:] != (FROM_TEXT,):
        return person
    states = [m.state for m in actors if m.state and m.kind in {"state", "government"}]
    if frame.mode not in PUNISHED:
        states = list(index.salient(states)[:1]) if states and frame.mode in MEASURES else []
    return replace(person, state=states[0]) if states else person
