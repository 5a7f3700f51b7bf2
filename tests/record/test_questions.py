"""Questions: who, with whom, what, when; answers in order of time and in several shapes."""

from __future__ import annotations

import datetime as dt
import io
import json

import pytest

from record.fakes import load_fake_coder, make_document
from summitry.errors import UsageError
from summitry.record import Record


@pytest.fixture
def korea(record: Record) -> Record:
    documents = [
        make_document("Xi Jinping met Kim Jong Un in Beijing", "a.txt", "2018-03-28", title="<b>A", source_id="one"),
        make_document("Moon Jae-in met Kim Jong Un in Panmunjom", "b.txt", "2018-04-27"),
        make_document("Donald Trump met Kim Jong Un in Singapore", "c.txt", "2018-06"),
        make_document("Donald Trump will meet Xi Jinping in Osaka", "d.txt", "2019"),
        make_document("Xi Jinping met Moon Jae-in. China met Donald Trump. The café was full", "e.txt"),
    ]
    record.add(documents, load_coder=load_fake_coder)
    return record


def places(record: Record, **asked: object) -> list[str]:
    return [event.event.place for event in record.events(**asked)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "pair", [("CHN", "PRK"), ("China", "Kim Jong-un"), ("xi jinping", "KIM"), ("PRK", "Xi"), ("DPRK", "China")]
)
def test_between_takes_codes_states_and_names(korea: Record, pair: tuple[str, str]) -> None:
    assert places(korea, between=pair) == ["Beijing"]


def test_events_come_in_order_of_time_undated_last(korea: Record) -> None:
    assert places(korea) == ["Beijing", "Panmunjom", "Singapore", "Osaka", "", ""]


def test_a_state_stands_for_all_who_act_for_it(korea: Record) -> None:
    assert len(korea.events(between=("CHN", "USA"))) == 2


def test_a_state_does_not_meet_itself(korea: Record) -> None:
    assert len(korea.events(between=("CHN", "China"))) == 0


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"since": "2018-04"}, ["Panmunjom", "Singapore", "Osaka"]),
        ({"until": "2018-04-27"}, ["Beijing", "Panmunjom"]),
        ({"since": "2018-06-30", "until": "2018-07"}, ["Singapore"]),
        ({"since": dt.date(2019, 5, 1)}, ["Osaka"]),
        ({"since": dt.datetime(2019, 5, 1, 12), "until": dt.datetime(2019, 5, 1)}, ["Osaka"]),
        ({"status": "planned"}, ["Osaka"]),
        ({"type": "consult", "actor": "Moon"}, ["Panmunjom", ""]),
        ({"type": "AID"}, []),
    ],
)
def test_filters_narrow(korea: Record, asked: dict[str, object], found: list[str]) -> None:
    assert places(korea, **asked) == found


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"type": "PICNIC"}, "one of AGREE"),
        ({"status": "done"}, "one of occurred"),
        ({"since": "last week"}, "write 2018-03-25"),
    ],
)
def test_wrong_questions_get_a_hint(korea: Record, asked: dict[str, object], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        places(korea, **asked)


def test_an_unknown_name_finds_nothing_and_the_nearest_is_told(korea: Record) -> None:
    assert len(korea.events(actor="Donald Tramp")) == 0
    assert korea.meant("Donald Tramp") == ["Donald Trump"]
    assert korea.meant("Kim") == []


def test_an_empty_record_answers_with_nothing(record: Record) -> None:
    assert len(record.events(between=("CHN", "PRK"))) == 0
    assert record.events().to_polars().height == 0


def test_a_frame_has_a_row_an_event_and_dates_as_dates(korea: Record) -> None:
    frame = korea.events().to_polars()
    assert frame.height == 6
    assert frame["start"].to_list()[:3] == [dt.date(2018, 3, 28), dt.date(2018, 4, 27), dt.date(2018, 6, 1)]
    assert frame["who"].to_list()[0] == ["Xi Jinping"]
    assert frame["evidence"][0] == "Xi Jinping met Kim Jong Un in Beijing"


def test_the_notebook_shows_titles_as_text(korea: Record) -> None:
    shown = korea.events()._repr_html_()
    assert "&lt;b&gt;A" in shown
    assert "<b>" not in shown


def test_json_objects_bear_the_agreed_names(korea: Record) -> None:
    found = korea.events(between=("CHN", "PRK")).to_dicts()[0]
    assert {"type", "actors", "recipients", "start", "end", "place", "status", "evidence", "span"} <= found.keys()
    assert found["start"] == found["end"] == "2018-03-28"
    json.dumps(found)


def test_slices_are_tables(korea: Record) -> None:
    assert len(korea.events()[:2]) == 2
    assert korea.events()[-1].event.interval is None


def test_one_event_is_found_by_the_head_of_its_id(korea: Record) -> None:
    event = korea.events()[0]
    assert korea.event(event.id) == korea.event(event.id[:8]) == event


def test_an_unknown_or_ambiguous_id_is_told(korea: Record) -> None:
    with pytest.raises(UsageError, match="holds no event"):
        korea.event("e-nothing")
    with pytest.raises(UsageError, match="give more of it"):
        korea.event("e-")


def test_one_document_is_found_by_its_own_id_and_the_sources(korea: Record) -> None:
    document = next(iter(korea.documents()))
    assert korea.document("one") == korea.document(document.id) == document
    assert [event.event.place for event in korea.events_of("one")] == ["Beijing"]


@pytest.mark.parametrize(
    ("search", "found"), [("cafe", 1), ("kim jong", 3), ("met nobody", 0), ('"', 0), ("NEAR(", 0), ("* OR a:b -", 0)]
)
def test_search_takes_every_word_literally(korea: Record, search: str, found: int) -> None:
    assert len(list(korea.documents(search=search))) == found


def test_the_export_is_one_line_an_event(korea: Record) -> None:
    target = io.StringIO()
    assert korea.export(target) == 6
    lines = [json.loads(line) for line in target.getvalue().splitlines()]
    assert [line["place"] for line in lines] == places(korea)
    assert "run" not in target.getvalue()


def test_a_flipped_quote_is_found(korea: Record) -> None:
    korea._connection.execute("UPDATE evidence SET quote_start = quote_start + 1 WHERE event_number = 1")
    korea._connection.execute("UPDATE documents SET text = text || '!' WHERE document_number = 2")
    damage = korea.damage()
    assert any("table evidence" in line for line in damage)
    assert any("table documents" in line for line in damage)
