"""Questions to an OpenAI-compatible endpoint, over the standard library alone."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http.client import HTTPException, HTTPMessage, IncompleteRead
from typing import IO, Any
from urllib.error import HTTPError, URLError
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

from summitry.coding.llm.endpoint import KEY_VARIABLE, Endpoint, Key
from summitry.errors import AnswerError, EndpointError, SummitryError, TooLongError

__all__ = ["Client"]

TRIES = 4
"""So often a question is put to an endpoint that is busy or failing."""
LONGEST_WAIT = 60.0
"""Seconds waited at most between two tries, whatever the endpoint asks for."""
CHECK_SECONDS = 15.0
MOST_BYTES = 10_000_000
"""Longest answer that is read."""
SHOWN = 200
"""So much of an endpoint's own words is shown in a message."""
REFUSED = frozenset({401, 403})
ABSENT = frozenset({404, 405})
BUSY = 429
TOO_LARGE = 413
PASSING = frozenset({408, 500, 502, 503, 504, 529})
"""Statuses of what may be over a moment later."""
_TOO_LONG = re.compile(r"context[ _-]?(?:length|window|size)|too many tokens", re.IGNORECASE)


class _StayHere(HTTPRedirectHandler):
    """Follows no redirect: the text and the key go where the user said, nowhere else."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> None:
        """Return no request to go on with."""


@dataclass(frozen=True, slots=True)
class _Failure:
    """A try that failed and may be repeated.

    Args:
        error: what to say if no try is left.
        wait: seconds that the endpoint asks to wait, `None` where it says nothing.
    """

    error: SummitryError
    wait: float | None = None


class Client:
    """Asks one model at one endpoint.

    Args:
        endpoint: which and where.
        key: sent with each request where there is one.
        sleep: waits some seconds between tries.

    Raises:
        UsageError: the key would be sent in the clear to another machine.
    """

    def __init__(self, endpoint: Endpoint, key: Key, sleep: Callable[[float], None] = time.sleep) -> None:
        endpoint.check_key(key)
        self.endpoint = endpoint
        self._key = key
        self._sleep = sleep
        # A proxy that the environment names is for the world outside, not for this machine.
        self._opener = build_opener(_StayHere, *([ProxyHandler({})] if endpoint.is_local else []))

    def check(self) -> None:
        """Ask whether anything answers there, without sending any text.

        Raises:
            EndpointError: nothing answers, or it wants another key.
        """
        request = Request(f"{self.endpoint.url}/models", headers=self._headers())
        try:
            self._opener.open(request, timeout=CHECK_SECONDS).close()
        except HTTPError as error:
            with error:
                if error.code in REFUSED or 300 <= error.code < 400:
                    self._refusal(error)
        except (HTTPException, OSError) as error:
            why = error.reason if isinstance(error, URLError) else error
            raise EndpointError(f"{self.endpoint.label}: nothing answers there ({self._shown(str(why))})") from error

    def ask(self, told: str, question: str, schema: Mapping[str, object]) -> str:
        """Return what the model answers, by a JSON schema if the endpoint holds it to that.

        Args:
            told: what holds for every question.
            question: the question.
            schema: of the answer.

        Raises:
            TooLongError: question and answer do not fit into what the model can take.
            AnswerError: there is no usable answer to this question.
            EndpointError: there will be none to any other either.
        """
        body = {
            "model": self.endpoint.model,
            "messages": [{"role": "system", "content": told}, {"role": "user", "content": question}],
            "temperature": self.endpoint.temperature,
            "response_format": {
                "type": "json_schema",
                "json_schema": {"name": "events", "strict": True, "schema": schema},
            },
        }
        data = json.dumps(body).encode("ascii")
        request = Request(f"{self.endpoint.url}/chat/completions", data, self._headers(), method="POST")
        turn = 1
        while isinstance(done := self._try(request, self.endpoint.timeout), _Failure):
            if turn == TRIES:
                raise done.error
            self._sleep(min(LONGEST_WAIT, 2.0 ** (turn - 1) if done.wait is None else done.wait))
            turn += 1
        return self._content(done)

    def _headers(self) -> dict[str, str]:
        asked = {"Content-Type": "application/json", "Accept": "application/json", "User-Agent": "summitry"}
        return asked | ({"Authorization": f"Bearer {self._key.value}"} if self._key else {})

    def _try(self, request: Request, timeout: float) -> bytes | _Failure:
        label = self.endpoint.label
        try:
            with self._opener.open(request, timeout=timeout) as response:
                answer: bytes = response.read(MOST_BYTES + 1)
                if len(answer) <= MOST_BYTES and response.length:
                    raise IncompleteRead(answer, response.length)
        except HTTPError as error:
            with error:
                return self._refusal(error)
        except TimeoutError:
            return _Failure(AnswerError(f"{label}: no answer within {timeout:g} s"))
        except URLError as error:
            if isinstance(error.reason, TimeoutError):
                return _Failure(AnswerError(f"{label}: no answer within {timeout:g} s"))
            return _Failure(EndpointError(f"{label}: nothing answers there ({self._shown(str(error.reason))})"))
        except (HTTPException, OSError) as error:
            return _Failure(AnswerError(f"{label}: the answer broke off ({type(error).__name__})"))
        if len(answer) > MOST_BYTES:
            raise AnswerError(f"{label}: the answer is longer than {MOST_BYTES:,} bytes")
        return answer

    def _refusal(self, error: HTTPError) -> _Failure:
        """Return what a status means that may pass.

        Raises:
            TooLongError, AnswerError, EndpointError: it will not pass.
        """
        body = _told(error)
        what = f"{self.endpoint.label}: HTTP {error.code}{self._shown(f': {body}') if body else ''}"
        if error.code == BUSY:
            return _Failure(EndpointError(f"{what}; it is busy or a quota is used up"), _wait(error))
        if error.code in PASSING:
            return _Failure(AnswerError(what), _wait(error))
        if error.code == TOO_LARGE or (error.code == 400 and _TOO_LONG.search(body)):
            raise TooLongError(what)
        if error.code in REFUSED:
            raise EndpointError(f"{what}; the key is taken from the environment variable {KEY_VARIABLE}")
        if error.code in ABSENT:
            raise EndpointError(f"{what}; is the address right, and the model there?")
        if 300 <= error.code < 400:
            raise EndpointError(f"{what}: it sends elsewhere, where no text is sent unasked")
        raise AnswerError(what)

    def _content(self, answer: bytes) -> str:
        label = self.endpoint.label
        try:
            choice = json.loads(answer)["choices"][0]
            content, reason = choice["message"].get("content"), choice.get("finish_reason")
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
            raise AnswerError(f"{label}: the answer is no chat completion") from error
        if reason == "length":
            raise TooLongError(f"{label}: the answer was cut off for its length")
        if not isinstance(content, str):
            raise AnswerError(f"{label}: the answer holds no text (finish_reason {self._shown(repr(reason))})")
        return content

    def _shown(self, words: str) -> str:
        return self._key.hidden(" ".join(words.split()))[:SHOWN]


def _told(error: HTTPError) -> str:
    """Return what an endpoint says of a refusal, in its own words."""
    try:
        body = error.read(10 * SHOWN).decode("utf-8", "replace")
    except (HTTPException, OSError):
        return ""
    try:
        told: Any = json.loads(body)["error"]
    except (ValueError, LookupError, TypeError, RecursionError):
        return body.strip()
    if not isinstance(told, dict):
        return str(told)
    return " ".join(str(told[name]) for name in ("code", "message") if told.get(name))


def _wait(error: HTTPError) -> float | None:
    """Return the seconds that a Retry-After header asks for (RFC 9110, 10.2.3); its dates are left aside."""
    asked = (error.headers.get("Retry-After") or "").strip()
    return float(asked) if asked.isascii() and asked.isdigit() and len(asked) < 6 else None
