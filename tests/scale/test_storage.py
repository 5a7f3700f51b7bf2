"""Files by address."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from summitry.errors import UsageError
from summitry.scale.storage import Folder, find_files


def test_files_folders_and_patterns_are_found_once(tmp_path: Path) -> None:
    for name in ("b.jsonl", "a.jsonl", "c.txt"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    found = find_files([str(tmp_path), str(tmp_path / "*.jsonl"), str(tmp_path / "a.jsonl")])
    assert [Path(file.name).name for file in found] == ["a.jsonl", "b.jsonl", "c.txt"]


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no file at"):
        find_files([str(tmp_path / "none.jsonl")])


def test_an_unknown_protocol_is_told() -> None:
    with pytest.raises(UsageError, match="cannot be reached"):
        find_files(["nowhere://bucket/x"])


def test_a_stamp_changes_with_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("x", encoding="utf-8")
    [before] = find_files([str(path)])
    first = before.stamp()
    assert first == before.stamp()
    path.write_text("xy", encoding="utf-8")
    assert before.stamp() != first


@pytest.mark.parametrize("address", ["{tmp}/coded", "memory://coded-{name}"])
def test_what_is_put_is_there_whole(address: str, tmp_path: Path) -> None:
    folder = Folder(address.format(tmp=tmp_path, name=tmp_path.name))
    assert folder.names("parts") == set()
    folder.put("parts/one", b"first")
    folder.put("parts/one", b"second")
    assert (folder.names("parts"), folder.get("parts/one")) == ({"one"}, b"second")
    folder.remove("parts/one")
    folder.remove("parts/one")
    assert folder.names("parts") == set()


def test_a_writer_that_dies_leaves_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = Folder(str(tmp_path))

    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(KeyboardInterrupt):
        folder.put("parts/one", b"half")
    assert folder.names("parts") == set()


def test_two_writers_of_one_file_leave_one(tmp_path: Path) -> None:
    folder = Folder(str(tmp_path))
    writers = [threading.Thread(target=folder.put, args=("parts/one", b"x" * 100_000)) for _ in range(8)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [path.name for path in (tmp_path / "parts").iterdir()] == ["one"]
    assert folder.get("parts/one") == b"x" * 100_000
