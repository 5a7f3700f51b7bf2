"""Verdicts as they are made: with a reason and a coverage always, with a correction where one is known."""

from __future__ import annotations

from collections.abc import Sequence

from summitry.checking.coverage import Coverage
from summitry.checking.question import Question
from summitry.checking.wording import rule_text
from summitry.model import Claim, Incident, Verdict, VerdictWord

__all__ = ["if_dense", "undecided", "verdict"]


def verdict(
    claim: Claim,
    word: VerdictWord,
    why: str,
    incidents: Sequence[Incident],
    question: Question,
    coverage: Coverage,
    near: Sequence[str] = (),
    correction: str = "",
) -> Verdict:
    """Return a verdict, its incidents in order of time and each once."""
    ids = tuple(dict.fromkeys(incident.id for incident in incidents))
    lack = f"; not dense enough to say no: {coverage.lacking}" if coverage.lacking and word == "not in record" else ""
    return Verdict(claim, word, why, ids, rule_text(question), coverage.told + lack, tuple(near), correction)


def if_dense(word: VerdictWord, coverage: Coverage) -> VerdictWord:
    """Return a word that rests on what the record lacks, where the record is dense enough to say so."""
    return word if coverage.dense else "not in record"


def undecided(claim: Claim, why: str) -> Verdict:
    """Return the verdict on a claim that no count of incidents can decide."""
    return Verdict(claim, "not in record", why)
