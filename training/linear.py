"""Fits the fallback: a linear model over hashed features, stored in eight-bit numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from random import Random

import numpy as np
import torch
from corpus import Example
from torch import Tensor, nn
from torch.nn import functional

from summitry.coding.judge.labels import MODES, STATUSES, TYPES
from summitry.coding.judge.linear import BUCKETS, features_of

__all__ = ["fit_linear"]

EPOCHS, BATCH, RATE, SHRINKING = 12, 64, 0.02, 2e-5
MANNER = 0.3
"""Weight of modes and statuses beside categories."""
_MODE_PLACES = {pair: at for at, pair in enumerate(MODES)}
ANSWERS = len(TYPES) + len(MODES) + len(STATUSES)


def fit_linear(examples: Sequence[Example], path: Path, seed: int = 1) -> None:
    """Fit the linear judge to examples and write its weights."""
    torch.manual_seed(seed)
    random = Random(seed)
    weights = _class_weights(examples)
    bag = nn.EmbeddingBag(BUCKETS, ANSWERS, mode="sum")
    nn.init.zeros_(bag.weight)
    offsets = nn.Parameter(torch.zeros(ANSWERS))
    optimizer = torch.optim.Adam([bag.weight, offsets], lr=RATE)
    for epoch in range(EPOCHS):
        optimizer.param_groups[0]["lr"] = RATE * (1 - epoch / EPOCHS)
        order = list(examples)
        random.shuffle(order)
        for at in range(0, len(order), BATCH):
            batch = order[at : at + BATCH]
            rows = [features_of(e.sentence, (e.actor, e.recipient)) for e in batch]
            starts = torch.tensor([0, *np.cumsum([len(row) for row in rows])[:-1]])
            counts = torch.tensor([[len(row)] for row in rows]).sqrt()
            answers = bag(torch.tensor([f for row in rows for f in row]), starts) / counts + offsets
            loss = _loss_of(answers, batch, weights) + SHRINKING * bag.weight.square().sum()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    _write(bag.weight.detach().numpy(), offsets.detach().numpy(), path)


def _class_weights(examples: Sequence[Example]) -> Tensor:
    counts = Counter(example.type for example in examples)
    mean = len(examples) / len(TYPES)
    return torch.tensor([min((mean / max(counts[name], 1)) ** 0.5, 4.0) for name in TYPES])


def _loss_of(answers: Tensor, batch: Sequence[Example], weights: Tensor) -> Tensor:
    types, modes, statuses = answers.split([len(TYPES), len(MODES), len(STATUSES)], dim=1)
    target = torch.tensor([[example.types.get(name, 0.0) for name in TYPES] for example in batch])
    loss = (-(target * types.log_softmax(dim=1)).sum(dim=1) * (target @ weights)).mean()
    known = [(at, _MODE_PLACES[e.type, e.mode]) for at, e in enumerate(batch) if e.mode is not None]
    if known:
        rows, wanted = (torch.tensor(column) for column in zip(*known, strict=True))
        loss = loss + MANNER * functional.cross_entropy(modes[rows], wanted)
    told = [(at, STATUSES.index(e.status)) for at, e in enumerate(batch) if e.status is not None]
    if told:
        rows, wanted = (torch.tensor(column) for column in zip(*told, strict=True))
        loss = loss + MANNER * functional.cross_entropy(statuses[rows], wanted)
    return loss


def _write(weights: np.ndarray, offsets: np.ndarray, path: Path) -> None:
    scales = np.abs(weights).max(axis=0) / 127 + 1e-9
    small = np.round(weights / scales).astype(np.int8)
    np.savez_compressed(path, weights=small, scales=scales.astype(np.float32), offsets=offsets.astype(np.float32))
