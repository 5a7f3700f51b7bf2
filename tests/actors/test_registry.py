"""Looking things up in the registry."""

import pytest

from summitry.actors import Registry, load_registry
from summitry.errors import DataError
from summitry.model import Interval


@pytest.fixture(scope="module")
def registry() -> Registry:
    return load_registry()


def office(registry: Registry, actor: str, day: str) -> str:
    tenure = registry.office_at(actor, Interval.parse(day))
    return tenure.office if tenure else ""


@pytest.mark.parametrize("alias", ["Xi Jinping", "XI JINPING", "xi jin-ping", "Xi Jin–ping"])
def test_a_name_is_found_in_any_casing_and_with_any_hyphen(registry: Registry, alias: str) -> None:
    assert [actor.name for actor in registry.find(alias)] == ["Xi Jinping"]


def test_an_unknown_name_finds_nobody(registry: Registry) -> None:
    assert registry.find("Zaphod Beeblebrox") == ()
    assert registry.actor("zaphod-beeblebrox") is None


@pytest.mark.parametrize(
    ("actor", "day", "expected"),
    [
        ("xi-jinping", "2009-06-01", "Vice President"),
        ("xi-jinping", "2019-06-20", "President"),
        ("kim-jong-un", "2018-04-27", "Supreme Leader"),
        ("vladimir-putin", "2010-01-01", "Prime Minister"),
        ("leonid-brezhnev", "1979-06-18", "General Secretary"),
        ("jimmy-carter", "1994-06-16", ""),
    ],
)
def test_office_is_the_one_held_then(registry: Registry, actor: str, day: str, expected: str) -> None:
    assert office(registry, actor, day) == expected


def test_no_time_no_office(registry: Registry) -> None:
    assert registry.office_at("xi-jinping", None) is None
    assert registry.office_at("xi-jinping", Interval(None, None)) is None


def test_of_a_whole_year_the_longer_office_counts(registry: Registry) -> None:
    assert office(registry, "xi-jinping", "2013") == "President"


@pytest.mark.parametrize(
    ("role", "state", "day", "name"),
    [
        ("President", "USA", "1993-01-19", "George H. W. Bush"),
        ("President", "USA", "1993-01-21", "Bill Clinton"),
        ("effective-leader", "GBR", "1982-05-01", "Margaret Thatcher"),
        ("effective-leader", "DEU", "1995-05-01", "Helmut Kohl"),
        ("effective-leader", "PRK", "1996-05-01", "Kim Jong Il"),
        ("effective-leader", "IRN", "2015-05-01", "Ali Khamenei"),
        ("foreign-minister", "RUS", "1997-05-01", "Yevgeny Primakov"),
    ],
)
def test_holder_at_a_date(registry: Registry, role: str, state: str, day: str, name: str) -> None:
    holder = registry.holder(role, state, Interval.parse(day))
    assert holder is not None
    assert holder.name == name


@pytest.mark.parametrize(
    ("code", "day", "expected"),
    [
        ("RUS", "1980", "SUN"),
        ("RUS", "2000", "RUS"),
        ("DEU", "1970", "DEU"),
        ("CZE", "1980", "CSK"),
        ("VNM", "1970", "VNM"),
    ],
)
def test_the_state_that_was_there_then(registry: Registry, code: str, day: str, expected: str) -> None:
    state = registry.state_at(code, Interval.parse(day))
    assert state is not None
    assert state.code == expected


def test_rows_of_a_user_take_effect_and_leave_the_registry_alone(registry: Registry) -> None:
    row = {"person": "Ada Example", "state": "CHE", "office": "Special Envoy", "role": "envoy", "start": "2020"}
    larger = registry.with_rows(tenures=[row], person_aliases=[{"person": "Ada Example", "alias": "Exemplum"}])
    assert [actor.name for actor in larger.find("exemplum")] == ["Ada Example"]
    assert office(larger, "ada-example", "2021-05-05") == "Special Envoy"
    assert registry.find("Ada Example") == ()


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ({"person": "A B", "state": "XYZ", "office": "President", "role": "head-of-state"}, "XYZ"),
        ({"person": "A B", "state": "CHE", "office": "President", "role": "boss"}, "boss"),
        ({"person": "A B", "state": "CHE", "office": "President", "role": "envoy", "start": "20-1"}, "20-1"),
        (
            {"person": "A B", "state": "CHE", "office": "X", "role": "envoy", "start": "2020", "end": "2019"},
            "ends",
        ),
        ({"person": "", "state": "CHE", "office": "President", "role": "envoy"}, "person"),
        ({"person": "A B", "colour": "red"}, "colour"),
    ],
)
def test_a_malformed_row_is_named(registry: Registry, row: dict[str, str], fault: str) -> None:
    with pytest.raises(DataError, match=fault) as error:
        registry.with_rows(tenures=[row])
    assert "tenures:1" in str(error.value)
