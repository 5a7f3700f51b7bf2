"""`summitry code --engine ray` as far as it goes without a cluster; `summitry read --from-parquet`."""

from __future__ import annotations

from pathlib import Path

import pytest

from record.fakes import use_fake_coder
from scale.helpers import CodeHere, write_lines
from summitry.cli.app import run


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["a.jsonl", "--engine", "ray"], "name a folder for them with -o DIR"),
        (["a.jsonl", "b.jsonl", "-o", "out"], "are for --engine ray"),
        (["a.jsonl", "--address", "auto", "-o", "out"], "are for --engine ray"),
        (["none.jsonl", "--engine", "ray", "-o", "out"], "there is no file at none.jsonl"),
    ],
)
def test_wrong_use_is_told(
    arguments: list[str],
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["code", *arguments]) == 2
    assert told in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_coded_parts_are_entered_and_linked(
    tmp_path: Path, code_here: CodeHere, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    use_fake_coder(monkeypatch)
    code_here(write_lines(tmp_path / "a.jsonl", range(9)))
    record = str(tmp_path / "my.sqlite")
    assert run(["read", "--from-parquet", str(tmp_path / "coded"), "--record", record]) == 0
    assert "9 events in 9 documents" in capsys.readouterr().out
    assert run(["read", "--from-parquet", str(tmp_path / "coded"), "--record", record]) == 0
    assert "0 new" in capsys.readouterr().out
