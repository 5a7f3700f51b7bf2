"""The judge proper: a small encoder in eight-bit numbers, run by onnxruntime on one thread."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from summitry.coding.judge.reading import Reading
from summitry.coding.judge.tokens import cut_into_pieces

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

__all__ = ["EncoderJudge"]

_SLOWER = "SkipLayerNormFusion"
"""An optimization of onnxruntime that on processors makes a sixth of the work more, not less."""


class EncoderJudge:
    """Judges pairs by an encoder that reads their sentence once.

    A sentence is judged alone: eight-bit arithmetic scales by what is read together, so that a batch of several
    would make a verdict depend on its neighbours.

    Args:
        session: the model; see `training/network.py` for its inputs.
        tokenizer: cuts sentences into the pieces that the model knows.
    """

    def __init__(self, session: InferenceSession, tokenizer: Tokenizer) -> None:
        self._session = session
        self._tokenizer = tokenizer

    @classmethod
    def load(cls, model: Path, vocabulary: Path) -> EncoderJudge:
        """Load a model and its tokenizer.

        Raises:
            ImportError: onnxruntime or tokenizers is not installed.
        """
        from onnxruntime import InferenceSession, SessionOptions  # here, so that the package works without them
        from tokenizers import Tokenizer

        options = SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        tokenizer = Tokenizer.from_file(str(vocabulary))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        session = InferenceSession(
            str(model), options, providers=["CPUExecutionProvider"], disabled_optimizers=[_SLOWER]
        )
        return cls(session, tokenizer)

    def read(self, sentence: str) -> Reading:
        """Return what the encoder says of a sentence, word by word."""
        [pieces] = cut_into_pieces(self._tokenizer, [sentence])
        inputs = {
            "ids": np.array([pieces.ids], dtype=np.int64),
            "mask": np.ones((1, len(pieces.ids)), dtype=np.float32),
        }
        [answers] = self._session.run(["answers"], inputs)
        return Reading(sentence, pieces, answers[0])
