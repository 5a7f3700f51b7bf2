"""Actors that a user adds: kept in the record, and known at the next reading."""

from __future__ import annotations

import csv
import pickle
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from record.fakes import FakeCoder, make_document
from summitry.coding import CODER
from summitry.errors import DataError, UsageError
from summitry.record import Record, open_record
from summitry.record.own_actors import LoadCoderKnowing, OwnRows, read_own_rows

TALKS = (
    "Ada Example met Kim Jong Un in Geneva on Monday, and both spoke of the ceasefire for two hours. "
    "On Tuesday Exemplum will travel to Pyongyang."
)


def add_envoy(record: Record) -> int:
    return record.actors.add(
        "Ada Example",
        state="CHE",
        office="Special Envoy",
        role="envoy",
        start="2019-06",
        end="2020",
        aliases=["Exemplum"],
        source="our file 12",
    )


def rows_of(record: Record) -> OwnRows:
    return read_own_rows(record._connection)


def test_a_negotiator_of_ones_own_is_found_with_the_office_at_the_time(record: Record) -> None:
    document = make_document(TALKS, "a.txt", "2019-10-15")
    record.add([document])
    assert record.events(actor="Ada Example").to_dicts() == []
    add_envoy(record)
    assert record.add([document]).updated == 1
    met, travels = (recorded.event for recorded in record.events(actor="Exemplum"))
    envoy = next(p for p in met.participants if p.name == "Ada Example")
    assert (envoy.office, envoy.state, envoy.kind, envoy.actor_id) == ("Special Envoy", "CHE", "person", "ada-example")
    assert any("Special Envoy 2019-06-01" in reason for reason in envoy.reasons)
    assert travels.actors[0].surface == "Exemplum"
    record.add([make_document(TALKS.replace("two hours", "three hours and more"), "b.txt", "2022-10-11")])
    later = next(r.event for r in record.events(actor="Ada Example", since="2022"))
    assert [p.office for p in later.participants if p.name == "Ada Example"] == [""]


def use_fakes(monkeypatch: pytest.MonkeyPatch) -> None:
    def load(rows: OwnRows) -> FakeCoder:
        return NamedFake(name_given=rows.coder)

    monkeypatch.setattr("summitry.record.workers.load_bundled_coder", lambda: NamedFake(name_given=CODER))
    monkeypatch.setattr("summitry.record.own_actors.load_coder_knowing", load)


class NamedFake(FakeCoder):
    def __init__(self, name_given: str) -> None:
        super().__init__()
        object.__setattr__(self, "name_given", name_given)

    @property
    def name(self) -> str:
        return self.__dict__["name_given"]


