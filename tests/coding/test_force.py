"""Deeds and shows of force, told by verbs of every class and at whoever is described."""

from __future__ import annotations

import pytest

from .conftest import Code

DEEDS = [
    ("Police in Nairobi fired tear gas at students.", "ASSAULT"),
    ("Rwanda sent 700 soldiers into Cabo Delgado.", "MOBILIZE"),
    ("North Korea said it test-fired two short-range missiles.", "MOBILIZE"),
]


@pytest.mark.parametrize(("text", "category"), DEEDS)
def test_deed_of_force(code: Code, text: str, category: str) -> None:
    assert category in {event.type for event in code(text, "2019-06-19")}


NONE = [
    ("France hammered out a deal with Germany on the budget.", "ASSAULT"),
    ("The tariffs hit exporters in Vietnam hard.", "ASSAULT"),
    ("Brazil beat Italy in the final.", "ASSAULT"),
    ("The army band marched through Vienna.", "ASSAULT"),
    ("Britain brought its soldiers home from Afghanistan.", "MOBILIZE"),
    ("Norway sent howitzers to Ukraine.", "MOBILIZE"),
]


@pytest.mark.parametrize(("text", "category"), NONE)
def test_no_deed_of_force(code: Code, text: str, category: str) -> None:
    assert category not in {event.type for event in code(text, "2019-06-19")}


TARGETS = [
    ("Police fired tear gas at students in Nairobi.", "students", "KEN"),
    ("Insurgents ambushed a convoy near Mosul.", "convoy", "IRQ"),
    ("Nine people were killed by a suicide bomber at a mosque in Peshawar.", "Pakistan", "PAK"),
]


@pytest.mark.parametrize(("text", "name", "state"), TARGETS)
def test_whom_it_hits(code: Code, text: str, name: str, state: str) -> None:
    event = next(e for e in code(text, "2019-06-19") if e.type == "ASSAULT")
    assert [(p.name, p.state) for p in event.recipients] == [(name, state)]
