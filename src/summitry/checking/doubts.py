"""What the words of a claim leave open, so that the acts of a record cannot contradict it.

Four sorts of words: they count only acts of a sort that no record tells ("official visit", `data/leaving_out.txt`),
where it holds too many; they say which acts are meant in words that neither the question holds nor
`data/leaving_none_out.txt` ("on the margins of a funeral"), where it holds too many; they count rounds of a series that
the record does not tell from other talks; they bound a count by a length that could not be placed ("twice in a year").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from functools import cache
from importlib.resources import files

from summitry.checking.numbers import number_of
from summitry.checking.offices import office_words
from summitry.checking.question import Question
from summitry.coding.claims.words import words
from summitry.model import Claim, Verdict

__all__ = ["doubt_of", "unheld"]

_BOUNDED = re.compile(
    r"\b(?:in|within|over) (?:just |little |only |the )?(?:over |more than |less than |last |past )?"
    r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+) (?:day|week|month|year|decade)s?\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"^\W*(?:\w+ ){0,2}?(?:in|at|on|by|after|from|for) which\b|^\W*(?:that(?! of)|where|whose)\b", re.IGNORECASE
)
_OFFICIAL = re.compile(r"\b(?:official|formal)\b", re.IGNORECASE)
_ROUND = re.compile(r"\brounds? of\b", re.IGNORECASE)


def doubt_of(claim: Claim, question: Question, plain: Verdict) -> str:
    """Return why a claim that its plain reading contradicts stays open all the same, `""` where it does not.

    Args:
        claim: the claim.
        question: its plain reading.
        plain: the verdict in that.
    """
    if _is_by_too_many(claim, plain) and not _denies_what_is_official(claim):
        if _leaves_some_out(claim):
            return "the words leave some out, and the record does not tell which"
        left = unheld(claim.counted.unread, question)
        if left:
            return f"“{'”, “'.join(left)}” may leave some out, and the record does not tell which"
    if _ROUND.search(claim.evidence.readable) and not any(matter.modes for matter in question.matters):
        return "the record does not tell which talks were rounds of one series"
    if question.window is None and claim.since is None and _BOUNDED.search(claim.evidence.readable):
        return "the words bound this by a length of time that could not be placed"
    return ""


def unheld(phrases: Iterable[str], question: Question) -> tuple[str, ...]:
    """Return those of some phrases around what is counted of which a question holds not every word.

    Args:
        phrases: as the reading tells them (`Counted.unread`).
        question: what is asked.
    """
    held = {*_leaving_none_out(), *office_words(question.office)}
    held |= words("level", question.level) if question.level else frozenset()
    held |= {word for matter in question.matters for word in matter.claim}
    held |= {"bilateral"} if question.bilateral else set()
    return tuple(phrase for phrase in phrases if not all(_is_held(word, held) for word in phrase.split()))


def _is_held(word: str, held: Set[str]) -> bool:
    return word in held or word.removesuffix("s") in held


@cache
def _leaving_none_out() -> frozenset[str]:
    table = files("summitry.checking").joinpath("data/leaving_none_out.txt").read_text(encoding="utf-8")
    return frozenset(word for line in table.splitlines() if not line.startswith("#") for word in line.split())


@cache
def _leaving_out() -> re.Pattern[str]:
    table = files("summitry.checking").joinpath("data/leaving_out.txt").read_text(encoding="utf-8")
    words = [line for line in table.splitlines() if line and not line.startswith("#")]
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


def _leaves_some_out(claim: Claim) -> bool:
    """True for a sort of acts that no record tells: "first *official* visit", "the first *in which*"."""
    readable, quote = claim.evidence.readable, claim.evidence.quote
    behind = readable[readable.find(quote) + len(quote) :] if quote in readable else ""
    told = f"{quote} {claim.counted.words}"
    return _leaving_out().search(told) is not None or _RELATIVE.search(behind) is not None


def _denies_what_is_official(claim: Claim) -> bool:
    """True for "no official contacts": not all that those in office did can have been unofficial."""
    number = number_of(claim.value, "exactly") if claim.kind == "count" else None
    told = f"{claim.evidence.quote} {claim.counted.words}"
    return number is not None and number.value == 0 and _OFFICIAL.search(told) is not None


def _is_by_too_many(claim: Claim, plain: Verdict) -> bool:
    """True where more acts contradict a claim than it tells; too few of all are too few of a sort all the more."""
    number = number_of(claim.value, "exactly") if claim.kind in {"count", "ordinal", "frequency"} else None
    return number is None or len(plain.incident_ids) > number.value
