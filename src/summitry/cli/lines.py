"""Documents of a JSON Lines file, taken as they are: every line with a text comes out again, under its id."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, BinaryIO

from summitry.cli.output import message
from summitry.errors import InputError, UsageError
from summitry.limits import Limits
from summitry.model import Address, Document, Span
from summitry.reading.jsonl import read_jsonl_line, read_lines

__all__ = ["LineReader", "requote"]


@dataclass(slots=True)
class LineReader:
    """Reads documents for a stage and counts what could not be read.

    Args:
        path: the file, `-` for standard input.
        clean: whether the article is told from page furniture where a line does not give its spans;
            else all of the text is the article.
        limits: what a line may cost.
        skipped: how many lines were not read, or read without an article.
    """

    path: str
    clean: bool
    limits: Limits = field(default_factory=Limits)
    skipped: int = 0
    _as_came: dict[str, str] = field(default_factory=dict)

    def documents(self) -> Iterator[Document]:
        """Yield the documents in order, each under the id that its line gives.

        Raises:
            UsageError: there is no such file.
        """
        name = "standard input" if self.path == "-" else self.path
        with self._open() as stream:
            for number, line in read_lines(stream, name, self.limits.unpacked_bytes):
                document = self._read(name, number, line)
                if document is not None:
                    yield document

    def as_came(self, document: Document, line: dict[str, Any]) -> dict[str, Any]:
        """Return an output line of a document with the very text that came in."""
        text = self._as_came.pop(document.address.source, None)
        return line if text is None else requote(line, text)

    def _read(self, name: str, number: int, line: bytes | None) -> Document | None:
        try:
            document = read_jsonl_line(name, number, line, self.limits)
            fields = json.loads((line or b"{}").decode("utf-8-sig"))
            if fields["text"] != document.text:
                self._as_came[document.address.source] = fields["text"]
            return self._with_article(document, fields)
        except InputError as error:
            message(f"skipped {error.source}: {error.reason}")
            self.skipped += 1
            return _bare(line)

    def _with_article(self, document: Document, fields: dict[str, object]) -> Document:
        given = fields.get("article")
        if given is not None:
            return _with_spans(document, given)
        return document if self.clean else replace(document, article=((0, len(document.text)),))

    @contextmanager
    def _open(self) -> Iterator[BinaryIO]:
        if self.path == "-":
            yield sys.stdin.buffer
            return
        try:
            with Path(self.path).open("rb") as file:
                yield file
        except (FileNotFoundError, IsADirectoryError) as error:
            raise UsageError(
                f"there is no file {self.path}; name a JSON Lines file, or - for standard input"
            ) from error


def _with_spans(document: Document, given: object) -> Document:
    """Return the document with the article spans that its line gives.

    Raises:
        InputError: they are no spans of its text.
    """
    try:
        if not isinstance(given, list):
            raise TypeError
        spans: tuple[Span, ...] = tuple((int(start), int(end)) for start, end in given)
        return replace(document, article=spans)
    except (TypeError, ValueError) as error:
        raise InputError(document.address.source, "article: no list of [start, end] in the text") from error


def _bare(line: bytes | None) -> Document | None:
    """Return a document without an article for a line that has an id and a text, whatever else is wrong with it."""
    try:
        fields = json.loads(line or b"{}")
    except (ValueError, RecursionError):
        return None
    if not isinstance(fields, dict):
        return None
    own_id, text = fields.get("id") or fields.get("doc_id"), fields.get("text")
    if not isinstance(own_id, str | int) or not isinstance(text, str):
        return None
    return Document(id=str(own_id), text=text, article=(), address=Address("", "", str(own_id)))


def requote(line: dict[str, Any], text: str) -> dict[str, Any]:
    """Return an output line with the text that came in, and every quote cut from that.

    Reading puts harmless characters for unsafe ones (controls, marks that turn the direction of
    writing), one for one: the offsets hold, the quotes must be cut anew.
    """
    requoted = {key: [_requote(item, text) for item in line[key]] for key in _WITH_QUOTES if key in line}
    return line | {"text": text} | requoted


_WITH_QUOTES = ("events", "claims", "mentions", "times", "places")


def _requote(item: dict[str, Any], text: str) -> dict[str, Any]:
    found = dict(item)
    if "surface" in found and "start" in found:
        found["surface"] = text[found["start"] : found["end"]]
    elif found.get("surface") and found.get("span"):
        found["surface"] = text[slice(*found["span"])]
    if "evidence" in found:
        found["evidence"] = text[slice(*found["span"])]
    for key in ("actors", "recipients", "also"):
        if key in found:
            found[key] = [_requote(inner, text) for inner in found[key]]
    return found
