"""The judge as a torch module: a sentence is read once, each pair is judged in the light of its roles.

The lower layers of the encoder read the sentence. Then the actor's and the recipient's words are told apart by a
learned vector each, and the uppermost layers read on, once a pair; the answers come from the means over the two spans
and over the sentence and from an attention over all words that the pair itself directs.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from summitry.coding.judge.labels import MODES, STATUSES, TYPES

__all__ = ["PairJudge", "Shape", "load_base"]


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of an encoder, from its `config.json`."""

    hidden: int
    layers: int
    heads: int
    inner: int
    positions: int
    words: int
    epsilon: float
    relative: int
    first_position: int

    @classmethod
    def read(cls, path: Path) -> Shape:
        """Read a BERT or MPNet configuration."""
        row = json.loads(path.read_text(encoding="utf-8"))
        mpnet = row["model_type"] == "mpnet"
        return cls(
            row["hidden_size"],
            row["num_hidden_layers"],
            row["num_attention_heads"],
            row["intermediate_size"],
            row["max_position_embeddings"],
            row["vocab_size"],
            row["layer_norm_eps"],
            row.get("relative_attention_num_buckets", 0) if mpnet else 0,
            row["pad_token_id"] + 1 if mpnet else 0,
        )


class Layer(nn.Module):
    """One transformer layer, normalised after each part, as in BERT."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.heads = shape.heads
        self.query, self.key, self.value, self.out = (nn.Linear(shape.hidden, shape.hidden) for _ in range(4))
        self.widen, self.narrow = nn.Linear(shape.hidden, shape.inner), nn.Linear(shape.inner, shape.hidden)
        self.norm1 = nn.LayerNorm(shape.hidden, shape.epsilon)
        self.norm2 = nn.LayerNorm(shape.hidden, shape.epsilon)
        self.dropout = nn.Dropout(dropout)

    def forward(self, words: Tensor, bias: Tensor) -> Tensor:
        """Read on; `bias` is added to the attention's scores (rows × heads or 1 × words or 1 × words)."""
        rows, length, hidden = words.shape

        def split(part: nn.Linear) -> Tensor:
            return part(words).view(rows, length, self.heads, hidden // self.heads).transpose(1, 2)

        scores = split(self.query) @ split(self.key).transpose(2, 3) / math.sqrt(hidden // self.heads) + bias
        read = functional.softmax(scores, dim=-1) @ split(self.value)
        words = self.norm1(words + self.dropout(self.out(read.transpose(1, 2).reshape(rows, length, hidden))))
        return self.norm2(words + self.dropout(self.narrow(functional.gelu(self.widen(words)))))


class Encoder(nn.Module):
    """Word, position and relative-position vectors and the layers."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.shape = shape
        self.words = nn.Embedding(shape.words, shape.hidden)
        self.positions = nn.Embedding(shape.positions, shape.hidden)
        self.kind = nn.Parameter(torch.zeros(shape.hidden))
        self.norm = nn.LayerNorm(shape.hidden, shape.epsilon)
        self.relative = nn.Embedding(shape.relative, shape.heads) if shape.relative else None
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))

    def embed(self, ids: Tensor) -> Tensor:
        """Return the vectors that the first layer reads."""
        places = torch.arange(ids.shape[1], device=ids.device) + self.shape.first_position
        return self.dropout(self.norm(self.words(ids) + self.positions(places) + self.kind))

    def bias(self, mask: Tensor) -> Tensor:
        """Return what is added to the attention's scores: nothing may look at padding."""
        bias = (mask[:, None, None, :] - 1.0) * 1e4
        if self.relative is None:
            return bias
        return bias + self.relative(_buckets(mask.shape[1], self.shape.relative)).permute(2, 0, 1)[None]


def _buckets(length: int, number: int, furthest: int = 128) -> Tensor:
    """Return the bucket of each distance between two words, as T5 and MPNet count them."""
    places = torch.arange(length)
    away = places[:, None] - places[None, :]
    half, exact = number // 2, number // 4
    growth = torch.log(away.abs().clamp(min=1).float() / exact) / math.log(furthest / exact)
    far = exact + (growth * (half - exact)).long()
    return (away < 0).long() * half + torch.where(away.abs() < exact, away.abs(), far.clamp(max=half - 1))


class PairJudge(nn.Module):
    """Encoder and heads.

    Args:
        shape: of the encoder.
        split: so many layers read the sentence, the others read it once a pair.
        dropout: share of values left out in training.
    """

    def __init__(self, shape: Shape, split: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(shape, dropout)
        self.split = split
        hidden = shape.hidden
        self.roles = nn.Parameter(torch.randn(4, hidden) * 0.02)
        self.absent = nn.Parameter(torch.randn(2, hidden) * 0.02)
        self.look = nn.Linear(2 * hidden, hidden)
        self.mix = nn.Linear(5 * hidden, hidden)
        self.norm = nn.LayerNorm(hidden)
        self.drop = nn.Dropout(2 * dropout)
        self.heads = nn.Linear(hidden, len(TYPES) + len(MODES) + len(STATUSES))

    def forward(self, ids: Tensor, mask: Tensor, rows: Tensor, actors: Tensor, recipients: Tensor) -> Tensor:
        """Judge pairs.

        Args:
            ids: sentences × pieces, numbers in the vocabulary.
            mask: sentences × pieces, 1.0 where there is a piece.
            rows: for each pair, which sentence it stands in.
            actors: pairs × pieces, 1.0 on the actor's, all 0.0 where nobody is named.
            recipients: the same of the recipient's.

        Returns:
            Pairs × (types, modes, statuses), before any softmax.
        """
        words, bias = self.encoder.embed(ids), self.encoder.bias(mask)
        for layer in self.encoder.layers[: self.split]:
            words = layer(words, bias)
        spans = torch.stack([actors, recipients], dim=1)
        missing = 1.0 - spans.amax(dim=2)
        words = words[rows] + spans.transpose(1, 2) @ self.roles[:2] + (missing @ self.roles[2:])[:, None, :]
        bias, mask = bias[rows], mask[rows]
        for layer in self.encoder.layers[self.split :]:
            words = layer(words, bias)
        return self.heads(self.drop(self._pair(words, mask, spans, missing)))

    def _pair(self, words: Tensor, mask: Tensor, spans: Tensor, missing: Tensor) -> Tensor:
        means = _means(words, spans) + missing[:, :, None] * self.absent
        actor, recipient = means[:, 0], means[:, 1]
        asked = functional.gelu(self.look(torch.cat([actor, recipient], dim=1)))
        scores = (words @ asked[:, :, None])[:, :, 0] / math.sqrt(words.shape[2]) + (mask - 1.0) * 1e4
        act = (functional.softmax(scores, dim=-1)[:, None, :] @ words)[:, 0]
        whole = torch.cat([actor, recipient, act, _means(words, mask[:, None, :])[:, 0], actor * recipient], dim=1)
        return self.norm(functional.gelu(self.mix(self.drop(whole))))


def _means(words: Tensor, masks: Tensor) -> Tensor:
    return masks @ words / masks.sum(dim=2, keepdim=True).clamp(min=1.0)


def load_base(folder: Path, split: int, dropout: float = 0.1) -> PairJudge:
    """Return a judge whose encoder is a published one and whose heads know nothing yet.

    Args:
        folder: holds `config.json` and `model.safetensors` of a BERT or MPNet encoder.
        split: see `PairJudge`.
        dropout: see `PairJudge`.
    """
    shape = Shape.read(folder / "config.json")
    judge = PairJudge(shape, split, dropout)
    found = load_file(folder / "model.safetensors")
    judge.encoder.load_state_dict({name: found[theirs] for name, theirs in _names(shape)} | _extra(shape, found))
    return judge


def _names(shape: Shape) -> list[tuple[str, str]]:
    """Return our names of an encoder's parts with theirs."""
    pairs = [("words", "embeddings.word_embeddings"), ("positions", "embeddings.position_embeddings")]
    names = [(f"{ours}.weight", f"{theirs}.weight") for ours, theirs in pairs]
    names += [(f"norm.{part}", f"embeddings.LayerNorm.{part}") for part in ("weight", "bias")]
    if shape.relative:
        names.append(("relative.weight", "encoder.relative_attention_bias.weight"))
        attention = {"query": "attn.q", "key": "attn.k", "value": "attn.v", "out": "attn.o", "norm1": "LayerNorm"}
    else:
        attention = {p: f"self.{p}" for p in ("query", "key", "value")}
        attention |= {"out": "output.dense", "norm1": "output.LayerNorm"}
    inner = {"widen": "intermediate.dense", "narrow": "output.dense", "norm2": "output.LayerNorm"}
    parts = {ours: f"attention.{theirs}" for ours, theirs in attention.items()} | inner
    for number in range(shape.layers):
        for ours, theirs in parts.items():
            names += [
                (f"layers.{number}.{ours}.{p}", f"encoder.layer.{number}.{theirs}.{p}") for p in ("weight", "bias")
            ]
    return names


def _extra(shape: Shape, found: dict[str, Tensor]) -> dict[str, Tensor]:
    """Return the vector that BERT adds to every word of a first sentence; MPNet has none."""
    kinds = found.get("embeddings.token_type_embeddings.weight")
    return {"kind": kinds[0] if kinds is not None else torch.zeros(shape.hidden)}
