"""What the pages say: the same numbers as the command line, at addresses that stay."""

from __future__ import annotations

import csv
import io
import random
from pathlib import Path
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from lxml import html

from summitry.record import open_record
from summitry.record.folding import fold
from summitry.record.reference import open_reference
from summitry.web import Options
from web.conftest import client_of

LISTS = ["/incidents", "/dyads", "/actors", "/actors?initial=k", "/documents", "/claims", "/corrections", "/queue"]
LISTS += ["/search?q=beijing", "/forecast", "/forecasts"]
FORMS = ["/", "/check", "/reading", "/help", "/dyads/CHN/PRK", "/actors/Xi Jinping", "/actors/PRK"]
MEETINGS = "/incidents?a=Xi Jinping&b=Kim Jong Un&type=CONSULT"


@pytest.mark.parametrize("path", LISTS + FORMS)
def test_every_page_has_one_heading_a_title_and_the_same_as_json(desk: TestClient, path: str) -> None:
    answer = desk.get(path)
    page = html.fromstring(answer.text)
    assert answer.status_code == 200
    assert len(page.xpath("//h1")) == 1
    assert page.xpath("string(//title)").endswith("summitry")
    name, _, query = path.partition("?")
    told = desk.get(f"{name if name != '/' else '/overview'}.json?{query}")
    assert (told.status_code, told.headers["content-type"]) == (200, "application/json")
    data = told.json()
    assert "error" not in data
    links = set(page.xpath("//main//a/@href"))
    for item in data.get("items", []):
        if isinstance(item, dict) and str(item.get("id", "")).startswith(("i-", "d-")):
            kind = "incidents" if item["id"].startswith("i-") else "documents"
            assert any(link.startswith(f"/{kind}/{item['id']}") for link in links), item["id"]


def test_the_five_meetings_are_five_on_page_json_csv_and_api(korea: TestClient) -> None:
    with open_reference("korea") as record:
        expected = [i.id for i in record.incidents(between=("Xi Jinping", "Kim Jong Un"), type="CONSULT", series=False)]
    page = html.fromstring(korea.get(MEETINGS).text)
    on_page = [link.rsplit("/", 1)[1] for link in page.xpath("//ol[@aria-label='Incidents']//a[@class='title']/@href")]
    rows = list(csv.DictReader(io.StringIO(korea.get(MEETINGS.replace("?", ".csv?")).text)))
    assert len(expected) == 5
    assert on_page == expected
    assert [row["id"] for row in rows] == expected
    assert [item["id"] for item in korea.get(MEETINGS.replace("?", ".json?")).json()["items"]] == expected
    assert [item["id"] for item in korea.get("/api/v1" + MEETINGS).json()["items"]] == expected
    assert "5 incidents" in page.text_content()


def test_following_the_pages_shows_every_incident_once(korea: TestClient) -> None:
    seen: list[str] = []
    address = "/incidents.json?rows=200"
    while address:
        found = korea.get(address).json()
        seen += [item["id"] for item in found["items"]]
        address = found["next"].replace("/incidents?", "/incidents.json?")
    with open_reference("korea") as record:
        assert seen == [incident.id for incident in record.incidents(series=False)]


def test_each_number_of_the_overview_is_the_number_that_it_leads_to(korea: TestClient) -> None:
    overview = korea.get("/overview.json").json()
    assert korea.get("/incidents.json").json()["total"] == overview["incidents"]
    for dyad in overview["dyads"][:5]:
        assert korea.get(f"/dyads/{dyad['one']}/{dyad['other']}.json").json()["total"] == dyad["count"]
    year = next(row["year"] for row in overview["by_year"] if row["year"])
    in_year = sum(row["count"] for row in overview["by_year"] if row["year"] == year)
    assert korea.get(f"/incidents.json?since={year}&until={year}").json()["total"] == in_year


def test_an_incident_leads_to_its_words_in_their_context(desk: TestClient) -> None:
    first = desk.get("/incidents.json").json()["items"][0]
    page = html.fromstring(desk.get(f"/incidents/{first['id']}").text)
    quotes = [mark.text_content() for mark in page.xpath("//mark[contains(@class, 'm-quote')]")]
    assert len(first["events"]) == 2
    assert "Kim Jong Un came to Beijing on 26 March 2018." in quotes
    assert "Dalian, China" in page.xpath("string(//div[@id='field-place'])")
    assert page.xpath("//a[@rel='noopener noreferrer' and @href='https://example.org/train']")


def test_a_document_shows_its_furniture_folded_and_its_events_marked(desk: TestClient) -> None:
    row = next(d for d in desk.get("/documents.json").json()["items"] if d["title"] == "A train from the north")
    page = html.fromstring(desk.get(f"/documents/{row['id']}").text)
    assert "Menu News Sport" in page.xpath("string(//details[@class='furniture'])")
    assert "Menu News Sport" not in page.xpath("string(//div[@class='prose'])")
    marked = page.xpath("//div[@class='prose']//mark[contains(@class, 'm-event')]")
    assert "".join(mark.text_content() for mark in marked) == "Kim Jong Un came to Beijing on 26 March 2018."
    assert page.xpath("//mark[contains(@class, 'm-time')]")


