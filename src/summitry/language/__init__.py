"""Sentences, tags, dependencies and entities of a text, with every offset in the stored text."""

from summitry.language.document import Doc, Span, Token
from summitry.language.layout import block_starts
from summitry.language.parsing import Language, load_language, sentence_spans

__all__ = ["Doc", "Language", "Span", "Token", "block_starts", "load_language", "sentence_spans"]
