"""How a desk is set up: which record, for whom, and what one request may cost."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

__all__ = ["Options"]


@dataclass(frozen=True, slots=True)
class Options:
    """What a desk serves, and its limits.

    Args:
        record: the record's file.
        title: what the record is called on pages.
        read_only: whether nothing may be changed.
        temporary: whether the file goes when the desk is closed, as with a shipped chronology.
        static: whether pages are written out to be opened without a server: no forms, no scripts that ask.
        token: what a visitor must show, `""` where only this machine can reach the desk.
        hosts: names and addresses, without port, that a request may call the desk by.
        author: who corrects, unless a visitor gives a name.
        upload_bytes: largest upload.
        form_bytes: largest other request.
        question_seconds: how long the questions of one page may take.
        download_seconds: how long those of a download may take.
        moment_seconds: how long a page waits for numbers that are counted beside it.
        large: incidents from which on a record's numbers are counted beside the pages.
        rows: incidents or documents a page.
        text_chars: characters of a document a page.
    """

    record: Path
    title: str = ""
    read_only: bool = False
    temporary: bool = False
    static: bool = False
    token: str = ""
    hosts: frozenset[str] = frozenset({"127.0.0.1", "localhost", "::1"})
    author: str = "reader"
    upload_bytes: int = 50_000_000
    form_bytes: int = 1_000_000
    question_seconds: float = 2.0
    download_seconds: float = 120.0
    moment_seconds: float = 0.1
    large: int = 50_000
    rows: int = 50
    text_chars: int = 60_000

    @property
    def name(self) -> str:
        """What the record is called."""
        return self.title or self.record.name
