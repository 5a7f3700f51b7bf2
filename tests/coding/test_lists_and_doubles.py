"""Lists of actors however parsed; what tells two acts apart, and which words of several tell one best."""

from __future__ import annotations

import pytest

from .conftest import Code


def casts(code: Code, text: str, category: str, published: str = "2019-06-19") -> list[tuple[set[str], set[str]]]:
    found = (e for e in code(text, published) if e.type == category)
    return [({p.name for p in e.actors}, {p.name for p in e.recipients}) for e in found]


LISTS = [
    (
        "Norway, the African Union, and Kenya call for the release of the election results.",
        "REQUEST",
        {"Norway", "African Union", "Kenya"},
    ),
    (
        "The United Nations, the Republic of Kenya, Chad, and Niger have committed to reopening the road.",
        "AGREE",
        {"United Nations", "Kenya", "Chad", "Niger"},
    ),
    (
        "Peruvian, Chilean, Bolivian, and Ecuadorian representatives met in Panama City on 4 May 2011.",
        "CONSULT",
        {"Peru", "Chile", "Bolivia", "Ecuador"},
    ),
    ("The Danish and Swedish navies deployed frigates to the strait.", "MOBILIZE", {"Denmark", "Sweden"}),
]


@pytest.mark.parametrize(("text", "category", "actors"), LISTS)
def test_a_list_of_actors_is_taken_whole(code: Code, text: str, category: str, actors: set[str]) -> None:
    assert actors in [acting for acting, _ in casts(code, text, category)]


def test_treaties_of_different_names_are_two(code: Code) -> None:
    text = (
        "Egypt and Israel signed the Sinai Agreement in 1975. Egypt and Israel signed the Camp David Accords in 1978."
    )
    assert len(casts(code, text, "SUPPORT")) == 2


def test_different_numbers_of_troops_are_two_deployments(code: Code) -> None:
    text = "Cuba sent 600 troops to Angola. Cuba sent 36,000 troops to Angola."
    assert len(casts(code, text, "MOBILIZE")) == 2


def test_a_nuclear_test_by_other_words_is_the_same(code: Code) -> None:
    text = "India tested an atomic bomb on 18 May 1974. The nuclear test drew protests."
    assert len({e.interval for e in code(text, "1974-05-20") if e.type == "MOBILIZE"}) == 1


def test_independence_is_no_election(code: Code) -> None:
    text = "Ghana gained its independence on 6 March 1957. Ghana elected a president, Kwame Nkrumah, in 1960."
    assert len(casts(code, text, "TRANSITION")) == 2


def test_sanctions_on_a_ruler_are_not_those_on_the_land(code: Code) -> None:
    text = (
        "The United States imposed sanctions on Belarus. The United States imposed sanctions on Alexander Lukashenko."
    )
    assert [done_to for _, done_to in casts(code, text, "COERCE")] == [{"Belarus"}, {"Alexander Lukashenko"}]


def test_the_dated_words_come_first_in_the_evidence(code: Code) -> None:
    text = "Iceland severed relations with Norway. Iceland severed diplomatic relations with Norway on 3 May 1948."
    (event,) = [e for e in code(text, "1949-01-02") if e.type == "SANCTION"]
    assert "1948" in event.evidence[0].quote


def test_two_people_killed_are_one_attack(code: Code) -> None:
    text = "Two Syrian soldiers were shot and killed by Turkish soldiers near Manbij on Monday."
    found = [e for e in code(text, "2019-06-19") if e.type == "ASSAULT"]
    assert found
    assert all(e.count == 1 and {p.state for p in e.actors} == {"TUR"} for e in found)


def test_officials_who_are_punished_are_not_their_state(code: Code) -> None:
    assert ({"Norway"}, {"Iranian officials"}) in casts(
        code, "Norway imposed sanctions on six Iranian officials.", "COERCE"
    )
    assert ({"Iran"}, {"Norway"}) in casts(code, "Iranian officials denounced Norway.", "ACCUSE")


def test_nobody_takes_part_twice(code: Code) -> None:
    text = "Martti Ahtisaari, the Finnish envoy, and Hashim Thaci signed the agreement in Vienna on Monday."
    (event,) = [e for e in code(text, "2007-02-19") if e.type in {"AGREE", "SUPPORT"}][:1]
    assert len({p.actor_id for p in event.participants}) == len(event.participants)


def test_a_state_that_only_tells_whose_somebody_is_takes_no_part(code: Code) -> None:
    told = casts(code, "Kenya's Daniel arap Moi and President Julius Nyerere of Tanzania met in Arusha.", "CONSULT")
    assert all("Kenya" not in acting and "Tanzania" not in acting for acting, _ in told)


def test_a_state_without_a_code_of_iso_is_kept_without_one(code: Code) -> None:
    (event,) = [e for e in code("Albania recognized Kosovo on Monday.", "2008-02-18") if e.type == "SUPPORT"]
    assert [(p.name, p.state) for p in event.recipients] == [("Kosovo", "")]
