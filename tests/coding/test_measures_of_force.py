"""Arrests, seizures, bans and curfews, ties cut and envoys sent home, told by verbs of every class."""

from __future__ import annotations

import pytest

from .conftest import Code

MEASURES = [
    ("Turkish police took the mayor of Istanbul into custody.", "COERCE", "arrest"),
    ("Royal Marines boarded an Iranian tanker off Gibraltar.", "COERCE", "seize"),
    ("Saudi Arabia clamped an embargo on Qatar.", "COERCE", "restrict"),
    ("Canada shut its airspace to Russia.", "COERCE", "restrict"),
    ("Ethiopia threw out the United Nations coordinator.", "SANCTION", "expel"),
    ("Turkey pulled out of the Istanbul Convention.", "SANCTION", "withdraw"),
]


@pytest.mark.parametrize(("text", "category", "mode"), MEASURES)
def test_measure_of_force(code: Code, text: str, category: str, mode: str) -> None:
    assert (category, mode) in {(event.type, event.mode) for event in code(text, "2019-06-19")}


NONE = [
    ("Kim Jong Un took power after his father's death.", "COERCE"),
    ("Putin cut short his programme in Vladivostok.", "SANCTION"),
    ("Germany condemned the raid as a violation of the truce.", "SANCTION"),
    ("A Norwegian boy took the chess title back from India.", "COERCE"),
    ("The two sides closed off the debate in Geneva.", "COERCE"),
    ("France's ambassador left the talks at six for a dinner with Spain's minister.", "SANCTION"),
]


@pytest.mark.parametrize(("text", "category"), NONE)
def test_no_measure_of_force(code: Code, text: str, category: str) -> None:
    assert category not in {event.type for event in code(text, "2019-06-19")}
