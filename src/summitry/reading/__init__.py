"""Bytes and addresses to clean Documents."""

from summitry.reading.cleaning import clean_text

__all__ = ["clean_text"]
