"""Quality floors over the shared gold and the two seed articles; floors only rise."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from datetime import date
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import summitry
from summitry.record import EventTable

SHARED = Path(os.environ.get("SUMMITRY_SHARED", Path(__file__).parents[3] / "shared"))
GOLD = SHARED / "gold"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.slow,
    pytest.mark.skipif(not GOLD.exists(), reason="the shared gold is not here: set SUMMITRY_SHARED"),
]

EVENT_F1 = 0.56
OCCURRED_F1 = 0.58
TRAP_HITS = 0.05


@cache
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("shared_score", GOLD / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def gold_documents() -> list[dict[str, Any]]:
    files = [*sorted(GOLD.glob("*_dev.jsonl")), GOLD / "seeds.jsonl"]
    return [json.loads(line) for path in files for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def coded(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Code all gold texts by the command line, as they come."""
    folder = tmp_path_factory.mktemp("gold")
    documents = gold_documents()
    (folder / "in.jsonl").write_text("".join(json.dumps(d) + "\n" for d in documents), encoding="utf-8")
    command = [sys.executable, "-m", "summitry", "code", str(folder / "in.jsonl"), "-o", str(folder / "out.jsonl")]
    subprocess.run(command, check=True, capture_output=True)
    lines = (folder / "out.jsonl").read_text(encoding="utf-8").splitlines()
    return list(zip(documents, map(json.loads, lines), strict=True))


def f1(pairs: int, gold: int, found: int) -> float:
    return 2 * pairs / (gold + found)


def test_event_and_occurred_floors_and_traps(coded: list[tuple[dict[str, Any], dict[str, Any]]]) -> None:
    score = scorer()
    matched = gold = found = happened = gold_happened = found_happened = hits = traps = 0
    for document, output in coded:
        traps += len(document["traps"])
        if document["events"] is None:
            continue
        events = output["events"]
        pairs, located = score.pair_up(document["text"], document["events"], events)
        matched, gold, found = matched + len(pairs), gold + len(document["events"]), found + len(events)
        real_gold = {i for i, e in enumerate(document["events"]) if e["status"] in score.HAPPENED}
        real = {j for j, e in enumerate(events) if e["status"] in score.HAPPENED}
        happened += sum(i in real_gold and j in real for i, j, _ in pairs)
        gold_happened, found_happened = gold_happened + len(real_gold), found_happened + len(real)
        trapped = [score.locate(document["text"], trap["evidence"]) for trap in document["traps"]]
        paired = {j for _, j, _ in pairs}
        hits += sum(
            j in real and j not in paired and any(score.overlap(span, trap) for trap in trapped)
            for j, (_, span) in enumerate(located)
        )
    assert f1(matched, gold, found) >= EVENT_F1
    assert f1(happened, gold_happened, found_happened) >= OCCURRED_F1
    assert hits <= TRAP_HITS * traps


def test_every_evidence_is_exact_and_inside_the_article(
    coded: list[tuple[dict[str, Any], dict[str, Any]]],
) -> None:
    for document, output in coded:
        text, end = document["text"], len(document["text"])
        if document["article_end"]:
            end = text.index(document["article_end"]) + len(document["article_end"])
        for event in output["events"]:
            first, last = event["span"]
            assert text[first:last] == event["evidence"]
            assert last <= end, (document["id"], event["evidence"])


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> EventTable:
    """Read the two articles as they come, without a word about their dates."""
    with summitry.open(tmp_path_factory.mktemp("seeds") / "s.sqlite") as record:
        record.read(sorted(str(path) for path in (SHARED / "seeds").glob("*.txt")))
        assert record.damage() == []
        return record.events()


def has(events: EventTable, category: str, names: set[str], when: tuple[str, str] | None, status: str = "") -> bool:
    """Tell whether some event of a category holds all names and lies in a span of days."""
    for recorded in events:
        event = recorded.event
        named = {p.name for p in event.participants} | {p.state for p in event.participants}
        if event.type != category or not names <= named or (status and event.status != status):
            continue
        if when is None:
            return True
        first, last = (date.fromisoformat(day) for day in when)
        if event.interval and event.interval.first and first <= event.interval.first <= last:
            return True
    return False


def test_seeds_give_a_chronology(seeds: EventTable) -> None:
    assert len(seeds) >= 30
    assert has(seeds, "CONSULT", {"Xi Jinping", "PRK"}, ("2019-06-20", "2019-06-20"), "planned")
    assert has(seeds, "CONSULT", {"Kim Jong Un", "CHN"}, ("2018-03-25", "2018-03-28"), "occurred")
    assert has(seeds, "SUPPORT", {"CHN", "PRK"}, ("1961-01-01", "1961-12-31"), "occurred")
    assert has(seeds, "MOBILIZE", {"PRK"}, ("2009-05-25", "2009-05-25"), "occurred")
    assert has(seeds, "CONSULT", {"Wen Jiabao", "PRK"}, ("2009-01-01", "2009-12-31"), "occurred")
    assert has(seeds, "CONSULT", {"Kim Jong Un", "Donald Trump"}, ("2019-02-01", "2019-02-28"), "occurred")
    assert has(seeds, "CONSULT", {"Kim Jong Un", "Donald Trump"}, None, "occurred")
    places = {r.event.place for r in seeds if {p.name for p in r.event.participants} >= {"Kim Jong Un", "Donald Trump"}}
    assert {"Singapore", "Hanoi, Vietnam"} <= places


def test_seeds_give_nothing_from_comments_or_footer(seeds: EventTable) -> None:
    for recorded in seeds:
        for evidence in recorded.event.evidence:
            assert not any(word in evidence.quote for word in ("weblog", "Griffo", "Leave a comment", "writeup"))
