"""A number told is held against what the record holds one by one."""

from __future__ import annotations

from linking.making import event, report
from summitry.incidents import check_series
from summitry.linking import choose
from summitry.model import Incident


def incident(name: str, who: str, date: str, **more: object) -> Incident:
    return choose([report(name, event(who, date=date, **more))], f"e-{name}")


APRIL, MAY = incident("a1", "Kim Moon", "2018-04-27"), incident("b1", "Kim Moon", "2018-05-26")
SERIES = incident("c1", "Kim Moon", "2018-04/2018-09", count=3)


def test_members_are_found_and_counted() -> None:
    others = [
        incident("d1", "Kim Trump", "2018-06-12"),
        incident("e1", "Kim Moon", "2019-06-30"),
        incident("f1", "Kim Moon", "2018-08-01", status="planned"),
        incident("g1", "Kim Moon", ""),
    ]
    check = check_series(SERIES, [MAY, *others, APRIL])
    assert check.members == (APRIL, MAY)
    assert check.text == "3 told, 2 of them in the record"


def test_a_series_that_adds_up_and_one_that_does_not() -> None:
    september = incident("h1", "Kim Moon", "2018-09-18")
    assert check_series(SERIES, [APRIL, MAY, september]).text == "3 told, the same 3 in the record"
    july = incident("i1", "Kim Moon", "2018-07-18")
    assert check_series(SERIES, [APRIL, MAY, july, september]).text == "3 told, but 4 in the record"


def test_a_series_without_a_date_takes_all() -> None:
    assert len(check_series(incident("c1", "Kim Moon", "", count=2), [APRIL, MAY]).members) == 2
