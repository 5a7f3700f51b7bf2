"""Yes/no questions of dyads asked at earlier origins: does what was tuned on the later days hold on the earlier ones?

At each origin the dyads are chosen by what was known by then, as those of the public set were on its last day of
train: among the pairs with most acts, those families in which they acted on two days or more. (The public questions
themselves are no fair test there: their dyads were chosen for what they did later, too.) Asked are four weeks of 7
days and one window of 30, as in dev.

    python benchmarks/backtest_questions.py ../shared/data/forecast
    python benchmarks/backtest_questions.py ../shared/data/forecast --season
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

import numpy as np

from summitry.forecasting.arrays import Floats, Ints
from summitry.forecasting.panels import Dyad, active_dyads, count_panel
from summitry.forecasting.questions import QuestionModel
from summitry.forecasting.scoring import score_odds
from tkg import make_binary, make_binary_logistic, names_of, quads_of

PAIRS, LEAST = 800, 2
"""Pairs asked about, and days on which a family must have been seen between them."""
LATER = (0, 7, 14, 21)
AUGUST, BESIDE = (212, 243), ((182, 212), (243, 273))
"""Days of ICEWS14 in August, in July, and in September."""


def main() -> int:
    """Ask, score, print."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("data", type=Path, help="the folder forecast of the shared data")
    cli.add_argument("--origins", type=int, nargs="+", default=[150, 180, 210], help="days of ICEWS18")
    cli.add_argument("--logistic", action="store_true", help="without trees")
    cli.add_argument("--season", action="store_true", help="how many acts August has in ICEWS14")
    args = cli.parse_args()
    if args.season:
        print(f"acts between states in August, of July's and September's: {august_share(args.data / 'icews14'):.2f}")
        return 0
    folder = args.data / "icews18"
    info = {"relations": names_of(folder / "relations.tsv"), "questions_dir": str(args.data / "questions")}
    quads = quads_of(folder / "train.tsv")
    for origin in args.origins:
        model = (make_binary_logistic if args.logistic else make_binary)(info).model
        print_scores(origin, asked_at(model, quads, origin), quads, model)
    return 0


def asked_at(model: QuestionModel, quads: Ints, origin: int) -> list[Dyad]:
    """The dyads that would have been chosen on a day."""
    context = (model.relations, model.state_of, model.families)
    dyads = active_dyads(quads, origin, *context, least=LEAST)
    panel = count_panel(quads, origin, *context, dyads)
    acts = {tuple(sorted((d.first, d.second))): float(n) for d, n in zip(dyads, panel.pair.sum(axis=1), strict=True)}
    kept = set(sorted(acts, key=lambda pair: (-acts[pair], pair))[:PAIRS])
    return [d for d in dyads if tuple(sorted((d.first, d.second))) in kept]


def print_scores(origin: int, dyads: list[Dyad], quads: Ints, model: QuestionModel) -> None:
    """Ask about the dyads after an origin, and print how the odds have held."""
    panel = count_panel(quads, int(quads[:, 3].max()) + 1, model.relations, model.state_of, model.families, dyads)
    asked: list[tuple[int, Any]] = []
    for cutoff, horizon in [*((origin + days, 7) for days in LATER), (origin, 30)]:
        odds = model.forecast(cutoff, quads, dyads, horizon)
        came = panel.own[:, cutoff : cutoff + horizon].any(axis=1)
        last = panel.own[:, cutoff - horizon : cutoff].any(axis=1)
        asked.append((horizon, ([one.probability for one in odds], came, [one.base_rate for one in odds], last)))
    print(f"origin {origin}: {len(dyads)} dyads")
    for name, horizons in (("all", (7, 30)), ("7 days", (7,)), ("30 days", (30,))):
        print(f"  {name:15} {_line(_joined([found for horizon, found in asked if horizon in horizons]))}")
    family = np.tile([dyad.family for dyad in dyads], len(asked))
    every = _joined([found for _, found in asked])
    for one in model.families:
        print(f"  {one.name:15} {_line([column[family == one.name] for column in every])}")


def _joined(parts: list[Any]) -> list[Floats]:
    return [np.concatenate([np.asarray(part[i], dtype=np.float64) for part in parts]) for i in range(4)]


def _line(columns: list[Floats]) -> str:
    scores = score_odds(*columns)
    assert scores is not None
    return (
        f"n {scores.count:6}  came {scores.happened:.3f}  Brier {scores.brier:.4f}  climatology "
        f"{scores.climatology:.4f}  persistence {scores.persistence:.4f}  skill {scores.skill:+.3f}  slope "
        f"{scores.slope:.2f}  error {scores.error:.3f}"
    )


def august_share(folder: Path) -> float:
    """Acts a day between states in August, as a share of those in July and September."""
    quads = quads_of(folder / "train.tsv")
    names = names_of(folder / "entities.tsv")
    states = {i for i, name in enumerate(names) if any(f"({name})" in other for other in names)}
    between = quads[np.isin(quads[:, 0], list(states)) & np.isin(quads[:, 2], list(states)), 3]
    daily = np.bincount(between, minlength=BESIDE[1][1])
    usual = np.concatenate([daily[low:high] for low, high in BESIDE]).mean()
    return float(daily[slice(*AUGUST)].mean() / usual)


if __name__ == "__main__":
    sys.exit(main())
