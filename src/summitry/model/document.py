"""Documents: one text with where it came from."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace

from summitry.model.interval import Interval

__all__ = ["INFERRED", "Address", "Document", "Span", "document_id", "text_digest"]

Span = tuple[int, int]
"""Half-open offsets `(start, end)` in code points."""


INFERRED = "text:"
"""How the rule of a publication date begins that was inferred from the text's own words."""


@dataclass(frozen=True, slots=True)
class Address:
    """One place where a document was found.

    Args:
        source: file path, `-` or archive member as the user named it.
        url: web address, `""` where none is known.
        source_id: the id that the source gave the document, `""` where none.
    """

    source: str
    url: str = ""
    source_id: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One text with publisher, publication date, address and digest.

    Args:
        id: stable id: the source's own where it gave one, else derived from the content.
        text: the stored text that every offset refers to. For text inputs it is the input as
            decoded; for pages, PDF and mail it is the text taken from them.
        article: spans of `text` judged to be the article; the rest is furniture (captions,
            comments, footers) that never reaches the coder.
        title: headline, `""` where none is known.
        published: publication date with the rule that found it; `None` where nothing tells.
        publisher: name of the publisher, `""` where unknown.
        address: where it was found.
        digest: SHA-256 of the input's bytes, hexadecimal.
        author: byline, `""` where unknown.
        language: ISO 639-1 code where the source tells, else `""`.
    """

    id: str
    text: str
    article: tuple[Span, ...]
    title: str = ""
    published: Interval | None = None
    publisher: str = ""
    address: Address = field(default_factory=lambda: Address(source=""))
    digest: str = ""
    author: str = ""
    language: str = ""

    def __post_init__(self) -> None:
        before = 0
        for start, end in self.article:
            if not before <= start < end <= len(self.text):
                raise ValueError(f"article span ({start}, {end}) is out of order or outside the text")
            before = end

    def as_read(self) -> Document:
        """Return the document without a publication date that was inferred from its text."""
        inferred = self.published is not None and self.published.rule.startswith(INFERRED)
        return replace(self, published=None) if inferred else self

    def published_json(self) -> dict[str, object]:
        """Return what output lines tell of the publication date: as read, and as inferred from the text."""
        read, told = self.as_read().published, self.published
        line: dict[str, object] = {"published": read.iso()[0] if read else ""}
        if read is None and told is not None:
            line["published_inferred"] = {"days": list(told.iso()), "rule": told.rule, "anchor": told.anchor}
        return line

    @property
    def article_text(self) -> str:
        """The article alone, its spans joined by a blank line."""
        return "\n\n".join(self.text[start:end].strip() for start, end in self.article)

    @property
    def masked_text(self) -> str:
        """The text with everything outside the article blanked out, so that offsets stay the same."""
        parts, before = [], 0
        for start, end in self.article:
            parts.append(_blank(self.text[before:start]))
            parts.append(self.text[start:end])
            before = end
        parts.append(_blank(self.text[before:]))
        return "".join(parts)


def text_digest(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8, hexadecimal.

    Raises:
        UnicodeEncodeError: the text holds half of a surrogate pair, which no file can store.
    """
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def document_id(digest: str) -> str:
    """Return the id of a document that its source gave none, from the digest of its text: `d-` and 16 digits."""
    return f"d-{digest[:_ID_DIGITS]}"


_ID_DIGITS = 16


def _blank(furniture: str) -> str:
    return "".join("\n" if character == "\n" else " " for character in furniture)
