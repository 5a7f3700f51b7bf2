"""Putting a Document together, one way for every format."""

from __future__ import annotations

from summitry.errors import InputError, LimitError
from summitry.limits import Limits
from summitry.model import Address, Document, Interval, document_id, text_digest
from summitry.reading.cleaning import clean_text, headline_of
from summitry.reading.encoding import neutralise
from summitry.reading.identity import digest_of
from summitry.reading.published import find_published

__all__ = ["build_document"]


def build_document(
    text: str,
    address: Address,
    data: bytes,
    limits: Limits,
    *,
    own_id: str = "",
    title: str = "",
    published: Interval | None = None,
    publisher: str = "",
    author: str = "",
    language: str = "",
    markdown: bool = False,
    skip: int = 0,
) -> Document:
    """Clean a text and make the Document of it, all its words made safe to store and to show.

    Args:
        text: the text that offsets will refer to.
        address: where it was found.
        data: the input's bytes, for the digest.
        limits: `text_chars` and `text_lines` are what is held.
        own_id: the id that the source gives, `""` to derive one.
        title: headline that the source tells.
        published: date that the source tells; else the address and the text are asked.
        publisher: who published it.
        author: byline that the source tells.
        language: ISO 639-1 code that the source tells.
        markdown: the text is Markdown.
        skip: how many characters at the start are a header of the file, no article.

    Raises:
        LimitError: the text is too long, or has too many lines.
        InputError: no article is in it.
    """
    text, title = neutralise(text), neutralise(title)
    if len(text) > limits.text_chars:
        raise LimitError(address.source, f"holds {len(text):,} characters, more than {limits.text_chars:,}")
    if (lines := text.count("\n")) > limits.text_lines:
        raise LimitError(address.source, f"holds {lines:,} lines, more than {limits.text_lines:,}")
    if not text.strip():
        raise InputError(address.source, "is empty")
    article = clean_text(" " * skip + text[skip:], title, markdown)
    if not article:
        raise InputError(address.source, "holds no article text, only page furniture")
    return Document(
        id=own_id or document_id(text_digest(text)),
        text=text,
        article=article,
        title=title or headline_of(text),
        published=published or find_published(address.url, text),
        publisher=neutralise(publisher),
        address=Address(neutralise(address.source), neutralise(address.url), neutralise(address.source_id)),
        digest=digest_of(data),
        author=neutralise(author),
        language=language,
    )
