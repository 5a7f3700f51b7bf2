"""Which format a file has, by its suffix, else by how it begins."""

from __future__ import annotations

__all__ = ["FORMATS", "format_of"]

FORMATS = {
    ".atom": "feed",
    ".eml": "mail",
    ".htm": "html",
    ".html": "html",
    ".jsonl": "jsonl",
    ".md": "markdown",
    ".mht": "mail",
    ".mhtml": "mail",
    ".ndjson": "jsonl",
    ".pdf": "pdf",
    ".rss": "feed",
    ".txt": "text",
    ".warc": "warc",
    ".xhtml": "html",
    ".xml": "feed",
}
"""The suffixes that are read and the format each means."""


def format_of(suffix: str, head: bytes) -> str:
    """Tell the format by the suffix; where that says little, by how the bytes begin."""
    if suffix in FORMATS:
        return FORMATS[suffix]
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"%PDF-"):
        return "pdf"
    if start.startswith(b"WARC/"):
        return "warc"
    if start.startswith(b"{"):
        return "jsonl"
    lowered = start[:1000].lower()
    if lowered.startswith(b"<?xml") and (b"<rss" in lowered or b"<feed" in lowered or b"<rdf" in lowered):
        return "feed"
    if lowered.startswith((b"<!doctype html", b"<html", b"<head", b"<?xml")) or b"<html" in lowered:
        return "html"
    return "feed" if lowered.startswith((b"<rss", b"<feed")) else "text"
