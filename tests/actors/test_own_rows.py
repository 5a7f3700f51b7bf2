"""Rows of a user: read from CSV files told by their header, and refused with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from summitry.actors import Registry, load_registry
from summitry.actors.additions import Addition, rows_of
from summitry.actors.entries import entries, named
from summitry.actors.own_rows import check_rows, read_rows
from summitry.errors import DataError, UsageError
from summitry.model import Interval

TENURES = "person,state,office,role,start,end,source\n"
ALIASES = "person,alias,type,source\n"
ENVOY = "Ada Example,CHE,Special Envoy,envoy,2019-06,2020,our file\n"


@pytest.fixture(scope="module")
def registry() -> Registry:
    return load_registry()


def written(folder: Path, text: str, name: str = "own.csv") -> Path:
    path = folder / name
    path.write_bytes(text.encode())
    return path


def test_a_file_is_told_by_its_header_whatever_the_order_of_its_columns(tmp_path: Path) -> None:
    text = "source,start,person,state,office,role,end\nour file,2019-06,Ada Example,CHE,Special Envoy,envoy,2020\n"
    (row,) = read_rows(written(tmp_path, text))
    assert row.table == "tenures"
    assert ",".join(row.values) + "\n" == ENVOY


def test_a_spreadsheets_mark_blank_lines_and_stray_spaces_do_not_count(tmp_path: Path) -> None:
    text = f"\ufeff{TENURES}\r\n\r\nAda  Example ,CHE,Special Envoy,envoy,2019-06,2020,our file\r\n,,,,,,\r\n"
    assert [",".join(row.values) + "\n" for row in read_rows(written(tmp_path, text))] == [ENVOY]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", ":1: the header"),
        ("name,age\nAda,3\n", ":1: the header"),
        (f"{TENURES}{ENVOY}Ada Example,CHE\n", ":3: 2 values, 7 columns"),
        (f"{TENURES}{ENVOY.replace('2020', '2018')}", ":2: ends"),
        (f"{TENURES}{ENVOY.replace('2020', 'last year')}", ":2: end 'last year'"),
        (f"{TENURES}{ENVOY.replace('CHE', 'XQX')}", ":2: 'XQX'"),
        (f"{TENURES}{ENVOY.replace('envoy', 'boss')}", ":2: unknown role 'boss'"),
        (f"{TENURES}{ENVOY.replace('our file', '')}", ":2: column 'source' is empty"),
        (f"{TENURES}{ENVOY.replace('Ada Example', '...')}", ":2: person '...' has no letters"),
        (f"{TENURES}{ENVOY.replace('Ada Example', 'United Nations')}", ":2: 'United Nations' is known already"),
        (f"{TENURES}{ENVOY.replace('Ada', 'Ada' + chr(27))}", ":2: column 'person' holds characters"),
        (f"{ALIASES}\nNobody Known,Nobody,short,our file\n", ":3: the registry has no 'nobody-known'"),
        (f"{ALIASES}Xi Jinping,Big Xi,rumour,our file\n", ":2: unknown type 'rumour'"),
        ("person,state,note,source\nAda Example,XQX,,our file\n", ":2: 'XQX' is no state"),
        ("id,name,kind,state,start,end,source\nblue-line,Blue Line,person,,,,own\n", ":2: unknown kind 'person'"),
        ("id,name,kind,state,start,end,source\nBlue Line,Blue Line,other,,,,own\n", ":2: id 'Blue Line'"),
        (f'{TENURES}"Ada Example,CHE\n', "own.csv:2: "),
    ],
)
def test_a_bad_line_is_told_with_file_and_line(tmp_path: Path, registry: Registry, text: str, told: str) -> None:
    with pytest.raises(DataError) as error:
        check_rows(read_rows(written(tmp_path, text)), registry)
    assert "own.csv" in str(error.value)
    assert told in str(error.value)
    assert "\n" not in str(error.value)


def test_a_file_in_another_encoding_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_bytes(f"{TENURES}{ENVOY}".encode() + "Zo\u00eb Example".encode("latin-1"))
    with pytest.raises(DataError, match=r"own\.csv:3: not written in UTF-8"):
        read_rows(path)


def test_files_may_name_one_anothers_actors_in_any_order(tmp_path: Path, registry: Registry) -> None:
    aliases = read_rows(written(tmp_path, f"{ALIASES}Ada Example,Exemplum,,our file\n", "a.csv"))
    tenures = read_rows(written(tmp_path, TENURES + ENVOY, "t.csv"))
    for rows in ([*aliases, *tenures], [*tenures, *aliases]):
        larger = check_rows(rows, registry)
        (actor,) = larger.find("EXEMPLUM")
        tenure = larger.office_at(actor.id, Interval.parse("2019-10-14"))
        assert (actor.name, actor.state, tenure and tenure.office) == ("Ada Example", "CHE", "Special Envoy")


def test_an_office_elsewhere_neither_renames_nor_moves_a_known_person(tmp_path: Path, registry: Registry) -> None:
    row = "BAN KI-MOON,united-nations,Adviser,other,2020,,our file\n"
    larger = check_rows(read_rows(written(tmp_path, TENURES + row)), registry)
    assert larger.actor("ban-ki-moon") == registry.actor("ban-ki-moon")
    assert larger.tenures("ban-ki-moon")[-1].office == "Adviser"


def test_names_in_scripts_with_joiners_are_taken(tmp_path: Path, registry: Registry) -> None:
    text = f"{ALIASES}Ali Khamenei,علی\u200cخامنه\u200cای,native,our file\n"
    assert [actor.id for actor in check_rows(read_rows(written(tmp_path, text)), registry).find("علی‌خامنه‌ای")] == [
        "ali-khamenei"
    ]


@pytest.mark.parametrize(
    ("told", "tables"),
    [
        (Addition("Ada Example", "f", state="CHE"), ["people"]),
        (Addition("Ada Example", "f", state="CHE", office="Special Envoy"), ["tenures"]),
        (Addition("Ada Example", "f", state="CHE", office="Adviser", body="united-nations"), ["tenures", "people"]),
        (Addition("Xi Jinping", "f", aliases=("Big Xi",)), ["person_aliases"]),
        (Addition("United Nations", "f", aliases=("Blue House of Nations",)), ["organisation_aliases"]),
        (Addition("Northern Office", "f", kind="other", aliases=("NO",)), ["organisations", "organisation_aliases"]),
        (Addition("Ruritania", "f", kind="state", state="RUR", aliases=("Ruria",)), ["states", "state_aliases"]),
    ],
)
def test_what_is_told_of_one_actor_becomes_rows(registry: Registry, told: Addition, tables: list[str]) -> None:
    rows = rows_of(told, registry, registry)
    assert [row.table for row in rows] == tables
    larger = check_rows(rows, registry)
    assert rows_of(told, registry, larger) == rows  # telling it again tells nothing else
    for alias in told.aliases:
        assert told.name in [actor.name for actor in larger.find(alias)]


@pytest.mark.parametrize(
    ("told", "why"),
    [
        (Addition("Ada Example", "f", office="Special Envoy"), "name the state"),
        (Addition("Ada Example", "f", state="CHE", start="2019"), "name it with --office"),
        (Addition("United Nations", "f", office="Adviser"), "kind of 'United Nations' is igo"),
        (Addition("Xi Jinping", "f"), "known already"),
        (Addition("Ruritania", "f", kind="state"), "a code of three capitals"),
        (Addition("Ruritania", "f", kind="state", state="CHE"), "CHE is the code of Switzerland"),
    ],
)
def test_what_makes_no_sense_is_refused(registry: Registry, told: Addition, why: str) -> None:
    with pytest.raises(UsageError, match=why):
        rows_of(told, registry, registry)


def test_somebody_of_the_same_name_is_told_apart_by_the_birth_year(registry: Registry) -> None:
    told = Addition("Xi Jinping (1990)", "f", state="CHN", office="Clerk")
    larger = check_rows(rows_of(told, registry, registry), registry)
    assert [larger.actors[key].name for key in ("xi-jinping", "xi-jinping-1990")] == ["Xi Jinping"] * 2
    assert larger.tenures("xi-jinping") == registry.tenures("xi-jinping")


@pytest.mark.parametrize("query", ["kim-jong-un", "KIM JONG UN", "Kim Jong-un", "김정은"])
def test_an_actor_is_named_by_id_name_or_alias(registry: Registry, query: str) -> None:
    assert [actor.id for actor in named(registry, query)] == ["kim-jong-un"]


def test_a_family_name_names_all_who_bear_it(registry: Registry) -> None:
    assert {"kim-jong-un", "kim-jong-il"} <= {actor.id for actor in named(registry, "Kim")}


def test_actors_are_found_by_words_of_names_offices_kinds_and_states(registry: Registry) -> None:
    assert [entry.actor.name for entry in entries(registry, "angela merk")] == ["Angela Merkel"]
    envoys = list(entries(registry, "special envoy"))
    assert all(any("Special Envoy" in tenure.office for tenure in entry.tenures) for entry in envoys)
    assert len(envoys) > 20
