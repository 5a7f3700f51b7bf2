"""The acts that the words of a claim speak of: at a place that they name, of a number that they tell, at their date."""

from __future__ import annotations

from summitry.checking.asking import place_told
from summitry.checking.matching import ask, is_at
from summitry.checking.question import question_of
from summitry.checking.setting import Setting
from summitry.checking.telling import nth_told
from summitry.model import Claim, Counted, Incident

__all__ = ["narrowed", "other_acts"]


def other_acts(claim: Claim, setting: Setting, numbered: bool = True) -> tuple[Incident, ...]:
    """Return the incidents that may be the other act of a claim, in order of time; `narrowed` tells `numbered`."""
    if claim.other is None or not claim.other.type:
        return ()
    question = question_of(claim, claim.other, setting.registry, None, setting.until)
    found = ask(setting.source, question).incidents if question.parties or question.matters else ()
    place = claim.other.place if claim.other.place != claim.counted.place else ""
    return narrowed(found, claim.other, place_told(place, claim, setting), numbered)


def narrowed(
    incidents: tuple[Incident, ...], counted: Counted, place: str, numbered: bool = True
) -> tuple[Incident, ...]:
    """Return those incidents that the words single out, all where they single out none.

    Args:
        incidents: what answers the question about the acts, in order of time.
        counted: the acts, whose words may number one: "the *second* summit", "his *last* journey".
        place: where the words put it, `""` where they do not say.
        numbered: whether such a number singles one out.
    """
    at = tuple(i for i in incidents if place and is_at(i, place)) or incidents
    number = nth_told(counted.words) if numbered else None
    if number is None or len(at) < max(number, 1):
        return at
    return (at[number] if number < 0 else at[number - 1],)
