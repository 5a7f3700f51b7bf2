"""Corrections: one request each, kept with who and why, and each taken back by one more."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient
from lxml import html

from summitry.record import open_record
from summitry.web import Options
from web.conftest import OWN


def incident(desk: TestClient, number: int = 0) -> dict[str, object]:
    found: dict[str, object] = desk.get("/incidents.json").json()["items"][number]
    return found


def test_a_corrected_field_is_shown_with_who_and_why_and_undone(desk: TestClient) -> None:
    before = incident(desk)
    sent = {"field": "place", "value": "Dalian, China", "reason": "the photograph", "author": "Grace"}
    answer = desk.post(f"/incidents/{before['id']}/edit", data=sent, headers=OWN)
    assert answer.status_code == 303
    page = html.fromstring(desk.get(answer.headers["location"]).text)
    note = page.xpath("//div[contains(@class, 'done')]")[0]
    assert "set place to “Dalian, China”" in note.text_content()
    assert "Grace" in page.xpath("string(//section[@aria-labelledby='who-decided'])")
    assert "the photograph" in page.xpath("string(//section[@aria-labelledby='who-decided'])")
    assert incident(desk)["place"] == "Dalian, China"
    back = desk.post(note.xpath(".//form/@action")[0], headers=OWN)
    assert back.status_code == 303
    assert incident(desk)["place"] == before["place"]
    assert "taken back" in desk.get(back.headers["location"]).text


def test_a_reason_and_a_name_are_never_asked_twice(desk: TestClient) -> None:
    named = desk.post("/author", data={"author": "Zoë Ångström"}, headers=OWN)
    cookie = named.headers["set-cookie"].split(";")[0]
    desk.post(f"/incidents/{incident(desk)['id']}/confirm", headers={**OWN, "cookie": cookie})
    assert desk.get("/corrections.json").json()["items"][0]["author"] == "Zoë Ångström"


def test_what_is_rejected_is_listed_no_more_and_still_has_its_page(desk: TestClient) -> None:
    before = desk.get("/incidents.json").json()["total"]
    chosen = incident(desk)["id"]
    desk.post(f"/incidents/{chosen}/reject", data={"reason": "two years off"}, headers=OWN)
    assert desk.get("/incidents.json").json()["total"] == before - 1
    assert "rejected this incident" in desk.get(f"/incidents/{chosen}").text
    assert desk.get("/incidents.json?rejected=1").json()["total"] == before


def test_incidents_are_merged_and_split_again(desk: TestClient) -> None:
    before = desk.get("/incidents.json").json()
    one, other = (item["id"] for item in before["items"][:2])
    desk.post(f"/incidents/{one}/merge", data={"with": other}, headers=OWN)
    merged = desk.get("/incidents.json").json()
    assert merged["total"] == before["total"] - 1
    whole = merged["items"][0]
    desk.post(f"/incidents/{whole['id']}/split", data={"event": before["items"][1]["events"]}, headers=OWN)
    assert desk.get("/incidents.json").json()["total"] == before["total"]


def test_participants_are_written_as_names(desk: TestClient) -> None:
    chosen = incident(desk)["id"]
    desk.post(f"/incidents/{chosen}/edit", data={"field": "actors", "value": "Kim Jong Un; Li Keqiang"}, headers=OWN)
    actors = desk.get(f"/incidents/{chosen}.json").json()["actors"]
    assert [(a["name"], a["state"]) for a in actors] == [("Kim Jong Un", "PRK"), ("Li Keqiang", "CHN")]
    assert actors[1]["office"] == "Premier"


@pytest.mark.parametrize(
    ("action", "sent"),
    [
        ("edit", {"field": "interval", "value": "soon"}),
        ("edit", {"field": "score", "value": "1"}),
        ("edit", {"field": "type", "value": "PARTY"}),
        ("edit", {"field": "actors", "value": "Nobody Whatever"}),
        ("merge", {"with": ""}),
        ("merge", {"with": "i-none"}),
        ("split", {}),
        ("split", {"event": "e-none"}),
    ],
)
def test_what_makes_no_sense_changes_nothing(
    desk: TestClient, options: Options, action: str, sent: dict[str, str]
) -> None:
    answer = desk.post(f"/incidents/{incident(desk)['id']}/{action}", data=sent, headers=OWN)
    assert answer.status_code == 422
    assert "nothing was changed" in answer.text
    with open_record(options.record) as record:
        assert len(record.corrections) == 0


def test_what_is_not_there_cannot_be_corrected(desk: TestClient) -> None:
    assert desk.post("/incidents/i-none/confirm", headers=OWN).status_code == 404
    assert desk.post(f"/incidents/{incident(desk)['id']}/explode", headers=OWN).status_code == 404
    assert desk.post("/corrections/c-none/undo", headers=OWN).status_code == 404


def test_a_decision_takes_an_incident_out_of_its_queue_and_undoing_puts_it_back(desk: TestClient) -> None:
    waiting = desk.get("/queue.json?of=low").json()["items"]
    assert [round(item["score"], 1) for item in waiting] == [0.2]
    told = desk.post(f"/incidents/{waiting[0]['id']}/confirm", headers={**OWN, "accept": "application/json"}).json()
    assert desk.get("/queue.json?of=low").json()["items"] == []
    desk.post(told["undo"], headers=OWN)
    assert desk.get("/queue.json?of=low").json()["items"] == waiting


def test_where_sources_disagree_is_a_queue(desk: TestClient) -> None:
    waiting = desk.get("/queue.json?of=conflicts").json()["items"]
    assert [item["conflicts"][0]["field"] for item in waiting] == ["place"]


def test_by_the_api_too(desk: TestClient) -> None:
    chosen = incident(desk)["id"]
    sent = {"action": "edit", "incident": chosen, "field": "status", "value": "denied", "reason": "r", "author": "bot"}
    made = desk.post("/api/v1/corrections", json=sent, headers=OWN)
    assert made.status_code == 201
    assert desk.get(f"/api/v1/incidents/{chosen}").json()["status"] == "denied"
    undo = {"action": "undo", "correction": made.json()["correction"]["id"]}
    assert desk.post("/api/v1/corrections", json=undo, headers=OWN).status_code == 201
    assert desk.get(f"/api/v1/incidents/{chosen}").json()["status"] == "occurred"
    wrong = desk.post("/api/v1/corrections", json={"action": "burn"}, headers=OWN)
    assert (wrong.status_code, wrong.json()["error"]["code"]) == (422, "bad-field")
    lone = desk.post(
        "/api/v1/corrections",
        content='{"action": "reject", "incident": "' + str(chosen) + '", "reason": "\\ud800"}',
        headers={**OWN, "content-type": "application/json"},
    )
    assert lone.status_code == 422
