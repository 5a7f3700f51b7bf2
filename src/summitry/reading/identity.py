"""Stable ids and digests: the same words give the same id on every machine."""

from __future__ import annotations

import hashlib
import unicodedata

__all__ = ["digest_of", "document_id", "normal_text"]


def normal_text(text: str) -> str:
    """Return a text in one Unicode form, case and spacing taken out, for comparing."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def document_id(article_text: str) -> str:
    """Derive a document's id from its article: `d-` and 16 hexadecimal digits of SHA-256.

    >>> document_id("Xi met Kim.") == document_id("  XI met\\nKim. ")
    True
    """
    return f"d-{hashlib.sha256(normal_text(article_text).encode('utf-8', 'replace')).hexdigest()[:16]}"


def digest_of(data: bytes) -> str:
    """Return the SHA-256 of bytes, hexadecimal."""
    return hashlib.sha256(data).hexdigest()
