"""The two seed articles against the reference record: what printed analysis gets wrong is found and proved."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from summitry.checking.checked import CheckedText
from summitry.model import Interval, Verdict
from summitry.record.reference import open_reference

SEEDS = Path(os.environ.get("SUMMITRY_SHARED", Path(__file__).parents[3] / "shared")) / "gold" / "seeds.jsonl"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.slow,
    pytest.mark.skipif(not SEEDS.exists(), reason="the shared gold is not here: set SUMMITRY_SHARED"),
]


@pytest.fixture(scope="module")
def checked() -> dict[str, CheckedText]:
    with open_reference("korea") as record:
        seeds = [json.loads(line) for line in SEEDS.read_text(encoding="utf-8").splitlines()]
        return {
            f"{seed['id']}{' after' if after else ''}": record.check(
                seed["text"], published=seed["published"], after=after
            )
            for seed in seeds
            for after in (False, True)
        }


def verdict(text: CheckedText, kind: str, words: str, fits: Callable[[Verdict], bool] = bool) -> Verdict:
    """Return the verdict on the one claim of a kind whose words hold some."""
    found = [v for v in text if v.claim.kind == kind and words in " ".join(v.claim.evidence.quote.split()) and fits(v)]
    assert len(found) == 1, [(v.claim.kind, v.claim.evidence.quote) for v in text]
    return found[0]


def days(text: CheckedText, found: Verdict) -> list[date]:
    return [i.interval.first for i in text.rows(found) if isinstance(i.interval, Interval) and i.interval.first]


def test_the_sum_adds_up_and_its_window_does_not(checked: dict[str, CheckedText]) -> None:
    text = checked["seed-000"]
    found = verdict(text, "ordinal", "12th summit-level meeting")
    assert found.word == "contradicted"
    assert "5+3+2+1+1 = 12" in found.why
    assert "11 in window 2018-04-01…2019-06-19" in found.why
    assert "12 counting 2018-03-25" in found.why
    assert "11th summit-level meeting" in found.correction
    assert date(2018, 3, 25) in days(text, found)
    assert len(found.incident_ids) == 12


def test_barely_a_month_was_a_hundred_and_thirty_two_days(checked: dict[str, CheckedText]) -> None:
    text = checked["seed-000"]
    found = verdict(text, "interval", "barely a month after")
    assert found.word == "contradicted"
    assert "132 days" in found.why
    assert days(text, found) == [date(2009, 5, 25), date(2009, 10, 4)]


def test_the_fifth_meeting_in_fifteen_months_stands_on_five_dates(checked: dict[str, CheckedText]) -> None:
    text = checked["seed-000"]
    found = verdict(text, "frequency", "fifth meeting with North Korean leader Kim Jong Un")
    assert found.word == "supported"
    told = [(2018, 3, 25), (2018, 5, 7), (2018, 6, 19), (2019, 1, 7), (2019, 6, 20)]
    assert days(text, found) == [date(*day) for day in told]


def test_xi_met_another_leader_more_often(checked: dict[str, CheckedText]) -> None:
    text = checked["seed-000"]
    found = verdict(text, "rank", "met with any other national leader")
    assert found.word == "contradicted"
    assert "Vladimir Putin 7" in found.why
    assert all("Vladimir Putin" in {p.name for p in i.participants} for i in text.rows(found))


def test_no_consultations_beside_the_meeting_with_putin_and_the_window_is_told(checked: dict[str, CheckedText]) -> None:
    found = verdict(checked["seed-000"], "sequence", "neither preceded nor follow")
    assert found.word == "supported"
    assert "none within 30 days either side of 2019-04-24" in found.why
    assert "2019-01-07" in found.why
    assert "2019-03-25…2019-05-24" in found.rule


def test_the_nuclear_test_was_the_second_and_li_peng_the_last_before(checked: dict[str, CheckedText]) -> None:
    text = checked["seed-000"]
    second = verdict(text, "ordinal", "second nuclear test")
    assert (second.word, days(text, second)) == ("supported", [date(2006, 10, 9), date(2009, 5, 25)])
    assert verdict(text, "last", "last visit of Chinese premier Li Peng in 1991").word == "supported"


def test_the_first_journey_abroad_is_supported(checked: dict[str, CheckedText]) -> None:
    text = checked["seed-002"]
    found = verdict(text, "first", "first time that the Supreme Leader of North Korea left his country")
    assert (found.word, days(text, found)) == ("supported", [date(2018, 3, 25)])


def test_official_exchanges_there_were(checked: dict[str, CheckedText]) -> None:
    text = checked["seed-002"]
    found = verdict(text, "count", "no official exchanges")
    assert found.word == "contradicted"
    assert {date(2015, 10, 9), date(2017, 11, 17)} <= set(days(text, found))


def test_forecasts_are_filed_with_their_horizon_and_evidence_after_the_article_is_not_used(
    checked: dict[str, CheckedText],
) -> None:
    filed = [v for text in checked.values() for v in text if v.claim.kind == "forecast"]
    assert filed
    assert all("filed as a forecast of" in v.why and "open until" in v.why for v in filed)
    for name, text in checked.items():
        announced = text.document.published
        assert announced is not None
        assert announced.last is not None
        if name.endswith("after"):
            continue
        for found in text:
            beyond = [day for day in days(text, found) if day > announced.last]
            assert not beyond or "the announced one" in found.why, found


def test_what_is_true_by_the_gold_is_not_contradicted(checked: dict[str, CheckedText]) -> None:
    for line in SEEDS.read_text(encoding="utf-8").splitlines():
        seed = json.loads(line)
        for claim in seed["claims"]:
            if claim["truth"] != "true":
                continue
            start = seed["text"].index(claim["evidence"])
            end = start + len(claim["evidence"])
            for found in checked[seed["id"]]:
                evidence = found.claim.evidence
                inside = found.claim.kind == claim["kind"] and evidence.start < end and start < evidence.end
                assert not (inside and found.word == "contradicted"), (claim["evidence"], found.why)
