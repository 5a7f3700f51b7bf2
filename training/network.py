"""The judge as a torch module: a sentence is read once, and each of its word pieces answers.

Of every piece the heads say which act its word tells, in which mode and with what status, and give the two vectors by
which a word that tells an act and somebody in the sentence are matched, as Dozat and Manning match words and heads
(Deep Biaffine Attention for Neural Dependency Parsing, 2017).
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
from summitry.coding.judge.reading import ROLE_WIDTH

__all__ = ["SentenceReader", "Shape", "load_base"]


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

    @classmethod
    def read(cls, path: Path) -> Shape:
        """Read a BERT configuration."""
        row = json.loads(path.read_text(encoding="utf-8"))
        return cls(
            row["hidden_size"],
            row["num_hidden_layers"],
            row["num_attention_heads"],
            row["intermediate_size"],
            row["max_position_embeddings"],
            row["vocab_size"],
            row["layer_norm_eps"],
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
        """Read on; `bias` is added to the attention's scores (rows × 1 × 1 × words)."""
        rows, length, hidden = words.shape

        def split(part: nn.Linear) -> Tensor:
            return part(words).view(rows, length, self.heads, hidden // self.heads).transpose(1, 2)

        scores = split(self.query) @ split(self.key).transpose(2, 3) / math.sqrt(hidden // self.heads) + bias
        read = functional.softmax(scores, dim=-1) @ split(self.value)
        words = self.norm1(words + self.dropout(self.out(read.transpose(1, 2).reshape(rows, length, hidden))))
        return self.norm2(words + self.dropout(self.narrow(functional.gelu(self.widen(words)))))


class Encoder(nn.Module):
    """Word and position vectors and the layers."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.words = nn.Embedding(shape.words, shape.hidden)
        self.positions = nn.Embedding(shape.positions, shape.hidden)
        self.kind = nn.Parameter(torch.zeros(shape.hidden))
        self.norm = nn.LayerNorm(shape.hidden, shape.epsilon)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))

    def embed(self, ids: Tensor) -> Tensor:
        """Return the vectors that the first layer reads."""
        places = torch.arange(ids.shape[1], device=ids.device)
        return self.dropout(self.norm(self.words(ids) + self.positions(places) + self.kind))

    def bias(self, mask: Tensor) -> Tensor:
        """Return what is added to the attention's scores: nothing may look at padding."""
        return (mask[:, None, None, :] - 1.0) * 1e4


class SentenceReader(nn.Module):
    """Encoder and heads: what `summitry.coding.judge.reading` makes of the answers says what they mean.

    Args:
        shape: of the encoder.
        dropout: share of values left out in training.
    """

    def __init__(self, shape: Shape, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(shape, dropout)
        hidden = shape.hidden
        self.mix = nn.Linear(hidden, hidden)
        self.drop = nn.Dropout(2 * dropout)
        self.labels = nn.Linear(hidden, len(TYPES) + len(MODES) + len(STATUSES))
        self.asks, self.offers = nn.Linear(hidden, 2 * ROLE_WIDTH), nn.Linear(hidden, 2 * ROLE_WIDTH)
        self.ready, self.open = nn.Linear(hidden, 2), nn.Linear(hidden, 2)

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Read sentences.

        Args:
            ids: sentences × pieces, numbers in the vocabulary.
            mask: sentences × pieces, 1.0 where there is a piece.

        Returns:
            Sentences × pieces × `SIZE`.
        """
        words, bias = self.encoder.embed(ids), self.encoder.bias(mask)
        for layer in self.encoder.layers:
            words = layer(words, bias)
        words = self.drop(words)
        labels = self.labels(self.drop(functional.gelu(self.mix(words))))
        matching = [functional.gelu(self.asks(words)), functional.gelu(self.offers(words))]
        return torch.cat([labels, *matching, self.ready(words), self.open(words)], dim=2)


def load_base(folder: Path) -> SentenceReader:
    """Return a judge whose encoder is a published one and whose heads know nothing yet.

    Args:
        folder: holds `config.json` and `model.safetensors` of a BERT encoder.
    """
    shape = Shape.read(folder / "config.json")
    judge = SentenceReader(shape)
    found = load_file(folder / "model.safetensors")
    first = found["embeddings.token_type_embeddings.weight"][0]  # what BERT adds to every word of a first sentence
    judge.encoder.load_state_dict({name: found[theirs] for name, theirs in _names(shape)} | {"kind": first})
    return judge


def _names(shape: Shape) -> list[tuple[str, str]]:
    """Return our names of an encoder's parts with theirs."""
    pairs = [("words", "embeddings.word_embeddings"), ("positions", "embeddings.position_embeddings")]
    names = [(f"{ours}.weight", f"{theirs}.weight") for ours, theirs in pairs]
    names += [(f"norm.{part}", f"embeddings.LayerNorm.{part}") for part in ("weight", "bias")]
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
