"""The stages one by one: JSON Lines in and out, every line out under its id, offsets in the text that came in."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

TEXT = "Xi Jinping met Kim Jong Un in Beijing on Monday. They spoke about trade for an hour."


def lines(*objects: object) -> None:
    Path("in.jsonl").write_text("".join(f"{json.dumps(o) if not isinstance(o, str) else o}\n" for o in objects))


def coded(summitry: Any, status: int = 0) -> list[dict[str, Any]]:
    ran = summitry("code", "in.jsonl", "-o", "out.jsonl")
    assert ran.status == status
    return [json.loads(line) for line in Path("out.jsonl").read_text().splitlines()]


def test_code_writes_events_under_the_ids_that_came_in(summitry) -> None:
    lines(
        {"id": "one", "text": TEXT, "events": [1], "claims": None},
        {"doc_id": 2, "text": TEXT.replace("Beijing", "Dalian")},
    )
    one, two = coded(summitry)
    assert (one["id"], two["id"]) == ("one", "2")
    assert [event["place"] for event in one["events"] + two["events"]] == ["Beijing", "Dalian"]


@pytest.mark.parametrize("lead", ["", "\u200e", "caf\u00e9 \U0001f680 ", "cafe\u0301 ", "a\x00b\x1b[31m "])
def test_offsets_refer_to_the_text_that_came_in(summitry, lead: str) -> None:
    text = f"{lead}Said the agency: Xi Jinping\u00a0and others, \u202aXi Jinping met Kim Jong Un in Beijing on Monday."
    lines({"id": "one", "text": text})
    (document,) = coded(summitry)
    assert document["text"] == text
    (event,) = document["events"]
    assert text[slice(*event["span"])] == event["evidence"] == "Xi Jinping met Kim Jong Un in Beijing"
    for participant in event["actors"] + event["recipients"]:
        assert text[slice(*participant["span"])] == participant["surface"]


def test_an_article_that_a_line_gives_is_kept(summitry) -> None:
    lines({"id": "one", "text": TEXT, "article": [[49, len(TEXT)]]})
    (document,) = coded(summitry)
    assert (document["article"], document["events"]) == ([[49, len(TEXT)]], [])


@pytest.mark.parametrize("article", [[[0, 10_000]], [[9, 3]], "all", [[1]], [["a", "b"]]])
def test_an_article_that_is_none_is_told_and_the_line_comes_without_events(summitry, article: object) -> None:
    lines({"id": "one", "text": TEXT, "article": article})
    (document,) = coded(summitry, status=1)
    assert (document["id"], document["events"]) == ("one", [])


def test_lines_that_cannot_be_read_are_told_and_the_rest_goes_on(summitry) -> None:
    lines(
        "junk", "[]", {"id": "no text"}, {"id": "bad", "text": TEXT, "published": "soon"}, {"id": "one", "text": TEXT}
    )
    assert [(d["id"], len(d["events"])) for d in coded(summitry, status=1)] == [("bad", 0), ("one", 1)]


def test_a_document_the_coder_fails_at_comes_without_events(summitry) -> None:
    lines({"id": "p", "text": f"POISON {TEXT}"}, {"id": "one", "text": TEXT})
    assert [(d["id"], len(d["events"])) for d in coded(summitry, status=1)] == [("p", 0), ("one", 1)]


def test_stages_take_standard_input_and_give_standard_output(summitry, monkeypatch) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(json.dumps({"id": "one", "text": TEXT}).encode()))
    monkeypatch.setattr("sys.stdin", stdin)
    ran = summitry("code", "-")
    assert (ran.status, json.loads(ran.out)["id"]) == (0, "one")


@pytest.mark.slow
def test_annotate_and_code_with_the_bundled_models(summitry, monkeypatch) -> None:
    from summitry.coding import CODER, load_coder

    monkeypatch.setattr("summitry.record.workers.load_bundled_coder", load_coder)
    monkeypatch.setattr("summitry.record.workers.CODER", CODER)
    lines({"id": "one", "published": "2019-03-06", "text": "\u200e" + TEXT})
    assert summitry("annotate", "in.jsonl", "-o", "marked.jsonl").status == 0
    (marked,) = map(json.loads, Path("marked.jsonl").read_text().splitlines())
    for item in (*marked["mentions"], *marked["places"]):
        assert marked["text"][item["start"] : item["end"]] == item["surface"]
    assert {m["name"] for m in marked["mentions"]} >= {"Xi Jinping", "Kim Jong Un"}
    (document,) = coded(summitry)
    (event,) = document["events"]
    assert (event["type"], event["start"]) == ("CONSULT", "2019-03-04")
