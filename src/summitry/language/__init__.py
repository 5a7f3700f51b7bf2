"""Sentences, tags, dependencies and entities of a text, with every offset in the stored text."""

from summitry.language.document import Doc
from summitry.language.layout import block_starts
from summitry.language.parsing import Language, load_language, sentence_spans
from summitry.language.remembering import remembered
from summitry.language.span import Span
from summitry.language.token import Token

__all__ = ["Doc", "Language", "Span", "Token", "block_starts", "load_language", "remembered", "sentence_spans"]
