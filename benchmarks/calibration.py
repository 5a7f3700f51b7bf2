"""Do scores hold: among events scored 0.8, are about 80% right?

    python benchmarks/calibration.py

Reads `training/told.csv`: the statements that the frames find in texts annotated blind, from which the judge has not
learnt, each with its signs (`training/weigh.py`). Fits the score's weights to the documents of four fifths, scores the
rest, in turn; prints a reliability table, the mean error of the scores, and what dropping unlikely statements costs.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "training"))

from weighing import Row, fit_weights, read_rows  # noqa: E402  # the fitting is training's, not the package's

from summitry.coding.reviewing import score_of  # noqa: E402

FOLDS = 5
STEPS = 5
THRESHOLDS = (0.0, 0.2, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7)


def cross_validated(rows: Sequence[Row]) -> list[tuple[float, bool]]:
    """Return each statement's score by weights fitted without its document, and whether it is right."""
    scored = []
    for fold in range(FOLDS):
        weights = fit_weights([row for row in rows if _fold(row[0]) != fold])
        scored += [(score_of(signs, weights), good) for doc, good, signs in rows if _fold(doc) == fold]
    return scored


def _fold(document: str) -> int:
    return int(hashlib.md5(document.encode()).hexdigest(), 16) % FOLDS


def main() -> int:
    """Print the tables."""
    rows = read_rows(ROOT / "training" / "told.csv")
    scored = cross_validated(rows)
    base = sum(good for _, good in scored) / len(scored)
    brier = sum((score - good) ** 2 for score, good in scored) / len(scored)
    alone = base * (1 - base)
    print(f"statements {len(scored)}   right {base:.3f}   Brier score {brier:.3f} (by the share alone {alone:.3f})")
    print("\nscored          statements   mean score   right")
    error = 0.0
    for step in range(STEPS):
        low, high = step / STEPS, (step + 1) / STEPS
        part = [(s, g) for s, g in scored if low <= s < high or (s == 1 and high == 1)]
        if part:
            mean, right = sum(s for s, _ in part) / len(part), sum(g for _, g in part) / len(part)
            error += abs(mean - right) * len(part) / len(scored)
            print(f"{low:.1f} to {high:.1f}      {len(part):>10}   {mean:>10.3f}   {right:.3f}")
    print(f"mean distance of score and share {error:.3f}")
    print("\nat least   kept    right    of the right ones kept")
    all_right = sum(good for _, good in scored)
    for least in THRESHOLDS:
        kept = [good for score, good in scored if score >= least]
        print(f"{least:.2f}       {len(kept):>4}    {sum(kept) / len(kept):.3f}    {sum(kept) / all_right:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
