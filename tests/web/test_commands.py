"""`summitry serve`, `publish` and `mcp` from the command line."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from summitry.cli.app import run
from summitry.web import Options


def first_line(*arguments: str) -> tuple[subprocess.Popen[str], str]:
    process = subprocess.Popen(
        [sys.executable, "-m", "summitry", "serve", "--port", "0", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout is not None
    return process, process.stdout.readline()


def test_serve_tells_its_address_and_is_there(options: Options) -> None:
    process, line = first_line("--record", str(options.record))
    try:
        address = re.search(r"http://127\.0\.0\.1:\d+/", line)
        assert address
        assert "token" not in line
        with urllib.request.urlopen(f"{address[0]}api/v1/record", timeout=60) as answer:
            assert json.load(answer)["documents"] == 4
    finally:
        process.terminate()
        process.wait(20)
        assert process.stdout is not None
        process.stdout.close()


def test_open_to_others_it_makes_up_a_token(options: Options) -> None:
    process, line = first_line("--record", str(options.record), "--host", "0.0.0.0")
    process.terminate()
    process.wait(20)
    assert process.stdout is not None
    process.stdout.close()
    assert re.search(r"\?token=[\w-]{30,}", line)


@pytest.mark.parametrize("arguments", [["serve"], ["publish", "out"], ["mcp"], ["serve", "--reference", "atlantis"]])
def test_without_a_record_it_is_wrong_use(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 2
    assert capsys.readouterr().err.startswith("Error: ")


def test_publish_names_the_page_to_open(options: Options, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["publish", str(tmp_path / "site"), "--record", str(options.record)]) == 0
    assert str(tmp_path / "site" / "index.html") in capsys.readouterr().out
    assert (tmp_path / "site" / "index.html").is_file()


def test_mcp_answers_on_standard_output_alone(options: Options) -> None:
    lines = '{"jsonrpc":"2.0","id":1,"method":"ping"}\n'
    command = [sys.executable, "-m", "summitry", "mcp", "--record", str(options.record)]
    done = subprocess.run(command, input=lines, capture_output=True, text=True, timeout=120, check=True)
    assert [json.loads(line) for line in done.stdout.splitlines()] == [{"jsonrpc": "2.0", "id": 1, "result": {}}]
