"""The kindest reading: a claim is contradicted only where no admissible reading of its words is true.

Four readings are admissible beside the plain one, because writers who count meetings leave them open:

- meetings of three or more are left out: "they met twice" may mean alone (not of a last one: who met has met);
- a window told by its length is taken roughly: what lies before it by a twentieth of the length is in it, too;
- a capital that is visited stands for its state, or for itself;
- prime ministers of states that have a head besides are left out: "the leaders of the two Koreas" may mean those above.

And words that bound a count by a length that the reading could not place ("twice in a year"), or count visits of a
style that no record tells ("state visit"), contradict nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

from summitry.checking.parties import Party
from summitry.checking.question import Question
from summitry.checking.setting import Setting
from summitry.model import Claim, Interval, Verdict

__all__ = ["kindest"]

_BOUNDED = re.compile(
    r"\b(?:in|within|over) (?:just |little |only |the )?(?:over |more than |less than |last |past )?"
    r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+) (?:day|week|month|year|decade)s?\b",
    re.IGNORECASE,
)


_STYLED = re.compile(r"\b(?:state|official|working|private|secret|unofficial) visits?\b", re.IGNORECASE)


ROUGHLY = 20
"""A window told by its length reaches back by one part in so many, and by some days at least."""
_FEW_DAYS = 3


def kindest(claim: Claim, question: Question, setting: Setting, check: Callable[[Question], Verdict]) -> Verdict:
    """Return the verdict in the plain reading, unless that contradicts what an admissible one supports.

    Args:
        claim: the claim.
        question: its plain reading.
        setting: what it is checked with.
        check: gives the verdict in a reading.
    """
    plain = check(question)
    if plain.word != "contradicted":
        return plain
    for name, other in _admissible(claim, question, setting):
        kinder = check(other)
        if kinder.word == "supported":
            near = (f"in the plain reading: {plain.why}", *kinder.near_misses)
            return replace(kinder, why=f"{name}: {kinder.why}", near_misses=near)
    if _STYLED.search(claim.evidence.readable) and question.mode == "visit":
        why = f"{plain.why}; the record does not tell state visits from others"
        return replace(plain, word="not in record", why=why, correction="")
    if question.window is None and claim.since is None and _BOUNDED.search(claim.evidence.readable):
        why = f"{plain.why}; the words bound this by a length of time that could not be placed"
        return replace(plain, word="not in record", why=why, correction="")
    return plain


def _admissible(claim: Claim, question: Question, setting: Setting) -> Iterator[tuple[str, Question]]:
    wider = _roughly(question.window)
    if wider is not None:
        yield "the length taken roughly", replace(question, window=wider)
    if question.type != "CONSULT":
        return
    for town in _capitals(question, setting):
        if question.mode == "visit" and not question.place and town in claim.evidence.readable:
            yield f"in {town} itself", replace(question, place=town)
    if not question.mode and claim.kind != "last":
        yield "meetings of three or more left out", replace(question, bilateral=True)
    headed = frozenset(party.state for party in question.parties if _has_head(party, setting))
    if question.level == "leader" and not question.office and headed:
        yield "prime ministers left out", replace(question, headed=headed)


def _has_head(party: Party, setting: Setting) -> bool:
    """True for a state that its head of state governs, not its prime minister (`actors/data/governing.csv`)."""
    if not party.state or setting.published is None:
        return False
    tenure = setting.registry.holding("effective-leader", party.state, setting.published)
    return tenure is not None and tenure.role != "head-of-government"


def _capitals(question: Question, setting: Setting) -> tuple[str, ...]:
    return tuple(setting.registry.states[party.state].capital for party in question.parties if party.state)


def _roughly(window: Interval | None) -> Interval | None:
    """Return a window told by its length a little wider, `None` for windows with bounds of their own."""
    if window is None or window.first is None or window.last is None or not window.rule.startswith("window"):
        return None
    days = max(_FEW_DAYS, (window.last - window.first).days // ROUGHLY)
    return replace(window, first=window.first - timedelta(days=days), precision="range")
