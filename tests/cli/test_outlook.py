"""Forecasts, backtests and the log as users ask for them."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from forecasting.meetings import add_meeting, ten_years_of_meetings
from summitry.record import open_record

ASKED = ("forecast", "CHN", "PRK", "--type", "CONSULT", "--record", "my.sqlite")


@pytest.fixture
def filled(summitry, tmp_path):
    with open_record(tmp_path / "my.sqlite") as record:
        ten_years_of_meetings(record)
    return summitry


def asked(summitry, *more: str) -> list[dict]:
    return json.loads(summitry(*ASKED, *more, "--format", "json").out)


def test_a_forecast_tells_odds_base_rate_reasons_and_record(filled) -> None:
    ran = filled(*ASKED, "--horizon", "120d")
    assert ran.status == 0
    assert ran.out.startswith("CONSULT, CHN and PRK, 2019-09-11 to 2020-01-08\n")
    for words in ("Base rate", "What it rests on most", "without all of these", "How good:"):
        assert words in ran.out
    (told,) = asked(filled, "--horizon", "120d")
    assert told["low"] < told["probability"] < told["high"]
    assert told["probability"] > 0.6
    assert told["reasons"][0]["incidents"][0].startswith("i-")
    assert filled("show", told["reasons"][0]["incidents"][0], "--record", "my.sqlite").status == 0


def test_it_does_not_use_what_came_after_the_day(filled) -> None:
    (told,) = asked(filled, "--as-of", "2016-06-01", "--horizon", "120d")
    with open_record(Path("my.sqlite")) as record:
        add_meeting(record, "CHN", "PRK", "2016-06-02")
    (again,) = asked(filled, "--as-of", "2016-06-01", "--horizon", "120d")
    assert again == told


def test_without_a_type_it_lists_what_is_likeliest(filled) -> None:
    ran = filled("forecast", "CHN", "PRK", "--record", "my.sqlite")
    assert "CONSULT" in ran.out
    assert "CHN – PRK" in ran.out


def test_partners_are_ranked(filled) -> None:
    ran = filled("forecast", "PRK", "--who", "--type", "CONSULT", "--record", "my.sqlite", "--format", "json")
    assert [told["second"] for told in json.loads(ran.out)] == ["CHN", "RUS"]


def test_strangers_have_no_basis(filled) -> None:
    ran = filled("forecast", "CHN", "RUS", "--type", "CONSULT", "--record", "my.sqlite")
    assert "No basis" in ran.out
    assert "%" not in ran.out


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (("--horizon", "2y"), "7 to 365 days"),
        (("--horizon", "soon"), "90d, 12w, 3m or 1y"),
        (("--as-of", "someday"), "someday"),
        (("--panel", "panel"), "name one of"),
    ],
)
def test_wrong_use_is_told_in_a_line(filled, more: tuple[str, str], words: str) -> None:
    ran = filled(*ASKED, *more)
    assert ran.status == 2
    assert words in ran.err


def test_a_level_needs_a_type(filled) -> None:
    assert "--type" in filled("forecast", "CHN", "PRK", "--level", "leader", "--record", "my.sqlite").err


def test_what_was_shown_is_logged_once_and_scored(filled) -> None:
    for day in ("2018-02-01", "2018-06-01", "2018-06-01"):
        filled(*ASKED, "--as-of", day, "--horizon", "60d")
    filled(*ASKED, "--horizon", "60d")
    mine = json.loads(filled("forecasts", "--mine", "--record", "my.sqlite", "--format", "json").out)
    assert [(one["as_of_date"], one["ahead"], one["outcome"]) for one in mine] == [
        ("2018-02-01", False, False),
        ("2018-06-01", False, False),
        ("2019-09-11", True, None),
    ]
    out = filled("forecasts", "--mine", "--record", "my.sqlite").out
    assert "2 forecasts looking back, 2 resolved" in out
    assert "1 forecast made ahead; none is due yet" in out


def test_the_log_cannot_be_changed_unseen(filled) -> None:
    filled(*ASKED)
    connection = sqlite3.connect("my.sqlite")
    for change in ("UPDATE forecasts SET probability = 0.99", "DELETE FROM forecasts"):
        with pytest.raises(sqlite3.IntegrityError, match="sealed"):
            connection.execute(change)
    connection.execute("DROP TRIGGER forecasts_unchanged")
    connection.execute("UPDATE forecasts SET probability = 0.99")
    connection.commit()
    connection.close()
    assert "was changed since it was made" in filled("forecasts", "--mine", "--record", "my.sqlite").err
    with open_record(Path("my.sqlite")) as record:
        assert any("was changed since it was made" in line for line in record.damage())


def test_a_chronology_is_logged_in_a_file(filled) -> None:
    korea = ("--reference", "korea", "--type", "CONSULT", "--as-of", "2018-05-01", "--horizon", "30d")
    assert "--log" in filled("forecast", "CHN", "PRK", *korea).err
    assert "--log" not in filled("forecast", "CHN", "PRK", *korea, "--log", "log.jsonl").err
    mine = filled("forecasts", "--mine", "--log", "log.jsonl", "--reference", "korea", "--format", "json")
    (told,) = json.loads(mine.out)
    assert told["outcome"] is True
    assert told["incidents"]
    assert "name the file" in filled("forecasts", "--mine", "--reference", "korea").err


def test_a_backtest_prints_scores_and_draws(filled) -> None:
    ran = filled("backtest", "--record", "my.sqlite", "--horizon", "60d", "--type", "CONSULT", "--plot", "odds.svg")
    assert ran.status == 0
    for word in ("Brier", "Skill", "Slope", "ECE", "Odds given"):
        assert word in ran.out
    assert Path("odds.svg").read_text(encoding="utf-8").lstrip().startswith("<svg")
    scores = json.loads(filled("backtest", "--record", "my.sqlite", "--horizon", "60d", "--format", "json").out)
    assert 0 <= scores["CONSULT"]["brier"] <= 0.3
