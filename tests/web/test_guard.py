"""Who may ask, from where, for what: refused before any page is made."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from summitry.record import open_record
from summitry.web import Options
from web.conftest import HERE, OWN, client_of

FOREIGN_HOSTS = [
    "evil.example",
    "127.0.0.1.evil.example",
    "localhost.evil.example",
    "10.0.0.1",
    "",
    "[::2]",
    "a b",
    "][",
]
FOREIGN_ORIGINS = [
    {},
    {"origin": "null"},
    {"origin": "http://evil.example"},
    {"origin": "https://127.0.0.1"},
    {"origin": "http://127.0.0.1:81"},
    {"origin": "http://localhost"},
    {"origin": "http://127.0.0.1.evil.example"},
    {"origin": HERE, "sec-fetch-site": "cross-site"},
    {"origin": HERE, "sec-fetch-site": "same-site"},
]


@pytest.mark.parametrize("host", FOREIGN_HOSTS)
def test_an_unknown_host_is_refused(desk: TestClient, host: str) -> None:
    answer = desk.get("/", headers={"host": host})
    assert answer.status_code == 421
    assert "incidents" not in answer.text


@pytest.mark.parametrize("headers", FOREIGN_ORIGINS)
def test_a_foreign_page_changes_nothing(desk: TestClient, options: Options, headers: dict[str, str]) -> None:
    incident = desk.get("/incidents.json").json()["items"][0]["id"]
    for path in (f"/incidents/{incident}/reject", "/author", "/reading", "/check"):
        assert desk.post(path, data={"reason": "x"}, headers=headers).status_code == 403
    sent = {"action": "reject", "incident": incident}
    assert desk.post("/api/v1/corrections", json=sent, headers=headers).status_code == 403
    with open_record(options.record) as record:
        assert len(record.corrections) == 0
        assert record.counts() == (4, 4)


def test_reading_only_takes_no_change(options: Options) -> None:
    desk = client_of(replace(options, read_only=True))
    incident = desk.get("/incidents.json").json()["items"][0]["id"]
    answer = desk.post(f"/incidents/{incident}/confirm", headers=OWN)
    assert (answer.status_code, "read-only" in answer.text) == (403, True)
    assert '<form method="post"' not in desk.get(f"/incidents/{incident}").text


def test_without_its_token_nothing_is_shown(options: Options) -> None:
    desk = client_of(replace(options, token="secret-word"))
    assert desk.get("/").status_code == 401
    assert desk.get("/", headers={"cookie": "summitry_token=wrong"}).status_code == 401
    assert desk.get("/static/desk.css").status_code == 401
    assert desk.get("/api/v1/record", headers={"authorization": "Bearer secret-word"}).status_code == 200


def test_a_token_in_the_address_moves_into_a_cookie(options: Options) -> None:
    desk = client_of(replace(options, token="secret-word"))
    answer = desk.get("/incidents?token=secret-word")
    assert (answer.status_code, answer.headers["location"]) == (303, "/incidents")
    assert "HttpOnly" in answer.headers["set-cookie"]
    assert desk.get("/incidents", headers={"cookie": "summitry_token=secret-word"}).status_code == 200


def test_with_a_token_any_numeric_address_may_be_used_but_no_other_name(options: Options) -> None:
    desk = client_of(replace(options, token="secret-word"))
    own = {"authorization": "Bearer secret-word"}
    assert desk.get("/", headers={**own, "host": "192.168.1.7:8321"}).status_code == 200
    assert desk.get("/", headers={**own, "host": "rebound.example"}).status_code == 421


def test_what_is_too_large_is_refused_whether_or_not_it_tells_its_length(options: Options) -> None:
    desk = client_of(replace(options, form_bytes=1000, upload_bytes=2000))

    def pieces() -> object:
        yield from (b"reason=" + b"x" * 700 for _ in range(4))

    kind = {"content-type": "application/x-www-form-urlencoded"}
    assert desk.post("/author", data={"author": "x" * 2000}, headers=OWN).status_code == 413
    assert desk.post("/author", content=pieces(), headers={**OWN, **kind}).status_code == 413  # type: ignore[arg-type]
    files = {"file": ("a.txt", b"x" * 3000)}
    assert desk.post("/reading", files=files, headers=OWN).status_code == 413


@pytest.mark.parametrize("path", ["/", "/incidents.json", "/nothing", "/static/desk.css", "/api/v1/openapi.json"])
def test_every_answer_says_what_a_browser_may_do_with_it(desk: TestClient, path: str) -> None:
    headers = desk.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cross-origin-resource-policy"] == "same-origin"


def test_refusals_have_one_shape_for_programs(desk: TestClient) -> None:
    for path in ("/api/v1/incidents/i-none", "/api/v1/nothing", "/incidents/i-none.json", "/api/v1/incidents?page=0"):
        error = desk.get(path).json()["error"]
        assert set(error) == {"code", "status", "message"}
    assert desk.delete("/api/v1/incidents", headers=OWN).json()["error"]["code"] == "wrong-method"
