"""A draft checked against the record: its claims with verdicts beside the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, cast

from starlette.datastructures import UploadFile

from summitry.errors import UsageError
from summitry.model import Incident, Verdict
from summitry.record import Record
from summitry.record.given_dates import as_published
from summitry.web.desk import Desk
from summitry.web.marking import Mark, Paragraph, paragraphs
from summitry.web.view import Asked, View

__all__ = ["check_page", "checked", "draft_of"]

_LONGEST = 200_000
_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Checked:
    """A verdict with the incidents that decide it."""

    number: int
    verdict: Verdict
    incidents: Sequence[Incident]


def check_page(desk: Desk, record: Record, asked: Asked) -> View:
    """Return the empty form."""
    return _form(can_check(record), "", "", "")


def _form(can: bool, text: str, published: str, wrong: str) -> View:
    context = {"text": text, "published": published, "verdicts": None, "paragraphs": (), "can": can, "wrong": wrong}
    return View("check.html", context, {"verdicts": []})


def can_check(record: Record) -> bool:
    """Return whether claims can be checked."""
    return callable(getattr(record, "check", None))


def draft_of(text: str, sent: object) -> str:
    """Return the text that a visitor pasted, else that of the file that was sent.

    Raises:
        UsageError: there is none, it is too long, or it is no text.
    """
    if not text and isinstance(sent, UploadFile) and sent.filename:
        try:
            text = sent.file.read(_LONGEST * 4).decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise UsageError("the file is no text in UTF-8") from error
    if len(text) > _LONGEST:
        raise UsageError("the draft is too long")
    return text.replace("\r\n", "\n").replace("\x00", "")


def checked(desk: Desk, text: str, published: str) -> View:
    """Return the verdicts on a draft."""
    wrong = ""
    try:
        as_published(published or None)
    except UsageError:
        wrong, published = "The date was left aside: give 2019-06-19, 2019-06 or 2019.", ""
    with desk.records.reading(_SECONDS) as record:
        if not can_check(record) or not text.strip():
            return _form(can_check(record), text, published, wrong or "Paste a text, or choose a file.")
        result = _check(record, text, published)
    found = [Checked(n, v, result.rows(v)) for n, v in enumerate(result, 1)]
    context = {
        "text": text,
        "published": published,
        "verdicts": found,
        "paragraphs": _marked(result.document.text, found),
        "can": True,
        "wrong": wrong,
    }
    return View("check.html", context, {"verdicts": result.to_dicts()})


def _check(record: Record, text: str, published: str) -> Any:
    check = cast("Callable[..., Any]", getattr(record, "check"))  # noqa: B009
    return check(text, published=published or None)


def _marked(text: str, found: Sequence[Checked]) -> list[Paragraph]:
    marks = [
        Mark(
            c.verdict.claim.evidence.start,
            c.verdict.claim.evidence.end,
            "verdict-" + c.verdict.word.replace(" ", "-"),
            f"#verdict-{c.number}",
            f"{c.number}: {c.verdict.word}",
        )
        for c in found
    ]
    return list(paragraphs(text, marks, 0, len(text)))
