"""Cells that no spreadsheet runs."""

from __future__ import annotations

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.exchange.cells import guard, restore, restore_sql

STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
TEXTS = st.text() | st.builds(lambda head, tail: head + tail, st.sampled_from((*STARTS, "'", "''", "'=")), st.text())


@given(TEXTS)
def test_any_text_comes_back(text: str) -> None:
    assert restore(guard(text)) == text


@given(TEXTS)
def test_no_guarded_text_starts_a_formula(text: str) -> None:
    assert not guard(text).startswith(STARTS)


@pytest.mark.parametrize("text", ["=1+1", "'=1", "''-x", "'tis", "plain", "＝x", ""])
def test_sql_restores_alike(text: str) -> None:
    (row,) = duckdb.execute(f"SELECT {restore_sql('t')} FROM (SELECT ? AS t)", [text]).fetchall()
    assert row[0] == restore(text)
