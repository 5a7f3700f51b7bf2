"""Commands as users type them: what they print, where, and with which exit status."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy
import pytest

import summitry as package
from record.fakes import _events
from summitry.cli import app as cli
from summitry.model import Document, Event

PICKLED = {bytes((0x80, version)) for version in range(2, 6)}
"""How pickles begin (Lib/pickletools.py, opcode PROTO)."""


def test_read_sums_up_and_exits_with_0(summitry, articles) -> None:
    ran = summitry("read", "articles", "--record", "my.sqlite", "--published", "2019-03-05")
    assert ran.status == 0
    assert "my.sqlite: 2 read, 2 new, 0 unchanged, 0 duplicate, 0 skipped." in ran.out
    assert "now holds 2 events in 2 documents" in ran.out
    assert ran.err == ""


def test_reading_again_says_unchanged(summitry, articles) -> None:
    summitry("read", "articles", "--record", "my.sqlite")
    assert "2 read, 0 new, 2 unchanged, 0 duplicate" in summitry("read", "articles", "--record", "my.sqlite").out


def test_a_given_date_stays_until_another_is_given(summitry, articles) -> None:
    summitry("read", "articles/hanoi.txt", "--record", "my.sqlite", "--published", "2019-03-05")
    summitry("read", "articles/hanoi.txt", "--record", "my.sqlite")
    assert "2019-03-05" in summitry("timeline", "--record", "my.sqlite").out
    summitry("read", "articles/hanoi.txt", "--record", "my.sqlite", "--published", "2019-03-06")
    assert "2019-03-06" in summitry("timeline", "--record", "my.sqlite").out


def test_bad_inputs_get_one_line_each_and_the_rest_goes_on(summitry, articles) -> None:
    (articles / "empty.txt").touch()
    (articles / "photo.txt").write_bytes(bytes(range(256)) * 40)
    ran = summitry("read", "articles", "nowhere/", "--record", "my.sqlite")
    assert ran.status == 1
    lines = ran.err.splitlines()
    assert len(lines) == 3
    assert [name for name in ("empty.txt", "photo.txt", "nowhere") if not any(name in line for line in lines)] == []
    assert "2 new" in ran.out


def test_a_file_over_the_limit_is_refused_with_the_limit(summitry, articles) -> None:
    (articles / "long.txt").write_text("word " * 300_000)
    ran = summitry("read", "articles", "--record", "my.sqlite", "--limit", "file_bytes=1_000_000")
    assert (ran.status, "long.txt" in ran.err, "2 new" in ran.out) == (1, True, True)


@pytest.mark.parametrize(
    "arguments",
    [
        ("bogus",),
        ("read", "articles"),
        ("timeline", "--record", "none.sqlite"),
        ("read", "articles", "--record", "my.sqlite", "--published", "yesterday"),
        ("timeline", "--record", "my.sqlite", "--type", "PICNIC"),
        ("timeline", "--record", "my.sqlite", "--format", "xml"),
        ("timeline", "--record", "articles/hanoi.txt"),
        ("timeline", "--record", "articles"),
        ("show", "e-nothing", "--record", "my.sqlite"),
        ("code", "none.jsonl"),
        ("export", "--record", "my.sqlite", "-o", "nowhere/out.jsonl"),
        ("export", "--record", "my.sqlite", "-o", "articles"),
    ],
)
def test_wrong_use_exits_with_2_and_says_why(summitry, articles, arguments: tuple[str, ...]) -> None:
    summitry("read", "articles", "--record", "my.sqlite")
    ran = summitry(*arguments)
    assert ran.status == 2
    assert "Error: " in ran.err
    assert ran.out == ""


def test_a_wrong_date_leaves_no_record_behind(summitry, articles) -> None:
    assert summitry("read", "articles", "--record", "new.sqlite", "--published", "soon").status == 2
    assert not Path("new.sqlite").exists()


def test_a_newer_record_is_refused(summitry, articles) -> None:
    summitry("read", "articles", "--record", "my.sqlite")
    connection = sqlite3.connect("my.sqlite")
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    ran = summitry("timeline", "--record", "my.sqlite")
    assert ran.status == 2
    assert "upgrade summitry" in ran.err


def test_timeline_narrows(summitry, articles) -> None:
    summitry("read", "articles", "--record", "my.sqlite")
    ran = summitry("timeline", "--record", "my.sqlite", "--between", "CHN", "PRK", "--format", "json")
    (event,) = json.loads(ran.out)
    assert (event["place"], event["actors"][0]["name"], event["status"]) == ("Beijing", "Xi Jinping", "occurred")


def test_timeline_suggests_the_nearest_name(summitry, articles) -> None:
    summitry("read", "articles", "--record", "my.sqlite")
    ran = summitry("timeline", "--record", "my.sqlite", "--actor", "Donald Tramp")
    assert (ran.status, "did you mean Donald Trump?" in ran.err) == (0, True)


@pytest.mark.parametrize("columns", ["60", "100", "160"])
@pytest.mark.parametrize("verbose", [(), ("-v",)])
def test_tables_fit_their_width(summitry, articles, monkeypatch, columns: str, verbose: tuple[str, ...]) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    summitry("read", "articles", "--record", "my.sqlite", "--published", "2019")
    ran = summitry("timeline", "--record", "my.sqlite", *verbose)
    lines = [line.rstrip() for line in ran.out.splitlines()]
    if columns != "60":
        assert max(map(len, lines)) <= int(columns)
        assert "Xi Jinping" in ran.out
    assert "2 events in 2 documents, 2019 to 2019" in " ".join(lines)


def test_csv_has_a_row_an_event(summitry, articles) -> None:
    summitry("read", "articles", "--record", "my.sqlite")
    rows = list(csv.DictReader(io.StringIO(summitry("timeline", "--record", "my.sqlite", "--format", "csv").out)))
    assert [(row["who"], row["where"]) for row in rows] == [("Xi Jinping", "Beijing"), ("Donald Trump", "Hanoi")]


def test_markdown_is_a_table(summitry, articles) -> None:
    summitry("read", "articles", "--record", "my.sqlite")
    lines = summitry("timeline", "--record", "my.sqlite", "--format", "markdown").out.splitlines()
    assert lines[0].startswith("| date | type | who |")
    assert {line.count("|") for line in lines} == {10}


def test_show_why_tells_for_each_participant_what_decided(summitry, articles, monkeypatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    summitry("read", "articles/hanoi.txt", "--record", "my.sqlite", "--published", "2019-03-05")
    event = json.loads(summitry("timeline", "--record", "my.sqlite", "--format", "json").out)[0]
    assert event["actors"][0]["score"] == 0.9
    assert event["actors"][0]["reasons"] == ["alias: Donald Trump", "the only one of that name"]
    why = summitry("show", event["id"], "--record", "my.sqlite", "--why").out
    assert "score 0.90" in why
    assert "alias: Kim Jong Un; the only one of that name" in " ".join(why.split())
    assert "rule fake" in " ".join(why.split())
    assert max(map(len, why.splitlines())) <= 80
    assert "alias:" not in summitry("show", event["id"], "--record", "my.sqlite").out


def test_show_prints_an_event_with_its_words_in_context(summitry, articles) -> None:
    summitry("read", "articles", "--record", "my.sqlite")
    event = json.loads(summitry("timeline", "--record", "my.sqlite", "--format", "json").out)[0]
    shown = summitry("show", event["id"][:10], "--record", "my.sqlite", "--why").out
    assert "Xi Jinping met Kim Jong Un in Beijing" in shown
    assert "They spoke about trade" in shown
    assert "coder" in shown
    document = summitry("show", event["document"], "--record", "my.sqlite").out
    assert event["id"] in document
    whole = json.loads(summitry("show", event["document"], "--record", "my.sqlite", "--format", "json").out)
    assert whole["text"][slice(*whole["events"][0]["span"])] == event["evidence"]


def test_export_to_a_file_and_to_standard_output_are_the_same(summitry, articles) -> None:
    summitry("read", "articles", "--record", "my.sqlite")
    assert summitry("export", "--record", "my.sqlite", "-o", "out.jsonl").status == 0
    assert Path("out.jsonl").read_text() == summitry("export", "--record", "my.sqlite").out
    assert not Path("out.jsonl.part").exists()


def test_documents_writes_articles(summitry, articles) -> None:
    ran = summitry("documents", "articles", "nowhere", "-o", "docs.jsonl")
    assert ran.status == 1
    found = [json.loads(line) for line in Path("docs.jsonl").read_text().splitlines()]
    assert [document["text"].split()[0] for document in found] == ["Xi", "Donald"]


def test_sample_copies_articles_that_can_be_read(summitry) -> None:
    assert summitry("sample", "--to", "sample").status == 0
    assert len(list(Path("sample").rglob("*.*"))) >= 20
    assert summitry("documents", "sample", "-o", "docs.jsonl").status == 0


@pytest.mark.parametrize(
    "command", [*("read", "timeline", "show", "actors"), *("documents", "annotate", "code", "export", "sample")]
)
def test_every_command_has_help_with_an_example(summitry, command: str) -> None:
    ran = summitry(command, "--help")
    assert ran.status == 0
    assert f"Example: summitry {command} " in " ".join(ran.out.split())


def test_version(summitry) -> None:
    assert summitry("--version").out == f"summitry {package.__version__}\n"


@pytest.mark.parametrize(
    ("error", "status", "told"),
    [
        (KeyboardInterrupt(), 130, "Stopped."),
        (MemoryError(), 1, "memory ran out"),
        (PermissionError(13, "Permission denied", "secret.txt"), 1, "secret.txt: Permission denied"),
        (ZeroDivisionError("of ours"), 1, "a defect of summitry (ZeroDivisionError: of ours)"),
    ],
)
def test_whatever_goes_wrong_is_one_line(
    monkeypatch, capsys, articles, tmp_path, error: BaseException, status: int, told: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("summitry.cli.read.open_record", fail)
    assert cli.run(["read", str(articles), "--record", str(tmp_path / "r.sqlite")]) == status
    out, err = capsys.readouterr()
    assert (out, len(err.splitlines())) == ("", 1)
    assert told in err


def test_everything_in_all_is_there() -> None:
    assert [name for name in package.__all__ if not hasattr(package, name)] == []


def test_a_pipe_that_closes_early_is_quiet(summitry, articles) -> None:
    lines = "".join(
        json.dumps({"id": str(n), "text": f"Xi Jinping met Kim Jong Un in Beijing. {n} " * 30}) + "\n"
        for n in range(60)
    )
    Path("many.jsonl").write_text(lines)
    summitry("read", "many.jsonl", "--record", "my.sqlite")
    command = [sys.executable, "-m", "summitry", "timeline", "--record", "my.sqlite", "--format", "json"]
    run = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert run.stdout is not None
    run.stdout.read(10)
    run.stdout.close()
    assert run.stderr is not None
    assert run.stderr.read() == b""
    assert run.wait(timeout=30) == 0


def stored(path: Path) -> int:
    """Return how many documents a record holds while another program writes it."""
    if not path.exists():
        return 0
    connection = sqlite3.connect(path, timeout=30)
    try:
        return int(connection.execute("SELECT count(*) FROM documents").fetchone()[0])
    except sqlite3.OperationalError:  # its tables are not made yet
        return 0
    finally:
        connection.close()


@pytest.mark.slow
def test_ctrl_c_is_one_line_and_what_was_reported_is_kept(tmp_path: Path) -> None:
    names = ("Angela Merkel", "Emmanuel Macron", "Xi Jinping", "Shinzo Abe", "Justin Trudeau")
    texts = [
        f"{names[n % 5]} met {names[(n + 1 + n // 5 % 4) % 5]} for round {n} of the talks. " * (1 + n % 7)
        for n in range(2_000)
    ]
    lines = [json.dumps({"id": str(n), "text": text}) + "\n" for n, text in enumerate(texts)]
    (tmp_path / "many.jsonl").write_text("".join(lines))
    record = tmp_path / "my.sqlite"
    run = subprocess.Popen(
        [sys.executable, "-m", "summitry", "read", str(tmp_path / "many.jsonl"), "--record", str(record)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        deadline = time.monotonic() + 240
        while not (before := stored(record)) and run.poll() is None and time.monotonic() < deadline:
            time.sleep(0.1)
        run.send_signal(signal.SIGINT)
        out, err = run.communicate(timeout=120)
    finally:
        run.kill()
    assert before > 0
    assert (run.returncode, out, len(err.splitlines())) == (130, "", 1)
    assert "run the same command again" in err
    with package.open(record) as opened:
        assert before <= opened.counts()[1] < len(texts)
        assert opened.damage() == []


@pytest.mark.slow
def test_every_locale_time_zone_and_hash_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    line = {"id": "1", "published": "2018-03-28", "text": "Chinese President Xi Jinping met Nicolás Maduro in Beijing."}
    (tmp_path / "in.jsonl").write_text(json.dumps(line) + "\n")
    places = (
        {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"},
        {
            "PYTHONHASHSEED": "2",
            "TZ": "Pacific/Kiritimati",
            "LC_ALL": "C",
            "PYTHONUTF8": "0",
            "PYTHONCOERCECLOCALE": "0",
        },
    )
    outputs = []
    for number, place in enumerate(places):
        command = [sys.executable, "-m", "summitry"]
        record = ["--record", f"{number}.sqlite"]
        settings = os.environ | place | {"HOME": str(tmp_path / "nowhere")}
        subprocess.run([*command, "read", "in.jsonl", *record], cwd=tmp_path, env=settings, check=True)
        found = subprocess.run(
            [*command, "export", *record], cwd=tmp_path, env=settings, check=True, capture_output=True
        )
        outputs.append(found.stdout)
    assert outputs[0] == outputs[1]
    assert "Nicolás Maduro" in outputs[0].decode("utf-8")


NO_NETWORK = """
import socket, sys
def refuse(*_, **__):
    raise AssertionError("the network was asked for")
