"""The bundled sample is small, readable and dated."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib import resources
from pathlib import Path

import pytest

LARGEST = 100_000


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, str]]:
    folder = tmp_path_factory.mktemp("sample")
    summitry = str(Path(sys.executable).parent / "summitry")
    subprocess.run([summitry, "sample", "--to", "reports"], cwd=folder, check=True, capture_output=True)
    subprocess.run([summitry, "documents", "reports", "-o", "out.jsonl"], cwd=folder, check=True, capture_output=True)
    return [json.loads(line) for line in (folder / "out.jsonl").read_text(encoding="utf-8").splitlines()]


def test_it_weighs_less_than_100_kilobytes() -> None:
    folder = resources.files("summitry") / "sample"
    sizes = [len(entry.read_bytes()) for entry in folder.iterdir() if entry.is_file()]
    assert sizes
    assert sum(sizes) < LARGEST


def test_it_holds_every_kind_of_file() -> None:
    kinds = {Path(entry.name).suffix for entry in (resources.files("summitry") / "sample").iterdir()}
    assert {".txt", ".md", ".html", ".eml", ".pdf", ".jsonl", ".rss"} <= kinds


def test_every_report_is_read(documents: list[dict[str, str]]) -> None:
    assert len(documents) == 34
    assert all(200 < len(document["text"]) < 2000 for document in documents)


def test_every_report_is_dated(documents: list[dict[str, str]]) -> None:
    undated = [document["id"] for document in documents if not document["published"]]
    assert undated == []


@pytest.mark.parametrize(
    "noise", ["sunglasses", "attacked Seoul", "wake up", "cookies", "5000 tanks", "Ten autumn walks"]
)
def test_no_noise_reaches_the_article(documents: list[dict[str, str]], noise: str) -> None:
    assert [document["id"] for document in documents if noise in document["text"]] == []
