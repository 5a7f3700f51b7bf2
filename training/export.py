"""From a fitted judge to the files that the package ships: an eight-bit ONNX graph and the tokenizer."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import torch
from network import SentenceReader
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer

__all__ = ["export_judge", "export_tokenizer"]

OPSET = 17


def export_judge(judge: SentenceReader, path: Path) -> None:
    """Write a judge as an ONNX graph with eight-bit weights.

    Weights keep seven of their eight bits, lest processors without the newer instructions overflow.
    """
    judge = judge.eval().float()
    ids = torch.tensor([[101, 2054, 2003, 2023, 102]])
    axes = {name: {0: "sentences", 1: "pieces"} for name in ("ids", "mask", "answers")}
    with tempfile.TemporaryDirectory() as folder, torch.no_grad():
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            judge,
            (ids, torch.ones(1, 5)),
            str(whole),
            input_names=["ids", "mask"],
            output_names=["answers"],
            dynamic_axes=axes,
            opset_version=OPSET,
            dynamo=False,
        )
        quantize_dynamic(whole, path, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)


def export_tokenizer(source: Path, path: Path) -> None:
    """Copy a tokenizer, without its padding and truncation."""
    shutil.copyfile(source, path)
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    tokenizer.save(str(path), pretty=False)
