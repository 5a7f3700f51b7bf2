"""Views: what somebody says is so, or takes a thing for, is a position; what somebody says happened is not."""

from __future__ import annotations

import pytest

from .conftest import Read

VIEWS = [
    ("drills are not rehearsals", "Belarus says that the drills are not rehearsals of an invasion."),
    ("program is peaceful", "Iran claims that its nuclear program is entirely peaceful."),
    ("no threat to Europe", 'A NATO spokesman said the missile test "did not pose a threat to Europe".'),
    ("corridor is cover for annexation", "Armenia sees the corridor as a cover for annexation."),
    ("enrichment program is peaceful", "Iran has described its enrichment program as peaceful."),
]


@pytest.mark.parametrize(("value", "text"), VIEWS)
def test_what_somebody_holds_to_be_so_is_a_position(read: Read, value: str, text: str) -> None:
    assert value in [claim.value.removeprefix("nuclear ") for claim in read(text, "position")]


@pytest.mark.parametrize(
    "text",
    [
        "Egypt said that two envoys had landed in Doha on Tuesday.",
        "The ministry said the ship left Odesa on 3 March.",
    ],
)
def test_what_somebody_says_happened_is_none(read: Read, text: str) -> None:
    assert read(text, "position") == ()


RELEASE = (
    "The United States condemns the closure of the Lachin corridor. We call on Azerbaijan to reopen it. "
    "There is no justification for the blockade of Armenia."
)


def test_a_release_holds_views_in_its_own_voice(read: Read) -> None:
    assert "no justification for blockade" in [claim.value for claim in read(RELEASE, "position")]


def test_an_essay_that_says_no_we_holds_none(read: Read) -> None:
    assert read("There is no justification for the blockade of Armenia.", "position") == ()
