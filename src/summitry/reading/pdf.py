"""PDF to text: page by page, lines put together again, running heads taken out."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from summitry.errors import InputError, LimitError
from summitry.limits import Limits
from summitry.reading.encoding import neutralise

__all__ = ["read_pdf"]

logging.getLogger("pypdf").addHandler(logging.NullHandler())

_DAMAGE = (PyPdfError, ArithmeticError, AssertionError, AttributeError, LookupError, OSError, TypeError, ValueError)
"""What pypdf raises on damaged files: its own errors are only some of them."""
_RUNNING_PAGES = 3
_EDGE_LINES = 2
_DIGITS = re.compile(r"\d+")
_SENTENCE_END = re.compile(r"[.!?:;”\"’)]$")


def read_pdf(data: bytes, name: str, limits: Limits) -> tuple[str, str]:
    """Return text and title of a PDF.

    Args:
        data: the file.
        name: how messages name it.
        limits: `pdf_pages`, `pdf_page_bytes` and `text_chars` are what is held.

    Raises:
        InputError: it is damaged, encrypted, or holds no text (a scan).
        LimitError: a page of it is too large.
    """
    if b"%PDF-" not in data[:1024]:
        raise InputError(name, "is no PDF (it does not begin as one)")
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputError(name, "is a PDF locked with a password")
        pages = _pages(reader, name, limits)
        title = _title(reader)
    except RecursionError as error:
        raise InputError(name, "is a damaged PDF (nested without end)") from error
    except _DAMAGE as error:
        raise InputError(name, f"is a damaged PDF ({_first_line(error)})") from error
    text = neutralise("\n\n".join(filter(None, map(_paragraphs, _without_running_heads(pages)))))
    if not text.strip():
        raise InputError(name, "is a PDF without text (a scan, or its end is missing)")
    return text, title


def _first_line(error: Exception) -> str:
    words = str(error).strip().splitlines()
    return neutralise(words[0])[:80] if words else type(error).__name__


def _pages(reader: PdfReader, name: str, limits: Limits) -> list[str]:
    pages: list[str] = []
    size = 0
    for number, page in enumerate(reader.pages, start=1):
        if number > limits.pdf_pages or size > limits.text_chars:
            break
        contents = page.get_contents()
        if contents is not None and len(contents.get_data()) > limits.pdf_page_bytes:
            raise LimitError(name, f"has a page ({number}) too large to be text")
        pages.append(page.extract_text())
        size += len(pages[-1])
    return pages


def _title(reader: PdfReader) -> str:
    title = reader.metadata.title if reader.metadata else None
    words = " ".join(neutralise(title or "").split())
    return (
        "" if words.lower().startswith(("microsoft word", "untitled")) or words.endswith((".doc", ".docx")) else words
    )


def _without_running_heads(pages: list[str]) -> list[list[str]]:
    """Drop lines that stand at the edge of three pages or more: running heads, feet, page numbers."""
    split = [[line.strip() for line in page.splitlines() if line.strip()] for page in pages]
    edges = Counter(key for lines in split for key in {_key(line) for line in _edges(lines)})
    running = {key for key, times in edges.items() if times >= _RUNNING_PAGES}
    kept = []
    for lines in split:
        last = len(lines) - _EDGE_LINES
        kept.append([x for i, x in enumerate(lines) if not ((i < _EDGE_LINES or i >= last) and _key(x) in running)])
    return kept


def _edges(lines: list[str]) -> list[str]:
    return lines[:_EDGE_LINES] + lines[-_EDGE_LINES:]


def _key(line: str) -> str:
    return _DIGITS.sub("#", line)


def _paragraphs(lines: list[str]) -> str:
    """Join the lines of a page into paragraphs: a line that is full and ends no sentence goes on."""
    widest = max((len(line) for line in lines), default=0)
    parts: list[str] = []
    full = False
    for line in lines:
        if parts and full and parts[-1].endswith("-") and line[:1].islower():
            parts[-1] = parts[-1][:-1] + line
        elif parts and full:
            parts[-1] += " " + line
        else:
            parts.append(line)
        full = len(line) >= 0.6 * widest and not (_SENTENCE_END.search(line) and len(line) < 0.85 * widest)
    return "\n\n".join(parts)
