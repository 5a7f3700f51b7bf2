"""A record as a static site: the desk's own pages, asked for one by one, their links made relative."""

from __future__ import annotations

import asyncio
import re
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from hashlib import sha256
from html import escape, unescape
from importlib.resources import files
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from starlette.types import Message

from summitry.errors import UsageError
from summitry.relations.plots.world import world_svg
from summitry.web.app import make_app
from summitry.web.indexing import sections_of
from summitry.web.options import Options
from summitry.web.search_index import write_index

__all__ = ["Published", "page_file", "publish"]

_LINK = re.compile(r'(?P<name>\b(?:href|src))="(?P<to>/[^"]*)"')
_ANCHOR = re.compile(r'<a(?P<attributes>[^>]*?) href="(?P<to>/[^"]*)"(?P<more>[^>]*)>')
_TITLE = re.compile(r"<title>(.*?) · summitry</title>", re.DOTALL)
_SECTIONS = ("incidents", "dyads", "actors", "documents", "claims", "search", "help", "plots", "static")
_QUERIES = frozenset({"type", "a", "b", "since", "until", "page", "order", "publisher", "kind", "initial"})
"""What a list may be narrowed by on a published page; from a narrowed list one only pages on."""

_STEPS = ("page", "initial")
"""What does not narrow: every list is paged through, the one from A to Z by letters too."""

_NAME = re.compile(r"[^\w.-]+|--+", re.ASCII)

_SCRIPT = "find.js"
"""The one script of a published site."""
_INDEXED_FOR = 3600.0

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Published:
    """What was written.

    Args:
        pages: how many pages.
        files: how many files in all.
    """

    pages: int
    files: int


def publish(options: Options, target: Path, progress: Progress | None = None) -> Published:
    """Write a record as a site that opens without a server.

    Args:
        options: which record; it is read only.
        target: a new or empty folder.
        progress: called with the pages written and those known so far.

    Raises:
        UsageError: the folder holds something already, or cannot be made.
    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise UsageError(f"{target} is not empty; name a new folder")
    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{target} cannot be made: {error.strerror}") from error
    app = make_app(replace(options, static=True, read_only=True, token="", question_seconds=60.0))
    with ThreadPoolExecutor(1) as aside:  # a notebook has a loop of its own running where it calls us
        return aside.submit(lambda: asyncio.run(_write(app, target, progress))).result()


async def _write(app: Any, target: Path, progress: Progress | None) -> Published:
    waiting, known, written = deque(["/"]), {"/"}, 0
    titles: dict[str, tuple[str, str]] = {}
    while waiting:
        address = waiting.popleft()
        status, kind, body = await _get(app, address)
        if status != 200:
            continue
        file = target / page_file(address)
        file.parent.mkdir(parents=True, exist_ok=True)
        if kind.startswith("text/html"):
            page = body.decode("utf-8")
            for found in _addresses(page, address):
                if found not in known:
                    known.add(found)
                    waiting.append(found)
            if title := _TITLE.search(page):
                titles[address] = (str(page_file(address)), unescape(title[1]))
            body = _relative(page, address).encode("utf-8")
        file.write_bytes(body)
        written += 1
        if progress is not None:
            progress(written, len(known))
    with app.state.desk.records.reading(_INDEXED_FOR) as record:
        indexed = write_index(target / "search", sections_of(record, titles))
    return Published(written, written + indexed + _copy_static(target))


def _copy_static(target: Path) -> int:
    folder = target / "static"
    folder.mkdir(exist_ok=True)
    count = 0
    for entry in files("summitry.web").joinpath("static").iterdir():
        if entry.name.endswith((".css", ".svg")) or entry.name == _SCRIPT:
            (folder / entry.name).write_bytes(entry.read_bytes())
            count += 1
    (folder / "world.svg").write_text(world_svg(), encoding="utf-8")
    return count + 1


async def _get(app: Any, address: str) -> tuple[int, str, bytes]:
    """Ask the application for a page, as a server would (ASGI 3.0)."""
    parts = urlsplit(address)
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http",
        "path": unquote(parts.path), "raw_path": parts.path.encode(), "query_string": parts.query.encode(),
        "root_path": "", "headers": [(b"host", b"localhost")], "client": ("127.0.0.1", 0), "server": ("localhost", 80),
    }  # fmt: skip
    status, kind, body = 0, "", b""

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        nonlocal status, kind, body
        if message["type"] == "http.response.start":
            status = message["status"]
            kind = dict(message["headers"]).get(b"content-type", b"").decode("latin-1")
        else:
            body += message.get("body", b"")

    await app(scope, receive, send)
    return status, kind, body


def _addresses(page: str, own: str) -> Iterator[str]:
    """Yield the addresses of a page that are published too."""
    for match in _LINK.finditer(page):
        address = unescape(match["to"]).split("#")[0]
        if _published(address, own):
            yield address


def _published(address: str, own: str) -> bool:
    parts = urlsplit(address)
    section = parts.path.split("/")[1]
    if section == "static" or (section and section not in _SECTIONS) or parts.path.endswith((".json", ".csv", ".png")):
        return False
    asked = dict(parse_qsl(parts.query))
    if not set(asked) <= _QUERIES or len(set(asked) - {"page"}) > 3:
        return False
    before = {name: value for name, value in parse_qsl(urlsplit(own).query) if name not in _STEPS}
    now = {name: value for name, value in asked.items() if name not in _STEPS}
    return not before or not now or now == before


def page_file(address: str) -> PurePosixPath:
    """Return the file of an address: names that every file system takes.

    >>> str(page_file("/incidents/i-1")), str(page_file("/incidents?type=AID&page=2"))
    ('incidents/i-1.html', 'incidents--type-AID--page-2.html')
    """
    parts = urlsplit(address)
    names = [_safe(unquote(part)) for part in parts.path.split("/") if part] or ["index"]
    asked = "".join(f"--{_safe(name)}-{_safe(value)}" for name, value in parse_qsl(parts.query))
    ending = "" if names[-1].endswith((".svg", ".css")) else ".html"
    return PurePosixPath(*names[:-1], f"{names[-1]}{asked}{ending}")


def _safe(name: str) -> str:
    """Return a name that every file system takes; one that had to be changed bears a digest of what it was."""
    plain = _NAME.sub("-", name)[:80].lstrip(".") or "x"
    return plain if plain == name else f"{plain}-{sha256(name.encode()).hexdigest()[:8]}"


def _relative(page: str, own: str) -> str:
    """Return a page with links relative to its file; a link to what is not published becomes plain words."""
    up = "../" * (len(page_file(own).parts) - 1)

    def link(match: re.Match[str]) -> str:
        address, _, fragment = unescape(match["to"]).partition("#")
        section = address.split("/")[1] if "/" in address else ""
        name = address.lstrip("/") if section == "static" else str(page_file(address))
        return f'{match["name"]}="{escape(up + quote(name) + (f"#{fragment}" if fragment else ""))}"'

    def anchor(match: re.Match[str]) -> str:
        address = unescape(match["to"]).split("#")[0]
        return match[0] if _published(address, own) else f"<a{match['attributes']}{match['more']}>"

    return _LINK.sub(link, _ANCHOR.sub(anchor, page))
