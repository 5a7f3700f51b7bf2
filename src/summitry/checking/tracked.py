"""Claims that are kept and not decided: relations with the acts they rest on, causes beside what they explain."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from summitry.checking.asking import question_for
from summitry.checking.counts import tally
from summitry.checking.coverage import coverage_of
from summitry.checking.firsts import meant_by
from summitry.checking.matching import ask
from summitry.checking.parties import party_named
from summitry.checking.question import Question
from summitry.checking.setting import Setting
from summitry.checking.verdicts import undecided, verdict
from summitry.checking.wording import days_of
from summitry.model import Claim, Interval, Verdict

__all__ = ["check_cause", "check_position", "check_relation"]

_PAIR = 2
_YEAR = timedelta(days=365)
_FRIENDLY = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})


def check_cause(claim: Claim, setting: Setting) -> Verdict:
    """File an author's explanation beside the incident that it explains."""
    if not claim.counted.acts or not claim.counted.type:
        return undecided(claim, f"an explanation is kept, not decided: “{claim.value}”")
    question = question_for(claim, setting)
    if not question.parties:
        return undecided(claim, f"an explanation is kept, not decided: “{claim.value}”")
    meant = meant_by(claim, tally(question, claim, setting), setting)
    act = f"of {days_of(meant)}" if meant else "of an act that the record does not hold"
    why = f"{claim.according_to} explains the act {act} by “{claim.value}”; an explanation is kept, not decided"
    rows = [meant] if meant else []
    return verdict(claim, "not in record", why, rows, question, coverage_of(question, setting))


def check_position(claim: Claim, setting: Setting) -> Verdict:
    """File who wants what, according to whom."""
    who = claim.counted.parties[:1] or claim.subject[:1]
    return undecided(claim, f"filed as a position: {', '.join(who) or 'somebody'}: {claim.value}")


def check_relation(claim: Claim, setting: Setting) -> Verdict:
    """Show what two sides did in the year before the text; whether that is "strained" is not for a count to say."""
    names = claim.counted.parties if len(claim.counted.parties) >= _PAIR else claim.subject
    if len(names) < _PAIR:
        return undecided(claim, f"a relation is tracked, not decided: “{claim.value}”")
    parties = tuple(party_named(name, setting.registry) for name in names[:_PAIR])
    today = setting.today
    window = Interval(today - _YEAR, today, "range") if today else None
    question = Question("", parties=parties, window=window, until=setting.until)
    found = ask(setting.source, question).incidents
    friendly = sum(incident.type in _FRIENDLY for incident in found)
    why = f"{friendly} cooperative and {len(found) - friendly} hostile acts between them in the year before"
    coverage = coverage_of(replace(question, type=""), setting)
    return verdict(claim, "not in record", f"{why}; a relation is tracked, not decided", (), question, coverage)
