"""Ranks over acts: with whom somebody met most, told by counting all others in the same window."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from summitry.actors.folding import fold
from summitry.checking.asking import question_for
from summitry.checking.coverage import coverage_of
from summitry.checking.matching import ask
from summitry.checking.parties import Party, party_named, stands_for
from summitry.checking.question import Question
from summitry.checking.rivals import check_rivals, names_rival
from summitry.checking.setting import Setting
from summitry.checking.verdicts import if_dense, undecided, verdict
from summitry.checking.wording import window_text
from summitry.incidents import level_of_participant
from summitry.model import Claim, Incident, Verdict

__all__ = ["check_rank"]

_OFTEN = re.compile(r"\b(?:most|more|other|often|frequen\w*|times|as many)\b", re.IGNORECASE)
_STRICTLY = re.compile(r"\bmore\b|\bmost\b", re.IGNORECASE)
_LEADERS = re.compile(r"\bother (?:[\w-]+ ){0,2}(?:leader|president|head)", re.IGNORECASE)
_SHOWN = 4
CLEARLY = 2
"""Who was met more than so many times as often as anybody else leads whatever a record may lack."""
FEWEST_LEADING = 5


def check_rank(claim: Claim, setting: Setting) -> Verdict:
    """Check that somebody did something more often with one than with any other."""
    counted = claim.counted
    if names_rival(claim):
        return check_rivals(claim, setting)
    if not counted.acts or not counted.type or not counted.parties or not _OFTEN.search(claim.evidence.quote):
        return undecided(claim, f"a rank is checked where it counts acts, not “{claim.value}”")
    parties = [party_named(name, setting.registry) for name in counted.parties]
    question = _of_one(question_for(claim, setting), parties[0])
    if question.level is None and _LEADERS.search(claim.evidence.readable):
        question = replace(question, level="leader")
    met = _by_partner(ask(setting.source, question).incidents, question)
    rival = parties[1] if len(parties) > 1 else _named(claim, met, setting) or _spoken_of(claim, setting)
    if rival is None:
        return undecided(claim, "the text does not tell with whom the others are compared")
    return _compared(claim, question, rival, met, setting)


def _of_one(question: Question, party: Party) -> Question:
    return replace(question, parties=(party,), office="", holders=())


def _spoken_of(claim: Claim, setting: Setting) -> Party | None:
    """Return whom the claims told just before set beside the same subject: "such" frequency is that with Kim."""
    one = claim.counted.parties[0]
    for before in sorted(setting.beside, key=lambda c: -c.evidence.start):
        names = before.counted.parties
        near = before.evidence.start <= claim.evidence.start and before is not claim
        if near and before.counted.type == claim.counted.type and one in names and len(names) > 1:
            return party_named(next(name for name in names if name != one), setting.registry)
    return None


def _named(claim: Claim, met: Mapping[str, Sequence[Incident]], setting: Setting) -> Party | None:
    """Return the partner whom the sentence names: "has met *Kim Jong Un* more often than any other leader"."""
    sentence = fold(claim.evidence.readable)
    name = next((name for name in met if f" {fold(name)} " in f" {sentence} "), None)
    return party_named(name, setting.registry) if name else None


def _compared(
    claim: Claim, question: Question, rival: Party, met: Mapping[str, tuple[Incident, ...]], setting: Setting
) -> Verdict:
    own = next((rows for name, rows in met.items() if _is(name, rows, rival)), ())
    bar = len(own) + (1 if _STRICTLY.search(claim.evidence.quote) is None else 0)
    others = {name: rows for name, rows in met.items() if not _is(name, rows, rival)}
    ahead = {name: rows for name, rows in others.items() if len(rows) >= max(bar, 1)}
    coverage = coverage_of(question, setting)
    window = window_text(question.window, question.until)
    why = f"in window {window} {question.parties[0].name} met {rival.name} {len(own)} times; {_told(others)}"
    if ahead:
        top = max(ahead.values(), key=len)
        name = next(name for name, rows in ahead.items() if rows is top)
        right = f"{question.parties[0].name} met {name} {len(top)} times, {rival.name} {len(own)}."
        return verdict(claim, "contradicted", why, top, question, coverage, (), right)
    most = max((len(rows) for rows in others.values()), default=0)
    clear = len(own) >= FEWEST_LEADING and len(own) > CLEARLY * most
    word = "supported" if clear else if_dense("supported" if own else "not in record", coverage)
    return verdict(claim, word, why, own, question, coverage)


def _by_partner(incidents: Sequence[Incident], question: Question) -> Mapping[str, tuple[Incident, ...]]:
    """Return the incidents by whom one met: by person where a level is asked for, else by state."""
    found: dict[str, list[Incident]] = defaultdict(list)
    for incident in incidents:
        for name in dict.fromkeys(_partners(incident, question)):
            found[name].append(incident)
    return {name: tuple(rows) for name, rows in found.items()}


def _partners(incident: Incident, question: Question) -> Iterator[str]:
    one = question.parties[0]
    home = one.home or next((p.state for p in incident.participants if stands_for(p, one)), "")
    for participant in incident.participants:
        if stands_for(participant, one) or (home and participant.state == home):
            continue
        if question.level is None:
            yield participant.state or participant.name
        elif level_of_participant(participant) == question.level:
            yield participant.name


def _is(name: str, rows: Sequence[Incident], rival: Party) -> bool:
    """True where a partner is the one compared with: by name, or as the one who acts for a state."""
    if name in (rival.name, rival.state):
        return True
    return bool(rival.state) and any(
        p.name == name and p.state == rival.state for row in rows for p in row.participants
    )


def _told(met: Mapping[str, Sequence[Incident]]) -> str:
    ranked = sorted(met.items(), key=lambda entry: (-len(entry[1]), entry[0]))[:_SHOWN]
    return "others: " + (", ".join(f"{name} {len(rows)}" for name, rows in ranked) or "none")
