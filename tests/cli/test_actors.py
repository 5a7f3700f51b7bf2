"""`summitry actors`: what users type and what they see."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from record.fakes import load_fake_coder

ENVOY = (
    *("actors", "add", "Ada Example", "--state", "CHE", "--office", "Special Envoy", "--role", "envoy"),
    *("--from", "2019-06", "--to", "2020", "--alias", "Exemplum", "--alias", "Ada B. Example"),
    *("--source", "our file 12", "--record", "my.sqlite"),
)


@pytest.fixture(autouse=True)
def _narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def test_add_shows_what_is_known_now_and_says_what_comes_next(summitry) -> None:
    ran = summitry(*ENVOY)
    assert (ran.status, ran.err) == (0, "")
    assert "person, CHE, told by you" in ran.out
    assert "also: Exemplum; Ada B. Example" in ran.out or "also: Ada B. Example; Exemplum" in ran.out
    assert "3 rows added. The next `summitry read`" in ran.out
    assert "Nothing new" in summitry(*ENVOY).out


def test_show_tells_kind_state_names_and_offices_with_dates_and_sources(summitry) -> None:
    summitry(*ENVOY)
    shown = summitry("actors", "show", "exemplum", "--record", "my.sqlite").out
    row = next(line.split() for line in shown.splitlines() if "Special Envoy" in line)
    assert row == "2019-06-01 2020-12-31 Special Envoy envoy CHE our file 12".split()
    known = json.loads(summitry("actors", "show", "Ada Example", "--record", "my.sqlite", "--format", "json").out)
    assert (known["id"], known["own"], len(known["aliases"])) == ("ada-example", True, 3)
    assert known["tenures"][0]["source"] == "our file 12"


def test_show_knows_the_registry_without_a_record(summitry) -> None:
    shown = summitry("actors", "show", "Angela Merkel").out
    assert "person, DEU" in shown
    assert any(line.split()[:3] == ["2005-11-22", "2021-12-08", "Chancellor"] for line in shown.splitlines())


def test_show_names_the_ids_where_a_name_is_that_of_several(summitry) -> None:
    ran = summitry("actors", "show", "Kim")
    assert ran.status == 2
    assert "several actors are called 'Kim'; name one by its id" in ran.err


def test_list_shows_your_own_and_searches_all_with_words(summitry) -> None:
    summitry(*ENVOY)
    own = summitry("actors", "list", "--record", "my.sqlite")
    assert "Ada Example *" in own.out
    assert "1 actor, 1 of your own (*)." in own.out
    envoys = summitry("actors", "list", "special envoy", "--record", "my.sqlite").out
    assert "Ada Example *" in envoys
    assert "Special Envoy on the" in envoys
    assert "No such actors." in summitry("actors", "list", "exemplum").out
    rows = json.loads(summitry("actors", "list", "angela merk", "--format", "json").out)
    assert [(row["id"], row["own"]) for row in rows] == [("angela-merkel", False)]


@pytest.mark.parametrize("words", ["special envoy", "prime minister", "igo", "PRK"])
def test_tables_fit_eighty_columns(summitry, words: str) -> None:
    lines = summitry("actors", "list", words).out.splitlines()
    assert max(map(len, lines)) <= 80
    assert len(lines) > 10


def test_a_long_list_says_that_it_is_cut(summitry) -> None:
    ran = summitry("actors", "list")
    assert "The first 500 are shown" in ran.err
    assert int(ran.out.splitlines()[-1].split()[0]) > 9000


def test_import_takes_all_or_nothing(summitry) -> None:
    good = "person,state,office,role,start,end,source\nAda Example,CHE,Special Envoy,envoy,2019,,our file\n"
    Path("tenures.csv").write_text(good)
    Path("bad.csv").write_text(f"{good}Bo Example,CHE,Special Envoy,envoy,2019,2018,our file\n")
    ran = summitry("actors", "import", "tenures.csv", "bad.csv", "--record", "my.sqlite")
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.splitlines() == ["Error: bad.csv:3: ends (2018-12-31) before it begins (2019-01-01)"]
    assert "No such actors." in summitry("actors", "list", "--record", "my.sqlite").out
    assert "1 row added." in summitry("actors", "import", "tenures.csv", "--record", "my.sqlite").out
    assert "Ada Example *" in summitry("actors", "list", "--record", "my.sqlite").out


def test_a_file_that_is_not_there_is_one_line(summitry) -> None:
    ran = summitry("actors", "import", "none.csv", "--record", "my.sqlite")
    assert (ran.status, ran.err) == (1, "Error: none.csv: No such file or directory\n")


def test_remove_takes_back(summitry) -> None:
    summitry(*ENVOY)
    assert "3 rows removed." in summitry("actors", "remove", "Ada Example", "--record", "my.sqlite").out
    assert "No such actors." in summitry("actors", "list", "--record", "my.sqlite").out


@pytest.mark.parametrize(
    "arguments",
    [
        ("add", "Ada Example", "--state", "CHE", "--record", "my.sqlite"),
        ("add", "Ada Example", "--kind", "ghost", "--source", "f", "--record", "my.sqlite"),
        ("add", "Ada Example", "--state", "XQX", "--source", "f", "--record", "my.sqlite"),
        ("add", "Ada Example", "--state", "CHE", "--from", "2019", "--source", "f", "--record", "my.sqlite"),
        ("show", "Nobody Known At All"),
        ("list", "--record", "none.sqlite"),
        ("remove", "Ada Example", "--record", "none.sqlite"),
    ],
)
def test_wrong_use_exits_with_2_and_one_line(summitry, arguments: tuple[str, ...]) -> None:
    ran = summitry("actors", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert "Error" in ran.err


@pytest.mark.parametrize("command", ["add", "import", "list", "show", "remove"])
def test_every_command_has_help_with_an_example(summitry, command: str) -> None:
    ran = summitry("actors", command, "--help")
    assert f"Example: summitry actors {command} " in " ".join(ran.out.split())


def test_a_reading_after_an_addition_codes_again(summitry, articles, monkeypatch) -> None:
    monkeypatch.setattr("summitry.record.own_actors.load_coder_knowing", lambda rows: load_fake_coder())
    summitry("read", "articles", "--record", "my.sqlite")
    summitry(*ENVOY)
    assert "2 updated" in summitry("read", "articles", "--record", "my.sqlite").out
