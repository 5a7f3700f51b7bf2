"""Search: whatever is typed, something is answered, in time."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from fastapi.testclient import TestClient
from lxml import html

from summitry.errors import SlowQuestionError
from summitry.record import open_record
from summitry.record.browsing import limited
from summitry.web import Options
from web.conftest import client_of

SYNTAX = ['"', "'", "*", "^", "NEAR(", "AND", "OR", "NOT", "(", ")", "-", "+", ":", "title:", "{", "}", ";", "--",
          "/*", "\\", "%", "_", "\x00", "x' OR 1=1 --", "a NEAR/2 b", "中", "é", "😀",
          "kim", "beijing", "\u202e"]  # fmt: skip


def test_words_find_actors_incidents_and_documents(desk: TestClient) -> None:
    found = desk.get("/search.json?q=kim").json()
    assert [a["name"] for a in found["actors"]] == ["Kim Jong Un"]
    assert found["incidents"]["total"] == 3
    assert {d["title"] for d in found["documents"]["items"]} == {
        "A train from the north",
        "Two men by the sea",
        "A rumour",
    }


def test_found_words_are_marked(desk: TestClient) -> None:
    page = html.fromstring(desk.get("/search?q=crowds").text)
    assert [mark.text_content() for mark in page.xpath("//mark[@class='m-found']")] == ["Crowds"]


def test_any_syntax_is_taken_literally(desk: TestClient) -> None:
    chance = random.Random(11)
    for _ in range(80):
        words = " ".join(chance.choice(SYNTAX) for _ in range(chance.randint(1, 6)))
        for path in ("/search.json", "/incidents.json"):
            assert desk.get(path, params={"q": words}).status_code == 200, repr(words)


@pytest.mark.parametrize("name", ["actor", "place", "a", "mode", "since", "page", "rows", "order"])
def test_no_field_of_a_query_breaks_a_page(desk: TestClient, name: str) -> None:
    for value in [*SYNTAX[::3], "9" * 40, "-1", "0", "1e9", "x" * 5000]:
        assert desk.get("/incidents", params={name: value}).status_code == 200, repr(value)


def test_a_question_that_takes_too_long_is_stopped(options: Options) -> None:
    endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"
    with open_record(options.record, writable=False) as record:
        with pytest.raises(SlowQuestionError), limited(record, 0.05):
            record._connection.execute(endless).fetchone()
        assert record.counts() == (4, 4)


def test_a_page_that_takes_too_long_says_so(options: Options, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = client_of(replace(options, question_seconds=0.0))
    monkeypatch.setattr("summitry.record.browsing.limiting._STEPS", 1)
    answer = desk.get("/incidents.json")
    assert (answer.status_code, answer.json()["error"]["code"]) == (503, "too-slow")


def test_a_page_sees_the_record_as_it_stood_when_it_began(options: Options) -> None:
    with open_record(options.record, writable=False) as reader, limited(reader, 5) as seen:
        before = seen.count_incidents()
        with open_record(options.record) as writer:
            writer.corrections.reject(writer.incidents()[0].id, author="ada", reason="")
            assert writer.count_incidents() == before - 1
        assert seen.count_incidents() == before
