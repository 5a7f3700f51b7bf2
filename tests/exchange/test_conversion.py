"""From CAMEO to PLOVER and back."""

from __future__ import annotations

import os
from pathlib import Path
from typing import get_args

import pytest

from summitry.coding.scores import load_scores, score_of
from summitry.errors import UsageError
from summitry.exchange.conversion import TABLE_NAME, cameo_code, find_table, load_rules, read_table
from summitry.model import EventType

SHARED = Path(os.environ.get("SUMMITRY_SHARED", Path(__file__).parents[3] / "shared"))
TABLE = SHARED / "data" / "events" / TABLE_NAME
DIFFER = {"055", "0813", "0814", "116"}
"""Codes whose category our rules take from the manual's definitions, against the table; docs/reference/exchange.md."""


@pytest.mark.parametrize(
    ("code", "category", "mode"),
    [
        ("042", "CONSULT", "visit"),
        ("0871", "RETREAT", "ceasefire"),
        ("081", "CONCEDE", ""),
        ("1223", "REJECT", "assist"),
        ("163", "COERCE", "restrict"),
        ("1952", "ASSAULT", "drone"),
        ("010", "", ""),
        ("999", "", ""),
    ],
)
def test_the_longest_beginning_decides(code: str, category: str, mode: str) -> None:
    act = load_rules().act(code)
    assert (act.type, act.mode) == (category, mode)


def test_every_code_has_a_category_but_public_statements() -> None:
    without = {code for code, act in load_rules().all_codes().items() if not act.type}
    assert without == {code for code in load_rules().all_codes() if code.startswith("01")}


def test_our_categories_come_back_from_cameo() -> None:
    for category, mode in load_scores():
        code = cameo_code(category, mode, "occurred")
        assert load_rules().act(code).type == category, (category, mode, code)


def test_what_is_planned_comes_back_as_agree() -> None:
    assert cameo_code("CONSULT", "visit", "planned") == "036"
    assert load_rules().act("036").type == "AGREE"
    assert cameo_code("ASSAULT", "", "planned") == ""
    assert cameo_code("CONSULT", "", "denied") == ""
    assert cameo_code("TRANSITION", "", "occurred") == ""


def test_a_published_table_is_read(tmp_path: Path) -> None:
    lines = "".join(f"1{number}: ACCUSE, disapprove, legal; crime # a note\n" for number in range(10, 40))
    path = tmp_path / "table.txt"
    path.write_text(f"# a comment\n042: CONSULT, visit,\n08: CONCEDE\n084: RETREAT,   ,  # Return\n{lines}")
    table = read_table(path)
    assert table.act("042").mode == "visit"
    assert table.act("0841").type == "RETREAT"
    assert table.act("110").contexts == ("legal", "crime")
    assert table.act("010").type == ""
    assert table.name.startswith("table ")


def test_another_file_is_no_table(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("nothing here")
    with pytest.raises(UsageError, match=r"note\.txt is no CAMEO to PLOVER table"):
        read_table(tmp_path / "note.txt")
    with pytest.raises(UsageError, match="cannot be read"):
        read_table(tmp_path / "absent.txt")


def test_the_table_is_found_by_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SUMMITRY_SHARED", raising=False)
    assert find_table() is None
    place = tmp_path / "data" / "events" / TABLE_NAME
    place.parent.mkdir(parents=True)
    place.write_text("")
    monkeypatch.setenv("SUMMITRY_SHARED", str(tmp_path))
    assert find_table() == place


@pytest.mark.shared
@pytest.mark.skipif(not TABLE.exists(), reason="the shared data is not here: set SUMMITRY_SHARED")
def test_our_rules_agree_with_the_published_table_but_for_four_codes() -> None:
    table, rules = read_table(TABLE), load_rules()
    codes = [code for code in table.acts if len(code) > 2]
    assert len(codes) > 250
    assert {code for code in codes if rules.act(code).type != table.act(code).type} == DIFFER


def test_scores_have_the_sign_of_their_quadrant() -> None:
    conflict = {"ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}
    for (category, _), score in load_scores().items():
        if category != "REQUEST":
            assert (score < 0) == (category in conflict), category


def test_a_mode_without_score_has_that_of_its_category() -> None:
    assert score_of("RETREAT", "return") == score_of("RETREAT") == 6.5
    assert score_of("TRANSITION") is None
    assert {category for category, _ in load_scores()} | {"TRANSITION"} == set(get_args(EventType))