def test_documents_are_coded_again_when_rows_changed_and_only_then(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_fakes(monkeypatch)
    document = make_document("Xi Jinping met Kim Jong Un in Beijing", "a.txt", "2019-10-15")

    def outcome() -> tuple[int, str]:
        summary = record.add([document])
        (recorded,) = record.events()
        return summary.new + summary.updated, recorded.coder

    assert outcome() == (1, CODER)
    assert outcome() == (0, CODER)
    add_envoy(record)
    coded, knowing = outcome()
    assert (coded, knowing.startswith(f"{CODER}+actors-")) == (1, True)
    add_envoy(record)
    assert outcome() == (0, knowing)
    record.actors.add("Bo Example", state="CHE", source="our file 13")
    assert outcome()[0] == 1
    record.actors.remove("Bo Example")
    assert outcome() == (1, knowing)
    record.actors.remove("Ada Example")
    assert outcome() == (1, CODER)


def test_another_coder_is_left_to_itself(record: Record) -> None:
    add_envoy(record)
    record.add([make_document("Xi Jinping met Kim Jong Un", "a.txt", "2019-10-15")], load_coder=FakeCoder)
    assert [recorded.coder for recorded in record.events()] == ["fake 1"]


def test_telling_the_same_again_adds_nothing(record: Record) -> None:
    assert add_envoy(record) == 2
    before = rows_of(record)
    assert add_envoy(record) == 0
    assert rows_of(record) == before
    assert len(before) == 2


def test_the_order_of_telling_does_not_matter(tmp_path: Path) -> None:
    told = [
        {"name": "Ada Example", "state": "CHE"},
        {"name": "Ada Example", "aliases": ["Exemplum"]},
        {"name": "Ada Example", "office": "Special Envoy", "body": "united-nations"},
    ]
    found = set()
    for number, order in enumerate(permutations(told)):
        with open_record(tmp_path / f"{number}.sqlite") as record:
            for what in order:
                record.actors.add(source="our file", **what)
            (entry,) = record.actors
            found.add((rows_of(record).digest, entry))
    assert len(found) == 1
    assert entry.actor.state == "CHE"


def test_a_bad_line_changes_nothing(record: Record, tmp_path: Path) -> None:
    good, bad = tmp_path / "tenures.csv", tmp_path / "aliases.csv"
    good.write_text("person,state,office,role,start,end,source\nAda Example,CHE,Special Envoy,envoy,2019,,our file\n")
    bad.write_text("person,alias,type,source\nAda Example,Exemplum,short,our file\nNobody Known,No,short,our file\n")
    with pytest.raises(DataError, match=r"aliases\.csv:3: the registry has no 'nobody-known'"):
        record.actors.import_csv(good, bad)
    assert (len(record.actors), len(rows_of(record))) == (0, 0)
    assert record.actors.import_csv(good) == 1
    assert record.actors.import_csv(good) == 0


def test_a_table_written_as_csv_can_be_imported_again(record: Record, tmp_path: Path) -> None:
    add_envoy(record)
    record.actors.add("Northern Office", kind="other", state="CHE", aliases=["NOFF"], start="1999", source="our file")
    record.actors.add("Ruritania", kind="state", state="RUR", aliases=["Ruria"], source="our file")
    record.actors.add("Bo Example", state="RUR", source="our file")
    files = []
    for table in rows_of(record).tables:
        rows = record._connection.execute(f"SELECT * FROM own_{table}")
        files.append(tmp_path / f"{table}.csv")
        with files[-1].open("w", newline="") as file:
            csv.writer(file).writerows([[column[0] for column in rows.description], *map(tuple, rows)])
    with open_record(tmp_path / "copy.sqlite") as copy:
        assert copy.actors.import_csv(*files) == len(rows_of(record)) == 7
        assert rows_of(copy) == rows_of(record)


def test_what_is_known_of_own_actors(record: Record) -> None:
    add_envoy(record)
    record.actors.add("Xi Jinping", aliases=["Big Xi"], source="our file")
    assert [(entry.actor.id, entry.own) for entry in record.actors] == [("ada-example", True), ("xi-jinping", True)]
    (entry,) = record.actors.find("exemplum")
    assert [(t.office, t.source) for t in entry.tenures] == [("Special Envoy", "our file 12")]
    assert "xi-jinping" not in {entry.actor.id for entry in record.actors.search("exempl")}


def test_an_actor_that_others_need_stays(record: Record) -> None:
    record.actors.add("Northern Office", kind="other", source="our file")
    record.actors.add("Ada Example", office="Delegate", body="northern-office", source="our file")
    with pytest.raises(UsageError, match="needed by rows of other actors"):
        record.actors.remove("Northern Office")
    assert len(record.actors) == 2
    with pytest.raises(UsageError, match="added nobody called 'Kim Jong Un'"):
        record.actors.remove("Kim Jong Un")
    assert record.actors.remove("ada-example") == 1
    assert record.actors.remove("Northern Office") == 1
    assert list(record.actors) == []


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"state": "XQX"}, "'XQX' is no state"),
        ({"state": "CHE", "office": "Envoy", "start": "soon"}, "'soon' is no ISO date"),
        ({"state": "CHE", "source": " "}, "'source' is empty"),
        ({"name": "Ada\x1b[31m", "state": "CHE"}, "cannot be printed"),
    ],
)
def test_what_is_told_wrongly_is_wrong_use_and_changes_nothing(record: Record, told: dict[str, str], why: str) -> None:
    with pytest.raises(UsageError, match=why):
        record.actors.add(**{"name": "Ada Example", "source": "our file", **told})
    assert len(rows_of(record)) == 0


def test_the_loader_is_one_value_in_every_process(record: Record) -> None:
    add_envoy(record)
    load = LoadCoderKnowing(rows_of(record))
    again = pickle.loads(pickle.dumps(load))
    assert (again, hash(again), again.rows.tables) == (load, hash(load), load.rows.tables)
    assert replace(load.rows, digest="other") != load.rows


def test_rows_that_fit_no_longer_are_told_and_can_be_taken_back(record: Record) -> None:
    add_envoy(record)
    with record._connection as connection:  # as a registry that has dropped a body would leave it
        connection.execute("INSERT INTO own_tenures VALUES ('Bo Example', 'gone', 'Delegate', 'other', '', '', 'f')")
    with pytest.raises(DataError, match="own_tenures:2: 'gone' is neither a state nor"):
        record.actors.find("Ada Example")
    assert record.actors.remove("Bo Example") == 1
    assert [entry.actor.id for entry in record.actors] == ["ada-example"]
