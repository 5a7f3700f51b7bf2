"""`--coder llm` from the command line: told plainly, checked, stored under the model's name, and never the key."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cli.conftest import Ran, running
from coding.llm.conftest import MEETING
from coding.llm.stub import Reply, Stub, completion, events, offered, serving
from coding.llm.test_client import SECRET, free_address
from summitry.coding.llm import KEY_VARIABLE

QUIET = "Diplomats in Vienna spoke about the price of grain, and about little else, on a day in 2019.\n"


Summitry = Callable[..., Ran]


@pytest.fixture
def summitry(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Summitry:
    """Return a function that runs `summitry` in an empty folder, with a key in its environment."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(KEY_VARIABLE, SECRET)
    call = running(capsys)

    def call_and_look_for_the_key(*arguments: str) -> Ran:
        ran = call(*arguments)
        assert SECRET not in ran.out + ran.err
        return ran

    return call_and_look_for_the_key


def asking(stub: Stub | str) -> list[str]:
    url = stub if isinstance(stub, str) else stub.url
    return ["--coder", "llm", "--llm-url", url, "--llm-model", "tiny-1"]


def put(**texts: str) -> None:
    for name, text in texts.items():
        Path(f"{name}.txt").write_text(text)


def rows(question: str) -> list[Any]:
    with sqlite3.connect("r.sqlite") as record:
        return [row[0] if len(row) == 1 else row for row in record.execute(question)]


def answer(body: dict[str, Any]) -> Reply:
    """Answer as a good model would."""
    return events(offered()) if "Xi Jinping" in body["messages"][-1]["content"] else events()


def test_a_reading_tells_that_text_is_sent_and_stores_what_checks_out(summitry: Summitry) -> None:
    put(meeting=MEETING, quiet=QUIET)
    with serving(lambda body: events(offered(), offered(actors=["Vladimir Putin"]))) as stub:
        ran = summitry("read", "meeting.txt", "quiet.txt", "--record", "r.sqlite", *asking(stub))
    assert ran.status == 0
    warning, *refused, count = ran.err.splitlines()
    assert warning.startswith(f"--coder llm: the text of every document to be coded is sent to tiny-1 at {stub.url}.")
    assert refused[0] == "refused from meeting.txt: actor not in the text: “Vladimir Putin”"
    assert count == (
        "Events that the language model offered: 4; 1 kept, "
        "3 refused (2 evidence not in the text, 1 actor not in the text)."
    )
    assert rows("SELECT coder FROM runs") == ["summitry llm-1 tiny-1"]
    assert "1 event in 2 documents" in ran.out
    assert SECRET.encode() not in Path("r.sqlite").read_bytes()
    assert any(header.get("Authorization") == f"Bearer {SECRET}" for header in stub.headers)


def test_reading_again_sends_nothing_again(summitry: Summitry) -> None:
    put(meeting=MEETING)
    with serving(answer) as stub:
        for _ in range(2):
            ran = summitry("read", "meeting.txt", "--record", "r.sqlite", *asking(stub))
    assert len(stub.asked) == 1
    assert "1 unchanged" in ran.out


@pytest.mark.parametrize(
    ("bad", "told"),
    [
        (completion("Sure! Here are the events:"), "the answer is no JSON: 'Sure! Here are the events:'"),
        (completion("{" * 100_000), "the answer is no JSON"),
        (completion({"event": []}), "the answer has no list of events"),
        (completion({"events": [{}] * 501}), "the answer offers 501 events"),
        (Reply("bad request", 400), "HTTP 400: bad request"),
    ],
    ids=["prose", "deep", "other-shape", "flood", "refused"],
)
def test_a_bad_answer_costs_its_own_document_alone(summitry: Summitry, bad: Reply, told: str) -> None:
    put(meeting=MEETING, quiet=QUIET)
    with serving(lambda body: bad if "Vienna" in body["messages"][-1]["content"] else answer(body)) as stub:
        ran = summitry("read", "meeting.txt", "quiet.txt", "--record", "r.sqlite", *asking(stub))
        assert ran.status == 1
        (line,) = [line for line in ran.err.splitlines() if line.startswith("skipped ")]
        assert line.startswith(("skipped quiet.txt: summitry llm-1 tiny-1: ", "skipped quiet.txt: tiny-1 at http://"))
        assert told in line
        assert rows("SELECT count(*) FROM documents") == [1]
    with serving(answer) as stub:
        assert summitry("read", "quiet.txt", "--record", "r.sqlite", *asking(stub)).status == 0
    assert rows("SELECT count(*) FROM documents") == [2]


