"""Fit the weights behind an event's score to texts that neither the judge nor the frames were fitted to.

    python training/weigh.py        write training/told.csv, and score.csv and proposals.csv in the judge's data

It also says how well the judge reads these texts, word by word.

The texts are the half `held` of `benchmarks/blind/`, annotated blind and read by nobody: on the dev gold and on `tune`,
with which the frames were written at hand, scores would promise too much. To be run
after whatever changes what the frames say. A minute. Needs the shared data (SUMMITRY_SHARED, default ../shared).
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from goldlessons import lessons_of_gold
from scoring import say_scores
from statements import signs_in
from weighing import fit_weights, write_rows, write_weights

from summitry.coding.chances import weights_in
from summitry.coding.judge import load_judge
from summitry.coding.judge.encoder import EncoderJudge

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

from blind import annotated  # the annotations are the benchmarks'

__all__ = ["write_score"]

HERE = Path(__file__).parent
DATA = HERE.parent / "src" / "summitry" / "coding" / "judge" / "data"
UNSEEN = "held"


def write_score() -> None:
    """Look with the bundled judge at what the frames say and at what they leave; fit and write the weights of both."""
    judge = load_judge()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "blind.jsonl")
        rows = [json.dumps(document, ensure_ascii=False) for document in annotated(UNSEEN)]
        path.write_text("\n".join(rows) + "\n", encoding="utf-8")
        if isinstance(judge, EncoderJudge):
            say_scores(UNSEEN, lessons_of_gold([path]), judge.read)
        signs, _ = signs_in(path, judge)
        write_rows(signs, HERE / "told.csv")
        write_weights(fit_weights(signs), DATA / "score.csv")
        weights_in.cache_clear()
        _, proposed = signs_in(path, judge)
    write_weights(fit_weights(proposed, shrinking=3.0), DATA / "proposals.csv")
    for name, found in (("statements", signs), ("proposals", proposed)):
        print(f"{len(found)} {name}, {sum(right for _, right, _ in found)} of them right")


if __name__ == "__main__":
    write_score()
