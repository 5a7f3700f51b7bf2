"""Fixtures of the record's tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from record.fakes import FAKE_SIGNER
from summitry.record import Record, open_record


@pytest.fixture(autouse=True)
def _fake_signer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tell near-duplicates by shared words, which a reader can count."""
    monkeypatch.setattr("summitry.record.record.bundled_signer", lambda: FAKE_SIGNER)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with open_record(tmp_path / "my.sqlite") as made:
        yield made
