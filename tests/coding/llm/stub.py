"""A small OpenAI-compatible server on this machine, which answers what a test tells it to."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Reply:
    """One answer of the server."""

    body: str = ""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    before: Callable[[], object] = lambda: None


@dataclass
class Stub:
    """What the server was asked, and what it will answer: the last reply again and again."""

    replies: Sequence[Reply | Callable[[dict[str, Any]], Reply]] = ()
    models: Reply = Reply('{"data": []}')
    url: str = ""
    asked: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    @property
    def questions(self) -> list[str]:
        """What users' messages held, in order."""
        return [body["messages"][-1]["content"] for body in self.asked]

    def next(self, body: dict[str, Any]) -> Reply:
        reply = self.replies[min(len(self.asked), len(self.replies) - 1)]
        self.asked.append(body)
        return reply(body) if callable(reply) else reply


def completion(content: object, finish: str = "stop") -> Reply:
    """Return a chat completion with a content, JSON unless it is text."""
    text = content if isinstance(content, str) else json.dumps(content)
    return Reply(json.dumps({"choices": [{"message": {"content": text}, "finish_reason": finish}]}))


def offered(**changes: object) -> dict[str, object]:
    """Return an event as a model offers it, right for `MEETING` unless changed."""
    return {
        "evidence": "Xi Jinping met Kim Jong Un in Pyongyang on 20 June 2019",
        "type": "CONSULT",
        "mode": "visit",
        "status": "occurred",
        "actors": ["Xi Jinping"],
        "recipients": ["Kim Jong Un"],
        "when": "20 June 2019",
        "where": "Pyongyang",
        "according_to": "",
    } | changes


def events(*offers: object) -> Reply:
    return completion({"events": list(offers)})


@contextmanager
def serving(*replies: Reply | Callable[[dict[str, Any]], Reply], **more: Any) -> Iterator[Stub]:
    """Serve replies on a free port of this machine."""
    stub = Stub(replies or (events(),), **more)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.answer(stub.models)

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            self.answer(stub.next(body))

        def answer(self, reply: Reply) -> None:
            stub.headers.append(dict(self.headers))
            reply.before()
            data = reply.body.encode()
            try:
                self.send_response(reply.status)
                for name, value in {"Content-Length": str(len(data)), **reply.headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(data)
            except BrokenPipeError:
                pass  # who asked has stopped waiting

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        stub.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield stub
        finally:
            server.shutdown()
            thread.join()
