"""The API's description holds for what it gives."""

from __future__ import annotations

from fastapi.testclient import TestClient

from summitry.web import schemas


def test_the_description_names_every_address_and_the_shape_of_errors(desk: TestClient) -> None:
    described = desk.get("/api/v1/openapi.json").json()
    assert described["openapi"].startswith("3.")
    assert set(described["paths"]) == {
        "/api/v1/record", "/api/v1/check", "/api/v1/incidents", "/api/v1/incidents/{incident_id}",
        "/api/v1/incidents/{incident_id}/events", "/api/v1/events/{event_id}", "/api/v1/documents",
        "/api/v1/documents/{document_id}", "/api/v1/documents/{document_id}/events", "/api/v1/corrections",
        "/api/v1/forecast",
    }  # fmt: skip
    for path in described["paths"].values():
        for operation in path.values():
            assert operation["summary"]
            errors = operation["responses"]["404"]["content"]["application/json"]["schema"]["$ref"]
            assert errors.endswith("ErrorAnswer")


def test_answers_are_as_described(desk: TestClient) -> None:
    listed = schemas.IncidentList.model_validate(desk.get("/api/v1/incidents").json())
    incident = desk.get(f"/api/v1/incidents/{listed.items[0].id}").json()
    schemas.IncidentModel.model_validate(incident)
    statements = desk.get(f"/api/v1/incidents/{listed.items[0].id}/events").json()
    event = schemas.EventList.model_validate(statements).items[0]
    schemas.EventModel.model_validate(desk.get(f"/api/v1/events/{event.id}").json())
    document = schemas.DocumentModel.model_validate(desk.get(f"/api/v1/documents/{event.document}").json())
    assert document.text[slice(*event.span)] == event.evidence
    schemas.DocumentList.model_validate(desk.get("/api/v1/documents").json())
    schemas.CorrectionList.model_validate(desk.get("/api/v1/corrections").json())
    assert schemas.RecordModel.model_validate(desk.get("/api/v1/record").json()).documents == 4


def test_pages_lead_on_to_the_end(korea: TestClient) -> None:
    address, seen, total = "/api/v1/incidents?a=KOR&b=PRK&rows=100", 0, -1
    while address:
        found = korea.get(address).json()
        seen, total, address = seen + len(found["items"]), found["total"], found["next"]
    assert seen == total > 200


def test_an_event_leads_to_its_incident_by_its_own_id(desk: TestClient) -> None:
    incident = desk.get("/api/v1/incidents").json()["items"][0]
    assert desk.get(f"/api/v1/incidents/{incident['events'][1]}").json()["id"] == incident["id"]
