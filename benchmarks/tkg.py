"""The predictors that the scorer of the public forecasting sets imports.

PYTHONPATH=src:benchmarks python score_tkg.py rank --dataset icews14 --data DATA --split valid --predictor tkg:make
PYTHONPATH=src:benchmarks python score_tkg.py binary --data DATA --split dev --predictor tkg:make_binary
"""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Sequence
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from summitry.forecasting.arrays import Ints
from summitry.forecasting.boosting import BoostedModel
from summitry.forecasting.panels import Dyad, Family
from summitry.forecasting.question_trees import BoostedQuestionModel
from summitry.forecasting.questions import QuestionModel
from summitry.forecasting.ranking import RankingModel, Settings

ICEWS18_BEGINS = date(2018, 1, 1)
"""Day 0 of the record that the questions are about."""


def make(info: dict[str, Any]) -> RankingModel:
    """The default ranking model: a conditional logit."""
    return RankingModel(info["entities"], info["relations"][: info["num_relations"]])


def make_boosted(info: dict[str, Any]) -> BoostedModel:
    """The default model with trees on top; needs LightGBM."""
    return BoostedModel(info["entities"], info["relations"][: info["num_relations"]], Settings(lesson_queries=30_000))


class BinaryPredictor:
    """The question model behind the scorer's interface."""

    def __init__(self, model: QuestionModel) -> None:
        self.model = model

    def forecast(self, cutoff_day: int, history: Ints, questions: Sequence[dict[str, str]]) -> list[float]:
        """The probability of each question, in order."""
        answers: dict[int, float] = {}
        for horizon in sorted({int(question["horizon"]) for question in questions}):
            numbers = [i for i, question in enumerate(questions) if int(question["horizon"]) == horizon]
            dyads = [Dyad(questions[i]["family"], questions[i]["a"], questions[i]["b"]) for i in numbers]
            odds = self.model.forecast(cutoff_day, np.asarray(history), dyads, horizon)
            answers.update({i: answer.probability for i, answer in zip(numbers, odds, strict=True)})
        return [answers[i] for i in range(len(questions))]


def make_binary(info: dict[str, Any]) -> BinaryPredictor:
    """The model of yes/no questions about pairs of states: with trees where LightGBM is installed."""
    return BinaryPredictor(_questions(BoostedQuestionModel if find_spec("lightgbm") else QuestionModel, info))


def make_binary_logistic(info: dict[str, Any]) -> BinaryPredictor:
    """The same without trees."""
    return BinaryPredictor(_questions(QuestionModel, info))


def _questions(kind: type[QuestionModel], info: dict[str, Any]) -> QuestionModel:
    folder = Path(info["questions_dir"])
    state_of = {int(row["entity_id"]): row["state"] for row in _rows(folder / "states.tsv")}
    return kind(families_in(folder), info["relations"], state_of, first_day=ICEWS18_BEGINS)


def families_in(folder: Path) -> list[Family]:
    """The families of questions."""
    return [
        Family(name, entry["directed"], frozenset(entry["relations"]), frozenset(entry["inverse_relations"]))
        for name, entry in json.loads((folder / "families.json").read_text(encoding="utf-8")).items()
    ]


def quads_of(path: Path) -> Ints:
    """The facts of a table that may be packed."""
    return np.array([line.split("\t")[:4] for line in _text(path).splitlines() if line.strip()], dtype=np.int64)


def names_of(path: Path) -> list[str]:
    """The names in a table of numbers and names, in order of their numbers."""
    pairs = [line.split("\t") for line in _text(path).splitlines() if line.strip()]
    return [name for _, name in sorted((int(number), name) for number, name in pairs)]


def _rows(path: Path) -> list[dict[str, str]]:
    """The rows of a table that may be packed."""
    return list(csv.DictReader(io.StringIO(_text(path)), delimiter="\t"))


def _text(path: Path) -> str:
    if path.exists():
        return path.read_text(encoding="utf-8")
    return gzip.decompress(path.with_name(path.name + ".gz").read_bytes()).decode("utf-8")
