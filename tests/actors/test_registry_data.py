"""The registry's data hold together, and agree with the reference tables."""

from __future__ import annotations

import importlib.util
import sys
from collections import defaultdict
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest

from summitry.actors import load_registry
from summitry.actors.rows import data_rows

from .conftest import ROOT

UNIQUE = {"head-of-state", "head-of-government", "foreign-minister", "defence-minister", "igo-head", "leader"}
SHARED_OFFICES = {("SMR", "Captain Regent")}
"""Offices that two hold at a time."""

TENURE_COLUMNS = ("person", "state", "office", "role", "start", "end", "source")


def benchmark() -> ModuleType:
    spec = importlib.util.spec_from_file_location("registry_benchmark", ROOT / "benchmarks" / "registry.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_a_unique_office_has_one_holder_at_a_time() -> None:
    offices: dict[tuple[str, str, str], list[tuple[str, str, str, str]]] = defaultdict(list)
    for row in data_rows("tenures", TENURE_COLUMNS):
        if row["role"] in UNIQUE and (row["state"], row["office"]) not in SHARED_OFFICES:
            key = (row["state"], row["office"], row["role"])
            offices[key].append((row["start"], row["end"], row["person"], row.place))
    overlapping = []
    for key, held in offices.items():
        held.sort()
        for before, after in pairwise(held):
            width = min(len(before[1]), len(after[0])) if before[1] else 10
            if before[2] != after[2] and (not before[1] or before[1][:width] > after[0][:width]):
                overlapping.append((key, before, after))
    assert not overlapping


def test_every_tenure_lies_in_the_life_of_its_state() -> None:
    registry = load_registry()
    slack = timedelta(days=366)
    outside = []
    for actor in registry.actors:
        for tenure in registry.tenures(actor):
            life = registry.life(tenure.body)
            assert life is not None, tenure
            if tenure.body not in registry.states:
                continue
            early = life.first and tenure.span.first and tenure.span.first < life.first - slack
            late = life.last and tenure.span.last and tenure.span.last > life.last + slack
            if early or late:
                outside.append(tenure)
    assert not outside


def test_every_row_has_a_source() -> None:
    assert [row.place for row in data_rows("tenures", TENURE_COLUMNS) if not row["source"]] == []


@pytest.mark.shared
def test_leaders_agree_with_the_references(shared: Path) -> None:
    """Floors of issue 3: 98 % of leaders present, 95 % of bounds within 31 days, 90 % within 7."""
    module = benchmark()
    module.SHARED = shared
    total = module.totals(module.agreement())
    assert total.leaders > 1_500
    assert total.present / total.leaders >= 0.98
    assert total.month / total.dates >= 0.95
    assert total.week / total.dates >= 0.90


@pytest.mark.shared
def test_state_names_give_the_wanted_codes(shared: Path) -> None:
    registry = load_registry()
    lines = (shared / "data/actors/state_name_checks.tsv").read_text(encoding="utf-8").splitlines()[1:]
    wrong = []
    for line in lines:
        name, wanted = line.split("\t")[:2]
        codes = [actor.state for actor in registry.find(name) if actor.kind == "state"]
        if wanted not in codes:
            wrong.append((name, wanted, codes))
    assert not wrong
