"""`summitry read --profile`: which stage the time is given to."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from types import FrameType

import pytest

import summitry
from summitry.cli.app import run
from summitry.cli.profiling import STAGES, StageClock, _stage_of, profile_lines, watched

SOURCE = Path(summitry.__file__).parent


def frame_in(path: str, function: str = "work") -> FrameType:
    """Return a frame that stands in a file of ours."""
    code = compile(f"def {function}():\n    return look()", str(SOURCE / path), "exec")
    names: dict[str, object] = {"look": lambda: sys._getframe(1)}
    exec(code, names)
    found = names[function]()  # type: ignore[operator]
    assert isinstance(found, FrameType)
    return found


@pytest.mark.parametrize(
    ("path", "stage"),
    [
        ("reading/pages.py", "reading"),
        ("coding/coder.py", "coding"),
        ("coding/judge/encoder.py", "coding/judge"),
        ("coding/claims/reader.py", "coding/claims"),
        ("record/storing.py", "record"),
        ("record/relinking.py", "linking"),
        ("linking/clustering.py", "linking"),
        ("cli/read.py", "other"),
    ],
)
def test_the_file_tells_the_stage(path: str, stage: str) -> None:
    assert _stage_of(frame_in(path)) == stage


def test_what_is_loaded_is_told_apart() -> None:
    assert _stage_of(frame_in("actors/tables.py", "load_registry")) == "loading"


def test_a_stage_is_a_folder_or_said_to_be_none() -> None:
    assert {stage for stage in STAGES if not (SOURCE / stage).is_dir()} == {"loading", "other"}


def test_shares_are_of_the_whole() -> None:
    lines = list(profile_lines(StageClock(Counter(coding=3.0, loading=1.0)), 10))  # type: ignore[arg-type]
    told = {line[:32].strip(): line[32:].split() for line in lines[1:]}
    assert told["events"] == ["3.0", "300.0", "75%"]
    assert told["models and tables loaded, once"] == ["1.0", "25%"]


def test_the_clock_leaves_the_interpreter_as_it_was() -> None:
    before = sys.getswitchinterval()
    with watched() as clock:
        assert sys.getswitchinterval() < before
    assert sys.getswitchinterval() == before
    assert set(clock.seconds) <= set(STAGES)


def test_several_processes_are_not_profiled(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = run(["read", "x.jsonl", "--record", str(tmp_path / "my.sqlite"), "--profile", "--workers", "2"])
    assert (status, "looks at one process" in capsys.readouterr().err) == (2, True)


@pytest.mark.parametrize("arguments", [[], ["x.jsonl", "--from-parquet", "coded"], ["--from-parquet", "nowhere"]])
def test_reading_from_nothing_or_from_two_is_refused(arguments: list[str], tmp_path: Path) -> None:
    record = tmp_path / "my.sqlite"
    assert run(["read", *arguments, "--record", str(record)]) == 2
    assert not record.exists()
