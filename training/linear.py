"""Fits the fallback: a linear model over hashed features, stored in eight-bit numbers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random

import numpy as np
import torch
from augment import Names, vary
from corpus import Example
from fitting import Plan, class_weights, loss_of
from torch import nn

from summitry.coding.judge.labels import MODES, STATUSES, TYPES
from summitry.coding.judge.linear import BUCKETS, features_of

__all__ = ["fit_linear"]

EPOCHS, BATCH, RATE, SHRINKING = 12, 64, 0.02, 2e-5
ANSWERS = len(TYPES) + len(MODES) + len(STATUSES)


def fit_linear(examples: Sequence[Example], path: Path, seed: int = 1) -> None:
    """Fit the linear judge to examples and write its weights."""
    torch.manual_seed(seed)
    random = Random(seed)
    names, weights, plan = Names.of(examples), class_weights(examples, 0.5), Plan(smoothing=0.02)
    bag = nn.EmbeddingBag(BUCKETS, ANSWERS, mode="sum")
    nn.init.zeros_(bag.weight)
    offsets = nn.Parameter(torch.zeros(ANSWERS))
    optimizer = torch.optim.Adam([bag.weight, offsets], lr=RATE)
    for epoch in range(EPOCHS):
        optimizer.param_groups[0]["lr"] = RATE * (1 - epoch / EPOCHS)
        order = [vary(example, names, random) for example in examples]
        random.shuffle(order)
        for at in range(0, len(order), BATCH):
            batch = order[at : at + BATCH]
            rows = [features_of(e.sentence, (e.actor, e.recipient)) for e in batch]
            starts = torch.tensor([0, *np.cumsum([len(row) for row in rows])[:-1]])
            counts = torch.tensor([[len(row)] for row in rows]).sqrt()
            answers = bag(torch.tensor([f for row in rows for f in row]), starts) / counts + offsets
            loss = loss_of(answers, batch, weights, plan) + SHRINKING * bag.weight.square().sum()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    _write(bag.weight.detach().numpy(), offsets.detach().numpy(), path)


def _write(weights: np.ndarray, offsets: np.ndarray, path: Path) -> None:
    scales = np.abs(weights).max(axis=0) / 127 + 1e-9
    small = np.round(weights / scales).astype(np.int8)
    np.savez_compressed(path, weights=small, scales=scales.astype(np.float32), offsets=offsets.astype(np.float32))
