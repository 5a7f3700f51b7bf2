"""How the fields of an incident are chosen, and what is kept of the rest."""

from __future__ import annotations

from linking.making import event, report
from summitry.linking import Report, choose
from summitry.model import Incident


def chosen(*reports: Report) -> Incident:
    return choose(reports, reports[0].event_id)


def rule(incident: Incident, field: str) -> str:
    return next(choice.rule for choice in incident.choices if choice.field == field)


def test_the_date_that_most_sources_give_is_chosen_and_the_other_kept() -> None:
    incident = chosen(
        report("a1", event("Kim Xi", date="2018-03-26")),
        report("b1", event("Kim Xi", date="2018-03-26")),
        report("c1", event("Kim Xi", date="2018-03-28", score=0.9)),
    )
    assert incident.interval is not None
    assert incident.interval.iso() == ("2018-03-26", "2018-03-26")
    assert rule(incident, "interval") == "most-sources"
    (other,) = next(c for c in incident.choices if c.field == "interval").alternatives
    assert (other.value, other.event_ids) == ("2018-03-28", ("e-c1",))
    assert incident.conflicts == ("interval",)


def test_copies_of_one_source_count_once() -> None:
    reports = [report(f"{name}1", event("Kim Xi", place="Dalian, China"), source="one agency") for name in "abc"]
    reports += [report(f"{name}1", event("Kim Xi", place="Beijing, China")) for name in "de"]
    incident = choose(reports, "e-a1")
    assert (incident.place, incident.sources, incident.documents) == ("Beijing, China", 3, 5)


def test_a_vague_date_is_no_conflict() -> None:
    incident = chosen(report("a1", event("Kim Xi", date="2018-03")), report("b1", event("Kim Xi", date="2018-03-26")))
    assert incident.conflicts == ()
    assert rule(incident, "interval") == "most-precise"


def test_one_voice_among_many_does_not_narrow_the_place() -> None:
    reports = [report(f"{name}1", event("PRK", type="MOBILIZE", place="North Korea")) for name in "abcdef"]
    reports.append(report("g1", event("PRK", type="MOBILIZE", place="Kaesong, North Korea")))
    assert choose(reports, "e-a1").place == "North Korea"
    assert choose(reports[-2:], "e-a1").place == "Kaesong, North Korea"


def test_what_was_planned_and_took_place_occurred() -> None:
    incident = chosen(
        report("a1", event("Trump Kim", date="2018-06-12", status="planned"), "2018-05-10"),
        report("b1", event("Trump Kim", date="2018-06-12", status="cancelled"), "2018-05-24"),
        report("c1", event("Trump Kim", date="2018-06-12"), "2018-06-13"),
    )
    assert incident.status == "occurred"
    assert [step.status for step in incident.history] == ["planned", "cancelled", "occurred"]
    assert incident.conflicts == ()


def test_the_latest_report_decides_what_became_of_a_plan() -> None:
    early = report("a1", event("Trump Kim", date="2018-06-12", status="planned"), "2018-05-10")
    late = report("b1", event("Trump Kim", date="2018-06-12", status="cancelled"), "2018-05-24")
    assert chosen(early, late).status == "cancelled"


def test_a_denial_stands_beside_what_is_told() -> None:
    incident = chosen(
        report("a1", event("PRK", "KOR", date="2010-03-26", type="ASSAULT"), "2010-05-20"),
        report("b1", event("PRK", "KOR", date="2010-03-26", type="ASSAULT", status="denied"), "2010-05-20"),
    )
    assert (incident.status, incident.conflicts) == ("occurred", ("status",))


def test_a_person_stands_for_the_state() -> None:
    incident = chosen(
        report("a1", event("Kim", "CHN", date="2018-03-26")), report("b1", event("Kim", "Xi", date="2018-03-26"))
    )
    assert [(p.role, p.name) for p in incident.participants] == [("actor", "Kim Jong Un"), ("recipient", "Xi Jinping")]
    assert incident.level == "leader"


def test_a_state_visited_by_its_neighbours_leader_stays() -> None:
    incident = chosen(report("a1", event("Kim", "CHN", date="2018-03-26")))
    assert [p.name for p in incident.recipients] == ["CHN"]


def test_more_sources_make_it_surer() -> None:
    one, two = report("a1", event("Kim Xi", score=0.6)), report("b1", event("Kim Xi", score=0.6))
    assert chosen(one).score == 0.6
    assert round(chosen(one, two).score, 6) == 0.84
