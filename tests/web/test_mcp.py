"""Assistants: asked by the protocol, answered from the record, whatever they send."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any

import pytest

from summitry.record import Record, open_record
from summitry.web import Options
from summitry.web.mcp import TOOLS, Conversation, serve_lines


@pytest.fixture
def record(options: Options) -> Iterator[Record]:
    with open_record(options.record, writable=False) as opened:
        yield opened


def ask(record: Record, method: str, **params: Any) -> Any:
    line = json.dumps({"jsonrpc": "2.0", "id": 7, "method": method, "params": params})
    answer = json.loads(Conversation(record).answer(line))
    assert (answer["jsonrpc"], answer["id"]) == ("2.0", 7)
    return answer


def call(record: Record, tool: str, **arguments: Any) -> Any:
    result = ask(record, "tools/call", name=tool, arguments=arguments)["result"]
    assert result["isError"] is False, result
    assert json.loads(result["content"][0]["text"]) == result["structuredContent"]
    return result["structuredContent"]


def test_it_says_what_it_is_and_what_may_be_asked(record: Record) -> None:
    hello = ask(record, "initialize", protocolVersion="2025-03-26", capabilities={}, clientInfo={})["result"]
    assert hello["protocolVersion"] == "2025-03-26"
    tools = ask(record, "tools/list")["result"]["tools"]
    assert {tool["name"] for tool in tools} == {"timeline", "incident", "evidence", "check", "forecast", "documents"}
    assert all(tool["annotations"]["readOnlyHint"] for tool in tools)


def test_from_a_timeline_to_the_words(record: Record) -> None:
    found = call(record, "timeline", between=["CHN", "PRK"], type="CONSULT")
    assert found["total"] == 3
    words = call(record, "evidence", id=found["incidents"][0]["id"])["statements"]
    assert "Kim Jong Un came to Beijing on 26 March 2018." in [w["quote"] for w in words]
    assert all(w["quote"] in w["context"] for w in words)
    assert call(record, "incident", id=found["incidents"][0]["id"])["conflicts"][0]["field"] == "place"
    assert call(record, "documents", words="crowds")["documents"][0]["title"] == "A state visit"


def test_wrong_questions_get_an_answer_and_the_conversation_goes_on(record: Record) -> None:
    lines = [
        "no json", "[]", '{"jsonrpc": "1.0", "id": 1, "method": "ping"}', '{"jsonrpc":"2.0","id":2,"method":"burn"}',
        '{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"write"}}',
        '{"jsonrpc":"2.0","id":4,"method":"tools/call","params":{"name":"evidence","arguments":{"path":"/etc"}}}',
        '{"jsonrpc":"2.0","id":5,"method":"tools/call","params":{"name":"evidence","arguments":{"id":"i-none"}}}',
        '{"jsonrpc":"2.0","id":6,"method":"tools/call","params":{"name":"timeline","arguments":{"since":"soon"}}}',
        '{"jsonrpc":"2.0","id":7,"method":"tools/call","params":{"name":"timeline","arguments":{"limit":"many"}}}',
        '{"jsonrpc":"2.0","id":8,"method":"tools/call","params":["x"]}',
        '{"jsonrpc":"2.0","method":"notifications/initialized"}', '{"jsonrpc":"2.0","id":9,"method":"ping"}',
    ]  # fmt: skip
    written = io.StringIO()
    serve_lines(record, io.StringIO("\n".join(lines)), written)
    answers = [json.loads(line) for line in written.getvalue().splitlines()]
    assert [a["id"] for a in answers] == [None, None, None, 2, 3, 4, 5, 6, 7, 8, 9]
    assert [("error" in a or a["result"].get("isError")) for a in answers[:-1]] == [True] * 10
    assert answers[-1]["result"] == {}


def test_no_tool_writes(options: Options) -> None:
    """Asked of a record that could be written."""
    with open_record(options.record) as record:
        incident = record.incidents()[0].id
        arguments = {
            "timeline": {"words": "Beijing"},
            "incident": {"id": incident},
            "evidence": {"id": incident},
            "check": {"text": "Kim Jong Un met Xi Jinping three times in 2018."},
            "forecast": {"a": "CHN", "b": "PRK", "type": "CONSULT"},
            "documents": {"words": "Beijing"},
        }
        assert set(arguments) == set(TOOLS)
        before, changes = list(record._connection.iterdump()), record._connection.total_changes
        for tool, given in arguments.items():
            call(record, tool, **given)
            assert record._connection.total_changes == changes, tool
        assert list(record._connection.iterdump()) == before
