"""Sentences to claims: assertions that go beyond one event, of thirteen kinds, structured for a record to check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitry.coding.claims.format import claim_from_json, claim_to_json

if TYPE_CHECKING:
    from summitry.coding.claims.reader import read_claims

__all__ = ["claim_from_json", "claim_to_json", "read_claims"]


def __getattr__(name: str) -> object:
    """Import the reader where it is asked for: the parser behind it takes seconds, the format does not."""
    if name != "read_claims":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from summitry.coding.claims import reader

    return reader.read_claims
