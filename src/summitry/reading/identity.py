"""What inputs are told apart by: digests of bytes, and texts without case and spacing."""

from __future__ import annotations

import hashlib
import unicodedata

__all__ = ["digest_of", "normal_text"]


def normal_text(text: str) -> str:
    """Return a text in one Unicode form, case and spacing taken out, for comparing."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def digest_of(data: bytes) -> str:
    """Return the SHA-256 of bytes, hexadecimal."""
    return hashlib.sha256(data).hexdigest()
