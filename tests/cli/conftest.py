"""The command line run in this process, with a small coder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from record.fakes import use_fake_coder
from summitry.cli.app import run

SUMMIT = "Xi Jinping met Kim Jong Un in Beijing on Monday. They spoke about trade for an hour.\n"
HANOI = "Donald Trump met Kim Jong Un in Hanoi last week. No paper was signed at the end of it.\n"


@dataclass(frozen=True)
class Ran:
    status: int
    out: str
    err: str


def running(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Return a function that runs `summitry` and gives what it wrote."""

    def call(*arguments: str) -> Ran:
        capsys.readouterr()
        status = run(list(arguments))
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        assert "a defect of summitry" not in err
        return Ran(status, out, err)

    return call


@pytest.fixture
def summitry(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Ran]:
    """Return a function that runs `summitry` in an empty folder."""
    monkeypatch.chdir(tmp_path)
    use_fake_coder(monkeypatch)
    return running(capsys)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder with two articles."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "beijing.txt").write_text(SUMMIT)
    (folder / "hanoi.txt").write_text(HANOI)
    return folder
