"""Forecasts on the desk: the same as from the command line, with their reasons; nothing is filed by looking."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml import html

from forecasting.meetings import add_meeting, ten_years_of_meetings
from summitry.forecasting.told import forecast_dict
from summitry.record import open_record
from summitry.web import Options, schemas
from summitry.web.outlook_process import answer
from summitry.web.outlooks import Outlook, Outlooks, Question, wire
from web.conftest import HERE, OWN, client_of

ONE = "/forecast?a=CHN&b=PRK&type=CONSULT&horizon=120d"


@pytest.fixture(scope="module")
def meetings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record that no test changes."""
    file = tmp_path_factory.mktemp("meetings") / "my.sqlite"
    with open_record(file) as record:
        ten_years_of_meetings(record)
    return file


@pytest.fixture
def file(meetings: Path, tmp_path: Path) -> Path:
    """A record that a test may change."""
    shutil.copy(meetings, tmp_path / "my.sqlite")
    return tmp_path / "my.sqlite"


@pytest.fixture(scope="module")
def here() -> Iterator[None]:
    """Let questions be answered in this process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Outlooks, "_ask", lambda self, question: answer(self._record, question))
        yield


@pytest.fixture(scope="module")
def desk(meetings: Path, here: None) -> Iterator[TestClient]:
    """A desk on which nothing is filed."""
    client = client_of(Options(record=meetings))
    yield client
    client.app.state.desk.close()  # type: ignore[attr-defined]


@pytest.fixture
def own_desk(file: Path, here: None) -> Iterator[TestClient]:
    client = client_of(Options(record=file, author="ada"))
    yield client
    client.app.state.desk.close()  # type: ignore[attr-defined]


def page_of(desk: TestClient, path: str) -> html.HtmlElement:
    """A page of what is no longer being worked out."""
    desk.get(path.replace("?", ".json?") if "?" in path else f"{path}.json")
    return html.fromstring(desk.get(path).text)


def filed(file: Path) -> int:
    with open_record(file, writable=False) as record:
        return len(record.sealed_forecasts())


def test_it_is_worked_out_beside_the_page_in_a_process_of_its_own(file: Path) -> None:
    desk = client_of(Options(record=file))
    assert "Being worked out" in html.fromstring(desk.get(ONE).text).text_content()
    end = time.monotonic() + 120
    while desk.get(ONE.replace("?", "/state?")).json()["state"] == "working":
        assert time.monotonic() < end
        time.sleep(0.1)
    page = html.fromstring(desk.get(ONE).text)
    desk.app.state.desk.close()  # type: ignore[attr-defined]
    assert not page.xpath("//progress")
    assert "past windows of 120 days had one" in " ".join(page.text_content().split())


def test_a_process_that_fails_is_said_to_have_failed(tmp_path: Path) -> None:
    outlooks = Outlooks(tmp_path / "none.sqlite")
    assert outlooks.get(Question("CHN", "PRK"), 60.0) == Outlook(
        why_not="The forecast failed; the terminal of the desk says why."
    )
    outlooks.close()


def test_page_json_and_api_say_what_the_command_line_says(desk: TestClient, meetings: Path) -> None:
    with open_record(meetings, writable=False) as record:
        (expected,) = record.forecast("CHN", "PRK", type="CONSULT", horizon="120d", seal=False)
    assert desk.get(ONE.replace("?", ".json?")).json()["items"] == [json.loads(json.dumps(forecast_dict(expected)))]
    told = schemas.ForecastAnswer.model_validate(desk.get(f"/api/v1{ONE}").json())
    assert (told.state, told.items[0].probability) == ("done", forecast_dict(expected)["probability"])
    text = " ".join(page_of(desk, ONE).text_content().split())
    for words in ("China – North Korea", "base rate", "What it rests on most", "How such forecasts have done", "Brier"):
        assert words in text
    assert f"{expected.probability:.0%}" in text


def test_each_reason_leads_to_its_incident(desk: TestClient) -> None:
    links = page_of(desk, ONE).xpath("//ol[contains(@class, 'drivers')]//a/@href")
    assert len(links) >= 2
    for link in links:
        assert "made up" in desk.get(link).text


def test_a_pair_has_a_list_of_what_is_likeliest(desk: TestClient) -> None:
    page = page_of(desk, "/forecast?a=CHN&b=PRK")
    (link,) = page.xpath("//table[contains(@class, 'foreseen')]//th/a/@href")
    assert link == "/forecast?a=CHN&b=PRK&type=CONSULT"
    assert page_of(desk, link).xpath("//a[contains(., 'All that is likeliest')]/@href") == ["/forecast?a=CHN&b=PRK"]
    ranked = desk.get("/forecast.json?a=PRK&type=CONSULT&who=1").json()["items"]
    assert [item["second"] for item in ranked] == ["CHN", "RUS"]
    assert "probability" in desk.get("/forecast.csv?a=CHN&b=PRK").text.splitlines()[0]


def test_without_a_basis_no_odds_are_told(desk: TestClient) -> None:
    page = page_of(desk, "/forecast?a=CHN&b=RUS&type=CONSULT")
    assert "No basis." in page.text_content()
    assert "%" not in page.xpath("string(//main)")


def test_what_cannot_be_answered_is_said(desk: TestClient) -> None:
    early = "/forecast?a=CHN&b=PRK&type=CONSULT&as_of=2010-02"
    assert "No forecast: the record begins on 2010-01-10" in page_of(desk, early).text_content()
    page = html.fromstring(desk.get("/forecast?a=Chima&b=PRK").text)
    assert page.xpath("//p[@class='note']/a/@href") == ["/forecast?a=China&b=PRK"]


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("b=PRK", "a"), ("a=CHN&level=leader", "type"), ("a=CHN&who=1", "type"), ("a=CHN&type=PARTY", "type"),
        ("a=CHN&b=PRK&type=CONSULT&who=1", "b"), ("a=CHN&horizon=2y", "horizon"), ("a=CHN&horizon=soon", "horizon"),
        ("a=CHN&type=AID&level=king", "level"), ("a=CHN&as_of=someday", "as_of"),
    ],
)  # fmt: skip
def test_a_field_that_makes_no_sense_is_told_and_nothing_is_answered(desk: TestClient, query: str, field: str) -> None:
    told = desk.get(f"/forecast.json?{query}").json()
    assert (told["state"], list(told["wrong"]), told["items"]) == ("asked", [field], [])
    page = html.fromstring(desk.get(f"/forecast?{query}").text)
    assert page.xpath("//*[@aria-invalid]/@name") == [field]
    assert desk.get(f"/api/v1/forecast?{query}").status_code == 422


def test_words_of_a_question_are_text_only(desk: TestClient) -> None:
    words = '"><script>alert(1)</script>'
    for field in ("a", "b", "mode", "horizon", "as_of"):
        page = html.fromstring(desk.get("/forecast", params={"a": "CHN", "type": "AID", field: words}).text)
        assert page.xpath("//script/@src") == ["/static/desk.js"]


def file_it(desk: TestClient, page: html.HtmlElement, **headers: str) -> int:
    (form,) = page.xpath("//form[@action='/forecast/file']")
    return desk.post("/forecast/file", data=dict(form.fields), headers=headers).status_code


def test_only_the_button_files_and_once(own_desk: TestClient, file: Path) -> None:
    desk = own_desk
    page = page_of(desk, ONE)
    page_of(desk, "/forecasts")
    assert filed(file) == 0
    assert file_it(desk, page, origin="http://off.example") == 403
    assert file_it(desk, page) == 403
    assert filed(file) == 0
    assert [file_it(desk, page, **OWN), file_it(desk, page, **OWN)] == [303, 303]
    assert filed(file) == 1
    text = page_of(desk, "/forecasts").text_content()
    assert "CONSULT: China – North Korea" in text
    assert "1 forecast made ahead; none is due yet." in text
    assert desk.get("/forecasts.json").json()["items"][0]["outcome"] is None


def test_odds_that_the_visitor_did_not_see_are_not_filed(own_desk: TestClient, file: Path) -> None:
    desk = own_desk
    page = page_of(desk, ONE)
    with open_record(file) as record:
        add_meeting(record, "CHN", "PRK", "2019-12-10")
    desk.app.state.desk.outlooks.forget(Question("CHN", "PRK", "CONSULT", horizon="120d"))  # type: ignore[attr-defined]
    assert file_it(desk, page, **OWN) == 303
    assert filed(file) == 0


@pytest.mark.parametrize("changed", [{"read_only": True}, {"temporary": True}])
def test_a_desk_that_keeps_nothing_offers_no_filing(file: Path, here: None, changed: dict[str, bool]) -> None:
    desk = client_of(replace(Options(record=file), **changed))
    assert "base rate" in page_of(desk, ONE).text_content()
    assert not page_of(desk, ONE).xpath("//form[@method='post']")
    if "read_only" in changed:
        assert desk.post("/forecast/file", headers={"origin": HERE}).status_code == 403


def test_an_answer_survives_the_way_between_processes(meetings: Path) -> None:
    told = answer(meetings, Question("CHN", "PRK", "CONSULT", horizon="120d"))
    assert wire().validate_json(wire().dump_json(told)) == told
    assert told.forecasts[0].track is not None
