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

from summitry.actors import Registry
from summitry.checking.numbers import number_of
from summitry.checking.offices import office_in, office_words
from summitry.checking.question import Question
from summitry.coding.claims.words import words
from summitry.model import Claim, Verdict

__all__ = ["doubt_of", "unheld"]

_BOUNDED = re.compile(
    r"\b(?:in|within|over|for)\b[\w \-]{0,40}?\b(?:days?|weeks?|months?|years?|decades?|generations?)\b"
    r"(?! (?:ago|after|before|later|earlier))|\bsince\b"
    r"|\bunder (?=[A-Z])",
)
_COUNTED_IN = re.compile(
    r"\b(?:if|unless|whether)\b[^.;]*\bcount|\b(?:not |without )?counting\b|\b(?:including|excluding|excepting)\b"
    r"|\b(?:except|apart from|aside from|other than|besides|leaving out|leaving aside)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"^\W*(?:\w+ ){0,2}?(?:in|at|on|by|after|from|for) which\b"
    r"|^\W*(?:that(?! of)(?!\b.{1,60}\b(?:made|paid|held|undertook)\b)|where|whose)\b",
    re.IGNORECASE,
)
_OFFICIAL = re.compile(r"\b(?:official|formal)\b", re.IGNORECASE)
_PAIR = 2
OFFICE_REACH = 30
"""An office stands at most so many characters behind its "as"."""
_ROUND = re.compile(r"\brounds? of\b", re.IGNORECASE)


def doubt_of(claim: Claim, question: Question, plain: Verdict, registry: Registry) -> str:
    """Return why a claim that its plain reading contradicts stays open all the same, `""` where it does not.

    Args:
        claim: the claim.
        question: its plain reading.
        plain: the verdict in that.
        registry: the capitals of states.
    """
    if _is_by_too_many(claim, plain) and not _denies_what_is_official(claim):
        if _leaves_some_out(claim):
            return "the words leave some out, and the record does not tell which"
        left = unheld(claim.counted.unread, question)
        if left or (_acts_as(claim) and not question.in_power):
            left = left or ("as …",)
            return f"“{'”, “'.join(left)}” may leave some out, and the record does not tell which"
    if _ROUND.search(claim.evidence.readable) and not any(matter.modes for matter in question.matters):
        return "the record does not tell which talks were rounds of one series"
    if len(question.parties) > _PAIR and question.type == "CONSULT" and _is_by_too_many(claim, plain):
        return "the record does not tell which meetings of several sides were of one series"
    if _tells_a_town(claim, question, registry):
        return "the words tell a town, and the record counts what was elsewhere"
    if _COUNTED_IN.search(claim.evidence.readable):
        return "the words say that some are counted and some are not"
    if question.window is None and claim.since is None and _BOUNDED.search(claim.evidence.readable):
        return "the words bound this by a time that could not be placed"
    return ""


def _acts_as(claim: Claim) -> bool:
    """True where the words say in which office somebody acted: "three times *as secretary of state*"."""
    return office_in(claim.evidence.readable.partition(" as ")[2][:OFFICE_REACH]) != ""


def _tells_a_town(claim: Claim, question: Question, registry: Registry) -> bool:
    """True for a visit to a town that does not stand for its state, where the words do not name the state besides."""
    town, sentence = claim.counted.place.split(",")[0], claim.evidence.readable
    states = [registry.states[party.state] for party in question.parties if party.state]
    names = {name for state in states for name in (state.name, state.capital)}
    visited = question.mode == "visit" and not question.place and bool(town) and town in sentence
    return visited and not any(name and name in sentence for name in names)


def unheld(phrases: Iterable[str], question: Question) -> tuple[str, ...]:
    """Return those of some phrases around what is counted of which a question holds not every word.

    Args:
        phrases: as the reading tells them (`Counted.unread`).
        question: what is asked.
    """
    held = {*_leaving_none_out(), *office_words(question.office)}
    held |= words("level", question.level) if question.level else frozenset()
    held |= {word for matter in question.matters for word in matter.claim}
    held |= {"bilateral"} if question.bilateral and question.mode != "visit" else set()
    phrases = (p for p in phrases if not (len(question.parties) >= _PAIR and p.endswith(" unknown")))
    return tuple(p for p in phrases if not (question.in_power and p.startswith("as ")) and not _all_held(p, held))


def _all_held(phrase: str, held: Set[str]) -> bool:
    return all(_is_held(word, held) for word in phrase.split())


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