def test_an_endpoint_that_is_not_there_is_one_line_and_nothing_is_made(summitry: Summitry) -> None:
    put(meeting=MEETING)
    url = free_address()
    ran = summitry("read", "meeting.txt", "--record", "r.sqlite", *asking(url))
    assert ran.status == 1
    (line,) = ran.err.splitlines()
    assert line.startswith(f"Error: tiny-1 at {url}: nothing answers there")
    assert not Path("r.sqlite").exists()


def test_an_endpoint_that_goes_away_stops_the_run_and_what_was_stored_is_kept(summitry: Summitry) -> None:
    subjects = "grain fish tin rice coal tea wool salt copper sugar jute rubber".split()
    texts = {
        f"n{number:02}": f"In Vienna a panel on {word} met for {number} hours.\n" * 3
        for number, word in enumerate(subjects, 2)
    }
    put(**texts)
    names = [f"{name}.txt" for name in texts]
    with serving(*[events()] * 10, Reply("gone", 404)) as stub:
        ran = summitry("read", *names, "--record", "r.sqlite", *asking(stub))
    assert ran.status == 1
    assert ran.err.splitlines()[-1].startswith(f"Error: tiny-1 at {stub.url}: HTTP 404: gone")
    (kept,) = rows("SELECT count(*) FROM documents")
    assert kept == 8  # one batch
    with serving(answer) as stub:
        assert summitry("read", *names, "--record", "r.sqlite", *asking(stub)).status == 0
    assert len(stub.asked) == 12 - kept
    assert rows("SELECT count(*) FROM documents") == [12]


def test_an_actor_of_your_own_is_known(summitry: Summitry) -> None:
    put(meeting=MEETING.replace("Xi Jinping", "Ambassador Oriel Tannhof"))
    own = "--state AUT --office Envoy --from 2019 --source me --record r.sqlite".split()
    assert summitry("actors", "add", "Oriel Tannhof", *own).status == 0
    offer = offered(actors=["Oriel Tannhof"], evidence="Oriel Tannhof met Kim Jong Un")
    with serving(events(offer)) as stub:
        ran = summitry("read", "meeting.txt", "--record", "r.sqlite", *asking(stub))
    assert ran.status == 0, ran.err
    (coder,) = rows("SELECT coder FROM runs")
    assert coder.startswith("summitry llm-1 tiny-1+actors-")
    assert rows("SELECT state_code FROM participants WHERE name = 'Oriel Tannhof'") == ["AUT"]


def test_code_writes_the_lines_that_it_writes_else(summitry: Summitry) -> None:
    Path("in.jsonl").write_text(json.dumps({"id": "one", "text": MEETING, "published": "2019-08-01"}) + "\n")
    with serving(answer) as stub:
        ran = summitry("code", "in.jsonl", "-o", "out.jsonl", *asking(stub))
    assert ran.status == 0, ran.err
    (line,) = Path("out.jsonl").read_text().splitlines()
    (event,) = json.loads(line)["events"]
    assert (event["type"], event["start"], event["coder"]) == ("CONSULT", "2019-06-20", "summitry llm-1 tiny-1")
    assert "is sent to tiny-1" in ran.err.splitlines()[0]


@pytest.mark.parametrize(
    "arguments",
    [
        ["read", "a.txt", "--record", "r.sqlite", "--llm-url", "http://127.0.0.1:9/v1"],
        ["read", "a.txt", "--record", "r.sqlite", "--coder", "llm"],
        ["read", "a.txt", "--record", "r.sqlite", *asking("http://127.0.0.1:9/v1"), "--workers", "2"],
        ["read", "a.txt", "--record", "r.sqlite", *asking("http://models.example.org/v1")],
        ["read", "--from-parquet", "parts", "--record", "r.sqlite", *asking("http://127.0.0.1:9/v1")],
        ["code", "a.jsonl", "--engine", "ray", "-o", "parts", *asking("http://127.0.0.1:9/v1")],
        ["code", "a.jsonl", *asking("https://me:secret@127.0.0.1/v1")],
    ],
    ids=["url-alone", "no-url", "workers", "key-in-the-clear", "from-parquet", "ray", "secret-in-address"],
)
def test_what_makes_no_sense_is_refused_before_anything_is_done(summitry: Summitry, arguments: list[str]) -> None:
    ran = summitry(*arguments)
    assert ran.status == 2
    assert len(ran.err.splitlines()) == 1
    assert not Path("r.sqlite").exists()


@pytest.mark.parametrize("command", ["read", "code"])
def test_help_says_that_text_leaves_the_machine(summitry: Summitry, command: str) -> None:
    told = " ".join(summitry(command, "--help").out.replace("│", " ").split())
    assert "THE TEXT OF EVERY DOCUMENT IS SENT" in told
    assert "leaves this machine" in told
    assert KEY_VARIABLE in told
    assert "--key" not in told
