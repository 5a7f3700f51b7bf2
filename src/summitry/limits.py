"""The limits that protect a run from hostile or broken input, each with its reason."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Limits"]

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """What one input may cost. All sizes are in bytes unless a name says otherwise.

    Args:
        file_bytes: largest file read at all (a 200 MB line is no article).
        unpacked_bytes: largest size of one member after decompression.
        unpacked_ratio: largest ratio of decompressed to compressed size (gzip bombs reach 1000).
        html_bytes: largest web page handed to the extractor, which takes seconds a megabyte.
        html_depth: deepest nesting of HTML elements handed to the parser.
        text_chars: longest text that is cleaned and coded, in code points.
        text_lines: most lines of a text; so many short ones are a list or a table, no article.
        pdf_pages: most pages taken from one PDF.
        pdf_page_bytes: largest drawing program of one page of a PDF (a page of text has some kilobytes).
        feed_items: most entries taken from one feed, archive member list or JSON Lines file.
    """

    file_bytes: int = 100 * MEGABYTE
    unpacked_bytes: int = 50 * MEGABYTE
    unpacked_ratio: int = 200
    html_bytes: int = 10 * MEGABYTE
    html_depth: int = 1_000
    text_chars: int = 1_000_000
    text_lines: int = 100_000
    pdf_pages: int = 1_000
    pdf_page_bytes: int = 20 * MEGABYTE
    feed_items: int = 5_000_000
