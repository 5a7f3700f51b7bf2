"""Documents as JSON Lines, in and out: the one place that knows the format."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import BinaryIO

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, ValidationError, field_validator

from summitry.errors import InputError, LimitError
from summitry.limits import Limits
from summitry.model import Address, Document, Interval
from summitry.reading.documents import build_document
from summitry.reading.encoding import neutralise
from summitry.reading.published import parse_stamp
from summitry.reading.sources import suffix_of
from summitry.reading.unpacking import megabytes

__all__ = ["DocumentLine", "document_to_json", "read_jsonl_line", "read_lines"]

_MOST_BLANK = 100_000
_MEMBER = re.compile(r"[:#]\d+$")
_TEXT_SUFFIXES = frozenset({"", ".jsonl", ".md", ".ndjson", ".txt"})


class DocumentLine(BaseModel):
    """One line: a document as others hand it to us."""

    model_config = ConfigDict(extra="ignore", coerce_numbers_to_str=True)

    id: str = Field(default="", validation_alias=AliasChoices("id", "doc_id"))
    url: str = ""
    published: str = ""
    title: str = ""
    text: str
    publisher: str = ""
    author: str = ""
    language: str = ""

    @field_validator("id", "url", "published", "title", "publisher", "author", "language", mode="before")
    @classmethod
    def _unknown_is_empty(cls, value: object) -> object:
        return "" if value is None else value

    @field_validator("published")
    @classmethod
    def _is_a_date(cls, value: str) -> str:
        if value.strip() and parse_stamp(value, "given") is None:
            raise ValueError(f"{value!r} is no date such as 2018-04-03, 2018-04 or 2018")
        return value

    @field_validator("text")
    @classmethod
    def _is_not_empty(cls, value: str) -> str:
        if not value.strip():
            raise ValueError("is empty")
        return value


def read_lines(stream: BinaryIO, name: str, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Yield the number and bytes of each line that is not blank; `None` for one longer than `limit` bytes.

    Raises:
        LimitError: there are too many blank lines in a row.
    """
    number, blank = 0, 0
    while line := stream.readline(limit + 1):
        number += 1
        blank = 0 if line.strip() else blank + 1
        if blank > _MOST_BLANK:
            raise LimitError(name, f"holds more than {_MOST_BLANK:,} blank lines in a row")
        if len(line) > limit and not line.endswith(b"\n"):
            while line and not line.endswith(b"\n"):
                line = stream.readline(limit)
            yield number, None
        elif line.strip():
            yield number, line


def read_jsonl_line(name: str, number: int, line: bytes | None, limits: Limits) -> Document:
    """Read one line.

    Args:
        name: the file.
        number: the line's number, from 1.
        line: its bytes, `None` where it was too long to be read.
        limits: what it may cost.

    Raises:
        InputError: it is no document; the message names the field.
    """
    where = f"{name}:{number}"
    if line is None:
        raise LimitError(where, f"is longer than {megabytes(limits.unpacked_bytes)}")
    fields = _validate(where, _parse(where, line))
    return build_document(
        fields.text,
        Address(where, fields.url, fields.id),
        fields.text.encode("utf-8"),
        limits,
        own_id=fields.id,
        title=fields.title,
        published=_date_given(fields.published),
        publisher=fields.publisher,
        author=fields.author,
        language=fields.language[:2],
    )


def _date_given(published: str) -> Interval | None:
    return parse_stamp(published, "given") if published.strip() else None


def _parse(where: str, line: bytes) -> dict[str, object]:
    try:
        found = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InputError(where, "is not UTF-8") from error
    except json.JSONDecodeError as error:
        raise InputError(where, f"is no JSON: {error.msg} at column {error.colno}") from error
    except (RecursionError, ValueError) as error:
        raise InputError(where, "is no JSON that can be read (nested too deep, or too long a number)") from error
    if not isinstance(found, dict):
        raise InputError(where, "is no JSON object")
    return {key: neutralise(value) if isinstance(value, str) else value for key, value in found.items()}


def _validate(where: str, found: dict[str, object]) -> DocumentLine:
    try:
        return DocumentLine.model_validate(found)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        field = ".".join(str(part) for part in first["loc"]) or "document"
        message = "is missing" if first["type"] == "missing" else first["msg"].removeprefix("Value error, ")
        raise InputError(where, f"{field}: {message}") from error


def document_to_json(document: Document) -> dict[str, object]:
    """Return a document as `summitry documents` writes it.

    `text` is the article alone. `source_text_kept` gives its spans in the input where the input
    was text (`.txt`, `.md`, JSON Lines, standard input), else it is empty.
    """
    return {
        "id": document.id,
        "url": document.address.url,
        "published": document.published.iso()[0] if document.published else "",
        "publisher": document.publisher,
        "title": document.title,
        "text": document.article_text,
        "source_text_kept": [list(span) for span in document.article] if _was_text(document) else [],
    }


def _was_text(document: Document) -> bool:
    return suffix_of(_MEMBER.sub("", document.address.source)) in _TEXT_SUFFIXES