def test_a_document_shows_its_text_whole(desk: TestClient, options: Options) -> None:
    with open_record(options.record) as record:
        texts = {recorded.id: recorded.document.text for recorded in record.documents()}
    for document, text in texts.items():
        page = html.fromstring(desk.get(f"/documents/{document}").text)
        shown = "".join(
            p.text_content() for p in page.xpath("//div[@class='prose']/p | //details[@class='furniture']/p")
        )
        assert "".join(shown.split()) == "".join(text.split())


def test_a_field_that_makes_no_sense_is_told_and_left_aside(desk: TestClient) -> None:
    answer = desk.get("/incidents.json?since=soon&type=PARTY&level=king&status=maybe&until=2019").json()
    assert set(answer["wrong"]) == {"since", "type", "level", "status"}
    assert answer["total"] == desk.get("/incidents.json?until=2019").json()["total"]


def test_a_name_that_nobody_bears_brings_those_like_it(desk: TestClient) -> None:
    page = html.fromstring(desk.get("/incidents?actor=Xi Jinpinkk").text)
    assert "Xi Jinping" in page.xpath("string(//p[@class='note'])")


def test_a_table_for_spreadsheets_holds_no_formula(desk: TestClient, options: Options) -> None:
    incident = desk.get("/incidents.json").json()["items"][0]["id"]
    with open_record(options.record) as record:
        record.corrections.edit(incident, "place", "=HYPERLINK(1)", author="ada", reason="")
    rows = list(csv.DictReader(io.StringIO(desk.get("/incidents.csv").text)))
    assert "'=HYPERLINK(1)" in [row["place"] for row in rows]


def test_what_is_not_there_is_said_in_fixed_words(desk: TestClient) -> None:
    chance = random.Random(7)
    letters = "abz09<>\"'&;:/\\.%?#=é中\u202e`${}()[]|*+-_ ~"
    for _ in range(30):
        junk = "zq" + "".join(chance.choice(letters) for _ in range(chance.randint(3, 30)))
        for path in ("/", "/incidents/", "/documents/", "/actors/", "/queue?of=", "/reading/", "/plots/dyad/a/"):
            answer = desk.get(path + quote(junk, safe="/?#" if chance.random() < 0.3 else ""))
            assert answer.status_code in (200, 404, 405, 422), (path, junk)
            if answer.status_code != 200:
                assert "zq" not in answer.text


def test_reflected_words_of_a_search_are_text_only(desk: TestClient) -> None:
    words = '"><script>alert(1)</script><img src=x onerror=alert(1)>{{7*7}}'
    for path in ("/search", "/incidents"):
        page = html.fromstring(desk.get(path, params={"q": words}).text)
        assert page.xpath("//script/@src") == ["/static/desk.js"]
        assert not page.xpath("//img | //*[@onerror]")
        assert words in page.xpath("//input[@type='search' or @name='q']/@value")


def test_everybody_stands_under_a_letter_once(korea: TestClient) -> None:
    letters = html.fromstring(korea.get("/actors").text).xpath("//ul[contains(@class, 'letters')]//a/@href")
    seen: list[str] = []
    for address in letters:
        listed = korea.get(address.replace("/actors?", "/actors.json?")).json()
        assert listed["total"] == len(listed["items"]) < 300
        seen += [item["name"] for item in listed["items"]]
    with open_reference("korea") as record:
        names = {fold(p.name) for incident in record.incidents(rejected=True) for p in incident.participants}
    assert sorted(map(fold, seen)) == sorted(names - {""})
    assert korea.get("/actors?initial=%27").status_code == 200


def test_a_long_letter_has_pages(tmp_path: Path) -> None:
    with open_record(tmp_path / "many.sqlite") as record:
        for number in range(0, 320, 4):
            who = [{"name": f"Delegate {n:03d}", "state": "CHN", "kind": "person"} for n in range(number, number + 4)]
            told = {"type": "CONSULT", "actors": who, "start": "2019-01-01", "end": "2019-01-01", "status": "occurred"}
            record.corrections.add(told, citation="made up", author="test")
    desk = client_of(Options(record=tmp_path / "many.sqlite"))
    first, second = (desk.get(f"/actors.json?initial=d&page={page}").json() for page in (1, 2))
    assert (first["total"], len(first["items"]), len(second["items"])) == (320, 300, 20)
    assert second["items"][-1]["name"] == "Delegate 319"
    assert len(desk.get("/actors.csv?initial=d").text.splitlines()) == 321
