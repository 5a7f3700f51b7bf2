"""Crowds, strikers and villagers act though no registry knows them; those they turn against are told as they are."""

from __future__ import annotations

import pytest

from .conftest import Code

CASES = [
    ("Fishermen blocked the road to the salmon farm on Chiloé with burning tyres.", "Fishermen"),
    ("Thousands of teachers marched on the education ministry in Lima over pay.", "teachers"),
    ("Dockers in Durban went on strike against the port authority.", "Dockers"),
    ("Nurses walked out over the health ministry's new rosters.", "Nurses"),
    ("Georgians are filling the boulevards to demand that the government resign.", "Georgian protesters"),
    ("Students threw eggs at the minister of finance in Athens.", "Students"),
    ("Coca growers blocked the highway to Cochabamba to force the government to stop spraying.", "Coca growers"),
    ("Pensioners chained themselves to the gate of the bank in Nicosia.", "Pensioners"),
    ("Several hundred monks gathered outside the courthouse in Yangon.", "monks"),
    ("The railway union called a strike for Monday against the transport ministry.", "railway union"),
    ("Hauliers staged a sit-in outside the parliament in Lisbon.", "Hauliers"),
    ("Prisoners refused food for a tenth day at the camp on Nauru.", "Prisoners"),
    ("A walkout by baggage handlers closed the airport at Schiphol.", "baggage handlers"),
    ("Shopkeepers in Mahabad kept their shutters down in protest at an execution.", "Shopkeepers"),
]


@pytest.mark.parametrize(("text", "doer"), CASES)
def test_crowd_without_a_name_protests(code: Code, text: str, doer: str) -> None:
    assert doer in {p.name for event in code(text, "2019-06-19") if event.type == "PROTEST" for p in event.actors}


NO_PROTEST = [
    "The United States marched 4,000 soldiers through Seville.",
    "Students gathered at the university for a lecture by the Spanish foreign minister.",
    "Farmers close the harvest in October.",
    "Israel struck a convoy near Palmyra.",
    "Ministers gathered in Geneva to discuss the truce in Yemen.",
]


@pytest.mark.parametrize("text", NO_PROTEST)
def test_no_protest(code: Code, text: str) -> None:
    assert not [event for event in code(text, "2019-06-19") if event.type == "PROTEST"]


def test_crowd_is_of_the_land_where_it_is(code: Code) -> None:
    event = next(e for e in code("Residents of Nuuk protested outside the American consulate.", "2019-06-19"))
    assert [(p.name, p.state) for p in event.participants] == [("Residents of Nuuk", "GRL"), ("United States", "USA")]


def test_crowd_before_an_embassy_is_of_its_host(code: Code) -> None:
    event = next(e for e in code("A mob stormed the Danish embassy in Beirut.", "2019-06-19"))
    assert [(p.name, p.state) for p in event.participants] == [("Lebanese protesters", "LBN"), ("Denmark", "DNK")]


def test_whom_the_crowd_is_against(code: Code) -> None:
    event = next(e for e in code("Villagers blocked the road to the copper mine in Cajamarca.", "2019-06-19"))
    assert [p.name for p in event.recipients] == ["copper mine"]
