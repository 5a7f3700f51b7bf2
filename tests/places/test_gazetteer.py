"""The gazetteer's data, and looking names up in it."""

from __future__ import annotations

import csv
import os
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.errors import DataError
from summitry.model import Place
from summitry.places import Gazetteer, load_gazetteer
from summitry.places.entry import Entry
from summitry.places.folding import fold_text, look_up_key
from summitry.places.states import country_names
from summitry.places.tables import rows_of


def table(name: str) -> list[dict[str, str]]:
    text = resources.files("summitry.places").joinpath("data", name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


PLACES = table("places.csv")
ALIASES = table("place_aliases.csv")


def test_the_list_holds_at_least_300_places_each_once() -> None:
    names = [row["name"] for row in PLACES]
    assert len(names) >= 300
    assert len(set(names)) == len(names)


def test_every_line_has_a_source_and_lies_on_the_globe() -> None:
    for row in PLACES:
        assert row["source"]
        assert row["kind"]
        assert -90 <= float(row["latitude"]) <= 90
        assert -180 <= float(row["longitude"]) <= 180


def test_countries_are_written_as_in_the_table_of_states() -> None:
    names = country_names()
    wrong = [(row["name"], row["country"]) for row in PLACES if row["country"] != names.get(row["state"], "") != ""]
    assert [pair for pair in wrong if pair[1]] == []
    assert all(row["state"] in names for row in PLACES if row["state"])


def test_an_alias_means_one_place_and_is_no_place_of_its_own() -> None:
    names = {row["name"] for row in PLACES}
    aliases = [row["alias"] for row in ALIASES]
    assert len(set(aliases)) == len(aliases)
    assert names.isdisjoint(aliases)
    assert {row["name"] for row in ALIASES} <= names


@pytest.mark.parametrize(
    ("name", "label", "state"),
    [
        ("Panmunjom", "Panmunjom", "KOR"),
        ("canton", "Guangzhou, China", "CHN"),
        ("BALI", "Bali, Indonesia", "IDN"),
        ("Guantanamo Bay", "Guantánamo Bay, Cuba", "CUB"),
        ("the Zhongnanhai", "Beijing, China", "CHN"),
        ("Tripoli, Lebanon", "Tripoli, Lebanon", "LBN"),
        ("Singapore", "Singapore", "SGP"),
        ("Korea", "Korea", ""),
        ("The Hague", "The Hague, Netherlands", "NLD"),
        ("Kiev", "Kyiv, Ukraine", "UKR"),
        ("West Sea", "West Sea", "KOR"),
    ],
)
def test_looks_a_name_up(name: str, label: str, state: str) -> None:
    place = load_gazetteer().find(name)
    assert place is not None
    assert (place.label, place.state) == (label, state)


def test_a_place_in_the_state_at_hand_is_preferred() -> None:
    near = load_gazetteer().find("Hyderabad", near_state="PAK")
    far = load_gazetteer().find("Hyderabad")
    assert near is not None
    assert far is not None
    assert (near.state, far.state) == ("PAK", "IND")


def test_an_unknown_name_is_none() -> None:
    assert load_gazetteer().find("Nowhere-on-Sea") is None
    assert load_gazetteer().find("") is None


@given(st.sampled_from([*PLACES, *ALIASES]), st.sampled_from([str.upper, str.lower, str.title]))
def test_casing_does_not_matter(row: dict[str, str], recase: object) -> None:
    assert callable(recase)
    name = row.get("alias") or row["name"]
    assert load_gazetteer().find(recase(name)) == load_gazetteer().find(name)


@given(st.text())
def test_folding_moves_no_offset(text: str) -> None:
    assert len(fold_text(text)) == len(text)
    assert fold_text(fold_text(text)) == fold_text(text)
    look_up_key(text)


@given(st.text(max_size=40))
def test_looking_up_never_raises(text: str) -> None:
    load_gazetteer().find(text)


def test_the_longest_name_wins() -> None:
    island = Entry(Place("Long Island", "USA", "United States"), "island", "curated")
    town = Entry(Place("Island", "USA", "United States"), "town", "curated")
    gazetteer = Gazetteer([("Long Island", island), ("Island", town)])
    assert gazetteer.matches("on Long Island now") == [((3, 14), (island,))]


def test_a_malformed_line_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "broken"
    (package / "data").mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "data" / "t.csv").write_text("a,b\n1,2\n3\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(DataError, match=r"t\.csv, line 3"):
        list(rows_of("broken", "t.csv", ("a", "b")))


@pytest.mark.shared
def test_the_reference_checks_agree() -> None:
    path = Path(os.environ.get("SUMMITRY_SHARED", "../shared")) / "data" / "actors" / "place_checks.tsv"
    if not path.exists():
        pytest.skip("the shared data are not here; set SUMMITRY_SHARED")
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    wrong = []
    for row in rows:
        place = load_gazetteer().find(row["place"])
        if place is None or place.state != row["country"]:
            wrong.append(row["place"])
    assert rows
    assert wrong == []
