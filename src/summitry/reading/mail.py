"""Mail and saved web pages (`.eml`, `.mhtml`), which share one format."""

from __future__ import annotations

import email
import email.errors
import email.header
import email.policy
import email.utils
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message

from summitry.errors import InputError
from summitry.model import Interval
from summitry.reading.encoding import decode, neutralise

__all__ = ["Mail", "read_mail"]

_MOST_PARTS = 1_000
_MAIL_HEADERS = ("from", "date", "subject", "mime-version", "received", "content-type", "message-id")


@dataclass(frozen=True, slots=True)
class Mail:
    """One message.

    Args:
        subject: its subject line.
        sender: name, else address, of who sent it.
        published: the day in its `Date` header.
        plain: its plain text, `""` where it has none.
        page: its HTML part, `b""` where it has none.
        url: address of the page that was saved.
        message_id: its `Message-ID`.
    """

    subject: str
    sender: str
    published: Interval | None
    plain: str
    page: bytes
    url: str
    message_id: str


def read_mail(data: bytes, name: str) -> Mail:
    """Read a message.

    Raises:
        InputError: it is no message, or no part of it is text.
    """
    try:
        message = email.message_from_bytes(data, policy=email.policy.compat32)
    except (RecursionError, ValueError, LookupError) as error:
        raise InputError(name, "is no mail message that can be read") from error
    if not any(message.get(header) for header in _MAIL_HEADERS):
        raise InputError(name, "is no mail message (it has no headers)")
    plain, page, url = _bodies(message, name)
    if not plain and not page:
        raise InputError(name, "holds no text part")
    sender = email.utils.parseaddr(_header(message, "from"))
    return Mail(
        _header(message, "subject"),
        sender[0] or sender[1],
        _day(message),
        plain,
        page,
        url or _header(message, "snapshot-content-location"),
        _header(message, "message-id"),
    )


def _header(message: Message, name: str) -> str:
    raw = message.get(name)
    if raw is None:
        return ""
    try:
        parts = email.header.decode_header(str(raw))
        words = str(email.header.make_header(parts))
    except (LookupError, ValueError, email.errors.MessageError):
        words = str(raw)
    return " ".join(neutralise(words).split())


def _day(message: Message) -> Interval | None:
    try:
        when = email.utils.parsedate_to_datetime(str(message.get("date")))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return Interval.day(when.date(), "metadata")


def _bodies(message: Message, name: str) -> tuple[str, bytes, str]:
    """Return the first plain part, the first page, and where that was."""
    plain, page, url = "", b"", ""
    for part in _parts(message):
        kind = part.get_content_type()
        if kind not in ("text/plain", "text/html", "application/xhtml+xml") or _attached(part):
            continue
        payload = part.get_payload(decode=True)
        content = payload if isinstance(payload, bytes) else b""
        if kind == "text/plain" and not plain and content.strip():
            plain = decode(content, name, _charset(part))
        elif kind != "text/plain" and not page and content.strip():
            page, url = content, str(part.get("content-location") or "")
    return plain, page, url


def _attached(part: Message) -> bool:
    return str(part.get("content-disposition") or "").strip().lower().startswith("attachment")


def _charset(part: Message) -> str:
    try:
        return str(part.get_content_charset() or "")
    except (LookupError, ValueError):
        return ""


def _parts(message: Message) -> Iterator[Message]:
    """Yield all parts, without recursion, so that a message nested without end does no harm."""
    waiting: list[Message] = [message]
    for _ in range(_MOST_PARTS):
        if not waiting:
            return
        part = waiting.pop(0)
        yield part
        payload = part.get_payload()
        if part.is_multipart() and isinstance(payload, list):
            waiting[:0] = [child for child in payload if isinstance(child, Message)]
