"""Fits a judge to lessons."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

import numpy as np
import torch
from augment import Names, renamed
from lessons import Lesson, Taught, Verdict, meet
from network import SentenceReader
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional
from torch.optim.lr_scheduler import LambdaLR
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from summitry.coding.judge.labels import MODES, NONE, STATUSES, TYPES
from summitry.coding.judge.reading import ROLE_WIDTH, TOGETHER
from summitry.coding.judge.tokens import Pieces, cut_into_pieces

__all__ = ["Plan", "fit"]

WORD_WEIGHT, MODE_WEIGHT, STATUS_WEIGHT, ROLE_WEIGHT = 3.0, 0.3, 0.3, 1.5
IDLE = 0.35
"""Weight of a word that tells no act: there are a dozen of them to one that does."""
WARMING = 0.08
_SMOOTH = 0.05
_MODE_PLACES = {pair: at for at, pair in enumerate(MODES)}
_OF_TYPE = torch.tensor([[kind == name for kind, _ in MODES] for name in TYPES])
_TOGETHER = torch.tensor([float(kind in TOGETHER) for kind in TYPES if kind != NONE])
_PARTS = [len(TYPES), len(MODES), len(STATUSES), 2 * ROLE_WIDTH, 2 * ROLE_WIDTH, 2, 2]

Place = tuple[int, int]
"""Which sentence of a batch, which of its pieces."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How a judge is fitted.

    Args:
        epochs: passes over the lessons.
        rate: learning rate of the uppermost layer.
        head_rate: learning rate of everything above the encoder.
        decay: each layer below learns by this factor slower.
        batch: sentences a step.
        masked: share of the word pieces outside the spans that are hidden.
        dropout: share of the values inside the encoder that are left out.
        words: whether the vectors of word pieces are fitted too.
        averaged: the judge kept is a running mean with this memory (0.995: of 200 steps).
        seed: of every draw.
    """

    epochs: int
    rate: float = 1e-4
    head_rate: float = 6e-4
    decay: float = 0.9
    batch: int = 16
    masked: float = 0.05
    dropout: float = 0.0
    words: bool = True
    averaged: float = 0.995
    seed: int = 1


def fit(
    judge: SentenceReader,
    tokenizer: Tokenizer,
    lessons: Sequence[Lesson],
    plan: Plan,
    say: Callable[[str], None] = lambda line: None,
) -> None:
    """Fit a judge in place."""
    torch.manual_seed(plan.seed)
    random = Random(plan.seed)
    names, loss = Names.of(lessons), _Loss(_rarity(lessons))
    for part in judge.encoder.modules():
        if isinstance(part, nn.Dropout):
            part.p = plan.dropout
    optimizer = _optimizer(judge, plan)
    steps = plan.epochs * math.ceil(len(lessons) / plan.batch)
    warming = WARMING * steps
    schedule = LambdaLR(optimizer, lambda step: min((step + 1) / warming, 1 - step / steps))
    mean = AveragedModel(judge, multi_avg_fn=get_ema_multi_avg_fn(plan.averaged))
    judge.train()
    for epoch in range(plan.epochs):
        total = 0.0
        for batch in _batches([renamed(lesson, names, random) for lesson in lessons], plan.batch, random):
            cuts = cut_into_pieces(tokenizer, [lesson.sentence for lesson in batch])
            with torch.autocast("cpu", dtype=torch.bfloat16):
                answers = judge(*_inputs(tokenizer, batch, cuts, plan.masked, random))
            wrong = loss.of(answers.float(), batch, cuts)
            wrong.backward()
            torch.nn.utils.clip_grad_norm_(judge.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
            mean.update_parameters(judge)
            total += wrong.item() * len(batch)
        say(f"epoch {epoch + 1}: loss {total / len(lessons):.3f}")
    judge.load_state_dict(mean.module.state_dict())
    judge.eval()


def _rarity(lessons: Sequence[Lesson]) -> dict[str, float]:
    """Return by how much verdicts of each category count."""
    counts = Counter(verdict.type for lesson in lessons for verdict in lesson.verdicts)
    mean = sum(counts.values()) / len(TYPES)
    return {name: min((mean / count) ** 0.5, 4.0) for name, count in counts.items()}


def _optimizer(judge: SentenceReader, plan: Plan) -> torch.optim.Optimizer:
    encoder = judge.encoder
    encoder.positions.requires_grad_(False)
    encoder.kind.requires_grad_(False)
    below = [*encoder.words.parameters(), *encoder.norm.parameters()]
    for parameter in below:
        parameter.requires_grad_(plan.words)
    rows = [list(layer.parameters()) for layer in reversed(encoder.layers)] + ([below] if plan.words else [])
    groups = [{"params": row, "lr": plan.rate * plan.decay**depth} for depth, row in enumerate(rows)]
    inside = {id(parameter) for parameter in encoder.parameters()}
    groups.append({"params": [p for p in judge.parameters() if id(p) not in inside], "lr": plan.head_rate})
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=True)


def _batches(lessons: Sequence[Lesson], size: int, random: Random) -> list[list[Lesson]]:
    """Return batches of about equally long sentences, in random order."""
    order = sorted(lessons, key=lambda lesson: len(lesson.sentence) + random.uniform(-20, 20))
    batches = [order[at : at + size] for at in range(0, len(order), size)]
    random.shuffle(batches)
    return batches


def _inputs(
    tokenizer: Tokenizer, batch: Sequence[Lesson], cuts: Sequence[Pieces], masked: float, random: Random
) -> tuple[Tensor, Tensor]:
    width = max(len(cut.ids) for cut in cuts)
    ids = np.full((len(batch), width), tokenizer.token_to_id("[PAD]") or 0)
    mask = np.zeros((len(batch), width), dtype=np.float32)
    hidden = tokenizer.token_to_id("[MASK]")
    for row, (lesson, cut) in enumerate(zip(batch, cuts, strict=True)):
        ids[row, : len(cut.ids)] = cut.ids
        mask[row, : len(cut.ids)] = 1.0
        shown = [*lesson.people, *(lesson.words[act.word] for act in lesson.acts)]
        shown += [span for v in lesson.verdicts for span in (v.actor, v.recipient) if span is not None]
        seen = {at for span in shown for at in cut.under(span)}
        for at in range(1, len(cut.ids) - 1):
            if at not in seen and random.random() < masked:
                ids[row, at] = hidden
    return torch.from_numpy(ids), torch.from_numpy(mask)


class _Loss:
    """How wrong the answers for a batch are.

    Args:
        rarity: by how much verdicts of each category count.
    """

    def __init__(self, rarity: dict[str, float]) -> None:
        self._rarity = rarity

    def of(self, answers: Tensor, batch: Sequence[Lesson], cuts: Sequence[Pieces]) -> Tensor:
        """Return the loss of a batch; `answers` are sentences × pieces × `SIZE`."""
        marked = [(row, lesson) for row, lesson in enumerate(batch) if not lesson.verdicts]
        tellers = [(row, at, act.type, act.mode, act.status) for row, at, act in _told(marked, cuts)]
        total = answers.sum() * 0.0
        if marked:
            total = total + WORD_WEIGHT * self._of_words(answers, marked, cuts)
            total = total + ROLE_WEIGHT * self._of_roles(answers, marked, cuts)
        asked = [(row, verdict) for row, lesson in enumerate(batch) for verdict in lesson.verdicts]
        for (row, verdict), (chances, teller) in zip(asked, _of_pairs(answers, asked, batch, cuts), strict=True):
            target = torch.tensor([verdict.types.get(name, 0.0) for name in TYPES])
            smooth = target * (1 - _SMOOTH) + _SMOOTH / len(TYPES)
            total = total - self._rarity[verdict.type] * (smooth * chances).sum() / len(batch)
            tellers.append((row, teller, verdict.type, verdict.mode, verdict.status))
        return total + _of_manner(answers, tellers)

    @staticmethod
    def _of_words(answers: Tensor, marked: Sequence[tuple[int, Lesson]], cuts: Sequence[Pieces]) -> Tensor:
        """Return how wrong the categories are that words are said to tell."""
        rows, targets, weights = [], [], []
        for row, lesson in marked:
            telling: dict[int, list[str]] = {}
            for act in lesson.acts:
                telling.setdefault(act.word, []).append(act.type)
            for at, span in enumerate(lesson.words):
                if pieces := cuts[row].under(span):
                    kinds = telling.get(at, [NONE])
                    rows.append((row, pieces[0]))
                    targets.append([kinds.count(name) / len(kinds) for name in TYPES])
                    weights.append(IDLE if kinds == [NONE] else 1.0)
        found = _at(answers, rows).split(_PARTS, dim=1)[0].log_softmax(dim=1)
        target, weight = torch.tensor(targets), torch.tensor(weights)
        smooth = target * (1 - _SMOOTH) + _SMOOTH / len(TYPES)
        return -((smooth * found).sum(dim=1) * weight).sum() / weight.sum()

    @staticmethod
    def _of_roles(answers: Tensor, marked: Sequence[tuple[int, Lesson]], cuts: Sequence[Pieces]) -> Tensor:
        """Return how wrong it is who takes part in the acts."""
        tellers, people, targets = [], [], []
        for row, lesson in marked:
            for word in {act.word for act in lesson.acts}:
                acts = [act for act in lesson.acts if act.word == word]
                pieces = cuts[row].under(lesson.words[word])
                for one in lesson.people:
                    stands = cuts[row].under(one)
                    if pieces and stands:
                        tellers.append((row, pieces[0]))
                        people.append((row, stands))
                        acting = any(meet(one, span) for act in acts for span in act.actors)
                        acted = any(meet(one, span) for act in acts for span in act.recipients)
                        targets.append([float(acting), float(acted)])
        if not tellers:
            return answers.sum() * 0.0
        found = _roles(_at(answers, tellers), _means(answers, people))
        return functional.binary_cross_entropy_with_logits(found, torch.tensor(targets))


def _of_pairs(
    answers: Tensor, asked: Sequence[tuple[int, Verdict]], batch: Sequence[Lesson], cuts: Sequence[Pieces]
) -> list[tuple[Tensor, int]]:
    """Return the logarithms of what each pair does to each other, and the piece that tells its verdict's act.

    As `Reading.judge`: some word tells it and takes the one for its actor, the other for its recipient.
    """
    if not asked:
        return []
    words = [[pieces[0] for span in batch[row].words if (pieces := cuts[row].under(span))] or [0] for row, _ in asked]
    places = [(row, at) for (row, _), here in zip(asked, words, strict=True) for at in here]
    tellers = _at(answers, places)
    types = tellers.split(_PARTS, dim=1)[0].softmax(dim=1)[:, :-1]
    sides = []
    for role in ("actor", "recipient"):
        spans = [getattr(verdict, role) for _, verdict in asked]
        stands = [cuts[row].under(span) if span else [] for (row, _), span in zip(asked, spans, strict=True)]
        each = [(row, at) for (row, _), at, here in zip(asked, stands, words, strict=True) for _ in here]
        parts = torch.sigmoid(_roles(tellers, _means(answers, each)))
        known = torch.tensor([float(bool(at)) for _, at in each])[:, None]
        sides.append(parts * known + 1 - known)
    (acting, _), (either, acted) = (side.split(1, dim=1) for side in sides)
    either = 1 - (1 - either) * (1 - acted)
    told = types * acting * (acted * (1 - _TOGETHER) + either * _TOGETHER)
    found = []
    for (_, verdict), chances, here in zip(asked, told.split([len(here) for here in words]), words, strict=True):
        missing = torch.log1p(-chances.clamp(max=0.9995)).sum(dim=0)
        said = torch.cat([(-torch.expm1(missing)).clamp(min=1e-7).log(), missing.sum()[None]])
        kind = TYPES.index(verdict.type)
        teller = int(chances[:, kind].argmax()) if verdict.type != NONE else 0
        found.append((said - said.logsumexp(dim=0), here[teller]))
    return found


def _means(answers: Tensor, people: Sequence[tuple[int, Sequence[int]]]) -> Tensor:
    """Return the mean answers of the pieces on which somebody stands, zeros for nobody."""
    _, width, size = answers.shape
    weights = np.zeros((len(people), answers.shape[0] * width), dtype=np.float32)
    for at, (row, stands) in enumerate(people):
        weights[at, [row * width + piece for piece in stands]] = 1 / max(len(stands), 1)
    return torch.from_numpy(weights) @ answers.reshape(-1, size)


def _told(marked: Sequence[tuple[int, Lesson]], cuts: Sequence[Pieces]) -> Iterator[tuple[int, int, Taught]]:
    for row, lesson in marked:
        for act in lesson.acts:
            if pieces := cuts[row].under(lesson.words[act.word]):
                yield row, pieces[0], act


def _of_manner(answers: Tensor, tellers: Sequence[tuple[int, int, str, str | None, str | None]]) -> Tensor:
    """Return how wrong modes and statuses are at the words that tell acts."""
    total = answers.sum() * 0.0
    known = [
        (row, at, kind, _MODE_PLACES[kind, mode])
        for row, at, kind, mode, _ in tellers
        if mode is not None and kind != NONE
    ]
    if known:
        modes = _at(answers, [(row, at) for row, at, *_ in known]).split(_PARTS, dim=1)[1]
        allowed = _OF_TYPE[[TYPES.index(kind) for _, _, kind, _ in known]]
        wanted = torch.tensor([place for *_, place in known])
        total = total + MODE_WEIGHT * functional.cross_entropy(modes.masked_fill(~allowed, -1e4), wanted)
    stated = [(row, at, STATUSES.index(status)) for row, at, _, _, status in tellers if status is not None]
    if stated:
        statuses = _at(answers, [(row, at) for row, at, _ in stated]).split(_PARTS, dim=1)[2]
        wanted = torch.tensor([place for *_, place in stated])
        total = total + STATUS_WEIGHT * functional.cross_entropy(statuses, wanted, label_smoothing=_SMOOTH)
    return total


def _roles(tellers: Tensor, people: Tensor) -> Tensor:
    """Return how much speaks for it that people act, and are acted upon, in what words tell; as `Reading.roles`."""
    asks, ready = (tellers.split(_PARTS, dim=1)[at] for at in (3, 5))
    offers, open_ = (people.split(_PARTS, dim=1)[at] for at in (4, 6))
    match = (asks * offers).view(-1, 2, ROLE_WIDTH).sum(dim=2)
    return 2 * match / math.sqrt(ROLE_WIDTH) + ready + open_


def _at(answers: Tensor, places: Sequence[Place]) -> Tensor:
    rows, pieces = (torch.tensor(column) for column in zip(*places, strict=True))
    return answers[rows, pieces]
