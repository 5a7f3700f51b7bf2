"""Questions over the wire: what is sent, what is tried again, and one clear line for each way to fail."""

from __future__ import annotations

import socket
import threading

import pytest

from coding.llm.stub import Reply, completion, serving
from summitry.coding.llm import Client, Endpoint, Key
from summitry.errors import AnswerError, EndpointError, SummitryError, TooLongError, UsageError

SECRET = "sk-a-very-secret-key"
MODEL = "tiny-1"


def ask(url: str, *, key: str = "", waits: list[float] | None = None, timeout: float = 10) -> str:
    slept: list[float] = [] if waits is None else waits
    return Client(Endpoint(url, MODEL, timeout), Key(key), slept.append).ask("told", "question", {"type": "object"})


def test_a_question_carries_the_model_the_schema_and_the_key() -> None:
    with serving(completion("yes")) as stub:
        assert ask(stub.url + "/", key=SECRET) == "yes"
    (body,) = stub.asked
    assert (body["model"], body["temperature"]) == (MODEL, 0)
    assert [message["role"] for message in body["messages"]] == ["system", "user"]
    assert body["response_format"]["json_schema"]["schema"] == {"type": "object"}
    assert stub.headers[0]["Authorization"] == f"Bearer {SECRET}"


def test_without_a_key_none_is_sent() -> None:
    with serving(completion("yes")) as stub:
        ask(stub.url)
    assert "Authorization" not in stub.headers[0]


def test_a_busy_endpoint_is_asked_again_after_the_time_it_names() -> None:
    waits: list[float] = []
    with serving(Reply("", 429, {"Retry-After": "7"}), Reply("", 503), completion("at last")) as stub:
        assert ask(stub.url, waits=waits) == "at last"
    assert waits == [7, 2]


@pytest.mark.parametrize("asked", ["86400", "100000", "-1", "Wed, 21 Oct 2026 07:28:00 GMT", "٣"])
def test_no_endpoint_makes_us_wait_for_long(asked: str) -> None:
    waits: list[float] = []
    reply = Reply("", 429, {"Retry-After": asked.encode().decode("latin-1")})
    with serving(reply) as stub, pytest.raises(EndpointError):
        ask(stub.url, waits=waits)
    assert len(waits) == 3
    assert all(0 < wait <= 60 for wait in waits)


@pytest.mark.parametrize(
    ("reply", "kind", "told"),
    [
        (Reply("slow down", 429), EndpointError, "HTTP 429: slow down"),
        (Reply("boom", 500), AnswerError, "HTTP 500: boom"),
        (Reply('{"error": {"message": "wrong key"}}', 401), EndpointError, "HTTP 401: wrong key"),
        (Reply("", 403), EndpointError, "SUMMITRY_LLM_KEY"),
        (Reply("no such model", 404), EndpointError, "HTTP 404: no such model"),
        (Reply("", 302, {"Location": "http://127.0.0.1:9/v1"}), EndpointError, "HTTP 302: it sends elsewhere"),
        (Reply('{"error": "bad schema"}', 400), AnswerError, "HTTP 400: bad schema"),
        (Reply('{"error": {"code": "context_length_exceeded", "message": "x"}}', 400), TooLongError, "HTTP 400"),
        (Reply("", 413), TooLongError, "HTTP 413"),
        (Reply("<html>a proxy's page</html>"), AnswerError, "no chat completion"),
        (Reply('{"choices": []}'), AnswerError, "no chat completion"),
        (completion("{", finish="length"), TooLongError, "cut off"),
        (Reply('{"choices": [{"message": {"refusal": "no"}, "finish_reason": "stop"}]}'), AnswerError, "holds no text"),
        (Reply("", headers={"Content-Length": "99"}), AnswerError, "broke off"),
    ],
    ids=lambda value: str(value)[:60] if isinstance(value, str) else None,
)
def test_a_failure_is_one_line_that_names_the_endpoint(reply: Reply, kind: type[SummitryError], told: str) -> None:
    with serving(reply) as stub, pytest.raises(SummitryError) as caught:
        ask(stub.url)
    assert type(caught.value) is kind
    assert told in str(caught.value)
    assert str(caught.value).startswith(f"{MODEL} at {stub.url}: ")
    assert "\n" not in str(caught.value)


