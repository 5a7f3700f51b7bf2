"""A claim's words as a question to incidents: which acts count, by whom, how high, in which days."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from summitry.actors import Registry
from summitry.checking.matters import Matter, matters_in
from summitry.checking.offices import office_in
from summitry.checking.parties import Party, party_named
from summitry.model import Claim, Counted, Interval, Level, Status

__all__ = ["HAPPENED", "Question", "question_of"]

HAPPENED: tuple[Status, ...] = ("occurred", "ongoing")
_BY_PHONE = re.compile(r"\b(?:calls?|phone|telephone|talks|conversations?|spoke|consultations?|contacts?)\b")
_TRAVEL = re.compile(r"\b(?:visits?|visited|trips?|travell?ed|travels?|journeys?|tours?|toured|went|flew)\b")


@dataclass(frozen=True, slots=True)
class Question:
    """Which incidents count for a claim.

    Args:
        type: PLOVER category, `""` for any.
        mode: PLOVER mode, `""` for any.
        parties: those who must all take part.
        acting: whether the first party must be among those who act.
        level: lowest level of office, `None` for any.
        office: an office that somebody who acts for the first party must hold, by its name in `offices.toml`.
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
    place: str = ""
    matters: tuple[Matter, ...] = ()
    phone: bool = False
    statuses: tuple[Status, ...] = HAPPENED
    window: Interval | None = None
    until: date | None = None


def question_of(
    claim: Claim, counted: Counted, registry: Registry, window: Interval | None, until: date | None
) -> Question:
    """Return the question that the words of a claim ask about what they count.

    Args:
        claim: the claim.
        counted: what it counts, or the other act of it.
        registry: who is a state, who a person.
        window: within which days.
        until: last day of evidence.
    """
    words = counted.words.lower()
    visit = counted.mode == "visit" and (not words or _TRAVEL.search(words) is not None or counted.acts)
    return Question(
        type=counted.type,
        mode="visit" if visit else "" if counted.type == "CONSULT" else counted.mode,
        parties=tuple(party_named(name, registry) for name in counted.parties),
        acting=counted.subject_role == "actor",
        level=counted.level,
        office=office_in(_from_quote(claim)) if counted is claim.counted else "",
        place=counted.place if visit or _is_told(counted.place, claim) else "",
        matters=matters_in(words, counted.type),
        phone=_BY_PHONE.search(words) is not None and counted.level is None,
        window=window,
        until=until,
    )


def _is_told(place: str, claim: Claim) -> bool:
    """True where the words of a claim name its place themselves."""
    return bool(place) and place.split(",")[0].lower() in claim.evidence.quote.lower()


OFFICE_REACH = 60
"""An office stands at most this many characters behind the words of its claim."""


def _from_quote(claim: Claim) -> str:
    """Return the words of a claim and what its sentence says right behind them."""
    quote, sentence = claim.evidence.quote, claim.evidence.sentence
    at = sentence.find(quote)
    return quote if at < 0 else sentence[at : at + len(quote) + OFFICE_REACH]