socket.socket.connect = socket.socket.connect_ex = socket.socket.sendto = refuse
socket.create_connection = socket.getaddrinfo = socket.gethostbyname = refuse
from summitry.cli import main
sys.exit(main())
"""


@pytest.mark.slow
def test_the_sample_is_read_and_asked_without_a_network(tmp_path: Path) -> None:
    for arguments in (
        ["sample", "--to", "sample"],
        ["read", "sample", "--record", "my.sqlite"],
        ["incidents", "--record", "my.sqlite", "--format", "json"],
    ):
        command = [sys.executable, "-c", NO_NETWORK, *arguments]
        ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=300)
        assert ran.returncode == 0, ran.stderr
        assert "network" not in ran.stderr
    assert json.loads(ran.stdout)


def test_no_code_is_loaded_from_a_file_of_data() -> None:
    """Pickles and their like run what they hold; the package neither holds nor reads any."""
    folder = Path(package.__file__).parent
    loading = re.compile(r"^\s*(?:import|from) (?:pickle|cPickle|dill|joblib|shelve|marshal|cloudpickle)\b|"
                         r"\btorch\.load\(|\bread_pickle\(|allow_pickle\s*=\s*True", re.MULTILINE)  # fmt: skip
    asked = [p.name for p in folder.rglob("*.py") if loading.search(p.read_text(encoding="utf-8"))]
    assert asked == []
    endings = {".pkl", ".pickle", ".joblib", ".pt", ".pth", ".bin", ".dill", ".npy"}
    assert [
        p.name for p in folder.rglob("*") if p.suffix in endings or (p.is_file() and p.read_bytes()[:2] in PICKLED)
    ] == []
    for path in folder.rglob("*.npz"):
        with numpy.load(path, allow_pickle=False) as stored_arrays:
            assert all(stored_arrays[name].dtype != object for name in stored_arrays)


def test_a_file_whose_name_is_no_utf8_is_read(summitry, articles) -> None:
    name = os.fsencode(str(articles)) + b"/caf\xe9.txt"
    with open(name, "w") as file:  # noqa: PTH123  a name in bytes
        file.write("Moon Jae-in met Kim Jong Un in Panmunjom on Friday. They planted a tree by the line.")
    ran = summitry("read", "articles", "--record", "my.sqlite")
    assert (ran.status, ran.err) == (0, "")
    assert "Panmunjom" in summitry("timeline", "--record", "my.sqlite").out


def test_a_limit_is_changed_by_its_name(summitry, articles) -> None:
    (articles / "page.html").write_text("<p>" + "Xi Jinping met Kim Jong Un in Beijing. " * 60)
    ran = summitry("read", "articles", "--record", "my.sqlite", "--limit", "html_bytes=1_000", "--limit", "pdf_pages=5")
    assert (ran.status, "page.html: is a page of more than 1,000 bytes" in ran.err) == (1, True)
    assert summitry("documents", "articles", "-o", "docs.jsonl", "--limit", "text_chars=10").status == 1
    long, short = "Xi Jinping met Kim Jong Un in Beijing.", "In short."
    Path("docs.jsonl").write_text("".join(json.dumps({"id": t[:2], "text": t}) + "\n" for t in (long, short)))
    ran = summitry("code", "docs.jsonl", "-o", "coded.jsonl", "--limit", "text_chars=10")
    assert ran.status == 1
    assert ran.err.splitlines() == [
        "skipped docs.jsonl:1: holds 38 characters, more than 10",
        "2 documents coded, 1 skipped.",
    ]


@pytest.mark.parametrize("change", ["bogus=1", "text_chars", "text_chars=", "text_chars=-1", "text_chars=many"])
def test_a_limit_that_is_none_is_wrong_use(summitry, articles, change: str) -> None:
    ran = summitry("read", "articles", "--record", "new.sqlite", "--limit", change)
    assert (ran.status, "text_chars" in ran.err, Path("new.sqlite").exists()) == (2, True, False)


def test_a_narrow_terminal_cuts_no_id_date_or_type(summitry, articles, monkeypatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    summitry("read", "articles", "--record", "my.sqlite", "--published", "2019-03-05")
    out = summitry("timeline", "--record", "my.sqlite").out
    event = json.loads(summitry("timeline", "--record", "my.sqlite", "--format", "json").out)[0]
    for whole in (event["id"][:10], "2019-03-05", "CONSULT", "occurred", "1 source", "→ Kim Jong Un"):
        assert whole in out


def test_a_sentence_that_states_an_event_twice_is_shown_once(summitry, articles, monkeypatch) -> None:
    def events_as_one(document: Document) -> Iterator[Event]:
        first, second = _events(document)
        yield replace(first, evidence=(*first.evidence, *second.evidence))

    monkeypatch.setattr("record.fakes._events", events_as_one)
    (articles / "beijing.txt").write_text("Xi Jinping met Kim Jong Un. On Monday Xi Jinping met Kim Jong Un.\n")
    summitry("read", "articles/beijing.txt", "--record", "my.sqlite")
    csv_text = summitry("timeline", "--record", "my.sqlite", "-v", "--format", "csv").out
    assert [row["sentences"] for row in csv.DictReader(io.StringIO(csv_text))] == ["Xi Jinping met Kim Jong Un"]


def test_a_folder_with_nothing_to_read_is_told(summitry, articles) -> None:
    Path("letters").mkdir()
    Path("letters/one.docx").touch()
    ran = summitry("read", "articles", "letters", "--record", "my.sqlite")
    assert (ran.status, ran.err) == (1, "skipped letters: holds no file of a kind that is read\n")
    assert "Skipped: 1 empty." in ran.out


def test_one_is_not_told_as_many(summitry, articles) -> None:
    ran = summitry("read", "articles/hanoi.txt", "--record", "my.sqlite")
    assert "now holds 1 event in 1 document: 1 incident." in ran.out
    assert summitry("documents", "articles/hanoi.txt", "-o", "d.jsonl").err == "1 document written, 0 skipped.\n"


def test_a_window_that_ends_before_it_begins_is_wrong_use(summitry, articles) -> None:
    summitry("read", "articles", "--record", "my.sqlite")
    ran = summitry("timeline", "--record", "my.sqlite", "--since", "2019", "--until", "2018-05")
    assert (ran.status, ran.err) == (2, "Error: --since 2019 is after --until 2018-05\n")


def test_the_sample_goes_into_no_file(summitry) -> None:
    Path("taken").touch()
    ran = summitry("sample", "--to", "taken")
    assert (ran.status, ran.err) == (2, "Error: taken is a file; name a folder to copy the sample to\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_under_the_output_is_one_line(summitry, articles) -> None:
    ran = summitry("documents", "articles", "-o", "/dev/full")
    assert (ran.status, ran.err.splitlines()[-1]) == (1, "Error: the disk is full; make room and run again.")
