"""Each kind of claim is found with its value, and what only looks like one is not."""

from __future__ import annotations

import pytest

from .conftest import Read

FOUND = [
    ("ordinal", "7", "It was Macron's seventh meeting with Chancellor Olaf Scholz."),
    ("ordinal", "2", "Tehran tested the Shahab missile in July, its second."),
    ("frequency", "7 in 2 years", "It was Macron's seventh meeting with Olaf Scholz in the past two years."),
    ("frequency", "annual", "The leaders of Serbia and Kosovo hold annual talks in Brussels."),
    ("first", "first since 2012", "It was the first meeting between Turkey and Syria since 2012."),
    ("first", "first since 2019", "It was the first visit to Kabul by an Indian minister in five years."),
    ("first", "first since May 2013", "It was the first visit by an Indian leader in years, since that of May 2013."),
    ("last", "1997", "The last visit of a Saudi king to Tehran took place in 1997."),
    ("count", "12", "North Korea fired 12 ballistic missiles in March."),
    ("count", "at least 40", "The air strike on Aleppo killed at least 40 people."),
    ("count", "13-2", "The Security Council adopted the resolution by 13-2."),
    ("count", "0", "There have been no official talks between Seoul and Pyongyang since 2019."),
    ("duration", "6 hours", "Lavrov and Fidan talked for six hours in Geneva."),
    ("interval", "2 weeks", "Two weeks after the drone attack on Kyiv, Zelenskyy flew to Warsaw."),
    ("interval", "3 days", "Iran recalled its ambassador, and three days later Pakistan closed the border."),
    ("rank", "closest ally", "Turkey remains Azerbaijan's closest ally."),
    ("rank", "biggest arms supplier", "Russia is India's biggest arms supplier."),
    ("relation", "deteriorating", "Relations between Serbia and Kosovo have deteriorated since the clashes."),
    ("relation", "worsening", "Serbia and Russia have drifted apart."),
    ("relation", "strained", "Ties between Mali and Algeria have been strained for years."),
    ("position", "port dredged", "Iran wants the port dredged by 2030."),
    ("cause", "retaliation for the arms embargo", "Turkey blocked the statement in retaliation for the arms embargo."),
    ("cause", "strike", "The strike led Baghdad to expel the ambassador."),
    ("forecast", "ceasefire collapse", "Analysts expect that the ceasefire will collapse within weeks."),
]


@pytest.mark.parametrize(("kind", "value", "text"), FOUND)
def test_a_claim_is_found_with_its_value(read: Read, kind: str, value: str, text: str) -> None:
    assert value in [claim.value for claim in read(text, kind)]


NOT_CLAIMS = [
    ("ordinal", "First Secretary Ana Ruiz crossed the 38th parallel on the second day."),
    ("first", "First Secretary Ana Ruiz spoke in the first half of the session."),
    ("last", "Last week Lavrov met Fidan in Ankara."),
    ("rank", "At least the latest draft was short."),
    ("count", "The two leaders met on 12 March at 10 a.m."),
    ("interval", "Lavrov left three days ago."),
    ("duration", "Lavrov left three days ago."),
    ("relation", "The port has a railway and two cranes."),
]


@pytest.mark.parametrize(("kind", "text"), NOT_CLAIMS)
def test_what_only_looks_like_a_claim_is_left_out(read: Read, kind: str, text: str) -> None:
    assert read(text, kind) == ()
