"""Who "the two sides", "they" and "he" are, and which meetings of one visit stay apart."""

from __future__ import annotations

from .conftest import Code


def _of(events: tuple[object, ...], category: str) -> list[tuple[list[str], list[str]]]:
    return [
        ([p.name for p in e.actors], [p.name for p in e.recipients])  # type: ignore[attr-defined]
        for e in events
        if e.type == category  # type: ignore[attr-defined]
    ]


def test_two_sides_are_those_who_act_not_those_named_last(code: Code) -> None:
    events = code(
        "France and Algeria said on Sunday that they would end a long quarrel. France and Algeria thanked Spain. "
        "Malta and Cyprus did so within a week. By the accord the two sides will sign a treaty."
    )
    assert ({"France", "Algeria"}, set()) in [(set(a), set(r)) for a, r in _of(events, "SUPPORT")]


def test_a_side_may_be_an_armed_group(code: Code) -> None:
    events = code(
        "Norway held talks with the FARC in Oslo on Monday. Norway spoke of the harvest in Colombia and of the roads "
        "in Colombia. Both sides agreed to build a road."
    )
    assert any({"Norway", "FARC"} == {*a, *r} for a, r in _of(events, "AGREE"))


def test_he_is_not_one_of_two_leaders_named_at_once(code: Code) -> None:
    events = code(
        "Mark Rutte met Emmanuel Macron on Monday. The two leaders spoke of gas. On Tuesday he met Angela Merkel.",
        "2018-06-15",
    )
    assert any({"Mark Rutte", "Angela Merkel"} == {*a, *r} for a, r in _of(events, "CONSULT"))


def test_they_are_two_people_side_by_side(code: Code) -> None:
    [event] = [
        e
        for e in code("Chilean President Gabriel Boric and Peruvian President Dina Boluarte say they agreed on gas.")
        if e.type == "AGREE"
    ]
    assert {p.name for p in event.participants} == {"Gabriel Boric", "Dina Boluarte"}


def test_meetings_on_one_day_of_a_long_visit_stay_apart(code: Code) -> None:
    events = code(
        "From March 3 to March 6, 2018, Mark Rutte paid a visit to Germany. On March 4 he met Angela Merkel. "
        "On March 5 he met Frank-Walter Steinmeier.",
        "2018-03-10",
    )
    starts = sorted(e.interval.iso()[0] for e in events if e.type == "CONSULT" and e.interval)
    assert starts == ["2018-03-03", "2018-03-04", "2018-03-05"]


def test_a_mediation_is_no_meeting_of_those_it_brings_together(code: Code) -> None:
    events = code(
        "Talks in Muscat between Iran and Bahrain lasted a day. Later Oman mediated between Iran and Bahrain."
    )
    assert len(_of(events, "CONSULT")) == 2
