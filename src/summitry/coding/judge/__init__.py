"""The trained judge: which act, if any, one actor does to another in a sentence.

    verdict = load_judge().read("Xi met Kim in Dalian.").judge(((0, 2), (7, 10)))
    verdict.types["CONSULT"], verdict.mode("CONSULT"), verdict.status

How it is trained: `training/README.md`; on what, and how well it does: `docs/model-card.md`.
"""

from summitry.coding.judge.judgement import Judge, Judgement, Pair, SentenceRead
from summitry.coding.judge.labels import NONE, STATUSES, TYPES
from summitry.coding.judge.loading import load_judge
from summitry.coding.judge.phrase import phrase_of
from summitry.coding.judge.reading import Reading
from summitry.coding.judge.tokens import Span

__all__ = [
    "NONE",
    "STATUSES",
    "TYPES",
    "Judge",
    "Judgement",
    "Pair",
    "Reading",
    "SentenceRead",
    "Span",
    "load_judge",
    "phrase_of",
]
