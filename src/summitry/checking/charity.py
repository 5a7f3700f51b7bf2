"""The kindest reading: a claim is contradicted only where no admissible reading of its words is true.

Five readings are admissible beside the plain one, because writers who count meetings leave them open:

- meetings of three or more are left out: "they met twice" may mean alone (not of a last one: who met has met);
- a window told by its length is taken roughly: what lies before it by a twentieth of the length is in it, too;
- a capital that is visited stands for its state, or for itself;
- prime ministers of states that have a head besides are left out: "the leaders of the two Koreas" may mean those above;
- acts count only at the place that the words tell: "the first meeting in Seoul".

And what words leave open besides (`doubts`) contradicts nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

from summitry.checking.asking import counts_acts, is_told, place_told, question_for
from summitry.checking.doubts import doubt_of
from summitry.checking.parties import Party
from summitry.checking.question import Question
from summitry.checking.setting import Setting
from summitry.checking.verdicts import undecided
from summitry.model import Claim, Interval, Verdict

__all__ = ["kindest", "kindest_over_acts"]

ROUGHLY = 20
"""A window told by its length reaches back by one part in so many, and by some days at least; one told in months by
ten days: who says "in two months" has rounded."""
_FEW_DAYS, _TEN_DAYS = 3, 10
_MONTH = 28


def kindest_over_acts(claim: Claim, setting: Setting, check: Callable[[Claim, Question, Setting], Verdict]) -> Verdict:
    """Return the kindest verdict on a claim over acts that its words count, and say between whom.

    Args:
        claim: the claim.
        setting: what it is checked with.
        check: gives the verdict in a reading.
    """
    if not counts_acts(claim):
        return undecided(claim, f"the record holds acts between actors, not “{claim.counted.words or claim.value}”")
    question = question_for(claim, setting)
    if not is_told(question, claim):
        return undecided(claim, "the words do not tell between whom")
    return kindest(claim, question, setting, lambda reading: check(claim, reading, setting))


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
    doubt = doubt_of(claim, question, plain, setting.registry)
    return replace(plain, word="not in record", why=f"{plain.why}; {doubt}", correction="") if doubt else plain


def _admissible(claim: Claim, question: Question, setting: Setting) -> Iterator[tuple[str, Question]]:
    wider = _roughly(question.window)
    if wider is not None:
        yield "the length taken roughly", replace(question, window=wider)
    if question.type != "CONSULT":
        return
    place = place_told(claim.counted.place, claim, setting)
    if claim.kind == "first" and not (question.place or question.mode) and _stands_behind(place, "first", claim):
        yield f"in {place} alone", replace(question, place=place)
    for town in _capitals(question, setting):
        if question.mode == "visit" and not question.place and town in claim.evidence.quote:
            yield f"in {town} itself", replace(question, place=town)
    if not question.mode and claim.kind != "last":
        yield "meetings of three or more left out", replace(question, bilateral=True)
    headed = frozenset(party.state for party in question.parties if _has_head(party, setting))
    if question.level == "leader" and not question.office and headed:
        yield "prime ministers left out", replace(question, headed=headed)


def _stands_behind(place: str, word: str, claim: Claim) -> bool:
    """True for a place that the words of a claim tell behind a word: "the *first* summit in Seoul"."""
    quote = claim.evidence.quote
    return bool(place) and 0 <= quote.lower().find(word) < quote.find(place.split(",")[0])


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
    length = (window.last - window.first).days
    days = max(_FEW_DAYS, length // ROUGHLY, _TEN_DAYS if length >= _MONTH else 0)
    return replace(window, first=window.first - timedelta(days=days), precision="range")
