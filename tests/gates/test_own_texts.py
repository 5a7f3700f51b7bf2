"""The texts from which the judge learns: events' words stand in their texts, their fields are the record's."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from summitry.coding.judge.labels import MODES, STATUSES, TYPES
from summitry.model import Interval

FILES = sorted(Path(__file__).parents[2].joinpath("training", "texts").glob("*.jsonl"))


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_events_are_those_of_their_text(path: Path) -> None:
    for row in rows(path):
        for event in row["events"]:
            assert event["evidence"] in row["text"], row["id"]
            assert event["type"] in TYPES
            assert (event["type"], event["mode"]) in MODES
            assert event["status"] in STATUSES
            assert event["actors"] or event["recipients"]
            days = [Interval.parse(event[side]) for side in ("start", "end") if event[side]]
            assert [day.first for day in days] == sorted(day.first for day in days if day.first), row["id"]


def test_every_text_has_a_name_of_its_own() -> None:
    names = Counter(row["id"] for path in FILES for row in rows(path))
    assert names
    assert max(names.values()) == 1