def test_an_endpoint_that_does_not_answer_in_time_is_given_up() -> None:
    let_go = threading.Event()
    with serving(Reply(before=let_go.wait)) as stub:
        with pytest.raises(AnswerError, match=r"no answer within 0\.1 s"):
            ask(stub.url, timeout=0.1)
        let_go.set()


def free_address() -> str:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{probe.getsockname()[1]}/v1"


def test_an_endpoint_that_is_not_there_is_told_at_once_and_before_any_text_is_sent() -> None:
    with pytest.raises(EndpointError, match="nothing answers there"):
        Client(Endpoint(free_address(), MODEL), Key()).check()


@pytest.mark.parametrize("status", [200, 404, 429, 500])
def test_any_answer_shows_that_an_endpoint_is_there(status: int) -> None:
    with serving(models=Reply("{}", status)) as stub:
        Client(Endpoint(stub.url, MODEL), Key()).check()
    assert stub.asked == []


@pytest.mark.parametrize("status", [401, 403])
def test_a_key_that_is_refused_is_told_before_any_text_is_sent(status: int) -> None:
    with serving(models=Reply("", status)) as stub, pytest.raises(EndpointError, match="SUMMITRY_LLM_KEY"):
        Client(Endpoint(stub.url, MODEL), Key(SECRET)).check()


@pytest.mark.parametrize("status", [400, 401, 404, 429, 500])
def test_a_key_that_the_endpoint_repeats_is_shown_nowhere(status: int) -> None:
    with serving(Reply(f"bad key {SECRET}", status)) as stub, pytest.raises(SummitryError) as caught:
        ask(stub.url, key=SECRET)
    assert "bad key [key]" in str(caught.value)
    assert SECRET not in f"{caught.value!r}{Key(SECRET)!r}{Key(SECRET)}"


def test_a_redirect_is_not_followed() -> None:
    with serving(completion("stolen")) as other:
        moved = Reply("", 307, {"Location": f"{other.url}/x"})
        with serving(moved) as stub, pytest.raises(EndpointError):
            ask(stub.url, key=SECRET)
    assert other.headers == []


@pytest.mark.parametrize(
    "url",
    [
        "",
        "127.0.0.1:8080",
        "ftp://host/v1",
        "file:///etc/passwd",
        "https://user:secret@host/v1",
        "https://host/v1?key=secret",
        "https://host/v1#secret",
        "https://",
        "https://host:port/v1",
        "https://host/v1\r\nX-Evil: 1",
        "https://hóst/v1",
        "http://[::1/v1",
    ],
)
def test_an_address_that_makes_no_sense_or_holds_a_secret_is_refused(url: str) -> None:
    with pytest.raises(UsageError) as caught:
        Endpoint(url, MODEL)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("model", ["", "two words", "line\nbreak", "x" * 201])
def test_a_model_needs_a_name(model: str) -> None:
    with pytest.raises(UsageError, match="--llm-model"):
        Endpoint("http://127.0.0.1/v1", model)


def test_a_key_goes_to_no_other_machine_in_the_clear() -> None:
    with pytest.raises(UsageError, match="use https"):
        Client(Endpoint("http://models.example.org/v1", MODEL), Key(SECRET))
    Client(Endpoint("https://models.example.org/v1", MODEL), Key(SECRET))
    Client(Endpoint("http://models.example.org/v1", MODEL), Key())


@pytest.mark.parametrize(
    ("host", "local"),
    [("127.0.0.1", True), ("localhost", True), ("[::1]", True), ("127.0.0.1.example.org", False), ("10.0.0.1", False)],
)
def test_what_is_this_machine(host: str, local: bool) -> None:
    assert Endpoint(f"http://{host}:8080/v1", MODEL).is_local is local
