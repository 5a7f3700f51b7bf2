"""The bundled judge, loaded once a process."""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files

from summitry.coding.judge.encoder import EncoderJudge
from summitry.coding.judge.judgement import Judge
from summitry.coding.judge.linear import LinearJudge

__all__ = ["load_judge"]


@cache
def load_judge() -> Judge:
    """Load the bundled judge: the encoder, or the linear model where onnxruntime is missing."""
    with as_file(files("summitry.coding.judge").joinpath("data")) as folder:
        try:
            return EncoderJudge.load(folder / "judge.onnx", folder / "tokenizer.json")
        except ImportError:
            return LinearJudge.load(folder / "linear.npz")
