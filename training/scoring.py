"""Says how a judge does on examples that it was not fitted to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from corpus import Example
from numpy.typing import NDArray

from summitry.coding.judge.labels import MODES, NONE, STATUSES, TYPES, modes_of

__all__ = ["say_scores"]


def say_scores(name: str, examples: Sequence[Example], answers: NDArray[np.float32]) -> None:
    """Print macro-F1 over the categories, the share of modes and statuses that are right, and what is confused most."""
    types, modes, statuses = np.split(answers, [len(TYPES), len(TYPES) + len(MODES)], axis=1)
    found = [TYPES[at] for at in types.argmax(axis=1)]
    wanted = [kind if kind in example.types else example.type for kind, example in zip(found, examples, strict=True)]
    pairs = Counter(zip(wanted, found, strict=True))
    scores = {
        kind: 2 * pairs[kind, kind] / (wanted.count(kind) + found.count(kind)) for kind in TYPES if kind in wanted
    }
    right = sum(pairs[kind, kind] for kind in TYPES) / len(examples)
    print(f"{name}: {len(examples)} pairs, macro-F1 {sum(scores.values()) / len(scores):.3f}, accuracy {right:.3f}")
    print("  " + " ".join(f"{kind} {score:.2f}" for kind, score in scores.items()))
    told = [
        (e, row) for e, row in zip(examples, modes, strict=True) if e.mode is not None and len(modes_of(e.type)) > 1
    ]
    good = [e.mode == _best(row, e.type) for e, row in told if e.type != NONE]
    print(f"  modes right {np.mean(good):.3f} of {len(good)}", end="")
    good = [e.status == STATUSES[row.argmax()] for e, row in zip(examples, statuses, strict=True) if e.status]
    print(f", statuses right {np.mean(good):.3f} of {len(good)}")
    wrong = [(count, pair) for pair, count in pairs.items() if pair[0] != pair[1]]
    print("  confused: " + ", ".join(f"{g} for {f} {n}" for n, (f, g) in sorted(wrong, reverse=True)[:14]))


def _best(row: NDArray[np.float32], kind: str) -> str:
    places = [at for at, (name, _) in enumerate(MODES) if name == kind]
    return MODES[max(places, key=lambda at: row[at])][1]
