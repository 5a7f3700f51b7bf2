"""Reports of real articles become the incidents that took place, each once and no others."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import summitry
from summitry.model import Incident
from summitry.record import Record
from summitry.record.reference import open_reference

SHARED = Path(os.environ.get("SUMMITRY_SHARED", Path(__file__).parents[3] / "shared"))
GOLD = SHARED / "gold"
TEXTS = ("korea_dev.jsonl", "korea_raw.jsonl")
PARTNERS = ("Xi Jinping", "Donald Trump", "Moon Jae-in", "Vladimir Putin")


def meetings(record: Record, partner: str) -> list[Incident]:
    """Return the dated meetings of Kim Jong Un with somebody that took place."""
    found = record.incidents(
        between=("Kim Jong Un", partner), type="CONSULT", status="occurred", level="leader", series=False
    )
    return [incident for incident in found if incident.interval is not None]


@pytest.fixture(scope="module")
def korea() -> Iterator[Record]:
    with open_reference("korea") as record:
        yield record


@pytest.mark.parametrize(
    ("partner", "days"),
    [
        ("Xi Jinping", ["2018-03-25", "2018-05-07", "2018-06-19", "2019-01-07", "2019-06-20"]),
        ("Donald Trump", ["2018-06-12", "2019-02-27", "2019-06-30"]),
        ("Moon Jae-in", ["2018-04-27", "2018-05-26", "2018-09-18", "2019-06-30"]),
        ("Vladimir Putin", ["2019-04-25", "2023-09-13", "2024-06-19"]),
    ],
)
def test_the_chronology_holds_each_meeting_once(korea: Record, partner: str, days: list[str]) -> None:
    found = [m.interval for m in meetings(korea, partner) if m.interval]
    asked = [date.fromisoformat(day) for day in days]
    assert [[i.first <= day <= i.last for i in found if i.first and i.last].count(True) for day in asked] == [1] * len(
        days
    )
    assert len(found) == len(days)


@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.skipif(not GOLD.exists(), reason="the shared gold is not here: set SUMMITRY_SHARED")
def test_the_texts_meetings_are_real_ones_each_once(korea: Record, tmp_path: Path) -> None:
    with summitry.open(tmp_path / "korea.sqlite") as record:
        record.read([GOLD / name for name in TEXTS], workers=2)
        found = {partner: meetings(record, partner) for partner in PARTNERS}
    for partner, told in found.items():
        known = meetings(korea, partner)
        hits = [[k.id for k in known if k.interval and m.interval and k.interval.overlaps(m.interval)] for m in told]
        assert all(hits), f"{partner}: a meeting that never was"
        day_told = [hit[0] for hit, m in zip(hits, told, strict=True) if m.interval and m.interval.precision != "year"]
        assert len(day_told) == len(set(day_told)), f"{partner}: a meeting told twice"
    assert [(m.interval.iso()[0], m.place) for m in found["Vladimir Putin"] if m.interval] == [
        ("2019-04-25", "Vladivostok, Russia"),
        ("2024-06-18", "Pyongyang, North Korea"),
    ]
