"""What every request must pass, and what every answer carries, before any page is made.

Sources: OWASP cheat sheets on cross-site request forgery (verifying the origin) and content security policy; for DNS
rebinding, the allow-list of hosts that local servers such as Jupyter keep.
"""

from __future__ import annotations

import hmac
import ipaddress
from collections.abc import Awaitable, Callable, MutableMapping
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

from summitry.web.options import Options
from summitry.web.refusals import Refusal, refusal

__all__ = ["Guard"]

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Message, Receive, Send], Awaitable[None]]

_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_COOKIE = "summitry_token"
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = (
    (b"content-security-policy", _POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
)
"""`same-origin`, not `no-referrer`: under the latter a browser sends `Origin: null` with our own forms (Fetch, 3.1)."""


class TooLargeError(Exception):
    """A request's body is larger than it may be."""


class Guard:
    """Wraps the application.

    Args:
        app: the application.
        options: hosts, token and limits.
    """

    def __init__(self, app: Application, options: Options) -> None:
        self._app = app
        self._options = options

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Let a request through, or refuse it in a fixed text."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        send = _with_headers(send)
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        refused = self._refused(scope, headers)
        if refused:
            await _answer(send, refused, scope, headers)
        elif self._token_in_address(scope):
            await _keep_token(send, scope, self._options.token)
        else:
            try:
                await self._app(scope, self._counted(scope, receive), send)
            except TooLargeError:
                await _answer(send, refusal("too-large"), scope, headers)

    def _refused(self, scope: Message, headers: MutableMapping[str, str]) -> Refusal | None:
        if not self._known_host(headers.get("host", "")):
            return refusal("wrong-host")
        if self._options.token and not self._shown(scope, headers):
            return refusal("no-token")
        if scope["method"] not in _SAFE:
            if self._options.read_only and scope["path"] not in ("/check", "/check.json", "/api/v1/check"):
                return refusal("read-only")
            if not _same_origin(scope, headers):
                return refusal("wrong-origin")
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > self._most(scope):
            return refusal("too-large")
        return None

    def _known_host(self, host: str) -> bool:
        try:
            name = urlsplit(f"//{host}").hostname or ""
            if name in self._options.hosts:
                return True
            return bool(self._options.token) and bool(ipaddress.ip_address(name))
        except ValueError:
            return False

    def _shown(self, scope: Message, headers: MutableMapping[str, str]) -> bool:
        given = [headers.get("authorization", "").removeprefix("Bearer "), self._token_in_address(scope)]
        try:
            morsel = SimpleCookie(headers.get("cookie", "")).get(_COOKIE)
            given.append(morsel.value if morsel else "")
        except CookieError:
            pass
        own = self._options.token.encode()
        return any(hmac.compare_digest(one.encode("utf-8", "replace"), own) for one in given)

    def _token_in_address(self, scope: Message) -> str:
        if not self._options.token or b"token=" not in scope["query_string"]:
            return ""
        query: str = scope["query_string"].decode("latin-1")
        return parse_qs(query).get("token", [""])[0]

    def _most(self, scope: Message) -> int:
        uploads = scope["path"].rstrip("/") in ("/reading", "/check")
        return self._options.upload_bytes if uploads else self._options.form_bytes

    def _counted(self, scope: Message, receive: Receive) -> Receive:
        """Count what arrives: a body sent in pieces tells no length."""
        left = self._most(scope)

        async def counted() -> Message:
            nonlocal left
            message = await receive()
            left -= len(message.get("body", b""))
            if left < 0:
                raise TooLargeError
            return message

        return counted


def _same_origin(scope: Message, headers: MutableMapping[str, str]) -> bool:
    """True where a browser says that the request comes from a page of this very server."""
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = urlsplit(headers.get("origin", ""))
    return origin.scheme == scope["scheme"] and origin.netloc == headers.get("host", "")


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            named = {name.lower() for name, _ in message.get("headers", [])}
            message["headers"] = [
                *message.get("headers", []),
                *(header for header in _HEADERS if header[0] not in named),
            ]
        await send(message)

    return sending


async def _answer(send: Send, refused: Refusal, scope: Message, headers: MutableMapping[str, str]) -> None:
    as_json = scope["path"].startswith("/api/") or "json" in headers.get("accept", "")
    kind, body = ("application/json", refused.json()) if as_json else ("text/plain", refused.message)
    await send(
        {
            "type": "http.response.start",
            "status": refused.status,
            "headers": [(b"content-type", f"{kind}; charset=utf-8".encode()), (b"connection", b"close")],
        }
    )
    await send({"type": "http.response.body", "body": body.encode()})


async def _keep_token(send: Send, scope: Message, token: str) -> None:
    """Move the token from the address, where it would be seen, into a cookie that scripts cannot read."""
    cookie = f"{_COOKIE}={token}; HttpOnly; SameSite=Strict; Path=/"
    headers = [(b"location", _path(scope).encode()), (b"set-cookie", cookie.encode())]
    await send({"type": "http.response.start", "status": 303, "headers": headers})
    await send({"type": "http.response.body", "body": b""})


def _path(scope: Message) -> str:
    return "/" + quote(scope["path"].lstrip("/\\"))
