"""Ranks of two: somebody did something more often with one than with another whom the words name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from summitry.checking.asking import counts_acts, question_for
from summitry.checking.coverage import coverage_of
from summitry.checking.matching import ask
from summitry.checking.parties import Party, party_named
from summitry.checking.question import Question
from summitry.checking.setting import Setting
from summitry.checking.verdicts import undecided, verdict
from summitry.checking.wording import told_days, window_text, with_partners
from summitry.model import Claim, Incident, Verdict, VerdictWord

__all__ = ["check_rivals", "names_rival"]

_PAIR = 2
FEWEST_LEADING, CLEARLY = 5, 2
"""Who was met so often, and so many times as often as the other, leads whatever a record may lack."""
_LESS = re.compile(r"\b(?:less|fewer|rarely|seldom)\b", re.IGNORECASE)
_TWICE = re.compile(r"\btwice\b", re.IGNORECASE)
_EQUALLY = re.compile(r"^(?:as|so)\b", re.IGNORECASE)
_NEARLY_TWICE = (1.5, 3.0)
"""What "twice as often" may mean, as shares."""


def names_rival(claim: Claim) -> bool:
    """True for a rank that names whom the first is compared with."""
    return claim.other is not None and bool(claim.other.parties)


def check_rivals(claim: Claim, setting: Setting) -> Verdict:
    """Check that somebody did something more often, less often or as often with one than with another."""
    assert claim.other is not None
    if not counts_acts(claim) or len(claim.counted.parties) != _PAIR or len(claim.other.parties) != 1:
        return undecided(claim, f"the words do not tell what is compared: “{claim.value}”")
    question = question_for(claim, setting)
    rival = party_named(claim.other.parties[0], setting.registry)
    if len(question.parties) != _PAIR or rival in question.parties:
        return undecided(claim, f"the words do not tell what is compared: “{claim.value}”")
    plain: Verdict | None = None
    for reading in _readings(question):
        judged = _judged(claim, reading, rival, setting)
        if judged.word != "contradicted":
            return judged
        plain = plain or judged
    assert plain is not None
    return plain


def _readings(question: Question) -> Iterator[Question]:
    """Yield the plain reading, and the one without meetings of three or more."""
    yield question
    if question.type == "CONSULT" and not question.mode:
        yield replace(question, bilateral=True)


def _judged(claim: Claim, question: Question, rival: Party, setting: Setting) -> Verdict:
    other = replace(question, parties=_in_place(question.parties, rival), holders=(), office="")
    mine, theirs = (ask(setting.source, asked).incidents for asked in (question, other))
    fewer = question if len(mine) < len(theirs) else other
    coverage = coverage_of(fewer, setting)
    window = window_text(question.window, question.until)
    names = with_partners(party.name for party in question.parties), with_partners(p.name for p in other.parties)
    why = f"in window {window} {names[0]} {len(mine)}, {names[1]} {len(theirs)}"
    word: VerdictWord = "supported" if _holds(claim.value, len(mine), len(theirs)) else "contradicted"
    many, few = max(len(mine), len(theirs)), min(len(mine), len(theirs))
    clear = many >= FEWEST_LEADING and many > CLEARLY * few
    if not (coverage.dense or (clear and word == "supported")) or not many:
        word = "not in record"
    right = (
        f"{names[0]}: {len(mine)}; {names[1]}: {len(theirs)} ({told_days(theirs)})." if word == "contradicted" else ""
    )
    return verdict(claim, word, why, _leading(mine, theirs), question, coverage, (), right)


def _in_place(parties: tuple[Party, ...], rival: Party) -> tuple[Party, ...]:
    """Return the parties with the rival in the place of the one of his own sort, the second where both are."""
    first, second = parties
    alike = bool(second.state) == bool(rival.state)
    return (first, rival) if alike or bool(first.state) != bool(rival.state) else (rival, second)


def _holds(words: str, mine: int, theirs: int) -> bool:
    if _TWICE.search(words):
        low, high = _NEARLY_TWICE
        return low * theirs <= mine <= high * theirs
    if _LESS.search(words):
        return mine < theirs
    return mine >= theirs if _EQUALLY.search(words) else mine > theirs


def _leading(mine: tuple[Incident, ...], theirs: tuple[Incident, ...]) -> tuple[Incident, ...]:
    return theirs if len(theirs) > len(mine) else mine
