"""Sentences, tags, dependencies and entities of a text, with every offset in the stored text."""

from summitry.language.layout import block_starts
from summitry.language.parsing import Language, load_language, sentence_spans

__all__ = ["Language", "block_starts", "load_language", "sentence_spans"]
