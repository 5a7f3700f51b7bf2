"""Loads the coder that asks a language model, with our own models beside it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from summitry.coding.llm.client import Client
from summitry.coding.llm.endpoint import Endpoint
from summitry.toolkits import import_spacy

if TYPE_CHECKING:
    from summitry.coding.llm.coder import LlmCoder, Note

__all__ = ["LoadLlmCoder", "coder_name"]

VERSION = "llm-1"
"""Raised with every change of what is asked or kept, so that records know what to code again."""
REMEMBERED = 64
"""So many answers are kept: a batch in which one document fails is coded again one by one."""


def coder_name(endpoint: Endpoint) -> str:
    """Return the name and version under which a record keeps what a model read.

    >>> coder_name(Endpoint("http://127.0.0.1:8080/v1", "qwen3-8b"))
    'summitry llm-1 qwen3-8b'
    """
    return f"summitry {VERSION} {endpoint.model}"


@dataclass(frozen=True, slots=True)
class LoadLlmCoder:
    """Loads the coder, for `Record.read` and whoever takes a coder.

    Args:
        client: asks the model.
        note: is told what was kept and refused of each document.
    """

    client: Client
    note: Note

    def __call__(self) -> LlmCoder:
        """Load it: our own models take seconds."""
        import_spacy()
        from summitry.annotation import load_annotator
        from summitry.coding.frames import load_frames
        from summitry.coding.llm.answers import answer_schema
        from summitry.coding.llm.coder import LlmCoder
        from summitry.coding.llm.instructions import instructions

        told, schema = instructions(), answer_schema()

        @lru_cache(maxsize=REMEMBERED)
        def ask(question: str) -> str:
            return self.client.ask(told, question, schema)

        return LlmCoder(load_annotator(), load_frames(), ask, self.note, coder_name(self.client.endpoint))
