"""The kindest reading: a claim is contradicted only where no admissible reading of its words is true.

Two readings are admissible beside the plain one, because writers who count meetings leave them open:

- meetings of three or more are left out: "they met twice" may mean alone;
- prime ministers of states that have a head besides are left out: "the leaders of the two Koreas" may mean those above.

And words that bound a count by a length that the reading could not place ("twice in a year"), or count visits of a
style that no record tells ("state visit"), contradict nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from summitry.checking.question import Question
from summitry.checking.setting import Setting
from summitry.model import Claim, Verdict

__all__ = ["kindest"]

_BOUNDED = re.compile(
    r"\b(?:in|within|over) (?:just |little |only |the )?(?:over |more than |less than |last |past )?"
    r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+) (?:day|week|month|year|decade)s?\b",
    re.IGNORECASE,
)


_STYLED = re.compile(r"\b(?:state|official|working|private|secret|unofficial) visits?\b", re.IGNORECASE)


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
    for name, other in _admissible(question):
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


def _admissible(question: Question) -> Iterator[tuple[str, Question]]:
    if question.type != "CONSULT":
        return
    if not question.mode:
        yield "meetings of three or more left out", replace(question, bilateral=True)
    if question.level == "leader" and not question.office and any(party.state for party in question.parties):
        yield "prime ministers left out", replace(question, heads_only=True)
