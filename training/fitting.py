"""Fits a judge to examples, and reads a judge's answers for them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

import numpy as np
import torch
from augment import Names, vary
from corpus import Example
from network import PairJudge
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional
from torch.optim.lr_scheduler import LambdaLR
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from summitry.coding.judge.labels import MODES, STATUSES, TYPES
from summitry.coding.judge.tokens import cut_into_pieces, span_mask

__all__ = ["Plan", "class_weights", "fit", "judge_all", "loss_of"]

MODE_WEIGHT, STATUS_WEIGHT = 0.3, 0.3
WARMING = 0.08
_MODE_PLACES = {pair: at for at, pair in enumerate(MODES)}
_OF_TYPE = torch.tensor([[kind == name for kind, _ in MODES] for name in TYPES])


@dataclass(frozen=True, slots=True)
class Plan:
    """How a judge is fitted.

    Args:
        epochs: passes over the examples.
        rate: learning rate of the uppermost layer.
        head_rate: learning rate of everything above the encoder.
        decay: each layer below learns by this factor slower.
        batch: pairs a step.
        smoothing: share of the target spread over all categories.
        balance: power with which rare categories are counted up; 0 not at all, 1 in full.
        masked: share of the word pieces outside the spans that are hidden.
        teaching: weight of a teacher's answers where an example bears them.
        frozen: so many of the lowest layers stay as they were published.
        averaged: the judge kept is a running mean with this memory (0.995: of 200 steps); 0 for the last one.
        seed: of every draw.
    """

    epochs: int = 6
    rate: float = 1e-4
    head_rate: float = 5e-4
    decay: float = 0.9
    batch: int = 16
    smoothing: float = 0.08
    balance: float = 0.5
    masked: float = 0.04
    teaching: float = 0.0
    frozen: int = 0
    averaged: float = 0.0
    seed: int = 1


def fit(
    judge: PairJudge,
    tokenizer: Tokenizer,
    examples: Sequence[Example],
    plan: Plan,
    say: Callable[[str], None] = lambda line: None,
) -> None:
    """Fit a judge in place."""
    torch.manual_seed(plan.seed)
    random = Random(plan.seed)
    names, weights = Names.of(examples), class_weights(examples, plan.balance)
    optimizer = _optimizer(judge, plan)
    steps = plan.epochs * math.ceil(len(examples) / plan.batch)
    warming = WARMING * steps
    schedule = LambdaLR(optimizer, lambda step: min((step + 1) / warming, 1 - step / steps))
    mean = AveragedModel(judge, multi_avg_fn=get_ema_multi_avg_fn(plan.averaged)) if plan.averaged else None
    judge.train()
    for epoch in range(plan.epochs):
        total = 0.0
        for batch in _batches([vary(e, names, random) for e in examples], plan.batch, random):
            inputs = _inputs(tokenizer, batch, plan.masked, random)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                answers = judge(*inputs)
            loss = loss_of(answers.float(), batch, weights, plan)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(judge.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
            if mean is not None:
                mean.update_parameters(judge)
            total += loss.item() * len(batch)
        say(f"epoch {epoch + 1}: loss {total / len(examples):.3f}")
    if mean is not None:
        judge.load_state_dict(mean.module.state_dict())
    judge.eval()


def class_weights(examples: Sequence[Example], power: float) -> Tensor:
    counts = Counter(example.type for example in examples)
    mean = len(examples) / len(TYPES)
    return torch.tensor([min((mean / max(counts[name], 1)) ** power, 4.0) for name in TYPES])


def _optimizer(judge: PairJudge, plan: Plan) -> torch.optim.Optimizer:
    lowest = (judge.encoder.words, judge.encoder.positions, judge.encoder.norm, *judge.encoder.layers[: plan.frozen])
    for part in lowest:
        part.requires_grad_(False)
    judge.encoder.kind.requires_grad_(False)
    if judge.encoder.relative is not None:
        judge.encoder.relative.requires_grad_(False)
    top = len(judge.encoder.layers) - 1
    groups = [
        {"params": list(layer.parameters()), "lr": plan.rate * plan.decay ** (top - at)}
        for at, layer in enumerate(judge.encoder.layers)
        if at >= plan.frozen
    ]
    inside = {id(parameter) for parameter in judge.encoder.parameters()}
    groups.append({"params": [p for p in judge.parameters() if id(p) not in inside], "lr": plan.head_rate})
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=True)


def _batches(examples: Sequence[Example], size: int, random: Random) -> list[list[Example]]:
    """Return batches of about equally long sentences, in random order."""
    order = sorted(examples, key=lambda e: len(e.sentence) + random.uniform(-20, 20))
    batches = [order[at : at + size] for at in range(0, len(order), size)]
    random.shuffle(batches)
    return batches


def _inputs(
    tokenizer: Tokenizer, batch: Sequence[Example], masked: float = 0.0, random: Random | None = None
) -> tuple[Tensor, ...]:
    cuts = cut_into_pieces(tokenizer, [example.sentence for example in batch])
    width = max(len(cut.ids) for cut in cuts)
    actors = np.stack([span_mask(c, e.actor, width) for c, e in zip(cuts, batch, strict=True)])
    recipients = np.stack([span_mask(c, e.recipient, width) for c, e in zip(cuts, batch, strict=True)])
    ids = np.full((len(batch), width), tokenizer.token_to_id("[PAD]") or tokenizer.token_to_id("<pad>") or 0)
    mask = np.zeros((len(batch), width), dtype=np.float32)
    for row, cut in enumerate(cuts):
        ids[row, : len(cut.ids)] = cut.ids
        mask[row, : len(cut.ids)] = 1.0
        if random is not None and masked:
            hidden = tokenizer.token_to_id("[MASK]") or tokenizer.token_to_id("<mask>")
            for at in range(1, len(cut.ids) - 1):
                if not actors[row, at] and not recipients[row, at] and random.random() < masked:
                    ids[row, at] = hidden
    rows = torch.arange(len(batch))
    return torch.from_numpy(ids), torch.from_numpy(mask), rows, torch.from_numpy(actors), torch.from_numpy(recipients)


def loss_of(answers: Tensor, batch: Sequence[Example], weights: Tensor, plan: Plan) -> Tensor:
    types, modes, statuses = answers.split([len(TYPES), len(MODES), len(STATUSES)], dim=1)
    target = torch.tensor([[example.types.get(name, 0.0) for name in TYPES] for example in batch])
    counted = (target @ weights) * torch.tensor([example.weight for example in batch])
    smooth = target * (1 - plan.smoothing) + plan.smoothing / len(TYPES)
    hard = -(smooth * types.log_softmax(dim=1)).sum(dim=1)
    if plan.teaching:
        taught = torch.tensor([bool(example.soft) for example in batch]).float() * plan.teaching
        soft = torch.tensor([example.soft or (1 / len(TYPES),) * len(TYPES) for example in batch])
        hard = (1 - taught) * hard + taught * -(soft * types.log_softmax(dim=1)).sum(dim=1)
    loss = (hard * counted).mean()
    known = [(at, e) for at, e in enumerate(batch) if e.mode is not None and (e.type, e.mode) in _MODE_PLACES]
    if known:
        rows = torch.tensor([at for at, _ in known])
        allowed = _OF_TYPE[[TYPES.index(e.type) for _, e in known]]
        wanted = torch.tensor([_MODE_PLACES[e.type, str(e.mode)] for _, e in known])
        loss = loss + MODE_WEIGHT * functional.cross_entropy(modes[rows].masked_fill(~allowed, -1e4), wanted)
    told = [(at, STATUSES.index(e.status)) for at, e in enumerate(batch) if e.status is not None]
    if told:
        rows, wanted = (torch.tensor(column) for column in zip(*told, strict=True))
        loss = loss + STATUS_WEIGHT * functional.cross_entropy(statuses[rows], wanted, label_smoothing=0.05)
    return loss


@torch.no_grad()
def judge_all(
    judge: PairJudge, tokenizer: Tokenizer, examples: Sequence[Example], size: int = 32
) -> NDArray[np.float32]:
    """Return the answers for some examples, in their order, before any softmax."""
    judge.eval()
    order = sorted(range(len(examples)), key=lambda at: len(examples[at].sentence))
    rows: dict[int, NDArray[np.float32]] = {}
    for at in range(0, len(order), size):
        part = order[at : at + size]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            answers = judge(*_inputs(tokenizer, [examples[i] for i in part])).float().numpy()
        rows.update(zip(part, answers, strict=True))
    return np.stack([rows[at] for at in range(len(examples))])
