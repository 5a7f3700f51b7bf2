"""A claim's words as a question to incidents: which acts count, by whom, how high, in which days."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from summitry.actors import Registry
from summitry.checking.matters import Matter, matters_in
from summitry.checking.offices import AnyHolder, any_holder, office_in, office_of_both
from summitry.checking.parties import Party, party_named
from summitry.model import HAPPENED, Claim, Counted, Interval, Level, Status

__all__ = ["Question", "question_of"]

_BY_PHONE = re.compile(r"\b(?:calls?|phone|telephone|talks|conversations?|spoke|consultations?|contacts?)\b")
_IN_POWER = re.compile(
    r"\bas (?:china[’']s |his country[’']s )?(?:president|leader|premier|prime minister|head of state)\b"
    r"|\bsince (?:he|she|taking|coming|assuming|his|her)\b[^.;]{0,24}\b(?:power|office|presidency)\b",
    re.IGNORECASE,
)
_TRAVEL = re.compile(
    r"\b(?:visit(?:ed|s|ing)?|travel(?:l?ed|s|l?ing)?|went to|flew to|journeyed|toured)\b", re.IGNORECASE
)
_HOSTING = re.compile(r"\b(?:receiv|host|welcom)", re.IGNORECASE)
_BILATERAL = re.compile(r"\bbilateral|\bone-on-one|\btête-à-tête", re.IGNORECASE)
BINDING = frozenset({"SUPPORT", "AGREE", "COERCE", "SANCTION", "COOPERATE", "AID", "MOBILIZE"})
"""Categories of acts that a person does for the state."""
_OF_SUBJECT = frozenset({"last", "count", "frequency"})
OFFICE_REACH = 60
"""An office stands at most this many characters behind the words of its claim."""


@dataclass(frozen=True, slots=True)
class Question:
    """Which incidents count for a claim.

    Args:
        type: PLOVER category, `""` for any.
        mode: PLOVER mode, `""` for any.
        parties: those who must all take part.
        acting: whether the first party must be among those who act.
        level: lowest level of office, `None` for any.
        office: an office that somebody who acts for each of the holders must hold, by its name in `offices.toml`.
        holders: whose office that is.
        in_power: whether the first party must act as head of state or government.
        power: by which office, where the words say so: "as *president*".
        bilateral: whether meetings of three or more sides are left out.
        headed: codes of states, governed by a head besides, whose prime minister does not count.
        place: where, `""` for anywhere.
        matters: what it must have been about.
        phone: whether calls count.
        statuses: which statuses count.
        window: within which days, `None` for ever.
        until: last day of evidence, `None` for no bound.
    """

    type: str
    mode: str = ""
    parties: tuple[Party, ...] = ()
    acting: bool = False
    level: Level | None = None
    office: str = ""
    holders: tuple[Party, ...] = ()
    in_power: bool = False
    power: str = ""
    bilateral: bool = False
    headed: frozenset[str] = frozenset()
    place: str = ""
    matters: tuple[Matter, ...] = ()
    phone: bool = False
    statuses: tuple[Status, ...] = HAPPENED
    window: Interval | None = None
    until: date | None = None


def question_of(
    claim: Claim, counted: Counted, registry: Registry, window: Interval | None, until: date | None
) -> Question:
    """Return the question that the words of a claim ask about what they count, wherever it took place.

    Args:
        claim: the claim.
        counted: what it counts, or the other act of it.
        registry: who is a state, who a person.
        window: within which days.
        until: last day of evidence.
    """
    words, own = counted.words.lower(), counted is claim.counted
    visit = counted.mode == "visit" or (own and counted.type == "CONSULT" and _is_travel(claim, counted))
    named = tuple(_acting_as(party_named(name, registry), counted.type, registry) for name in counted.parties)
    named = tuple(_in_time(party, window, until, registry) for party in named)
    told = (any_holder(_from_quote(claim)) or any_holder(_subject(claim))) if own else None
    parties, holder = _with_holder(named, told, registry)
    both = office_of_both(claim.evidence.readable) if own and told is None else ""
    return Question(
        type=counted.type,
        mode="visit" if visit else "" if counted.type == "CONSULT" else counted.mode,
        parties=parties,
        acting=_is_acting(counted, visit, holder is not None and holder not in named),
        level=counted.level,
        office=told.office if told and holder else both,
        holders=(holder,) if holder else tuple(party for party in parties if party.state) if both else (),
        in_power=own and _IN_POWER.search(claim.evidence.readable) is not None,
        power=_office_of_power(claim.evidence.readable) if own else "",
        bilateral=_BILATERAL.search(claim.evidence.quote if own else words) is not None,
        matters=_matters(claim, counted, own),
        phone=_BY_PHONE.search(words) is not None and counted.level is None,
        window=window,
        until=until,
    )


def _office_of_power(sentence: str) -> str:
    """Return the office that words give to who acts, by its name in `offices.toml`: "*as president*"."""
    told = _IN_POWER.search(sentence)
    return office_in(told[0]) if told else ""


def _matters(claim: Claim, counted: Counted, own: bool) -> tuple[Matter, ...]:
    """Return what the acts were about: by their own words, else by the claim's, else by the sentence of one that names
    nobody: "*The six-party talks* last convened in 2008"."""
    told = (
        counted.words,
        *((claim.evidence.quote,) if own else ()),
        *(() if counted.parties else (claim.evidence.readable,)),
    )
    return next((found for words in told if (found := matters_in(words, counted.type))), ())


def _is_travel(claim: Claim, counted: Counted) -> bool:
    """True where "for the third time" counts journeys."""
    return counted.words.endswith(("time", "times")) and _TRAVEL.search(claim.evidence.readable) is not None


def _is_acting(counted: Counted, visit: bool, by_holder: bool) -> bool:
    """True where the first party must be the one who acts: as told, or as the traveller; a host receives."""
    if visit and _HOSTING.search(counted.words):
        return False
    return counted.subject_role == "actor" or (visit and (by_holder or counted.mode != "visit"))


def _with_holder(
    parties: tuple[Party, ...], told: AnyHolder | None, registry: Registry
) -> tuple[tuple[Party, ...], Party | None]:
    """Return the parties, with the state whose office any holder fills in place of the one person who fills it.

    A state is left out beside a person who acts for it: "Roh met Gorbachev in South Korea" is between the two.
    """
    homes = {party.home for party in parties if not party.state}
    parties = tuple(party for party in parties if not party.state or party.state not in homes)
    if told is None:
        return parties, None
    states = [actor for actor in registry.find(told.nation) if actor.kind == "state"] if told.nation else []
    if not states:
        return parties, next((party for party in parties if party.state), None)
    holder = party_named(states[0].state, registry)
    if holder in parties:
        return parties, holder
    others = tuple(party for party in parties if party.home != holder.state)
    return (holder, *others), holder


def _acting_as(party: Party, kind: str, registry: Registry) -> Party:
    """Return the state in place of a person in acts that bind states: who signs a treaty signs it for the state."""
    return party_named(party.home, registry) if kind in BINDING and party.home else party


def _in_time(party: Party, window: Interval | None, until: date | None, registry: Registry) -> Party:
    """Return the state that a state succeeded, where all days that count lie before that: Moscow's state in 1984."""
    last = window.last if window and window.last else until
    row = registry.states.get(party.state)
    if row is None or last is None:
        return party
    before = (s for s in registry.states.values() if s.successor == row.code and s.capital == row.capital)
    then = next((s for s in before if s.life.overlaps(Interval.day(last))), None)
    return party_named(then.code, registry) if then else party


def _subject(claim: Claim) -> str:
    """Return what a sentence says before the words of a claim: "*An American president* last came"."""
    quote, sentence = claim.evidence.quote, claim.evidence.sentence
    at = sentence.find(quote)
    return sentence[: max(at, 0)] if claim.counted.subject_role == "actor" or claim.kind in _OF_SUBJECT else ""


def _from_quote(claim: Claim) -> str:
    """Return the words of a claim and what its sentence says right behind them."""
    quote, sentence = claim.evidence.quote, claim.evidence.sentence
    at = sentence.find(quote)
    return quote if at < 0 else sentence[at : at + len(quote) + OFFICE_REACH]
